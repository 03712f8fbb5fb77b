"""The mask rule of all engines: which pixels a mask protects, and blending that keeps them unchanged."""

import numpy as np
import numpy.typing as npt

from limner.core.request import MaskMode

Pixels = npt.NDArray[np.uint8]
Change = npt.NDArray[np.float32]
"""Shape (H, W): 0 = protected, 1 = may change completely."""
Floats = npt.NDArray[np.float32]

PROTECTED_ALPHA = 224
"""Alpha from which a pixel is protected: lossy and resampled masks are rarely exact."""
OPEN_ALPHA = 255 - PROTECTED_ALPHA
"""Alpha up to which a pixel may change completely."""
SOFT_EDGE = 0.007
"""Width of the fade inside the mask's border, relative to the image's shorter edge."""
MAX_STRAY = 0.01
"""Maximum share of transparent pixels that may be protected if transparency is to be filled."""


def openness(mask: Pixels, mode: MaskMode) -> Change:
    """Convert an RGBA mask to 0..1. Scale the result to the image size, then call `settle`.

    `alpha`: the more transparent, the more may change. `luminance`: the lighter, the more.
    """
    alpha = np.divide(mask[..., 3], 255, dtype=np.float32)
    if mode == "alpha":
        return np.asarray(1 - alpha, np.float32)
    import cv2  # 35 MB of memory, which a server that only generates does not need

    light = cv2.cvtColor(np.ascontiguousarray(mask[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    return np.asarray(light * alpha, np.float32)


def settle(opened: Change) -> Change:
    """Apply the thresholds: 0 where protected, 1 where open, linear in between."""
    low, high = (255 - PROTECTED_ALPHA) / 255, (255 - OPEN_ALPHA) / 255
    return np.asarray(np.clip((opened - low - 1e-4) / (high - low - 2e-4), 0, 1), np.float32)


def read_mask(mask: Pixels, mode: MaskMode) -> Change:
    """Convert a mask that already has the image size."""
    return settle(openness(mask, mode))


def mask_of(rgba: Pixels) -> Change | None:
    """Use an image's transparency as its mask; None for an opaque image."""
    change = read_mask(rgba, "alpha")
    return change if change.any() else None


def support(change: Change) -> npt.NDArray[np.bool_]:
    """Where pixels may change."""
    return change > 0


def fills_transparency(rgba: Pixels, change: Change) -> bool:
    """Whether the mask opens all transparent pixels and protects some opaque ones, as for outpainting."""
    if rgba.shape[2] == 3:
        return False
    clear = rgba[..., 3] < 128
    protected = ~support(change)
    stray = np.count_nonzero(clear & protected)
    return bool(clear.any() and (protected & ~clear).any() and stray <= MAX_STRAY * np.count_nonzero(clear))


def blend(original: Pixels, edited: Pixels, change: Change, *, fills: bool = False) -> Pixels:
    """Blend `edited` into `original` inside the mask, fading in from its border; other pixels stay unchanged.

    The result has the channels of `original`; an RGB `edited` is opaque. Pixels are weighted by alpha, so transparent
    ones contribute no colour. With `fills`, transparent pixels inside the mask become opaque, composed over `edited`.
    """
    result = original.copy()
    if not support(change).any():
        return result
    window = window_of(change, 2)
    before, after, allowed = original[window], edited[window], change[window]
    fade = fade_in(allowed, SOFT_EDGE * min(change.shape))
    if original.shape[2] == 3:
        mixed = _to_bytes(before + (after[..., :3].astype(np.float32) - before) * fade[..., None])
    else:
        mixed = _mix(before, after, allowed, fade, fills)
    result[window] = np.where(support(allowed)[..., None], mixed, before)
    return result


def _mix(before: Pixels, after: Pixels, allowed: Change, fade: Change, fills: bool) -> Pixels:
    """Blend RGBA pixels, weighted by alpha."""
    alpha = np.divide(before[..., 3], 255, dtype=np.float32)
    if fills:
        alpha = np.asarray(1 - settle(np.asarray(1 - alpha, np.float32)), np.float32)
    weight = fade * alpha + allowed * (1 - alpha)
    share = (1 - weight) * alpha
    if fills:
        new_share = 1 - share
    else:
        new_share = weight if after.shape[2] == 3 else weight * (after[..., 3].astype(np.float32) / 255)
    total = share + new_share
    colour = before[..., :3] * share[..., None] + after[..., :3] * new_share[..., None]
    return np.dstack([_to_bytes(colour / np.maximum(total, 1e-6)[..., None]), _to_bytes(total * 255)])


def window_of(change: Change, margin: int) -> tuple[slice, slice]:
    """Rows and columns of the pixels that may change, plus `margin` px."""
    inside = support(change)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def fade_in(change: Change, fade: float) -> Change:
    """Reduce `change` within `fade` px of the mask's border."""
    import cv2  # 35 MB of memory, which a server that only generates does not need

    # Pad first, since the image border does not count as the mask's border.
    inside = cv2.copyMakeBorder(support(change).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    if inside.all():
        return change
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, 3)[1:-1, 1:-1]
    # Limit the fade to a third of the half-width, so that thin masks still have an effect.
    fade = max(1.0, min(fade, float(distance.max()) / 3))
    ramp = np.clip(distance / (fade + 1), 0, 1)
    smooth = ramp * ramp * (3 - 2 * ramp)
    return np.asarray(np.minimum(change, smooth), np.float32)


def _to_bytes(values: npt.NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)
