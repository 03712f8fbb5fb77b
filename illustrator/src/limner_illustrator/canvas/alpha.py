"""Transparency of pixel arrays."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels

OPAQUE_ALPHA = 250
"""Lowest alpha that counts as opaque, because lossy and resampled alpha is inexact."""
_STRIP_ROWS = 256


def has_transparency(pixels: Pixels) -> bool:
    return pixels.shape[2] == 4 and bool(pixels[..., 3].min() < OPAQUE_ALPHA)


def spread_colours(rgba: Pixels) -> Pixels:
    """RGB (H, W, 3), with transparent pixels filled from their surroundings. Grey if all are transparent."""
    if rgba.shape[2] == 3 or rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    weight = rgba[..., 3:].astype(np.float32) / 255
    levels = [np.concatenate([rgba[..., :3] * weight, weight], axis=2)]
    while min(levels[-1].shape[:2]) > 2 and levels[-1][..., 3].min() < 0.5:
        levels.append(cv2.pyrDown(levels[-1]))
    height, width = levels[-1].shape[:2]
    colour = np.full((height, width, 3), 128, np.float32)
    for level in reversed(levels):
        height, width = level.shape[:2]
        colour = cv2.resize(colour, (width, height), interpolation=cv2.INTER_LINEAR)
        known = level[..., 3:]
        share = np.clip(known * 8, 0, 1)
        colour = colour * (1 - share) + level[..., :3] / np.maximum(known, 1e-4) * share
    kept = rgba[..., 3:] >= 16  # below 16, 8-bit colours are mostly rounding errors
    return np.where(kept, rgba[..., :3], np.clip(np.rint(colour), 0, 255).astype(np.uint8))


def over_white(pixels: Pixels) -> Pixels:
    """Composite straight-alpha RGBA (H, W, 4) over white, as RGB (H, W, 3)."""
    out = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, len(pixels), _STRIP_ROWS):  # strips fit into the CPU cache
        strip = pixels[top : top + _STRIP_ROWS]
        if cv2.extractChannel(strip, 3).min() == 255:
            cv2.cvtColor(strip, cv2.COLOR_RGBA2RGB, out[top : top + _STRIP_ROWS])
            continue
        alpha = strip[..., 3:].astype(np.uint16)
        mixed = strip[..., :3] * alpha + (255 * (255 - alpha) + 127)
        out[top : top + _STRIP_ROWS] = mixed // 255
    return out
