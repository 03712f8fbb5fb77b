"""The two kinds of numbers that retouching works on, and the ways between them."""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels

Floats = npt.NDArray[np.float32]


def floats(values: Any) -> Floats:
    return np.asarray(values, np.float32)


def to_bytes(values: Any) -> Pixels:
    """From 0..255, rounded and clipped. Bytes stay what they are."""
    if values.dtype == np.uint8:
        return np.asarray(values, np.uint8)
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def soften(values: Any, sigma: float) -> Any:
    """A Gaussian blur of bytes or floats; a wide one is computed on a smaller copy, without a visible difference."""
    shrink = max(1.0, sigma / 3)
    height, width = values.shape[:2]
    if shrink == 1:
        return cv2.GaussianBlur(values, (0, 0), sigma)
    size = max(2, round(width / shrink)), max(2, round(height / shrink))
    small = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    return cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
