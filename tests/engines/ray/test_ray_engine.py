"""The gateway's engine and the replica, in Serve's local testing mode."""

import asyncio
import io
import logging
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.core.errors import BadRequestError, EngineError, OverloadedError
from limner.core.picture import CompletedImage, PartialImage, Picture
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import OPTIONAL_FIELDS
from limner.core.worker_stats import WorkerStats
from limner.engines.ray.replica import EngineReplica
from limner.engines.replicas.work import work_of
from limner.observability.context import request_state
from ray_local import SIZE, collect_events, hosted, make_request, running, wait_until
from tiny_engine import EstimatingTinyEngine


@pytest.fixture
def inner():
    return EstimatingTinyEngine()


@pytest.fixture
def engine(inner):
    with hosted(inner) as engine:
        yield engine


@pytest.fixture
def run(engine):
    with running(engine) as run:
        yield run


def decode_pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.read())))


def test_events_arrive_in_order_with_one_image_each(engine, run):
    events = run(collect_events(engine, make_request(n=10, partial_images=2)))

    assert [(type(event), event.image_index) for event in events] == [
        (kind, index) for index in range(10) for kind in (PartialImage, PartialImage, CompletedImage)
    ]
    assert decode_pixels(events[-1].picture).shape == (SIZE.height, SIZE.width, 3)
    assert decode_pixels(events[-1].picture)[0, 0, 0] == 10 * (7 + 9) + 8  # seed, index, steps


def test_files_of_the_gateway_reach_the_replica_as_bytes(engine, inner, run, tmp_path):
    pictures = [codec.encode(np.full((9, 8, 4), shade, np.uint8), "png") for shade in range(17)]
    files = [tmp_path / f"{index}.png" for index in range(17)]
    for file, picture in zip(files, pictures, strict=True):
        file.write_bytes(picture.data)
    *images, mask = [Picture(file, "png", picture.size) for file, picture in zip(files, pictures, strict=True)]

    run(collect_events(engine, make_request(operation="edit", images=tuple(images), mask=mask)))

    arrived = inner.requests[0]
    assert [one.data for one in arrived.images] == [picture.data for picture in pictures[:16]]
    assert arrived.mask.data == pictures[16].data


def test_files_of_the_replica_reach_the_gateway_as_bytes(engine, inner, run, tmp_path):
    async def generate(request):
        file = tmp_path / "drawn.png"
        file.write_bytes(b"drawn")
        yield CompletedImage(image_index=0, picture=Picture(file, "png", SIZE))

    inner.generate = generate

    (event,) = run(collect_events(engine, make_request()))

    assert event.picture.data == b"drawn"


def test_the_replica_says_what_the_engine_obeys(inner):
    inner.obeys, inner.deterministic = frozenset({"seed"}), False
    with hosted(inner) as engine:
        assert (engine.obeys, engine.deterministic) == (OPTIONAL_FIELDS, True)  # nothing is known yet
        assert "No replica of the application 'app'" in engine.not_ready_reason
        with running(engine):
            assert (engine.obeys, engine.deterministic) == ({"seed"}, False)
            assert engine.not_ready_reason is None


def test_closed_stream_cancels_the_engine_and_is_counted(engine, inner, run):
    inner.seconds_per_step = 0.01

    async def leave():
        events = engine.generate(make_request(n=10, partial_images=2))
        await anext(events)
        assert inner.running == 1
        await events.aclose()
        await wait_until(lambda: inner.running == 0)

    run(leave())

    assert inner.steps < 80
    assert run(report_of(engine)).num_cancelled == 1


