"""Architectures of parts in tiers, stacks of layers, sequences of messages, and entities with their fields."""

import math

from limner_illustrator.canvas import Point
from limner_illustrator.graphics.cards import card, common_size
from limner_illustrator.graphics.device_icons import draw_device
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, arrow, line, rectangle
from limner_illustrator.graphics.text import fit_block, measure, write, write_block, write_lines


@graphic("architecture-diagram")
def draw_architecture(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    theme, unit, drawing = context.theme, context.unit, context.graphic
    tiers: dict[str, list[int]] = {}
    for number, item in enumerate(drawing.items):
        tiers.setdefault(item.group or "", []).append(number)
    if not tiers:
        return
    if drawing.has("layers"):
        _draw_layers(context, (left, top, width, height))
        return
    is_across = width > 1.5 * height
    across, down = (height, width) if is_across else (width, height)
    step = down / len(tiers)
    most = max(len(row) for row in tiers.values())
    size = (min(0.86 * across / most, 300 * unit), min(0.62 * step, 190 * unit))
    if is_across:
        size = (min(0.66 * step, 300 * unit), min(0.82 * across / most, 190 * unit))
    boxes: dict[int, Box] = {}
    for rank, row in enumerate(tiers.values()):
        for at, number in enumerate(row):
            along, middle = across * (at + 0.5) / len(row), step * (rank + 0.5)
            x, y = (left + middle, top + along) if is_across else (left + along, top + middle)
            boxes[number] = (x - size[0] / 2, y - size[1] / 2, *size)
    for link in drawing.links:
        _connect(context, boxes[link.source], boxes[link.target], is_across=is_across)
    names = list(tiers)
    text = common_size(
        context, [item.label for item in drawing.items], 27 * unit, 0.86 * size[0], 0.42 * size[1], max_lines=2
    )
    for number, item in enumerate(drawing.items):
        tone = theme.color(names.index(item.group or ""))
        box = boxes[number]
        card(context, box, "", tone=tone, size=text)
        icon = min(0.46 * box[3], 0.5 * box[2])
        draw_device(context, item.role or "service", box[0] + box[2] / 2, box[1] + 0.1 * box[3] + icon / 2, icon, tone)
        place = (box[0] + 0.06 * box[2], box[1] + 0.56 * box[3], 0.88 * box[2], 0.42 * box[3])
        write_block(context, item.label, place, text, theme.ink, max_lines=2)


def _draw_layers(context: GraphicContext, box: Box) -> None:
    left, top, width, height = box
    items, unit = context.graphic.items, context.unit
    step = min(height / len(items), 150 * unit)
    wide = min(width, 760 * unit)
    top += (height - step * len(items)) / 2
    for number, item in enumerate(items):
        place = (left + (width - wide) / 2, top + step * number, wide, step - 10 * unit)
        tone = context.theme.color(number)
        card(
            context, place, item.label, tone=tone, size=min(32 * unit, 0.36 * step), detail=item.detail, is_strong=True
        )


def _connect(context: GraphicContext, start: Box, end: Box, *, is_across: bool) -> None:
    (x0, y0), (x1, y1) = _center(start), _center(end)
    gap = 6 * context.unit
    if is_across:
        points = [(start[0] + start[2], y0), (end[0] - gap, y1)]
        middle = (points[0][0] + points[1][0]) / 2
        bent: list[Point] = [points[0], (middle, y0), (middle, y1), points[1]]
    else:
        points = [(x0, start[1] + start[3]), (x1, end[1] - gap)]
        middle = (points[0][1] + points[1][1]) / 2
        bent = [points[0], (x0, middle), (x1, middle), points[1]]
    is_straight = abs(x0 - x1) < 2 or abs(y0 - y1) < 2
    arrow(context, points if is_straight else bent, context.theme.muted, 3)


def _center(box: Box) -> Point:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


@graphic("sequence-diagram")
def draw_sequence(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    theme, unit, drawing = context.theme, context.unit, context.graphic
    count = len(drawing.items)
    if not count:
        return
    each = width / count
    head = min(86 * unit, 0.16 * height)
    wide = min(0.86 * each, 260 * unit)
    xs = [left + each * (at + 0.5) for at in range(count)]
    for x in xs:
        line(context, [(x, top + head), (x, top + height)], theme.muted, 2.5, dash=(9, 9))
    size = common_size(context, [item.label for item in drawing.items], 27 * unit, 0.86 * wide, 0.8 * head, max_lines=2)
    for at, item in enumerate(drawing.items):
        box = (xs[at] - wide / 2, top, wide, head)
        card(context, box, item.label, tone=theme.color(at), size=size, is_strong=True, max_lines=2)
    step = (height - head - 30 * unit) / max(1, len(drawing.links))
    text_size = min(25 * unit, 0.36 * step)
    for number, link in enumerate(drawing.links):
        y = top + head + 30 * unit + step * (number + 0.6)
        x0, x1 = xs[link.source], xs[link.target]
        is_back = link.target < link.source
        if link.source == link.target:
            loop = 0.3 * each
            arrow(
                context,
                [(x0, y - 0.2 * step), (x0 + loop, y - 0.2 * step), (x0 + loop, y), (x0 + 4 * unit, y)],
                theme.ink,
                3,
            )
        else:
            edge = 4 * unit if x1 < x0 else -4 * unit
            arrow(context, [(x0, y), (x1 + edge, y)], theme.ink, 3, dash=(10, 8) if is_back else None)
        if link.label:
            room = max(abs(x1 - x0), each) - 24 * unit
            middle = (x0 + x1) / 2 if x0 != x1 else x0 + 0.3 * each
            block = fit_block(context, link.label, text_size, room, 0.75 * step, max_lines=2)
            wide_text = max(measure(context, one, block.size) for one in block.lines) + 10 * unit
            place = (middle - wide_text / 2, y - 8 * unit - block.height, wide_text, block.height)
            rectangle(context, place, color=theme.paper, is_rough=False)
            write_lines(context, block, place, theme.ink)


@graphic("entity-diagram")
def draw_entities(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, drawing = context.unit, context.graphic
    count = len(drawing.items)
    if not count:
        return
    columns = max(1, min(count, round(math.sqrt(count * width / height))))
    rows = -(-count // columns)
    cell = width / columns, height / rows
    wide = min(0.68 * cell[0], 330 * unit)
    most = max(len(item.lines) for item in drawing.items)
    row_height = min(46 * unit, 0.74 * cell[1] / (most + 1.3))
    boxes: list[Box] = []
    for number, item in enumerate(drawing.items):
        row, column = divmod(number, columns)
        in_row = min(columns, count - row * columns)
        tall = row_height * (len(item.lines) + 1.3)
        x = left + (width - cell[0] * in_row) / 2 + cell[0] * (column + 0.5) - wide / 2
        boxes.append((x, top + cell[1] * (row + 0.5) - tall / 2, wide, tall))
    for link in drawing.links:
        _join(context, boxes[link.source], boxes[link.target])
    for number, (item, box) in enumerate(zip(drawing.items, boxes, strict=True)):
        _draw_entity(context, item.label, item.lines, box, row_height, number)


def _draw_entity(
    context: GraphicContext, name: str, fields: tuple[str, ...], box: Box, row: float, number: int
) -> None:
    left, top, width, _ = box
    theme, unit = context.theme, context.unit
    tone = theme.color(number)
    rectangle(context, box, radius=8, color=theme.paper, outline=tone, width=3)
    head = 1.3 * row
    rectangle(context, (left, top, width, head), radius=8, color=tone)
    ink = theme.ink if theme.is_outlined else theme.on(tone)
    write(context, name, left + width / 2, top + head / 2, 0.62 * row, ink, max_width=0.9 * width)
    for at, text in enumerate(fields):
        y = top + head + row * (at + 0.5)
        is_key = text.lower() == "id" or text.lower().endswith("_id")
        color = tone if is_key and not theme.is_outlined else theme.ink
        write(context, text, left + 18 * unit, y, 0.54 * row, color, align="left", max_width=0.86 * width)
        if at:
            line(context, [(left, y - row / 2), (left + width, y - row / 2)], theme.grid, 1.5)


def _join(context: GraphicContext, start: Box, end: Box) -> None:
    """From edge to edge, with the marks for one and for many."""
    (x0, y0), (x1, y1) = _center(start), _center(end)
    unit, theme = context.unit, context.theme
    if start[0] + start[2] < end[0] or end[0] + end[2] < start[0]:
        right = x1 > x0
        a = (start[0] + start[2] if right else start[0], y0)
        b = (end[0] if right else end[0] + end[2], y1)
        middle = (a[0] + b[0]) / 2
        line(context, [a, (middle, a[1]), (middle, b[1]), b], theme.muted, 3)
        sign = 1 if right else -1
        many = [[(b[0] - sign * 16 * unit, b[1]), (b[0], b[1] + d * unit)] for d in (-10, 10)]
        one = [(a[0] + sign * 12 * unit, a[1] - 9 * unit), (a[0] + sign * 12 * unit, a[1] + 9 * unit)]
    else:
        below = y1 > y0
        a = (x0, start[1] + start[3] if below else start[1])
        b = (x1, end[1] if below else end[1] + end[3])
        middle = (a[1] + b[1]) / 2
        line(context, [a, (a[0], middle), (b[0], middle), b], theme.muted, 3)
        sign = 1 if below else -1
        many = [[(b[0], b[1] - sign * 16 * unit), (b[0] + d * unit, b[1])] for d in (-10, 10)]
        one = [(a[0] - 9 * unit, a[1] + sign * 12 * unit), (a[0] + 9 * unit, a[1] + sign * 12 * unit)]
    for ends in (*many, one):
        line(context, ends, theme.muted, 3)
