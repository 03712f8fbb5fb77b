"""Toy bricks: square plates in few bright colours, each with a round stud."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

PLATES = 56
"""Along the longer edge."""


@art_style(
    "bricks",
    description="A picture made of toy bricks of",
    phrases=(
        "lego, lego style, lego art, made of lego, made out of lego, built from lego, built of lego, lego bricks, "
        "made of lego bricks, lego brick style, lego set, brick-built, toy bricks, made of toy bricks, "
        "made of legos, lego minifigure, lego figure, lego minifig"
    ),
    is_crisp=True,
    is_flat_shaded=True,
    has_text_on_top=True,
)
def bricks(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    cell = max(height, width) / (PLATES * fineness)
    columns, rows = max(1, round(width / cell)), max(1, round(height / cell))
    small = cv2.resize(fields.saturate(pixels, 1.4), (columns, rows), interpolation=cv2.INTER_AREA)
    plates = np.clip(np.round(small.astype(np.float32) / 40) * 40, 0, 250)
    across = (np.arange(width, dtype=np.float32)[None] + 0.5) * (columns / width)
    down = (np.arange(height, dtype=np.float32)[:, None] + 0.5) * (rows / height)
    column, row = np.clip(across.astype(int), 0, columns - 1), np.clip(down.astype(int), 0, rows - 1)
    x, y = across - column - 0.5, down - row - 0.5
    color = plates[row, column] * np.float32(1 / 255)
    side = np.maximum(np.abs(x), np.abs(y))
    seam = np.clip((side - 0.455) * 22, 0, 1)
    away = np.hypot(x, y)
    slope = np.clip((x + y) * -1.6, -1, 1)
    rim = np.exp(-(((away - 0.31) / 0.045) ** 2)) * slope
    shadow = np.exp(-(((np.hypot(x - 0.05, y - 0.06) - 0.34) / 0.05) ** 2)) * (slope < 0)
    light = 1 + 0.4 * rim - 0.16 * shadow + 0.05 * (away < 0.3) - 0.34 * seam
    return fields.as_bytes(np.asarray(color * light[..., None] + 0.1 * np.clip(rim, 0, 1)[..., None], np.float32))
