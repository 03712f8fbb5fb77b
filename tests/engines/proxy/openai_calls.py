"""Requests to the engine `openai` in front of a scripted server."""

import asyncio
from contextlib import aclosing

import numpy as np
import pytest
from scripted_server import (
    frame,
)

from limner import codec
from limner.core.errors import APIError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.proxy.engine import OpenAIEngine

SIZE = Size(64, 64)


def paint(value: int, size=SIZE, name="png") -> bytes:
    return codec.encode(np.full((size.height, size.width, 3), value, np.uint8), name).read()


PNG = paint(100)


COMPLETED = frame("image_generation.completed", PNG, background="opaque")


def partial(index: int) -> bytes:
    return frame("image_generation.partial_image", paint(index), partial_image_index=index)


def make_request(**fields) -> ImageRequest:
    request = {"operation": "generate", "model": "m", "prompt": "a cat", "size": SIZE, "seed": 7}
    return ImageRequest(**request | fields)


def make_engine(server, **options) -> OpenAIEngine:
    return OpenAIEngine(**{"base_url": server.base_url, "profile": "limner", "api_key": "sk-test"} | options)


async def collect(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def draw(server, request=None, **options):
    """The events of a request, with an engine that is started for it."""

    async def main():
        engine = make_engine(server, **options)
        await engine.start()
        try:
            return await collect(engine, request or make_request())
        finally:
            await engine.close()

    return asyncio.run(main())


def draw_fails(server, request=None, **options) -> APIError:
    with pytest.raises(APIError) as caught:
        draw(server, request, **options)
    return caught.value
