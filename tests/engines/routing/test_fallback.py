"""A route that fails: when the next one draws, and which error the client gets."""

import asyncio
import logging
from collections import Counter

import pytest

from limner.core.errors import (
    APIError,
    BadRequestError,
    EngineError,
    InternalServerError,
    NotFoundError,
    OverloadedError,
    PictureError,
    RateLimitError,
    RequestTimeoutError,
)
from limner.core.picture import PartialImage
from limner.engines.routing import engine as routing
from route_fixtures import (
    DyingEngine,
    FailingEngine,
    QueueEngine,
    RestartingEngine,
    engine_of,
    images_of,
    make_route,
    routed_service,
    submit,
)
from tiny_engine import TinyEngine


def two_routes(first, second=None, **options):
    return routed_service(make_route("first", first, **options), make_route("second", second, rank=2))


def engine_in(service, name):
    return service.models["tiny"].engine._routes[name].target.engine


def state_of(service):
    """What must be empty once no request is running."""
    engine = service.models["tiny"].engine
    targets = [route.target for route in engine._routes.values()]
    slots = [service._slots._waiting, service._slots._background]
    return [engine._chosen, *(one._assigned for one in targets), *(one._not_begun for one in targets), *slots]


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(EngineError("It failed.", code="image_generation_failed"), id="engine"),
        pytest.param(InternalServerError("No."), id="500"),
        pytest.param(OverloadedError("Full.", headers={"retry-after": "9"}), id="503"),
        pytest.param(RateLimitError("Too many.", headers={"retry-after": "9"}), id="429"),
        pytest.param(RateLimitError("Quota.", headers={"x-should-retry": "false"}), id="quota of the upstream"),
        pytest.param(RequestTimeoutError("Slow."), id="408"),
        pytest.param(ConnectionRefusedError("gone"), id="connection"),
        pytest.param(RuntimeError("a bug"), id="bug"),
    ],
)
def test_failure_before_the_first_event_moves_to_the_next_route(error):
    first, second = FailingEngine(error), TinyEngine()
    service = two_routes(first, second)

    images = asyncio.run(images_of(submit(service, n=2)))

    assert [image.engine for image in images] == ["second", "second"]
    assert first.requests == second.requests, "the same request, with the same seed"
    assert not any(state_of(service))


@pytest.mark.parametrize(
    "error",
    [
        BadRequestError("No.", param="size"),
        PictureError("Refused.", code="moderation_blocked"),
        NotFoundError("No such adapter."),
    ],
    ids=["400", "moderation", "404"],
)
def test_error_of_the_client_is_not_tried_elsewhere(error):
    service = two_routes(FailingEngine(error))

    with pytest.raises(type(error)) as raised:
        asyncio.run(images_of(submit(service)))

    assert raised.value is error
    assert engine_in(service, "second").requests == []
    assert not any(state_of(service))


@pytest.mark.parametrize(
    "fields", [{"stream": True, "partial_images": 1}, {"n": 2}], ids=["after a preview", "after an image"]
)
def test_failure_after_an_event_is_the_error(fields):
    service = two_routes(FailsAtSecondImage() if "n" in fields else TinyEngine(fails_at_step=6))
    seen = []

    async def work():
        async with submit(service, **fields) as submission:
            async for event in submission.events():
                seen.append(event)  # noqa: PERF401 (what was seen before the error)

    with pytest.raises(RuntimeError, match="out of paint"):
        asyncio.run(work())

    (event,) = seen
    assert isinstance(event, PartialImage) is ("stream" in fields)
    assert engine_in(service, "second").requests == []
    assert not any(state_of(service))


class FailsAtSecondImage(TinyEngine):
    async def generate(self, request):
        async for event in super().generate(request):
            if event.image_index == 1:
                raise RuntimeError("out of paint")
            yield event


def test_engine_that_ends_without_an_image_has_failed():
    class EmptyEngine(TinyEngine):
        async def generate(self, request):
            return
            yield

    assert asyncio.run(engine_of(submit(two_routes(EmptyEngine())))) == "second"


def test_route_that_takes_too_long_is_left():
    slow = TinyEngine()
    slow.holds_at_step = 0
    service = two_routes(slow, first_event_s=0.05)

    assert asyncio.run(engine_of(submit(service))) == "second"
    assert slow.running == 0


@pytest.mark.parametrize(
    ("problem", "is_accepted", "drawn_by"),
    [
        pytest.param(None, False, "second", id="the next one works"),
        pytest.param(EngineError("a", code="x"), False, "first", id="the next one is out"),
        pytest.param(None, True, "first", id="a worker draws it"),
    ],
)
def test_request_without_a_worker_moves_if_another_engine_works(monkeypatch, problem, is_accepted, drawn_by):
    monkeypatch.setattr(routing, "OUTAGE_POLL_S", 0.01)
    engine = RestartingEngine()
    engine.holds_at_step = 0
    second = make_route("second", rank=2, max_failures=1)
    service = routed_service(make_route("first", engine), second)
    if problem:
        second.target.record_failure(problem)

    async def draw():
        drawing = asyncio.create_task(engine_of(submit(service)))
        while not engine.running:
            await asyncio.sleep(0.005)
        engine.is_accepted = is_accepted
        engine.outage = "There is no replica at present."
        if drawn_by == "first":
            await asyncio.wait({drawing}, timeout=0.1)
            engine.holds_at_step = None
        return await drawing

    assert asyncio.run(draw()) == drawn_by
    assert engine.running == 0


