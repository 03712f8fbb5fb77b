"""`limner models`: list models with their family and engine."""

import json
import re
from collections.abc import Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Annotated, Any

import typer

from limner.cli import print_error

Row = dict[str, str]
SECRET = re.compile(r"auth|headers|key|password|secret|token", re.IGNORECASE)
"""In the name of an option."""


def models(
    server: Annotated[str | None, typer.Option(metavar="URL", help="List the models of this server.")] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", show_default=False)
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A settings file.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the models of a server, or those that 'limner serve' serves with these settings."""
    rows = _server_rows(server, key) if server else _settings_rows(config)
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
        return
    for line in format_table(rows):
        typer.echo(line)


def _settings_rows(config: Path | None) -> list[Row]:
    from limner.model_plan import wanted_models
    from limner.settings import load_settings

    settings = load_settings(config)
    return [
        {
            "model": name,
            "family": model.family,
            "engine": ", ".join(f"{route.name} ({route.engine})" for route in model.routes) or model.engine,
            "options": "; ".join(text for _, options, _ in model.engines if (text := describe_options(options))),
        }
        for name, model in wanted_models(settings).items()
    ]


def describe_options(options: Mapping[str, object]) -> str:
    """Without secrets: terminals keep what they show, and so do the logs of CI."""
    shown = {name: "***" if SECRET.search(name) else value for name, value in options.items()}
    return ", ".join(f"{name}={value}" for name, value in shown.items())


def _server_rows(address: str, key: str | None) -> list[Row]:
    import asyncio

    from limner.cli.api_client import ApiClient, api_url
    from limner.cli.backend import BackendError
    from limner.cli.inputs import read_key

    async def fetch(client: ApiClient) -> dict[str, Any]:
        async with aclosing(client):
            return await client.get_json("models")

    try:
        client = ApiClient(api_url(address), key=read_key(key))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--server") from error
    try:
        return [{"model": str(model["id"])} for model in asyncio.run(fetch(client))["data"]]
    except (KeyError, TypeError):
        message = f"{client.url} did not return a list of models."
    except BackendError as error:
        message = str(error)
    raise typer.Exit(print_error(message, 1))


def format_table(rows: list[Row]) -> list[str]:
    """Align columns under their names, and leave empty columns out."""
    names = [name for name in (rows[0] if rows else {}) if any(row[name] for row in rows)]
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in names}
    head = {name: name.upper() for name in names}
    return ["  ".join(row[name].ljust(widths[name]) for name in names).rstrip() for row in [head, *rows]]
