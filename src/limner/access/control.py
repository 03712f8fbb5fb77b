"""Everything that decides who may draw what, with the database behind it."""

import asyncio
import logging
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from limner.access.authentication import Authenticator
from limner.access.budgets import Budgets
from limner.access.gate import Gate
from limner.access.keys import KeyStore
from limner.access.ledger import Ledger
from limner.access.limits import RateLimits
from limner.access.limits_projects import ProjectLimits
from limner.access.moderation.refusal import refuse_flagged
from limner.access.moderation.registry import open_moderator
from limner.access.prices import Prices
from limner.access.replies import ReplyIndex
from limner.access.usage import Usage
from limner.core.errors import OverloadedError
from limner.core.request_record import RequestRecord
from limner.database.connections import Database, DatabaseSetupError, describe_outage, read_url
from limner.database.partitions import maintain_forever
from limner.database.schema import SchemaError, prepare
from limner.settings import Settings, SettingsError, is_loopback

log = logging.getLogger("limner.access")

FILE = "limner.db"


class AccessControl:
    """The keys, limits and records of a server. `start` it in the event loop that uses it."""

    def __init__(
        self,
        settings: Settings,
        *,
        observers: Iterable[Callable[[RequestRecord], None]] = (),
    ) -> None:
        """Raises SettingsError."""
        if settings.access.managed_keys and not settings.ledger.enabled:
            raise SettingsError("'access.managed_keys' needs the ledger: set 'ledger.enabled'.")
        if settings.access.monthly_budget is not None and not settings.ledger.enabled:
            raise SettingsError("'access.monthly_budget' needs the ledger: set 'ledger.enabled'.")
        self.database = open_database(settings, must_persist=settings.access.managed_keys)
        self.keys = KeyStore(self.database)
        self.authenticator = Authenticator(settings.api_keys, self.keys if settings.access.managed_keys else None)
        self.budgets = Budgets(self.database)
        self.limiter = RateLimits(settings.redis, ProjectLimits(self.database))
        self.moderator = open_moderator(settings.moderation, is_loopback=is_loopback(settings.host))
        self.replies = ReplyIndex(self.database)
        journal = settings.storage.folder / "ledger"
        self.ledger = Ledger(self.database, self.budgets, journal) if settings.ledger.enabled else None
        self.usage = Usage(self.database, self.ledger)
        self.gate = Gate(
            settings.access,
            Prices(settings.prices),
            self.budgets,
            self.limiter,
            ledger=self.ledger,
            store_prompts=settings.ledger.store_prompts,
            checks=() if self.moderator is None else (partial(refuse_flagged, self.moderator),),
            obeys=frozenset() if self.moderator is None else frozenset({"moderation"}),
            observers=observers,
        )
        self._retention_days = settings.ledger.retention_days
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Raises SchemaError, or OverloadedError if the database cannot be used."""
        await prepare(self.database)
        if self.moderator is not None:
            await self.moderator.start()
        if self.ledger is not None:
            await self.ledger.start()
            maintenance = maintain_forever(self.database, retention_days=self._retention_days)
            self._tasks.append(asyncio.create_task(maintenance))
        await self.limiter.start()
        self._tasks.append(asyncio.create_task(self.budgets.renew_forever()))
        self._tasks.append(asyncio.create_task(self.replies.renew_forever()))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self.limiter.close()
        if self.moderator is not None:
            await self.moderator.close()
        if self.ledger is not None:
            await self.ledger.close()
        await self.database.close()


def open_database(
    settings: Settings, *, must_persist: bool = True, statement_timeout_s: float | None = None
) -> Database:
    """`must_persist`: without a temporary database if the storage folder cannot be written. Raises SettingsError."""
    try:
        return Database(
            database_url(settings, must_persist=must_persist),
            timeout_s=settings.database.timeout_s,
            statement_timeout_s=statement_timeout_s,
        )
    except DatabaseSetupError as error:
        raise SettingsError(str(error)) from error


def sqlite_file(settings: Settings) -> Path | None:
    """Where the database is, also if it does not exist; None for PostgreSQL. Raises SettingsError."""
    if settings.database.url is None:
        return settings.storage.folder.absolute() / FILE
    try:
        url = read_url(settings.database.url)
    except DatabaseSetupError as error:
        raise SettingsError(str(error)) from error
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


async def check_database(settings: Settings) -> None:
    """Connect to the configured database, and upgrade SQLite. Raises SettingsError that says what to do."""
    if settings.database.url is None:
        return
    database = open_database(settings, must_persist=True)
    try:
        await prepare(database)
    except SchemaError as error:
        raise SettingsError(str(error)) from error
    except OverloadedError as error:
        raise SettingsError(f"The database of 'database.url' cannot be used: {describe_outage(error)}.") from error
    finally:
        await database.close()


def database_url(settings: Settings, *, must_persist: bool) -> str:
    """By default a file in the storage folder; if nothing can be written there, a temporary one."""
    if settings.database.url is not None:
        return settings.database.url
    path = settings.storage.folder.absolute() / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            pass
    except OSError as error:
        if must_persist:
            raise SettingsError(f"The database '{path}' cannot be written: {error.strerror}.") from error
        log.warning("'%s' cannot be written: %s. Usage is recorded until this process ends.", path, error)
        path = Path(tempfile.mkdtemp(prefix="limner-")) / FILE
    return f"sqlite:///{path}"
