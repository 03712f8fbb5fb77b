"""Stages of benchmarks/gpu_smoke.py with the engine, on tiny models with random weights."""

import asyncio
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from gpu_smoke_device import SkippedError, StageFunction, forbid_tf32, need_gpu

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "tests" / "engines" / "diffusers"), str(ROOT / "tests")]

import tiny  # noqa: E402
from engine_fixtures import (  # noqa: E402
    edit,
    events_of,
    make_request,
    model_of,
    pixels_of,
    running,
    stats_of,
    wait_until_idle,
)

from limner.core.errors import APIError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import ImageRequest  # noqa: E402
from limner.engines.diffusers.engine import DiffusersEngine  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorkers  # noqa: E402

TOLERANCE = 2
"""Of 255: another device rounds differently."""
QUANTIZED_TOLERANCE = 32
"""On average, of 255: weights of eight bits change an image, but it stays the same image."""
DELAY_CYCLES = 20_000_000
"""About ten milliseconds: longer than the steps of a tiny model."""

Run = Callable[[Any], Any]


@contextmanager
def engine_for(family: str, device: str, **options: Any) -> Iterator[tuple[DiffusersEngine, Run]]:
    """A running engine over a new tiny checkpoint, which has the same weights each time."""
    with tempfile.TemporaryDirectory() as folder:
        if "checkpoint" not in options:
            options["checkpoint"] = str(tiny.save(family, f"{folder}/model"))
        defaults = {"device": device, "dtype": "float32", "steps": 4, "cache": f"{folder}/cache", "deadline": None}
        engine = DiffusersEngine(
            workers=DeviceWorkers(), arguments=tiny.FAMILIES[family].arguments, **defaults | options
        )
        with running(engine, timeout_s=1000) as run:
            yield engine, run


def draw(engine: DiffusersEngine, run: Run, request: ImageRequest) -> Any:
    return pixels_of(run(events_of(engine, request))[-1].picture)


def draw_with(device: str, checkpoint: str, **options: Any) -> Any:
    with engine_for("flux", device, checkpoint=checkpoint, **options) as (engine, run):
        return draw(engine, run, make_request())


def families(device: str, is_quick: bool) -> dict[str, Any]:
    """Each tiny family draws, and edits, the same on the device as on the CPU."""
    forbid_tf32()
    differences, faults = {}, {}
    for family in ["flux", "sdxl"] if is_quick else tiny.names():
        traits = tiny.FAMILIES[family]
        requests = [make_request()] if traits.generates else []
        requests += [edit(strength=0.8)] if traits.edits else []
        with tempfile.TemporaryDirectory() as folder:
            checkpoint = str(tiny.save(family, folder))
            try:
                images = []
                for name in ("cpu", device):
                    with engine_for(family, name, checkpoint=checkpoint) as (engine, run):
                        images.append([draw(engine, run, request) for request in requests])
                pairs = zip(*images, strict=True)
                differences[family] = int(max(abs(one - other).max() for one, other in pairs))
            except Exception as error:  # the other families are of interest, too
                faults[family] = repr(error)[:200]
    faults |= {family: f"differs by {one} of 255" for family, one in differences.items() if one > TOLERANCE}
    assert not faults, faults
    return {"differences": differences}


def race(device: str, is_quick: bool) -> dict[str, Any]:
    """Images that are decoded beside steps equal those that are drawn alone, bit for bit: no memory is reused early."""
    count = 6 if is_quick else 100
    requests = [make_request(seed=seed, num_inference_steps=2 + seed % 5, user=f"u{seed}") for seed in range(count)]
    with engine_for("flux", device, deterministic=True) as (engine, run):
        alone = [draw(engine, run, request) for request in requests]
        vae = model_of(engine).vae
        decode = vae.decode

        def decode_late(*args: Any, **kwargs: Any) -> Any:
            if device != "cpu":
                torch.cuda._sleep(DELAY_CYCLES)  # noqa: SLF001 (torch has no public way to keep a stream busy)
            return decode(*args, **kwargs)

        vae.decode = decode_late

        async def draw_all() -> list[Any]:
            return await asyncio.gather(*(events_of(engine, request) for request in requests))

        together = [pixels_of(events[-1].picture) for events in run(draw_all())]
    wrong = [seed for seed in range(count) if not np.array_equal(alone[seed], together[seed])]
    assert not wrong, f"{len(wrong)} of {count} images differ, first those of seeds {wrong[:8]}"
    return {"images": count}


