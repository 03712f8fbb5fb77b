"""Pixel art: a coarse grid and few colours."""

import cv2
import numpy as np
from PIL import Image

from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

CELLS = 128
"""Along the longer edge."""
COLORS = 40


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
    few = Image.fromarray(crisp).quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    result: Pixels = cv2.resize(np.asarray(few.convert("RGB")), (width, height), interpolation=cv2.INTER_NEAREST)
    return result
