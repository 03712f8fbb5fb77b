"""Geometric shapes in a square cell, by the names that prompts give them."""

import math
from collections.abc import Callable

import skia

from limner_illustrator.canvas import Canvas, fill, stroke
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.designs.page import polygon_path

ShapeFunction = Callable[[Canvas, RGB], None]
"""Draws within the square from -0.5 to 0.5."""


def draw_shape(canvas: Canvas, name: str, x: float, y: float, edge: float, color: RGB, angle: float = 0.0) -> None:
    """The shape centred at x, y; `edge` is the side of its cell, the angle in degrees."""
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(angle)
    canvas.scale(edge, edge)
    SHAPES[name](canvas, color)
    canvas.restore()


def _quarter(canvas: Canvas, color: RGB) -> None:
    path = skia.Path()
    path.moveTo(-0.5, 0.5)
    path.arcTo(skia.Rect(-1.5, -0.5, 0.5, 1.5), -90, 90, False)
    path.close()
    canvas.drawPath(path, fill(color))


def _half(canvas: Canvas, color: RGB) -> None:
    path = skia.Path()
    path.addArc(skia.Rect(-0.5, -0.25, 0.5, 0.75), 180, 180)
    path.close()
    canvas.drawPath(path, fill(color))


def _circle(canvas: Canvas, color: RGB) -> None:
    canvas.drawCircle(0, 0, 0.5, fill(color))


def _triangle(canvas: Canvas, color: RGB) -> None:
    canvas.drawPath(polygon_path([(-0.5, 0.5), (0.5, 0.5), (0.0, -0.42)]), fill(color))


def _corner(canvas: Canvas, color: RGB) -> None:
    canvas.drawPath(polygon_path([(-0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]), fill(color))


def _square(canvas: Canvas, color: RGB) -> None:
    canvas.drawRect(skia.Rect(-0.42, -0.42, 0.42, 0.42), fill(color))


def _diamond(canvas: Canvas, color: RGB) -> None:
    canvas.drawPath(polygon_path([(0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)]), fill(color))


def _stripes(canvas: Canvas, color: RGB) -> None:
    for number in range(4):
        canvas.drawRect(skia.Rect(-0.5, -0.5 + number / 4, 0.5, -0.375 + number / 4), fill(color))


def _rings(canvas: Canvas, color: RGB) -> None:
    for reach in (0.44, 0.28):
        canvas.drawCircle(0, 0, reach, stroke(color, 0.09))
    canvas.drawCircle(0, 0, 0.13, fill(color))


def _dots(canvas: Canvas, color: RGB) -> None:
    for row in range(4):
        for column in range(4):
            canvas.drawCircle(-0.375 + column / 4, -0.375 + row / 4, 0.07, fill(color))


def _zigzag(canvas: Canvas, color: RGB) -> None:
    path = skia.Path()
    path.moveTo(-0.48, 0.12)
    for number in range(1, 6):
        path.lineTo(-0.48 + 0.192 * number, 0.12 if number % 2 == 0 else -0.14)
    canvas.drawPath(path, stroke(color, 0.09, StrokeJoin=skia.Paint.kMiter_Join))


def _squiggle(canvas: Canvas, color: RGB) -> None:
    path = skia.Path()
    path.moveTo(-0.46, 0.0)
    for number in range(4):
        x = -0.46 + 0.23 * number
        path.quadTo(x + 0.115, -0.22 if number % 2 == 0 else 0.22, x + 0.23, 0.0)
    canvas.drawPath(path, stroke(color, 0.09, StrokeCap=skia.Paint.kRound_Cap))


def _cross(canvas: Canvas, color: RGB) -> None:
    canvas.drawRect(skia.Rect(-0.12, -0.42, 0.12, 0.42), fill(color))
    canvas.drawRect(skia.Rect(-0.42, -0.12, 0.42, 0.12), fill(color))


def _star(canvas: Canvas, color: RGB) -> None:
    points = []
    for k in range(10):
        reach = 0.5 if k % 2 == 0 else 0.21
        points.append((reach * math.sin(k * math.pi / 5), -reach * math.cos(k * math.pi / 5)))
    canvas.drawPath(polygon_path(points), fill(color))


def _hexagon(canvas: Canvas, color: RGB) -> None:
    points = [(0.48 * math.sin(k * math.pi / 3), 0.48 * math.cos(k * math.pi / 3)) for k in range(6)]
    canvas.drawPath(polygon_path(points), fill(color))


def _leaf(canvas: Canvas, color: RGB) -> None:
    path = skia.Path()
    path.moveTo(-0.5, 0.5)
    path.arcTo(skia.Rect(-0.5, -0.5, 1.5, 1.5), 180, 90, False)
    path.arcTo(skia.Rect(-1.5, -1.5, 0.5, 0.5), 0, 90, False)
    path.close()
    canvas.drawPath(path, fill(color))


SHAPES: dict[str, ShapeFunction] = {
    "quarter": _quarter,
    "half": _half,
    "circle": _circle,
    "triangle": _triangle,
    "corner": _corner,
    "square": _square,
    "diamond": _diamond,
    "stripes": _stripes,
    "rings": _rings,
    "dots": _dots,
    "zigzag": _zigzag,
    "squiggle": _squiggle,
    "cross": _cross,
    "star": _star,
    "hexagon": _hexagon,
    "leaf": _leaf,
}
FILLS_CELL = frozenset({"quarter", "half", "corner", "square", "stripes", "leaf", "triangle", "circle"})
"""Shapes that a cell's edges may cut off."""
