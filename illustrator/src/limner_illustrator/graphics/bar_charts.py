"""Bar charts: upright or lying, grouped or stacked."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.series import Table, tabulate
from limner_illustrator.graphics.shapes import Box, rectangle
from limner_illustrator.graphics.text import measure, write
from limner_illustrator.language.graphic_description import format_value

BAR_SHARE = 0.66
"""Of the distance of two bars."""
MAX_BAR = 150.0
VALUE_SIZE = 22.0


@graphic("bar-chart")
def draw_bar_chart(context: GraphicContext) -> None:
    box = draw_title(context)
    table = tabulate(context.graphic)
    if not table.labels:
        return
    if len(table.series) > 1:
        colors = [context.theme.color(index) for index in range(len(table.series))]
        used = axes.draw_legend(context, table.series, colors, box)
        box = box[0], box[1] + used + 10 * context.unit, box[2], box[3] - used - 10 * context.unit
    if context.graphic.has("horizontal"):
        _draw_lying(context, box, table)
    else:
        _draw_upright(context, box, table)


def bar_colors(context: GraphicContext, table: Table) -> list[list[RGB]]:
    """[series][label]. One series has one colour, unless the prompt names several."""
    theme = context.theme
    if len(table.series) > 1:
        return [[theme.color(index)] * len(table.labels) for index in range(len(table.series))]
    is_varied = theme.has_own_colors or len(table.labels) <= 8
    num_colors = len(context.graphic.colors)
    is_single = num_colors == 1 or (table.is_course and num_colors == 0)
    return [[theme.color(index if is_varied and not is_single else 0) for index in range(len(table.labels))]]


def _extent(context: GraphicContext, table: Table) -> list[float]:
    if not context.graphic.has("stacked"):
        return [value for row in table.values for value in row]
    columns = list(zip(*table.values, strict=True))
    return [sum(max(0.0, one) for one in column) for column in columns] + [
        sum(min(0.0, one) for one in column) for column in columns
    ]


def _draw_upright(context: GraphicContext, box: Box, table: Table) -> None:
    unit = context.unit
    left, top, width, height = box
    count = max(3, min(6, round(height / (110 * unit))))
    extent = _extent(context, table)
    probe = axes.value_scale(extent, 0, 1, count)
    y_name = 40 * unit if context.graphic.y_label else 0.0
    x_name = 40 * unit if context.graphic.x_label else 0.0
    axis = axes.value_axis_width(context, probe.ticks) + y_name
    step = (width - axis) / len(table.labels)
    fit = axes.fit_category_labels(context, table.labels, step)
    plot = left + axis, top + 26 * unit, width - axis, height - 26 * unit - fit.height - 16 * unit - x_name
    scale = axes.value_scale(extent, plot[1] + plot[3], plot[1], count)
    axes.draw_value_axis(context, plot, scale)
    centers = [plot[0] + step * (index + 0.5) for index in range(len(table.labels))]
    for index, center in enumerate(centers):
        _draw_column(context, table, index, center, step, scale)
    axes.draw_category_labels(context, table.labels, centers, plot[1] + plot[3] + 14 * unit, fit)
    axes.draw_axis_names(context, plot, top + height)


def _draw_column(
    context: GraphicContext, table: Table, index: int, center: float, step: float, scale: axes.Scale
) -> None:
    unit = context.unit
    colors = bar_colors(context, table)
    values = [row[index] for row in table.values]
    wide = min(BAR_SHARE * step, MAX_BAR * unit * (1 if len(values) == 1 else len(values) ** 0.5))
    if context.graphic.has("stacked"):
        up = down = 0.0
        for number, value in enumerate(values):
            base = up if value >= 0 else down
            y0, y1 = scale.at(base), scale.at(base + value)
            rectangle(
                context, (center - wide / 2, min(y0, y1), wide, abs(y1 - y0)), color=colors[number][index], radius=2
            )
            up, down = (up + value, down) if value >= 0 else (up, down + value)
            text = format_value(value, context.graphic.unit)
            size = min(VALUE_SIZE * unit, 0.75 * abs(y1 - y0))
            if size > 12 * unit and measure(context, text, size) < 0.95 * wide:
                write(context, text, center, (y0 + y1) / 2, size, context.theme.on(colors[number][index]))
        return
    each = wide / len(values)
    for number, value in enumerate(values):
        x = center - wide / 2 + each * number
        y0, y1 = scale.at(0), scale.at(value)
        bar = (x + 0.04 * each, min(y0, y1), 0.92 * each, max(abs(y1 - y0), 1.0))
        rectangle(context, bar, color=colors[number][index], radius=6)
        text = _fitting_value(context, value, 1.02 * step / len(values))
        size = min(
            VALUE_SIZE * unit,
            VALUE_SIZE * unit * 1.25 * step / len(values) / max(1.0, measure(context, text, VALUE_SIZE * unit)),
        )
        if size > 0.6 * VALUE_SIZE * unit:
            beyond = y1 - 0.75 * size if value >= 0 else y1 + 0.75 * size
            write(context, text, x + each / 2, beyond, size, context.theme.ink, max_width=1.3 * step / len(values))


def _fitting_value(context: GraphicContext, value: float, width: float) -> str:
    """In full, or shortened ("$37k") where there is no room."""
    unit = context.graphic.unit
    texts = (format_value(value, unit), axes.short_value(value, unit, 1e3), axes.short_value(value, None, 1e3))
    return next((text for text in texts if measure(context, text, VALUE_SIZE * context.unit) <= width), texts[-1])


def _draw_lying(context: GraphicContext, box: Box, table: Table) -> None:
    unit, theme = context.unit, context.theme
    left, top, width, height = box
    size = axes.LABEL_SIZE * unit
    names = min(max(measure(context, label, size) for label in table.labels) + 20 * unit, 0.34 * width)
    extent = _extent(context, table)
    x_name = 40 * unit if context.graphic.x_label else 0.0
    plot = left + names, top, width - names - 80 * unit, height - 44 * unit - x_name
    scale = axes.value_scale(extent, plot[0], plot[0] + plot[2], max(3, min(6, round(plot[2] / (150 * unit)))))
    axes.draw_value_axis(context, plot, scale, is_vertical=False)
    colors = bar_colors(context, table)
    step = plot[3] / len(table.labels)
    for index, label in enumerate(table.labels):
        middle = plot[1] + step * (index + 0.5)
        line_size = min(size, 0.6 * step)
        write(
            context,
            label,
            plot[0] - 14 * unit,
            middle,
            line_size,
            theme.ink,
            align="right",
            max_width=names - 16 * unit,
        )
        values = [row[index] for row in table.values]
        tall = min(BAR_SHARE * step, MAX_BAR * unit)
        done = 0.0
        for number, value in enumerate(values):
            text = format_value(value, context.graphic.unit)
            if context.graphic.has("stacked"):
                x0, x1 = scale.at(done), scale.at(done + value)
                rectangle(context, (min(x0, x1), middle - tall / 2, abs(x1 - x0), tall), color=colors[number][index])
                if measure(context, text, 0.9 * line_size) < 0.9 * abs(x1 - x0):
                    write(context, text, (x0 + x1) / 2, middle, 0.9 * line_size, theme.on(colors[number][index]))
                done += value
                continue
            each = tall / len(values)
            y = middle - tall / 2 + each * number
            x0, x1 = scale.at(0), scale.at(value)
            bar = (min(x0, x1), y + 0.04 * each, max(abs(x1 - x0), 1.0), 0.92 * each)
            rectangle(context, bar, color=colors[number][index], radius=6)
            value_size = min(VALUE_SIZE * unit, 0.8 * each)
            write(
                context, text, max(x0, x1) + 10 * unit, y + each / 2, value_size, theme.ink, align="left",
                max_width=max(40 * unit, left + width - max(x0, x1) - 8 * unit),
            )  # fmt: skip
    axes.draw_axis_names(context, plot, top + height)
