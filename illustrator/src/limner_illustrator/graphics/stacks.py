"""Levels on top of each other: pyramids and funnels."""

from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import line, shape
from limner_illustrator.graphics.text import measure, write, write_block
from limner_illustrator.language.graphic_description import format_value

GAP = 7.0


@graphic("pyramid-diagram")
def draw_pyramid(context: GraphicContext) -> None:
    """The first item is the top. A text that does not fit its level stands beside it."""
    left, top, width, height = draw_title(context)
    unit, theme, items = context.unit, context.theme, context.graphic.items
    if not items:
        return
    step = height / len(items)
    size = min(30 * unit, 0.34 * step)
    fits = [
        measure(context, item.label, size) <= 0.9 * _inner(number, len(items), min(0.98 * width, 1.15 * height))
        for number, item in enumerate(items)
    ]
    is_beside = not all(fits[1:]) or (any(item.detail for item in items) and width < 1.4 * height)
    base = min((0.62 if is_beside else 0.98) * width, 1.15 * height)
    x = left + (base / 2 if is_beside else width / 2)
    for number, item in enumerate(items):
        y0, y1 = top + step * number, top + step * (number + 1) - GAP * unit
        half0, half1 = base / 2 * (y0 - top) / height, base / 2 * (y1 - top) / height
        tone = theme.color(number)
        shape(context, [(x - half0, y0), (x + half0, y0), (x + half1, y1), (x - half1, y1)], color=tone)
        middle = (y0 + y1) / 2 + (0.12 * step if number == 0 else 0)
        inner = 2 * base / 2 * (middle - top) / height
        if not is_beside:
            ink = theme.ink if theme.is_outlined else theme.on(tone)
            if measure(context, item.label, 0.75 * size) > 0.86 * inner:
                start = x + half1 + 26 * unit
                line(context, [(x + inner / 2, middle), (start - 8 * unit, middle)], theme.muted, 2.5)
                write(context, item.label, start, middle, size, theme.ink, align="left", max_width=left + width - start)
            else:
                shift = 0.3 * size if item.detail else 0
                write(context, item.label, x, middle - shift * 1.6, size, ink, max_width=0.9 * inner)
                if item.detail:
                    write(context, item.detail, x, middle + shift * 2, 0.75 * size, ink, max_width=0.86 * inner)
            continue
        start = x + base / 2 + 24 * unit
        line(context, [(x + inner / 2, middle), (start - 10 * unit, middle)], theme.muted, 2.5)
        text = f"{item.label}: {item.detail}" if item.detail else item.label
        room = left + width - start
        write_block(
            context, text, (start, middle - 0.45 * step, room, 0.9 * step), size, theme.ink, align="left", max_lines=3
        )


def _inner(number: int, count: int, base: float) -> float:
    return base * (number + 0.5) / count


@graphic("funnel-diagram")
def draw_funnel(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme, items = context.unit, context.theme, context.graphic.items
    if not items:
        return
    has_values = any(item.value is not None for item in items)
    count = len(items)
    step = height / count
    x = left + width / 2
    widest = min(width, 1.5 * height)
    size = min(32 * unit, 0.3 * step)
    for number, item in enumerate(items):
        y0, y1 = top + step * number, top + step * (number + 1) - GAP * unit
        half0, half1 = (widest / 2 * (1 - 0.68 * at / count) for at in (number, number + 1))
        tone = theme.color(number)
        shape(context, [(x - half0, y0), (x + half0, y0), (x + half1, y1), (x - half1, y1)], color=tone)
        ink = theme.ink if theme.is_outlined else theme.on(tone)
        second = (
            format_value(item.value, context.graphic.unit) if has_values and item.value is not None else item.detail
        )
        middle = (y0 + y1) / 2
        room = 1.84 * half1
        if second:
            write(context, item.label, x, middle - 0.62 * size, size, ink, max_width=room)
            write(context, second, x, middle + 0.72 * size, 0.86 * size, ink, max_width=room)
        else:
            write_block(context, item.label, (x - room / 2, y0, room, y1 - y0), size, ink, max_lines=2)
