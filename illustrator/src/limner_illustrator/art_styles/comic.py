"""Comic print: black contours, strong flat colours, dots of a coarse screen in the shadows."""

import math

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "comic",
    description="A comic-book drawing of",
    phrases=(
        "comic, comics, comic book, comic book style, comic style, comic strip, pop art, pop-art, cartoon, "
        "cartoonish, manga, roy lichtenstein, lichtenstein, andy warhol, warhol, graphic "
        "novel, superhero comic, cartoon style"
    ),
    adjectives="comic, cartoon",
    detail=0.3,
)
def comic(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = cv2.medianBlur(pixels, max(3, int(7 * u) | 1))
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    steps = (np.round(np.arange(256) / 32) * 32).clip(0, 255).astype(np.uint8)
    lab[..., 0] = cv2.LUT(np.ascontiguousarray(lab[..., 0]), steps)
    flat = fields.saturate(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 1.45)
    luma = fields.gray(calm)
    lines = fields.pen_lines(luma, 1.5 * u, strength=110, smallest=90 * u * u)
    lines = 1 - np.clip((1 - lines) * 1.35, 0, 1)
    print_ = (1 - 0.17 * _screen_dots(luma, 11 * u)) * lines
    return fields.as_bytes(fields.as_float(flat) * print_[..., None])


def _screen_dots(luma: Field, pitch: float) -> Field:
    """1 inside the dots; they grow where it is darker."""
    height, width = luma.shape
    x = np.arange(width, dtype=np.float32)[None]
    y = np.arange(height, dtype=np.float32)[:, None]
    wave = np.sin((x + y) * (math.pi / pitch)) * np.sin((x - y) * (math.pi / pitch))
    dots: Field = np.clip((wave - (luma * 1.5 - 0.35)) * 4, 0, 1)
    return dots
