"""Heat maps: a grid of cells whose colour is their value."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import rectangle
from limner_illustrator.graphics.text import fit_line, measure, write
from limner_illustrator.language.graphic_description import format_value


@graphic("heat-map")
def draw_heat_map(context: GraphicContext) -> None:
    """Items are cells: the label is the column, the group the row."""
    left, top, width, height = draw_title(context)
    unit, theme = context.unit, context.theme
    cells = [item for item in context.graphic.items if item.value is not None]
    if not cells:
        return
    rows = list(dict.fromkeys(item.group or "" for item in cells))
    columns = list(dict.fromkeys(item.label for item in cells))
    values = [float(item.value or 0) for item in cells]
    low, high = min(values), max(values)
    size = 25 * unit
    names = min(max(measure(context, row, size) for row in rows) + 18 * unit, 0.3 * width)
    legend = 84 * unit
    step = (width - names) / len(columns)
    fit = axes.fit_category_labels(context, columns, step)
    down = min((height - legend - fit.height - 16 * unit) / len(rows), 1.3 * step)
    gap = min(4 * unit, 0.06 * step)
    text_size = min(22 * unit, 0.42 * down)
    widest = max(measure(context, format_value(value, context.graphic.unit), text_size) for value in values)
    has_numbers = widest < 0.86 * step and text_size >= 13 * unit
    for item, value in zip(cells, values, strict=True):
        x = left + names + step * columns.index(item.label)
        y = top + down * rows.index(item.group or "")
        tone = _tone(context, (value - low) / ((high - low) or 1))
        rectangle(context, (x, y, step - gap, down - gap), color=tone, radius=5)
        if has_numbers:
            text = format_value(value, context.graphic.unit)
            write(context, text, x + (step - gap) / 2, y + (down - gap) / 2, text_size, theme.on(tone))
    for number, row in enumerate(rows):
        text, fitted = fit_line(context, row, min(size, 0.7 * down), names - 14 * unit)
        write(context, text, left + names - 14 * unit, top + down * (number + 0.5), fitted, theme.ink, align="right")
    bottom = top + down * len(rows)
    centers = [left + names + step * (at + 0.5) - gap / 2 for at in range(len(columns))]
    axes.draw_category_labels(context, columns, centers, bottom + 8 * unit, fit)
    _draw_scale(context, left + names, bottom + fit.height + 40 * unit, width - names, low, high)


def _draw_scale(context: GraphicContext, left: float, top: float, width: float, low: float, high: float) -> None:
    unit = context.unit
    wide = min(0.5 * width, 360 * unit)
    start = left + (width - wide) / 2
    for at in range(24):
        strip = (start + wide * at / 24, top, wide / 24 + 1, 20 * unit)
        rectangle(context, strip, color=_tone(context, at / 23), is_rough=False)
    y, ink = top + 10 * unit, context.theme.muted
    unit_name = context.graphic.unit
    write(context, axes.short_value(low, unit_name), start - 12 * unit, y, 21 * unit, ink, align="right")
    write(context, axes.short_value(high, unit_name), start + wide + 12 * unit, y, 21 * unit, ink, align="left")


def _tone(context: GraphicContext, share: float) -> RGB:
    """From the paper to the colour of the theme; without one named, by way of yellow and red."""
    theme = context.theme
    if theme.has_own_colors or theme.is_outlined or "monochrome" in context.graphic.looks:
        return mix(theme.panel, theme.accent, 0.1 + 0.9 * share)
    stops: tuple[RGB, ...] = ((255, 247, 215), (253, 200, 110), (244, 122, 66), (190, 30, 60))
    at = min(2, int(share * 3))
    return mix(stops[at], stops[at + 1], share * 3 - at)
