"""Wax crayon: coloured strokes that leave the grain of white paper, and heavy outlines."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.985, 0.975, 0.95], np.float32)


@art_style(
    "crayon",
    description="A crayon drawing of",
    phrases=(
        "crayon drawing, in crayon, in crayons, wax crayon, wax crayons, crayon style, crayon art, "
        "colored pencil, coloured pencil, colored pencils, coloured pencils, colored pencil drawing, "
        "coloured pencil drawing, child's drawing, children's drawing, kid's drawing, kids drawing, "
        "pastel drawing, oil pastel, oil pastels, soft pastel"
    ),
    bare_phrases="crayon, pastel",
    detail=0.0,
)
def crayon(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    loose = np.asarray(fields.displace(fields.smooth(pixels, 4 * u), 16 * u, 60 * u, seed), np.uint8)
    wax = fields.as_float(fields.saturate(loose, 1.5))
    tooth = fields.noise(pixels.shape, 4.2 * u, 2, seed + 1)
    strokes = _strokes(pixels.shape, u, seed + 2)
    luma = fields.gray(loose)
    # White paper stays bare; dark wax is pressed on harder.
    pressure = np.clip(1.42 - luma, 0.36, 1.0)
    cover = np.clip((pressure * 1.5 + (strokes - 0.5) * 0.9 - tooth * 1.1) * 2.2, 0.06, 0.97)
    lines = 1 - fields.pen_lines(luma, 2.4 * u, strength=80, smallest=300 * u * u)
    cover = np.maximum(cover, lines * np.clip(1.6 - tooth, 0, 1))
    wax = wax * (1 - 0.6 * lines)[..., None]
    return fields.as_bytes(np.asarray(PAPER + (wax - PAPER) * cover[..., None], np.float32))


def _strokes(shape: tuple[int, ...], u: float, seed: int) -> Field:
    """Noise drawn out along one slanting direction, around 0.5."""
    height, width = shape[:2]
    small = max(2, round(height / (2.4 * u))), max(2, round(width / (2.4 * u)))
    grain = np.random.default_rng(seed).random(small, dtype=np.float32)
    kernel = np.zeros((31, 31), np.float32)
    kernel[15] = 1
    kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((15, 15), 52, 1), (31, 31))
    drawn = cv2.filter2D(grain, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT)
    drawn = np.clip(0.5 + (drawn - drawn.mean()) / (4 * drawn.std() + 1e-6), 0, 1).astype(np.float32)
    return np.asarray(cv2.resize(drawn, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
