"""Woodcut: black lines of a gouge that swell where the picture is dark, on cream paper."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.outlines import contours, mix_colors
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.958, 0.93, 0.865], np.float32)
INK = (0.09, 0.08, 0.09)
PITCH = 10.0
"""Between the lines, at a short edge of 1024 px."""


@art_style(
    "woodcut",
    description="A woodcut of",
    phrases=(
        "woodcut, woodcut print, linocut, lino print, linocut print, woodblock print, woodblock, engraving, etching, "
        "engraved, woodcut style, linocut style, engraving style, vintage engraving, block print, wood engraving"
    ),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_vignette=False,
    has_text_on_top=True,
)
def woodcut(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    luma = np.asarray(fields.blur(fields.gray(fields.smooth(pixels, 3 * u)), 2 * u), np.float32)
    height, width = luma.shape
    # The lines bend with the shapes, as a gouge follows them.
    bend = fields.blur(luma, 26 * u) * 60 * u + (fields.noise(luma.shape, 200 * u, 3, seed) - 0.5) * 60 * u
    across = np.arange(height, dtype=np.float32)[:, None] + 0.25 * np.arange(width, dtype=np.float32)[None] + bend
    wave = 0.5 + 0.5 * np.sin(across * (2 * np.pi / (PITCH * u)))
    tone = np.clip((luma - 0.14) / 0.62, 0, 1)
    lines = np.clip((wave - (1 - tone)) * 2.6 + 0.5, 0, 1)
    ink = np.minimum(np.asarray(lines, np.float32), contours(pixels, 3.6 * u))
    tooth = fields.paper(pixels.shape, u, seed)
    paper = PAPER * (1 + (tooth[..., None] - 0.5) * 0.05)
    return mix_colors(np.asarray(paper, np.float32), INK, ink)
