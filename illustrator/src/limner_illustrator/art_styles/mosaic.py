"""A mosaic: small square stones in rows that bend a little, pale mortar between them."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

STONES = 62
"""Along the shorter edge."""
MORTAR = np.array([0.66, 0.61, 0.54], np.float32)


@art_style(
    "mosaic",
    description="A mosaic of",
    phrases=(
        "mosaic, mosaic art, mosaic style, tile mosaic, roman mosaic, byzantine mosaic, mosaic tiles, tiled mosaic, "
        "ceramic mosaic, tesserae"
    ),
    detail=0.0,
    is_flat_shaded=True,
    has_text_on_top=True,
)
def mosaic(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    cell = max(3.0, 1024 * u / (STONES * fineness))
    rows, columns = max(1, round(height / cell)), max(1, round(width / cell))
    rng = np.random.default_rng(seed)
    stones = cv2.resize(fields.saturate(pixels, 1.25), (columns, rows), interpolation=cv2.INTER_AREA).astype(np.float32)
    stones = np.round(stones / 28) * 28 * rng.uniform(0.88, 1.1, (rows, columns, 1)).astype(np.float32)
    bend = 0.8 * cell
    x = np.arange(width, dtype=np.float32)[None] + (fields.noise(pixels.shape, 150 * u, 2, seed + 1) - 0.5) * bend
    y = np.arange(height, dtype=np.float32)[:, None] + (fields.noise(pixels.shape, 150 * u, 2, seed + 2) - 0.5) * bend
    across, down = x * (columns / width), y * (rows / height)
    column, row = np.clip(across.astype(int), 0, columns - 1), np.clip(down.astype(int), 0, rows - 1)
    to_side = 0.5 - np.maximum(np.abs(across - column - 0.5), np.abs(down - row - 0.5))
    stone = np.clip((to_side - 0.045) * cell * 0.8, 0, 1)
    tilt = 1 + 0.16 * (0.5 - (down - row)) + 0.1 * (0.5 - (across - column))
    colors = stones[row, column] * np.float32(1 / 255) * tilt[..., None]
    joint = MORTAR * (0.9 + 0.2 * fields.paper(pixels.shape, u, seed + 3))[..., None]
    return fields.as_bytes(np.asarray(joint + (colors - joint) * stone[..., None], np.float32))
