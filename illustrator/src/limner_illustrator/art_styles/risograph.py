"""Risograph: three inks on cream paper, printed as dots and not quite in register."""

import math

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.965, 0.945, 0.89], np.float32)
INKS = (
    (np.array([0.0, 0.47, 0.75], np.float32), 75.0, (2.0, -1.5)),
    (np.array([1.0, 0.28, 0.38], np.float32), 15.0, (-2.5, 1.0)),
    (np.array([1.0, 0.85, 0.12], np.float32), 45.0, (0.0, 0.0)),
)
"""Colour, angle of its screen in degrees, and how far it is off, in px at a short edge of 1024 px."""


@art_style(
    "risograph",
    description="A risograph print of",
    phrases=(
        "risograph, risograph print, risograph style, riso, riso print, risography, screen print, screenprint, "
        "screen printed, silkscreen, silk screen, silkscreen print, serigraph, halftone print, halftone style, halftone"
    ),
    detail=0.0,
)
def risograph(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = fields.saturate(fields.smooth(pixels, 3 * u), 1.35)
    density = 1 - fields.as_float(calm)
    sheet = np.broadcast_to(PAPER, pixels.shape).astype(np.float32)
    grain = fields.noise(pixels.shape, 3 * u, 2, seed)
    for channel, (ink, angle, offset) in enumerate(INKS):
        plane = np.roll(density[..., channel], (round(offset[1] * u * 2), round(offset[0] * u * 2)), (0, 1))
        cover = _screen(plane, math.radians(angle), 8.5 * u) * (0.82 + 0.3 * (grain - 0.5))
        # Inks are translucent: each multiplies what is under it.
        sheet = sheet * (1 - np.clip(cover, 0, 1)[..., None] * (1 - ink))
    return fields.as_bytes(np.asarray(sheet, np.float32))


def _screen(density: Field, angle: float, pitch: float) -> Field:
    """1 inside the dots, which grow together where the density is high."""
    height, width = density.shape
    x = np.arange(width, dtype=np.float32)[None]
    y = np.arange(height, dtype=np.float32)[:, None]
    along, across = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
    wave = 0.5 + 0.25 * (np.cos(along * (math.tau / pitch)) + np.cos(across * (math.tau / pitch)))
    dots: Field = np.clip((density * 1.15 - wave * 0.96 + 0.04) * max(1.6, pitch * 0.4), 0, 1).astype(np.float32)
    return dots
