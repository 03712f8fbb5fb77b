"""Compose transparent pixels over white, for formats and callers without transparency."""

import numpy as np
import numpy.typing as npt

_STRIP_ROWS = 256


def over_white(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Compose RGBA (H, W, 4), unpremultiplied, over white. Returns RGB (H, W, 3)."""
    out = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, len(pixels), _STRIP_ROWS):  # strips fit the CPU cache
        strip = pixels[top : top + _STRIP_ROWS]
        if strip[..., 3].min() == 255:
            out[top : top + _STRIP_ROWS] = strip[..., :3]
            continue
        alpha = strip[..., 3:].astype(np.uint16)
        mixed = strip[..., :3] * alpha + (255 * (255 - alpha) + 127)
        out[top : top + _STRIP_ROWS] = mixed // 255
    return out
