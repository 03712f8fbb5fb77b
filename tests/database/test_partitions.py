"""The ledger's months, and what happens to old rows."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from sqlalchemy import func, select, text

from limner.access.budgets import Budgets
from limner.access.ledger import Ledger
from limner.core.errors import OverloadedError
from limner.database import partitions
from limner.database.connections import Database
from limner.database.partitions import create_partitions, maintain
from limner.database.tables import ledger
from limner.settings import Database as DatabaseSettings
from limner.settings import Ledger as LedgerSettings
from limner.settings import Settings, Storage
from records import make_record, opened
from running import running_server, wait_until
from tiny_engine import TinyEngine

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)


async def add(database, *moments, prefix="req"):
    """A row at each of the times."""
    book = Ledger(database, Budgets(database), None)
    for number, moment in enumerate(moments):
        created_at_ms = int(moment.timestamp() * 1000)
        book.add(make_record(f"{prefix}_{number}", created_at_ms=created_at_ms), is_reserved=False)
    await book.flush()


async def count(database):
    async with database.read() as connection:
        return await connection.scalar(select(func.count()).select_from(ledger))


async def partition_of(database):
    """The partition of each row, by the row's time."""
    query = "SELECT to_timestamp(created_at_ms / 1000.0), tableoid::regclass::text FROM ledger"
    async with database.read() as connection:
        return dict((await connection.execute(text(query))).all())


async def names(database):
    query = "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'ledger'::regclass ORDER BY 1"
    async with database.read() as connection:
        return list(await connection.scalars(text(query)))


@asynccontextmanager
async def opened_at(url, now, monkeypatch):
    """A database that was upgraded at a time."""
    monkeypatch.setattr("limner.database.schema.datetime", FrozenTime(now))
    async with opened(url) as database:
        yield database


class FrozenTime:
    def __init__(self, moment):
        self.moment = moment

    def now(self, zone):
        return self.moment


def test_upgrade_creates_the_coming_months(postgres_url, monkeypatch):
    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database:
            await create_partitions(database, now=NOW)
            return await names(database)

    months = ["ledger_2026_11", "ledger_2026_12", "ledger_2027_01", "ledger_2027_02"]
    assert asyncio.run(scenario()) == [*months, "ledger_other"]


def test_rows_land_in_the_partition_of_their_month(postgres_url, monkeypatch):
    december = datetime(2026, 12, 1, tzinfo=UTC)
    moments = {
        NOW: "ledger_2026_11",
        december - timedelta(milliseconds=1): "ledger_2026_11",
        december: "ledger_2026_12",
        datetime(2027, 2, 28, 23, 59, tzinfo=UTC): "ledger_2027_02",
        datetime(2025, 1, 1, tzinfo=UTC): "ledger_other",
        datetime(2027, 3, 1, tzinfo=UTC): "ledger_other",
    }

    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database:
            await add(database, *moments)
            return await partition_of(database), await count(database)

    assert asyncio.run(scenario()) == (moments, 6)


def test_rows_move_into_a_new_partition(postgres_url, monkeypatch):
    march = datetime(2027, 3, 5, tzinfo=UTC)

    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database:
            await add(database, march, march + 40 * DAY)
            await create_partitions(database, now=NOW + 10 * DAY)
            return await partition_of(database)

    assert asyncio.run(scenario()) == {march: "ledger_2027_03", march + 40 * DAY: "ledger_other"}


def test_same_request_is_recorded_once_in_a_partition(postgres_url, monkeypatch):
    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database:
            await add(database, NOW)
            await add(database, NOW)
            return await count(database)

    assert asyncio.run(scenario()) == 1


def test_partitions_have_the_indexes_of_the_ledger(postgres_url, monkeypatch):
    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database, database.read() as connection:
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
            query = "EXPLAIN SELECT * FROM ledger WHERE key_id = 'key_1' AND created_at_ms >= 1798761600000"
            return "\n".join(await connection.scalars(text(query)))

    plan = asyncio.run(scenario())
    assert "ledger_2027_01_key_id_created_at_ms_idx" in plan
    assert "ledger_2026_11" not in plan, "the months before are not read"


def test_whole_months_are_dropped_after_the_retention(postgres_url, monkeypatch):
    moments = [NOW - 60 * DAY, NOW - 31 * DAY, NOW - 29 * DAY, NOW]

    async def scenario():
        async with opened_at(postgres_url, NOW - 60 * DAY, monkeypatch) as database:
            await create_partitions(database, now=NOW)
            await add(database, *moments)
            num_deleted = await maintain(database, retention_days=30, now=NOW)
            return num_deleted, await names(database), set(await partition_of(database))

    num_deleted, left, rows = asyncio.run(scenario())
    assert num_deleted == 0
    assert "ledger_2026_09" not in left
    assert {"ledger_2026_10", "ledger_2026_11"} <= set(left), "of October, a day is kept"
    assert rows == {NOW - 31 * DAY, NOW - 29 * DAY, NOW}


