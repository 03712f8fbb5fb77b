"""Chalk on a dark board: coloured, dusty fills and white outlines."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

BOARD = np.array([0.13, 0.19, 0.17], np.float32)
WHITE = np.array([0.96, 0.95, 0.91], np.float32)


@art_style(
    "chalk",
    description="A chalk drawing of",
    phrases=(
        "chalk drawing, chalk art, in chalk, chalk style, chalk sketch, chalkboard art, chalkboard drawing, "
        "chalk illustration, drawn in chalk, drawn with chalk, chalk on a blackboard, chalk on blackboard, "
        "chalkboard style, sidewalk chalk"
    ),
    detail=0.0,
)
def chalk(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = np.asarray(fields.displace(fields.smooth(pixels, 4 * u), 9 * u, 50 * u, seed), np.uint8)
    luma = fields.gray(calm)
    tooth = fields.noise(pixels.shape, 3.6 * u, 2, seed + 1)
    clouds = fields.noise(pixels.shape, 150 * u, 3, seed + 2)
    pale = fields.as_float(fields.saturate(calm, 1.2)) * 0.7 + 0.3 * WHITE
    fill = np.clip((luma * 1.1 + (clouds - 0.5) * 0.6 - tooth * 1.05 + 0.12) * 1.5, 0, 0.62)
    lines = 1 - fields.pen_lines(luma, 2.2 * u, strength=85, smallest=260 * u * u)
    lines = np.clip(lines * 1.5, 0, 1) * np.clip(1.75 - 1.3 * tooth, 0, 1)
    smears = BOARD * (0.8 + 0.5 * clouds)[..., None]
    drawn = smears + (pale - smears) * fill[..., None]
    return fields.as_bytes(np.asarray(drawn + (WHITE - drawn) * lines[..., None], np.float32))
