"""The batches in the database.

A gateway that validates the input of a batch, or assembles its output, owns it for the time of a lease. It renews the
lease: if the gateway is killed, another one begins anew. A transaction that changes a batch and its lines changes the
batch first, so that no two wait for each other.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from limner.batches.batch import (
    FINISHED,
    OPEN,
    WINDOW_S,
    Batch,
    BatchError,
    Outcome,
    Status,
    batch_of,
    encode_errors,
    new_batch_id,
)
from limner.core.errors import ConflictError, NotFoundError, RateLimitError
from limner.database.connections import Database
from limner.database.tables import batch_lines, batches
from limner.storage.files import new_file_id

MAX_OPEN = 1000
"""Unfinished batches that are looked at."""
MAX_OPEN_OF_KEY = 20
"""Of those, by one key and with the same status: others have their turns however many it creates."""
CREATION_LOCK = 0x11_4E_E3
"""PostgreSQL's advisory lock, with the hash of a key's id, while a batch of the key is created."""


@dataclass(frozen=True, slots=True)
class BatchPage:
    batches: list[Batch]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits for being drawn."""

    num_batches: int = 0
    num_waiting: int = 0
    """Lines."""
    num_running: int = 0
    oldest_at: int | None = None
    """When the oldest unfinished batch was created."""


