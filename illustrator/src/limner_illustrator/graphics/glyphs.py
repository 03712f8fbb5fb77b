"""Interface icons drawn with lines on a grid of 24 by 24: home, search, settings, cart, ...

`glyphs.txt` has a glyph in each line: strokes, separated by semicolons. `l` is an open line, `p` a closed one, `c` a
circle (x, y, radius), `r` a rounded rectangle (x, y, width, height, radius), `a` an arc (x, y, radius, start and sweep
in degrees), `d` a dot (x, y), `b` a cubic curve.
"""

from functools import lru_cache
from pathlib import Path

import skia

from limner_illustrator.canvas import Canvas, fill, stroke
from limner_illustrator.canvas.palette import RGB

GRID = 24.0
LINE = 1.9
"""The width of a line in cells of the grid."""
GLYPHS: dict[str, str] = dict(
    line.split(": ", 1) for line in Path(__file__).with_name("glyphs.txt").read_text(encoding="utf-8").splitlines()
)
"""By name -> the strokes of the glyph."""


@lru_cache(maxsize=256)
def make_glyph(name: str) -> tuple[skia.Path, tuple[tuple[float, float], ...]]:
    """The lines of a glyph, and its dots."""
    path, dots = skia.Path(), []
    for part in GLYPHS[name].split(";"):
        kind, *rest = part.split()
        values = [float(one) for one in rest]
        points = list(zip(values[::2], values[1::2], strict=False))
        if kind in "lp":
            path.addPoly([skia.Point(*point) for point in points], kind == "p")
        elif kind == "c":
            path.addCircle(*values)
        elif kind == "r":
            x, y, wide, tall, radius = values
            path.addRoundRect(skia.Rect.MakeXYWH(x, y, wide, tall), radius, radius)
        elif kind == "a":
            x, y, radius, start, sweep = values
            path.addArc(skia.Rect(x - radius, y - radius, x + radius, y + radius), start, sweep)
        elif kind == "b":
            path.moveTo(*points[0])
            path.cubicTo(*points[1], *points[2], *points[3])
        else:
            dots.append(points[0])
    return path, tuple(dots)


def draw_glyph(
    canvas: Canvas, name: str, box: tuple[float, float, float, float], color: RGB, *, line: float = LINE
) -> None:
    """The glyph as large as fits in the box (left, top, right, bottom); `line` in cells of its grid."""
    left, top, right, bottom = box
    edge = min(right - left, bottom - top)
    path, dots = make_glyph(name)
    canvas.save()
    canvas.translate((left + right - edge) / 2, (top + bottom - edge) / 2)
    canvas.scale(edge / GRID, edge / GRID)
    pen = stroke(color, line, StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)
    canvas.drawPath(path, pen)
    for x, y in dots:
        canvas.drawCircle(x, y, 0.72 * line, fill(color))
    canvas.restore()
