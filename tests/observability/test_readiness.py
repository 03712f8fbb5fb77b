"""`/health/live`, `/health/ready`, and the checks that make a server not ready."""

import asyncio
import logging
import threading
from dataclasses import replace

import asyncpg
import pytest

from limner.database.connections import Database
from limner.database.schema import upgrade
from limner.observability.readiness import ReadinessChecks
from limner.settings import Database as DatabaseSettings
from raw_http import get
from running import running_server, wait_until
from services import POSTGRES
from tiny_engine import TinyEngine


class LoadingEngine(TinyEngine):
    not_ready_reason = "The model 'x' is being loaded."


class BrokenEngine(TinyEngine):
    fatal_error = "The device cuda:0 has failed."


def ready(server):
    answer = get(server.port, "/health/ready")
    return answer.status, answer.json().get("error", {}).get("code")


def test_idle_server_is_live_and_ready(server):
    assert get(server.port, "/health/live").json() == {"status": "ok"}
    assert get(server.port, "/health/ready").json() == {"status": "ok"}


def test_server_is_not_ready_while_its_engine_loads(settings):
    with running_server(engine := LoadingEngine(), settings) as server:
        answer = get(server.port, "/health/ready")
        live, health = get(server.port, "/health/live").status, get(server.port, "/health").status
        engine.not_ready_reason = None
        after = ready(server)

    assert (answer.status, answer.error["code"]) == (503, "engine_loading")
    assert answer.error["message"] == "The model 'x' is being loaded."
    assert answer.headers["retry-after"] == "5"
    assert (live, health, after) == (200, 200, (200, None))


def test_server_with_a_broken_engine_is_neither_ready_nor_live(settings):
    with running_server(BrokenEngine(), settings) as server:
        assert ready(server) == (503, "device_lost")
        assert get(server.port, "/health/live").status == 503


def test_draining_server_is_live_but_not_ready(settings):
    engine = TinyEngine()
    engine.holds_at_step = 0
    with running_server(engine, settings) as server:
        drawing = threading.Thread(target=lambda: server.client().images.generate(prompt="a cat", size="256x256"))
        drawing.start()
        assert wait_until(lambda: engine.running == 1)
        server.terminate()
        assert wait_until(lambda: ready(server) == (503, "server_shutting_down"))
        assert get(server.port, "/health/live").status == 200
        engine.holds_at_step = None
        drawing.join()


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_probes_need_no_key(engine, settings, path):
    with running_server(engine, replace(settings, api_keys=("sk-one",))) as server:
        assert get(server.port, path).status == 200
        assert get(server.port, path, method="HEAD").body == b""


def test_failed_check_makes_the_server_not_ready(engine, settings, monkeypatch):
    async def fail(database):
        raise OSError("cannot reach secret-host:5432")

    monkeypatch.setattr(Database, "ping", fail)
    with running_server(engine, settings) as server:
        answer = get(server.port, "/health/ready")

    assert (answer.status, answer.error["code"]) == (503, "dependency_failed")
    assert answer.error["message"] == "The server is not ready: 'database' failed."
    assert answer.headers["retry-after"] == "5"


async def run_on_postgres(url, *statements):
    connection = await asyncpg.connect(url, timeout=5)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def upgrade_database(url):
    database = Database(url, timeout_s=5)
    await upgrade(database)
    await database.close()


def test_server_is_ready_as_long_as_postgres_is_there(engine, settings, postgres_url):
    asyncio.run(upgrade_database(postgres_url))
    name = postgres_url.rpartition("/")[2]
    end = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608
    with running_server(engine, replace(settings, database=DatabaseSettings(url=postgres_url))) as server:
        before = ready(server)
        asyncio.run(run_on_postgres(POSTGRES, end, f"ALTER DATABASE {name} RENAME TO {name}_gone"))
        try:
            assert wait_until(lambda: ready(server) == (503, "dependency_failed"))
            metrics = get(server.port, "/metrics").body.decode()
            live = get(server.port, "/health/live").status
        finally:
            asyncio.run(run_on_postgres(POSTGRES, f"ALTER DATABASE {name}_gone RENAME TO {name}"))
        assert wait_until(lambda: ready(server) == (200, None))

    assert (before, live) == ((200, None), 200)
    assert "\nlimner_ready 0.0\n" in metrics


