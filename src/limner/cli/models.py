"""`limner models`: list models with their family and engine, or with what a server has loaded; load and unload them."""

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
LOADED_PATH = "organization/limner/models"
MAX_NAMES = 3
"""In a row of a table."""


Server = Annotated[str, typer.Option(metavar="URL", help="The server that has the model.")]
Key = Annotated[
    str | None,
    typer.Option(envvar="OPENAI_API_KEY", help="An admin key, if the server needs keys.", show_default=False),
]
ModelName = Annotated[str, typer.Argument(metavar="MODEL", help="A model name of the server.")]
LOCAL = "http://127.0.0.1:8000"


def models(
    context: typer.Context,
    server: Annotated[str | None, typer.Option(metavar="URL", help="List the models of this server.")] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OPENAI_API_KEY", help="The server's API key.", show_default=False)
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A settings file.")] = None,
    *,
    known: Annotated[
        bool, typer.Option("--known", help="List open models for --model: licence, memory, settings that suit them.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the models of a server, or those that 'limner serve' serves with these settings."""
    if context.invoked_subcommand is not None:
        return
    if known:
        from limner.cli.known_models import known_records, known_rows

        print_rows(known_records() if as_json else known_rows(), as_json=as_json)
        return
    print_rows(_server_rows(server, key) if server else _settings_rows(config), as_json=as_json)


def print_rows(rows: list[dict[str, Any]], *, as_json: bool) -> None:
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


def loaded(
    server: Server = LOCAL,
    key: Key = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what a server has loaded: where, in which state, and how much memory it takes."""
    _show_loaded(_request(server, key, LOADED_PATH), as_json=as_json)


def load(model: ModelName, server: Server = LOCAL, key: Key = None) -> None:
    """Load a model before it is requested. Idle models that are not pinned make room for it."""
    _control(model, "load", server, key)


def unload(model: ModelName, server: Server = LOCAL, key: Key = None) -> None:
    """Free the memory of a model. It is loaded again when it is requested."""
    _control(model, "unload", server, key)


def pin(model: ModelName, server: Server = LOCAL, key: Key = None) -> None:
    """Load a model, and keep it loaded: however long it is idle, and whatever else needs memory."""
    _control(model, "pin", server, key)


def unpin(model: ModelName, server: Server = LOCAL, key: Key = None) -> None:
    """Let a model be unloaded again."""
    _control(model, "unpin", server, key)


def _control(model: str, action: str, server: str, key: str | None) -> None:
    body = json.dumps({"model": model, "action": action}).encode()
    _show_loaded(_request(server, key, LOADED_PATH, body), as_json=False)


def _show_loaded(listed: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(listed, indent=2))
        return
    for line in format_table([_loaded_row(one) for one in listed]):
        typer.echo(line)


def _loaded_row(one: Mapping[str, Any]) -> Row:
    return {
        "model": one["checkpoint"],
        "device": one["device"],
        "state": one["status"] + (", pinned" if one["pinned"] else ""),
        "memory": f"{one['bytes'] / 1e9:.1f} GB" if one["bytes"] else "",
        "served as": shorten_names(one["models"]),
        "problem": one["problem"] or "",
    }


def shorten_names(names: list[str]) -> str:
    return ", ".join(names[:MAX_NAMES]) + (f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else "")


def _server_rows(address: str, key: str | None) -> list[Row]:
    """With state and memory, if the server says so: Limner does on a server without keys, or to an admin key."""
    from limner.cli.backend import BackendError
    from limner.core.errors import APIError

    try:
        names = [str(model["id"]) for model in _request(address, key, "models") if "id" in model]
    except APIError as error:
        if error.code != "insufficient_permissions":
            raise
        names = []  # an admin key lists only what is loaded
    try:
        states = _fetch(address, key, LOADED_PATH)
    except (APIError, BackendError):
        states = []
    columns = [column for column in ("device", "state", "memory") if any(_loaded_row(one)[column] for one in states)]
    rows = []
    for name in names or [name for one in states for name in one["models"]]:
        own = [_loaded_row(one) for one in states if name in one["models"]]
        rows += [{"model": name, **{column: row.get(column, "") for column in columns}} for row in own or [{}]]
    return rows


def _request(address: str, key: str | None, path: str, body: bytes | None = None) -> list[dict[str, Any]]:
    """The items of a list. `body`: of a POST; None: GET."""
    from limner.cli.backend import BackendError

    try:
        return _fetch(address, key, path, body)
    except BackendError as error:
        raise typer.Exit(print_error(str(error), 1)) from error


def _fetch(address: str, key: str | None, path: str, body: bytes | None = None) -> list[dict[str, Any]]:
    """Raises APIError or BackendError."""
    import asyncio

    from limner.cli.api_client import ApiClient, api_url, read_json
    from limner.cli.backend import BackendError
    from limner.cli.inputs import read_key

    async def fetch(client: ApiClient) -> dict[str, Any]:
        content = {} if body is None else {"content": body, "headers": {"content-type": "application/json"}}
        async with (
            aclosing(client),
            aclosing(await client.request("POST" if body else "GET", path, **content)) as response,
        ):
            return await read_json(response)

    try:
        client = ApiClient(api_url(address), key=read_key(key))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--server") from error
    listed = asyncio.run(fetch(client)).get("data")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise BackendError(f"{client.url} did not return a list of models.")
    return listed


def format_table(rows: list[Row]) -> list[str]:
    """Align columns under their names, and leave empty columns out."""
    names = [name for name in (rows[0] if rows else {}) if any(row[name] for row in rows)]
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in names}
    head = {name: name.upper() for name in names}
    return ["  ".join(row[name].ljust(widths[name]) for name in names).rstrip() for row in [head, *rows]]