def test_cancelled_task_cancels_the_engine(engine, inner, run):
    inner.holds_at_step = 1

    async def leave():
        task = asyncio.create_task(collect_events(engine, make_request()))
        await wait_until(lambda: inner.steps == 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await wait_until(lambda: inner.running == 0)

    run(leave())


def test_completed_request_is_not_counted_as_cancelled(engine, run):
    run(collect_events(engine, make_request(n=2)))

    report = run(report_of(engine))
    assert report.num_cancelled == 0
    assert report.num_images == 0
    assert report.work_per_s > 0


async def report_of(engine):
    (report,) = await engine._handle.broadcast("report").results_async()
    return report


def test_errors_of_the_engine_arrive_unchanged(engine, inner, run):
    async def generate(request):
        raise BadRequestError("Too red.", param="prompt", code="color", headers={"x-should-retry": "false"})
        yield

    inner.generate = generate

    with pytest.raises(BadRequestError) as caught:
        run(collect_events(engine, make_request()))

    error = caught.value
    assert (error.message, error.param, error.code) == ("Too red.", "prompt", "color")
    assert error.headers == {"x-should-retry": "false"}


def test_failure_of_the_engine_is_logged_with_the_request(engine, inner, run, caplog):
    inner.fails_at_step = 2
    contexts = []

    class Handler(logging.Handler):
        def emit(self, record):
            contexts.append(dict(request_state.get()))

    handler = Handler()
    logging.getLogger("limner.ray").addHandler(handler)

    async def fail():
        request_state.set({"request_id": "req_1", "key_id": "key_1", "scope": object()})
        await collect_events(engine, make_request())

    try:
        with pytest.raises(EngineError, match="Image generation failed"):
            run(fail())
    finally:
        logging.getLogger("limner.ray").removeHandler(handler)

    assert "out of paint" in caplog.text
    assert {"request_id": "req_1", "key_id": "key_1"} in contexts  # the replica's line


class DeafReplica(EngineReplica):
    """Like one that is being stopped."""

    async def generate(self, request, **arguments):
        await asyncio.sleep(60)
        yield


def test_request_that_no_replica_accepts_is_refused(inner):
    with hosted(inner, first_event_s=0.1, kind=DeafReplica) as engine, running(engine) as run:
        with pytest.raises(OverloadedError) as caught:
            run(collect_events(engine, make_request()))

        assert caught.value.code == "worker_unavailable"
        assert caught.value.headers == {"retry-after": "5"}
        assert engine.estimate(make_request()).ahead == 0


def test_slow_first_image_is_not_refused(inner):
    inner.seconds_per_step = 0.03
    with hosted(inner, first_event_s=0.15) as engine, running(engine) as run:
        events = run(collect_events(engine, make_request()))

    assert len(events) == 1


def test_estimates_come_from_the_replica(engine, inner, run):
    request = make_request(quality="high")
    first = engine.estimate(request)
    inner.next = QueueEstimate(3, 7.5, 60.0, is_sure=True)

    async def wait():
        await wait_until(lambda: engine.estimate(request) == inner.next)

    run(wait())

    assert first == QueueEstimate(0)


def test_estimate_may_refuse_a_request(engine, inner, run):
    def estimate(request):
        if request.lora:
            raise BadRequestError("No such adapter.", param="lora", code="invalid_value")
        return QueueEstimate()

    inner.estimate = estimate
    from limner.core.request import Lora

    request = make_request(lora=(Lora("x"),))

    async def wait():
        while True:
            engine.estimate(request)
            await asyncio.sleep(0.005)

    with pytest.raises(BadRequestError, match="No such adapter"):
        run(wait())
    assert engine.estimate(make_request()) == QueueEstimate(0)


def test_estimate_of_an_active_request_is_its_own(engine, inner, run):
    inner.holds_at_step = 1
    inner.estimate = lambda request: QueueEstimate(5 if request.id == "img-1" else 9)

    async def ask():
        task = asyncio.create_task(collect_events(engine, make_request(id="img-1")))
        await wait_until(lambda: engine.estimate(make_request(id="img-1")).ahead == 5)
        await wait_until(lambda: engine.estimate(make_request(id="img-2")).ahead == 9)
        inner.holds_at_step = None
        await task

    run(ask())


def test_loading_replica_is_not_ready_and_not_unhealthy(inner):
    inner.not_ready_reason = "It is being loaded."
    with hosted(inner) as engine, running(engine) as run:
        assert engine.not_ready_reason == "It is being loaded."

        async def load():
            checking = asyncio.create_task(as_coroutine(engine._handle.check_health.remote()))
            await asyncio.sleep(0.05)
            assert not checking.done()  # the first check waits: the replica gets no requests yet
            inner.not_ready_reason = None
            await checking
            await wait_until(lambda: engine.estimate(make_request()) and engine.not_ready_reason is None)
            inner.not_ready_reason = "It is being loaded again."
            await engine._handle.check_health.remote()

        run(load())


async def as_coroutine(response):
    return await response


def test_replica_whose_engine_failed_permanently_is_unhealthy(engine, inner, run):
    inner.fatal_error = None
    run(as_coroutine(engine._handle.check_health.remote()))
    inner.fatal_error = "The device has failed."

    with pytest.raises(RuntimeError, match="The device has failed"):
        run(as_coroutine(engine._handle.check_health.remote()))


def test_stats_of_the_replica_reach_the_gateway(engine, inner, run):
    stats = WorkerStats(engine="tiny", device="cpu", num_workers=1, num_alive=1, num_queued=2, num_drawing=1)
    inner.stats = lambda: {"workers": stats}

    async def wait():
        await wait_until(lambda: engine.estimate(make_request()) and engine.stats())

    run(wait())

    assert list(engine.stats().values()) == [replace(stats, replica="app/local")]


def test_routing_stats_hold_the_work_of_each_gateway(engine, inner, run):
    inner.holds_at_step = 1
    request = make_request(n=4, num_inference_steps=30)

    async def ask():
        task = asyncio.create_task(collect_events(engine, request))
        await wait_until(lambda: inner.steps == 1)
        stats = await engine._handle.record_routing_stats.remote()
        inner.holds_at_step = None
        await task
        return stats, await engine._handle.record_routing_stats.remote()

    busy, idle = run(ask())

    assert busy == {"work": {engine._id: work_of(request)}}
    assert work_of(request) == pytest.approx(4 * 64 * 48 / 1e6 * 30)
    assert idle == {"work": {}}


def test_engine_starts_again_after_its_event_loop_ended(inner):
    with hosted(inner) as engine:
        for _ in range(2):
            with running(engine) as run:
                assert len(run(collect_events(engine, make_request()))) == 1
        with pytest.raises(EngineError, match="has not been started"):
            asyncio.run(collect_events(engine, make_request()))


def test_gateway_imports_ray_only_when_it_is_used():
    code = "import limner.engines.ray.engine, limner.engines.ray.replica, sys; print('ray' in sys.modules)"

    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.strip() == "False"


def test_stopped_replica_closes_its_engine(inner):
    closed = []

    async def close():
        closed.append(True)

    inner.close = close
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("limner.engines.ray.replica.load_engine", lambda name, options: inner)
        replica = EngineReplica("name", {})
    asyncio.run(replica.check_health())

    replica.__del__()
    del replica

    assert closed == [True]
