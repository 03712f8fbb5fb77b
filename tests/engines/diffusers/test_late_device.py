"""Work on the side stream that ends turns later: what it reads must stay, and its results must not be read before."""

import asyncio
import random

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import simulated_gpu  # noqa: E402
from engine_fixtures import (  # noqa: E402
    edit,
    events_of,
    make_request,
    model_of,
    pixels_of,
    running,
    wait_until_idle,
)
from simulated_gpu import SimulatedGpu, engine_on  # noqa: E402
from simulated_streams import SimulatedStream  # noqa: E402

from limner.core.picture import CompletedImage  # noqa: E402


@pytest.fixture
def gpu(monkeypatch):
    gpu = SimulatedGpu(lateness=(3, 0, 5, 1))
    simulated_gpu.install(monkeypatch, gpu)
    return gpu


@pytest.mark.parametrize("family", ["klein", "z-image"])
def test_memory_outlives_the_side_stream(gpu, engine_of, family):
    async def draw():
        short = make_request(seed=3, num_inference_steps=2)
        await asyncio.gather(events_of(engine, short), events_of(engine, make_request(num_inference_steps=6)))

    with running(engine := engine_on(gpu, engine_of, family)) as run:
        run(draw())

    assert gpu.hazards == []


def test_memory_outlives_a_decode_whose_client_left(gpu, engine_of):
    async def leave_while_decoding():
        task = asyncio.create_task(events_of(engine, make_request(num_inference_steps=1)))
        while not gpu.num_side_operations:
            await asyncio.sleep(0.001)
        task.cancel()
        gpu.set_lateness(0)
        await events_of(engine, make_request(seed=3))
        await wait_until_idle(engine)

    with running(engine := engine_on(gpu, engine_of, "klein")) as run:
        run(events_of(engine, make_request()))
        gpu.hazards.clear()
        gpu.num_side_operations = 0
        gpu.set_lateness(200)
        run(leave_while_decoding())

    assert gpu.hazards == []


def test_copies_are_not_read_before_they_end(gpu, engine_of):
    with running(engine := engine_of("klein")) as run:
        expected = [pixels_of(run(events_of(engine, make_request(seed=seed)))[-1].picture) for seed in range(2)]

    with running(engine := engine_on(gpu, engine_of, "klein")) as run:
        drawn = [pixels_of(run(events_of(engine, make_request(seed=seed)))[-1].picture) for seed in range(2)]

    assert [abs(one - other).max() <= 1 for one, other in zip(drawn, expected, strict=True)] == [True, True]


def test_storm_on_a_late_device_completes_all_who_stay(gpu, engine_of):
    rng = random.Random(7)
    completed = []

    async def one(index):
        fields = {
            "seed": index,
            "num_inference_steps": 1 + index % 3,
            "partial_images": index % 4,
            "user": f"u{index % 3}",
        }
        request = edit(**fields) if index % 4 == 3 else make_request(**fields)
        task = asyncio.create_task(events_of(engine, request))
        if index % 3 == 2:
            await asyncio.sleep(rng.random() / 2)
            task.cancel()
        [events] = await asyncio.gather(task, return_exceptions=True)
        if not isinstance(events, asyncio.CancelledError):
            completed.append(isinstance(events[-1], CompletedImage))

    async def storm():
        await asyncio.gather(*(one(index) for index in range(12)))
        await wait_until_idle(engine)

    with running(engine := engine_on(gpu, engine_of, "klein")) as run:
        run(events_of(engine, make_request()))
        run(storm())

    assert len(completed) >= 8
    assert all(completed)
    assert engine.fatal_error is None
    assert model_of(engine) is None, "closed"


@pytest.mark.parametrize(
    ("protect", "num_hazards"),
    [
        pytest.param(lambda values, side, default: None, 1, id="nothing"),
        pytest.param(lambda values, side, default: values.record_stream(side), 0, id="record_stream"),
        pytest.param(lambda values, side, default: default.wait_stream(side), 0, id="wait_stream"),
        pytest.param(lambda values, side, default: side.synchronize(), 0, id="synchronize"),
    ],
)
def test_simulated_gpu_finds_memory_that_is_freed_early(gpu, protect, num_hazards):
    side = SimulatedStream(gpu)
    with gpu.in_use():
        values = torch.ones(4, device="cuda")
        side.wait_stream(gpu.default_stream)
        with torch.cuda.stream(side):
            values * 2
        protect(values, side, gpu.default_stream)
        del values

    assert len(gpu.hazards) == num_hazards


def test_simulated_gpu_finds_reads_before_the_write(gpu):
    side = SimulatedStream(gpu)
    with gpu.in_use():
        values = torch.ones(4, device="cuda")
        with torch.cuda.stream(side):
            values * 2
        side.synchronize()

    assert [one.split(",")[0] for one in gpu.hazards] == ["read before another stream has finished with it"]
