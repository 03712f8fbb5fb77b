"""Art deco poster: few stately colours, gold contours, and a stepped gold frame."""

from itertools import product

import cv2
import numpy as np
import skia

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style
from limner_illustrator.canvas.palette import RGB

PALETTE: tuple[RGB, ...] = (
    (14, 18, 34), (22, 44, 74), (20, 84, 92), (46, 128, 118), (140, 44, 50), (196, 92, 56),
    (126, 92, 44), (196, 152, 74), (226, 194, 128), (244, 230, 198), (92, 104, 122), (94, 58, 40), (112, 44, 92),
)  # fmt: skip
GOLD = (206, 164, 86)


@art_style(
    "artdeco",
    description="An art deco poster of",
    phrases=("art deco, art-deco, artdeco, great gatsby, 1920s poster, art deco poster, art-deco poster"),
    detail=0.0,
    is_crisp=True,
    has_text_on_top=True,
)
def artdeco(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    labels, colors = regions.flat_regions(fields.saturate(pixels, 1.25), round(20 * fineness), 3 / fineness)
    poster = regions.fill_regions(labels, _stately(colors), pixels.shape)
    edge = cv2.dilate(regions.borders(labels).astype(np.uint8) * 255, np.ones((2, 2), np.uint8))
    contour = cv2.resize(edge, (width, height), interpolation=cv2.INTER_LINEAR)
    contour = cv2.GaussianBlur(contour, (0, 0), max(0.5, 0.8 * u)).astype(np.float32) * np.float32(0.8 / 255)
    gilded = fields.as_float(poster)
    gilded += (np.array(GOLD, np.float32) / 255 - gilded) * contour[..., None]
    return _add_frame(fields.as_bytes(gilded), u)


def _stately(colors: fields.Field) -> fields.Field:
    """Each colour pulled most of the way to the nearest of the palette."""
    palette = np.array(PALETTE, np.float32)
    weights = np.array([0.9, 1.2, 0.8], np.float32)
    gaps = (((colors[:, None] - palette[None]) * weights) ** 2).sum(-1)
    return np.asarray(colors * 0.35 + palette[gaps.argmin(1)] * 0.65, np.float32)


def _add_frame(pixels: Pixels, u: float) -> Pixels:
    height, width = pixels.shape[:2]
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    opaque = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
    canvas.drawImage(skia.Image.fromarray(opaque, colorType=skia.kRGBA_8888_ColorType), 0, 0)
    margin = 30 * u
    navy = skia.Paint(AntiAlias=True, Color=skia.Color(14, 18, 34), Style=skia.Paint.kStroke_Style)
    navy.setStrokeWidth(2 * margin)
    canvas.drawRect(skia.Rect(0, 0, width, height), navy)
    gold = skia.Paint(AntiAlias=True, Color=skia.Color(*GOLD), Style=skia.Paint.kStroke_Style)
    for inset, line in ((0.4, 3.0), (0.75, 6.0), (1.05, 2.5)):
        gold.setStrokeWidth(max(1.0, line * u))
        canvas.drawRect(skia.Rect(0, 0, width, height).makeInset(margin * inset, margin * inset), gold)
    for x, y in product((margin, width - margin), (margin, height - margin)):
        for step in range(4):
            gold.setStrokeWidth(max(1.0, (4 - step) * 1.2 * u))
            canvas.drawCircle(x, y, (34 + 17 * step) * u, gold)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])
