"""What the limits keep in Redis."""

import asyncio
import re
import time
from pathlib import Path

import pytest
from limits.aio.storage import RedisStorage

from limner.access.keys import KeyLimits
from limner.access.limits.shared import LEASE_S
from limner.core.errors import RateLimitError
from limner.settings import SettingsError
from rate_limits import MODEL, age, limiting, new_key, take
from redis_server import running_redis

LIMITS = KeyLimits(requests_per_minute=10, images_per_minute=20, concurrency=1)


@pytest.fixture(scope="module")
def server():
    with running_redis() as server:
        yield server


@pytest.fixture
def client(server):
    with server.client() as client:
        yield client
        client.flushall()


def test_library_reads_the_same_windows(server):
    """As the limits of `limits.aio`, an independent reader."""
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter:
            for n in (1, 2, 3):
                await take(limiter, key, LIMITS, n=n)
            age(limiter, 30, url=server.url)
            await take(limiter, key, LIMITS, n=4)
            age(limiter, 31, url=server.url)  # leaves the last one
            storage = RedisStorage(f"async+{server.url}", implementation="redispy", key_prefix="limner")
            found = [
                await storage.get_moving_window(f"key/{key.id}/{kind}", limit, 60)
                for kind, limit in (("requests", 10), ("images", 20))
            ]
            await storage.bridge.get_connection().aclose()
            return found

    (requests_start, requests), (images_start, images) = asyncio.run(scenario())
    assert (requests, images) == (1, 4)
    assert requests_start == images_start == pytest.approx(time.time() - 31, abs=2)


def test_keys_of_redis_expire(server, client):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter, limiter.permit(key, LIMITS, MODEL, 1):
            return {name: client.pttl(name) for name in client.scan_iter(f"limner:key/{key.id}*")}

    lifetimes = asyncio.run(scenario())
    assert len(lifetimes) == 3
    assert all(0 < ms <= 60_000 for ms in lifetimes.values())
    assert 0 < lifetimes[f"limner:key/{key.id}/running"] <= LEASE_S * 1000


def test_nothing_is_left_of_requests_that_ended(server, client):
    key, limits = new_key(), KeyLimits(concurrency=5)

    async def scenario():
        async with limiting(server.url) as limiter:
            await asyncio.gather(*(take(limiter, key, limits) for _ in range(20)))

    asyncio.run(scenario())
    assert not client.exists(f"limner:key/{key.id}/running")


def test_running_requests_of_a_killed_server_are_freed(server):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as killed, limiting(server.url) as other:
            permit = killed.permit(key, LIMITS, MODEL, 1)
            await permit.__aenter__()
            killed._renewing.cancel()  # as if it were gone
            refused = await take(other, key, LIMITS)
            age(other, LEASE_S + 0.1, url=server.url)
            return refused, await take(other, key, LIMITS)

    refused, admitted = asyncio.run(scenario())
    assert isinstance(refused, RateLimitError)
    assert isinstance(admitted, dict)


def test_lease_of_a_running_request_is_renewed(server):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter, limiting(server.url) as other:
            async with limiter.permit(key, LIMITS, MODEL, 1):
                for _ in range(3):
                    age(limiter, LEASE_S - 1, url=server.url)
                    await limiter._renew(limiter._shared)
                refused = await take(other, key, LIMITS)
            return refused, await take(other, key, LIMITS)

    refused, admitted = asyncio.run(scenario())
    assert "concurrent requests" in refused.message
    assert isinstance(admitted, dict)


def test_redis_that_lost_its_data_learns_of_running_requests(server, client):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter, limiting(server.url) as other:
            permit = limiter.permit(key, LIMITS, MODEL, 1)
            await permit.__aenter__()
            client.flushall()
            await limiter._renew(limiter._shared)
            return await take(other, key, LIMITS)

    assert "concurrent requests" in asyncio.run(scenario()).message


def test_request_that_ends_during_a_renewal_is_not_revived(server, client, monkeypatch):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter:
            shared = limiter._shared
            renew = shared.renew

            async def renew_late(running):
                await permit.__aexit__(None, None, None)
                await renew(running)

            monkeypatch.setattr(shared, "renew", renew_late)
            permit = limiter.permit(key, LIMITS, MODEL, 1)
            await permit.__aenter__()
            await limiter._renew(shared)

    asyncio.run(scenario())
    assert not client.exists(f"limner:key/{key.id}/running")


