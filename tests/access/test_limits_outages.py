"""Redis is slow, gone, or refuses: requests wait once for the timeout, then this process counts, or 503 is answered."""

import asyncio
import logging
import socket
import time
from contextlib import contextmanager

import pytest

from limner.access.keys import KeyLimits
from limner.core.errors import OverloadedError, RateLimitError
from rate_limits import MODEL, limiting, new_key, take, take_all
from redis_server import RedisServer, running_redis

LIMITS = KeyLimits(requests_per_minute=5, images_per_minute=50, concurrency=10)
TIMEOUT_S = 0.25
CLEAR_S = 1.0
"""A timeout that differs clearly from two, and from none, on a busy machine."""


@pytest.fixture
def server():
    with running_redis() as server:
        yield server


@pytest.fixture
def short_pause(monkeypatch):
    monkeypatch.setattr("limner.access.limits.bounded_calls.OPEN_S", 0.3)


def limiting_briefly(url, **options):
    return limiting(url, **{"timeout_s": TIMEOUT_S} | options)


async def timed(awaitable):
    began = time.monotonic()
    result = await awaitable
    return result, time.monotonic() - began


@contextmanager
def silent_server():
    """Accepts connections, and answers nothing."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(100)
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"


def test_requests_are_counted_here_while_redis_is_gone(server, caplog):
    key = new_key()

    async def scenario():
        async with limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            before = [await take(limiter, key, LIMITS) for _ in range(2)]
            server.kill()
            during = [await timed(take(limiter, key, LIMITS)) for _ in range(4)]
            return before, during, limiter.is_open, limiter.num_failures

    before, during, is_open, num_failures = asyncio.run(scenario())
    assert all(isinstance(headers, dict) for headers in before)
    assert [isinstance(answer, dict) for answer, _ in during] == [True, True, True, False], "5 a minute, as before"
    assert during[2][0]["x-ratelimit-remaining-requests"] == "0"
    assert all(seconds < CLEAR_S / 2 for _, seconds in during)
    assert is_open
    assert num_failures == 1, "the breaker is open: it is not asked again"
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "Redis cannot be used" in line.getMessage()
    assert "each process counts" in line.getMessage()


def test_redis_is_used_again_when_it_is_back(server, short_pause, caplog):
    key = new_key()

    async def scenario():
        async with limiting_briefly(server.url) as limiter:
            server.kill()
            await take(limiter, key, LIMITS)
            server.start()
            await asyncio.sleep(0.31)
            headers = await take(limiter, key, LIMITS)
            with server.client() as client:
                counted = client.llen(f"limner:key/{key.id}/requests")
            return headers, counted, limiter.is_open

    headers, counted, is_open = asyncio.run(scenario())
    assert isinstance(headers, dict)
    assert counted == 1
    assert not is_open
    assert [record.getMessage() for record in caplog.records if "again" in record.getMessage()] == [
        "Redis can be used again."
    ]


def test_limits_hold_in_this_process_across_a_restart(server, short_pause):
    """The restarted Redis has forgotten everything."""
    key = new_key()

    async def scenario():
        async with limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            admitted = len(await take_all([limiter], key, LIMITS, [1] * 2))
            server.kill()
            admitted += len(await take_all([limiter], key, LIMITS, [1] * 2))
            server.start()
            await asyncio.sleep(0.31)
            await take(limiter, new_key(), LIMITS)  # finds out that it is back
            admitted += len(await take_all([limiter], key, LIMITS, [1] * 20))
            with server.client() as client:
                return admitted, client.llen(f"limner:key/{key.id}/requests")

    admitted, num_counted = asyncio.run(scenario())
    assert admitted == 5
    assert num_counted == 1, "what is refused here is given back there"


def test_running_requests_are_counted_across_an_outage(server):
    key, limits = new_key(), KeyLimits(concurrency=2)

    async def scenario():
        async with limiting_briefly(server.url) as limiter:
            async with limiter.permit(key, limits, MODEL, 1):
                server.kill()
                async with limiter.permit(key, limits, MODEL, 1):
                    refused = await take(limiter, key, limits)
            return refused, await take(limiter, key, limits)

    refused, admitted = asyncio.run(scenario())
    assert "Limit 2, Used 2" in refused.message
    assert admitted == {}


def test_requests_that_end_in_an_outage_are_not_counted_after_it(server, short_pause):
    key, limits = new_key(), KeyLimits(concurrency=1)

    async def scenario():
        async with limiting_briefly(server.url) as limiter:
            async with limiter.permit(key, limits, MODEL, 1):
                server.stall()
                await take(limiter, new_key(), LIMITS)
            server.resume()
            await asyncio.sleep(0.31)
            return await take(limiter, key, limits), limiter.is_open, limiter._ended

    assert asyncio.run(scenario()) == ({}, False, {})


def test_end_of_a_request_does_not_wait_for_a_slow_redis_again(server, short_pause):
    async def scenario():
        async with limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            server.stall()
            permit = limiter.permit(new_key(), LIMITS, MODEL, 1)
            await permit.__aenter__()
            await asyncio.sleep(0.31)  # the next call would try again
            _, seconds = await timed(permit.__aexit__(None, None, None))
            return seconds

    assert asyncio.run(scenario()) < CLEAR_S / 2


def test_restart_between_requests_is_not_noticed(server):
    """Connections of the pool that the restart closed are replaced."""
    key = new_key()

    async def scenario():
        async with limiting_briefly(server.url) as limiter:
            await asyncio.gather(*(take(limiter, key, LIMITS) for _ in range(4)))
            await asyncio.to_thread(server.kill)
            await asyncio.to_thread(server.start)
            return await take(limiter, key, LIMITS), limiter.num_failures

    headers, num_failures = asyncio.run(scenario())
    assert isinstance(headers, dict)
    assert num_failures == 0


@pytest.mark.parametrize("is_stalled", [True, False])
def test_slow_redis_delays_each_request_by_one_timeout_at_most(server, is_stalled):
    """Also one that accepts connections and answers nothing from the start."""

    async def scenario(url):
        async with limiting_briefly(url, timeout_s=CLEAR_S) as limiter:
            keys = [new_key() for _ in range(40)]
            if is_stalled:
                server.stall()
            limiter._shared.calls._breaker.record_success()
            first = await asyncio.gather(*(timed(take(limiter, key, LIMITS)) for key in keys))
            later = await asyncio.gather(*(timed(take(limiter, key, LIMITS)) for key in keys))
            return first, later, limiter.is_open

    with silent_server() as silent:
        first, later, is_open = asyncio.run(scenario(server.url if is_stalled else silent))
    assert all(isinstance(headers, dict) for headers, _ in first + later)
    assert all(seconds < 1.8 * CLEAR_S for _, seconds in first)
    assert max(seconds for _, seconds in later) < CLEAR_S / 2
    assert is_open


def test_one_request_probes_a_redis_that_is_still_slow(server, short_pause):
    async def scenario():
        async with limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            server.stall()
            await take(limiter, new_key(), LIMITS)
            await asyncio.sleep(0.31)
            answers = await asyncio.gather(*(timed(take(limiter, new_key(), LIMITS)) for _ in range(30)))
            return [seconds for _, seconds in answers if seconds > 0.9 * CLEAR_S]

    assert len(asyncio.run(scenario())) == 1


def test_early_check_and_admission_wait_once_together(server):
    key = new_key()

    async def request(limiter):
        await limiter.refuse_exhausted(key, LIMITS)
        return await take(limiter, key, LIMITS)

    async def scenario():
        async with limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            limiter._full.add(f"key/{key.id}")  # so that it asks early
            server.stall()
            return await timed(request(limiter))

    headers, seconds = asyncio.run(scenario())
    assert isinstance(headers, dict)
    assert seconds < 1.8 * CLEAR_S


def test_refusal_is_503_and_costs_nothing(server, short_pause):
    key, limits = new_key(), KeyLimits(requests_per_minute=2, concurrency=1)

    async def refused(limiter):
        with pytest.raises(OverloadedError) as refusal:
            await take(limiter, key, limits)
        return refusal.value

    async def scenario():
        async with limiting_briefly(server.url, on_failure="refuse") as limiter:
            server.kill()
            errors = [await refused(limiter) for _ in range(5)]
            with pytest.raises(OverloadedError):
                await limiter.refuse_exhausted(key, limits)
            server.start()
            await asyncio.sleep(0.31)
            await limiter.refuse_exhausted(key, limits)
            return errors, [await take(limiter, key, limits) for _ in range(2)]

    errors, admitted = asyncio.run(scenario())
    assert {(error.status, error.code, error.headers["retry-after"]) for error in errors} == {
        (503, "limiter_unavailable", "1")
    }
    assert [headers["x-ratelimit-remaining-requests"] for headers in admitted] == ["1", "0"]


def test_refused_requests_do_not_count_when_a_stalled_redis_continues(server, short_pause):
    """It reads their commands then: their connections are closed, but what was sent is in its socket."""
    key = new_key()

    async def scenario():
        async with limiting_briefly(server.url, on_failure="refuse") as limiter:
            await asyncio.gather(*(take(limiter, new_key(), LIMITS) for _ in range(4)))  # opens connections
            before = num_scripts()
            server.stall()
            answers = await asyncio.gather(*(take(limiter, key, LIMITS) for _ in range(4)), return_exceptions=True)
            server.resume()
            num_late = num_scripts() - before
            await asyncio.sleep(0.31)
            return answers, num_late, await take(limiter, key, LIMITS)

    def num_scripts():
        with server.client() as client:
            return client.info("commandstats")["cmdstat_evalsha"]["calls"]

    answers, num_late, headers = asyncio.run(scenario())
    assert all(isinstance(answer, OverloadedError) for answer in answers)
    assert num_late == 4
    assert headers["x-ratelimit-remaining-requests"] == "4"


def test_limits_that_need_no_redis_are_not_refused():
    with silent_server() as url:

        async def scenario():
            async with limiting_briefly(url, on_failure="refuse") as limiter:
                await limiter.refuse_exhausted(new_key(), KeyLimits())
                return await take(limiter, new_key(), KeyLimits())

        assert asyncio.run(scenario()) == {}


def test_ping_says_why_redis_cannot_be_used(server):
    async def reason(limiter):
        try:
            await limiter.ping()
        except Exception as error:
            return error
        return None

    async def scenario():
        async with limiting() as without, limiting_briefly(server.url, timeout_s=CLEAR_S) as limiter:
            usable = await reason(without), await reason(limiter)
            server.stall()
            slow, seconds = await timed(reason(limiter))
            server.resume()
            server.kill()
            return usable, slow, seconds, await reason(limiter)

    usable, slow, seconds, gone = asyncio.run(scenario())
    assert usable == (None, None)
    assert isinstance(slow, Exception)
    assert seconds < 1.8 * CLEAR_S
    assert "connecting" in str(gone)


def test_server_starts_without_redis(caplog):
    unused = RedisServer()

    async def scenario():
        async with limiting_briefly(unused.url) as limiter:
            return limiter.is_open, await take(limiter, new_key(), LIMITS)

    is_open, headers = asyncio.run(scenario())
    assert is_open
    assert isinstance(headers, dict)
    assert "Redis cannot be used" in caplog.text


def test_breaker_closes_without_requests(server, short_pause, monkeypatch):
    monkeypatch.setattr("limner.access.limits.limiter.RENEW_S", 0.05)

    async def scenario():
        async with limiting_briefly(server.url) as limiter:
            server.kill()
            await take(limiter, new_key(), LIMITS)
            assert limiter.is_open
            server.start()
            async with asyncio.timeout(10):
                while limiter.is_open:
                    await asyncio.sleep(0.01)

    asyncio.run(scenario())


def test_limits_are_exact_while_redis_is_killed_and_started(server, short_pause):
    """In one process, whatever happens to Redis meanwhile."""
    key, limits = new_key(), KeyLimits(requests_per_minute=200, concurrency=20)

    async def scenario():
        admitted = 0
        async with limiting_briefly(server.url) as limiter:

            async def requests():
                nonlocal admitted
                for _ in range(40):
                    answer = await take(limiter, key, limits)
                    admitted += isinstance(answer, dict)
                    await asyncio.sleep(0.01)

            clients = [asyncio.create_task(requests()) for _ in range(10)]
            for _ in range(2):
                await asyncio.to_thread(server.kill)
                await asyncio.sleep(0.2)
                await asyncio.to_thread(server.start)
                await asyncio.sleep(0.4)
            await asyncio.gather(*clients)
            return admitted, isinstance(await take(limiter, key, limits), RateLimitError)

    admitted, is_refused = asyncio.run(scenario())
    assert admitted == 200
    assert is_refused
