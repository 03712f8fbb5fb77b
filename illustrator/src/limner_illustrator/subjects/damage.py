"""Things that are broken or that melt: the sprite is split along a crack, or runs down into a puddle."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.raster import crop

BROKEN = frozenset({"broken", "cracked", "shattered", "smashed"})
MELTING = frozenset({"melting", "melted", "dripping"})
_SEED = 7
_ZIGZAG = 0.09
"""How far the crack turns aside, in widths."""
_GAP = 0.035
_RUN = 0.3
"""How far the longest drip runs down, in heights."""


def can_be_damaged(entity: Entity) -> bool:
    return not (kinds.is_animal(entity.drawing) or kinds.is_person(entity.drawing))


def damage(pixels: Pixels, entity: Entity) -> Pixels:
    """The sprite in the state that the entity's adjectives name."""
    if not BROKEN.isdisjoint(entity.attributes):
        return _break(pixels)
    return pixels if MELTING.isdisjoint(entity.attributes) else _melt(pixels)


def _break(pixels: Pixels) -> Pixels:
    """Two pieces with a jagged gap between them, the right one a little lower and turned."""
    height, width = pixels.shape[:2]
    rng = np.random.default_rng(_SEED)
    knots = np.linspace(0, height, 8)
    offsets = np.array([(1 if k % 2 else -1) * rng.uniform(0.4, 1.0) for k in range(8)]) * _ZIGZAG * width
    crack = width * 0.54 + np.interp(np.arange(height), knots, offsets + np.linspace(0.06, -0.06, 8) * width)
    across = np.arange(width)[None, :]
    gap = max(2.0, _GAP * width)
    room = int(gap * 3) + 2
    padded = np.pad(pixels, ((0, room), (0, room), (0, 0)))
    is_left = np.pad(across < crack[:, None] - gap / 2, ((0, room), (0, room)))
    is_right = np.pad(across >= crack[:, None] + gap / 2, ((0, room), (0, room)))
    left, right = padded.copy(), padded.copy()
    left[~is_left] = 0
    right[~is_right] = 0
    turn = cv2.getRotationMatrix2D((width * 0.7, float(height)), -5, 1.0)
    turn[:, 2] += (gap, gap * 0.4)
    moved = cv2.warpAffine(right, turn, (width + room, height + room), flags=cv2.INTER_LINEAR)
    alpha = moved[..., 3:].astype(np.float32) / 255
    joined = left.astype(np.float32) * (1 - alpha) + moved.astype(np.float32) * alpha
    return crop(np.clip(joined, 0, 255).astype(np.uint8))


def _melt(pixels: Pixels) -> Pixels:
    """Its lower half runs down in drips of different lengths, over a puddle of its own colour."""
    height, width = pixels.shape[:2]
    rng = np.random.default_rng(_SEED)
    knots = rng.uniform(0.25, 1.0, 11)
    knots[::3] = rng.uniform(0.0, 0.2, len(knots[::3]))
    runs = np.interp(np.linspace(0, 10, width), np.arange(11), knots)
    runs = cv2.GaussianBlur(runs[None].astype(np.float32), (0, 0), max(1.0, width / 40))[0] * _RUN
    tall = int(height * (1 + _RUN)) + 1
    y = np.arange(tall, dtype=np.float32)[:, None]
    middle = height * 0.45
    sway = np.sin(y / height * 5) * width * 0.02 * (y > middle)
    source_y = np.where(y < middle, y, middle + (y - middle) / (1 + runs[None] * height / (height - middle)))
    source_x = np.arange(width, dtype=np.float32)[None] + sway
    melted = cv2.remap(
        pixels, source_x.astype(np.float32), source_y.astype(np.float32), cv2.INTER_LINEAR, borderValue=(0, 0, 0, 0)
    )
    return crop(_add_puddle(melted, pixels))


def _add_puddle(melted: Pixels, original: Pixels) -> Pixels:
    height, width = melted.shape[:2]
    seen = original[original[..., 3] > 200][:, :3]
    if not len(seen):
        return melted
    color = tuple(float(value) for value in np.median(seen, axis=0))
    puddle = np.zeros_like(melted)
    rows = np.flatnonzero(melted[..., 3].max(axis=1) > 128)
    base = int(rows[-1]) if len(rows) else height - 1
    half = max(3, int(height * 0.06))
    cv2.ellipse(puddle, (width // 2, base - half), (int(width * 0.49), half), 0, 0, 360, (*color, 255), -1, cv2.LINE_AA)
    cv2.ellipse(puddle, (int(width * 0.4), base - half - half // 4), (int(width * 0.2), max(1, half // 3)), 0, 0, 360,
                (*(min(255.0, value + 40) for value in color), 255), -1, cv2.LINE_AA)  # fmt: skip
    alpha: npt.NDArray[np.float32] = (melted[..., 3:] / 255).astype(np.float32)
    joined = puddle.astype(np.float32) * (1 - alpha) + melted.astype(np.float32) * alpha
    return np.clip(joined, 0, 255).astype(np.uint8)