def test_leases_are_renewed_by_themselves(server, client, monkeypatch):
    monkeypatch.setattr("limner.access.limits.limiter.RENEW_S", 0.02)
    key = new_key()

    def lease():
        return client.zscore(f"limner:key/{key.id}/running", client.zrange(f"limner:key/{key.id}/running", 0, -1)[0])

    async def scenario():
        async with limiting(server.url) as limiter, limiter.permit(key, LIMITS, MODEL, 1):
            first = lease()
            async with asyncio.timeout(10):
                while lease() <= first:
                    await asyncio.sleep(0.01)

    asyncio.run(scenario())


def test_forgotten_scripts_are_sent_again(server, client):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter:
            await take(limiter, key, LIMITS)
            client.script_flush()
            return await take(limiter, key, LIMITS), limiter.num_failures

    headers, num_failures = asyncio.run(scenario())
    assert headers["x-ratelimit-remaining-requests"] == "8"
    assert num_failures == 0


def test_clock_of_redis_decides(server, monkeypatch):
    """The clocks of two servers differ by an hour."""
    key, limits = new_key(), KeyLimits(requests_per_minute=2)

    async def scenario():
        async with limiting(server.url) as one, limiting(server.url) as other:
            await take(one, key, limits)
            now = time.time
            with monkeypatch.context() as patch:
                patch.setattr(time, "time", lambda: now() + 3600)
                second, refused = await take(other, key, limits), await take(other, key, limits)
            return second, refused

    second, refused = asyncio.run(scenario())
    assert second["x-ratelimit-remaining-requests"] == "0"
    assert 59 <= int(refused.headers["retry-after"]) <= 60


@pytest.mark.parametrize("offset_s", [-3600, 3600])
def test_redis_whose_clock_was_set_is_used(server, offset_s):
    key = new_key()

    async def scenario():
        async with limiting(server.url) as limiter:
            limiter._shared._clock_s += offset_s
            return await take(limiter, key, LIMITS), limiter.num_failures

    headers, num_failures = asyncio.run(scenario())
    assert headers["x-ratelimit-remaining-requests"] == "9"
    assert num_failures == 0


def test_exhausted_key_is_refused_early_by_each_server(server):
    """A server asks Redis early only for keys that it has refused: all other requests wait for Redis once."""
    key, limits = new_key(), KeyLimits(requests_per_minute=2)

    async def scenario():
        async with limiting(server.url) as one, limiting(server.url) as other:
            await take(one, key, limits)
            await take(one, key, limits)
            await other.refuse_exhausted(key, limits)
            assert isinstance(await take(other, key, limits), RateLimitError)
            with pytest.raises(RateLimitError):
                await other.refuse_exhausted(key, limits)
            age(one, 60.1, url=server.url)
            await other.refuse_exhausted(key, limits)
            return await take(other, key, limits)

    assert asyncio.run(scenario())["x-ratelimit-remaining-requests"] == "1"


def test_documented_rights_are_enough(server, client):
    page = Path(__file__).parents[2].joinpath("docs", "limits.md").read_text(encoding="utf-8")
    (rights,) = re.findall(r"^~limner:\* .+$", page, re.MULTILINE)
    client.execute_command("ACL", "SETUSER", "app", "reset", "on", ">geheim", *rights.split())
    key = new_key()

    async def scenario():
        async with limiting(f"redis://app:geheim@127.0.0.1:{server.port}/1") as limiter:
            await limiter.ping()
            async with limiter.permit(key, LIMITS, MODEL, 1) as permit:
                await limiter._renew(limiter._shared)
                await permit.give_back()
            return await take(limiter, key, LIMITS), limiter.num_failures

    headers, num_failures = asyncio.run(scenario())
    assert headers["x-ratelimit-remaining-requests"] == "9"
    assert num_failures == 0


def test_wrong_url_is_a_settings_error_without_the_password():
    async def scenario():
        async with limiting("rediss+x://user:geheim@host"):
            pass

    with pytest.raises(SettingsError, match=r"redis\.url") as refusal:
        asyncio.run(scenario())

    assert "geheim" not in str(refusal.value)
    assert refusal.value.__cause__ is None
