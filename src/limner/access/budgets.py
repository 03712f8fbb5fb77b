"""Monthly budgets: reserved before drawing, settled with the ledger's row, in integers.

`spending.amount` is the sum of the costs in the ledger and of the open reservations. A reservation is one conditional
UPDATE, so concurrent requests, also of several gateways, cannot spend more than the budget. It has a lease: if its
gateway is killed, another one releases it.
"""

import asyncio
import logging
import time
import uuid
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Delete, Insert, Select, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from limner.core.errors import APIError, RateLimitError
from limner.database.connections import Database
from limner.database.tables import reservations, spending

log = logging.getLogger("limner.access")

LEASE_S = 60
RENEW_S = 15
MAX_RENEWED = 1000
"""In one statement, whose parameters are limited."""

Account = tuple[str, str]
"""A key's id, and the month."""


class Budgets:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._gateway = uuid.uuid4().hex
        """Of this process, in its reservations."""
        self._open: set[str] = set()
        """The requests with a reservation of this gateway."""
        # built once, because building them takes longer than executing them
        self._charge = _charge_statement(database)
        self._insert = reservations.insert()
        self._charge_and_insert = _charge_and_insert_statement(self._charge)
        self._change = _change_statement(database)

    async def reserve(self, request_id: str, key_id: str, amount: int, *, budget: int, now: float) -> None:
        """Raises RateLimitError if the rest of the month's budget is smaller than `amount`."""
        if amount > budget:
            raise quota_error()
        period = period_of(now)
        charge = {"account": key_id, "month": period, "reserved": amount, "budget": budget}
        reservation = {
            "request_id": request_id,
            "key_id": key_id,
            "period": period,
            "amount": amount,
            "gateway": self._gateway,
            "expires_at": int(now) + LEASE_S,
        }
        if self._database.is_sqlite:
            async with self._database.write() as connection:
                if await connection.scalar(self._charge, charge) is None:
                    raise quota_error()
                await connection.execute(self._insert, reservation)
        else:  # in one round trip
            async with self._database.statement() as connection:
                if await connection.scalar(self._charge_and_insert, charge | reservation) is None:
                    raise quota_error()
        self._open.add(request_id)

    async def move(self, connection: AsyncConnection, costs: "Counter[Account]", settled: list[str]) -> None:
        """Replace the reservations of the `settled` requests by `costs`, within a transaction."""
        amounts = Counter(costs)
        if settled:
            statement = delete(reservations).where(reservations.c.request_id.in_(settled))
            await self._subtract(connection, amounts, statement)
        await self._add(connection, amounts)

    def forget(self, settled: Iterable[str]) -> None:
        """The reservations of these requests are settled."""
        self._open.difference_update(settled)

    async def _subtract(self, connection: AsyncConnection, amounts: "Counter[Account]", statement: Delete) -> int:
        columns = (reservations.c.key_id, reservations.c.period, reservations.c.amount)
        rows = (await connection.execute(statement.returning(*columns))).all()
        for key_id, period, amount in rows:
            amounts[key_id, period] -= amount
        return len(rows)

    async def _add(self, connection: AsyncConnection, amounts: "Counter[Account]") -> None:
        rows = [
            {"account": key_id, "month": period, "change": amount}
            for (key_id, period), amount in sorted(amounts.items())  # in one order, so that gateways do not deadlock
            if amount
        ]
        if rows:
            await connection.execute(self._change, rows)

    async def renew_forever(self) -> None:
        """Renew the leases of this gateway, and release those of gateways that were killed."""
        while True:
            await asyncio.sleep(RENEW_S)
            try:
                await self.renew(now=time.time())
            except APIError:
                continue  # logged; the leases are longer than several attempts
            except Exception:  # a bug: without renewal, reservations would end while their requests run
                log.exception("The leases of reservations are not renewed.")

    async def renew(self, *, now: float) -> int:
        """Returns the number of reservations that were released because their gateway did not renew them."""
        released: Counter[Account] = Counter()
        async with self._database.write() as connection:
            # not all of this gateway: one whose request was cancelled while it was made must end
            open_ids = sorted(self._open)
            for at in range(0, len(open_ids), MAX_RENEWED):
                own = update(reservations).where(reservations.c.request_id.in_(open_ids[at : at + MAX_RENEWED]))
                await connection.execute(own.values(expires_at=int(now) + LEASE_S))
            expired = delete(reservations).where(reservations.c.expires_at < int(now))
            num_released = await self._subtract(connection, released, expired)
            await self._add(connection, released)
        return num_released


def _change_statement(database: Database) -> Insert:
    """Adds to what is spent, without a limit."""
    statement = database.insert(spending).values(
        key_id=bindparam("account"), period=bindparam("month"), amount=bindparam("change")
    )
    total = spending.c.amount + statement.excluded.amount
    return statement.on_conflict_do_update(index_elements=["key_id", "period"], set_={"amount": total})


def _charge_statement(database: Database) -> ReturningInsert[tuple[int]]:
    """Adds to what is spent; returns no row if that would be more than the budget."""
    statement = database.insert(spending).values(
        key_id=bindparam("account"), period=bindparam("month"), amount=bindparam("reserved")
    )
    total = spending.c.amount + statement.excluded.amount
    statement = statement.on_conflict_do_update(
        index_elements=["key_id", "period"], set_={"amount": total}, where=total <= bindparam("budget")
    )
    return statement.returning(spending.c.amount)


def _charge_and_insert_statement(charge: ReturningInsert[tuple[int]]) -> Select[tuple[int]]:
    """Both in one statement, for PostgreSQL: a row is reserved if one was charged."""
    charged = charge.cte("charged")
    columns = list(reservations.columns)
    values = [bindparam(column.name, type_=column.type) for column in columns]
    inserted = reservations.insert().from_select(columns, select(*values).select_from(charged))
    return select(charged.c.amount).add_cte(inserted.cte("inserted"))


def period_of(now: float) -> str:
    """The calendar month (UTC) of a time."""
    return time.strftime("%Y-%m", time.gmtime(now))


def quota_error() -> RateLimitError:
    """Clients retry every 429 unless `x-should-retry` is false."""
    return QuotaError(
        "You exceeded your current quota, please check your plan and billing details.",
        code="insufficient_quota",
        headers={"x-should-retry": "false"},
    )


class QuotaError(RateLimitError):
    type = "insufficient_quota"
