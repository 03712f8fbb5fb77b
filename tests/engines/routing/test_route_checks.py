"""Routes that are out come back by a check of their engine, without a request."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from limner.core.errors import EngineError, OverloadedError
from route_fixtures import FailingEngine, engine_of, make_route, routed_service, submit

WAIT_S = 10


class CheckedEngine(FailingEngine):
    """`problem`: what its check raises."""

    def __init__(self, error=None) -> None:
        super().__init__(error)
        self.problem: Exception | None = error
        self.num_checks = 0

    async def check(self):
        self.num_checks += 1
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def near():
    return CheckedEngine(OverloadedError("It does not answer."))


@asynccontextmanager
async def started(near, **options):
    """A service whose first route has failed, so that it is out."""
    route = make_route("near", near, **{"max_failures": 1, "out_s": 0.01, "check_s": 0.02} | options)
    service = routed_service(route, make_route("far", rank=2))
    await service.start()
    try:
        assert await engine_of(submit(service)) == "far"
        yield service
    finally:
        await service.close()


async def wait_until(condition):
    async with asyncio.timeout(WAIT_S):
        while not condition():
            await asyncio.sleep(0.005)


def problem_of(service):
    near, _ = service.models["tiny"].engine.states()
    return near.problem


def test_route_comes_back_without_a_request(near, caplog):
    async def run():
        async with started(near) as service:
            await wait_until(lambda: near.num_checks >= 3)
            assert problem_of(service) is not None
            near.error = near.problem = None
            await wait_until(lambda: problem_of(service) is None)
            num_requests = len(near.requests)
            return num_requests, await engine_of(submit(service))

    with caplog.at_level("INFO"):
        assert asyncio.run(run()) == (1, "near")
    assert "The route 'near' is back." in caplog.text


def test_engine_that_answers_and_cannot_draw_is_brought_back_once(near):
    async def run():
        async with started(near) as service:
            near.problem, near.error = None, EngineError("It cannot draw.")
            await wait_until(lambda: problem_of(service) is None)
            assert await engine_of(submit(service)) == "far"
            num_checks = near.num_checks
            await wait_until(lambda: near.num_checks >= num_checks + 3)
            stays_out = problem_of(service) is not None
            near.problem = OverloadedError("It does not answer.")
            num_checks = near.num_checks
            await wait_until(lambda: near.num_checks >= num_checks + 2)
            near.problem = None
            await wait_until(lambda: problem_of(service) is None)
            return stays_out, len(near.requests)

    assert asyncio.run(run()) == (True, 2)


@pytest.mark.parametrize("options", [{"check_s": 0}, {"max_failures": 3}], ids=["switched off", "not out"])
def test_route_is_not_checked_without_need(near, options):
    async def run():
        async with started(near, **options):
            await asyncio.sleep(0.2)

    asyncio.run(run())

    assert near.num_checks == 0


def test_check_that_hangs_counts_as_a_failure(near, monkeypatch):
    monkeypatch.setattr("limner.engines.routing.target.CHECK_S", 0.02)

    async def hang():
        near.num_checks += 1
        await asyncio.sleep(60)

    async def run():
        async with started(near) as service:
            near.check = hang
            await wait_until(lambda: near.num_checks >= 3)
            return problem_of(service)

    assert "TimeoutError" in asyncio.run(run())


def test_closed_service_checks_nothing_more(near):
    async def run():
        async with started(near):
            await wait_until(lambda: near.num_checks)
        num_checks = near.num_checks
        await asyncio.sleep(0.1)
        return near.num_checks - num_checks

    assert asyncio.run(run()) == 0
