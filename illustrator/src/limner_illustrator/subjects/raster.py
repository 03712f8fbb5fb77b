"""From a drawing in its own units to a tightly cropped sprite of an exact size."""

from collections.abc import Callable

import numpy as np
import skia

from limner_illustrator.canvas import Pixels, surface, to_pixels
from limner_illustrator.subjects.local_canvas import LocalCanvas

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_PROBE_PX = 144
_VISIBLE = 12
"""Alpha below this is not part of the outline."""


def bounds_of(pixels: Pixels) -> tuple[int, int, int, int] | None:
    """The pixel box of what is visible, None where nothing is."""
    seen = pixels[..., 3] > _VISIBLE
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def crop(pixels: Pixels) -> Pixels:
    box = bounds_of(pixels)
    return pixels if box is None else np.ascontiguousarray(pixels[box[1] : box[3], box[0] : box[2]])


def measure(draw: Callable[[LocalCanvas], None], frame: Box) -> Box:
    """The box, in the drawing's units, of what `draw` paints inside `frame`."""
    scale = _PROBE_PX / max(frame[2] - frame[0], frame[3] - frame[1])
    box = bounds_of(paint_raster(draw, frame, scale))
    if box is None:
        return frame
    left, top = frame[0], frame[1]
    return left + box[0] / scale, top + box[1] / scale, left + box[2] / scale, top + box[3] / scale


def rasterize(draw: Callable[[LocalCanvas], None], box: Box, size_px: float) -> Pixels:
    """What `draw` paints inside `box` (its own measure), the longest side `size_px`, cropped."""
    scale = size_px / max(box[2] - box[0], box[3] - box[1])
    spare = 1.5 / scale  # the probe is coarse: a pixel more on each side, and crop
    return crop(paint_raster(draw, (box[0] - spare, box[1] - spare, box[2] + spare, box[3] + spare), scale))


def paint_raster(draw: Callable[[LocalCanvas], None], frame: Box, scale: float) -> Pixels:
    """What `draw` paints inside `frame`, at `scale` pixels per unit, not cropped."""
    sheet = surface(max(1, round((frame[2] - frame[0]) * scale)), max(1, round((frame[3] - frame[1]) * scale)))
    canvas: skia.Canvas = sheet.getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(-frame[0], -frame[1])
    draw(LocalCanvas(canvas))
    return to_pixels(sheet)
