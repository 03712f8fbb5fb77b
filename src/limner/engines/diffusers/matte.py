"""Transparency around what a model drew: models know none, so it is keyed from the backdrop that they were shown."""

import cv2
import numpy as np

from limner.engines.masks import Pixels

WHITE, GREY = 255, 128
LIGHT = 235
"""From here on a colour could be taken for a white backdrop."""
MAX_LIGHT_SHARE = 0.1
NEAR = 26
"""How far, 0 to 255, a drawn pixel may be from the backdrop and still be part of it."""
LEAST_KEYED = 0.3
"""If less of what was transparent is still backdrop, the model has drawn a background of its own."""


def over_backdrop(rgba: Pixels) -> Pixels:
    """RGB: before white, or before grey where the picture itself is largely white."""
    if rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = (rgba[..., :3] * alpha + _backdrop(rgba) * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)


def with_alpha(drawn: Pixels, original: Pixels | None) -> Pixels:
    """RGBA of an RGB picture drawn from `over_backdrop(original)`.

    What is still backdrop where `original` is transparent, and what continues it, is transparent.
    """
    opaque = np.dstack([drawn, np.full(drawn.shape[:2], 255, np.uint8)])
    if original is None or original.shape[2] == 3:
        return opaque
    clear = original[..., 3] < 128
    near = np.abs(drawn.astype(np.int16) - _backdrop(original)).max(axis=2) <= NEAR
    if not clear.any() or np.count_nonzero(near & clear) < LEAST_KEYED * np.count_nonzero(clear):
        return opaque
    _, labels = cv2.connectedComponents(near.astype(np.uint8))
    behind = near & np.isin(labels, np.unique(labels[near & clear]))
    opaque[..., 3] = cv2.GaussianBlur(np.where(behind, 0, 255).astype(np.uint8), (0, 0), 0.8)
    return opaque


def _backdrop(rgba: Pixels) -> int:
    shown = rgba[..., 3] >= 128
    light = shown & (rgba[..., :3].min(axis=2) >= LIGHT)
    is_light = bool(np.count_nonzero(light) > MAX_LIGHT_SHARE * np.count_nonzero(shown))
    return GREY if is_light else WHITE
