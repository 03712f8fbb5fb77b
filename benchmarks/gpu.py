"""Measures the GPU engine against plain diffusers, in one run, on models of the published sizes with random weights.

python benchmarks/gpu.py                      # on a GPU: every model that fits, eager and compiled
python benchmarks/gpu.py --models klein --sizes 512
python benchmarks/gpu.py --tiny               # on a CPU: only to see that it runs; its figures mean nothing
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
from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.device import enter
from limner.engines.diffusers.engine import DiffusersEngine
from limner.engines.diffusers.orders import Rules
from limner.engines.diffusers.workshop import Workshop

CLIENTS = (1, 2, 4, 8)
SEEDS = itertools.count(1)
PROMPT = "a watercolour of a red fox, mountains at dawn"


class Subject:
    """A model, as plain diffusers and as the engine, over the same weights."""

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
        except ValueError:  # it names no repeated blocks
            network.compile()

    def engine(self, size: Size) -> DiffusersEngine:
        """One that has warmed up: it knows how wide its batches should be, and what latents look like."""
        engine = DiffusersEngine(
            checkpoint=self.name,
            device=self.device,
            steps=self.steps,
            arguments=self.arguments,
            deadline=None,
            warmup=str(size),
        )
        engine.workshops = [
            Workshop(self.device, Rules(), loader=lambda spec, device: LoadedModel(spec, self.pipeline))
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
    """Another one for each picture: the engine keeps prompts that it has read, and plain diffusers reads them again."""
    return f"{PROMPT}, number {seed}"


def wish(size: Size, seed: int = 0, **fields: Any) -> ImageRequest:
    # JPEG, so that the time is that of drawing; plain diffusers does not encode at all
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
    """Seconds until it is there."""
    begun = time.perf_counter()
    async with aclosing(engine.generate(request)) as events:
        async for _ in events:
            pass
    return time.perf_counter() - begun


def median(work: Callable[[int], object], repeats: int) -> float:
    """Of so many runs, each with a seed that was not used before."""
    times = []
    for _ in range(repeats):
        seed = next(SEEDS)
        begun = time.perf_counter()
        work(seed)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def measure(subject: Subject, size: Size, *, repeats: int, is_compiled: bool) -> Iterator[Figure]:
    torch.compiler.reset()  # else the second size is measured with what was made general by the first
    subject.plain(size)  # warm: kernels, and what is compiled
    plain_s = median(partial(subject.plain, size), repeats)
    yield Figure("plain diffusers, one picture", 1000 * plain_s, "ms")
    with asyncio.Runner() as runner:
        engine = subject.engine(size)
        runner.run(engine.start())

        def run(work: Awaitable[Any]) -> Any:
            return runner.run(work)  # type: ignore[arg-type]

        try:
            begun = time.perf_counter()
            run(idle(engine))
            yield Figure("warm-up: a batch of pictures at every width", time.perf_counter() - begun, "s")
            engine_s = median(lambda seed: run(draw(engine, wish(size, seed))), repeats)
            goal = 1000 * plain_s + 30 if is_compiled else None
            yield Figure("engine, one picture", 1000 * engine_s, "ms", at_most=goal)
            yield Figure("engine, more for each step", 1000 * (engine_s - plain_s) / subject.steps, "ms")
            yield from throughput(engine, run, size, serial=1 / plain_s)
            yield from fairness(subject, engine, run, size)
            yield Figure("time to cancel", 1000 * run(cancel(engine, size)), "ms")
            yield Figure("time to the first preview", 1000 * run(first_preview(engine, size)), "ms")
        finally:
            run(engine.close())


async def idle(engine: DiffusersEngine) -> None:
    """Until nothing is drawn any more, and the device has nothing left to do."""
    workshop = engine.workshops[0]
    while workshop.load or workshop.executor.has_work or workshop.executor.has_asides:
        await asyncio.sleep(0.0005)
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def throughput(engine: DiffusersEngine, run: Callable[[Any], Any], size: Size, *, serial: float) -> Iterator[Figure]:
    async def crowd(clients: int) -> float:
        begun = time.perf_counter()
        await asyncio.gather(*(draw(engine, wish(size, next(SEEDS))) for _ in range(clients)))
        return clients / (time.perf_counter() - begun)

    for clients in CLIENTS:
        gain = max(run(crowd(clients)) for _ in range(2)) / serial
        goal = {512: 1.7, 1024: 0.98}.get(size.width) if clients == 8 else None
        yield Figure(f"pictures a second over serial, {clients} clients", gain, "x", at_least=goal)
    rows, forwards = engine.workshops[0].executor.num_rows, engine.workshops[0].executor.num_forwards
    yield Figure("rows in a forward, on average since the start", rows / forwards, "")


def fairness(subject: Subject, engine: DiffusersEngine, run: Callable[[Any], Any], size: Size) -> Iterator[Figure]:
    """Short pictures behind long ones, served as the engine does it and first in, first out."""
    short, long = max(1, subject.steps // 4), 2 * subject.steps
    orders = [("long", long)] * 4 + [("short", short)] * 8

    async def ours() -> list[float]:
        async def one(index: int, steps: int) -> float:
            await asyncio.sleep(0.001 * index)
            return await draw(engine, wish(size, next(SEEDS), num_inference_steps=steps))

        tasks = [asyncio.create_task(one(index, steps)) for index, (_, steps) in enumerate(orders)]
        return [await task for task in tasks][4:]

    def in_line() -> list[float]:
        begun, waited = time.perf_counter(), []
        for kind, steps in orders:
            subject.plain(size, next(SEEDS), steps)
            if kind == "short":
                waited.append(time.perf_counter() - begun)
        return waited

    ours_s, in_line_s = (max(times) for times in (run(ours()), in_line()))
    yield Figure("p95 of short pictures, first in first out", 1000 * in_line_s, "ms")
    yield Figure("p95 of short pictures, engine", 1000 * ours_s, "ms")
    yield Figure("better by", in_line_s / ours_s, "x", at_least=2)


async def cancel(engine: DiffusersEngine, size: Size) -> float:
    """From the client's leaving to a device that has nothing to do any more."""
    task = asyncio.create_task(draw(engine, wish(size, next(SEEDS), num_inference_steps=100)))
    executor = engine.workshops[0].executor
    before = executor.num_forwards
    while executor.num_forwards < before + 3:
        await asyncio.sleep(0.001)
    begun = time.perf_counter()
    task.cancel()
    await idle(engine)
    return time.perf_counter() - begun


