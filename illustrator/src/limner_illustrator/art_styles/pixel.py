"""Pixel art: a coarse grid and few colours."""

import cv2
import numpy as np

from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

CELLS = 128
"""Along the longer edge."""
COLORS = 48
BIN_BITS = 2
"""Of a channel in Lab: colours that are nearer to each other than this count as one."""
_IN_LAB = np.array([0.7, 1.6, 1.6], np.float32)
"""Hue matters more than lightness."""


@art_style(
    "pixel",
    description="Pixel art of",
    phrases=(
        "pixel art, pixel-art, pixelart, pixelated, pixel, pixels, 8-bit, 8 bit, 8bit, 16-bit, 16 bit, 16bit, "
        "retro game, video game sprite, minecraft, pixel style"
    ),
    adjectives="pixel",
    is_crisp=True,
    is_flat_shaded=True,
    repaints_alpha=True,
    has_text_on_top=True,
)
def pixel(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    cell = max(height, width) / (CELLS * fineness)
    size = (max(1, round(width / cell)), max(1, round(height / cell)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    crisp = cv2.addWeighted(small, 1.35, cv2.GaussianBlur(small, (0, 0), 1.2), -0.35, 0)
    few = _reduce_colors(crisp)
    result: Pixels = cv2.resize(few, (width, height), interpolation=cv2.INTER_NEAREST)
    return result


def _reduce_colors(pixels: Pixels) -> Pixels:
    """To COLORS of them. A colour counts less than its area: a face is small, but its skin must not become the grey of
    an armour or the blue of a sky, which is what a median cut makes of it.
    """
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    bins, counts = np.unique((lab >> BIN_BITS).reshape(-1, 3), axis=0, return_counts=True)
    middles = ((bins.astype(np.float32) + 0.5) * (1 << BIN_BITS)) * _IN_LAB
    # Copies instead of weights, which OpenCV's k-means does not take.
    samples = np.repeat(middles, np.ceil(counts**0.5).astype(int), axis=0)
    cv2.setRNGSeed(7)  # the seeding is random, and the same picture has to get the same palette
    until = cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 0.5
    number = min(COLORS, len(middles))
    _, _, centers = cv2.kmeans(samples, number, None, until, 1, cv2.KMEANS_PP_CENTERS)
    flat = lab.reshape(-1, 3).astype(np.float32) * _IN_LAB
    # |a - b|^2 without |a|^2, which is the same for each colour of the palette.
    nearest = np.argmin((centers**2).sum(axis=1) - 2 * flat @ centers.T, axis=1)
    palette = np.clip(np.rint(centers / _IN_LAB), 0, 255).astype(np.uint8)
    colors = cv2.cvtColor(palette[None], cv2.COLOR_LAB2RGB)[0]
    return np.asarray(colors[nearest].reshape(pixels.shape), np.uint8)
