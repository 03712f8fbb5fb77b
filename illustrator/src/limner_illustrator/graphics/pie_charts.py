"""Pie charts and rings."""

import math
from collections.abc import Sequence

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, draw_path, rectangle, wedge
from limner_illustrator.graphics.text import measure, write
from limner_illustrator.language.graphic_description import format_value
from limner_illustrator.scene import GraphicItem

SMALL_SHARE = 0.055
"""A smaller slice has its share in the legend only."""


@graphic("pie-chart")
def draw_pie_chart(context: GraphicContext) -> None:
    draw_pie(context, draw_title(context), [item for item in context.graphic.items if (item.value or 0) > 0])


def draw_pie(context: GraphicContext, box: Box, items: Sequence[GraphicItem]) -> None:
    """The circle, and beside or below it a legend with all shares."""
    if not items:
        return
    left, top, width, height = box
    unit, theme = context.unit, context.theme
    total = sum(item.value or 0 for item in items)
    shares = [(item.value or 0) / total for item in items]
    colors = [theme.color(index) for index in range(len(items))]
    entries = [_name(context, item, share) for item, share in zip(items, shares, strict=True)]
    size = min(26 * unit, 0.9 * height / (1.6 * len(items)))
    widest = max(measure(context, text, size) for text in entries) + 1.9 * size
    if width > 1.25 * height or widest < 0.3 * width:
        legend = min(widest, 0.45 * width)
        radius = min(0.46 * height, 0.48 * (width - legend - 40 * unit))
        block = 2 * radius + 50 * unit + legend
        center = left + (width - block) / 2 + radius, top + height / 2
        _draw_legend_column(context, entries, colors, center[0] + radius + 50 * unit, center[1], size, legend)
    else:
        rows = _legend_rows(context, entries, size, width)
        below = len(rows) * 1.6 * size + 20 * unit
        radius = min(0.47 * width, 0.48 * (height - below))
        center = left + width / 2, top + (height - below) / 2
        _draw_legend_rows(context, rows, colors, left, top + height - below + 30 * unit, size, width)
    _draw_slices(context, center, radius, shares, colors)


def _name(context: GraphicContext, item: GraphicItem, share: float) -> str:
    if context.graphic.unit == "%":
        return f"{item.label} {format_value(item.value or 0, '%')}"
    return f"{item.label} {format_value(item.value or 0, context.graphic.unit)} ({share:.0%})"


def _draw_slices(
    context: GraphicContext, center: tuple[float, float], radius: float, shares: Sequence[float], colors: Sequence[RGB]
) -> None:
    theme, unit = context.theme, context.unit
    hole = 0.56 * radius if context.graphic.has("donut") else 0.0
    start = -90.0
    for share, tone in zip(shares, colors, strict=True):
        edge = None if len(shares) == 1 else theme.paper
        path = wedge(*center, radius, start, 360 * share, hole)
        draw_path(context, path, color=tone, outline=edge, width=4)
        if share >= SMALL_SHARE:
            middle = math.radians(start + 180 * share)
            reach = (radius + hole) / 2 if hole else 0.66 * radius
            x, y = center[0] + reach * math.cos(middle), center[1] + reach * math.sin(middle)
            size = min(32 * unit, 0.15 * radius, 0.85 * (radius - hole) / 2) if hole else min(34 * unit, 0.13 * radius)
            ink = theme.ink if theme.is_outlined else theme.on(tone)
            write(context, f"{100 * share:.0f}%", x, y, size, ink)
        start += 360 * share


def _draw_legend_column(
    context: GraphicContext,
    entries: Sequence[str],
    colors: Sequence[RGB],
    x: float,
    middle: float,
    size: float,
    width: float,
) -> None:
    y = middle - 1.6 * size * (len(entries) - 1) / 2
    for text, tone in zip(entries, colors, strict=True):
        _draw_entry(context, text, tone, x, y, size, width)
        y += 1.6 * size


def _draw_entry(context: GraphicContext, text: str, tone: RGB, x: float, y: float, size: float, width: float) -> None:
    rectangle(context, (x, y - 0.5 * size, size, size), radius=5, color=tone)
    write(context, text, x + 1.5 * size, y, size, context.theme.ink, align="left", max_width=width - 1.5 * size)


def _legend_rows(context: GraphicContext, entries: Sequence[str], size: float, width: float) -> list[list[str]]:
    """Columns of equal width, as many as fit, three at most."""
    widest = max(measure(context, text, size) for text in entries) + 3.2 * size
    columns = max(1, min(3, int(width / widest), len(entries)))
    return [list(entries[at : at + columns]) for at in range(0, len(entries), columns)]


def _draw_legend_rows(
    context: GraphicContext,
    rows: Sequence[Sequence[str]],
    colors: Sequence[RGB],
    left: float,
    top: float,
    size: float,
    width: float,
) -> None:
    columns = len(rows[0])
    widest = max(measure(context, text, size) for row in rows for text in row) + 3.2 * size
    each = min(width / columns, widest)
    start = left + (width - each * columns) / 2 + 0.6 * size
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            tone = colors[number * columns + column]
            _draw_entry(context, text, tone, start + each * column, top + 1.6 * size * number, size, each - size)
