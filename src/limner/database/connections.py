"""Connections to the database, SQLite or PostgreSQL, and its errors as API errors."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Table, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from limner.core.errors import OverloadedError

log = logging.getLogger("limner.database")

DRIVERS = {"postgresql": "asyncpg", "postgres": "asyncpg", "sqlite": "aiosqlite"}
POSTGRES_OPTIONS = frozenset({"host", "port", "ssl"})
"""Of a URL's query, as asyncpg's dialect reads them; `sslmode`, as libpq's URLs say, is `ssl`."""
OUTAGES = ("08", "25", "28", "3D", "40", "42", "53", "55", "57", "58", "XX")
"""PostgreSQL's classes of errors that are not the fault of a statement's values; 42: a table or a right is missing."""
POSTGRES_PORT = 5432
MAX_PORT = 65_535
POOL_SIZE = 5
MAX_OVERFLOW = 10
RETRY_S = 5


class DatabaseSetupError(ValueError):
    """The URL is wrong, or its driver is not installed."""


class Database:
    """A pool of connections for one event loop. It connects when it is first used."""

    def __init__(
        self,
        url: str,
        *,
        timeout_s: float,
        statement_timeout_s: float | None = None,
        pool_size: int = POOL_SIZE,
        max_overflow: int = MAX_OVERFLOW,
    ) -> None:
        """`timeout_s`: for a connection, for a lock, and for a statement unless `statement_timeout_s` says otherwise.
        `pool_size`: connections that are kept open. `max_overflow`: more of them, while they are needed.

        Raises DatabaseSetupError.
        """
        self.url = read_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._timeout_s = timeout_s
        self._statement_timeout_s = timeout_s if statement_timeout_s is None else statement_timeout_s
        self._pool = {"pool_size": pool_size, "max_overflow": max_overflow, "pool_timeout": timeout_s}
        self._file: tuple[int, int] | None = None
        """SQLite's, by device and number."""
        self.num_failures = 0
        """Transactions that failed because the database could not be used."""
        try:
            self._engine = self._create_engine()
        except ArgumentError as error:  # of several hosts and ports
            raise DatabaseSetupError(f"'database.url' is wrong: {error}.") from None
        except ModuleNotFoundError as error:
            raise DatabaseSetupError(
                f"The driver for '{self.url.get_backend_name()}' is not installed. Run: pip install 'limner[postgres]'"
            ) from error

    def _create_engine(self) -> AsyncEngine:
        if not self.is_sqlite:
            engine = create_async_engine(
                self.url,
                **self._pool,
                hide_parameters=True,
                connect_args={"timeout": self._timeout_s, "command_timeout": self._statement_timeout_s},
            )
            event.listen(engine.sync_engine, "checkout", _replace_closed)
            _check_ports(engine.dialect.create_connect_args(self.url)[1].get("port", POSTGRES_PORT))
            return engine
        path = Path(self.url.database or "")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseSetupError(f"The folder of the database '{path}' cannot be made: {error.strerror}") from error
        try:
            create_file(path)
        except OSError as error:
            raise DatabaseSetupError(f"The database '{path}' cannot be opened: {error.strerror}") from error
        engine = create_async_engine(
            self.url,
            hide_parameters=True,  # of errors and logs: prompts, and hashes of keys
            **self._pool,
            connect_args={"timeout": self._timeout_s, "isolation_level": None},
        )
        event.listen(engine.sync_engine, "connect", _configure_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads. Raises OverloadedError if the database cannot be used."""
        async with self._transaction(is_read=True) as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction. Raises OverloadedError if the database cannot be used, also if it cannot commit."""
        async with self._transaction(is_read=False) as connection:
            yield connection

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[AsyncConnection]:
        """For one statement, which is a transaction of its own, without the round trips of BEGIN and COMMIT.

        Raises OverloadedError if the database cannot be used.
        """
        async with self._connection() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    @asynccontextmanager
    async def _transaction(self, *, is_read: bool) -> AsyncIterator[AsyncConnection]:
        async with self._connection() as connection:
            await connection.execution_options(is_read=is_read)
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        try:
            if self.is_sqlite:
                self._check_file()
            async with self._engine.connect() as connection:
                yield connection
        except IntegrityError:
            raise
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            if isinstance(error, SQLAlchemyError) and not _is_outage(error):
                raise
            self.num_failures += 1
            log.warning("The database cannot be used: %s", _reason(error))
            raise unavailable_error() from error

    def _check_file(self) -> None:
        """Raises OSError if the file is another one than before, because what is written to a deleted one is lost."""
        state = Path(self.url.database or "").stat()
        found = state.st_dev, state.st_ino
        self._file = self._file or found
        if self._file != found:
            raise FileNotFoundError(f"'{self.url.database}' was replaced. Restart the server.")

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """An INSERT of this dialect, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    async def ping(self) -> None:
        """Raises OverloadedError if the database cannot be used."""
        async with self.read() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        await self._engine.dispose()

    async def run_ddl(self, work: Any) -> None:
        """Run a function of a synchronous connection in a write transaction."""
        async with self.write() as connection:
            await connection.run_sync(work)


def create_file(path: Path) -> None:
    """Readable by this user only, unless it exists. Raises OSError."""
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))


def read_url(url: str) -> URL:
    """Raises DatabaseSetupError, without the password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # whose messages may contain the password
        raise DatabaseSetupError(
            "'database.url' is not a URL such as 'postgresql://user:password@host/name'."
        ) from None
    driver = DRIVERS.get(parsed.drivername.partition("+")[0])
    if driver is None:
        raise DatabaseSetupError(f"'database.url' names '{parsed.drivername}'. Known: postgresql, sqlite.")
    if driver == "aiosqlite":
        return _read_sqlite_url(parsed)
    options = {"ssl" if name == "sslmode" else name: value for name, value in parsed.query.items()}
    if unknown := options.keys() - POSTGRES_OPTIONS:
        raise DatabaseSetupError(f"'database.url' has the unknown option '{min(unknown)}'. Known: host, port, sslmode.")
    return parsed.set(drivername=f"postgresql+{driver}", query=options)


def _read_sqlite_url(url: URL) -> URL:
    if url.database in (None, "", ":memory:") or url.host or url.query:
        raise DatabaseSetupError(
            "'database.url' must name a file, such as 'sqlite:///limner.db', or 'sqlite:////var/lib/limner.db'."
        )
    return url.set(drivername="sqlite+aiosqlite")


def _check_ports(ports: int | list[int]) -> None:
    """asyncpg fails with an OverflowError."""
    for port in [ports] if isinstance(ports, int) else ports:
        if not 0 < port <= MAX_PORT:
            raise DatabaseSetupError(f"'database.url' names the port {port}. Known: 1 to {MAX_PORT}.")


def unavailable_error() -> OverloadedError:
    return OverloadedError(
        f"The server's database cannot be used at present. Please try again in {RETRY_S}s.",
        code="database_unavailable",
        headers={"retry-after": str(RETRY_S)},
    )


def describe_outage(error: OverloadedError) -> str:
    """Why the database cannot be used, for an operator; responses do not say it."""
    return _reason(error.__cause__) if error.__cause__ is not None else error.message


def _is_outage(error: SQLAlchemyError) -> bool:
    """Whether the database is to blame, not the statement."""
    if not isinstance(error, DBAPIError):
        return True  # the pool's timeout, or a connection that is gone
    code = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or code is None:
        return not isinstance(error, IntegrityError | DataError | ProgrammingError | NotSupportedError)
    return str(code).startswith(OUTAGES)


def _reason(error: BaseException) -> str:
    """Without the statement and its parameters."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return str(cause).splitlines()[0] if str(cause) else "it did not answer in time"


def _replace_closed(connection: Any, record: Any, proxy: Any) -> None:
    """Have the pool connect anew if the server has closed the connection, without asking the server each time."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def _configure_sqlite(connection: Any, record: Any) -> None:
    cursor = connection.cursor()
    # WAL with NORMAL: a killed process loses nothing; a power cut may lose the last transactions, but damages nothing
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    """Take the write lock at once: a read transaction that begins to write fails without waiting."""
    is_read = connection.get_execution_options().get("is_read", False)
    connection.exec_driver_sql("BEGIN" if is_read else "BEGIN IMMEDIATE")
