"""Scale a part of a decoded image tile by tile, without a second copy of the whole image."""

import math
from collections.abc import Iterator
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt
from PIL import Image

from limner.codec.geometry import Box
from limner.core.picture import Size

PixelMode = Literal["RGB", "RGBA", "CMYK"]

TILE_PIXELS = 4_000_000
"""Source pixels per tile."""


class PixelSource(Protocol):
    """A decoded image in the representation of its decoder."""

    size: Size
    mode: PixelMode

    def crop(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        """The part, in `mode`."""


def read_pixels(source: PixelSource, box: Box, size: Size) -> npt.NDArray[np.uint8]:
    """Scale `box` of the source to `size`. Returns (H, W, 3 or 4) in the source's mode, unpremultiplied."""
    pixels = np.empty((size.height, size.width, len(source.mode)), np.uint8)
    across, down = box.width / size.width, box.height / size.height
    is_copy = across == down == 1 and box.left == int(box.left) and box.top == int(box.top)
    # Downscale by averaging the covered area, upscale with bicubic, which has a support of two pixels.
    filter_, support = (Image.Resampling.BOX, 0.5) if across > 1 else (Image.Resampling.BICUBIC, 2.0)
    margin_x, margin_y = (0 if is_copy else math.ceil(support * max(1.0, scale)) + 1 for scale in (across, down))
    for columns, rows in _tiles(size, across, down):
        x0, x1 = box.left + columns.start * across, box.left + columns.stop * across
        y0, y1 = box.top + rows.start * down, box.top + rows.stop * down
        left, top = max(0, math.floor(x0) - margin_x), max(0, math.floor(y0) - margin_y)
        right = min(source.size.width, math.ceil(x1) + margin_x)
        bottom = min(source.size.height, math.ceil(y1) + margin_y)
        piece = source.crop(left, top, right, bottom)
        if not is_copy:
            part = x0 - left, y0 - top, min(x1 - left, right - left), min(y1 - top, bottom - top)
            piece = piece.resize((columns.stop - columns.start, rows.stop - rows.start), filter_, box=part)
        pixels[rows, columns] = np.asarray(piece)
    return pixels


def _tiles(size: Size, across: float, down: float) -> Iterator[tuple[slice, slice]]:
    """Columns and rows of the result; a tile covers about TILE_PIXELS of the source."""
    pixels_of_one = max(1.0, across) * max(1.0, down)
    width = min(size.width, max(1, int(TILE_PIXELS / pixels_of_one)))
    height = min(size.height, max(1, int(TILE_PIXELS / (pixels_of_one * width))))
    for top in range(0, size.height, height):
        for left in range(0, size.width, width):
            yield slice(left, min(size.width, left + width)), slice(top, min(size.height, top + height))
