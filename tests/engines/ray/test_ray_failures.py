"""What the gateway's engine makes of each failure of a call, with calls that fail as Ray's do."""

import asyncio
import time

import pytest

from limner.core.errors import APIError, EngineError, OverloadedError, PictureError, RateLimitError
from limner.core.picture import CompletedImage, PartialImage, Picture
from limner.engines.ray.engine import RayEngine
from limner.engines.replicas.messages import Accepted
from ray_imports import ray
from ray_local import SIZE, collect_events, make_report, make_request

PREVIEW = PartialImage(image_index=0, partial_image_index=0, picture=Picture(b"p", "png", SIZE))
IMAGE = CompletedImage(image_index=0, picture=Picture(b"i", "png", SIZE))


class Response:
    """A streaming call: yields items, raises exceptions, and waits forever at `...`."""

    def __init__(self, script):
        self.script = iter(script)
        self.is_cancelled = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self.script:
            if item is ...:
                await asyncio.sleep(60)
            if isinstance(item, BaseException):
                raise item
            return item
        raise StopAsyncIteration

    def cancel(self):
        self.is_cancelled = True


class Handle:
    """Of a deployment whose calls have these responses, one after the other."""

    def __init__(self, *scripts):
        self.responses = [Response(script) for script in scripts]
        self.calls = []
        self.is_unreachable = False

    def options(self, *, stream):
        return self

    @property
    def generate(self):
        return self

    def remote(self, request, **arguments):
        self.calls.append((request, arguments))
        return self.responses[len(self.calls) - 1]

    def broadcast(self, method, *arguments):
        return self

    async def results_async(self, **options):
        if self.is_unreachable:
            raise ray.exceptions.RaySystemError("not connected")
        return [make_report("first")]


async def draw(handle, request=None, *, first_event_s=5):
    """The events, and the error or None."""
    engine = RayEngine("app", first_event_s=first_event_s, connect=lambda app: handle)
    await engine.start()
    events = []
    try:
        async for event in engine.generate(request or make_request()):
            events.append(event)  # noqa: PERF401 (an error must not lose the earlier ones)
    except Exception as error:
        return events, error
    finally:
        await engine.close()
    return events, None


def died():
    return ray.exceptions.ActorDiedError()


def task_error(cause):
    lines = ["ray::generate()", "  File replica.py, line 7, in generate", f"{type(cause).__name__}: {cause}"]
    return ray.exceptions.RayTaskError("generate", "\n".join(lines), cause).as_instanceof_cause()


LOST = [
    pytest.param(ray.exceptions.ActorDiedError(), id="died"),
    pytest.param(ray.exceptions.ActorUnavailableError("The actor is unavailable.", b"\0" * 16), id="unavailable"),
    pytest.param(ray.exceptions.NodeDiedError("The node died."), id="node"),
    pytest.param(ray.exceptions.OutOfMemoryError("The node ran out of memory."), id="memory"),
    pytest.param(ray.exceptions.OwnerDiedError("0" * 56, None, ""), id="object"),
]


@pytest.mark.parametrize("error", LOST)
def test_lost_replica_before_an_event_is_retried_once_on_another(error):
    handle = Handle([Accepted("first"), error], [Accepted("second"), IMAGE])

    events, failure = asyncio.run(draw(handle, request := make_request()))

    assert (events, failure) == ([IMAGE], None)
    (first, one), (second, two) = handle.calls
    assert first is second is request  # the same seed
    assert (one["avoid"], two["avoid"]) == ("", "first")
    assert one["cost"] == two["cost"] > 0


def test_last_replica_that_is_lost_is_an_outage_and_no_unreadiness():
    handle = Handle([Accepted("first"), died()], [Accepted("second"), IMAGE])
    engine = RayEngine("app", first_event_s=5, connect=lambda app: handle)
    engine._load.update([make_report("first")], asked_s=time.monotonic())
    engine._handle = handle
    outages = [engine.outage]

    assert asyncio.run(collect_events(engine, make_request())) == [IMAGE]

    assert [*outages, engine.outage] == [None, "The application 'app' has no replica at present."]
    assert engine.not_ready_reason is None
    engine._load.update([make_report("second")], asked_s=time.monotonic())
    assert engine.outage is None


def test_second_lost_replica_is_an_engine_error():
    handle = Handle([Accepted("first"), died()], [Accepted("second"), died()])

    events, failure = asyncio.run(draw(handle))

    assert events == []
    assert type(failure) is EngineError
    assert failure.code == "worker_lost"
    assert len(handle.calls) == 2


@pytest.mark.parametrize("sent", [PREVIEW, IMAGE])
def test_lost_replica_after_an_event_is_never_replayed(sent):
    handle = Handle([Accepted("first"), sent, died()], [Accepted("second"), IMAGE])

    events, failure = asyncio.run(draw(handle, make_request(n=2)))

    assert events == [sent]
    assert type(failure) is EngineError
    assert failure.code == "worker_lost"
    assert len(handle.calls) == 1


def test_replica_lost_after_all_images_is_no_failure():
    handle = Handle([Accepted("first"), PREVIEW, IMAGE, died()])

    assert asyncio.run(draw(handle)) == ([PREVIEW, IMAGE], None)


def test_lost_last_image_fails_a_request_of_several():
    handle = Handle([Accepted("first"), IMAGE, died()])

    events, failure = asyncio.run(draw(handle, make_request(n=2)))

    assert events == [IMAGE]
    assert failure.code == "worker_lost"


