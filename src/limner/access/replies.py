"""Which requests have a stored response, or will have one, and under which names it is found.

A row is found by the `Idempotency-Key` of its request, by the request's id, or by the id that its client gave it. While
the request runs, its gateway renews the row's lease: if the gateway is killed, the key is free again soon after.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Row, and_, bindparam, delete, not_, or_, select, tuple_, update

from limner.core.errors import APIError
from limner.core.queue_estimate import QueueEstimate
from limner.database.connections import Database
from limner.database.tables import replies

log = logging.getLogger("limner.access")

LEASE_S = 30.0
RENEW_S = 8.0
EXPIRED_S = 86_400
"""How long an expired row still says that there was a response."""

Kind = Literal["idempotent", "kept", "client"]
"""What a name is: an `Idempotency-Key`, a request id, or an `X-Client-Request-Id`."""
State = Literal["running", "done", "failed"]
"""`failed`: without a response that may be sent again; an idempotency key is free then."""


@dataclass(frozen=True, slots=True)
class ReplyEntry:
    request_id: str
    fingerprint: str
    state: State
    estimate: QueueEstimate
    """The state of the queue when the lease was renewed."""
    is_accepted: bool
    """Whether it is known that the request was not refused."""
    lease_expires_at: float
    expires_at: int

    def is_running(self, now: float) -> bool:
        return self.state == "running" and now < self.lease_expires_at


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: Kind
    state: State
    expires_at: int


@dataclass(slots=True)
class OpenRequest:
    kinds: set[Kind]
    estimate: Callable[[], QueueEstimate] | None = None
    """None until the request is accepted."""


class ReplyIndex:
    """A transaction changes rows in the order of (request_id, kind), so that no two wait for each other.

    Methods raise OverloadedError if the database cannot be used, unless they say otherwise."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: dict[str, OpenRequest] = {}
        """The running requests of this gateway."""
        self._finished: dict[str, tuple[Outcome, ...]] = {}
        """Requests that ended, but are not in the database as such yet."""

    async def claim(
        self, key_id: str, idempotency_key: str, *, fingerprint: str, request_id: str, lifetime_s: float, now: float
    ) -> ReplyEntry:
        """The entry of an idempotency key. It has this request's id if the key was free; else another's."""
        key = _row_key(key_id, "idempotent", idempotency_key)
        new = _new_row(request_id, fingerprint, lifetime_s=lifetime_s, now=now)
        is_free = or_(
            replies.c.state == "failed",
            and_(replies.c.state == "running", replies.c.lease_expires_at <= now),
            and_(replies.c.state == "done", replies.c.expires_at <= now),
        )
        insert = self._database.insert(replies).values(key | new)
        insert = insert.on_conflict_do_update(index_elements=list(key), set_=new, where=is_free)
        while True:
            async with self._database.write() as connection:
                await connection.execute(insert)
                row = (await connection.execute(select(replies).filter_by(**key))).one_or_none()
            if row is not None:  # else it was deleted between the two statements
                entry = _as_entry(row)
                if entry.request_id == request_id:
                    self._open[request_id] = OpenRequest({"idempotent"})
                return entry

    async def has_key(self, key_id: str, idempotency_key: str) -> bool:
        """Whether an idempotency key was used, perhaps by a request that failed since."""
        key = _row_key(key_id, "idempotent", idempotency_key)
        async with self._database.read() as connection:
            return (await connection.execute(select(replies.c.request_id).filter_by(**key))).one_or_none() is not None

    async def find(self, request_id: str) -> ReplyEntry | None:
        """The entry of a request with an idempotency key; None once another request has taken the key over."""
        query = select(replies).filter_by(request_id=request_id, kind="idempotent")
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _as_entry(row)

    async def keep(self, request_id: str, key_id: str, client_id: str | None, *, lifetime_s: float, now: float) -> None:
        """Add a running request whose response will be found by its id, and by its client's id for it."""
        new = _new_row(request_id, "", lifetime_s=lifetime_s, now=now)
        names: dict[Kind, str] = {"kept": request_id}
        if client_id is not None:
            names["client"] = client_id
        async with self._database.write() as connection:
            for kind, name in sorted(names.items()):
                key = _row_key(key_id, kind, name)
                insert = self._database.insert(replies).values(key | new)
                await connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=new))
        self._open.setdefault(request_id, OpenRequest(set())).kinds.update(names)

    async def find_kept(self, key_id: str, name: str) -> ReplyEntry | None:
        """The entry of a kept request of this key, by its id or by its client's; the client's latest with that id."""
        hashed = hash_name(name)
        query = select(replies).where(
            replies.c.key_id == key_id, replies.c.kind.in_(("kept", "client")), replies.c.name_hash == hashed
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query.order_by(replies.c.kind.desc()))).first()
        return None if row is None else _as_entry(row)

    def is_open(self, request_id: str) -> bool:
        """Whether it is a running request of this gateway."""
        return request_id in self._open

    async def accept(self, request_id: str, estimate: Callable[[], QueueEstimate]) -> None:
        """Tell other gateways that the request is not refused, and how the queue is, now and with each renewal.

        Without a database, this is written with the next renewal. Never raises.
        """
        request = self._open.get(request_id)
        if request is None:
            return
        request.estimate = estimate
        try:
            await self._write_leases({request_id: request}, now=time.time())
        except APIError:
            log.warning("That %s is accepted is written when the database can be used again.", request_id)

    async def finish(self, request_id: str, outcomes: Iterable[Outcome]) -> None:
        """The request has ended. Without a database, this is written when there is one again. Never raises."""
        if self._open.pop(request_id, None) is None:
            return
        self._finished[request_id] = tuple(outcomes)
        try:
            await self._write_finished([request_id])
        except APIError:
            log.warning("The end of %s is written when the database can be used again.", request_id)

    async def release(self, request_id: str) -> None:
        """The request ended without a response: its names are free. Without a database, once its lease ends."""
        released = self._open.pop(request_id, None)
        if released is None:
            return
        rows = [{"of": request_id, "of_kind": kind} for kind in sorted(released.kinds)]
        try:
            async with self._database.write() as connection:
                await connection.execute(RELEASE, rows)
        except APIError:
            log.warning("The names of %s are not released before their lease ends.", request_id)

    async def forget(self, request_id: str) -> None:
        """The stored response is gone: its idempotency key is free."""
        async with self._database.write() as connection:
            await connection.execute(delete(replies).filter_by(request_id=request_id, kind="idempotent"))

    async def renew_forever(self) -> None:
        while True:
            await asyncio.sleep(RENEW_S)
            try:
                await self.renew(now=time.time())
                await self.sweep(now=time.time())
            except APIError:
                continue  # logged; the leases are longer than several attempts
            except Exception:
                log.exception("The leases of running requests are not renewed.")

    async def renew(self, *, now: float) -> None:
        """Renew the leases of this gateway, and write what could not be written."""
        await self._write_finished(sorted(self._finished))
        await self._write_leases(self._open, now=now)

    async def sweep(self, *, now: float) -> None:
        """Delete old rows."""
        key = replies.primary_key.columns
        is_running = and_(replies.c.state == "running", replies.c.lease_expires_at > now)
        old = select(*key).where(replies.c.expires_at < int(now) - EXPIRED_S, not_(is_running))
        async with self._database.write() as connection:
            await connection.execute(delete(replies).where(tuple_(*key).in_(old.with_for_update(skip_locked=True))))

    async def _write_leases(self, requests: Mapping[str, OpenRequest], *, now: float) -> None:
        rows = []
        for request_id, request in sorted(requests.items()):
            state = None if request.estimate is None else request.estimate()
            position, eta_s = (None, None) if state is None else (state.ahead, state.eta_s)
            lease = {"lease": now + LEASE_S, "position": position, "eta": eta_s}
            rows += [{"of": request_id, "of_kind": kind, **lease} for kind in sorted(request.kinds)]
        if rows:
            async with self._database.write() as connection:
                await connection.execute(RENEW, rows)

    async def _write_finished(self, request_ids: Iterable[str]) -> None:
        finished = {one: self._finished[one] for one in request_ids if one in self._finished}
        rows = [
            {"of": request_id, "of_kind": outcome.kind, "new": outcome.state, "until": outcome.expires_at}
            for request_id, outcomes in finished.items()
            for outcome in sorted(outcomes, key=lambda one: one.kind)
        ]
        if rows:
            async with self._database.write() as connection:
                await connection.execute(FINISH, rows)
        for request_id in finished:
            self._finished.pop(request_id, None)


