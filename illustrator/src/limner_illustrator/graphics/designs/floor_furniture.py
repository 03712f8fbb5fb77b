"""Furniture seen from above, in metres: x along a room's outer wall, y from that wall into the room."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

from limner_illustrator.canvas import Canvas, fill, stroke
from limner_illustrator.canvas.palette import RGB, mix


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws outlined shapes; on a blueprint they are not filled."""

    canvas: Canvas
    line: RGB
    is_filled: bool
    width: float = 0.035

    def rect(self, x: float, y: float, w: float, h: float, color: RGB, radius: float = 0.05) -> None:
        shape = skia.Rect(x, y, x + w, y + h)
        if self.is_filled:
            self.canvas.drawRoundRect(shape, radius, radius, fill(color))
        self.canvas.drawRoundRect(shape, radius, radius, stroke(self.line, self.width))

    def oval(self, x: float, y: float, rx: float, ry: float, color: RGB) -> None:
        shape = skia.Rect(x - rx, y - ry, x + rx, y + ry)
        if self.is_filled:
            self.canvas.drawOval(shape, fill(color))
        self.canvas.drawOval(shape, stroke(self.line, self.width))

    def segment(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.drawLine(x0, y0, x1, y1, stroke(self.line, self.width))


WOOD: RGB = (206, 170, 128)
LINEN: RGB = (244, 242, 238)
CLOTH: RGB = (150, 176, 200)
SAGE: RGB = (172, 190, 160)
STEEL: RGB = (214, 220, 226)
GREEN: RGB = (124, 170, 110)


def _bed(pen: Pen, x: float, w: float, h: float) -> None:
    pen.rect(x, 0.08, w, h, LINEN, 0.06)
    count = 2 if w > 1.3 else 1
    for k in range(count):
        wide = (w - 0.2 * (count + 1)) / count
        pen.rect(x + 0.2 + k * (wide + 0.2), 0.2, wide, 0.36, (255, 255, 255), 0.1)
    pen.rect(x, 0.08 + 0.36 * h, w, 0.64 * h, CLOTH, 0.06)
    pen.segment(x, 0.08 + 0.46 * h, x + w, 0.08 + 0.46 * h)


def _bedroom(pen: Pen, w: float, d: float) -> None:
    wide, long = (1.7, 2.05) if w > 2.7 and d > 2.6 else (1.0, min(2.0, 0.7 * d))
    x = (w - wide) / 2
    _bed(pen, x, wide, long)
    for side in (x - 0.55, x + wide + 0.1):
        if side > 0.05 and side + 0.45 < w - 0.05:
            pen.rect(side, 0.1, 0.45, 0.42, WOOD)
            pen.oval(side + 0.225, 0.31, 0.12, 0.12, (250, 232, 180))
    if d - long > 1.3 and w > 2.4:
        pen.rect(0.08, d - 0.68, min(1.6, 0.45 * w), 0.6, WOOD, 0.03)


def _living(pen: Pen, w: float, d: float) -> None:
    if w > 2.6 and d > 2.6:
        pen.rect(0.5 * w - 1.25, 0.75, 2.5, min(1.9, d - 1.5), (232, 220, 206), 0.1)
    long = min(2.3, w - 0.8)
    x = (w - long) / 2
    pen.rect(x, 0.12, long, 0.85, SAGE, 0.16)
    pen.rect(x, 0.12, long, 0.26, mix(SAGE, (60, 70, 60), 0.14), 0.1)
    for k in range(1, 3):
        pen.segment(x + k * long / 3, 0.38, x + k * long / 3, 0.97)
    if d > 2.2:
        pen.rect(0.5 * w - 0.55, 1.25, 1.1, 0.55, WOOD, 0.12)
    if d > 2.9:
        pen.rect(0.5 * w - 0.8, d - 0.5, 1.6, 0.36, WOOD, 0.03)
        pen.rect(0.5 * w - 0.6, d - 0.44, 1.2, 0.09, (60, 64, 72), 0.02)
    if w > 3.6:
        _plant(pen, w - 0.42, 0.42)
        pen.rect(x - 0.95, 1.25, 0.75, 0.8, CLOTH, 0.16) if x > 1.0 else None


def _plant(pen: Pen, x: float, y: float) -> None:
    pen.oval(x, y, 0.28, 0.28, GREEN)
    pen.oval(x, y, 0.13, 0.13, mix(GREEN, (30, 60, 30), 0.3))


def _kitchen(pen: Pen, w: float, d: float) -> None:
    pen.rect(0.04, 0.04, w - 0.08, 0.6, (232, 226, 216), 0.02)
    side = min(d - 1.3, 2.0)
    if side > 0.8 and w > 2.0:
        pen.rect(0.04, 0.64, 0.6, side, (232, 226, 216), 0.02)
    pen.rect(0.12 * w + 0.55, 0.12, 0.6, 0.42, STEEL, 0.06)
    stove = min(w - 1.5, 0.12 * w + 1.5)
    pen.rect(stove, 0.08, 0.62, 0.52, (90, 96, 106), 0.03)
    for k in range(4):
        pen.oval(stove + 0.17 + 0.28 * (k % 2), 0.22 + 0.24 * (k // 2), 0.08, 0.08, (180, 186, 194))
    pen.rect(w - 0.76, 0.04, 0.72, 0.68, STEEL, 0.04)
    if w > 2.9 and d > 3.0:
        _table(pen, 0.56 * w, 0.66 * d, 1.1, 0.75, 4)


def _table(pen: Pen, x: float, y: float, w: float, h: float, chairs: int) -> None:
    per_side = max(1, chairs // 2)
    for k in range(per_side):
        at = x - w / 2 + (k + 0.5) * w / per_side - 0.19
        pen.rect(at, y - h / 2 - 0.3, 0.38, 0.4, (196, 150, 110), 0.1)
        pen.rect(at, y + h / 2 - 0.1, 0.38, 0.4, (196, 150, 110), 0.1)
    pen.rect(x - w / 2, y - h / 2, w, h, WOOD, 0.08)


def _dining(pen: Pen, w: float, d: float) -> None:
    _table(pen, w / 2, 0.46 * d, min(1.9, w - 0.8), min(0.95, 0.4 * d), 6 if w > 2.5 else 4)
    if w > 3.0 and d > 2.8:
        _plant(pen, w - 0.4, 0.4)


def _bath(pen: Pen, w: float, d: float) -> None:
    if w > 1.5:
        long = min(1.7, w - 0.1)
        pen.rect(0.05, 0.05, long, 0.75, STEEL, 0.08)
        pen.rect(0.14, 0.13, long - 0.18, 0.59, (250, 252, 255), 0.26)
    else:
        pen.rect(0.05, 0.05, w - 0.1, 0.9, STEEL, 0.04)
        pen.oval(w / 2, 0.5, 0.08, 0.08, (120, 130, 140))
    pen.rect(w - 0.24, 1.12, 0.2, 0.42, (255, 255, 255), 0.03)
    pen.oval(w - 0.46, 1.33, 0.25, 0.19, (255, 255, 255))
    pen.rect(0.05, 1.15, 0.46, 0.62, STEEL, 0.03)
    pen.oval(0.28, 1.46, 0.15, 0.19, (255, 255, 255))


def _office(pen: Pen, w: float, d: float) -> None:
    long = min(1.6, w - 0.5)
    x = (w - long) / 2
    pen.rect(x, 0.1, long, 0.7, WOOD, 0.03)
    pen.rect(x + long / 2 - 0.3, 0.2, 0.6, 0.08, (60, 64, 72), 0.02)
    pen.oval(x + long / 2, 1.12, 0.3, 0.28, (90, 100, 116))
    if d > 2.2:
        pen.rect(0.06, d - 1.3, 0.34, 1.2, WOOD, 0.02)
        for k in range(1, 4):
            pen.segment(0.06, d - 1.3 + 0.3 * k, 0.4, d - 1.3 + 0.3 * k)


def _garage(pen: Pen, w: float, d: float) -> None:
    long, wide = min(4.3, d - 0.5), min(1.9, w - 0.6)
    x, y = (w - wide) / 2, (d - long) / 2
    pen.rect(x, y, wide, long, (196, 92, 84), 0.4)
    pen.rect(x + 0.14, y + 0.24 * long, wide - 0.28, 0.18 * long, (96, 116, 136), 0.12)
    pen.rect(x + 0.16, y + 0.46 * long, wide - 0.32, 0.26 * long, mix((196, 92, 84), (40, 20, 20), 0.14), 0.1)
    pen.rect(x + 0.2, y + 0.77 * long, wide - 0.4, 0.1 * long, (96, 116, 136), 0.1)


def _laundry(pen: Pen, w: float, d: float) -> None:
    for k in range(2 if w > 1.5 else 1):
        x = 0.08 + 0.72 * k
        pen.rect(x, 0.08, 0.64, 0.62, (250, 250, 252), 0.05)
        pen.oval(x + 0.32, 0.4, 0.2, 0.2, STEEL)


def _closet(pen: Pen, w: float, d: float) -> None:
    pen.rect(0.06, 0.06, w - 0.12, 0.55, WOOD, 0.02)
    for k in range(1, max(2, round(w / 0.18))):
        x = 0.06 + k * 0.18
        if x < w - 0.1:
            pen.segment(x, 0.14, x, 0.53)


def _terrace(pen: Pen, w: float, d: float) -> None:
    _table(pen, w / 2, d / 2, min(0.9, 0.4 * w), min(0.7, 0.3 * d), 2)
    _plant(pen, 0.4, 0.4)
    _plant(pen, w - 0.4, 0.4)


def _studio(pen: Pen, w: float, d: float) -> None:
    half = 0.5 * w
    _bed(pen, 0.3, 1.6, min(2.0, d - 1.0))
    pen.canvas.save()
    pen.canvas.translate(half, 0)
    _living(pen, half, d)
    pen.canvas.restore()


FURNITURE: dict[str, Callable[[Pen, float, float], None]] = {
    "bedroom": _bedroom,
    "living": _living,
    "kitchen": _kitchen,
    "dining": _dining,
    "bath": _bath,
    "office": _office,
    "garage": _garage,
    "laundry": _laundry,
    "closet": _closet,
    "terrace": _terrace,
    "studio": _studio,
}
"""By the kind of room."""
