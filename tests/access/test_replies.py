"""Idempotency keys and kept requests in the database: one claim wins, leases end, owners are kept apart."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from limner.access.replies import EXPIRED_S, LEASE_S, Outcome, ReplyIndex
from limner.core.errors import OverloadedError
from limner.core.queue_estimate import QueueEstimate
from limner.database.tables import replies
from records import opened, rows_of

NOW = 1_800_000_000.0
DAY_S = 86_400.0


@pytest.fixture
def indexed(database_url):
    """A function that opens that many indexes, as of several gateways, on one database."""

    @asynccontextmanager
    async def open_indexes(count=1):
        async with opened(database_url) as database:
            yield database, *(ReplyIndex(database) for _ in range(count))

    return open_indexes


def claim(index, request_id, *, key="k", key_id="key_1", fingerprint="f", lifetime_s=DAY_S, now=NOW):
    return index.claim(key_id, key, fingerprint=fingerprint, request_id=request_id, lifetime_s=lifetime_s, now=now)


def test_one_of_many_simultaneous_claims_wins(indexed):
    async def scenario():
        async with indexed(2) as (_, *gateways):
            return await asyncio.gather(*(claim(gateways[number % 2], f"req_{number}") for number in range(50)))

    entries = asyncio.run(scenario())
    assert len({entry.request_id for entry in entries}) == 1
    assert {entry.state for entry in entries} == {"running"}


def test_claim_of_a_used_key_returns_the_first_request(indexed):
    async def scenario():
        async with indexed() as (_, index):
            await claim(index, "req_1", fingerprint="first")
            return await claim(index, "req_2", fingerprint="second")

    entry = asyncio.run(scenario())
    assert (entry.request_id, entry.fingerprint) == ("req_1", "first")


def test_each_api_key_has_idempotency_keys_of_its_own(indexed):
    async def scenario():
        async with indexed() as (_, index):
            await claim(index, "req_1", key_id="key_1")
            used = await index.has_key("key_1", "k"), await index.has_key("key_2", "k")
            return used, await claim(index, "req_2", key_id="key_2")

    used, entry = asyncio.run(scenario())
    assert used == (True, False)
    assert entry.request_id == "req_2"


@pytest.mark.parametrize(
    ("outcome", "later_s", "is_free"),
    [
        pytest.param(Outcome("idempotent", "done", int(NOW + DAY_S)), DAY_S - 1, False, id="done"),
        pytest.param(Outcome("idempotent", "done", int(NOW + DAY_S)), DAY_S + 1, True, id="expired"),
        pytest.param(Outcome("idempotent", "failed", int(NOW + DAY_S)), 0, True, id="failed"),
        pytest.param(None, LEASE_S - 1, False, id="running"),
        pytest.param(None, LEASE_S + 1, True, id="lease ended"),
    ],
)
def test_key_is_free_after_an_end_without_response(indexed, outcome, later_s, is_free):
    async def scenario():
        async with indexed(2) as (_, first, second):
            await claim(first, "req_1")
            if outcome is not None:
                await first.finish("req_1", [outcome])
            return await claim(second, "req_2", now=NOW + later_s)

    assert (asyncio.run(scenario()).request_id == "req_2") == is_free


def test_running_request_keeps_its_key_beyond_the_lifetime(indexed):
    async def scenario():
        async with indexed() as (_, index):
            await claim(index, "req_1", lifetime_s=1)
            return await claim(index, "req_2", lifetime_s=1, now=NOW + 10)

    assert asyncio.run(scenario()).request_id == "req_1"


def test_renewal_extends_the_lease_and_reports_the_queue(indexed):
    async def scenario():
        async with indexed(2) as (_, first, second):
            await claim(first, "req_1")
            await first.accept("req_1", lambda: QueueEstimate(ahead=3, eta_s=1.5))
            await first.renew(now=NOW + LEASE_S - 1)
            return await claim(second, "req_2", now=NOW + LEASE_S + 1)

    entry = asyncio.run(scenario())
    assert entry.request_id == "req_1"
    assert (entry.estimate.ahead, entry.estimate.eta_s) == (3, 1.5)


def test_request_that_lost_its_lease_cannot_finish(indexed):
    async def scenario():
        async with indexed(2) as (_, first, second):
            await claim(first, "req_1")
            await claim(second, "req_2", now=NOW + LEASE_S + 1)
            await first.renew(now=NOW + LEASE_S + 2)
            await first.finish("req_1", [Outcome("idempotent", "done", int(NOW + DAY_S))])
            return await claim(first, "req_3", now=NOW + LEASE_S + 3)

    entry = asyncio.run(scenario())
    assert (entry.request_id, entry.state) == ("req_2", "running")


def test_released_request_leaves_no_row(indexed):
    async def scenario():
        async with indexed() as (database, index):
            await claim(index, "req_1")
            await index.keep("req_1", "key_1", "client-id-1234567", lifetime_s=60, now=NOW)
            assert len(await rows_of(database, replies)) == 3
            await index.release("req_1")
            return await rows_of(database, replies)

    assert asyncio.run(scenario()) == []


def test_release_after_the_end_changes_nothing(indexed):
    async def scenario():
        async with indexed() as (database, index):
            await claim(index, "req_1")
            await index.finish("req_1", [Outcome("idempotent", "done", int(NOW + DAY_S))])
            await index.release("req_1")
            return await rows_of(database, replies)

    (row,) = asyncio.run(scenario())
    assert row["state"] == "done"


def test_end_without_a_database_is_written_later(indexed):
    async def scenario():
        async with indexed() as (database, index):
            await claim(index, "req_1")
            async with database.write() as connection:
                await connection.execute(text("ALTER TABLE replies RENAME TO hidden"))
            failing = database.write
            database.write = unavailable
            await index.finish("req_1", [Outcome("idempotent", "done", int(NOW + DAY_S))])
            await index.release("req_1")
            database.write = failing
            async with database.write() as connection:
                await connection.execute(text("ALTER TABLE hidden RENAME TO replies"))
            await index.renew(now=NOW)
            return await rows_of(database, replies)

    (row,) = asyncio.run(scenario())
    assert (row["state"], row["expires_at"]) == ("done", int(NOW + DAY_S))


@asynccontextmanager
async def unavailable():
    raise OverloadedError("gone")
    yield


def test_kept_request_is_found_by_its_owner_only(indexed):
    async def scenario():
        async with indexed() as (_, index):
            await index.keep("req_1", "key_1", "client-id-1234567", lifetime_s=60, now=NOW)
            names = ("req_1", "client-id-1234567", "req_2")
            return [[await index.find_kept(key, name) for name in names] for key in ("key_1", "key_2")]

    own, other = asyncio.run(scenario())
    assert [entry and entry.request_id for entry in own] == ["req_1", "req_1", None]
    assert other == [None, None, None]


def test_id_of_a_client_finds_its_latest_request(indexed):
    async def scenario():
        async with indexed() as (_, index):
            for request_id in ("req_1", "req_2"):
                await index.keep(request_id, "key_1", "client-id-1234567", lifetime_s=60, now=NOW)
            await index.finish("req_1", [Outcome(kind, "done", int(NOW + 60)) for kind in ("kept", "client")])
            return [await index.find_kept("key_1", name) for name in ("req_1", "client-id-1234567")]

    by_id, by_client_id = asyncio.run(scenario())
    assert (by_id.request_id, by_id.state) == ("req_1", "done")
    assert (by_client_id.request_id, by_client_id.state) == ("req_2", "running")


def test_sweep_deletes_old_rows_only(indexed):
    async def scenario():
        async with indexed() as (database, index):
            for number, state in enumerate(("done", "failed", "running")):
                await claim(index, f"req_{number}", key=str(number), lifetime_s=60)
                if state != "running":
                    await index.finish(f"req_{number}", [Outcome("idempotent", state, int(NOW + 60))])
            await index.renew(now=NOW + 60 + EXPIRED_S)
            left = []
            for later_s in (61, 59 + EXPIRED_S, 70 + EXPIRED_S):
                await index.sweep(now=NOW + later_s)
                left.append(sorted(row["request_id"] for row in await rows_of(database, replies)))
            return left

    assert asyncio.run(scenario()) == [["req_0", "req_1", "req_2"], ["req_0", "req_1", "req_2"], ["req_2"]]


def test_gateways_change_many_rows_without_deadlock(indexed):
    async def scenario():
        async with indexed(2) as (database, *gateways):

            async def live(index, number):
                request_id = f"req_{number:03}"
                await claim(index, request_id, key=str(number))
                await index.keep(request_id, "key_1", f"client-{number}", lifetime_s=60, now=NOW)
                await index.renew(now=NOW)
                kinds = ("idempotent", "kept", "client")
                await index.finish(request_id, [Outcome(kind, "done", int(NOW + 60)) for kind in kinds])
                await index.sweep(now=NOW + 2 * EXPIRED_S)

            await asyncio.gather(*(live(gateways[number % 2], number) for number in range(40)))
            return await rows_of(database, replies), database.num_failures

    assert asyncio.run(scenario()) == ([], 0)
