"""Timelines and Gantt charts."""

from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import ellipse, line, rectangle
from limner_illustrator.graphics.text import Align, fit_block, measure, write, write_lines
from limner_illustrator.language.vocabulary.graphic_samples import MONTHS


@graphic("timeline")
def draw_timeline(context: GraphicContext) -> None:
    """To the right where the picture is wide, else downwards; events alternate between both sides."""
    box = draw_title(context)
    if not context.graphic.items:
        return
    each = box[2] / len(context.graphic.items)
    wants_across = context.graphic.has("horizontal")
    is_wide = each > 150 * context.unit and box[2] > 1.2 * box[3]
    if (wants_across or is_wide) and not context.graphic.has("vertical"):
        _draw_across(context, box)
    else:
        _draw_down(context, box)


def _draw_across(context: GraphicContext, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = box
    unit, theme, items = context.unit, context.theme, context.graphic.items
    middle = top + height / 2
    line(context, [(left, middle), (left + width, middle)], theme.muted, 6)
    step = width / len(items)
    for number, item in enumerate(items):
        x, tone = left + step * (number + 0.5), theme.color(number)
        is_above = number % 2 == 0
        direction = -1 if is_above else 1
        stem = min(80 * unit, 0.2 * height)
        line(context, [(x, middle), (x, middle + direction * stem)], tone, 4)
        ellipse(context, x, middle, 15 * unit, color=tone, outline=theme.paper, width=5)
        room = min(1.85 * step, 320 * unit) if len(items) > 1 else width
        title = fit_block(context, item.label, 34 * unit, room, 0.5 * (height / 2 - stem), max_lines=2)
        text = fit_block(context, item.detail or "", 26 * unit, room, 0.6 * (height / 2 - stem), max_lines=3)
        tall = title.height + text.height
        y = middle - stem - 12 * unit - tall if is_above else middle + stem + 12 * unit
        start = min(max(x - room / 2, left - 20 * unit), left + width - room + 20 * unit)
        write_lines(context, title, (start, y, room, title.height), theme.as_ink(tone))
        write_lines(context, text, (start, y + title.height, room, text.height), theme.ink)


def _draw_down(context: GraphicContext, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = box
    unit, theme, items = context.unit, context.theme, context.graphic.items
    x = left + width / 2
    line(context, [(x, top), (x, top + height)], theme.muted, 6)
    step = height / len(items)
    gap = 46 * unit
    room = width / 2 - gap
    for number, item in enumerate(items):
        y, tone = top + step * (number + 0.5), theme.color(number)
        is_right = number % 2 == 0
        direction = 1 if is_right else -1
        ellipse(context, x, y, min(15 * unit, 0.2 * step), color=tone, outline=theme.paper, width=5)
        title = fit_block(context, item.label, min(36 * unit, 0.34 * step), room, 0.5 * step, max_lines=2)
        text = fit_block(
            context, item.detail or "", min(27 * unit, 0.28 * step), room, 0.9 * step - title.height, max_lines=3
        )
        start = x + gap if is_right else x - gap - room
        line(context, [(x + direction * 18 * unit, y), (x + direction * (gap - 10 * unit), y)], tone, 4)
        tall = title.height + text.height
        align: Align = "left" if is_right else "right"
        write_lines(context, title, (start, y - tall / 2, room, title.height), theme.as_ink(tone), align=align)
        below = (start, y - tall / 2 + title.height, room, text.height)
        write_lines(context, text, below, theme.ink, align=align)


@graphic("gantt-chart")
def draw_gantt_chart(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme, drawing = context.unit, context.theme, context.graphic
    tasks = [item for item in drawing.items if item.value is not None]
    if not tasks:
        return
    end = max((item.start or 0) + (item.value or 0) for item in tasks)
    size = 25 * unit
    names = min(max(measure(context, item.label, size) for item in tasks) + 24 * unit, 0.34 * width)
    chart, head = width - names, 50 * unit
    step = min((height - head) / len(tasks), 120 * unit)
    count = max(1, round(end))
    every = max(1, -(-count // max(1, int(chart / (70 * unit)))))
    bottom = top + head + step * len(tasks)
    for number in range(count + 1):
        x = left + names + chart * number / max(end, count)
        line(context, [(x, top + head), (x, bottom)], theme.grid, 1.5)
        if number < count and number % every == 0:
            center = x + chart / max(end, count) / 2
            write(context, _period(context, number), center, top + head / 2, 22 * unit, theme.muted)
    for number, item in enumerate(tasks):
        y = top + head + step * number
        tone = theme.color(number)
        if number % 2 == 0:
            rectangle(context, (left, y, width, step), color=theme.panel, is_rough=False)
        write(
            context,
            item.label,
            left + 12 * unit,
            y + step / 2,
            size,
            theme.ink,
            align="left",
            max_width=names - 20 * unit,
        )
        start = left + names + chart * (item.start or 0) / max(end, count)
        long = chart * (item.value or 0) / max(end, count)
        tall = min(0.56 * step, 50 * unit)
        rectangle(context, (start, y + (step - tall) / 2, max(long, 6 * unit), tall), radius=9, color=tone)


def _period(context: GraphicContext, number: int) -> str:
    unit = context.graphic.unit or "week"
    first = next((one for one in context.graphic.options if one.startswith("from-month-")), None)
    if first is not None:
        return MONTHS[(int(first.rpartition("-")[2]) - 1 + number) % 12]
    return f"{unit[0].upper()}{number + 1}"
