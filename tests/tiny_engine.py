"""A minimal engine for tests: it draws a single colour in steps and counts its calls."""

import asyncio
from collections.abc import AsyncGenerator

import numpy as np

from limner import codec
from limner.core.picture import Background, CompletedImage, Event, PartialImage, Picture
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.masks import read_mask

STEPS = 8


class TinyEngine:
    def __init__(self, *, seconds_per_step: float = 0.0, fails_at_step: int | None = None, note: str | None = None):
        self.obeys = frozenset({"seed", "quality", "partial_images"})
        self.deterministic = True
        self.seconds_per_step = seconds_per_step
        self.fails_at_step = fails_at_step
        self.note = note
        self.holds_at_step: int | None = None
        """Pauses after this many steps while it is set."""
        self.requests: list[ImageRequest] = []
        self.steps = 0
        self.running = 0

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        self.requests.append(request)
        self.running += 1
        try:
            background: Background = "transparent" if request.background == "transparent" else "opaque"
            for index in range(request.n):
                partials = 0
                for step in range(STEPS):
                    await asyncio.sleep(self.seconds_per_step)
                    while self.steps == self.holds_at_step:
                        await asyncio.sleep(0.01)
                    if step == self.fails_at_step:
                        raise RuntimeError("out of paint")
                    self.steps += 1
                    if partials < request.partial_images and step % 2:
                        yield PartialImage(
                            image_index=index,
                            partial_image_index=partials,
                            picture=paint(request, index, step),
                            background=background,
                        )
                        partials += 1
                picture = paint(request, index, STEPS)
                yield CompletedImage(image_index=index, picture=picture, background=background, note=self.note)
        finally:
            self.running -= 1

    async def start(self) -> None: ...

    async def close(self) -> None: ...


def paint(request: ImageRequest, index: int, step: int) -> Picture:
    channels = 4 if request.background == "transparent" else 3
    value = (10 * ((request.seed or 0) + index) + step) % 256
    pixels = np.full((request.size.height, request.size.width, channels), value, np.uint8)
    if request.mask is not None and request.mask.size == request.size:
        kept = read_mask(codec.decode(request.mask, mode="RGBA"), request.mask_mode) == 0
        pixels[kept, :3] = codec.decode(request.images[0], mode="RGB")[kept]
    return codec.encode(pixels, request.output_format, compression=request.output_compression)


class EstimatingTinyEngine(TinyEngine):
    """Returns a fixed estimate and records the requests it was asked about."""

    def __init__(self, **options):
        super().__init__(**options)
        self.next = QueueEstimate()

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        return self.next