def test_old_rows_outside_of_months_are_deleted(postgres_url, monkeypatch):
    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database:
            await add(database, datetime(2024, 1, 1, tzinfo=UTC), NOW - 29 * DAY, NOW)
            num_deleted = await maintain(database, retention_days=30, now=NOW)
            return num_deleted, set(await partition_of(database))

    assert asyncio.run(scenario()) == (1, {NOW - 29 * DAY, NOW})


def test_sqlite_deletes_old_rows_in_batches(tmp_path, monkeypatch):
    monkeypatch.setattr(partitions, "BATCH", 10)
    old = [NOW - 31 * DAY - timedelta(seconds=number) for number in range(35)]

    async def scenario():
        async with opened(f"sqlite:///{tmp_path / 'test.db'}") as database:
            await add(database, *old)
            await add(database, NOW - 29 * DAY, NOW, prefix="new")
            num_deleted = await maintain(database, retention_days=30, now=NOW)
            return num_deleted, await count(database)

    assert asyncio.run(scenario()) == (35, 2)


def test_everything_is_kept_without_a_retention(database_url, monkeypatch):
    async def scenario():
        async with opened_at(database_url, NOW, monkeypatch) as database:
            await add(database, datetime(2001, 1, 1, tzinfo=UTC), NOW)
            await maintain(database, retention_days=0, now=NOW + 500 * DAY)
            return await count(database)

    assert asyncio.run(scenario()) == 2


def test_gateways_maintain_at_the_same_time(postgres_url, monkeypatch):
    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database, opened(postgres_url) as other:
            await add(database, *(NOW + 90 * DAY + timedelta(seconds=number) for number in range(200)))
            work = [maintain(one, retention_days=30, now=NOW + 20 * DAY) for one in (database, other) for _ in range(3)]
            inserts = [
                add(other, *(NOW + 95 * DAY + timedelta(seconds=n) for n in range(50)), prefix=f"more_{number}")
                for number in range(4)
            ]
            await asyncio.gather(*work, *inserts)
            return await count(database), set((await partition_of(database)).values())

    num_rows, used = asyncio.run(scenario())
    assert num_rows == 200 + 4 * 50
    assert used <= {"ledger_2027_02", "ledger_2027_03"}


def test_busy_ledger_puts_the_change_off(postgres_url, monkeypatch):
    """Statements that run long, such as a backup, must not make all others wait behind the change."""
    monkeypatch.setattr(partitions, "LOCK_TIMEOUT_S", "0.1")

    async def scenario():
        async with opened_at(postgres_url, NOW, monkeypatch) as database, database.read() as backup:
            await backup.execute(select(ledger))
            with pytest.raises(OverloadedError):
                await maintain(database, retention_days=30, now=NOW + 40 * DAY)
            await add(database, NOW)
            return await names(database)

    assert "ledger_2027_03" not in asyncio.run(scenario())


def test_role_without_the_ledger_deletes_rows(postgres_url, monkeypatch, caplog):
    """A server whose role may only read and write."""
    role = postgres_url.rpartition("/")[2] + "_server"

    async def scenario():
        owner = await asyncpg.connect(postgres_url)
        await owner.execute(f"CREATE ROLE {role} LOGIN")
        try:
            async with opened_at(postgres_url, NOW, monkeypatch) as database:
                await owner.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
                await add(database, NOW - 60 * DAY, NOW)
            server = Database(postgres_url.replace("postgres@", f"{role}@"), timeout_s=5)
            try:
                return await maintain(server, retention_days=30, now=NOW + 10 * DAY), await names(server)
            finally:
                await server.close()
        finally:
            await owner.execute(f"DROP OWNED BY {role}")
            await owner.execute(f"DROP ROLE {role}")
            await owner.close()

    num_deleted, left = asyncio.run(scenario())
    assert num_deleted == 1
    assert "ledger_2027_03" not in left
    assert "'limner db upgrade' must create its partitions" in caplog.text


def test_running_server_maintains_its_ledger(database_url, tmp_path, monkeypatch):
    monkeypatch.setattr(partitions, "FIRST_S", 0)

    async def prepare():
        async with opened(database_url) as database:
            await add(database, datetime(2001, 1, 1, tzinfo=UTC), datetime.now(UTC))

    async def num_rows():
        async with opened(database_url) as database:
            return await count(database)

    asyncio.run(prepare())
    settings = Settings(
        storage=Storage(folder=tmp_path),
        database=DatabaseSettings(url=database_url),
        ledger=LedgerSettings(retention_days=30),
    )
    with running_server(TinyEngine(), settings):
        assert wait_until(lambda: asyncio.run(num_rows()) == 1)


def test_failed_maintenance_is_tried_again(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(partitions, "FIRST_S", 0)
    monkeypatch.setattr(partitions, "RETRY_S", 0.01)
    calls = []

    async def scenario():
        async with opened(f"sqlite:///{tmp_path / 'test.db'}") as database:

            async def maintain(database, *, retention_days, now):
                calls.append(retention_days)
                if len(calls) == 1:
                    raise OverloadedError("gone")
                raise asyncio.CancelledError

            monkeypatch.setattr(partitions, "maintain", maintain)
            with pytest.raises(asyncio.CancelledError):
                await partitions.maintain_forever(database, retention_days=3)

    asyncio.run(scenario())
    assert calls == [3, 3]
    assert "put off: gone" in caplog.text
