"""Anime: clean flat colours in two tones, thin dark lines, soft light."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "anime",
    description="An anime drawing of",
    phrases=(
        "anime, anime style, anime art, japanese animation, cel shaded, cel-shaded, cel shading, shonen, shoujo, "
        "makoto shinkai, chibi, kawaii style"
    ),
    detail=0.3,
    is_flat_shaded=True,
)
def anime(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = fields.smooth(pixels, 3 * u)
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    level = lab[..., 0].astype(np.float32) / 42
    stepped = (np.floor(level) + np.clip((level % 1 - 0.5) * 9 + 0.5, 0, 1)) * 42
    lab[..., 0] = np.clip(0.25 * lab[..., 0] + 0.75 * stepped + 6, 0, 255).astype(np.uint8)
    flat = fields.as_float(fields.saturate(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 1.3))
    lines = fields.pen_lines(fields.gray(calm), 1.1 * u, strength=95, smallest=160 * u * u)
    ink = np.array([0.22, 0.14, 0.24], np.float32)
    drawn = ink + (flat - ink) * (0.12 + 0.88 * lines)[..., None]
    return fields.bloom(fields.as_bytes(np.asarray(drawn, np.float32)), 0.22, 0.82)
