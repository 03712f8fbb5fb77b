"""Leases and results of lines, on both databases, as two gateways see them."""

import asyncio

import pytest

from limner.batches.batch import Batch
from limner.batches.lines import LineStore, NewLine
from limner.batches.store import BatchStore, turns
from limner.core.errors import RateLimitError
from limner.core.usage import TokenUsage
from limner.database.connections import Database
from limner.database.schema import upgrade

NOW = 1_800_000_000.0
USAGE = TokenUsage(1, 2, 3)


class Gateway:
    def __init__(self, database, owner):
        self.batches = BatchStore(database, owner, lease_s=10)
        self.lines = LineStore(database, owner, lease_s=10)

    async def create_unread(self, *, key_id="", now=NOW, max_open=0):
        """A batch whose input is not validated yet."""
        return await self.batches.create(
            key_id=key_id,
            endpoint="/v1/images/generations",
            input_file_id="file-x",
            metadata=None,
            output_lifetime_s=None,
            base_url="",
            max_open=max_open,
            now=now,
        )

    async def create(self, *, num_lines=6, key_id="", now=NOW):
        """A batch in progress."""
        batch = await self.create_unread(key_id=key_id, now=now)
        assert await self.batches.claim(batch, now=now)
        assert await self.lines.add(batch.id, new_lines(num_lines))
        assert await self.batches.begin(batch.id, total=num_lines, model=None, now=now)
        return batch


async def parts_of(gateway, batch, *, limit=99):
    """All of them, in pages."""
    parts, line = [], 0
    while page := await gateway.lines.list_parts(batch.id, after=line, limit=limit):
        parts += page
        line = page[-1].line
    return parts


def new_lines(number):
    return [NewLine(line=one, custom_id='"a"', start_byte=0, end_byte=9) for one in range(1, number + 1)]


@pytest.fixture
def run(database_url):
    """A function that runs a scenario with two gateways."""

    def run(scenario):
        async def with_gateways():
            database = Database(database_url, timeout_s=10)
            try:
                await upgrade(database)
                return await scenario(Gateway(database, "one"), Gateway(database, "other"))
            finally:
                await database.close()

        return asyncio.run(with_gateways())

    return run


def test_gateways_take_different_lines(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=20)
        takes = [gateway.lines.take(batch.id, 2, now=NOW) for gateway in (one, other) * 6]
        return [line.line for lines in await asyncio.gather(*takes) for line in lines]

    assert sorted(run(scenario)) == list(range(1, 21))


def test_result_of_a_gateway_that_lost_its_line_does_not_count(run):
    async def scenario(one, other):
        batch = await one.create()
        (line,) = await one.lines.take(batch.id, 1, now=NOW)
        await other.lines.renew([], now=NOW + 11)
        (again,) = await other.lines.take(batch.id, 1, now=NOW + 11)
        results = (
            await one.lines.complete(line, "late", 9, USAGE, now=NOW),
            await other.lines.complete(again, "part", 9, USAGE, now=NOW),
            await one.lines.complete(line, "late", 9, USAGE, now=NOW),
        )
        return line, again, results, await one.batches.find(batch.id, key_id=""), await parts_of(one, batch)

    line, again, results, batch, parts = run(scenario)

    assert (line.line, again.line, again.num_attempts) == (1, 1, 2)
    assert results == (False, True, False)
    assert (batch.completed, batch.usage) == (1, USAGE)
    assert [part.name for part in parts] == ["part"]


def test_result_that_is_noted_twice_counts_once(run):
    async def scenario(one, _):
        batch = await one.create()
        first, second = await one.lines.take(batch.id, 2, now=NOW)
        results = [await one.lines.complete(first, "part", 9, USAGE, now=NOW) for _ in range(2)]
        results += [await one.lines.fail(second, '{"id":1}', now=NOW) for _ in range(2)]
        results += [await one.lines.fail(second, '{"id":2}', now=NOW)]
        return results, await one.batches.find(batch.id, key_id="")

    results, batch = run(scenario)

    assert results == [True, True, True, True, False]
    assert (batch.completed, batch.failed) == (1, 1)


