"""Scatter plots, bubble charts and histograms."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, ellipse, line, rectangle
from limner_illustrator.graphics.text import measure, write
from limner_illustrator.scene import GraphicItem


@graphic("scatter-plot")
def draw_scatter_plot(context: GraphicContext) -> None:
    box = draw_title(context)
    unit, theme, drawing = context.unit, context.theme, context.graphic
    points = [item for item in drawing.items if item.value is not None and item.start is not None]
    groups = list(dict.fromkeys(item.group or "" for item in points))
    if not points:
        return
    left, top, width, height = box
    if len(groups) > 1:
        used = axes.draw_legend(context, groups, [theme.color(at) for at in range(len(groups))], box)
        top, height = top + used, height - used
    xs, ys = [float(item.start or 0) for item in points], [float(item.value or 0) for item in points]
    count = max(3, min(6, round(height / (110 * unit))))
    probe = axes.tight_scale(ys, 0, 1, count)
    axis = axes.value_axis_width(context, probe.ticks) + (40 * unit if drawing.y_label else 0)
    below = 44 * unit + (40 * unit if drawing.x_label else 0)
    plot = left + axis, top + 16 * unit, width - axis - 20 * unit, height - 16 * unit - below
    num_across = max(3, min(7, round(plot[2] / (120 * unit))))
    across = axes.tight_scale(xs, plot[0], plot[0] + plot[2], num_across)
    up = axes.tight_scale(ys, plot[1] + plot[3], plot[1], count)
    axes.draw_value_axis(context, plot, up)
    for tick in across.ticks:
        x = across.at(tick)
        line(context, [(x, plot[1]), (x, plot[1] + plot[3])], theme.grid, 1.5)
        write(
            context, axes.short_value(tick, None), x, plot[1] + plot[3] + 22 * unit, axes.TICK_SIZE * unit, theme.muted
        )
    axes.draw_axis_names(context, plot, top + height)
    if drawing.has("trend"):
        _draw_trend(context, xs, ys, across, up)
    is_named = len(points) <= 12 and any(not item.label.isdigit() for item in points)
    for item, x, y in zip(points, xs, ys, strict=True):
        tone = theme.color(groups.index(item.group or ""))
        radius = (11 if len(points) <= 40 else 8) * unit
        ellipse(context, across.at(x), up.at(y), radius, color=tone, alpha=200, is_rough=False)
        if is_named and item.label:
            write(context, item.label, across.at(x), up.at(y) - 2 * radius, 20 * unit, theme.ink)


def _draw_trend(context: GraphicContext, xs: list[float], ys: list[float], across: axes.Scale, up: axes.Scale) -> None:
    """The line of least squares, within the plot."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    if not spread:
        return
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    ends = [(across.at(x), up.at(mean_y + slope * (x - mean_x))) for x in (min(xs), max(xs))]
    line(context, ends, context.theme.muted, 4, dash=(14, 12))


@graphic("bubble-chart")
def draw_bubble_chart(context: GraphicContext) -> None:
    """The first line of an item is its size: the area of its bubble."""
    left, top, width, height = draw_title(context)
    unit, theme, drawing = context.unit, context.theme, context.graphic
    points = [item for item in drawing.items if item.value is not None and item.start is not None]
    if not points:
        return
    if size_name := next((one for one in drawing.options if one.startswith("size: ")), None):
        text = f"Bubble size: {size_name.removeprefix('size: ').lower()}"
        write(context, text, left + width / 2, top + 12 * unit, 23 * unit, theme.muted, max_width=width)
        top, height = top + 40 * unit, height - 40 * unit
    xs, ys = [float(item.start or 0) for item in points], [float(item.value or 0) for item in points]
    sizes = [_size_of(item) for item in points]
    count = max(3, min(6, round(height / (110 * unit))))
    probe = axes.value_scale(_widen(ys), 0, 1, count, from_zero=False)
    axis = axes.value_axis_width(context, probe.ticks) + (40 * unit if drawing.y_label else 0)
    below = 44 * unit + (40 * unit if drawing.x_label else 0)
    plot = left + axis, top + 16 * unit, width - axis - 20 * unit, height - 16 * unit - below
    across = axes.tight_scale(_widen(xs), plot[0], plot[0] + plot[2], max(3, min(7, round(plot[2] / (130 * unit)))))
    up = axes.value_scale(_widen(ys), plot[1] + plot[3], plot[1], count, from_zero=False)
    axes.draw_value_axis(context, plot, up)
    for tick in across.ticks:
        x = across.at(tick)
        line(context, [(x, plot[1]), (x, plot[1] + plot[3])], theme.grid, 1.5)
        write(
            context, axes.short_value(tick, None), x, plot[1] + plot[3] + 22 * unit, axes.TICK_SIZE * unit, theme.muted
        )
    axes.draw_axis_names(context, plot, top + height)
    largest = 0.085 * min(plot[2], plot[3])
    order = sorted(range(len(points)), key=lambda at: -sizes[at])
    radii = [max(0.2 * largest, largest * (size / (max(sizes) or 1)) ** 0.5) for size in sizes]
    for at in order:
        place = across.at(xs[at]), up.at(ys[at])
        ellipse(context, *place, radii[at], color=theme.color(at), alpha=190, outline=theme.color(at), is_rough=False)
    bubbles = [
        (across.at(x) - radius, up.at(y) - radius, 2 * radius, 2 * radius)
        for x, y, radius in zip(xs, ys, radii, strict=True)
    ]
    named: list[Box] = []
    for at in order:
        taken = [*named, *(bubbles[other] for other in order if other != at)]
        named += _name_bubble(context, points[at].label, bubbles[at], theme.color(at), taken)


