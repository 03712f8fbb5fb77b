"""Whole input pictures in one: in panels, blended, or one in the colours of another."""

import math
from collections.abc import Sequence

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import add_opaque_alpha, compose_over_white, covering_size, crop_centre, size_of
from limner_illustrator.edit.raster_edit.arrays import floats, to_bytes

GAP = 0.012
"""Between panels, in the picture's shorter edge."""
LIGHTER = 0.5
"""How much of a blend is a screen of its pictures, which keeps it bright; the rest is their mean."""
LIGHT_SHIFT = 0.5
"""How far the lightness moves to that of the other picture: all the way, highlights would be lost."""
GREY_SHIFT = 0.35
"""How far greys take on the tint of the other picture."""
CONTAINED = 1.55
"""A panel that would show less than one part in so many of its picture shows all of it, with margins."""
LARGEST_ROW = 2.0
"""How many times the pixels of the requested size a row of whole pictures may have."""
EMPTY = 0.25
"""What a row with fewer panels costs, against panels of another shape than the pictures."""
MAX_SPREAD = 2.0
"""How much the contrast of a channel may grow when a picture takes on the colours of another."""


def cover(pixels: Pixels, size: Size) -> Pixels:
    """The middle part that fills `size` when the picture is scaled to cover it. It keeps its channels."""
    own = size_of(pixels)
    scaled = covering_size(own, size)
    how = cv2.INTER_AREA if scaled.width < own.width else cv2.INTER_CUBIC
    resized = pixels if scaled == own else np.asarray(cv2.resize(pixels, scaled, interpolation=how), np.uint8)
    return crop_centre(resized, size)


def arrange_panels(pictures: Sequence[Pixels], size: Size, *, is_vertical: bool, is_transparent: bool) -> Pixels:
    """Rows of panels, each filled by a whole picture's middle part; white or nothing between them."""
    rows = _count_rows([one.shape[1] / one.shape[0] for one in pictures], size, is_vertical=is_vertical)
    gap = max(2, round(GAP * min(size)))
    sheet = np.full((size.height, size.width, 4), 255, np.uint8)
    if is_transparent:
        sheet[..., 3] = 0
    tops = [round(edge) for edge in np.linspace(0, size.height + gap, rows + 1)]
    per_row = np.array_split(np.arange(len(pictures)), rows)
    for row, numbers in enumerate(per_row):
        lefts = [round(edge) for edge in np.linspace(0, size.width + gap, len(numbers) + 1)]
        for column, number in enumerate(numbers):
            top, bottom, left, right = tops[row], tops[row + 1] - gap, lefts[column], lefts[column + 1] - gap
            shown = pictures[number] if is_transparent else compose_over_white(pictures[number])
            panel = add_opaque_alpha(_fill(shown, Size(max(1, right - left), max(1, bottom - top))))
            y, x = top + (bottom - top - panel.shape[0]) // 2, left + (right - left - panel.shape[1]) // 2
            sheet[y : y + panel.shape[0], x : x + panel.shape[1]] = panel
    return sheet if is_transparent else np.ascontiguousarray(sheet[..., :3])


def measure_row(pictures: Sequence[Pixels], size: Size, *, is_vertical: bool) -> Size:
    """The size at which one row, or column, shows each picture whole, as large as in `size` or little smaller."""
    across = sum(one.shape[1] / one.shape[0] for one in pictures)
    shape = 1 / sum(one.shape[0] / one.shape[1] for one in pictures) if is_vertical else across
    edge = max(size)
    area = min(LARGEST_ROW * size.width * size.height, edge * edge * max(shape, 1 / shape))
    height = math.sqrt(area / shape)
    return Size(max(1, round(height * shape)), max(1, round(height)))


def blend_pictures(pictures: Sequence[Pixels], size: Size) -> Pixels:
    """Exposed on each other: RGB."""
    layers = [floats(compose_over_white(cover(one, size))) / np.float32(255) for one in pictures]
    mean = floats(sum(layers) / np.float32(len(layers)))
    dark = np.ones_like(mean)
    for layer in layers:
        dark *= 1 - 0.75 * layer
    return to_bytes((LIGHTER * (1 - dark) + (1 - LIGHTER) * mean) * 255)


def match_colors(pixels: Pixels, model: Pixels) -> Pixels:
    """`pixels` with the mean and the spread of the colours of `model` (Reinhard et al. 2001, in CIE L*a*b*)."""
    source, wanted = (
        cv2.cvtColor(compose_over_white(one), cv2.COLOR_RGB2LAB).astype(np.float32) for one in (pixels, model)
    )
    mean, spread = source.mean(axis=(0, 1)), source.std(axis=(0, 1))
    factor = np.clip(wanted.std(axis=(0, 1)) / np.maximum(spread, 1), 1 / MAX_SPREAD, MAX_SPREAD)
    shift = wanted.mean(axis=(0, 1)) - mean
    # What has no colour of its own takes less of the new tint: the shift away from a red picture would make it cyan.
    chroma = np.hypot(source[..., 1] - 128, source[..., 2] - 128)
    tinted = GREY_SHIFT + (1 - GREY_SHIFT) * np.clip(chroma / max(1.0, float(chroma.mean())), 0, 1)
    moved = (source - mean) * factor + mean
    moved[..., 0] += LIGHT_SHIFT * shift[0]
    moved[..., 1:] += shift[1:] * tinted[..., None]
    matched = np.asarray(cv2.cvtColor(to_bytes(moved), cv2.COLOR_LAB2RGB), np.uint8)
    return np.dstack([matched, pixels[..., 3]]) if pixels.shape[2] == 4 else matched


def _fill(pixels: Pixels, size: Size) -> Pixels:
    """The picture's middle part that fills `size` or, where that would cut too much off, all of it, smaller."""
    shape, wanted = pixels.shape[1] / pixels.shape[0], size.width / size.height
    if max(shape / wanted, wanted / shape) < CONTAINED:
        return cover(pixels, size)
    scale = min(size.width / pixels.shape[1], size.height / pixels.shape[0])
    whole = Size(max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    return cover(pixels, whole)


def _count_rows(shapes: Sequence[float], size: Size, *, is_vertical: bool) -> int:
    """As many as crop the pictures least. `shapes`: width / height of each."""
    count = len(shapes)
    if is_vertical:
        return count
    usual = float(np.median(shapes))

    def cropping(rows: int) -> float:
        panel = size.width / math.ceil(count / rows) / (size.height / rows)
        return abs(math.log(panel / usual)) + EMPTY * (rows * math.ceil(count / rows) - count)

    return min(range(1, count), key=cropping, default=1)
