"""A small engine that draws stripes. See docs/write-an-engine.md for how to install and serve it."""

import asyncio
from collections.abc import AsyncGenerator

import numpy as np

from limner import codec
from limner.core.picture import CompletedImage, Event, PartialImage, Picture
from limner.core.request import ImageRequest


class StripesEngine:
    obeys = frozenset({"seed", "partial_images"})
    deterministic = True

    def __init__(self, *, stripes: int = 8) -> None:
        self.stripes = stripes

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        for index in range(request.n):
            for preview in range(request.partial_images):
                picture = await asyncio.to_thread(self.paint, request, index, preview + 1)
                yield PartialImage(image_index=index, partial_image_index=preview, picture=picture)
            picture = await asyncio.to_thread(self.paint, request, index, self.stripes)
            yield CompletedImage(image_index=index, picture=picture)

    def paint(self, request: ImageRequest, index: int, stripes: int) -> Picture:
        width, height = request.size
        colours = np.random.default_rng((request.seed or 0) + index).integers(0, 256, (stripes, 3), np.uint8)
        row = colours[np.arange(width) * stripes // width]
        pixels = np.repeat(row[np.newaxis], height, axis=0)
        return codec.encode(pixels, request.output_format, compression=request.output_compression)

    async def start(self) -> None: ...

    async def close(self) -> None: ...
