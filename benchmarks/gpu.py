"""Compare the GPU engine with plain diffusers, on models of the published sizes with random weights.

python benchmarks/gpu.py                      # on a GPU: every model that fits, eager and compiled
python benchmarks/gpu.py --models klein --sizes 512
python benchmarks/gpu.py --tiny               # on a CPU, to check that it runs; its figures mean nothing
"""

import argparse
import asyncio
import gc
import itertools
import os
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from functools import partial
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gpu_models
import torch
from figures import Figure, show

from limner.core.picture import CompletedImage, PartialImage, Size
from limner.core.request import ImageRequest
from limner.engines.diffusers.config import DeviceLimits
from limner.engines.diffusers.device import use_in_thread
from limner.engines.diffusers.engine import DiffusersEngine
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.worker import DeviceWorker

CLIENTS = (1, 2, 4, 8)
SEEDS = itertools.count(1)
PROMPT = "a watercolour of a red fox, mountains at dawn"


class BenchmarkModel:
    """One model, for plain diffusers and for the engine, with the same weights."""

    def __init__(self, name: str, *, is_tiny: bool, device: str) -> None:
        dtype = torch.float32 if device == "cpu" else torch.bfloat16
        self.name, self.device = name, device
        self.pipeline, self.arguments = gpu_models.make(name, is_tiny=is_tiny, device=device, dtype=dtype)
        self.pipeline.set_progress_bar_config(disable=True)
        self.steps = 16 if is_tiny else gpu_models.STEPS[name]

    def compile(self) -> None:
        network = getattr(self.pipeline, "transformer", None) or self.pipeline.unet
        try:
            network.compile_repeated_blocks(fullgraph=True)
        except ValueError:  # it declares no repeated blocks
            network.compile()

    def engine(self, size: Size) -> DiffusersEngine:
        """A warmed-up engine: batch sizes and preview projections are learned."""
        engine = DiffusersEngine(
            checkpoint=self.name,
            device=self.device,
            steps=self.steps,
            arguments=self.arguments,
            deadline=None,
            warmup=str(size),
        )
        engine.workers = [
            DeviceWorker(self.device, DeviceLimits(), loader=lambda spec, device: LoadedModel(spec, self.pipeline))
        ]
        return engine

    def plain(self, size: Size, seed: int = 0, steps: int | None = None) -> None:
        with torch.inference_mode():
            self.pipeline(
                **self.arguments,
                prompt=prompt_of(seed),
                width=size.width,
                height=size.height,
                num_inference_steps=steps or self.steps,
                generator=torch.Generator("cpu").manual_seed(seed),
                output_type="pil",
            )
        if self.device != "cpu":
            torch.cuda.synchronize()


def prompt_of(seed: int) -> str:
    """A new prompt per image: the engine caches encoded prompts, and plain diffusers does not."""
    return f"{PROMPT}, number {seed}"


def make_request(size: Size, seed: int = 0, **fields: Any) -> ImageRequest:
    # JPEG encodes fast; plain diffusers does not encode at all
    return ImageRequest(
        **{
            "operation": "generate",
            "model": "m",
            "prompt": prompt_of(seed),
            "size": size,
            "seed": seed,
            "quality": "high",
        }
        | {"output_format": "jpeg", "output_compression": 90, "user": f"user{seed}"}
        | fields
    )


async def draw(engine: DiffusersEngine, request: ImageRequest) -> float:
    """Seconds until it is complete."""
    started = time.perf_counter()
    async with aclosing(engine.generate(request)) as events:
        async for _ in events:
            pass
    return time.perf_counter() - started


def median(work: Callable[[int], object], repeats: int) -> float:
    """Seconds, over `repeats` runs with new seeds."""
    times = []
    for _ in range(repeats):
        seed = next(SEEDS)
        started = time.perf_counter()
        work(seed)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def measure(model: BenchmarkModel, size: Size, *, repeats: int, is_compiled: bool) -> Iterator[Figure]:
    torch.compiler.reset()  # else the second size runs graphs that were generalized for the first
    model.plain(size)  # warm up kernels and compilation
    plain_s = median(partial(model.plain, size), repeats)
    yield Figure("plain diffusers, one image", 1000 * plain_s, "ms")
    with asyncio.Runner() as runner:
        engine = model.engine(size)
        runner.run(engine.start())

        def run(work: Awaitable[Any]) -> Any:
            return runner.run(work)  # type: ignore[arg-type]

        try:
            started = time.perf_counter()
            run(wait_until_idle(engine))
            yield Figure("warm-up: a batch of images at every batch size", time.perf_counter() - started, "s")
            engine_s = median(lambda seed: run(draw(engine, make_request(size, seed))), repeats)
            goal = 1000 * plain_s + 30 if is_compiled else None
            yield Figure("engine, one image", 1000 * engine_s, "ms", at_most=goal)
            yield Figure("engine, overhead per step", 1000 * (engine_s - plain_s) / model.steps, "ms")
            yield from throughput(engine, run, size, serial=1 / plain_s)
            yield from fairness(model, engine, run, size)
            yield Figure("time to cancel", 1000 * run(cancel(engine, size)), "ms")
            yield Figure("time to the first preview", 1000 * run(first_preview(engine, size)), "ms")
        finally:
            run(engine.close())