class BatchStore:
    """Every method raises OverloadedError if the database cannot be used."""

    def __init__(self, database: Database, owner: str, *, lease_s: float) -> None:
        """`owner`: the name of this gateway, which is unique."""
        self._database = database
        self._owner = owner
        self._lease_s = lease_s

    @property
    def is_shared(self) -> bool:
        """Whether other gateways may use the database."""
        return not self._database.is_sqlite

    async def create(
        self,
        *,
        key_id: str,
        endpoint: str,
        input_file_id: str,
        metadata: dict[str, str] | None,
        output_lifetime_s: int | None,
        base_url: str,
        max_open: int,
        now: float,
    ) -> Batch:
        """`max_open`: unfinished batches that the key may have; 0: any number. Raises RateLimitError beyond it."""
        row = {
            "id": new_batch_id(now),
            "key_id": key_id,
            "endpoint": endpoint,
            "input_file_id": input_file_id,
            "metadata": None if metadata is None else json.dumps(metadata),
            "output_lifetime_s": output_lifetime_s,
            "base_url": base_url,
            "status": "validating",
            "created_at": int(now),
            "expires_at": int(now) + WINDOW_S,
            "lease_expires_at": 0.0,
            "turn_at": 0.0,
            "has_parts": True,
        }
        numbers = dict.fromkeys(("total", "completed", "failed", "num_attempts"), 0)
        tokens = dict.fromkeys(("text_tokens", "image_tokens", "output_tokens"), 0)
        async with self._database.write() as connection:
            if max_open:
                await self._refuse_more(connection, key_id, max_open)
            await connection.execute(batches.insert().values(row | numbers | tokens))
        return await self.find(str(row["id"]), key_id=key_id)

    async def _refuse_more(self, connection: AsyncConnection, key_id: str, max_open: int) -> None:
        if not self._database.is_sqlite:  # which has one writer at a time
            lock = func.pg_advisory_xact_lock(CREATION_LOCK, func.hashtext(key_id))
            await connection.execute(select(lock))
        query = select(func.count()).where(batches.c.key_id == key_id, batches.c.status.in_(OPEN))
        if (await connection.scalar(query) or 0) >= max_open:
            raise too_many_batches_error(max_open)

    async def find(self, batch_id: str, *, key_id: str) -> Batch:
        """Raises NotFoundError, also for batches of other keys."""
        query = select(batches).filter_by(id=batch_id, key_id=key_id)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none() if batch_id.isprintable() else None
        if row is None:
            raise no_such_batch_error(batch_id)
        return batch_of(row)

    async def list_page(self, *, key_id: str, after: str | None, limit: int) -> BatchPage:
        """Newest first. Raises NotFoundError for an `after` that is not a batch of the key."""
        query = select(batches).filter_by(key_id=key_id).order_by(batches.c.id.desc()).limit(limit + 1)
        if after is not None:
            query = query.where(batches.c.id < (await self.find(after, key_id=key_id)).id)
        async with self._database.read() as connection:
            found = [batch_of(row) for row in await connection.execute(query)]
        return BatchPage(found[:limit], has_more=len(found) > limit)

    async def cancel(self, batch_id: str, *, key_id: str, now: float) -> Batch:
        """Draw no more lines of a batch. Raises NotFoundError, or ConflictError if that is too late."""
        statement = (
            update(batches)
            .filter_by(id=batch_id, key_id=key_id)
            .where(batches.c.status.in_(("validating", "in_progress")))
        )
        async with self._database.write() as connection:
            await connection.execute(statement.values(status="cancelling", cancelling_at=int(now)))
        batch = await self.find(batch_id, key_id=key_id)
        if batch.status not in ("cancelling", "cancelled"):
            raise ConflictError(
                f"Cannot cancel a batch with status '{batch.status}'.", headers={"x-should-retry": "false"}
            )
        return batch

    async def list_open(self) -> list[Batch]:
        """Those that are not finished; of each key, first those that wait longest for a turn."""
        async with self._database.read() as connection:
            return [batch_of(row) for row in await connection.execute(LIST_OPEN)]

    async def closed_among(self, batch_ids: Iterable[str]) -> set[str]:
        """Those of which no more lines are to be drawn."""
        wanted = set(batch_ids)
        if not wanted:
            return wanted
        is_drawable = and_(batches.c.outcome.is_(None), batches.c.status.in_(OPEN))
        query = select(batches.c.id).where(batches.c.id.in_(wanted), is_drawable)
        async with self._database.read() as connection:
            return wanted - set(await connection.scalars(query))

    async def claim(self, batch: Batch, *, now: float) -> bool:
        """Own a batch to validate its input or to assemble its output; returns whether another gateway does."""
        is_free = or_(batches.c.owner.is_(None), batches.c.lease_expires_at <= now)
        statement = update(batches).where(batches.c.id == batch.id, batches.c.status == batch.status, is_free)
        async with self._database.write() as connection:
            done = await connection.execute(
                statement.values(
                    owner=self._owner,
                    lease_expires_at=now + self._lease_s,
                    num_attempts=batches.c.num_attempts + 1,
                )
            )
        return done.rowcount == 1

    async def release(self, batch_id: str, *, retry_at: float, is_counted: bool) -> None:
        """Own a batch no longer, of which the work was not done. It is free again at `retry_at`."""
        statement = update(batches).filter_by(id=batch_id, owner=self._owner)
        num_attempts = batches.c.num_attempts - (0 if is_counted else 1)
        async with self._database.write() as connection:
            await connection.execute(statement.values(owner="", lease_expires_at=retry_at, num_attempts=num_attempts))

    async def renew(self, batch_ids: Iterable[str], *, now: float) -> None:
        """Renew the leases of these batches, as far as this gateway owns them."""
        own = update(batches).where(batches.c.owner == self._owner, batches.c.id.in_(list(batch_ids)))
        async with self._database.write() as connection:
            await connection.execute(own.values(lease_expires_at=now + self._lease_s))

    async def release_all(self) -> None:
        """This gateway shuts down."""
        own = update(batches).where(batches.c.owner == self._owner, batches.c.status.in_(OPEN))
        async with self._database.write() as connection:
            await connection.execute(own.values(owner=None, num_attempts=batches.c.num_attempts - 1))

    async def begin(self, batch_id: str, *, total: int, model: str | None, now: float) -> bool:
        """The input is valid. Returns False if this gateway does not own the batch any more, or it was cancelled."""
        statement = update(batches).filter_by(id=batch_id, owner=self._owner, status="validating")
        async with self._database.write() as connection:
            done = await connection.execute(
                statement.values(
                    status="in_progress", in_progress_at=int(now), total=total, model=model, owner=None, num_attempts=0
                )
            )
        return done.rowcount == 1

    async def fail(self, batch_id: str, errors: list[BatchError], *, now: float) -> None:
        """End a batch without results, unless it has ended."""
        statement = update(batches).where(batches.c.id == batch_id, batches.c.status.in_(OPEN))
        values = {"status": "failed", "failed_at": int(now), "errors": encode_errors(errors), "owner": None}
        async with self._database.write() as connection:
            done = await connection.execute(statement.values(**values, output_file_id=None, error_file_id=None))
            if done.rowcount:
                await _drop_lines(connection, batch_id)

    async def close(self, batch: Batch, outcome: Outcome, *, now: float) -> None:
        """Draw no more lines, and discard what is being drawn. Does nothing if the status has changed meanwhile."""
        async with self._database.write() as connection:
            values = closed_values(outcome, now)
            statement = update(batches).where(
                batches.c.id == batch.id, batches.c.status == batch.status, batches.c.outcome.is_(None)
            )
            if (await connection.execute(statement.values(values))).rowcount == 0:
                return
            if batch.in_progress_at is None:  # lines of an input that was not validated have no results
                return
            num_dropped = await _drop_lines(connection, batch.id)
            await connection.execute(
                update(batches).filter_by(id=batch.id).values(failed=batches.c.failed + num_dropped)
            )

    async def finish(self, batch: Batch, *, output_file_id: str | None, error_file_id: str | None, now: float) -> bool:
        """The output is stored. Returns False if this gateway does not own the batch any more."""
        assert batch.outcome is not None
        statement = update(batches).filter_by(id=batch.id, owner=self._owner, status=batch.status)
        values = {
            "status": batch.outcome,
            f"{batch.outcome}_at": int(now),
            "output_file_id": output_file_id,
            "error_file_id": error_file_id,
            "owner": None,
        }
        async with self._database.write() as connection:
            return (await connection.execute(statement.values(values))).rowcount == 1

    async def list_with_parts(self) -> list[Batch]:
        """Finished batches whose lines and temporary blobs are still there."""
        query = select(batches).where(batches.c.has_parts.is_(True), batches.c.status.in_(FINISHED)).limit(MAX_OPEN)
        async with self._database.read() as connection:
            return [batch_of(row) for row in await connection.execute(query)]

    async def forget_parts(self, batch_id: str) -> None:
        """The lines and temporary blobs of a finished batch are deleted."""
        async with self._database.write() as connection:
            await connection.execute(update(batches).filter_by(id=batch_id).values(has_parts=False))

    async def delete_old(self, *, before: float) -> int:
        """Delete batches that were created before a time, and are finished. Returns their number."""
        is_old = and_(batches.c.created_at < int(before), batches.c.has_parts.is_(False))
        async with self._database.write() as connection:
            return (await connection.execute(delete(batches).where(is_old))).rowcount

    async def backlog(self) -> Backlog:
        num_left = func.sum(batches.c.total - batches.c.completed - batches.c.failed)
        query = select(func.count(), num_left, func.min(batches.c.created_at)).where(batches.c.status.in_(OPEN))
        running = select(func.count()).select_from(batch_lines).filter_by(state="running")
        async with self._database.read() as connection:
            num_batches, left, oldest_at = (await connection.execute(query)).one()
            num_running = int(await connection.scalar(running) or 0) if num_batches else 0
        return Backlog(num_batches, max(0, int(left or 0) - num_running), num_running, oldest_at)


