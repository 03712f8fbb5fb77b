"""Small requests, small images, and running engines."""

import asyncio
import io
import os
import threading
from contextlib import aclosing, contextmanager

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest

SIZE = Size(64, 64)
TEST_DEVICE = os.environ.get("LIMNER_TEST_DEVICE", "cpu")
"""Where the engines of the tests draw: `LIMNER_TEST_DEVICE=cuda` runs them on a GPU."""


@contextmanager
def running(*engines, timeout_s=180):
    """Yields a function that runs coroutines on the engines' event loop."""
    with asyncio.Runner() as runner:
        for engine in engines:
            runner.run(engine.start())
        try:
            yield lambda work: runner.run(asyncio.wait_for(work, timeout_s))
        finally:
            for engine in engines:
                runner.run(engine.close())


async def events_of(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def draw(engine, *requests):
    """The pixels of each request, drawn concurrently."""
    with running(engine) as run:

        async def concurrently():
            return await asyncio.gather(*(events_of(engine, one) for one in requests))

        return [pixels_of(events[-1].picture) for events in run(concurrently())]


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat in the rain", "size": SIZE, "seed": 7} | fields
    )


def edit(**fields):
    return make_request(**{"operation": "edit", "images": (encode_png(sample_pixels()),)} | fields)


def encode_png(pixels):
    return codec.encode(pixels, "png")


def sample_pixels(size=SIZE, *, seed=0):
    """A gradient, a disc and noise."""
    width, height = size
    rows, columns = np.mgrid[0:height, 0:width]
    pixels = np.stack([255 * columns / width, 255 * rows / height, 128 + 0 * rows], axis=-1)
    pixels[(rows - height / 2) ** 2 + (columns - width / 3) ** 2 < (height / 5) ** 2] = (220, 40, 60)
    noise = np.random.default_rng(seed).normal(0, 8, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def half_open_mask(size=SIZE):
    """The right half may change."""
    mask = np.full((size.height, size.width, 4), 255, np.uint8)
    mask[:, size.width // 2 :, 3] = 0
    return mask


def pixels_of(picture):
    return np.asarray(Image.open(io.BytesIO(picture.read()))).astype(int)


def model_of(engine, index=0):
    """The loaded model. None if it is not loaded."""
    return engine.workers[index].models.get(engine.spec)


def stats_of(engine, index=0):
    return engine.workers[index].stats


class Gate:
    """A forward hook that holds the worker thread until it is opened."""

    def __init__(self, *, is_open=False):
        self.reached, self.opened = threading.Event(), threading.Event()
        self.num_calls = 0
        if is_open:
            self.opened.set()

    def __call__(self, *args):
        self.reached.set()
        assert self.opened.wait(10)
        self.num_calls += 1

    async def wait(self):
        assert await asyncio.to_thread(self.reached.wait, 10)


async def wait_until_idle(engine):
    for _ in range(500):
        if engine.workers[0].is_idle:
            return
        await asyncio.sleep(0.01)
    pytest.fail("the worker is not idle")
