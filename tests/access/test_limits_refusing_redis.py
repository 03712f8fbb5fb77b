"""A Redis that answers, but refuses what the limits need, is an outage: this process counts."""

import asyncio

import pytest

from limner.access.keys import KeyLimits
from rate_limits import limiting, new_key, take
from redis_server import running_redis

LIMITS = KeyLimits(requests_per_minute=5, images_per_minute=50, concurrency=10)


@pytest.fixture
def server():
    with running_redis() as server:
        yield server


async def outage_of(url, limits=LIMITS):
    """What happens to a request, and the reason in the log."""
    key = new_key()
    async with limiting(url) as limiter:
        answers = [await take(limiter, key, limits) for _ in range(6)]
        return [isinstance(answer, dict) for answer in answers], limiter.is_open


def assert_counted_here(outcome):
    admitted, is_open = outcome
    assert admitted == [True] * 5 + [False]
    assert is_open


def test_user_without_scripts_is_an_outage(server, caplog):
    with server.client() as client:
        client.execute_command("ACL", "SETUSER", "app", "on", ">geheim", "~*", "+@all", "-@scripting")

    assert_counted_here(asyncio.run(outage_of(f"redis://app:geheim@127.0.0.1:{server.port}/0")))
    assert "permission" in caplog.text.lower()
    assert "geheim" not in caplog.text


def test_wrong_password_is_an_outage(server, caplog):
    assert_counted_here(asyncio.run(outage_of(f"redis://app:geheim@127.0.0.1:{server.port}/0")))
    assert "geheim" not in caplog.text


@pytest.mark.parametrize("command", ["EVALSHA", "TIME"])
def test_redis_without_a_needed_command_is_an_outage(command):
    with running_redis("--rename-command", command, "") as server:
        assert_counted_here(asyncio.run(outage_of(server.url)))


def test_redis_without_the_script_command_is_none():
    with running_redis("--rename-command", "SCRIPT", "") as server:
        admitted, is_open = asyncio.run(outage_of(server.url))

    assert admitted == [True] * 5 + [False]
    assert not is_open


def test_read_only_replica_is_an_outage(server, caplog):
    with running_redis("--replicaof", "127.0.0.1", str(server.port)) as replica:
        assert_counted_here(asyncio.run(outage_of(replica.url)))
    assert "read only replica" in caplog.text


def test_full_redis_is_an_outage_and_counts_nothing(server, caplog):
    with server.client() as client:
        client.config_set("maxmemory", "1")

        assert_counted_here(asyncio.run(outage_of(server.url)))
        assert client.keys("*") == []
    assert "maxmemory" in caplog.text
