"""Models that are loaded at the start, before any request."""

import asyncio

import pytest
from engine_fixtures import events_of, make_request, model_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError  # noqa: E402
from limner.engines.diffusers import model_cache  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker  # noqa: E402


@pytest.fixture
def preloading(engine_of, tmp_path):
    """An engine whose models are loaded by `loader`."""

    def make(loader, *, memory_gb=None):
        engine = engine_of("flux", preload=True)
        limits = DeviceLimits(cache=tmp_path, memory_gb=memory_gb)
        engine.workers = [DeviceWorker("cpu", limits, loader=loader)]
        return engine

    return make


async def until_ready(engine):
    reasons = []
    while engine.not_ready_reason is not None:
        reasons.append(engine.not_ready_reason)
        await asyncio.sleep(0.01)
    return reasons


def test_preloaded_model_is_loaded_before_the_engine_is_ready(preloading, caplog):
    caplog.set_level("INFO", logger="limner.diffusers")
    with running(engine := preloading(load_model)) as run:
        reasons = run(until_ready(engine))

        assert set(reasons) == {f"The model '{engine.spec.name}' is being loaded."}
        assert model_of(engine) is not None
        assert run(events_of(engine, make_request()))
    assert f"loaded {engine.spec.name} onto cpu in " in caplog.text


def test_model_that_cannot_be_preloaded_is_named_and_tried_again(preloading, monkeypatch):
    monkeypatch.setattr(model_cache, "PRELOAD_RETRY_S", 0.05)
    monkeypatch.setattr(model_cache, "FIRST_RETRY_S", 0.05)
    attempts = []

    def load(spec, device):
        attempts.append(device)
        if len(attempts) < 3:
            raise OSError("a file is missing, simulated")
        return load_model(spec, device)

    with running(engine := preloading(load)) as run:
        reasons = run(until_ready(engine))

    assert len(attempts) == 3
    assert f"The model '{engine.spec.name}' cannot be loaded: a file is missing, simulated" in reasons


def test_preload_does_not_evict_loaded_models(engine_of, monkeypatch):
    monkeypatch.setattr(model_cache, "PRELOAD_RETRY_S", 0.05)
    first = engine_of("flux", memory_gb=0.0005, preload=True)
    second = engine_of("z-image", memory_gb=0.0005, preload=True)

    with running(first) as run:
        run(until_ready(first))
        run(second.start())
        run(asyncio.sleep(0.2))

        assert model_of(first) is not None
        assert second.not_ready_reason == f"The model '{second.spec.name}' does not fit beside the loaded ones."
        assert run(events_of(second, make_request()))
        assert second.not_ready_reason is None
        run(second.close())


def test_downloading_model_says_what_is_here(preloading, monkeypatch):
    engine = preloading(load_model)
    cache = engine.workers[0].models
    cache.preload(engine.spec, keep_alive_s=None)
    cache._slots[engine.spec] = model_cache.CacheSlot(engine.spec, status="downloading")
    assert engine.not_ready_reason == f"The model '{engine.spec.name}' is being loaded.", "a folder is not downloaded"
    monkeypatch.setattr(model_cache, "cached_bytes", lambda spec: 3_200_000_000)

    assert engine.not_ready_reason == f"The model '{engine.spec.name}' is being downloaded: 3.2 GB are here."


def test_model_that_runs_out_of_memory_names_what_would_fit(preloading):
    def load(spec, device):
        raise torch.OutOfMemoryError("CUDA out of memory, simulated")

    with running(engine := preloading(load, memory_gb=0.5)) as run, pytest.raises(EngineError) as failure:
        run(events_of(engine, make_request()))

    assert failure.value.message == (
        f"The model '{engine.spec.name}' cannot be loaded: it needs 3.2 GB of 0.5 GB free:"
        " does not fit, whatever is quantised or offloaded"
    )
