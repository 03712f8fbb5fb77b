"""Compare the GPU engine in a process of its own with the same engine in this process, on a tiny model.

python benchmarks/device_process.py           # on the CPU; compare the ratios, which are of one run

Both draw by turns, so that what else the machine does affects both. `lag`: how late the event loop of this process is,
which serves the clients.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from limner.core.picture import CompletedImage, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.diffusers.messages import CallEvent
from limner.engines.diffusers.process_engine import ProcessEngine
from limner.engines.engine import Engine

SIZE = Size(64, 64)
STEPS = 8
CLIENTS = 4
TICK_S = 0.002
PICTURE_BYTES = 2_000_000
Measure = Callable[[Engine], Awaitable[float]]


async def draw(engine: Engine, seed: int) -> float:
    request = ImageRequest(operation="generate", model="m", prompt=f"a red fox {seed}", size=SIZE, seed=seed)
    began_s = time.perf_counter()
    async with aclosing(engine.generate(request)) as events:
        async for _ in events:
            pass
    return time.perf_counter() - began_s


async def latency(engine: Engine) -> float:
    return statistics.median([await draw(engine, seed) for seed in range(5)])


async def crowd(engine: Engine) -> float:
    """Seconds for 24 images of 4 clients."""

    async def client(index: int) -> None:
        for image in range(6):
            await draw(engine, 100 * index + image)

    began_s = time.perf_counter()
    await asyncio.gather(*(client(index) for index in range(CLIENTS)))
    return time.perf_counter() - began_s


async def lag(engine: Engine) -> float:
    """The 99th percentile of the event loop's delay while the clients' images are drawn."""
    delays: list[float] = []

    async def watch() -> None:
        while True:
            began_s = time.perf_counter()
            await asyncio.sleep(TICK_S)
            delays.append(time.perf_counter() - began_s - TICK_S)

    watching = asyncio.create_task(watch())
    await crowd(engine)
    watching.cancel()
    return sorted(delays)[int(0.99 * len(delays))]


def transport_s() -> float:
    """For one image of 2 MB, from process to process."""
    picture = Picture(os.urandom(PICTURE_BYTES), "png", Size(1024, 1024))
    message = CallEvent(1, CompletedImage(image_index=0, picture=picture))
    ours, theirs = Pipe()
    times = []
    for _ in range(20):
        began_s = time.perf_counter()
        sending = threading.Thread(target=theirs.send, args=(message,))
        sending.start()
        ours.recv()
        sending.join()
        times.append(time.perf_counter() - began_s)
    return statistics.median(times)


async def compare(inside: Engine, outside: Engine, rounds: int) -> None:
    for engine in (inside, outside):
        await engine.start()
    try:
        for engine in (inside, outside):
            await crowd(engine)  # loads the model, and learns the batch sizes
        measures: dict[str, Measure] = {"latency": latency, "4 clients, 24 images": crowd, "lag, 99 %": lag}
        for name, measure in measures.items():
            taken: tuple[list[float], list[float]] = ([], [])
            for _ in range(rounds):
                for engine, times in zip((inside, outside), taken, strict=True):
                    times.append(await measure(engine))
            one, other = (1000 * statistics.median(times) for times in taken)
            print(f"{name}: {one:.1f} ms in this process, {other:.1f} ms in its own, ratio {other / one:.2f}")
    finally:
        for engine in (inside, outside):
            await engine.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="flux")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    began_s = time.perf_counter()
    import gpu_models
    import torch

    from limner.engines.diffusers.engine import DiffusersEngine

    print(f"importing torch and diffusers: {time.perf_counter() - began_s:.1f} s, which the server no longer waits for")
    print(f"transport of an image of 2 MB: {1000 * transport_s():.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        pipeline, arguments = gpu_models.make(asked.model, is_tiny=True, device="cpu", dtype=torch.float32)
        pipeline.save_pretrained(Path(folder) / "model")
        options: dict[str, Any] = {
            "checkpoint": str(Path(folder) / "model"),
            "device": "cpu",
            "steps": STEPS,
            "arguments": arguments,
            "cache": folder,
        }
        asyncio.run(compare(DiffusersEngine(**options), ProcessEngine(**options), asked.rounds))


if __name__ == "__main__":
    main()