def storm(device: str, is_quick: bool) -> dict[str, Any]:
    """Many requests with previews and edits, of which three in ten leave: the others get their images."""
    count, rng = 16 if is_quick else 160, random.Random(7)
    outcomes: Counter[str] = Counter()
    with engine_for("flux", device) as (engine, run):

        async def one(index: int) -> None:
            fields = {"seed": index, "partial_images": rng.randrange(4), "num_inference_steps": rng.randrange(1, 7)}
            fields |= {"n": rng.choice([1, 1, 2]), "user": f"u{index % 3}"}
            request = edit(strength=0.6, **fields) if rng.random() < 0.3 else make_request(**fields)
            leaves = rng.random() < 0.3
            await asyncio.sleep(rng.random())
            task = asyncio.create_task(events_of(engine, request))
            if leaves:
                await asyncio.sleep(rng.random() * 0.3)
                task.cancel()
            try:
                await task
                outcomes["done"] += 1
            except asyncio.CancelledError:
                outcomes["left"] += 1
            except APIError as error:
                outcomes[repr(error)[:100]] += 1

        async def all_of_them() -> None:
            await asyncio.gather(*(one(index) for index in range(count)))
            await wait_until_idle(engine)

        started = time.perf_counter()
        run(all_of_them())
        assert engine.fatal_error is None, engine.fatal_error
        stats = stats_of(engine)
    assert outcomes.keys() <= {"done", "left"}, outcomes
    seconds = round(time.perf_counter() - started, 2)
    return {
        **outcomes,
        "seconds_drawing": seconds,
        "images_per_forward": round(stats.num_images / stats.num_forwards, 2),
    }


def changed_options(device: str, is_quick: bool, *, tolerance: float = TOLERANCE, **options: Any) -> dict[str, Any]:
    """The largest difference (the mean one, if weights are quantized) to an image with the default options."""
    forbid_tf32()
    with tempfile.TemporaryDirectory() as folder:
        checkpoint = str(tiny.save("flux", folder))
        expected, drawn = draw_with(device, checkpoint), draw_with(device, checkpoint, **options)
    difference = abs(expected - drawn)
    found = float(difference.mean() if "quantization" in options else difference.max())
    assert found <= tolerance, f"differs by {found} of 255 with {options}"
    return {"difference": round(found, 2)}


def compiled(device: str, is_quick: bool) -> dict[str, Any]:
    if shutil.which("cc") is None and shutil.which("gcc") is None:
        raise SkippedError("needs a C compiler")
    return changed_options(device, is_quick, compile=True)


def graphs(device: str, is_quick: bool) -> dict[str, Any]:
    need_gpu(device)
    return changed_options(device, is_quick, compile={"mode": "reduce-overhead"})


def offload(device: str, is_quick: bool) -> dict[str, Any]:
    need_gpu(device)
    return {name: changed_options(device, is_quick, offload=name) for name in ("model", "sequential", "group")}


def quantization(device: str, is_quick: bool) -> dict[str, Any]:
    if find_spec("torchao") is None:
        raise SkippedError("needs torchao")
    table = {"transformer": {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}}
    return changed_options(device, is_quick, tolerance=QUANTIZED_TOLERANCE, quantization=table)


def memory_limit(device: str, is_quick: bool) -> dict[str, Any]:
    """An image that does not fit is an error of its own; the next one is drawn."""
    need_gpu(device)
    with engine_for("flux", device) as (engine, run):
        draw(engine, run, make_request())
        used = torch.cuda.memory_reserved() + (256 << 20)
        torch.cuda.set_per_process_memory_fraction(used / torch.cuda.mem_get_info()[1])
        code = None
        try:
            run(events_of(engine, make_request(size=Size(4096, 4096), num_inference_steps=1)))
        except APIError as error:
            code = error.code
        assert code == "out_of_memory", f"an image of 16 megapixels in 256 MB: {code}"
        draw(engine, run, make_request(seed=8))
        assert engine.fatal_error is None, engine.fatal_error
    return {}


def benchmark(device: str, is_quick: bool) -> dict[str, Any]:
    """One model and size of benchmarks/gpu.py."""
    options = ["--tiny", "--models", "klein", "--repeats", "1"]
    if device != "cpu":
        options = ["--models", "klein", "--sizes", "512", "--eager-only"]
    command = [sys.executable, str(ROOT / "benchmarks" / "gpu.py"), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert "could not be measured" not in done.stdout, done.stdout[-500:]
    return {"output": done.stdout.strip().splitlines()}


def profile(device: str, is_quick: bool) -> dict[str, Any]:
    """Where the time goes, and how often the host waits for the device."""
    activities = [torch.profiler.ProfilerActivity.CPU]
    if device != "cpu":
        activities.append(torch.profiler.ProfilerActivity.CUDA)
    settings = torch._C._profiler._ExperimentalConfig(profile_all_threads=True)  # noqa: SLF001 (has no public name)
    with engine_for("flux", device) as (engine, run):
        draw(engine, run, make_request())
        with torch.profiler.profile(activities=activities, experimental_config=settings) as recorded:
            draw(engine, run, make_request(seed=8, num_inference_steps=20))
    events = sorted(recorded.key_averages(), key=lambda one: one.self_cpu_time_total, reverse=True)
    assert events, "nothing was recorded"
    waits = {one.key: one.count for one in events if one.key.startswith("cuda") and "Synchronize" in one.key}
    launches = sum(one.count for one in events if "LaunchKernel" in one.key)
    return {
        "top_by_cpu_ms": {one.key: round(one.self_cpu_time_total / 1000, 2) for one in events[:8]},
        "kernel_launches": launches,
        "waits": waits,
    }


STAGES: dict[str, StageFunction] = {
    "families": families,
    "race": race,
    "storm": storm,
    "compile": compiled,
    "graphs": graphs,
    "offload": offload,
    "quantization": quantization,
    "memory-limit": memory_limit,
    "benchmark": benchmark,
    "profile": profile,
}
