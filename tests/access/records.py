"""Records of requests and their ledger, for tests."""

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import replace

from sqlalchemy import Table, select

from limner.access.budgets import Budgets
from limner.access.ledger import Ledger
from limner.core.picture import Size
from limner.core.request_record import RequestRecord
from limner.core.usage import TokenUsage
from limner.database.connections import Database
from limner.database.schema import upgrade

# one time for reservations and records: a run may pass from one month to the next, and budgets are monthly
NOW = time.time()


def make_record(request_id: str = "req_1", **values) -> RequestRecord:
    return RequestRecord(
        **{
            "request_id": request_id,
            "created_at_ms": int(NOW * 1000),
            "key_id": "key_1",
            "project_id": "proj_default",
            "user": None,
            "operation": "generate",
            "model": "gpt-image-1",
            "size": Size(1024, 1024),
            "quality": "medium",
            "output_format": "png",
            "n": 1,
            "num_images": 1,
            "num_partials": 0,
            "num_bytes": 1000,
            "usage": TokenUsage(5, 0, 1056),
            "queued_s": 0.1,
            "drawing_s": 0.2,
            "encoding_s": 0.05,
            "total_s": 0.35,
            "outcome": "completed",
            "cost": 100,
        }
        | values
    )


async def rows_of(database: Database, table: Table) -> list[dict]:
    async with database.read() as connection:
        return [dict(row._mapping) for row in await connection.execute(select(table))]


@asynccontextmanager
async def opened(url: str, *, timeout_s: float = 5):
    """A database of the newest schema."""
    database = Database(url, timeout_s=timeout_s)
    try:
        await upgrade(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def opened_ledger(url: str, folder):
    async with opened(url) as database:
        ledger = Ledger(database, Budgets(database), folder)
        await ledger.start()
        try:
            yield ledger, database
        finally:
            await ledger.close()


def fill_ledger(url: str, folder, records) -> None:
    """Write records to a database, each under an id of its own."""

    async def fill():
        async with opened_ledger(url, folder) as (book, _):
            for number, record in enumerate(records):
                book.add(replace(record, request_id=f"req_{number}"), is_reserved=False)

    asyncio.run(fill())