def _widen(values: list[float]) -> list[float]:
    """With room for bubbles at both ends, but none below zero."""
    low, high = min(values), max(values)
    space = 0.14 * ((high - low) or 1)
    return [max(0.0, low - space) if low >= 0 else low - space, high + space]


def _size_of(item: GraphicItem) -> float:
    try:
        return abs(float(item.lines[0])) if item.lines else 1.0
    except ValueError:
        return 1.0


def _name_bubble(context: GraphicContext, text: str, bubble: Box, tone: RGB, taken: list[Box]) -> list[Box]:
    """In the bubble if it fits, else around it where nothing else stands. Returns what the name covers."""
    radius = bubble[2] / 2
    x, y = bubble[0] + radius, bubble[1] + radius
    size = 22 * context.unit
    wide = measure(context, text, size)
    if wide < 1.7 * radius:
        write(context, text, x, y, size, context.theme.on(tone))
        return [(x - wide / 2, y - size / 2, wide, size)]
    away = radius + 0.7 * size
    beside = radius + 0.3 * size + wide / 2
    places = [(x, y - away), (x + beside, y), (x, y + away), (x - beside, y)]
    places += [(x + dx * beside, y + dy * away) for reach in (1, 1.8, 2.6) for dx, dy in ((reach, -reach), (0, -reach))]
    places += [(x + reach * beside, y + reach * away) for reach in (0.8, 1.6)]
    for px, py in places:
        box = (px - wide / 2, py - size / 2, wide, size)
        is_free = all(
            box[0] + box[2] < one[0] or one[0] + one[2] < box[0] or box[1] + box[3] < one[1] or one[1] + one[3] < box[1]
            for one in taken
        )
        if is_free and box[0] > 0 and box[0] + wide < context.width:
            if math.dist((px, py), (x, y)) > beside + size:
                start = (px, py + 0.6 * size) if py < y else (px, py - 0.6 * size)
                line(context, [start, (x, y)], context.theme.muted, 1.5)
            write(context, text, px, py, size, context.theme.ink)
            return [box]
    return []


@graphic("histogram")
def draw_histogram(context: GraphicContext) -> None:
    """The items are the bins: their labels are the ranges."""
    left, top, width, height = draw_title(context)
    unit, theme, drawing = context.unit, context.theme, context.graphic
    bins = [item for item in drawing.items if item.value is not None]
    if not bins:
        return
    values = [float(item.value or 0) for item in bins]
    count = max(3, min(6, round(height / (110 * unit))))
    probe = axes.value_scale(values, 0, 1, count)
    axis = axes.value_axis_width(context, probe.ticks) + (40 * unit if drawing.y_label else 0)
    step = (width - axis) / len(bins)
    labels = [item.label for item in bins]
    fit = axes.fit_category_labels(context, labels, step)
    below = fit.height + 16 * unit + (40 * unit if drawing.x_label else 0)
    plot = left + axis, top + 16 * unit, width - axis, height - 16 * unit - below
    scale = axes.value_scale(values, plot[1] + plot[3], plot[1], count)
    axes.draw_value_axis(context, plot, scale)
    centers = [plot[0] + step * (at + 0.5) for at in range(len(bins))]
    for at, value in enumerate(values):
        y = scale.at(value)
        tone = theme.color(0)
        bar = (plot[0] + step * at, y, step, plot[1] + plot[3] - y)
        rectangle(context, bar, color=tone, outline=theme.paper, width=2.5)
    axes.draw_category_labels(context, labels, centers, plot[1] + plot[3] + 12 * unit, fit)
    axes.draw_axis_names(context, plot, top + height)
