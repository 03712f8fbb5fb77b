"""Charcoal: broad, smudged, grainy tones rubbed over toothed paper, with lights lifted out."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.905, 0.88, 0.835], np.float32)
COAL = np.array([0.09, 0.085, 0.085], np.float32)


@art_style(
    "charcoal",
    description="A charcoal drawing of",
    phrases=("charcoal drawing, charcoal sketch, in charcoal, charcoal style, charcoal illustration"),
    bare_phrases="charcoal",
    detail=0.0,
)
def charcoal(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = fields.smooth(pixels, 3 * u)
    luma = np.asarray(fields.displace(fields.gray(calm), 10 * u, 40 * u, seed), np.float32)
    equal = cv2.createCLAHE(2.0, (4, 4)).apply(fields.as_bytes(luma)).astype(np.float32) * np.float32(1 / 255)
    rubbed = _rub(0.35 * luma + 0.65 * equal, u, seed)
    tooth = fields.noise(luma.shape, 3.4 * u, 2, seed + 1)
    # The coal catches on the paper's tooth: the lighter the tone, the fewer grains it leaves.
    cover = np.clip((0.9 - rubbed) * 1.7 - tooth * 0.6, 0, 1)
    lines = 1 - fields.pen_lines(luma, 2.2 * u, strength=70, smallest=260 * u * u)
    cover = np.maximum(cover, lines * np.clip(1.5 - tooth, 0, 1) * 0.95)
    lifted = np.clip((rubbed - 0.86) * 3, 0, 0.35)
    sheet = PAPER + lifted[..., None] * (1 - PAPER)
    return fields.as_bytes(sheet + (COAL - sheet) * np.clip(cover, 0, 0.97)[..., None])


def _rub(luma: Field, u: float, seed: int) -> Field:
    """Smeared along the diagonal in which a right-handed drawer rubs, unevenly."""
    length = max(3, round(15 * u) | 1)
    kernel = np.fliplr(np.eye(length, dtype=np.float32)) / length
    smeared = cv2.filter2D(luma, -1, kernel, borderType=cv2.BORDER_REFLECT)
    clouds = (fields.noise(luma.shape, 120 * u, 3, seed + 2) - 0.5) * 0.22
    result: Field = smeared + clouds
    return result