def test_error_of_the_engine_is_raised_unchanged():
    error = PictureError("No.", param="prompt", code="moderation_blocked", headers={"x-should-retry": "false"})

    _, failure = asyncio.run(draw(Handle([Accepted("first"), task_error(error)])))

    assert failure is error
    assert type(failure) is PictureError


def test_other_error_of_the_replica_is_an_engine_error(caplog):
    _, failure = asyncio.run(draw(Handle([Accepted("first"), task_error(ValueError("out of paint"))])))

    assert type(failure) is EngineError
    assert (failure.message, failure.code) == ("Image generation failed", "image_generation_failed")
    assert "replica.py, line 7" in caplog.text


def test_dead_actor_that_the_replica_called_is_not_retried():
    handle = Handle([Accepted("first"), task_error(died())])

    _, failure = asyncio.run(draw(handle))

    assert failure.code == "image_generation_failed"
    assert len(handle.calls) == 1


@pytest.mark.parametrize(("retry_after_s", "header"), [(7.2, "8"), (None, "5"), (900, "60")])
def test_back_pressure_is_a_rate_limit_error(retry_after_s, header):
    error = ray.serve.exceptions.BackPressureError(3, 2, status_code=429, retry_after_s=retry_after_s)

    _, failure = asyncio.run(draw(Handle([error])))

    assert type(failure) is RateLimitError
    assert failure.code == "rate_limit_exceeded"
    assert failure.headers == {"retry-after": header}


def test_deployment_that_failed_is_unavailable():
    from ray.serve._private.common import DeploymentID

    error = ray.serve.exceptions.DeploymentUnavailableError(DeploymentID(name="engine", app_name="app"))

    _, failure = asyncio.run(draw(Handle([error])))

    assert type(failure) is OverloadedError
    assert failure.headers["retry-after"] == "5"


def test_no_answer_within_the_deadline_cancels_and_is_unavailable():
    handle = Handle([...])

    _, failure = asyncio.run(draw(handle, first_event_s=0.05))

    assert type(failure) is OverloadedError
    assert failure.code == "worker_unavailable"
    assert handle.responses[0].is_cancelled


@pytest.mark.parametrize("error", [ray.exceptions.ObjectStoreFullError("full"), RuntimeError("?")])
def test_any_other_error_is_an_engine_error(error, caplog):
    _, failure = asyncio.run(draw(Handle([error])))

    assert type(failure) is EngineError
    assert failure.code == "image_generation_failed"
    assert "a call to a replica failed" in caplog.text


def test_call_cancelled_by_the_replica_is_an_engine_error():
    handle = Handle([Accepted("first"), asyncio.CancelledError()])

    _, failure = asyncio.run(draw(handle))

    assert type(failure) is EngineError  # a CancelledError would end the server's task


def test_cancelled_call_is_a_cancellation():
    handle = Handle([Accepted("first"), ray.serve.exceptions.RequestCancelledError("x")])

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(draw(handle))


@pytest.mark.parametrize("script", [[...], [Accepted("first"), ...], [Accepted("first"), PREVIEW, ...]])
def test_cancelled_task_cancels_the_call(script):
    handle = Handle(script)

    async def leave():
        task = asyncio.create_task(draw(handle, make_request(n=2)))
        while not handle.calls:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(leave())

    assert handle.responses[0].is_cancelled


def test_closed_stream_cancels_the_call():
    handle = Handle([Accepted("first"), PREVIEW, ...])

    async def leave():
        engine = RayEngine("app", first_event_s=5, connect=lambda app: handle)
        await engine.start()
        events = engine.generate(make_request())
        await anext(events)
        await events.aclose()
        await engine.close()

    asyncio.run(leave())

    assert handle.responses[0].is_cancelled


def test_completed_call_is_not_cancelled():
    handle = Handle([Accepted("first"), IMAGE])

    asyncio.run(draw(handle))

    assert not handle.responses[0].is_cancelled


def test_every_failure_is_an_error_for_clients_or_a_retry():
    """Walks Ray's exceptions, so that a new class of them is not passed on."""
    from limner.engines.ray.failures import ReplicaLostError, translate_failure

    for kind in vars(ray.exceptions).values():
        if isinstance(kind, type) and issubclass(kind, Exception):
            plain = type(kind.__name__, (kind,), {"__init__": lambda self: None, "__str__": lambda self: "x"})
            if kind is not ray.exceptions.RayTaskError:
                translated = translate_failure(plain())
                assert isinstance(translated, APIError | ReplicaLostError | asyncio.CancelledError), kind


def test_unreachable_replicas_make_the_gateway_unready(monkeypatch):
    async def wait():
        handle = Handle()
        engine = RayEngine("app", first_event_s=5, refresh_s=0.01, connect=lambda app: handle)
        await engine.start()
        assert engine.not_ready_reason is None
        handle.is_unreachable = True
        engine.estimate(make_request())  # asks for reports
        while engine.not_ready_reason is None:
            await asyncio.sleep(0.01)
        reason = engine.not_ready_reason
        await engine.close()
        return reason

    monkeypatch.setattr("limner.engines.ray.engine.MAX_FAILING_S", 0.05)

    assert asyncio.run(wait()) == "The replicas of the application 'app' cannot be reached."
