"""Patterns that are printed on things: stripes, dots, checks, zigzag, flowers."""

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity

PATTERNS = {
    "striped": "stripes", "stripy": "stripes", "stripey": "stripes", "dotted": "dots", "polka-dot": "dots",
    "polka-dotted": "dots", "spotted": "dots", "checkered": "checks", "checked": "checks", "chequered": "checks",
    "plaid": "plaid", "tartan": "plaid", "gingham": "plaid", "floral": "flowers", "flowery": "flowers",
    "flowered": "flowers", "zigzag": "zigzag", "chevron": "zigzag",
}  # fmt: skip
_REPEATS = 6.0
"""Of the pattern across the longest side."""
_INK = 0.86
_PALE = 190.0
Mask = npt.NDArray[np.float32]


def find_pattern(entity: Entity) -> tuple[str, RGB | None] | None:
    """The pattern that an adjective names, with its colour if that is named: "white-striped"."""
    if kinds.is_animate(entity.drawing) or kinds.is_person(entity.drawing) or kinds.is_plant(entity.drawing):
        return None
    for attribute in entity.attributes:
        color, _, name = attribute.partition("-")
        if attribute in PATTERNS:
            return PATTERNS[attribute], None
        if color in COLORS and name in PATTERNS:
            return PATTERNS[name], COLORS[color]
    return None


def print_pattern(pixels: Pixels, name: str, color: RGB | None) -> Pixels:
    """The sprite with the pattern in `color`, by default white, or dark blue on what is pale; its shading stays."""
    height, width = pixels.shape[:2]
    unit = max(height, width) / _REPEATS
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / unit
    mask = np.clip(_MASKS[name](x, y), 0, 1) * _INK
    seen = pixels[pixels[..., 3] > 200][:, :3]
    level = float(np.median(seen.mean(axis=1))) if len(seen) else 128.0
    ink = np.array(color or ((70, 100, 176) if level > _PALE else (250, 248, 244)), np.float32)
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    shade = np.clip(gray / max(level, 40.0), 0.45, 1.25)[..., None]
    result = pixels.copy()
    rgb = pixels[..., :3].astype(np.float32)
    weight = mask[..., None] * (gray > 40)[..., None]
    result[..., :3] = np.clip(rgb * (1 - weight) + np.clip(ink * shade, 0, 255) * weight, 0, 255).astype(np.uint8)
    return result


def _edge(distance: Mask) -> Mask:
    """1 inside, 0 outside, with a soft edge; units of the pattern."""
    soft: Mask = np.clip(distance * 14 + 0.5, 0, 1).astype(np.float32)
    return soft


def _stripes(x: Mask, y: Mask) -> Mask:
    return _edge(np.abs((x + 0.25) % 1 - 0.5) - 0.25)


def _dots(x: Mask, y: Mask) -> Mask:
    row = np.floor(y * 1.3)
    return _edge(0.24 - np.hypot((x * 1.3 + (row % 2) * 0.5) % 1 - 0.5, (y * 1.3) % 1 - 0.5))


def _checks(x: Mask, y: Mask) -> Mask:
    is_dark: Mask = ((np.floor(x * 1.4) + np.floor(y * 1.4)) % 2).astype(np.float32)
    return is_dark


def _plaid(x: Mask, y: Mask) -> Mask:
    bands: Mask = 0.45 * _edge(np.abs(x % 1 - 0.5) - 0.25) + 0.45 * _edge(np.abs(y % 1 - 0.5) - 0.25)
    return bands


def _zigzag(x: Mask, y: Mask) -> Mask:
    return _edge(np.abs((y * 1.6 + np.abs((x * 1.6) % 1 - 0.5)) % 1 - 0.5) - 0.25)


def _flowers(x: Mask, y: Mask) -> Mask:
    """Five petals around a gap, in staggered rows."""
    row = np.floor(y)
    dx, dy = (x + (row % 2) * 0.5) % 1 - 0.5, y % 1 - 0.5
    reach = np.hypot(dx, dy)
    petals = 0.2 + 0.12 * np.cos(5 * np.arctan2(dy, dx))
    return _edge(petals - reach) * (1 - _edge(0.07 - reach))


_MASKS: dict[str, Callable[[Mask, Mask], Mask]] = {
    "stripes": _stripes,
    "dots": _dots,
    "checks": _checks,
    "plaid": _plaid,
    "zigzag": _zigzag,
    "flowers": _flowers,
}
