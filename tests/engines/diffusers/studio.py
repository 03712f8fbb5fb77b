"""What the tests of this folder share: small requests, small pictures, and engines that run."""

import asyncio
import io
import threading
from contextlib import aclosing, contextmanager

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest

SIZE = Size(64, 64)


@contextmanager
def running(*engines, patience_s=10):
    """Runs coroutine functions on the loop that the engines live in."""
    with asyncio.Runner() as runner:
        for engine in engines:
            runner.run(engine.start())
        try:
            yield lambda work: runner.run(asyncio.wait_for(work, patience_s))
        finally:
            for engine in engines:
                runner.run(engine.close())


async def events_of(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def wish(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat in the rain", "size": SIZE, "seed": 7} | fields
    )


def picture_of(pixels, output_format="png"):
    return codec.encode(pixels, output_format)


def scenery(size=SIZE, *, seed=0):
    """Pixels of a picture with a little of everything: a ramp, a disc, some grain."""
    width, height = size
    rows, columns = np.mgrid[0:height, 0:width]
    pixels = np.stack([255 * columns / width, 255 * rows / height, 128 + 0 * rows], axis=-1)
    pixels[(rows - height / 2) ** 2 + (columns - width / 3) ** 2 < (height / 5) ** 2] = (220, 40, 60)
    grain = np.random.default_rng(seed).normal(0, 8, pixels.shape)
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


def hole(size=SIZE):
    """A mask: the right half may change."""
    mask = np.full((size.height, size.width, 4), 255, np.uint8)
    mask[:, size.width // 2 :, 3] = 0
    return mask


def pixels_of(picture):
    return np.asarray(Image.open(io.BytesIO(picture.read()))).astype(int)


def model_of(engine, index=0):
    return engine.workshops[index].shelf.get(engine.spec)


def edit(**fields):
    return wish(**{"operation": "edit", "images": (picture_of(scenery()),)} | fields)


class Gate:
    """Stands in a module's way: holds the thread until it is opened."""

    def __init__(self):
        self.reached, self.opened = threading.Event(), threading.Event()
        self.passed = 0

    def __call__(self, *args):
        self.reached.set()
        assert self.opened.wait(10)
        self.passed += 1

    async def wait(self):
        assert await asyncio.to_thread(self.reached.wait, 10)


async def settled(engine):
    """Wait until the workshop has nothing left."""
    workshop = engine.workshops[0]
    for _ in range(500):
        if not workshop.load and not workshop.executor.has_work and not workshop.executor.has_asides:
            return
        await asyncio.sleep(0.01)
    pytest.fail("something is left running")
