"""Routes that are out: for how long, what brings them back, and where it is said."""

import asyncio
import logging

import pytest

from limner.core.errors import BadRequestError, EngineError, OverloadedError, RateLimitError
from limner.engines.engine import SupportsEstimate, SupportsHealth, SupportsReadiness, SupportsStats
from limner.engines.routing.engine import RoutingEngine
from limner.engines.routing.route import Route
from limner.families.native import NATIVE
from limner.models import Model
from limner.service import ImageService
from limner.settings import Settings
from route_fixtures import (
    FailingEngine,
    ManualClock,
    RestartingEngine,
    engine_of,
    images_of,
    make_request,
    make_route,
    routed_service,
    submit,
)
from tiny_engine import TinyEngine


class LoadingEngine(TinyEngine):
    not_ready_reason = None


class MortalEngine(TinyEngine):
    fatal_error = None


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def gpu():
    return FailingEngine(EngineError("a", code="broken"))


@pytest.fixture
def service(gpu, clock):
    return routed_service(make_route("gpu", gpu, clock=clock, max_failures=2), make_route("upstream", rank=2))


def names_of(service, count):
    return [asyncio.run(engine_of(submit(service))) for _ in range(count)]


def out(service):
    return [state.route for state in service.models["tiny"].engine.states() if state.problem]


def test_failures_in_a_row_take_a_route_out(service, gpu):
    names = names_of(service, 5)

    assert names == ["upstream"] * 5
    assert len(gpu.requests) == 2, "then it gets no more"
    assert out(service) == ["gpu"]


def test_failures_that_are_not_in_a_row_take_nothing_out(service, gpu):
    for _ in range(4):
        gpu.error = EngineError("a")
        names_of(service, 1)
        gpu.error = None
        names_of(service, 1)

    assert out(service) == []


@pytest.mark.parametrize("error", [BadRequestError("No."), RateLimitError("Full.")], ids=["client", "limit"])
def test_errors_of_a_working_engine_take_nothing_out(service, gpu, clock, error):
    gpu.error = error
    for _ in range(5):
        clock.now_s += 61
        asyncio.run(_ignore_errors(submit(service)))

    clock.now_s += 61
    assert out(service) == []
    assert len(gpu.requests) == 5


async def _ignore_errors(submission):
    try:
        await images_of(submission)
    except BadRequestError:
        return


def test_one_request_brings_a_route_back(service, gpu, clock):
    names_of(service, 2)
    gpu.error = None
    before = names_of(service, 2)
    clock.now_s += 10

    assert (before, names_of(service, 2)) == (["upstream", "upstream"], ["gpu", "gpu"])
    assert out(service) == []


def test_failed_probe_keeps_the_route_out(service, gpu, clock):
    names_of(service, 2)
    clock.now_s += 10
    names = names_of(service, 3)

    assert names == ["upstream"] * 3
    assert len(gpu.requests) == 3


def test_only_one_request_probes_at_a_time(service, gpu, clock):
    names_of(service, 2)
    gpu.error = None
    clock.now_s += 10

    async def work():
        submissions = [submit(service) for _ in range(10)]
        return await asyncio.gather(*map(engine_of, submissions))

    names = asyncio.run(work())

    assert names == ["gpu"] + ["upstream"] * 9


def test_probe_whose_client_leaves_decides_nothing(service, gpu, clock):
    names_of(service, 2)
    gpu.error = None
    clock.now_s += 10
    asyncio.run(submit(service).cancel())

    assert names_of(service, 1) == ["gpu"], "the next request is the probe"


def test_limit_pauses_a_route_for_as_long_as_it_says(service, gpu, clock):
    gpu.error = RateLimitError("Too many.", headers={"retry-after": "7"})
    names_of(service, 1)
    gpu.error = None
    during = names_of(service, 1)
    clock.now_s += 7.1

    assert (during, names_of(service, 1)) == (["upstream"], ["gpu"])


def test_late_request_does_not_take_a_route_out(service, gpu):
    """The engine refused it because of its queue, so that it works."""
    gpu.error = OverloadedError("Late.", code="deadline_exceeded")
    names_of(service, 5)

    assert len(gpu.requests) == 5
    assert out(service) == []


def test_all_routes_out_refuse_at_once_and_say_until_when(clock):
    engine = FailingEngine(EngineError("a"))
    service = routed_service(make_route("only", engine, clock=clock, max_failures=1, out_s=30))
    with pytest.raises(EngineError):
        names_of(service, 1)
    clock.now_s += 10

    with pytest.raises(OverloadedError, match="No engine of the model 'tiny' is available") as raised:
        submit(service)

    assert (raised.value.code, raised.value.headers["retry-after"]) == ("no_route_available", "20")
    assert len(engine.requests) == 1


def test_full_routes_are_a_rate_limit(clock):
    engine = FailingEngine(RateLimitError("a", headers={"retry-after": "5"}))
    service = routed_service(make_route("only", engine, clock=clock))
    with pytest.raises(RateLimitError):
        names_of(service, 1)

    with pytest.raises(RateLimitError, match="busy") as raised:
        submit(service)

    assert raised.value.headers["retry-after"] == "5"


def test_failed_engine_gets_no_request_and_the_others_do():
    mortal = MortalEngine()
    service = routed_service(make_route("gpu", mortal), make_route("upstream", rank=2))
    mortal.fatal_error = "The device cuda:0 has failed."

    assert names_of(service, 2) == ["upstream", "upstream"]
    assert mortal.requests == []
    assert service.fatal_error is None


