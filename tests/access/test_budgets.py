"""Budgets are reserved before drawing and settled with the ledger's rows: no key spends more, and nothing is lost."""

import asyncio
import calendar
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager, suppress

import pytest
from sqlalchemy import event

from limner.access import budgets as budgets_module
from limner.access.budgets import LEASE_S, Budgets, QuotaError, period_of
from limner.access.ledger import Ledger
from limner.database.connections import Database
from limner.database.tables import ledger, reservations, spending
from records import NOW, make_record, opened, rows_of

NOVEMBER_ENDS = calendar.timegm((2026, 11, 30, 23, 59, 59)) + 0.9


@asynccontextmanager
async def gateways(url, folder, count=2):
    """The budgets and the ledger of each of several servers with one database, and a connection of ours."""
    async with opened(url) as own:
        databases = [Database(url, timeout_s=30) for _ in range(count)]
        budgets = [Budgets(database) for database in databases]
        ledgers = [
            Ledger(database, one, folder / str(number))
            for number, (database, one) in enumerate(zip(databases, budgets, strict=True))
        ]
        for one in ledgers:
            await one.start()
        try:
            yield list(zip(budgets, ledgers, strict=True)), own
        finally:
            for one, database in zip(ledgers, databases, strict=True):
                await one.close()
                await database.close()


async def reserve(budgets, request_id, amount, *, budget, key_id="key_1", now=NOW) -> bool:
    try:
        await budgets.reserve(request_id, key_id, amount, budget=budget, now=now)
    except QuotaError:
        return False
    return True


async def state_of(database):
    """What is spent by key and month, the sums of the rows, and the open reservations."""
    spent = {(row["key_id"], row["period"]): row["amount"] for row in await rows_of(database, spending)}
    sums: dict[tuple[str, str], int] = {}
    for row in await rows_of(database, ledger):
        account = row["key_id"], period_of(row["created_at_ms"] / 1000)
        sums[account] = sums.get(account, 0) + row["cost"]
    return spent, sums, await rows_of(database, reservations)


def test_concurrent_requests_of_two_servers_get_exactly_the_budget(database_url, tmp_path):
    async def scenario():
        async with gateways(database_url, tmp_path) as (servers, database):

            async def request(number):
                budgets, book = servers[number % 2]
                if not await reserve(budgets, f"req_{number}", 100, budget=5_000):
                    return False
                await asyncio.sleep(random.random() / 50)
                book.add(make_record(f"req_{number}", cost=100), is_reserved=True)
                return True

            granted = await asyncio.gather(*(request(number) for number in range(200)))
            for _, book in servers:
                await book.flush()
            return sum(granted), await state_of(database)

    num_granted, (spent, sums, left) = asyncio.run(scenario())
    assert num_granted == 50
    assert spent == sums == {("key_1", period_of(NOW)): 5_000}
    assert left == []


def test_spending_is_the_sum_of_the_rows_whatever_happens(database_url, tmp_path):
    """Requests of several keys and costs that complete, cost less, fail, or are refused, on two servers."""
    random.seed(3)

    async def scenario():
        async with gateways(database_url, tmp_path) as (servers, database):

            async def request(number):
                budgets, book = servers[number % 2]
                key, request_id = f"key_{number % 3}", f"req_{number}"
                if not await reserve(budgets, request_id, 90, budget=1_500, key_id=key, now=NOW):
                    return
                await asyncio.sleep(random.random() / 20)
                record = make_record(request_id, key_id=key, cost=random.choice((0, 17, 90)))
                for _ in range(1 + number % 2):  # some are written twice
                    book.add(record, is_reserved=True)

            await asyncio.gather(*(request(number) for number in range(120)))
            for _, book in servers:
                await book.flush()
            return await state_of(database)

    spent, sums, left = asyncio.run(scenario())
    assert len(sums) == 3
    assert spent == sums
    assert all(amount <= 1_500 for amount in spent.values())
    assert left == []


def test_refusal_says_that_the_quota_is_exceeded(database_url):
    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            await budgets.reserve("req_1", "key_1", 100, budget=100, now=NOW)
            with pytest.raises(QuotaError) as refusal:
                await budgets.reserve("req_2", "key_1", 1, budget=100, now=NOW)
            return refusal.value, await rows_of(database, reservations)

    error, open_reservations = asyncio.run(scenario())
    assert error.status == 429
    assert error.body()["error"] == {
        "message": "You exceeded your current quota, please check your plan and billing details.",
        "type": "insufficient_quota",
        "param": None,
        "code": "insufficient_quota",
    }
    assert error.headers == {"x-should-retry": "false"}
    assert [row["request_id"] for row in open_reservations] == ["req_1"]