_place = func.row_number().over(
    partition_by=(batches.c.key_id, batches.c.status), order_by=(batches.c.turn_at, batches.c.id)
)
_placed = select(batches, _place.label("place")).where(batches.c.status.in_(OPEN)).subquery()
LIST_OPEN = (
    select(_placed)
    .where(_placed.c.place <= MAX_OPEN_OF_KEY)
    .order_by(_placed.c.place, _placed.c.turn_at, _placed.c.id)
    .limit(MAX_OPEN)
)


async def _drop_lines(connection: AsyncConnection, batch_id: str) -> int:
    """The lines without a result get none any more. Returns their number."""
    unfinished = and_(batch_lines.c.batch_id == batch_id, batch_lines.c.state.in_(("waiting", "running")))
    done = await connection.execute(update(batch_lines).where(unfinished).values(state="dropped", owner=None))
    return done.rowcount


async def close_complete(connection: AsyncConnection, batch_id: str, *, now: float) -> None:
    """Close a batch in progress, all of whose lines have results. Within a transaction."""
    statement = update(batches).where(batches.c.id == batch_id, batches.c.status == "in_progress")
    await connection.execute(statement.values(closed_values("completed", now)))


def closed_values(outcome: Outcome, now: float) -> dict[str, object]:
    values: dict[str, object] = {
        "outcome": outcome,
        "closed_at": int(now),
        "owner": None,
        "num_attempts": 0,
        "output_file_id": new_file_id(now),
        "error_file_id": new_file_id(now),
    }
    if outcome != "cancelled":  # which are `cancelling` until they are cancelled
        status: Status = "finalizing"
        values |= {"status": status, "finalizing_at": int(now)}
    return values


def turns(open_batches: Iterable[Batch]) -> list[Batch]:
    """Those in progress in the order of their turns: each key has its turn, and each batch of a key."""
    candidates = [batch for batch in open_batches if batch.status == "in_progress"]
    latest: dict[str, float] = {}
    for batch in candidates:
        latest[batch.key_id] = max(batch.turn_at, latest.get(batch.key_id, 0.0))
    by_key: dict[str, list[Batch]] = {}
    for batch in sorted(candidates, key=lambda one: (latest[one.key_id], one.turn_at, one.id)):
        by_key.setdefault(batch.key_id, []).append(batch)
    order: list[Batch] = []
    while by_key:
        for key_id in list(by_key):
            order.append(by_key[key_id].pop(0))
            if not by_key[key_id]:
                del by_key[key_id]
    return order


def no_such_batch_error(batch_id: str) -> NotFoundError:
    return NotFoundError(f"No batch found with id '{batch_id[:100]}'.", param=None, code=None)


def too_many_batches_error(limit: int) -> RateLimitError:
    """It may take hours until a batch ends, so clients should not retry by themselves."""
    return RateLimitError(
        f"Too many batches: this key has {limit} that have not ended, which is the limit. Wait until one has ended, or"
        " cancel one.",
        code="batch_limit_exceeded",
        headers={"x-should-retry": "false"},
    )
