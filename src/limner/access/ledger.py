"""The ledger: one insert-only row for each request that was accepted.

A record goes to the journal before the last byte of the response is sent, and to the database soon after, many in one
transaction. A row has the request's id, so that writing it again changes nothing.
"""

import asyncio
import logging
from collections import Counter, deque
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, case, or_, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from limner.access.budgets import Account, Budgets, period_of
from limner.access.journal import Journal, JournalEntry
from limner.core.errors import APIError
from limner.core.request_record import RequestRecord
from limner.database.connections import Database
from limner.database.tables import api_keys, ledger

log = logging.getLogger("limner.access")

FLUSH_S = 0.2
"""How long the first record waits for others."""
RETRY_S = 1.0
MAX_BATCH = 500


class Ledger:
    def __init__(self, database: Database, budgets: Budgets, folder: Path) -> None:
        """`folder`: for the journal."""
        self._database = database
        self._budgets = budgets
        self._folder = folder
        self._journal: Journal | None = None
        self._waiting: deque[JournalEntry] = deque()
        self._has_work = asyncio.Event()
        self._flushing = asyncio.Lock()
        self._writer: asyncio.Task[None] | None = None
        self.num_failures = 0
        """Records that are in memory only, and flushes that failed."""

    async def start(self) -> None:
        try:
            self._journal = await asyncio.to_thread(Journal, self._folder)
            self._waiting.extend(await asyncio.to_thread(self._journal.adopt))
        except OSError as error:
            self._report(f"The ledger's journal cannot be used: {error}. Its records are in memory only.")
        if self._waiting:
            self._has_work.set()
        self._writer = asyncio.create_task(self._write_forever())

    async def close(self) -> None:
        """Write what is waiting. Without a database it stays in the journal."""
        if self._writer is not None:
            self._writer.cancel()
            with suppress(asyncio.CancelledError):
                await self._writer
        with suppress(APIError):
            await self.flush()
        try:
            if self._journal is not None:
                self._journal.close()
            elif self._waiting:
                self._report(f"{len(self._waiting)} records are lost: there is neither a database nor a journal.")
        except OSError as error:
            self._report(f"The ledger's journal cannot be closed: {error}. {len(self._waiting)} records may be lost.")

    def add(self, record: RequestRecord, *, is_reserved: bool) -> None:
        """Record a request. It survives the end of the process from now on; that of the machine, once it is flushed."""
        entry = JournalEntry(record, is_reserved)
        if self._journal is not None:
            try:
                self._journal.append(entry)
            except OSError as error:
                self._report(f"The ledger's journal cannot be written: {error}. A record is in memory only.")
        self._waiting.append(entry)
        self._has_work.set()

    async def flush(self) -> None:
        """Write all records that are waiting. Raises OverloadedError if the database cannot be used."""
        async with self._flushing:
            while self._waiting:
                batch = list(islice(self._waiting, MAX_BATCH))
                try:
                    await self._insert(batch)
                except SQLAlchemyError:  # not an outage: one record must not hold up the others
                    await self._insert_each(batch)
                for _ in batch:
                    self._waiting.popleft()
            if self._journal is not None:
                self._journal.clear()

    @property
    def num_waiting(self) -> int:
        return len(self._waiting)

    async def _write_forever(self) -> None:
        while True:
            await self._has_work.wait()
            await asyncio.sleep(FLUSH_S)
            self._has_work.clear()
            try:
                await self.flush()
            except Exception as error:  # the records must be kept whatever is wrong
                self._report(f"{len(self._waiting)} records of the ledger wait for the database: {error}")
                self._has_work.set()
                await asyncio.sleep(RETRY_S)

    async def _insert(self, batch: list[JournalEntry]) -> None:
        rows = [_as_row(entry.record) for entry in batch]
        insert = self._database.insert(ledger).on_conflict_do_nothing()
        reserved = [entry.record.request_id for entry in batch if entry.is_reserved]
        async with self._database.write() as connection:
            # as parameters, because a statement with the rows in it is compiled again each time
            inserted = set(await connection.scalars(insert.returning(ledger.c.request_id), rows))
            # a batch may have a record twice: of a journal that was taken over, and of the one that took it over
            records = {entry.record.request_id: entry.record for entry in batch}
            new = [record for request_id, record in records.items() if request_id in inserted]
            costs: Counter[Account] = Counter()
            for record in new:
                if record.cost:
                    costs[record.key_id, period_of(record.created_at_ms / 1000)] += record.cost
            await self._budgets.move(connection, costs, reserved)
            await _note_use(connection, new)
        self._budgets.forget(reserved)

    async def _insert_each(self, batch: list[JournalEntry]) -> None:
        for entry in batch:
            try:
                await self._insert([entry])
            except SQLAlchemyError as error:
                request_id = entry.record.request_id
                self._budgets.forget([request_id])  # so that the lease of its reservation ends
                self._report(
                    f"The database refuses the record of {request_id}, which is left out: {type(error).__name__}"
                )

    def _report(self, message: str) -> None:
        self.num_failures += 1
        log.error("%s", message)


async def _note_use(connection: AsyncConnection, records: list[RequestRecord]) -> None:
    """Set the time when each key was used last."""
    latest: dict[str, int] = {}
    for record in records:
        if record.key_id.startswith("key_"):
            latest[record.key_id] = max(latest.get(record.key_id, 0), record.created_at_ms // 1000)
    if latest:
        used = case(
            (or_(api_keys.c.last_used_at.is_(None), api_keys.c.last_used_at < bindparam("at")), bindparam("at")),
            else_=api_keys.c.last_used_at,
        )
        statement = update(api_keys).where(api_keys.c.id == bindparam("key")).values(last_used_at=used)
        await connection.execute(statement, [{"key": key, "at": at} for key, at in sorted(latest.items())])


def _as_row(record: RequestRecord) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in COPIED}
    usage = record.usage
    return fields | {
        "size": str(record.size),
        "text_tokens": usage.text_tokens,
        "image_tokens": usage.image_tokens,
        "output_tokens": usage.output_tokens,
    }


COPIED = tuple(RequestRecord.__dataclass_fields__.keys() & {column.name for column in ledger.columns} - {"size"})
"""The columns that are named like a field of the record."""
