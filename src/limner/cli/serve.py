"""`limner serve`: run the server."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

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
) -> None:
    """Serve the Images API, and the playground at /."""
    from limner.server import serve as run
    from limner.settings import load_settings

    flags: dict[str, Any] = {"host": host, "port": port, "strict": strict, "no_auth": no_auth}
    if ray is not None:
        flags["ray"] = {"address": ray}
    settings = load_settings(config, flags=flags)
    if model:
        settings = with_checkpoint(settings, model)
    from limner.engines.registry import is_installed

    if not settings.models and settings.ray.address is None and not is_installed("illustrator"):
        typer.echo(
            "limner: no engine is installed, so no images are drawn. Run: pip install 'limner[illustrator]'", err=True
        )
    run(settings, on_ready=lambda address: _announce(address, needs_key=settings.needs_key))


def with_checkpoint(settings: "Settings", checkpoint: str) -> "Settings":
    """Map every model name to the checkpoint, except `illustrator` and the names that the settings map."""
    from limner.families.registry import PUBLISHED_MODELS
    from limner.model_plan import WILDCARD
    from limner.settings import Defaults, ModelSettings

    folder = Path(checkpoint)
    name = folder.resolve().name if folder.is_dir() else checkpoint
    families = {**PUBLISHED_MODELS, WILDCARD: "native", name: "native"}
    models = {
        one: ModelSettings(family=family, engine=CHECKPOINT_ENGINE, options={"checkpoint": checkpoint})
        for one, family in families.items()
    }
    defaults = settings.defaults
    if defaults == Defaults():
        defaults = Defaults(generation=name, gpt=name, edit=name, variation=name)
    return replace(settings, models={**models, **settings.models}, defaults=defaults)


def _announce(address: str, *, needs_key: bool) -> None:
    key = ' -H "Authorization: Bearer $OPENAI_API_KEY"' if needs_key else ""
    typer.echo(
        f"Limner draws at {address}/v1, playground at {address}/ - try: curl {address}/v1/images/generations{key}"
        """ -H 'Content-Type: application/json' -d '{"prompt": "A cute baby sea otter"}'"""
    )
    sys.stdout.flush()
