"""Handling of transparent input images, shared by all engines."""

import numpy as np
import numpy.typing as npt

from limner.core.picture import Background
from limner.core.request import ImageRequest

Pixels = npt.NDArray[np.uint8]

OPAQUE_ALPHA = 250
"""An image without alpha below this counts as opaque: lossy and resampled images are rarely exact."""


def resolve_background(request: ImageRequest, *, is_transparent: bool) -> Background:
    """`is_transparent` decides if the request does not and the format supports transparency."""
    if request.background != "auto":
        return request.background
    return "transparent" if is_transparent and request.output_format != "jpeg" else "opaque"


def has_transparency(pixels: Pixels) -> bool:
    return pixels.shape[2] == 4 and bool(pixels[..., 3].min() < OPAQUE_ALPHA)


def spread_colours(rgba: Pixels) -> Pixels:
    """Returns RGB with transparent pixels filled from surrounding colours; grey for an empty image."""
    if rgba.shape[2] == 3 or rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    import cv2  # 35 MB of memory, which a server that only generates does not need

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
    kept = rgba[..., 3:] >= 16  # below this alpha, 8-bit colours are mostly rounding errors
    return np.where(kept, rgba[..., :3], np.clip(np.rint(colour), 0, 255).astype(np.uint8))
