"""Pencil: drawn contours, and hatching that crosses where the picture is darker."""

import math

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

GRAPHITE = np.array([0.16, 0.15, 0.18], np.float32)
PAPER = np.array([0.975, 0.96, 0.925], np.float32)
HATCHES = ((0.76, 0.8), (0.58, 2.2), (0.4, 1.5), (0.25, 0.1))
"""Below which luma a layer of hatching begins, and its angle."""


@art_style(
    "sketch",
    description="A pencil sketch of",
    phrases=(
        "sketch of, drawing of, sketch, pencil sketch, sketched, sketchy, pencil drawing, in pencil, pencil "
        "style, "
        "hand drawn, hand-drawn, drawing, "
        "doodle, graphite, bleistiftzeichnung, dibujo, dessin"
    ),
    bare_phrases="pencil",
    detail=0.0,
)
def sketch(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = fields.smooth(pixels, 2.9 * u)
    luma = np.asarray(fields.displace(fields.gray(calm), 7 * u, 50 * u, seed), np.float32)
    lines = fields.pen_lines(luma, 1.3 * u, strength=95, smallest=150 * u * u)
    lines = np.minimum(lines, _color_edges(calm, u))
    tone = _hatch(np.asarray(fields.blur(luma, 4 * u), np.float32), u, seed)
    tooth = fields.paper(luma.shape, u, seed)
    drawn = 1 - (1 - np.clip(lines * tone, 0, 1)) * np.clip(0.72 + 0.42 * tooth, 0, 1.1)
    sheet = PAPER * (1 + (tooth[..., None] - 0.5) * 0.05)
    return fields.as_bytes(GRAPHITE + (sheet - GRAPHITE) * drawn[..., None])


def _color_edges(calm: Pixels, u: float) -> Field:
    """Contours between equally bright colours, which luma alone does not see."""
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    ink = np.ones(calm.shape[:2], np.float32)
    for channel in (1, 2):
        chroma = lab[..., channel].astype(np.float32) * np.float32(1 / 255)
        ink = np.minimum(ink, fields.pen_lines(chroma, 1.3 * u, strength=260, smallest=300 * u * u))
    return 0.12 + 0.88 * ink


def _hatch(luma: Field, u: float, seed: int) -> Field:
    height, width = luma.shape
    bend = (fields.noise(luma.shape, 160 * u, 3, seed + 1) - 0.5) * 34 * u
    tone = np.ones_like(luma)
    for layer, (threshold, angle) in enumerate(HATCHES):
        across = np.arange(width, dtype=np.float32)[None] * math.cos(angle)
        across = across + np.arange(height, dtype=np.float32)[:, None] * math.sin(angle) + bend
        gaps = np.clip(np.abs(np.sin(across * (math.pi / ((8.5 + layer) * u)))) * 2.2 - 0.25, 0, 1)
        # The hand presses unevenly, and lifts off where the tone ends.
        pressure = 0.35 + 0.9 * fields.noise(luma.shape, 90 * u, 3, seed + 20 + layer)
        tone *= 1 - np.clip((threshold - luma) * 4, 0, 1) * (1 - gaps) * 0.62 * pressure
    return tone
