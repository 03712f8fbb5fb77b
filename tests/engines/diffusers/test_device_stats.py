"""What the GPU engine reports to the metrics and to the readiness probe."""

import asyncio
from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from engine_fixtures import Gate, events_of, make_request, model_of, running, wait_until_idle  # noqa: E402

from limner.core.picture import CompletedImage  # noqa: E402
from limner.core.worker_stats import DeviceMemory  # noqa: E402
from limner.engines.diffusers.device import Device  # noqa: E402
from limner.engines.engine import SupportsReadiness, SupportsStats  # noqa: E402


def only(engine):
    (stats,) = engine.stats().values()
    return stats


def test_completed_image_has_drawing_and_encoding_time(engine_of):
    with running(engine := engine_of("flux")) as run:
        *previews, done = run(events_of(engine, make_request(partial_images=1)))

    assert len(previews) == 1
    assert isinstance(done, CompletedImage)
    assert 0 < done.encoding_s < done.drawing_s < 60


def test_stats_count_forwards_and_the_images_in_them(engine_of):
    engine = engine_of("flux", max_batch_size=4)
    assert isinstance(engine, SupportsStats)
    assert engine.stats() == {}, "not started"

    with running(engine) as run:
        before = only(engine)

        async def draw():
            await events_of(engine, make_request())
            model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate := Gate())
            drawing = asyncio.create_task(events_of(engine, make_request(n=3)))
            await gate.wait()
            during = only(engine)
            gate.opened.set()
            await drawing
            return during

        during = run(draw())
        run(wait_until_idle(engine))
        after = only(engine)

    assert (before.engine, before.device, before.num_forwards, before.num_drawing) == ("diffusers", "cpu", 0, 0)
    assert (before.num_workers, before.num_alive, before.memory) == (1, 1, None)
    assert (during.num_drawing, during.num_queued) == (3, 0)
    assert after.num_forward_images == 4 * 4, "four images of four steps"
    assert 4 + 4 <= after.num_forwards < 4 * 4, "some shared a forward"
    assert 0 < after.forward_s < 60
    assert (after.num_drawing, after.num_queued, after.num_batch_images) == (0, 0, 0)


def test_failed_device_has_no_worker_alive(engine_of):
    with running(engine := engine_of("flux")):
        engine.workers[0].fatal_error = "The device cpu has failed."

        assert (only(engine).num_workers, only(engine).num_alive) == (1, 0)


def test_models_that_share_a_device_report_it_once(engine_of):
    first, second = engine_of("flux"), engine_of("flux", steps=2)

    with running(first, second):
        assert len({**first.stats(), **second.stats()}) == 1


def test_memory_is_the_one_of_the_allocator(monkeypatch):
    device = Device("cpu")
    device.name, device._is_cuda = "cuda:0", True
    values = {"memory_reserved": 30, "memory_allocated": 20, "get_device_properties": SimpleNamespace(total_memory=100)}
    for name, value in values.items():
        monkeypatch.setattr(torch.cuda, name, {"cuda:0": value}.__getitem__)

    assert device.memory() == DeviceMemory(total_bytes=100, reserved_bytes=30, allocated_bytes=20)


def test_engine_is_ready_when_its_warmup_is_over(engine_of):
    engine = engine_of("flux", warmup="64x64")
    assert isinstance(engine, SupportsReadiness)

    with running(engine) as run:
        reason = engine.not_ready_reason
        run(wait_until_idle(engine))
        run(asyncio.sleep(0.1))  # the last image is encoded in another thread

        assert "is being loaded and warmed up" in reason
        assert engine.not_ready_reason is None


def test_engine_without_warmup_is_ready_at_once(engine_of):
    """Its models are loaded when they are needed: no request would come before it is ready."""
    with running(engine := engine_of("flux")):
        assert engine.not_ready_reason is None


def test_failed_warmup_ends(engine_of, tmp_path):
    engine = engine_of("flux", checkpoint=str(tmp_path), warmup="64x64")

    with running(engine) as run:
        assert engine.not_ready_reason is not None
        run(wait_until_idle(engine))

        assert engine.not_ready_reason is None
