"""Pictures that the process of a device draws, with torch. The tests share one process: it takes seconds to start."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import aclosing

import numpy as np
import pytest
from engine_fixtures import SIZE, edit, encode_png, events_of, half_open_mask, make_request, running

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny

from limner.core.errors import BadRequestError
from limner.core.picture import Picture
from limner.core.request import Lora
from limner.engines.diffusers.device_processes import DeviceProcesses
from limner.engines.diffusers.engine import DiffusersEngine
from limner.engines.diffusers.process_engine import ProcessEngine
from limner.engines.diffusers.worker import DeviceWorkers
from limner.engines.registry import load_engine
from running import wait_until

LONG = {"num_inference_steps": 500}


@pytest.fixture(scope="module")
def options(checkpoints, adapter, tmp_path_factory):
    return {
        "checkpoint": checkpoints("flux"),
        "device": "cpu",
        "steps": 4,
        "arguments": tiny.FAMILIES["flux"].arguments,
        "deterministic": True,
        "lora": {"ink": adapter},
        "cache": str(tmp_path_factory.mktemp("cache")),
    }


@pytest.fixture(scope="module")
def engine(options):
    """With one thread, as torch has in the process of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        yield ProcessEngine(processes=DeviceProcesses(), **options)


@pytest.fixture(scope="module")
def run(engine):
    with running(engine, timeout_s=120) as run:
        yield run


def test_libraries_print_nothing_when_they_are_imported(checkpoints):
    code = f"""
from limner.engines.diffusers.process_engine import make_engine
make_engine(checkpoint={checkpoints("flux")!r}, device="cpu", in_process=True)
from diffusers import FluxPipeline
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def bits_of(events):
    return [(type(one), one.image_index, one.background, one.ignored, one.picture.read()) for one in events[-2:]]


def test_images_are_bit_identical_to_those_of_the_same_process(engine, options, run, tmp_path):
    (tmp_path / "source.png").write_bytes(encode_png(np.full((64, 64, 3), 90, np.uint8)).read())
    requests = [
        make_request(n=2),
        make_request(lora=(Lora("ink", 0.8),)),
        edit(mask=encode_png(half_open_mask()), strength=0.7, output_format="webp"),
        edit(images=(Picture(tmp_path / "source.png", "png", SIZE),)),
    ]
    with running(inside := DiffusersEngine(workers=DeviceWorkers(), **options)) as run_inside:
        expected = [bits_of(run_inside(events_of(inside, one))) for one in requests]

    drawn = [bits_of(run(events_of(engine, one))) for one in requests]

    assert drawn == expected


def test_unknown_adapter_is_refused_before_it_is_sent(engine, run):
    request = make_request(lora=(Lora("oil"),))

    with pytest.raises(BadRequestError):
        engine.estimate(request)
    with pytest.raises(BadRequestError):
        run(events_of(engine, request))


def test_client_that_leaves_stops_the_work(engine, run):
    """It has seen the preview of step 125 of 500."""
    process = engine.processes[0]
    run(events_of(engine, make_request()))
    assert wait_until(lambda: process.stats().num_drawing + process.stats().num_queued == 0)
    num_before = process.stats().num_forwards

    async def leave():
        async with aclosing(engine.generate(make_request(**LONG, partial_images=3))) as events:
            await anext(events)

    run(leave())

    assert wait_until(lambda: process.stats().num_forwards > num_before and process.stats().num_drawing == 0)
    assert process.stats().num_forwards < num_before + 400


def test_estimate_and_stats_follow_the_process(engine, run):
    request = make_request(**LONG)

    async def ask():
        await events_of(engine, make_request())
        async with asyncio.timeout(30):
            while engine.estimate(request).eta_s is None:
                await asyncio.sleep(0.01)
        idle = engine.estimate(request)
        drawing = asyncio.create_task(events_of(engine, request))
        async with asyncio.timeout(30):
            while not engine.processes[0].stats().num_drawing:
                await asyncio.sleep(0.01)
        busy, own = engine.estimate(make_request(**LONG, seed=8)), engine.estimate(request)
        await drawing
        return idle, busy, own

    idle, busy, own = run(ask())

    assert (idle.ahead, busy.ahead, own.ahead) == (0, 1, 0)
    assert idle.limit_s == 600
    assert 0 < own.eta_s < busy.eta_s
    assert idle.eta_s < busy.eta_s


def test_model_is_unloaded_and_loaded_without_a_request(engine, run):
    run(events_of(engine, make_request()))
    assert wait_until(lambda: engine.model_states()[0].status == "loaded")
    [loaded] = engine.model_states()
    run(engine.control_model("unload"))
    [unloaded] = engine.model_states()
    run(engine.control_model("load"))

    assert wait_until(lambda: engine.model_states()[0].status == "loaded")
    assert (loaded.status, unloaded.status, loaded.device) == ("loaded", "absent", "cpu")
    assert loaded.num_bytes > 0


def test_process_killed_within_an_image_is_replaced_and_draws_the_same(engine, options, run):
    expected = bits_of(run(events_of(engine, make_request(num_inference_steps=300))))
    run(engine.control_model("pin"))

    async def kill_while_drawing():
        process = engine.processes[0]
        drawing = asyncio.create_task(events_of(engine, make_request(num_inference_steps=300)))
        async with asyncio.timeout(30):
            while not process.stats().num_drawing:
                await asyncio.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        return await drawing

    assert bits_of(run(kill_while_drawing())) == expected
    assert wait_until(lambda: engine.model_states()[0].is_pinned), "the fresh process has pinned it, too"


def test_what_was_learned_is_saved_when_the_engine_closes(engine, run):
    run(events_of(engine, make_request(n=4)))
    run(engine.close())

    assert list(engine.options.limits().cache.iterdir())


@pytest.mark.parametrize(("in_process", "kind"), [(False, ProcessEngine), (True, DiffusersEngine)])
def test_option_decides_where_the_engine_draws(options, in_process, kind):
    assert type(load_engine("diffusers", options | {"in_process": in_process})) is kind
