"""Scatter plots and histograms."""

from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import ellipse, line, rectangle
from limner_illustrator.graphics.text import write


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