@pytest.mark.parametrize(("amount", "budget", "is_granted"), [(1, 0, False), (100, 100, True), (101, 100, False)])
def test_first_request_must_fit_into_the_budget(database_url, amount, budget, is_granted):
    async def scenario():
        async with opened(database_url) as database:
            return await reserve(Budgets(database), "req_1", amount, budget=budget), await state_of(database)

    granted, (spent, _, left) = asyncio.run(scenario())
    assert granted == is_granted
    assert list(spent.values()) == [amount] * is_granted
    assert len(left) == is_granted


def test_lowered_budget_applies_to_what_was_spent(database_url):
    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            return [
                await reserve(budgets, f"req_{number}", 40, budget=budget)
                for number, budget in enumerate((100, 100, 100, 79, 120, 120))
            ]

    assert asyncio.run(scenario()) == [True, True, False, False, True, False]


def test_request_costs_less_than_reserved_and_the_rest_is_free_again(database_url, tmp_path):
    async def scenario():
        async with gateways(database_url, tmp_path, count=1) as (((budgets, book),), _):
            assert await reserve(budgets, "req_1", 100, budget=100)
            book.add(make_record("req_1", cost=30), is_reserved=True)
            await book.flush()
            return (
                await reserve(budgets, "req_2", 71, budget=100),
                await reserve(budgets, "req_3", 70, budget=100),
            )

    assert asyncio.run(scenario()) == (False, True)


def test_flush_changes_all_budgets_in_one_statement(database_url, tmp_path):
    async def scenario():
        async with gateways(database_url, tmp_path, count=1) as (((budgets, book),), own):
            for number in range(20):
                assert await reserve(budgets, f"req_{number}", 100, budget=100, key_id=f"key_{number}")
            statements = []
            engine = budgets._database._engine.sync_engine
            event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
            for number in range(20):  # at once, so that no flush in the background takes some of them
                book.add(make_record(f"req_{number}", cost=30, key_id=f"key_{number}"), is_reserved=True)
            await book.flush()
            spent, _, left = await state_of(own)
            return [text for text in statements if "INTO spending" in text], set(spent.values()), len(spent), left

    changes, amounts, num_keys, left = asyncio.run(scenario())

    assert len(changes) == 1
    assert (amounts, num_keys, left) == ({30}, 20, [])


def test_each_month_has_its_own_budget(database_url, tmp_path):
    async def scenario():
        async with gateways(database_url, tmp_path, count=1) as (((budgets, book),), database):
            granted = [
                await reserve(budgets, "req_1", 60, budget=100, now=NOVEMBER_ENDS),
                await reserve(budgets, "req_2", 60, budget=100, now=NOVEMBER_ENDS),
                await reserve(budgets, "req_3", 60, budget=100, now=NOVEMBER_ENDS + 1),
            ]
            book.add(make_record("req_1", cost=50, created_at_ms=int(NOVEMBER_ENDS * 1000)), is_reserved=True)
            book.add(make_record("req_3", cost=50, created_at_ms=int(NOVEMBER_ENDS * 1000) + 1000), is_reserved=True)
            await book.flush()
            return granted, await state_of(database)

    granted, (spent, sums, left) = asyncio.run(scenario())
    assert granted == [True, False, True]
    assert spent == sums == {("key_1", "2026-11"): 50, ("key_1", "2026-12"): 50}
    assert left == []


def test_request_that_is_admitted_as_the_month_ends_leaves_nothing_behind(database_url, tmp_path):
    """Reserved in November, recorded in December."""

    async def scenario():
        async with gateways(database_url, tmp_path, count=1) as (((budgets, book),), database):
            assert await reserve(budgets, "req_1", 60, budget=100, now=NOVEMBER_ENDS)
            book.add(make_record("req_1", cost=50, created_at_ms=int(NOVEMBER_ENDS * 1000) + 500), is_reserved=True)
            await book.flush()
            return await state_of(database)

    spent, sums, left = asyncio.run(scenario())
    assert sums == {("key_1", "2026-12"): 50}
    assert spent == sums | {("key_1", "2026-11"): 0}
    assert left == []


def test_leases_of_a_killed_server_are_released(database_url):
    async def scenario():
        async with opened(database_url) as database:
            killed, other = Budgets(database), Budgets(database)
            assert await reserve(killed, "req_1", 100, budget=150)
            assert await reserve(other, "req_2", 50, budget=150)
            early = await other.renew(now=NOW + LEASE_S - 1)
            late = await other.renew(now=NOW + LEASE_S + 1)
            return early, late, await state_of(database), await reserve(other, "req_3", 100, budget=150)

    early, late, (spent, _, left), granted = asyncio.run(scenario())
    assert (early, late) == (0, 1)
    assert list(spent.values()) == [50]
    assert [row["request_id"] for row in left] == ["req_2"], "its server renews it"
    assert granted


