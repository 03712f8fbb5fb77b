"""Maintenance of the ledger: its partitions on PostgreSQL, one for each month (UTC), and the deletion of old rows.

PostgreSQL drops a partition as a whole: that takes as long for a million rows as for one, and leaves no dead rows.
Elsewhere old rows are deleted in small transactions, between which other writers get their turn.
"""

import asyncio
import logging
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import MetaData, Table, delete, insert, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from limner.core.errors import OverloadedError
from limner.database.connections import Database, describe_outage
from limner.database.tables import ledger

log = logging.getLogger("limner.database")

LOCK = 0x11_4E_E3
"""PostgreSQL's advisory lock while a gateway changes the partitions."""
LOCK_TIMEOUT_S = 1
"""How long a change waits for running statements, because later ones wait for the change."""
MONTHS_AHEAD = 3
BATCH = 1000
PAUSE_S = 0.02
FIRST_S = 5
DAY_S = 86_400
RETRY_S = 600
NAME = re.compile(r"ledger_(\d{4})_(\d{2})", re.ASCII)
REST = ledger.to_metadata(MetaData(), name="ledger_other")
"""The partition of rows that no month's partition takes."""

Month = tuple[int, int]


async def maintain_forever(database: Database, *, retention_days: int) -> None:
    """Maintain the ledger soon after the start, and then once a day."""
    wait_s = FIRST_S
    while True:
        await asyncio.sleep(wait_s)
        wait_s = DAY_S
        try:
            await maintain(database, retention_days=retention_days, now=datetime.now(UTC))
        except OverloadedError as error:
            log.warning("The maintenance of the ledger is put off: %s", describe_outage(error))
            wait_s = RETRY_S
        except Exception:
            log.exception("The maintenance of the ledger failed.")


async def maintain(database: Database, *, retention_days: int, now: datetime) -> int:
    """Create the partitions of the coming months, and delete what is older than `retention_days` (0: nothing).

    Returns the number of rows that were deleted one by one. Raises OverloadedError if the database cannot be used.
    """
    is_partitioned = not database.is_sqlite and await _owns_ledger(database)
    if is_partitioned:
        await create_partitions(database, now=now)
    if not retention_days:
        return 0
    cutoff_ms = int((now.timestamp() - retention_days * DAY_S) * 1000)
    if is_partitioned:
        await _drop_partitions(database, cutoff_ms)
    return await _delete_rows(database, REST if is_partitioned else ledger, cutoff_ms)


async def create_partitions(database: Database, *, now: datetime) -> None:
    """Create those that are missing of this month and the coming ones. Rows that are there already move into them."""
    async with database.write() as connection:
        if not await _lock(connection):
            return  # another gateway does it
        existing = await _partitions(connection)
        for month in _months(now, MONTHS_AHEAD + 1):
            if month not in existing:
                await _create_partition(connection, month)


async def _create_partition(connection: AsyncConnection, month: Month) -> None:
    """Attaching a table needs weaker locks on the ledger than creating it as a partition."""
    name, begin, end = _name(month), _begin_ms(month), _begin_ms(_next(month))
    await connection.execute(text("LOCK TABLE ledger_other IN ACCESS EXCLUSIVE MODE"))
    await connection.execute(text(f"CREATE TABLE {name} (LIKE ledger INCLUDING DEFAULTS)"))
    in_month = (REST.c.created_at_ms >= begin, REST.c.created_at_ms < end)
    moved = delete(REST).where(*in_month).returning(*REST.c).cte("moved")
    partition = ledger.to_metadata(MetaData(), name=name)
    await connection.execute(insert(partition).from_select(REST.c.keys(), select(moved)))
    await connection.execute(text(f"ALTER TABLE ledger ATTACH PARTITION {name} FOR VALUES FROM ({begin}) TO ({end})"))


async def _drop_partitions(database: Database, cutoff_ms: int) -> None:
    """Drop those whose rows are all older, each in a transaction of its own."""
    async with database.read() as connection:
        months = sorted(await _partitions(connection))
    for month in months:
        if _begin_ms(_next(month)) > cutoff_ms:
            break
        async with database.write() as connection:
            if await _lock(connection):
                await connection.execute(text(f"DROP TABLE IF EXISTS {_name(month)}"))
                log.info("The ledger's partition %s was dropped.", _name(month))


async def _delete_rows(database: Database, table: Table, cutoff_ms: int) -> int:
    old = select(table.c.created_at_ms, table.c.request_id).where(table.c.created_at_ms < cutoff_ms).limit(BATCH)
    statement = delete(table).where(tuple_(table.c.created_at_ms, table.c.request_id).in_(old))
    num_deleted = 0
    while True:
        async with database.write() as connection:
            num_rows = (await connection.execute(statement)).rowcount
        num_deleted += num_rows
        if num_rows < BATCH:
            return num_deleted
        await asyncio.sleep(PAUSE_S)


async def _owns_ledger(database: Database) -> bool:
    """Whether the server's role may change the partitions. If it may not, `limner db upgrade` must."""
    query = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'ledger'::regclass"
    async with database.read() as connection:
        owns: Any = await connection.scalar(text(query))
    if not owns:
        log.warning("The database's role does not own the ledger: 'limner db upgrade' must create its partitions.")
    return bool(owns)


async def _lock(connection: AsyncConnection) -> bool:
    """Until the end of the transaction; False if another gateway has the lock."""
    await connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT_S}s'"))
    return bool(await connection.scalar(text(f"SELECT pg_try_advisory_xact_lock({LOCK})")))


async def _partitions(connection: AsyncConnection) -> set[Month]:
    query = "SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'ledger'::regclass"
    matches = [NAME.fullmatch(name) for name in await connection.scalars(text(query))]
    return {(int(match[1]), int(match[2])) for match in matches if match}


def _months(now: datetime, count: int) -> list[Month]:
    months = [(now.year, now.month)]
    while len(months) < count:
        months.append(_next(months[-1]))
    return months


def _next(month: Month) -> Month:
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def _name(month: Month) -> str:
    return "ledger_{:04}_{:02}".format(*month)


def _begin_ms(month: Month) -> int:
    return int(datetime(*month, 1, tzinfo=UTC).timestamp()) * 1000
