"""The shell door: `limner serve`, `limner generate`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from limner import __version__
from limner.core.errors import ApiError
from limner.settings import SettingsError, load_settings

app = typer.Typer(
    help="Limner: the self-hosted Images API.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

EXTENSIONS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port; 0 picks a free one and prints it.")] = None,
    config: Annotated[Path | None, typer.Option(help="A settings file, such as limner.toml.")] = None,
    *,
    strict: Annotated[bool | None, typer.Option("--strict", help="Validate exactly as upstream does.")] = None,
    no_auth: Annotated[
        bool | None, typer.Option("--no-auth", help="Listen beyond loopback although there are no keys.")
    ] = None,
) -> None:
    """Serve the Images API."""
    from limner.server import serve as run  # the server's libraries are not needed by the other commands

    flags = {"host": host, "port": port, "strict": strict, "no_auth": no_auth}
    run(load_settings(config, flags=flags), on_ready=_announce)


def _announce(address: str) -> None:
    typer.echo(
        f"Limner draws at {address}/v1 - try: curl {address}/v1/images/generations"
        """ -H 'Content-Type: application/json' -d '{"prompt": "A cute baby sea otter"}'"""
    )
    sys.stdout.flush()


@app.command()
def generate(
    prompt: Annotated[str, typer.Argument(help="What to draw.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: .png, .jpg or .webp.")] = Path(
        "limner.png"
    ),
    size: Annotated[str, typer.Option(help="WIDTHxHEIGHT, or auto.")] = "auto",
    quality: Annotated[str, typer.Option(help="low, medium or high.")] = "auto",
    background: Annotated[str, typer.Option(help="transparent, opaque or auto.")] = "auto",
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same picture.")] = None,
    model: Annotated[str, typer.Option(help="The model's id.")] = "illustrator",
    config: Annotated[Path | None, typer.Option(help="A settings file.")] = None,
) -> None:
    """Draw a picture, without a server."""
    from limner.library.client import Limner

    if output.suffix.lower() not in EXTENSIONS:
        raise typer.BadParameter(f"'{output}' must end in one of {', '.join(EXTENSIONS)}.", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"There is no folder '{output.parent}'.", param_hint="--output")
    with Limner(config=config) as limner:
        answer = limner.images.generate(
            prompt=prompt,
            model=model,
            size=size,
            quality=quality,
            background=background,
            seed=seed,
            output_format=EXTENSIONS[output.suffix.lower()],
        )
    answer.data[0].save(output)
    typer.echo(str(output))


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"limner {__version__}")
        raise typer.Exit


@app.callback()
def limner(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Limner: the self-hosted Images API."""


def main() -> None:
    """What is wrong is said in one line, not in a traceback."""
    try:
        app()
    except (SettingsError, ApiError) as error:
        typer.echo(f"limner: {error}", err=True)
        raise SystemExit(2) from error


if __name__ == "__main__":
    main()
