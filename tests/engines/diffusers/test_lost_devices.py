"""A device that is lost or hangs is reported, and another one takes over."""

import asyncio

import openai
import pytest
from engine_fixtures import Gate, events_of, make_request, model_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError  # noqa: E402
from limner.engines.diffusers import worker as worker_module  # noqa: E402
from limner.engines.diffusers.device import SideStreamTask  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorkers  # noqa: E402
from limner.settings import Settings, Storage  # noqa: E402
from raw_http import get  # noqa: E402
from running import running_server, wait_until  # noqa: E402


class FaultyGpu:
    """A forward hook that raises a CUDA error."""

    def __call__(self, module, args):
        raise torch.AcceleratorError("an illegal memory access, simulated")


@pytest.mark.parametrize("is_lost", [False, True])
def test_lost_device_is_reported_and_recovered_one_continues(engine_of, tmp_path, is_lost):
    engine = engine_of("flux")
    worker = engine.workers[0]
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        images = server.client().images
        images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
        worker.device.is_lost = lambda: is_lost
        hook = model_of(engine).networks["transformer"].real.register_forward_pre_hook(FaultyGpu())
        with pytest.raises(openai.InternalServerError) as first:
            images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
        hook.remove()
        assert first.value.code == ("device_lost" if is_lost else "image_generation_failed")

        if is_lost:
            assert wait_until(lambda: engine.fatal_error is not None)
            with pytest.raises(openai.InternalServerError) as failure:
                images.generate(model="gpt-image-1", prompt="a cat", size="64x64")
            assert failure.value.code == "device_lost"
            health = get(server.port, "/health")
            assert (health.status, health.json()["error"]["code"]) == (503, "device_lost")
            assert worker.load == 0
        else:
            assert images.generate(model="gpt-image-1", prompt="a cat", size="64x64").data
            assert get(server.port, "/health").status == 200


def test_other_device_takes_over_when_one_is_lost(engine_of):
    engine = engine_of("flux", device=["cpu", "cpu:0"])
    with running(engine) as run:
        run(events_of(engine, make_request(n=2)))
        lost, other = engine.workers
        lost.fatal_error = "simulated"

        async def concurrently():
            return await asyncio.gather(*(events_of(engine, make_request(seed=seed)) for seed in range(4)))

        before = other.stats.num_forwards
        assert len(run(concurrently())) == 4
        assert engine.fatal_error is None
        assert other.stats.num_forwards > before


def test_hanging_device_is_reported(engine_of, monkeypatch):
    """No call returns from it, so another thread tells the clients, and closing does not wait for it."""
    monkeypatch.setattr(worker_module, "CLOSE_TIMEOUT_S", 0.2)
    engine = engine_of("flux", hang_timeout=2, workers=DeviceWorkers())
    engine.workers[0].device._side_stream = lambda work: SideStreamTask(work())
    gate = Gate()
    with running(engine) as run:
        run(events_of(engine, make_request()))
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate)
        with pytest.raises(EngineError) as failure:
            run(events_of(engine, make_request()))
        with pytest.raises(EngineError) as again:
            run(events_of(engine, make_request()))

    gate.opened.set()
    assert (failure.value.code, again.value.code) == ("device_lost", "device_lost")
    assert "hangs" in engine.fatal_error
