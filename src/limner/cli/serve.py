"""`limner serve`: run the server."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from limner.cli.memory_check import check_memory
from limner.cli.model_flags import FLAGS, add_model_flags, flag_name, read_options

if TYPE_CHECKING:
    from limner.settings import Settings

RAY = "--ray"
LOCAL_RAY = "local"
CHECKPOINT_ENGINE = "diffusers"
"""The engine for `--model`."""


class ServeCommand(TyperCommand):
    """Allows `--ray` without an address."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        flags = [
            f"{RAY}={LOCAL_RAY}" if one == RAY and (number == len(args) or args[number].startswith("-")) else one
            for number, one in enumerate(args, 1)
        ]
        return super().parse_args(ctx, flags)


@add_model_flags(*FLAGS)
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on. Default: 127.0.0.1.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65_535, help="The port. Default: 8000; 0 picks a free one and prints it.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A settings file, such as limner.toml.")] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER_OR_HUB_ID",
            help="Serve every model name with this checkpoint, through the engine 'diffusers'.",
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="NAME", help="Only this model name is served with --model. Repeat it for more."),
    ] = None,
    ray: Annotated[
        str | None,
        typer.Option(
            metavar="[ADDRESS]",
            help="Draw on Ray. Without an address, start Ray here; else join it: auto, or host:port of its head node.",
        ),
    ] = None,
    *,
    strict: Annotated[bool | None, typer.Option("--strict", help="Validate requests exactly as OpenAI does.")] = None,
    no_auth: Annotated[
        bool | None, typer.Option("--no-auth", help="Allow other machines to connect although no API keys are set.")
    ] = None,
    **model_flags: Any,
) -> None:
    """Serve the Images API, and the playground at /."""
    from limner.server import serve as run
    from limner.settings import load_settings

    flags: dict[str, Any] = {"host": host, "port": port, "strict": strict, "no_auth": no_auth}
    if ray is not None:
        flags["ray"] = {"address": ray}
    settings = load_settings(config, flags=flags)
    options = read_options(model_flags)
    if model:
        options = with_known_options(model, options)
        if settings.ray.address is None:
            given = {**settings.engines.get(CHECKPOINT_ENGINE, {}), **options}
            check_memory(model, given)
        settings = with_checkpoint(settings, model, names or (), options)
    elif names or options:
        flag = "--as" if names else next(flag_name(name) for name, value in model_flags.items() if value)
        raise typer.BadParameter("It needs --model.", param_hint=flag)
    from limner.engines.registry import is_installed

    if not settings.models and settings.ray.address is None and not is_installed("illustrator"):
        typer.echo(
            "limner: no engine is installed, so no images are drawn. Run: pip install 'limner[illustrator]'", err=True
        )
    run(settings, on_ready=lambda address: _announce(address, needs_key=settings.needs_key))


def with_known_options(checkpoint: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Options that suit a known model, under those that were given. The model is loaded at the start."""
    from limner.engines.diffusers.known_models import find_known_model

    known = find_known_model(checkpoint)
    suited = known.options() if known else {}
    arguments = {**suited.get("arguments", {}), **options.get("arguments", {})}
    return {"preload": True, **suited, **options, **({"arguments": arguments} if arguments else {})}


def with_checkpoint(
    settings: "Settings", checkpoint: str, names: Sequence[str] = (), options: Mapping[str, Any] | None = None
) -> "Settings":
    """Map `names` to the checkpoint, and its own name; without them, every model name except `illustrator`.

    Models of the settings file stay as they are. Requests that name no model get the checkpoint, too.
    """
    from limner.families.registry import PUBLISHED_MODELS
    from limner.model_plan import WILDCARD
    from limner.settings import Defaults, ModelSettings

    path = Path(checkpoint)
    own_name = path.resolve().name if path.is_dir() else path.stem if path.is_file() else checkpoint
    served = [*names, own_name] if names else [*PUBLISHED_MODELS, WILDCARD, own_name]
    models = {
        name: ModelSettings(
            family=PUBLISHED_MODELS.get(name, "native"),
            engine=CHECKPOINT_ENGINE,
            options={"checkpoint": checkpoint, **(options or {})},
        )
        for name in served
    }
    defaults = settings.defaults
    if defaults == Defaults():
        name = names[0] if names else own_name
        defaults = Defaults(generation=name, gpt=name, edit=name, variation=name)
    return replace(settings, models={**models, **settings.models}, defaults=defaults)


def _announce(address: str, *, needs_key: bool) -> None:
    key = ' -H "Authorization: Bearer $OPENAI_API_KEY"' if needs_key else ""
    typer.echo(
        f"Limner draws at {address}/v1, playground at {address}/ - try: curl {address}/v1/images/generations{key}"
        """ -H 'Content-Type: application/json' -d '{"prompt": "A cute baby sea otter"}'"""
    )
    sys.stdout.flush()
