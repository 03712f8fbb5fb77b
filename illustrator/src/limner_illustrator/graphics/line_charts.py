"""Line charts and area charts, with one or several series."""

from itertools import accumulate, pairwise

import skia

from limner_illustrator.canvas import Path, Point
from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.series import Table, tabulate
from limner_illustrator.graphics.shapes import Box, draw_path, ellipse
from limner_illustrator.graphics.text import measure, write
from limner_illustrator.language.graphic_description import format_value

VALUE_SIZE = 22.0
MAX_VALUES = 8
"""Of more points than these, only the highest and the lowest are labelled."""


@graphic("line-chart", "area-chart")
def draw_line_chart(context: GraphicContext) -> None:
    box = draw_title(context)
    table = tabulate(context.graphic)
    if not table.labels:
        return
    if len(table.series) > 1:
        colors = [context.theme.color(index) for index in range(len(table.series))]
        used = axes.draw_legend(context, table.series, colors, box) + 10 * context.unit
        box = box[0], box[1] + used, box[2], box[3] - used
    plot_courses(context, box, table)


def plot_courses(context: GraphicContext, box: Box, table: Table) -> None:
    """The axes and the courses, into a box without title and legend."""
    unit, theme = context.unit, context.theme
    is_area = context.graphic.kind == "area-chart"
    is_stacked = is_area and len(table.series) > 1
    rows = list(accumulate(table.values, _add)) if is_stacked else list(table.values)
    plot, scale, xs = _lay_out(context, box, table, rows)
    axes.draw_value_axis(context, plot, scale)
    lines = [[(x, scale.at(value)) for x, value in zip(xs, row, strict=True)] for row in rows]
    for index in reversed(range(len(lines))):
        tone = theme.color(index)
        path = _curve(lines[index], is_smooth=context.graphic.has("smooth") or is_area)
        if is_area:
            base = scale.at(max(scale.low, min(0.0, scale.high)))
            filled = skia.Path(path)
            filled.lineTo(lines[index][-1][0], base)
            filled.lineTo(lines[index][0][0], base)
            filled.close()
            draw_path(context, filled, color=theme.tint(tone, 0.55 if is_stacked else 0.3), is_rough=False)
        draw_path(context, path, outline=tone, width=5.0)
    has_dots = len(xs) <= 16 and not is_stacked
    for index, points in enumerate(lines):
        for x, y in points if has_dots else ():
            ellipse(context, x, y, 6.5 * unit, color=theme.color(index), outline=theme.paper, width=2.5, is_rough=False)
    if len(lines) == 1 and has_dots:
        _write_values(context, lines[0], rows[0], plot)


def _add(below: tuple[float, ...], row: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(a + b for a, b in zip(below, row, strict=True))


def _lay_out(
    context: GraphicContext, box: Box, table: Table, rows: list[tuple[float, ...]]
) -> tuple[Box, axes.Scale, list[float]]:
    unit = context.unit
    left, top, width, height = box
    values = [value for row in rows for value in row]
    count = max(3, min(6, round(height / (110 * unit))))
    from_zero = context.graphic.kind == "area-chart"
    if not from_zero and min(values) > 0:
        values.append(max(0.0, min(values) - 0.12 * (max(values) - min(values))))  # room for a number below the lowest
    probe = axes.value_scale(values, 0, 1, count, from_zero=from_zero)
    axis = axes.value_axis_width(context, probe.ticks) + (40 * unit if context.graphic.y_label else 0)
    inset = 34 * unit
    step = (width - axis - 2 * inset) / max(1, len(table.labels) - 1)
    fit = axes.fit_category_labels(context, table.labels, step)
    below = fit.height + 16 * unit + (40 * unit if context.graphic.x_label else 0)
    plot = left + axis, top + 20 * unit, width - axis, height - 20 * unit - below
    scale = axes.value_scale(values, plot[1] + plot[3], plot[1], count, from_zero=from_zero)
    xs = [plot[0] + inset + step * index for index in range(len(table.labels))]
    if len(xs) == 1:
        xs = [plot[0] + plot[2] / 2]
    axes.draw_category_labels(context, table.labels, xs, plot[1] + plot[3] + 14 * unit, fit)
    axes.draw_axis_names(context, plot, top + height)
    return plot, scale, xs


def _write_values(context: GraphicContext, points: list[Point], values: tuple[float, ...], plot: Box) -> None:
    """Above each point, or below it where the line rises on both sides; only where they do not collide."""
    unit = context.unit
    size = VALUE_SIZE * unit
    texts = [format_value(value, context.graphic.unit) for value in values]
    step = points[1][0] - points[0][0] if len(points) > 1 else plot[2]
    if len(values) > MAX_VALUES or max(measure(context, text, size) for text in texts) > 0.96 * step:
        chosen = {max(range(len(values)), key=values.__getitem__), min(range(len(values)), key=values.__getitem__)}
    else:
        chosen = set(range(len(values)))
    for index in sorted(chosen):
        x, y = points[index]
        around = [points[at][1] for at in (index - 1, index + 1) if 0 <= at < len(points)]
        is_valley = bool(around) and all(one < y for one in around)
        beside = y + 26 * unit if is_valley and y + 40 * unit < plot[1] + plot[3] else y - 24 * unit
        half = measure(context, texts[index], size) / 2
        x += _lean(points, index) * 0.8 * half
        x = min(max(x, plot[0] + half), plot[0] + plot[2] - half + 20 * unit)
        write(context, texts[index], x, beside, size, context.theme.ink)


def _lean(points: list[Point], index: int) -> int:
    """To which side a number above the point must move off the line that passes it: -1, 0 or 1."""
    if not 0 < index < len(points) - 1:
        return 0
    before, at, after = (points[index + step][1] for step in (-1, 0, 1))
    return -1 if before > at > after else 1 if before < at < after else 0


def _curve(points: list[Point], *, is_smooth: bool) -> Path:
    path = skia.Path()
    path.moveTo(*points[0])
    for (x0, y0), (x1, y1) in pairwise(points):
        if is_smooth:
            middle = (x0 + x1) / 2
            path.cubicTo(middle, y0, middle, y1, x1, y1)
        else:
            path.lineTo(x1, y1)
    return path
