"""Art nouveau poster: soft muted colours, sinuous dark contours, and an arched frame with curling stems."""

import numpy as np
import skia

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

PALETTE = np.array(
    (
        (58, 48, 40), (96, 106, 70), (150, 158, 102), (196, 190, 136), (238, 222, 180), (222, 176, 112), (198, 126, 84),
        (168, 86, 74), (126, 132, 140), (176, 190, 186), (214, 164, 150), (110, 84, 96),
    ),
    np.float32,
)  # fmt: skip
INK = np.array([0.24, 0.17, 0.12], np.float32)
_FRAME = (226, 204, 150)
_STEM = (98, 108, 66)
_GOLD = (178, 134, 66)


@art_style(
    "artnouveau",
    description="An art nouveau poster of",
    phrases=(
        "art nouveau, art-nouveau, artnouveau, art nouveau poster, art nouveau style, mucha, alphonse mucha, "
        "jugendstil, gustav klimt, klimt"
    ),
    detail=0.0,
    is_crisp=True,
    has_text_on_top=True,
)
def artnouveau(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels)
    labels, colors = regions.flat_regions(pixels, round(22 * fineness), 3 / fineness)
    poster = fields.as_float(regions.fill_regions(labels, _muted(colors), pixels.shape))
    lines = 1 - fields.pen_lines(fields.gray(fields.smooth(pixels, 3 * u)), 1.9 * u, strength=90, smallest=240 * u * u)
    grain = 1 + (fields.paper(pixels.shape, u, seed) - 0.5) * 0.06
    inked = (poster + (INK - poster) * np.clip(lines * 1.1, 0, 0.92)[..., None]) * grain[..., None]
    return _add_frame(fields.as_bytes(np.asarray(inked, np.float32)), u)


def _muted(colors: Field) -> Field:
    """Each colour pulled toward the nearest of the palette."""
    gaps = ((colors[:, None] - PALETTE[None]) ** 2).sum(-1)
    return np.asarray(colors * 0.4 + PALETTE[gaps.argmin(1)] * 0.6, np.float32)


def _add_frame(pixels: Pixels, u: float) -> Pixels:
    height, width = pixels.shape[:2]
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    opaque = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
    canvas.drawImage(skia.Image.fromarray(opaque, colorType=skia.kRGBA_8888_ColorType), 0, 0)
    margin = 44 * u
    opening = skia.Path()
    shoulder = min(0.3 * height, 0.36 * width)
    opening.moveTo(margin, height - margin)
    opening.lineTo(margin, margin + shoulder)
    opening.cubicTo(margin, margin + 0.3 * shoulder, 0.24 * width, margin, 0.5 * width, margin)
    opening.cubicTo(0.76 * width, margin, width - margin, margin + 0.3 * shoulder, width - margin, margin + shoulder)
    opening.lineTo(width - margin, height - margin)
    opening.close()
    frame = skia.Path()
    frame.addRect(skia.Rect(-2, -2, width + 2, height + 2))
    frame.addPath(opening)
    frame.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(frame, skia.Paint(AntiAlias=True, Color=skia.Color(*_FRAME)))
    line = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeCap=skia.Paint.kRound_Cap)
    for color, thick in ((_GOLD, 13), ((74, 54, 40), 3.5)):
        line.setColor(skia.Color(*color))
        line.setStrokeWidth(max(1.0, thick * u))
        canvas.drawPath(opening, line)
    for side in (-1, 1):
        _stem(canvas, width * (0.5 + 0.5 * side), -side, margin, shoulder, u)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def _stem(canvas: skia.Canvas, edge: float, inward: int, margin: float, shoulder: float, u: float) -> None:
    """A curling stem with leaves and a flower in an upper corner."""
    stem = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeCap=skia.Paint.kRound_Cap)
    stem.setColor(skia.Color(*_STEM))
    stem.setStrokeWidth(max(1.0, 7 * u))
    x, y = edge + inward * 0.5 * margin, 0.5 * margin
    curl = skia.Path()
    curl.moveTo(x, y + 1.5 * shoulder)
    curl.cubicTo(
        x, y + 0.6 * shoulder, x + inward * 0.05 * shoulder, y + 0.1 * shoulder, x + inward * 0.42 * shoulder, y
    )
    curl.cubicTo(x + inward * 0.62 * shoulder, y - 0.02 * shoulder, x + inward * 0.5 * shoulder, y + 0.16 * shoulder,
                 x + inward * 0.4 * shoulder, y + 0.08 * shoulder)  # fmt: skip
    canvas.drawPath(curl, stem)
    leaf = skia.Paint(AntiAlias=True, Color=skia.Color(*_STEM))
    for down in (0.5, 0.8, 1.1, 1.4):
        blade = skia.Path()
        at = y + down * shoulder
        blade.moveTo(x, at)
        blade.quadTo(
            x + inward * 0.02 * shoulder, at - 0.2 * shoulder, x + inward * 0.07 * shoulder, at - 0.22 * shoulder
        )
        blade.quadTo(x + inward * 0.1 * shoulder, at - 0.06 * shoulder, x, at)
        canvas.drawPath(blade, leaf)
    middle = (x + inward * 0.13 * shoulder, y + 0.13 * shoulder)
    for k in range(6):
        canvas.save()
        canvas.translate(*middle)
        canvas.rotate(60 * k)
        canvas.drawOval(
            skia.Rect(0, -11 * u, 40 * u, 11 * u), skia.Paint(AntiAlias=True, Color=skia.Color(206, 128, 112))
        )
        canvas.restore()
    canvas.drawCircle(*middle, 12 * u, skia.Paint(AntiAlias=True, Color=skia.Color(236, 198, 110)))
