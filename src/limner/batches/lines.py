"""The lines of batches in the database: who draws them, and their results.

Each line is in the output exactly once, whatever happens to the gateways that draw it. A result is a blob whose name is
new for each attempt. It counts once its name is in the line's row, and one conditional UPDATE puts it there: if another
attempt was first, or the batch is closed, the blob is deleted instead. The output is made of the rows. A request is
charged after that UPDATE, so a line is charged once, too, even if it was drawn twice.

A gateway takes lines for the time of a lease and renews it, and gives them back when it shuts down. The lines of a
gateway that was killed are free again when their lease ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Integer, Row, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from limner.batches.store import close_complete
from limner.core.usage import TokenUsage
from limner.database.connections import Database
from limner.database.tables import batch_lines, batches

MAX_DELETED = 5000
"""Lines in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    line: int
    custom_id: str
    """As JSON text, which every database stores."""
    start_byte: int
    end_byte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is being drawn."""

    batch_id: str
    line: int
    custom_id: str
    start_byte: int
    end_byte: int
    num_attempts: int
    """To draw it, this one included."""
    num_deferrals: int
    """How often it was put off before, because the server, or what it depends on, could not be used."""


@dataclass(frozen=True, slots=True)
class Part:
    """The stored result of a line."""

    line: int
    custom_id: str
    name: str
    """Of the blob."""
    num_bytes: int


@dataclass(frozen=True, slots=True)
class FailedLine:
    line: int
    custom_id: str
    error: str | None
    """The whole result, as JSON text; None: the line was not drawn."""


class TooLateError(Exception):
    """Another attempt has set the result of a line, or its batch is closed. Undoes the transaction."""


class LineStore:
    """Every method raises OverloadedError if the database cannot be used."""

    def __init__(self, database: Database, owner: str, *, lease_s: float) -> None:
        """`owner`: the name of this gateway, which is unique."""
        self._database = database
        self._owner = owner
        self._lease_s = lease_s

    async def delete_all(self, batch_id: str, *, is_validating: bool = False) -> bool:
        """In transactions that are so small that others need not wait.

        Returns False if the batch `is_validating`, but not by this gateway any more: then nothing more is deleted.
        """
        newest = select(func.max(batch_lines.c.line)).filter_by(batch_id=batch_id)
        async with self._database.read() as connection:
            last = await connection.scalar(newest) or 0
        of_batch = delete(batch_lines).where(batch_lines.c.batch_id == batch_id)
        for line in range(0, last, MAX_DELETED):
            async with self._database.write() as connection:
                if is_validating and not await self._owns(connection, batch_id):
                    return False
                await connection.execute(of_batch.where(batch_lines.c.line <= line + MAX_DELETED))
        return True

    async def _owns(self, connection: AsyncConnection, batch_id: str) -> bool:
        """Whether this gateway validates the batch, which no other one can take before the transaction ends."""
        own = update(batches).filter_by(id=batch_id, owner=self._owner, status="validating")
        return (await connection.execute(own.values(owner=self._owner))).rowcount == 1

    async def add(self, batch_id: str, lines: Sequence[NewLine]) -> bool:
        """Returns False if this gateway does not validate the batch any more: it was cancelled, or another one does."""
        common = {
            "batch_id": batch_id,
            "state": "waiting",
            "owner": None,
            "lease_expires_at": 0.0,
            "num_attempts": 0,
            "num_deferrals": 0,
            "available_at": 0.0,
            "part": None,
            "part_bytes": 0,
            "error": None,
        }
        rows = [
            common
            | {"line": one.line, "custom_id": one.custom_id, "start_byte": one.start_byte, "end_byte": one.end_byte}
            for one in lines
        ]
        async with self._database.write() as connection:
            if not await self._owns(connection, batch_id):
                return False
            await connection.execute(batch_lines.insert(), rows)
        return True

    async def take(self, batch_id: str, limit: int, *, now: float) -> list[Line]:
        """Take the next lines of a batch in progress to draw them."""
        turn = {"batch": batch_id, "now": now}
        async with self._database.write() as connection:
            if (await connection.execute(TURN, turn)).rowcount == 0:
                return []
            rows = (await connection.execute(WAITING, turn | {"most": limit})).all()
            if rows:
                own = {"batch": batch_id, "own": self._owner, "lease": now + self._lease_s}
                await connection.execute(TAKE, [own | {"number": row.line} for row in rows])
        return [_as_line(row) for row in rows]

    async def complete(self, line: Line, part: str, num_bytes: int, usage: TokenUsage, *, now: float) -> bool:
        """The result of a line is in the blob `part`. Returns False if another attempt was first, or it is too late.

        Called again after an error, it tells whether the first call succeeded.
        """
        values = {"new_state": "done", "new_part": part, "num_bytes": num_bytes, "new_error": None}
        return await self._finish(line, values, usage, now=now)

    async def fail(self, line: Line, error: str, *, now: float) -> bool:
        """`error`: the whole result, as JSON text, which is unique. Returns what `complete` returns."""
        values = {"new_state": "failed", "new_part": None, "num_bytes": 0, "new_error": error}
        return await self._finish(line, values, TokenUsage(), now=now)

    async def _finish(self, line: Line, values: dict[str, Any], usage: TokenUsage, *, now: float) -> bool:
        is_done = values["new_state"] == "done"
        counts = {
            "num_completed": int(is_done),
            "num_failed": int(not is_done),
            "text": usage.text_tokens,
            "image": usage.image_tokens,
            "output": usage.output_tokens,
        }
        key = {"batch": line.batch_id, "number": line.line}
        try:
            async with self._database.write() as connection:
                num_left = await connection.scalar(COUNT, {"batch": line.batch_id} | counts)
                done = await connection.execute(FINISH, key | {"own": self._owner} | values)
                if done.rowcount == 0:
                    raise TooLateError
                if num_left == 0:
                    await close_complete(connection, line.batch_id, now=now)
        except TooLateError:
            async with self._database.read() as connection:
                found = (await connection.execute(RESULT, key)).one_or_none()
            return found is not None and tuple(found) == (values["new_part"], values["new_error"])
        return True

    async def give_back(
        self, line: Line, *, available_at: float, counts_as: Literal["attempt", "deferral"] | None
    ) -> None:
        """Another attempt may be made from `available_at` on."""
        own = update(batch_lines).filter_by(batch_id=line.batch_id, line=line.line, owner=self._owner, state="running")
        async with self._database.write() as connection:
            await connection.execute(
                own.values(
                    state="waiting",
                    owner=None,
                    available_at=available_at,
                    num_attempts=batch_lines.c.num_attempts - int(counts_as != "attempt"),
                    num_deferrals=batch_lines.c.num_deferrals + int(counts_as == "deferral"),
                )
            )

    async def give_back_all(self) -> None:
        """This gateway shuts down."""
        own = update(batch_lines).filter_by(owner=self._owner, state="running")
        async with self._database.write() as connection:
            await connection.execute(
                own.values(state="waiting", owner=None, num_attempts=batch_lines.c.num_attempts - 1)
            )

    async def renew(self, lines: Iterable[Line], *, now: float) -> None:
        """Renew the leases of these lines, as far as this gateway has them, and free those whose leases have ended."""
        own = {"own": self._owner, "lease": now + self._lease_s}
        rows = [own | {"batch": line.batch_id, "number": line.line} for line in lines]
        if rows:
            async with self._database.write() as connection:
                await connection.execute(RENEW, rows)
        expired = update(batch_lines).where(batch_lines.c.state == "running", batch_lines.c.lease_expires_at <= now)
        async with self._database.write() as connection:
            await connection.execute(expired.values(state="waiting", owner=None))

    async def count_running(self, batch_id: str) -> int:
        query = select(func.count()).select_from(batch_lines).filter_by(batch_id=batch_id, state="running")
        async with self._database.read() as connection:
            return int(await connection.scalar(query) or 0)

    async def list_parts(self, batch_id: str, *, after: int, limit: int) -> list[Part]:
        """The results of a closed batch in the order of its lines, from the one that follows line `after`."""
        query = (
            select(batch_lines.c.line, batch_lines.c.custom_id, batch_lines.c.part, batch_lines.c.part_bytes)
            .where(batch_lines.c.batch_id == batch_id, batch_lines.c.state == "done", batch_lines.c.line > after)
            .order_by(batch_lines.c.line)
            .limit(limit)
        )
        async with self._database.read() as connection:
            return [Part(*row) for row in await connection.execute(query)]

    async def list_failed(self, batch_id: str, *, after: int, limit: int) -> list[FailedLine]:
        """Lines of a closed batch that failed or were not drawn, from the one that follows line `after`."""
        query = (
            select(batch_lines.c.line, batch_lines.c.custom_id, batch_lines.c.error)
            .where(
                batch_lines.c.batch_id == batch_id,
                batch_lines.c.state.in_(("failed", "dropped")),
                batch_lines.c.line > after,
            )
            .order_by(batch_lines.c.line)
            .limit(limit)
        )
        async with self._database.read() as connection:
            return [FailedLine(*row) for row in await connection.execute(query)]

    async def lose(self, batch_id: str, part: Part, error: str) -> None:
        """The blob of a result is gone: the line has failed."""
        async with self._database.write() as connection:
            counts = {"completed": batches.c.completed - 1, "failed": batches.c.failed + 1}
            await connection.execute(update(batches).filter_by(id=batch_id).values(counts))
            lost = update(batch_lines).filter_by(batch_id=batch_id, line=part.line)
            await connection.execute(lost.values(state="failed", part=None, error=error))


# built once, because building them takes longer than executing them
OF_LINE = and_(batch_lines.c.batch_id == bindparam("batch"), batch_lines.c.line == bindparam("number"))
TURN = (
    update(batches)
    .where(batches.c.id == bindparam("batch"), batches.c.status == "in_progress")
    .values(turn_at=bindparam("now"))
)
WAITING = (
    select(batch_lines)
    .where(
        batch_lines.c.batch_id == bindparam("batch"),
        batch_lines.c.state == "waiting",
        batch_lines.c.available_at <= bindparam("now"),
    )
    .order_by(batch_lines.c.line)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
TAKE = (
    update(batch_lines)
    .where(OF_LINE)
    .values(
        state="running",
        owner=bindparam("own"),
        lease_expires_at=bindparam("lease"),
        num_attempts=batch_lines.c.num_attempts + 1,
    )
)
COUNT = (
    update(batches)
    .where(batches.c.id == bindparam("batch"))
    .values(
        completed=batches.c.completed + bindparam("num_completed"),
        failed=batches.c.failed + bindparam("num_failed"),
        text_tokens=batches.c.text_tokens + bindparam("text"),
        image_tokens=batches.c.image_tokens + bindparam("image"),
        output_tokens=batches.c.output_tokens + bindparam("output"),
    )
    .returning(batches.c.total - batches.c.completed - batches.c.failed)
)
RENEW = (
    update(batch_lines)
    .where(OF_LINE, batch_lines.c.state == "running", batch_lines.c.owner == bindparam("own"))
    .values(lease_expires_at=bindparam("lease"))
)
IS_OWN = and_(batch_lines.c.state == "running", batch_lines.c.owner == bindparam("own"))
FINISH = (
    update(batch_lines)
    # a lease that has ended does no harm before another gateway has taken the line
    .where(OF_LINE, or_(IS_OWN, batch_lines.c.state == "waiting"))
    .values(
        state=bindparam("new_state"),
        part=bindparam("new_part"),
        part_bytes=bindparam("num_bytes"),
        error=bindparam("new_error"),
        owner=None,
    )
)
RESULT = select(batch_lines.c.part, batch_lines.c.error).where(OF_LINE)


def _as_line(row: Row[Any]) -> Line:
    return Line(
        batch_id=row.batch_id,
        line=row.line,
        custom_id=row.custom_id,
        start_byte=row.start_byte,
        end_byte=row.end_byte,
        num_attempts=row.num_attempts + 1,
        num_deferrals=row.num_deferrals,
    )
