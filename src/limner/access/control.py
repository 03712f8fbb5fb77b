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
from limner.access.limits.limiter import RateLimits
from limner.access.limits.projects import ProjectLimits
from limner.access.moderation.refusal import refuse_flagged
from limner.access.moderation.registry import open_moderator
from limner.access.prices import Prices
from limner.access.replies import ReplyIndex
from limner.access.usage.queries import Usage
from limner.core.errors import OverloadedError
from limner.core.request_record import RequestRecord
from limner.database.connections import Database, DatabaseSetupError, create_file, describe_outage, read_url
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
        needs_ledger = {
            "managed_keys": settings.access.managed_keys,
            "monthly_budget": settings.access.monthly_budget is not None,
        }
        for name, is_set in needs_ledger.items():
            if is_set and not settings.ledger.enabled:
                raise SettingsError(f"'access.{name}' needs the ledger: set 'ledger.enabled'.")
        self._scratch = scratch_folder(settings)
        self.database = open_database(settings, folder=None if self._scratch is None else Path(self._scratch.name))
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
        try:
            await prepare(self.database)
        except BaseException:
            await self.database.close()
            raise
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
        if self._scratch is not None:
            self._scratch.cleanup()


def open_database(
    settings: Settings, *, folder: Path | None = None, statement_timeout_s: float | None = None
) -> Database:
    """`folder`: of the default database, if not the storage folder. Raises SettingsError."""
    path = (folder or settings.storage.folder).absolute() / FILE
    try:
        return Database(
            f"sqlite:///{path}" if settings.database.url is None else settings.database.url,
            timeout_s=settings.database.timeout_s,
            statement_timeout_s=statement_timeout_s,
            pool_size=settings.database.pool_size,
            max_overflow=settings.database.max_overflow,
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
    """Connect to the database, and upgrade SQLite. Raises SettingsError that says what to do."""
    if not must_persist(settings) and unwritable_reason(settings) is not None:
        return
    database = open_database(settings)
    try:
        await prepare(database)
    except SchemaError as error:
        raise SettingsError(str(error)) from error
    except OverloadedError as error:
        name = "of 'database.url'" if settings.database.url is not None else f"'{database.url.database}'"
        raise SettingsError(f"The database {name} cannot be used: {describe_outage(error)}.") from error
    finally:
        await database.close()


def must_persist(settings: Settings) -> bool:
    """Whether the server must not run with a database that is deleted at its end."""
    access = settings.access
    return settings.database.url is not None or access.managed_keys or access.monthly_budget is not None


def scratch_folder(settings: Settings) -> "tempfile.TemporaryDirectory[str] | None":
    """A folder for the database of a server that works without one, if the storage folder cannot be written."""
    reason = None if must_persist(settings) else unwritable_reason(settings)
    if reason is None:
        return None
    log.warning("%s Usage is recorded until this process ends.", reason)
    return tempfile.TemporaryDirectory(prefix="limner-")


def unwritable_reason(settings: Settings) -> str | None:
    """Why the default database cannot be written."""
    folder = settings.storage.folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        create_file(folder / FILE)
        with (folder / FILE).open("ab"):
            return None
    except OSError as error:
        return f"The database '{folder / FILE}' cannot be written: {error.strerror}."
