"""The geometry of a mask: the box around what may change, and the pixels just outside of it."""

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.edit.request import Openness


class PixelBox(NamedTuple):
    """Pixels: left and top inside, right and bottom outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def support(change: Openness) -> npt.NDArray[np.bool_]:
    """Where anything may change at all."""
    return change > 0


def window_of(change: Openness, margin: int) -> tuple[slice, slice]:
    """Rows and columns of what may change, and `margin` px around: elsewhere there is nothing to compute."""
    inside = support(change)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def mostly_open(change: Openness) -> npt.NDArray[np.bool_]:
    """Where more of the edit than of the original will be seen; of faint masks, wherever anything may change."""
    clear = change > 0.5
    return np.asarray(clear if clear.any() else support(change), np.bool_)


def box_of(change: Openness) -> PixelBox:
    """The smallest box around what may change."""
    if not change.any():
        return PixelBox(0, 0, change.shape[1], change.shape[0])
    inside = mostly_open(change)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return PixelBox(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def ring(change: Openness, width: int) -> npt.NDArray[np.bool_]:
    """The pixels just outside the mask."""
    inside = support(change).astype(np.uint8)
    wide = cv2.dilate(inside, np.ones((2 * width + 1, 2 * width + 1), np.uint8))
    return np.asarray((wide > 0) & (inside == 0), np.bool_)
