"""Opaque, matt paint: simplified colours laid in visible, dry sweeps of a flat brush."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

CHALK = np.array([0.955, 0.93, 0.885], np.float32)


@art_style(
    "gouache",
    description="A gouache painting of",
    phrases=(
        "gouache, gouache painting, tempera, poster paint, children's book, childrens book, storybook, "
        "picture book, studio ghibli, ghibli"
    ),
    detail=0.0,
)
def gouache(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    loose = np.asarray(fields.displace(pixels, 20 * u, 46 * u, seed), np.uint8)
    calm = fields.smooth(loose, 7 * u)
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    # Lightness is stepped with a noisy threshold, so that each step ends like a brush mark.
    sweep = _sweeps(pixels.shape, u, seed + 1)
    level = (lab[..., 0].astype(np.float32) + (sweep - 0.5) * 12) / 26
    stepped = (np.floor(level) + np.clip((level % 1 - 0.5) * 5 + 0.5, 0, 1)) * 26
    lab[..., 0] = np.clip(0.35 * lab[..., 0] + 0.65 * stepped, 0, 255).astype(np.uint8)
    painted = fields.as_float(fields.saturate(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 1.1))
    painted = painted * 0.9 + CHALK * 0.1
    painted *= 1 + ((sweep - 0.5) * 0.09 + (fields.paper(pixels.shape, u, seed + 2) - 0.5) * 0.07)[..., None]
    return fields.as_bytes(painted)


def _sweeps(shape: tuple[int, ...], u: float, seed: int) -> fields.Field:
    """Noise drawn out along two slanting directions that change from place to place."""
    height, width = shape[:2]
    small = (max(2, round(height / (3 * u))), max(2, round(width / (3 * u))))
    streaks = [_make_streaks(small, seed + k, angle) for k, angle in enumerate((-25.0, 40.0))]
    choice = np.clip((fields.noise(small, 80, 2, seed + 5) - 0.5) * 12 + 0.5, 0, 1)
    mixed = streaks[0] * choice + streaks[1] * (1 - choice)
    return np.asarray(cv2.resize(mixed, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _make_streaks(shape: tuple[int, int], seed: int, degrees: float) -> fields.Field:
    grain = np.random.default_rng(seed).random(shape, dtype=np.float32)
    kernel = np.zeros((25, 25), np.float32)
    kernel[12] = 1
    turn = cv2.getRotationMatrix2D((12, 12), degrees, 1)
    kernel = cv2.warpAffine(kernel, turn, (25, 25))
    streaks = cv2.filter2D(grain, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT)
    streaks -= streaks.mean()
    return np.asarray(np.clip(0.5 + streaks / (4.5 * streaks.std() + 1e-6), 0, 1), np.float32)
