"""What the limits keep in the memory of a process, and the words of their answers."""

import asyncio
import time

import pytest

from limner.access.keys import KeyLimits
from limner.access.limits.local import LocalCounters
from limner.access.limits.responses import format_duration, limiter_unavailable_error
from rate_limits import age, limiting, new_key, take


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0s"),
        (0.0001, "1ms"),
        (0.012, "12ms"),
        (0.9999, "1s"),
        (1, "1s"),
        (8.64, "8.64s"),
        (59.9999, "1m0s"),
        (60, "1m0s"),
        (172.8, "2m52.8s"),
        (360, "6m0s"),
        (3600, "1h0m0s"),
    ],
)
def test_reset_time_has_upstreams_form(seconds, text):
    assert format_duration(seconds) == text


@pytest.mark.parametrize(("wait_s", "text"), [(0.0, "1"), (2.1, "3"), (500, "60")])
def test_retry_after_is_a_whole_number_that_clients_respect(wait_s, text):
    assert limiter_unavailable_error(wait_s).headers == {"retry-after": text}


def test_old_entries_are_swept():
    idle, busy, limits = new_key(), new_key(), KeyLimits(requests_per_minute=50)

    async def scenario():
        async with limiting() as limiter:
            for _ in range(30):
                await take(limiter, idle, limits)
                await take(limiter, busy, limits)
            age(limiter, 61)
            await take(limiter, busy, limits)
            await limiter._local.sweep()
            storage = limiter._local._storage
            return {name: len(entries) for name, entries in storage.events.items()}, set(storage.locks)

    counters, locks = asyncio.run(scenario())
    assert counters == {f"key/{busy.id}/requests": 1}
    assert locks == set(counters)


def test_counters_are_swept_by_themselves(monkeypatch):
    monkeypatch.setattr("limner.access.limits.local.SWEEP_S", 0.01)
    limits = KeyLimits(requests_per_minute=50)

    async def scenario():
        async with limiting() as limiter:
            for _ in range(5):
                await take(limiter, new_key(), limits)
            age(limiter, 61)
            async with asyncio.timeout(10):
                while limiter._local._storage.events:
                    await asyncio.sleep(0.01)

    asyncio.run(scenario())


def test_clock_that_is_set_back_does_not_lock_keys_out():
    key, limits = new_key(), KeyLimits(requests_per_minute=1)

    async def scenario():
        async with limiting() as limiter:
            await take(limiter, key, limits)
            age(limiter, -3600)  # the clock was an hour ahead
            await limiter._local.sweep()
            return await take(limiter, key, limits)

    assert isinstance(asyncio.run(scenario()), dict)


def test_nothing_is_left_of_requests_that_ended():
    key, limits = new_key(), KeyLimits(concurrency=3)

    async def scenario():
        async with limiting() as limiter:
            await asyncio.gather(*(take(limiter, key, limits) for _ in range(10)))
            return limiter._local.running

    assert asyncio.run(scenario()) == {}


def test_permit_is_cheap_with_many_keys():
    """The library alone would look at every counter after each hit."""
    limits = KeyLimits(requests_per_minute=10_000, images_per_minute=10_000, concurrency=100)
    keys = [new_key() for _ in range(200)]

    async def scenario():
        async with limiting() as limiter:
            for key in keys:
                await take(limiter, key, limits)
            began = time.process_time()
            for key in keys:
                await limiter.refuse_exhausted(key, limits)
                await take(limiter, key, limits)
                await asyncio.sleep(0.001)
            return (time.process_time() - began) / len(keys)

    assert asyncio.run(scenario()) < 0.0006, "processor time: twice what is allowed, for slow machines"


def test_counters_work_without_their_sweep():
    """The library sweeps them then."""
    key = new_key()

    async def scenario():
        from limner.access.limits.limiter import make_claim

        counters = LocalCounters()
        claim = make_claim(key, KeyLimits(requests_per_minute=2))
        await counters.add(claim)
        await asyncio.sleep(0.05)
        usage = await counters.read(claim)
        await counters.close()
        return usage.windows[0].used

    assert asyncio.run(scenario()) == 1