class Service:
    """What a check asks: it can be slow or gone."""

    def __init__(self):
        self.num_calls = 0
        self.is_gone = False
        self.hangs = False

    async def ping(self):
        self.num_calls += 1
        if self.hangs:
            await asyncio.sleep(60)
        if self.is_gone:
            raise ConnectionError("gone")


@pytest.fixture
def service():
    return Service()


def test_results_are_kept_for_a_moment(service):
    async def probe():
        checks = ReadinessChecks(cache_s=0.1)
        checks.add("database", service.ping)
        first = await asyncio.gather(*(checks.failures() for _ in range(20)))
        service.is_gone = True
        cached = await checks.failures()
        await asyncio.sleep(0.11)
        return first, cached, await checks.failures()

    first, cached, after = asyncio.run(probe())

    assert first == [{}] * 20
    assert cached == {}
    assert after == {"database": "failed"}
    assert service.num_calls == 2


def test_checks_run_at_the_same_time_and_have_a_limit(service):
    async def probe():
        checks = ReadinessChecks(timeout_s=0.1, cache_s=0)
        service.hangs = True
        for name in ("database", "redis", "bucket"):
            checks.add(name, service.ping)
        checks.add("disk", Service().ping)
        loop = asyncio.get_running_loop()
        began_s = loop.time()
        failures = await checks.failures()
        return failures, loop.time() - began_s

    failures, took_s = asyncio.run(probe())

    assert failures == dict.fromkeys(("database", "redis", "bucket"), "did not answer within 0.1 s")
    assert took_s < 0.25


def test_check_that_cannot_be_cancelled_is_not_started_again():
    num_calls = 0

    async def stubborn():
        nonlocal num_calls
        num_calls += 1
        ends_s = asyncio.get_running_loop().time() + 0.3
        while asyncio.get_running_loop().time() < ends_s:
            try:
                await asyncio.sleep(0.3)
            except asyncio.CancelledError:
                continue

    async def probe():
        checks = ReadinessChecks(timeout_s=0.02, cache_s=0)
        checks.add("database", stubborn)
        during = [await checks.failures() for _ in range(3)]
        calls_during = num_calls
        await asyncio.sleep(0.5)
        checks._timeout_s = 1
        return during, calls_during, await checks.failures()

    during, calls_during, after = asyncio.run(probe())

    assert during == [{"database": "did not answer within 0.02 s"}] * 3
    assert (calls_during, num_calls, after) == (1, 2, {})


def test_changes_are_logged_once(service, caplog):
    caplog.set_level(logging.INFO, "limner.readiness")

    async def probe():
        checks = ReadinessChecks(cache_s=0)
        checks.add("redis", service.ping)
        for is_gone in (False, True, True, False, False):
            service.is_gone = is_gone
            await checks.failures()

    asyncio.run(probe())

    assert [record.getMessage() for record in caplog.records] == [
        "the check 'redis' failed",
        "the check 'redis' succeeds again",
    ]
    assert "ConnectionError: gone" in caplog.text


def test_probe_that_leaves_does_not_stop_the_check(service):
    async def probe():
        checks = ReadinessChecks(timeout_s=5, cache_s=0)
        service.hangs = True
        checks.add("database", service.ping)
        probing = asyncio.create_task(checks.failures())
        await asyncio.sleep(0.01)
        probing.cancel()
        await asyncio.gather(probing, return_exceptions=True)
        checks._timeout_s = 0.01
        return await checks.failures()

    assert asyncio.run(probe()) == {"database": "did not answer within 0.01 s"}
    assert service.num_calls == 1
