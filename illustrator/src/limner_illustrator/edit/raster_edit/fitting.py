"""Where in a mask, and how large, a thing of a certain outline goes so that the mask's border cuts nothing off."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.masks import PixelBox, box_of, mostly_open
from limner_illustrator.edit.request import Openness

Inside = npt.NDArray[np.float32]

GRID = 112
"""Masks are searched at this size, in cells along the longer edge of their box."""
STEPS = 7
"""Halvings in the search for the largest size."""
CUT: tuple[tuple[float, float], ...] = ((0.01, 0.24), (0.1, 0.16), (0.25, 0.0))
"""How much of a thing the border may cut off, and how large it must become for that: parts of its area, and of the
size at which it would fill the mask's box. A mask drawn as a thin line holds nothing whole.
"""


def fit_in(change: Openness, outline: Pixels) -> PixelBox:
    """`outline` is the thing's alpha (H, W), tightly cropped; the box has its proportions."""
    around = box_of(change)
    height, width = outline.shape
    fullest = min(around.width / width, around.height / height)
    cell = max(1.0, max(around.width, around.height) / GRID)
    inside = _cells(change, around, cell)
    for cut, least in CUT:
        scale, middle = _largest(inside, outline, fullest / cell, cut)
        if scale >= least * fullest / cell and scale > 0:
            break
    else:
        return around
    size = width * scale * cell, height * scale * cell
    x, y = around.left + middle[0] * cell, around.top + middle[1] * cell
    left, top = round(x - size[0] / 2), round(y - size[1] / 2)
    return PixelBox(left, top, left + max(1, round(size[0])), top + max(1, round(size[1])))


def _cells(change: Openness, around: PixelBox, cell: float) -> Inside:
    """1 where a cell is wholly open, without the rim in which an edit fades in."""
    region = change[around.top : around.bottom, around.left : around.right]
    size = max(1, round(around.width / cell)), max(1, round(around.height / cell))
    covered = cv2.resize(mostly_open(region).astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return np.asarray(covered > 0.97, np.float32)


def _largest(inside: Inside, outline: Pixels, fullest: float, cut: float) -> tuple[float, tuple[float, float]]:
    """The largest scale at which the outline has room, and the middle of its place, both in cells."""
    low, high, place = 0.0, fullest, _nearest_to_middle(_room(inside, outline, fullest, cut), inside)
    if place is not None:
        return fullest, place
    found = (0.0, 0.0)
    for _ in range(STEPS):
        scale = (low + high) / 2
        place = _nearest_to_middle(_room(inside, outline, scale, cut), inside)
        if place is None:
            high = scale
        else:
            low, found = scale, place
    return low, found


def _room(inside: Inside, outline: Pixels, scale: float, cut: float) -> npt.NDArray[np.bool_]:
    """Where the middle of the outline may be."""
    height, width = outline.shape
    size = max(1, round(width * scale)), max(1, round(height * scale))
    kernel = (cv2.resize(outline, size, interpolation=cv2.INTER_AREA) > 90).astype(np.float32)
    total = float(kernel.sum())
    if total == 0:
        return np.zeros(inside.shape, np.bool_)
    held = cv2.filter2D(inside, -1, kernel, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(held >= (1 - cut) * total - 0.5, np.bool_)


def _nearest_to_middle(room: npt.NDArray[np.bool_], inside: Inside) -> tuple[float, float] | None:
    """Of the places, the nearest to where most of the mask is; a little below rather than above it."""
    rows, columns = np.nonzero(room)
    if not len(rows):
        return None
    open_rows, open_columns = np.nonzero(inside)
    off = (columns - open_columns.mean()) ** 2 + (rows - open_rows.mean() - 0.5) ** 2
    best = int(off.argmin())
    # filter2D anchors an even kernel half a cell to the lower right of its middle.
    return float(columns[best]) + 0.5, float(rows[best]) + 0.5
