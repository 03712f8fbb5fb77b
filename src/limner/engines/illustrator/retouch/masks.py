"""What of a picture may change: a mask as one number per pixel, and the blend that keeps to it exactly."""

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from limner.core.request import MaskMode
from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.retouch.arrays import Floats, floats, to_bytes

Change = npt.NDArray[np.float32]
"""(H, W), 0 = this pixel never changes, 1 = it may change wholly."""

SOFT_EDGE = 0.007
"""How far an edit fades in, inside the mask's border, as a part of the picture's shorter edge."""


class Box(NamedTuple):
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


def read_mask(rgba: Pixels, mode: MaskMode) -> Change:
    """`alpha`: the more transparent, the more may change. `luminance`: the lighter, the more."""
    alpha = rgba[..., 3].astype(np.float32) / 255
    if mode == "alpha":
        return floats(1 - alpha)
    light = cv2.cvtColor(np.ascontiguousarray(rgba[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    return floats(light * alpha)


def support(change: Change) -> npt.NDArray[np.bool_]:
    """Where anything may change at all."""
    return change > 0


def box_of(change: Change, threshold: float = 0.25) -> Box:
    """The smallest box around what may change; of faint edges only if there is nothing else."""
    clear = change > threshold
    if clear.any():
        return _box(clear)
    if change.any():
        return _box(change > 0)
    return Box(0, 0, change.shape[1], change.shape[0])


def _box(inside: npt.NDArray[np.bool_]) -> Box:
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def blend(original: Pixels, edited: Pixels, change: Change) -> Pixels:
    """The edited picture inside the mask, fading in from its border; the very bytes of the original outside."""
    result = original.copy()
    if not change.any():
        return result
    window = window_of(change, 2)
    before, after, allowed = original[window], edited[window], change[window]
    weight = _inner_weight(allowed, SOFT_EDGE * min(change.shape))[..., None]
    mixed = _mix_rgba(before, after, weight) if original.shape[2] == 4 else _mix_rgb(before, after, weight)
    result[window] = np.where(support(allowed)[..., None], mixed, before)
    return result


def window_of(change: Change, margin: int) -> tuple[slice, slice]:
    """Rows and columns of what may change, and `margin` px around: elsewhere there is nothing to compute."""
    box = _box(change > 0)
    return (
        slice(max(0, box.top - margin), box.bottom + margin),
        slice(max(0, box.left - margin), box.right + margin),
    )


def ring(change: Change, width: int) -> npt.NDArray[np.bool_]:
    """The pixels just outside the mask."""
    inside = support(change).astype(np.uint8)
    wide = cv2.dilate(inside, np.ones((2 * width + 1, 2 * width + 1), np.uint8))
    return np.asarray((wide > 0) & (inside == 0), np.bool_)


def _inner_weight(change: Change, fade: float) -> Change:
    # The picture's own border is no edge of the mask: pad before measuring distances.
    inside = cv2.copyMakeBorder(support(change).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    if inside.all():
        return change
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, 3)[1:-1, 1:-1]
    # A thin mask must still change: the fade takes at most a third of its half-width.
    fade = max(1.0, min(fade, float(distance.max()) / 3))
    ramp = np.clip(distance / (fade + 1), 0, 1)
    smooth = ramp * ramp * (3 - 2 * ramp)
    return floats(np.minimum(change, smooth))


def _mix_rgb(original: Pixels, edited: Pixels, weight: Floats) -> Pixels:
    return to_bytes(original + (edited.astype(np.float32) - original) * weight)


def _mix_rgba(original: Pixels, edited: Pixels, weight: Floats) -> Pixels:
    alpha_before = original[..., 3:].astype(np.float32) * (1 - weight)
    alpha_after = edited[..., 3:].astype(np.float32) * weight
    alpha = alpha_before + alpha_after
    colour = (original[..., :3] * alpha_before + edited[..., :3] * alpha_after) / np.maximum(alpha, 1e-6)
    return np.concatenate([to_bytes(colour), to_bytes(alpha)], axis=2)
