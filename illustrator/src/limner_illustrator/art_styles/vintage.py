"""An old print: faded, warm, grainy, darker towards its corners."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

SEPIA = np.array([1.06, 0.94, 0.74], np.float32)


@art_style(
    "vintage",
    description="A vintage picture of",
    phrases=(
        "vintage, sepia, old photo, old photograph, vintage photo, vintage photograph, polaroid, "
        "daguerreotype, retro, retro style, vintage style, faded photo, 1950s, 1960s, 1970s, 50s, 60s, 70s, "
        "victorian style, antique photograph, travel poster, vintage poster, vintage travel poster"
    ),
    adjectives="vintage, retro, 1950s, 1960s, 1970s, 50s, 60s, 70s",
    detail=0.6,
    is_grade=True,
    tone="sepia",
)
def vintage(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    soft = cv2.GaussianBlur(pixels, (0, 0), max(0.3, 0.8 * u / fineness))
    faded: fields.Field = fields.as_float(soft) * 0.42 + fields.gray(soft)[..., None] * SEPIA * 0.58
    faded = 0.085 + faded * 0.86
    grain = (fields.noise(pixels.shape, 2.4 * u, 1, seed) - 0.5) * 0.10
    stains = (fields.noise(pixels.shape, 300 * u, 3, seed + 1) - 0.5) * 0.16
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    corners = np.clip(x * x + y * y - 0.75, 0, None) * 0.28
    faded += (grain + stains)[..., None]
    faded *= (1 - corners)[..., None]
    return fields.as_bytes(faded)
