"""Shapes of a graphic: filled and outlined, with straight edges or as if drawn by hand."""

import math
from collections.abc import Sequence
from typing import Any

import skia

from limner_illustrator.canvas import Path, Point, fill, polygon, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.graphic import GraphicContext

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def draw_path(
    context: GraphicContext,
    path: Path,
    *,
    color: RGB | None = None,
    outline: RGB | None = None,
    width: float = 2.0,
    alpha: float = 255,
    dash: tuple[float, float] | None = None,
    is_rough: bool = True,
) -> None:
    """`width` and `dash` are in units. `is_rough`: may be drawn with a wobbly edge."""
    theme, unit = context.theme, context.unit
    effect = _wobble(context, path) if theme.is_hand_drawn and is_rough else None
    if theme.is_outlined and color is not None:
        outline, alpha = outline or color, alpha * 0.16
    if theme.is_hand_drawn and color is not None and outline is None:
        outline = mix(color, theme.ink, 0.35)
    if color is not None:
        context.canvas.drawPath(path, fill(color, alpha, **({"PathEffect": effect} if effect else {})))
    if outline is not None:
        extra: dict[str, Any] = {"StrokeJoin": skia.Paint.kRound_Join, "StrokeCap": skia.Paint.kRound_Cap}
        if dash is not None:
            dashes = skia.DashPathEffect.Make([dash[0] * unit, dash[1] * unit], 0)
            effect = skia.PathEffect.MakeCompose(dashes, effect) if effect else dashes
        if effect:
            extra["PathEffect"] = effect
        context.canvas.drawPath(path, stroke(outline, max(1.0, width * unit), **extra))


def rectangle(context: GraphicContext, box: Box, *, radius: float = 0.0, **paint: Any) -> None:
    """`radius` is in units."""
    left, top, width, height = box
    path = skia.Path()
    corner = min(radius * context.unit, width / 2, height / 2)
    path.addRoundRect(skia.Rect.MakeXYWH(left, top, max(width, 0.0), max(height, 0.0)), corner, corner)
    draw_path(context, path, **paint)


def ellipse(
    context: GraphicContext, x: float, y: float, across: float, down: float | None = None, **paint: Any
) -> None:
    """Around (x, y), with the radii `across` and `down`."""
    down = across if down is None else down
    path = skia.Path()
    path.addOval(skia.Rect(x - across, y - down, x + across, y + down))
    draw_path(context, path, **paint)


def shape(context: GraphicContext, points: Sequence[Point], **paint: Any) -> None:
    draw_path(context, polygon(points), **paint)


def line(context: GraphicContext, points: Sequence[Point], color: RGB, width: float = 2.0, **paint: Any) -> None:
    draw_path(context, polygon(points, close=False), outline=color, width=width, **paint)


def arrow(
    context: GraphicContext,
    points: Sequence[Point],
    color: RGB,
    width: float = 2.5,
    *,
    head: float = 13.0,
    radius: float = 10.0,
    **paint: Any,
) -> None:
    """A line whose last point is the tip of a filled head; its corners are rounded."""
    unit = context.unit
    points = list(points)
    while len(points) > 2 and math.dist(points[-2], points[-1]) < 1.2 * head * unit:
        del points[-2]  # the head needs a straight end
    (x0, y0), (x1, y1) = points[-2], points[-1]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    size = min(head * unit, 0.8 * length)
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    base = x1 - dx * size, y1 - dy * size
    path = rounded_line([*points[:-1], (base[0] + dx * size * 0.3, base[1] + dy * size * 0.3)], radius * unit)
    draw_path(context, path, outline=color, width=width, **paint)
    wing = 0.52 * size
    tip = [(x1, y1), (base[0] - dy * wing, base[1] + dx * wing), (base[0] + dy * wing, base[1] - dx * wing)]
    context.canvas.drawPath(polygon(tip), fill(color))


def rounded_line(points: Sequence[Point], radius: float) -> Path:
    path = skia.Path()
    path.moveTo(*points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        path.lineTo(*_towards(corner, before, near))
        path.quadTo(*corner, *_towards(corner, after, near))
    path.lineTo(*points[-1])
    return path


def wedge(x: float, y: float, radius: float, start: float, sweep: float, hole: float = 0.0) -> Path:
    """A sector of a circle, or of a ring with a hole of that radius. Degrees, clockwise from the right."""
    path = skia.Path()
    outer = skia.Rect(x - radius, y - radius, x + radius, y + radius)
    if sweep >= 359.99:
        path.addOval(outer)
        if hole:
            path.addOval(skia.Rect(x - hole, y - hole, x + hole, y + hole), skia.PathDirection.kCCW)
        return path
    if hole:
        path.arcTo(outer, start, sweep, True)
        path.arcTo(skia.Rect(x - hole, y - hole, x + hole, y + hole), start + sweep, -sweep, False)
    else:
        path.moveTo(x, y)
        path.arcTo(outer, start, sweep, False)
    path.close()
    return path


def check_mark(context: GraphicContext, x: float, y: float, size: float, color: RGB, width: float = 4.0) -> None:
    points = [(x - 0.5 * size, y + 0.02 * size), (x - 0.12 * size, y + 0.38 * size), (x + 0.52 * size, y - 0.42 * size)]
    line(context, points, color, width, is_rough=False)


def cross_mark(context: GraphicContext, x: float, y: float, size: float, color: RGB, width: float = 4.0) -> None:
    half = 0.38 * size
    line(context, [(x - half, y - half), (x + half, y + half)], color, width, is_rough=False)
    line(context, [(x - half, y + half), (x + half, y - half)], color, width, is_rough=False)


def _towards(origin: Point, goal: Point, distance: float) -> Point:
    length = math.dist(origin, goal) or 1.0
    return (
        origin[0] + (goal[0] - origin[0]) * distance / length,
        origin[1] + (goal[1] - origin[1]) * distance / length,
    )


def _wobble(context: GraphicContext, path: Path) -> Any:
    """An effect that bends a path as a hand would; the same path always in the same way."""
    bounds = path.getBounds()
    seed = (int(bounds.left() * 7 + bounds.top() * 13) ^ context.scene.seed) & 0xFFFF
    rough = skia.DiscretePathEffect.Make(26 * context.unit, 2.6 * context.unit, seed)
    smooth = skia.CornerPathEffect.Make(20 * context.unit)
    return skia.PathEffect.MakeCompose(smooth, rough)