@pytest.mark.parametrize(
    ("errors", "useful"),
    [
        pytest.param([EngineError("a"), OverloadedError("b", headers={"retry-after": "7"})], 1, id="says when"),
        pytest.param(
            [RateLimitError("a", headers={"retry-after": "9"}), OverloadedError("b", headers={"retry-after": "7"})],
            1,
            id="sooner",
        ),
        pytest.param([EngineError("a"), OverloadedError("b")], 0, id="first"),
        pytest.param([RuntimeError("a"), EngineError("b")], 1, id="not a bug"),
        pytest.param(
            [EngineError("a"), RateLimitError("b", headers={"retry-after": "7", "x-should-retry": "false"})],
            0,
            id="no retry helps",
        ),
        pytest.param([RuntimeError("a"), OSError("b")], 0, id="bugs only"),
    ],
)
def test_most_useful_error_is_raised_if_all_fail(errors, useful):
    routes = [make_route(f"route-{rank}", FailingEngine(error), rank=rank) for rank, error in enumerate(errors, 1)]
    service = routed_service(*routes)

    with pytest.raises(type(errors[useful])) as raised:
        asyncio.run(images_of(submit(service)))

    assert raised.value is errors[useful]
    assert not any(state_of(service))


def test_spilled_request_falls_back_to_the_long_queue():
    upstream = make_route("upstream", FailingEngine(EngineError("a")), rank=2, queue_s_above=20)
    service = routed_service(make_route("gpu", QueueEngine(60)), upstream)

    assert asyncio.run(engine_of(submit(service))) == "gpu"
    assert upstream.counts.num_failures == 1


def test_failed_route_counts_as_a_long_queue():
    upstream = make_route("upstream", rank=2, queue_images_above=50)
    service = routed_service(make_route("gpu", FailingEngine(EngineError("a"))), upstream)

    assert asyncio.run(engine_of(submit(service))) == "upstream"


def test_fallback_keeps_the_conditions_of_the_routes():
    """Never an engine that the operator did not choose for such requests."""
    service = routed_service(
        make_route("gpu", FailingEngine(EngineError("a"))), make_route("sketch", rank=2, qualities=frozenset({"low"}))
    )

    with pytest.raises(EngineError):
        asyncio.run(images_of(submit(service, quality="high")))
    assert asyncio.run(engine_of(submit(service, quality="low"))) == "sketch"


def test_fallback_that_cannot_draw_such_requests_is_skipped():
    """The client gets the reason of the failure, not that another engine has no such endpoint."""

    class RefusingEngine(TinyEngine):
        def estimate(self, request):
            raise PictureError("There is no such endpoint.", param="model")

    error = EngineError("a")
    service = two_routes(FailingEngine(error), RefusingEngine())

    with pytest.raises(EngineError) as raised:
        asyncio.run(images_of(submit(service)))
    assert raised.value is error


def test_hangup_during_the_fallback_leaves_nothing():
    second = TinyEngine()
    second.holds_at_step = 2
    service = two_routes(FailingEngine(EngineError("a")), second)

    async def work():
        async with submit(service, n=2) as submission:
            reading = asyncio.create_task(anext(submission.events()))
            while not second.running:
                await asyncio.sleep(0)
            reading.cancel()
            await asyncio.wait([reading])
        return second.running

    assert asyncio.run(work()) == 0
    assert not any(state_of(service))


def test_ignored_parameters_of_the_fallback_are_reported():
    plain = TinyEngine()
    plain.obeys = frozenset({"seed"})
    service = two_routes(FailingEngine(EngineError("a")), plain)
    submission = submit(service, quality="high")

    (image,) = asyncio.run(images_of(submission))

    assert (submission.request.ignored, image.ignored) == (frozenset(), {"quality"})


def test_bug_is_logged_with_its_traceback_and_without_the_prompt(caplog):
    service = two_routes(FailingEngine(RuntimeError("a bug")))

    with caplog.at_level(logging.INFO, "limner.routes"):
        asyncio.run(images_of(submit(service, prompt="a secret")))

    (record,) = caplog.records
    assert record.message == "The route 'first' of the model 'tiny' failed: RuntimeError. Trying 'second'."
    assert record.exc_info
    assert "a secret" not in caplog.text


def test_engine_that_does_not_start_moves_the_request_on():
    class BrokenStart(TinyEngine):
        async def start(self):
            raise OSError("no device")

    service = two_routes(BrokenStart())

    async def work():
        await service.start()
        return await engine_of(submit(service))

    assert asyncio.run(work()) == "second"


def test_service_does_not_start_if_no_route_does():
    class BrokenStart(TinyEngine):
        async def start(self):
            raise OSError("no device")

    with pytest.raises(OSError, match="no device"):
        asyncio.run(two_routes(BrokenStart(), BrokenStart()).start())


def test_no_request_is_lost_while_a_route_dies():
    """Those that the dying route has begun are drawn again, because nothing of them was sent."""

    dying, other = DyingEngine(5, seconds_per_step=0.002), TinyEngine(seconds_per_step=0.001)
    service = routed_service(make_route("dying", dying), make_route("other", other))

    async def one():
        return await engine_of(submit(service))

    async def work():
        return await asyncio.gather(*(one() for _ in range(100)))

    assert Counter(asyncio.run(work())) == {"dying": 5, "other": 95}
    assert len(dying.requests) > 8
    assert not any(state_of(service))
    assert not service.models["tiny"].engine._routes["other"].target.is_out


def test_errors_of_two_requests_do_not_mix():
    errors = [EngineError(str(number)) for number in range(2)]
    engine = FailingEngine()

    async def generate(request):
        raise errors[int(request.prompt)]
        yield

    engine.generate = generate
    service = routed_service(make_route("only", engine))

    async def work():
        return await asyncio.gather(
            *(images_of(submit(service, prompt=str(number))) for number in range(2)), return_exceptions=True
        )

    raised = asyncio.run(work())

    assert raised == errors
    assert all(isinstance(error, APIError) for error in raised)
