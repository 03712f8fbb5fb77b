"""The two kinds of numbers that retouching works on, and the ways between them."""

from typing import Any

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
