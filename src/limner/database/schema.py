"""The version of the schema, and the migrations that bring a database to it."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, column, inspect, select, table, text

from limner.database.connections import Database
from limner.database.partitions import create_partitions
from limner.database.tables import VERSION_TABLE

HEAD = "0004"
"""The revision that this version of Limner needs."""
FOLDER = Path(__file__).with_name("migrations")
LOCK = 0x11_4E_E2
"""PostgreSQL's advisory lock while a gateway migrates."""


class SchemaError(RuntimeError):
    """The database has another schema than this version needs."""


async def upgrade(database: Database) -> None:
    """Run the migrations that are missing, in one transaction; other processes wait for it. Raises SchemaError."""
    await database.run_ddl(_upgrade)
    if not database.is_sqlite:
        await create_partitions(database, now=datetime.now(UTC))


async def prepare(database: Database) -> None:
    """Upgrade SQLite. Raises SchemaError if PostgreSQL needs `limner db upgrade`, or is newer than this version."""
    revision = await current_revision(database)
    if revision == HEAD:
        return
    _refuse_newer(revision)
    if not database.is_sqlite:
        raise SchemaError(f"The database has {describe_revision(revision)}, but needs {HEAD}. Run: limner db upgrade")
    await upgrade(database)


async def current_revision(database: Database) -> str | None:
    """None: the database is empty."""
    async with database.read() as connection:
        return await connection.run_sync(_current_revision)


def describe_revision(revision: str | None) -> str:
    return "no schema" if revision is None else f"the schema {revision}"


def _refuse_newer(revision: str | None) -> None:
    if revision is not None and revision > HEAD:
        raise SchemaError(
            f"The database has the schema {revision}, but this version of Limner knows {HEAD}: update Limner."
        )


def _current_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: Any = connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    return str(found) if found else None


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)  # else each first start tells its steps
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
    _refuse_newer(_current_revision(connection))
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
