"""Transparent washes: wobbling edges where pigment pools, granulation, and a torn border of white paper."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.985, 0.972, 0.945], np.float32)


@art_style(
    "watercolor",
    description="A watercolor of",
    phrases=(
        "watercolor, watercolour, water color, water colour, watercolors, watercolours, aquarelle, watercolor "
        "painting, watercolour painting, by monet, monet, acuarela, aquarell"
    ),
    detail=0.35,
    has_text_on_top=True,
)
def watercolor(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    wobbly = fields.displace(pixels, 26 * u, 84 * u, seed)
    flat = cv2.medianBlur(wobbly, max(3, int(7 * u) | 1))
    flat = cv2.medianBlur(flat, max(3, int(7 * u) | 1))
    tooth = fields.paper(flat.shape, u, seed + 3) - 0.5
    density = np.clip(_density(flat, u, seed), 0.25, 2.2)
    transmission = np.clip(fields.as_float(flat) / PAPER, 0.02, 1) * 0.9 + 0.1
    painted: Field = PAPER * cv2.exp(cv2.log(transmission) * (density * 0.92)[..., None])
    painted *= 1 + tooth[..., None] * np.float32(0.085)
    return fields.as_bytes(_on_torn_paper(painted, tooth, u, seed))


def _density(flat: Pixels, u: float, seed: int) -> Field:
    """How much pigment there is: more on the dark side of edges, less in the middle of a wash."""
    luma = fields.gray(flat)
    pooled = np.clip(fields.blur(luma, 5 * u) - luma, 0, 0.5)
    soft = cv2.GaussianBlur(luma, (0, 0), 1.6 * u + 0.3)
    slope = cv2.magnitude(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1))
    wash = fields.noise(flat.shape, 170 * u, 4, seed + 1)
    wash = (wash - wash.mean()) * 1.7
    grains = fields.noise(flat.shape, 5 * u, 2, seed + 2) - 0.5
    density: Field = 1 + wash * 0.55 + pooled * 1.4 + np.clip(slope * 1.1, 0, 0.5) * 0.55 + grains * 0.2 * (1.2 - luma)
    return density


def _on_torn_paper(painted: Field, tooth: Field, u: float, seed: int) -> Field:
    ragged = fields.noise(painted.shape, 84 * u, 4, seed + 4)
    covered: Field = np.clip((fields.border_distance(painted.shape) - (4 + ragged * 62) * u) / (6 * u), 0, 1)
    rim = np.clip(1 - np.abs(covered - 0.62) * 2.6, 0, 1) * np.float32(0.22)
    mask = covered[..., None]
    inside: Field = painted * (1 - rim[..., None] * mask)
    sheet = PAPER * (1 + tooth[..., None] * np.float32(0.07))
    result: Field = sheet * (1 - mask) + inside * mask
    return result
