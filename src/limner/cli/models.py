"""`limner models`: what is served, by which family and engine."""

import json
from pathlib import Path
from typing import Annotated

import typer

Row = dict[str, str]


def models(
    server: Annotated[str | None, typer.Option(metavar="URL", help="Ask this server.")] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", show_default=False)
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A settings file.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the models: those of a server, or those that 'limner serve' would serve with these settings."""
    rows = _served(server, key) if server else _settled(config)
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
        return
    for line in table(rows):
        typer.echo(line)


def _settled(config: Path | None) -> list[Row]:
    from limner.families.registry import PUBLISHED_MODELS
    from limner.settings import ModelSettings, load_settings

    settings = load_settings(config)
    published = {name: ModelSettings(family=family) for name, family in PUBLISHED_MODELS.items()}
    wanted = {"illustrator": ModelSettings(), **published, **settings.models}
    return [
        {
            "model": name,
            "family": model.family,
            "engine": model.engine,
            "options": ", ".join(f"{option}={value}" for option, value in model.options.items()),
        }
        for name, model in wanted.items()
    ]


def _served(address: str, key: str | None) -> list[Row]:
    import asyncio

    from limner.cli.asked import read_key
    from limner.cli.doors import DoorError
    from limner.cli.wire import Server

    try:
        server = Server.at(address, key=read_key(key))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--server") from error
    try:
        answer = asyncio.run(server.get("models"))
        return [{"model": str(model["id"])} for model in answer["data"]]
    except (KeyError, TypeError):
        message = f"{server.url} answered with something else than a list of models."
    except DoorError as error:
        message = str(error)
    typer.echo(f"limner: {message}", err=True)
    raise typer.Exit(1)


def table(rows: list[Row]) -> list[str]:
    """Columns under their names; a column that is empty throughout is left out."""
    names = [name for name in (rows[0] if rows else {}) if any(row[name] for row in rows)]
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in names}
    head = {name: name.upper() for name in names}
    return ["  ".join(row[name].ljust(widths[name]) for name in names).rstrip() for row in [head, *rows]]
