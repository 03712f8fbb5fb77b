"""Brush and ink on rice paper: three washes of gray that bleed, and bold dark lines."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

RICE_PAPER = np.array([0.962, 0.945, 0.9], np.float32)
INK = np.array([0.07, 0.075, 0.095], np.float32)
WASHES = ((0.7, 0.22), (0.48, 0.3), (0.27, 0.45))
"""The luma below which there is a wash, and how much it darkens."""


@art_style(
    "ink",
    description="An ink drawing of",
    phrases=(
        "ink drawing, ink painting, ink illustration, in ink, ink wash, ink style, pen and ink, sumi-e, sumi "
        "e, ink sketch, calligraphy style, "
        "chinese painting"
    ),
    bare_phrases="ink",
    detail=0.0,
)
def ink(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    loose = fields.displace(fields.gray(fields.smooth(pixels, 4 * u)), 16 * u, 60 * u, seed)
    luma = np.asarray(loose, np.float32)
    bleeding = (fields.noise(luma.shape, 60 * u, 4, seed + 1) - 0.5) * 0.34
    soft = np.asarray(fields.blur(luma, 3 * u), np.float32) + bleeding
    wash = np.ones_like(luma)
    for threshold, darkness in WASHES:
        covered = np.clip((threshold - soft) * 9, 0, 1)
        rim = covered * np.clip(1 - covered, 0, 1) * 0.5
        wash *= 1 - darkness * (covered + rim)
    pooled = fields.noise(luma.shape, 190 * u, 3, seed + 2)
    wash = 1 - (1 - wash) * (0.55 + 0.9 * pooled)
    lines = fields.pen_lines(luma, 2.2 * u, strength=105, smallest=260 * u * u)
    pressure = fields.noise(luma.shape, 40 * u, 2, seed + 3)
    lines = 1 - (1 - lines) * np.clip(0.45 + 1.1 * pressure, 0, 1)
    fibres = (fields.paper(luma.shape, 1.4 * u, seed + 4) - 0.5) * 0.07
    tone = np.clip(wash * lines, 0, 1)[..., None]
    return fields.as_bytes(INK + (RICE_PAPER * (1 + fibres[..., None]) - INK) * tone)
