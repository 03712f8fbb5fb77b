"""Black-and-white film: hard contrast, deep shadows, grain."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "noir",
    description="A black-and-white picture of",
    phrases=(
        "noir, film noir, black and white, black-and-white, black & white, monochrome, monochromatic, b&w, "
        "grayscale, greyscale, grainy black and white"
    ),
    adjectives="monochrome",
    detail=0.7,
    is_grade=True,
    tone="black and white",
)
def noir(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels)
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    local = cv2.createCLAHE(1.6, (8, 8)).apply(luma).astype(np.float32) * np.float32(1 / 255)
    grain = (fields.noise(luma.shape, 2 * u / fineness, 1, seed) - 0.5) * 0.09
    hard = np.clip((local - 0.5) * 1.3 + 0.46, 0, 1) + grain
    result: Pixels = cv2.cvtColor(fields.as_bytes(hard), cv2.COLOR_GRAY2RGB)
    return result