async def first_preview(engine: DiffusersEngine, size: Size) -> float:
    begun = time.perf_counter()
    async with aclosing(engine.generate(wish(size, next(SEEDS), partial_images=3))) as events:
        async for event in events:
            assert isinstance(event, PartialImage | CompletedImage)
            break
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tiny", action="store_true", help="tiny models and pictures, on the CPU")
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
        parser.error("There is no GPU here. '--tiny' shows that the benchmark runs.")
    else:
        print(f"{torch.cuda.get_device_name()}, torch {torch.__version__}")
    for name in options.models:
        measure_model(name, options, device)
        gc.collect()  # a compiled network is a circle of references
        if device == "cuda":
            torch.cuda.empty_cache()


def measure_model(name: str, options: argparse.Namespace, device: str) -> None:
    enter(device)
    subject = Subject(name, is_tiny=options.tiny, device=device)
    for is_compiled in (False,) if options.eager_only else (False, True):
        if is_compiled:
            subject.compile()
        for edge in options.sizes:
            title = f"{name}, {edge}x{edge}, {subject.steps} steps, {'compiled' if is_compiled else 'eager'}"
            show(title, partial(measure, subject, Size(edge, edge), repeats=options.repeats, is_compiled=is_compiled))


if __name__ == "__main__":
    main()