def test_two_servers_release_the_leases_of_a_third_once(database_url):
    async def scenario():
        async with opened(database_url) as database:
            killed, servers = Budgets(database), [Budgets(database) for _ in range(5)]
            for number in range(20):
                assert await reserve(killed, f"req_{number}", 10, budget=1000)
            released = await asyncio.gather(*(one.renew(now=NOW + LEASE_S + 1) for one in servers))
            return sum(released), await state_of(database)

    released, (spent, _, left) = asyncio.run(scenario())
    assert released == 20
    assert list(spent.values()) == [0]
    assert left == []


def test_server_that_is_killed_loses_its_reservations(database_url, tmp_path):
    """A real process."""
    script = f"""
import asyncio, time
from limner.access.budgets import Budgets
from limner.database.connections import Database

async def main():
    budgets = Budgets(Database({database_url!r}, timeout_s=5))
    await budgets.reserve("req_1", "key_1", 100, budget=100, now=time.time())
    print("reserved", flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""

    def run_and_kill():
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "reserved\n"
            os.kill(process.pid, signal.SIGKILL)

    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            await asyncio.to_thread(run_and_kill)
            refused = not await reserve(budgets, "req_2", 1, budget=100)
            await budgets.renew(now=time.time() + LEASE_S + 1)
            return refused, await reserve(budgets, "req_3", 100, budget=100)

    assert asyncio.run(scenario()) == (True, True)


def test_row_that_arrives_after_its_lease_has_ended_is_charged(database_url, tmp_path):
    """Its server could not reach the database for longer than the lease."""

    async def scenario():
        async with gateways(database_url, tmp_path) as (((budgets, book), (other, _)), database):
            assert await reserve(budgets, "req_1", 100, budget=100)
            await other.renew(now=NOW + LEASE_S + 1)
            book.add(make_record("req_1", cost=80), is_reserved=True)
            await book.flush()
            return await state_of(database)

    spent, sums, left = asyncio.run(scenario())
    assert spent == sums == {("key_1", period_of(NOW)): 80}
    assert left == []


def test_reservation_without_a_request_is_not_renewed(database_url):
    """Its request was cancelled while it was made, say: it ends although its server goes on."""

    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            assert await reserve(budgets, "req_lost", 100, budget=200)
            assert await reserve(budgets, "req_open", 100, budget=200)
            budgets.forget(["req_lost"])
            for seconds in (15, 30, 45, 61):
                await budgets.renew(now=NOW + seconds)
            return [row["request_id"] for row in await rows_of(database, reservations)]

    assert asyncio.run(scenario()) == ["req_open"]


def test_many_open_reservations_are_renewed(database_url):
    """More than a statement has parameters."""

    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            for number in range(3):
                assert await reserve(budgets, f"req_{number}", 1, budget=1000)
            budgets._open.update(f"req_none_{number}" for number in range(40_000))
            await budgets.renew(now=NOW + LEASE_S + 1)
            return len(await rows_of(database, reservations))

    assert asyncio.run(scenario()) == 3


def test_leases_are_renewed_by_themselves(database_url, monkeypatch):
    monkeypatch.setattr(budgets_module, "RENEW_S", 0.02)

    async def scenario():
        async with opened(database_url) as database:
            budgets = Budgets(database)
            assert await reserve(budgets, "req_1", 1, budget=10, now=NOW - 30)
            renewing = asyncio.create_task(budgets.renew_forever())
            try:
                async with asyncio.timeout(10):
                    while (await rows_of(database, reservations))[0]["expires_at"] < NOW + LEASE_S - 1:
                        await asyncio.sleep(0.02)
            finally:
                renewing.cancel()
                with suppress(asyncio.CancelledError):
                    await renewing

    asyncio.run(scenario())


def test_renewal_survives_an_unexpected_error(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(budgets_module, "RENEW_S", 0.01)
    calls = []

    async def fail_once(self, *, now):
        calls.append(now)
        if len(calls) == 1:
            raise RuntimeError("unexpected")

    async def scenario():
        async with opened(f"sqlite:///{tmp_path / 'test.db'}") as database:
            monkeypatch.setattr(Budgets, "renew", fail_once)
            renewing = asyncio.create_task(Budgets(database).renew_forever())
            async with asyncio.timeout(10):
                while len(calls) < 2:
                    await asyncio.sleep(0.01)
            renewing.cancel()

    asyncio.run(scenario())
    assert "are not renewed" in caplog.text


def test_record_that_the_database_refuses_keeps_no_reservation(postgres_url, tmp_path):
    async def scenario():
        async with gateways(postgres_url, tmp_path, count=1) as (((budgets, book),), database):
            assert await reserve(budgets, "req_bad", 100, budget=100)
            book.add(make_record("req_bad", model="x" * 300, cost=100), is_reserved=True)
            await book.flush()
            for seconds in (30, LEASE_S + 1):
                await budgets.renew(now=NOW + seconds)
            return await state_of(database)

    spent, sums, left = asyncio.run(scenario())
    assert list(spent.values()) == [0]
    assert sums == {}
    assert left == []