def test_lease_that_ended_does_no_harm_before_another_takes_the_line(run):
    async def scenario(one, other):
        batch = await one.create()
        (line,) = await one.lines.take(batch.id, 1, now=NOW)
        await other.lines.renew([], now=NOW + 11)
        return await one.lines.complete(line, "part", 9, USAGE, now=NOW + 12)

    assert run(scenario)


def test_only_lines_that_are_drawn_are_renewed(run):
    async def scenario(one, other):
        batch = await one.create()
        _, second = await one.lines.take(batch.id, 2, now=NOW)
        await one.lines.renew([second], now=NOW + 8)
        await other.lines.renew([], now=NOW + 11)
        return [line.line for line in await other.lines.take(batch.id, 6, now=NOW + 11)]

    assert run(scenario) == [1, 3, 4, 5, 6]


def test_last_result_closes_the_batch(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=2)
        lines = await one.lines.take(batch.id, 2, now=NOW)
        await one.lines.complete(lines[0], "part", 9, USAGE, now=NOW)
        await one.lines.fail(lines[1], "{}", now=NOW + 5)
        return await other.batches.find(batch.id, key_id="")

    batch = run(scenario)

    assert (batch.status, batch.outcome, batch.finalizing_at) == ("finalizing", "completed", NOW + 5)


def test_closed_batch_takes_no_more_results(run):
    async def scenario(one, other):
        batch = await one.create()
        (line,) = await one.lines.take(batch.id, 1, now=NOW)
        await other.batches.close(await other.batches.find(batch.id, key_id=""), "expired", now=NOW)
        late = await one.lines.complete(line, "part", 9, USAGE, now=NOW)
        taken = await one.lines.take(batch.id, 1, now=NOW)
        closed = await one.batches.closed_among([batch.id, "batch_x"])
        return late, taken, closed == {batch.id, "batch_x"}, await one.batches.find(batch.id, key_id="")

    late, taken, is_closed, batch = run(scenario)

    assert (late, taken, is_closed) == (False, [], True)
    assert (batch.completed, batch.failed, batch.outcome) == (0, 6, "expired")


def test_batch_is_owned_for_its_lease(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=1)
        (line,) = await one.lines.take(batch.id, 1, now=NOW)
        await one.lines.complete(line, "part", 9, USAGE, now=NOW)
        batch = await one.batches.find(batch.id, key_id="")
        claims = [await one.batches.claim(batch, now=NOW), await other.batches.claim(batch, now=NOW + 9)]
        await one.batches.renew([batch.id], now=NOW + 9)
        claims += [await other.batches.claim(batch, now=NOW + 18), await other.batches.claim(batch, now=NOW + 20)]
        finished = [
            await gateway.batches.finish(batch, output_file_id="file-1", error_file_id=None, now=NOW)
            for gateway in (one, other)
        ]
        return claims, finished

    assert run(scenario) == ([True, False, False, True], [False, True])


def test_keys_and_their_batches_take_turns(run):
    async def scenario(one, _):
        batches = [await one.create(key_id=key, now=NOW + at) for at, key in enumerate(("ann", "ann", "bob", "cat"))]
        for at, batch in enumerate((batches[2], batches[0])):
            await one.lines.take(batch.id, 1, now=NOW + 10 + at)
        order = turns(await one.batches.list_open())
        return [[batch.id for batch in batches].index(batch.id) for batch in order]

    assert run(scenario) == [3, 2, 1, 0]


def test_many_batches_of_a_key_do_not_hide_those_of_others(run):
    async def scenario(one, other):
        own = await one.create(key_id="bob")
        await one.lines.take(own.id, 1, now=NOW)
        many = [await other.create_unread(key_id="ann", now=NOW + at) for at in range(30)]
        found = [batch.id for batch in await one.batches.list_open()]
        return found.index(own.id), len(found), found[0] == many[0].id

    assert run(scenario) == (1, 21, True)