OF_REQUEST = and_(replies.c.request_id == bindparam("of"), replies.c.kind == bindparam("of_kind"))
IS_RUNNING = replies.c.state == "running"
RENEW = (
    update(replies)
    .where(OF_REQUEST, IS_RUNNING)
    .values(lease_expires_at=bindparam("lease"), queue_position=bindparam("position"), eta_s=bindparam("eta"))
)
FINISH = update(replies).where(OF_REQUEST).values(state=bindparam("new"), expires_at=bindparam("until"))
RELEASE = delete(replies).where(OF_REQUEST, IS_RUNNING)


def hash_name(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _row_key(key_id: str, kind: Kind, name: str) -> dict[str, Any]:
    return {"key_id": key_id, "kind": kind, "name_hash": hash_name(name)}


def _new_row(request_id: str, fingerprint: str, *, lifetime_s: float, now: float) -> dict[str, Any]:
    return {
        "request_id": request_id,
        "fingerprint": fingerprint,
        "state": "running",
        "queue_position": None,
        "eta_s": None,
        "lease_expires_at": now + LEASE_S,
        "expires_at": int(now + lifetime_s) + 1,
    }


def _as_entry(row: Row[Any]) -> ReplyEntry:
    return ReplyEntry(
        request_id=row.request_id,
        fingerprint=row.fingerprint,
        state=row.state,
        estimate=QueueEstimate(row.queue_position or 0, row.eta_s),
        is_accepted=row.queue_position is not None,
        lease_expires_at=row.lease_expires_at,
        expires_at=row.expires_at,
    )