def test_loading_engine_gets_no_request_if_another_is_ready():
    loading = LoadingEngine()
    loading.not_ready_reason = "The model 'x' is being loaded."
    service = routed_service(make_route("gpu", loading), make_route("upstream", rank=2, queue_images_above=20))
    names = names_of(service, 1)
    loading.not_ready_reason = None

    assert names + names_of(service, 1) == ["upstream", "gpu"]


def test_loading_engine_draws_if_it_is_the_only_one():
    loading = LoadingEngine()
    loading.not_ready_reason = "The model 'x' is being loaded."
    service = routed_service(make_route("gpu", loading))

    assert names_of(service, 1) == ["gpu"]


def test_engine_without_workers_gets_no_request_if_another_works():
    ray = RestartingEngine()
    service = routed_service(make_route("ray", ray), make_route("upstream", rank=2))
    before = names_of(service, 1)
    ray.outage = "There is no replica at present."
    during = names_of(service, 1)
    (state, _) = service.models["tiny"].engine.states()
    ray.outage = None

    assert before + during + names_of(service, 1) == ["ray", "upstream", "ray"]
    assert state.problem == "There is no replica at present."


def test_one_route_down_leaves_the_model_ready(service, gpu, clock):
    engine = service.models["tiny"].engine
    names_of(service, 2)

    assert (engine.not_ready_reason, engine.fatal_error) == (None, None)


def test_all_routes_down_make_the_model_unready_until_one_may_be_tried(clock):
    engines = [FailingEngine(EngineError("a", code="x")) for _ in range(2)]
    options = {"clock": clock, "max_failures": 1}
    service = routed_service(
        *(make_route(f"r{rank}", one, rank=rank, **options) for rank, one in enumerate(engines, 1))
    )
    engine = service.models["tiny"].engine
    with pytest.raises(EngineError):
        names_of(service, 1)
    reason = engine.not_ready_reason
    clock.now_s += 10

    assert reason.startswith("No route of the model 'tiny' works. r1: It failed")
    assert "EngineError (x)" in reason
    assert engine.not_ready_reason is None, "otherwise no request would come to try it"


def test_model_is_dead_once_all_routes_are():
    mortals = MortalEngine(), MortalEngine()
    engine = RoutingEngine("tiny", [make_route(f"r{rank}", one, rank=rank) for rank, one in enumerate(mortals, 1)])
    mortals[0].fatal_error = "The first has failed."
    one = engine.fatal_error
    mortals[1].fatal_error = "The second has failed."

    assert (one, engine.fatal_error) == (None, "The first has failed.")


def test_engine_that_did_not_start_is_out_at_once(clock):
    class BrokenStart(TinyEngine):
        num_starts = 0

        async def start(self):
            self.num_starts += 1
            if self.num_starts == 1:
                raise OSError("no device")

    engine = BrokenStart()
    service = routed_service(make_route("gpu", engine, clock=clock), make_route("upstream", rank=2))

    async def work():
        await service.start()
        names = [await engine_of(submit(service)) for _ in range(2)]
        clock.now_s += 10
        return names, await engine_of(submit(service)), engine.num_starts

    assert asyncio.run(work()) == (["upstream", "upstream"], "gpu", 2)


def test_each_change_is_logged_once(service, gpu, clock, caplog):
    with caplog.at_level(logging.INFO, "limner.routes"):
        names_of(service, 5)
        clock.now_s += 10
        names_of(service, 3)  # the probe fails
        gpu.error = None
        clock.now_s += 10
        names_of(service, 3)

    messages = [record.message for record in caplog.records if " is " in record.message]
    assert messages == [
        "The route 'gpu' is out. It failed 2 times in a row or more; the latest failure: EngineError (broken).",
        "The route 'gpu' is back.",
    ]


def test_models_share_the_state_of_an_engine(clock):
    """A route that is out for one model is out for all."""
    gpu = FailingEngine(EngineError("a"))
    first = make_route("gpu", gpu, max_failures=1, clock=clock)
    engines = [
        RoutingEngine(name, [route, make_route("other", rank=2)])
        for name, route in (("one", first), ("two", Route(name="gpu", target=first.target)))
    ]

    async def work():
        events = [event async for event in engines[0].generate(make_request())]
        return events[0].engine, engines[1].choose(make_request())

    assert asyncio.run(work()) == ("other", "other")


def test_engine_shared_by_models_is_started_and_closed_once():
    class CountingEngine(TinyEngine):
        counts = (0, 0)

        async def start(self):
            self.counts = self.counts[0] + 1, self.counts[1]

        async def close(self):
            self.counts = self.counts[0], self.counts[1] + 1

    shared, own = CountingEngine(), CountingEngine()
    models = [Model("direct", NATIVE, shared)]
    for name in ("x", "y"):
        engine = RoutingEngine(name, [make_route("a", shared), make_route("b", own, rank=2)])
        models.append(Model(name, NATIVE, engine))
    service = ImageService(models, Settings())

    async def work():
        await service.start()
        await service.close()

    asyncio.run(work())

    assert (shared.counts, own.counts) == ((1, 1), (1, 1))


def test_routing_engine_supports_what_any_engine_may():
    engine = RoutingEngine("tiny", [make_route("gpu")])

    for protocol in (SupportsEstimate, SupportsHealth, SupportsReadiness, SupportsStats):
        assert isinstance(engine, protocol)
    assert engine.stats() == {}


def test_routing_engine_draws_without_a_service():
    engine = RoutingEngine("tiny", [make_route("gpu")])

    async def work():
        await engine.start()
        events = [event async for event in engine.generate(make_request(n=2))]
        await engine.close()
        return [event.engine for event in events]

    assert asyncio.run(work()) == ["gpu", "gpu"]
