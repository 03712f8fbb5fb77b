"""`limner db`: the schema of the database, and the connection that other commands share."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from limner.database.connections import Database
    from limner.settings import Settings

MIGRATION_TIMEOUT_S = 3600
"""Of a statement: a migration may rewrite a large table, or wait for another process that migrates."""

Config = Annotated[Path | None, typer.Option(help="The server's settings file.")]


def upgrade(config: Config = None) -> None:
    """Bring the database to the schema of this version. Do it before you start the servers of a new version.

    PostgreSQL needs it; SQLite is upgraded when a server starts.
    """
    import asyncio

    from limner.database import schema
    from limner.settings import SettingsError, load_settings

    async def run() -> str:
        settings = load_settings(config)
        async with opened(settings, statement_timeout_s=MIGRATION_TIMEOUT_S) as database:
            before = await schema.current_revision(database)
            await schema.upgrade(database)
        what = "has the schema" if before == schema.HEAD else "was upgraded to the schema"
        return f"{shown_url(database)} {what} {schema.HEAD}."

    try:
        typer.echo(asyncio.run(run()))
    except schema.SchemaError as error:
        raise SettingsError(str(error)) from error


def status(
    config: Config = None, *, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """Show the schema of the database. Exit code 1 if servers of this version cannot use it."""
    import asyncio

    from limner.database import schema
    from limner.settings import load_settings

    async def run() -> tuple[str, str | None]:
        async with opened(load_settings(config)) as database:
            return shown_url(database), await schema.current_revision(database)

    url, revision = asyncio.run(run())
    if revision == schema.HEAD:
        remedy = ""
    elif revision is not None and revision > schema.HEAD:
        remedy = "Update Limner: a newer version has upgraded the database."
    else:
        remedy = "Run: limner db upgrade"
    if as_json:
        found = {"database": url, "schema": revision, "needed": schema.HEAD, "remedy": remedy or None}
        typer.echo(json.dumps(found, indent=2))
    else:
        typer.echo(f"{url} has {schema.describe_revision(revision)}; this version needs {schema.HEAD}.")
        typer.echo(remedy or "Nothing is to be done.")
    raise typer.Exit(1 if remedy else 0)


@asynccontextmanager
async def opened(settings: "Settings", *, statement_timeout_s: float | None = None) -> "AsyncIterator[Database]":
    """The database of the settings. Raises SettingsError, or OverloadedError with the reason for an operator."""
    from limner.access.control import open_database
    from limner.core.errors import OverloadedError
    from limner.database.connections import describe_outage

    logging.getLogger("limner").addHandler(logging.NullHandler())  # the error says it all
    database = open_database(settings, statement_timeout_s=statement_timeout_s)
    try:
        yield database
    except OverloadedError as error:
        reason = describe_outage(error).rstrip(".")
        raise OverloadedError(f"The database {shown_url(database)} cannot be used: {reason}.") from error
    finally:
        await database.close()


def shown_url(database: "Database") -> str:
    """Without the password."""
    return database.url.set(drivername=database.url.get_backend_name()).render_as_string(hide_password=True)
