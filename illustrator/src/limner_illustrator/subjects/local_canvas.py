"""A canvas in a thing's own units, and the fills that objects, bodies and figures are drawn with."""

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import skia

from limner_illustrator.canvas import Canvas
from limner_illustrator.canvas import canvas as sheet
from limner_illustrator.canvas.palette import RGB, mix

Point = tuple[float, float]
Color = tuple[float, ...]
"""RGB or RGBA."""

WHITE: RGB = (255, 255, 255)
INK: RGB = (22, 10, 30)
"""What shadows tend to: a warm, near-black violet. Pure black looks dead next to lit colours."""

_PART = re.compile(r"[MLQCZ]|-?[\d.]+(?:e-?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6}


def outline(text: str) -> Any:
    """A skia path from absolute SVG commands: M, L, Q, C and Z; a repeated command may be left out."""
    path = skia.Path()
    verbs = {"M": path.moveTo, "L": path.lineTo, "Q": path.quadTo, "C": path.cubicTo}
    command = "M"
    numbers: list[float] = []
    for part in _PART.findall(text):
        if part == "Z":
            path.close()
        elif part in verbs:
            command = part
        else:
            numbers.append(float(part))
            if len(numbers) == _NUMBERS[command]:
                verbs[command](*numbers)
                numbers = []
    return path


def light_of(rgb: RGB, amount: float = 0.28) -> RGB:
    return mix(rgb, WHITE, amount)


def dark_of(rgb: RGB, amount: float = 0.32) -> RGB:
    return mix(rgb, INK, amount)


def solid(rgb: RGB, alpha: int = 255) -> Any:
    return sheet.fill(rgb, alpha)


def soft(rgb: RGB, alpha: int, sigma: float) -> Any:
    """A blurred fill: a shadow, a blush."""
    return sheet.fill(rgb, alpha, MaskFilter=sheet.blur(sigma))


def down(top: float, bottom: float, *colors: Color) -> Any:
    """A vertical ramp."""
    return sheet.shader_paint(sheet.linear((0, top), (0, bottom), list(colors)))


def across(left: float, right: float, *colors: Color) -> Any:
    """A horizontal ramp."""
    return sheet.shader_paint(sheet.linear((left, 0), (right, 0), list(colors)))


def ball(x: float, y: float, radius: float, *colors: Color) -> Any:
    """A ramp from a centre outwards."""
    return sheet.shader_paint(sheet.radial((x, y), radius, list(colors)))


def sheen(start: Point, end: Point, *colors: Color) -> Any:
    """A slanted ramp."""
    return sheet.shader_paint(sheet.linear(start, end, list(colors)))


def rounded_down(rgb: RGB, top: float, bottom: float) -> Any:
    """The usual paint of a solid thing: light from above."""
    return down(top, bottom, light_of(rgb), rgb, dark_of(rgb))


def rounded_across(rgb: RGB, left: float, right: float) -> Any:
    """The usual paint of a round, upright thing: light from the left."""
    return across(left, right, light_of(rgb), rgb, dark_of(rgb))


class LocalCanvas:
    """Wraps a canvas that is already scaled to the drawing's units."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def shape(self, path: str, paint: Any) -> None:
        self.canvas.drawPath(outline(path), paint)

    def polygon(self, points: Sequence[Point], paint: Any) -> None:
        self.canvas.drawPath(sheet.polygon(points), paint)

    def box(self, left: float, top: float, right: float, bottom: float, paint: Any, radius: float = 0) -> None:
        self.canvas.drawRoundRect(skia.Rect(left, top, right, bottom), radius, radius, paint)

    def oval(self, x: float, y: float, rx: float, ry: float, paint: Any) -> None:
        self.canvas.drawOval(skia.Rect(x - rx, y - ry, x + rx, y + ry), paint)

    def dot(self, x: float, y: float, radius: float, paint: Any) -> None:
        self.canvas.drawCircle(x, y, radius, paint)

    def line(self, path: str, rgb: RGB, width: float, alpha: int = 255) -> None:
        """A stroke with round ends."""
        self.canvas.drawPath(outline(path), pencil(rgb, width, alpha))

    def ring(self, x: float, y: float, rx: float, ry: float, rgb: RGB, width: float, alpha: int = 255) -> None:
        self.oval(x, y, rx, ry, pencil(rgb, width, alpha))

    def frame(
        self, left: float, top: float, right: float, bottom: float, rgb: RGB, width: float, radius: float = 0
    ) -> None:
        self.box(left, top, right, bottom, pencil(rgb, width), radius)

    def star(self, x: float, y: float, radius: float, paint: Any, *, points: int = 5, inner: float = 0.45) -> None:
        corners = []
        for index in range(points * 2):
            angle = -math.pi / 2 + index * math.pi / points
            reach = radius if index % 2 == 0 else radius * inner
            corners.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
        self.polygon(corners, paint)

    @contextmanager
    def inside(self, path: str) -> Iterator[None]:
        """What is drawn meanwhile shows only inside the outline."""
        self.canvas.save()
        self.canvas.clipPath(outline(path), True)
        yield
        self.canvas.restore()

    @contextmanager
    def at(
        self, x: float, y: float, *, turn: float = 0, scale: float = 1, stretch: tuple[float, float] = (1, 1)
    ) -> Iterator[None]:
        """What is drawn meanwhile has its origin at (x, y), turned by degrees and scaled."""
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(turn)
        self.canvas.scale(scale * stretch[0], scale * stretch[1])
        yield
        self.canvas.restore()


def pencil(rgb: RGB, width: float, alpha: int = 255) -> Any:
    return sheet.stroke(rgb, width, alpha, StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)