def test_concurrent_gateways_keep_to_the_limit_of_a_key(run):
    async def scenario(one, other):
        await one.create_unread(key_id="bob")
        creating = [gateway.create_unread(key_id="ann", max_open=3) for gateway in (one, other) * 4]
        made = await asyncio.gather(*creating, return_exceptions=True)
        return [type(result) for result in made], len(await one.batches.list_open())

    kinds, num_open = run(scenario)

    assert (kinds.count(Batch), kinds.count(RateLimitError), num_open) == (3, 5, 4)


def test_closed_batch_gets_no_more_lines(run):
    """Cancelled while its input is validated."""

    async def scenario(one, other):
        batch = await one.create_unread()
        await one.batches.claim(batch, now=NOW)
        before = await one.lines.add(batch.id, new_lines(3))
        cancelling = await other.batches.cancel(batch.id, key_id="", now=NOW)
        await other.batches.close(cancelling, "cancelled", now=NOW)
        after = await one.lines.add(batch.id, [NewLine(line=4, custom_id='"a"', start_byte=0, end_byte=9)])
        failed = await other.lines.list_failed(batch.id, after=0, limit=9)
        return before, after, failed, (await one.batches.find(batch.id, key_id="")).failed

    assert run(scenario) == (True, False, [], 0)


def test_gateway_whose_lease_ended_adds_no_lines(run):
    async def scenario(one, other):
        batch = await one.create_unread()
        await one.batches.claim(batch, now=NOW)
        assert await other.batches.claim(batch, now=NOW + 11)
        return [await gateway.lines.add(batch.id, new_lines(3)) for gateway in (one, other)]

    assert run(scenario) == [False, True]


def test_gateway_whose_lease_ended_deletes_no_lines(run):
    """The other one has begun the batch meanwhile."""

    async def scenario(one, other):
        batch = await one.create_unread()
        await one.batches.claim(batch, now=NOW)
        assert await one.lines.add(batch.id, new_lines(2))
        assert await other.batches.claim(batch, now=NOW + 11)
        deleted = [await gateway.lines.delete_all(batch.id, is_validating=True) for gateway in (one, other)]
        assert await other.lines.add(batch.id, new_lines(3))
        assert await other.batches.begin(batch.id, total=3, model=None, now=NOW + 12)
        deleted.append(await one.lines.delete_all(batch.id, is_validating=True))
        return deleted, len(await other.lines.take(batch.id, 9, now=NOW + 12))

    assert run(scenario) == ([False, True, False], 3)


def test_deferrals_are_counted_apart_from_attempts(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=1)
        counts = []
        for counts_as in ("deferral", "deferral", "attempt", None, None):
            (line,) = await one.lines.take(batch.id, 1, now=NOW)
            counts.append((line.num_attempts, line.num_deferrals))
            await one.lines.give_back(line, available_at=NOW, counts_as=counts_as)
        return counts

    assert run(scenario) == [(1, 0), (1, 1), (1, 2), (2, 2), (2, 2)]


def test_results_are_listed_in_pages(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=7)
        for line in await one.lines.take(batch.id, 7, now=NOW):
            if line.line != 4:
                await one.lines.complete(line, f"part-{line.line}", 9, USAGE, now=NOW)
        return [part.line for part in await parts_of(one, batch, limit=2)]

    assert run(scenario) == [1, 2, 3, 5, 6, 7]


def test_gateway_that_stops_releases_its_work(run):
    async def scenario(one, other):
        batch = await one.create_unread()
        await one.batches.claim(batch, now=NOW)
        is_taken = await other.batches.claim(batch, now=NOW)
        await one.batches.release_all()
        return is_taken, await other.batches.claim(batch, now=NOW), (await one.batches.find(batch.id, key_id=""))

    is_taken, is_free, batch = run(scenario)

    assert (is_taken, is_free, batch.num_attempts) == (False, True, 1)


def test_backlog_counts_lines(run):
    async def scenario(one, other):
        batch = await one.create(num_lines=5)
        first, _ = await one.lines.take(batch.id, 2, now=NOW)
        await one.lines.complete(first, "part", 9, USAGE, now=NOW)
        return await other.batches.backlog()

    backlog = run(scenario)

    assert (backlog.num_batches, backlog.num_waiting, backlog.num_running, backlog.oldest_at) == (1, 3, 1, NOW)
