"""How what fills a hole joins its surroundings: the tones along the border, and as much grain."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, soften

LEAST_GRAIN, MOST_GRAIN = 1.0, 10.0
"""Levels."""
SEAM_REACHES = (0.1, 0.025, 0.008)
"""How far the tones of a border reach into what fills a hole, broad ones first: parts of the window's shorter edge."""
SEAM_PIXELS = 400_000
"""The tones along the border of a larger window are compared on a smaller copy: they change slowly."""
MOST_SHIFT = 60.0
"""Levels by which they move it; more would be an edge of the picture that ends there."""

Flags = npt.NDArray[np.bool_]


def match_seam(pixels: Pixels, hole: Flags, filled: Pixels) -> Pixels:
    """What fills the hole takes on the tones along its border, less and less towards its middle."""
    shrink = max(1.0, (hole.size / SEAM_PIXELS) ** 0.5)
    box = box_around(hole, 0)
    if shrink == 1:
        shift = _find_shift(hole, filled)
        shift = None if shift is None else shift[box]
    else:
        size = round(hole.shape[1] / shrink), round(hole.shape[0] / shrink)
        touched = cv2.resize(hole.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0
        shift = _find_shift(np.asarray(touched), cv2.resize(filled, size, interpolation=cv2.INTER_AREA))
        shift = None if shift is None else enlarge(shift, hole.shape, box, cv2.INTER_LINEAR)
    if shift is None:
        return filled
    matched = filled.copy()
    matched[box] = np.where(hole[box][..., None], np.clip(np.rint(filled[box] + shift), 0, 255), filled[box])
    return matched


def add_grain(filled: Pixels, hole: Flags, rng: np.random.Generator) -> Pixels:
    """As much noise as the surroundings have: a smooth patch on a lawn looks wiped."""
    grey = cv2.cvtColor(filled, cv2.COLOR_RGB2GRAY).astype(np.float32)
    fine = np.abs(grey - soften(floats(grey), 1.2))
    around = cv2.dilate(hole.astype(np.uint8), np.ones((25, 25), np.uint8)).astype(bool) & ~hole
    if not around.any():
        return filled
    wanted, own = (1.5 * float(np.median(fine[where])) for where in (around, hole))
    lacking = min(MOST_GRAIN, max(0.0, wanted**2 - own**2) ** 0.5)
    if lacking < LEAST_GRAIN:
        return filled
    grain = (rng.normal(0, lacking, hole.shape) * hole)[..., None]
    return np.clip(np.rint(filled + grain), 0, 255).astype(np.uint8)


def box_around(hole: Flags, margin: int) -> tuple[slice, slice]:
    left, top, wide, high = cv2.boundingRect(hole.astype(np.uint8))
    return slice(max(0, top - margin), top + high + margin), slice(max(0, left - margin), left + wide + margin)


def enlarge(small: Floats, shape: tuple[int, ...], box: tuple[slice, slice], how: int = cv2.INTER_CUBIC) -> Floats:
    """The part in `box` of `small` brought to `shape`."""
    across, down = small.shape[1] / shape[1], small.shape[0] / shape[0]
    top, left = box[0].start, box[1].start
    size = min(shape[1], box[1].stop) - left, min(shape[0], box[0].stop) - top
    matrix = floats([[across, 0, (left + 0.5) * across - 0.5], [0, down, (top + 0.5) * down - 0.5]])
    flags = how | cv2.WARP_INVERSE_MAP
    return floats(cv2.warpAffine(small, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE))


def _find_shift(hole: Flags, filled: Pixels) -> Floats | None:
    """(H, W, 3): what to add to the fill; None where the hole has no border."""
    outside = cv2.dilate(hole.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool) & ~hole
    inside = cv2.dilate((~hole).astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool) & hole
    if not outside.any() or not inside.any():
        return None
    depth = floats(cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3))
    values = filled.astype(np.float32)
    for part in SEAM_REACHES:
        reach = max(3.0, part * min(hole.shape))
        known, made = (_spread(values, where, reach / 5) for where in (outside, inside))
        at_border = inside & (known[1] > 1e-3) & (made[1] > 1e-3)
        error, share = _spread(floats(known[0] - made[0]), at_border, reach / 2)
        fading = np.exp(-depth / reach) * np.clip(share * 1e3, 0, 1) * hole
        values += np.clip(error, -MOST_SHIFT, MOST_SHIFT) * fading[..., None]
    return floats(values - filled)


def _spread(values: Floats, where: Flags, sigma: float) -> tuple[Floats, Floats]:
    """The local mean of the values that `where` marks, and how many there are."""
    weight = where.astype(np.float32)
    share = soften(weight, sigma)
    total = soften(floats(values * weight[..., None]), sigma)
    return floats(total / np.maximum(share, 1e-4)[..., None]), share