async def wait_until_idle(engine: DiffusersEngine) -> None:
    """Wait until the worker and the device are idle."""
    while not engine.workers[0].is_idle:
        await asyncio.sleep(0.0005)
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def throughput(engine: DiffusersEngine, run: Callable[[Any], Any], size: Size, *, serial: float) -> Iterator[Figure]:
    async def concurrently(clients: int) -> float:
        started = time.perf_counter()
        await asyncio.gather(*(draw(engine, make_request(size, next(SEEDS))) for _ in range(clients)))
        return clients / (time.perf_counter() - started)

    for clients in CLIENTS:
        gain = max(run(concurrently(clients)) for _ in range(2)) / serial
        goal = {512: 1.7, 1024: 0.98}.get(size.width) if clients == 8 else None
        yield Figure(f"images per second over serial, {clients} clients", gain, "x", at_least=goal)
    stats = engine.workers[0].stats
    yield Figure("average rows per forward since the start", stats.num_rows / stats.num_forwards, "")


def fairness(model: BenchmarkModel, engine: DiffusersEngine, run: Callable[[Any], Any], size: Size) -> Iterator[Figure]:
    """Short jobs queued behind long ones: the engine against first in, first out."""
    short, long = max(1, model.steps // 4), 2 * model.steps
    jobs = [("long", long)] * 4 + [("short", short)] * 8

    async def by_engine() -> list[float]:
        async def one(index: int, steps: int) -> float:
            await asyncio.sleep(0.001 * index)
            return await draw(engine, make_request(size, next(SEEDS), num_inference_steps=steps))

        tasks = [asyncio.create_task(one(index, steps)) for index, (_, steps) in enumerate(jobs)]
        return [await task for task in tasks][4:]

    def by_fifo() -> list[float]:
        started, waited = time.perf_counter(), []
        for kind, steps in jobs:
            model.plain(size, next(SEEDS), steps)
            if kind == "short":
                waited.append(time.perf_counter() - started)
        return waited

    engine_s, fifo_s = (max(times) for times in (run(by_engine()), by_fifo()))
    yield Figure("p95 of short jobs, first in first out", 1000 * fifo_s, "ms")
    yield Figure("p95 of short jobs, engine", 1000 * engine_s, "ms")
    yield Figure("improvement", fifo_s / engine_s, "x", at_least=2)


async def cancel(engine: DiffusersEngine, size: Size) -> float:
    """Seconds from a disconnect until the device is idle."""
    task = asyncio.create_task(draw(engine, make_request(size, next(SEEDS), num_inference_steps=100)))
    stats = engine.workers[0].stats
    before = stats.num_forwards
    while stats.num_forwards < before + 3:
        await asyncio.sleep(0.001)
    started = time.perf_counter()
    task.cancel()
    await wait_until_idle(engine)
    return time.perf_counter() - started


async def first_preview(engine: DiffusersEngine, size: Size) -> float:
    started = time.perf_counter()
    async with aclosing(engine.generate(make_request(size, next(SEEDS), partial_images=3))) as events:
        async for event in events:
            assert isinstance(event, PartialImage | CompletedImage)
            break
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tiny", action="store_true", help="tiny models and images, on the CPU")
    parser.add_argument("--models", nargs="+", default=list(gpu_models.MAKERS), choices=list(gpu_models.MAKERS))
    parser.add_argument("--sizes", nargs="+", type=int, default=[1024, 512])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--eager-only", action="store_true")
    options = parser.parse_args()
    device = "cpu" if options.tiny else "cuda"
    if options.tiny:
        torch.set_num_threads(1)
        options.sizes, options.eager_only = [64], True
    elif not torch.cuda.is_available():
        parser.error("No GPU found. '--tiny' checks that the benchmark runs.")
    else:
        print(f"{torch.cuda.get_device_name()}, torch {torch.__version__}")
    for name in options.models:
        measure_model(name, options, device)
        gc.collect()  # a compiled network is a reference cycle
        if device == "cuda":
            torch.cuda.empty_cache()


def measure_model(name: str, options: argparse.Namespace, device: str) -> None:
    use_in_thread(device)
    model = BenchmarkModel(name, is_tiny=options.tiny, device=device)
    for is_compiled in (False,) if options.eager_only else (False, True):
        if is_compiled:
            model.compile()
        for edge in options.sizes:
            title = f"{name}, {edge}x{edge}, {model.steps} steps, {'compiled' if is_compiled else 'eager'}"
            show(title, partial(measure, model, Size(edge, edge), repeats=options.repeats, is_compiled=is_compiled))


if __name__ == "__main__":
    main()
