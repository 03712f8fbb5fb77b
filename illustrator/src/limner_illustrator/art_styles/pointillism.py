"""Pointillism: the picture dissolves into dots of purer colours beside each other."""

import cv2
import numpy as np
import skia

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

DOTS = 150
"""Along the shorter edge."""


@art_style(
    "pointillism",
    description="A pointillist painting of",
    phrases=(
        "pointillism, pointillist, pointillistic, pointillist painting, pointillist style, seurat, georges seurat, "
        "dot painting, painted in dots, made of dots, stippling, stippled"
    ),
    detail=0.0,
)
def pointillism(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    cell = max(2.0, 1024 * fields.unit(pixels) / (DOTS * fineness))
    rows, columns = max(1, round(height / cell)), max(1, round(width / cell))
    rng = np.random.default_rng(seed)
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    base = cv2.resize(fields.saturate(pixels, 1.2), (columns, rows), interpolation=cv2.INTER_AREA)
    ground = cv2.resize(base, (width, height), interpolation=cv2.INTER_LINEAR)
    sheet = np.dstack([ground, np.full((height, width), 255, np.uint8)])
    canvas.drawImage(skia.Image.fromarray(sheet, colorType=skia.kRGBA_8888_ColorType), 0, 0)
    # Dots of one colour are one path: a few hundred draws instead of twenty thousand.
    shift = rng.normal(0, 26, (rows, columns, 3))
    colors = np.clip(np.round((base + shift) / 36) * 36, 0, 255).astype(int)
    keys = colors[..., 0] << 16 | colors[..., 1] << 8 | colors[..., 2]
    xs = (np.arange(columns)[None] + rng.uniform(0, 1, (rows, columns))) * (width / columns)
    ys = (np.arange(rows)[:, None] + rng.uniform(0, 1, (rows, columns))) * (height / rows)
    paths: dict[int, skia.Path] = {}
    for key, x, y in zip(keys.ravel().tolist(), xs.ravel().tolist(), ys.ravel().tolist(), strict=True):
        paths.setdefault(key, skia.Path()).addCircle(x, y, 0.56 * cell)
    for key, path in paths.items():
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia.Color(key >> 16, key >> 8 & 255, key & 255)))
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])
