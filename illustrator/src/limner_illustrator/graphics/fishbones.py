"""Fishbone diagrams: a spine that leads to the problem, and a bone for each category of causes."""

import math

from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import line, rectangle
from limner_illustrator.graphics.text import fit_block, write, write_block

LEAN = 0.32
"""How far a bone leans back, as a share of its height."""


@graphic("fishbone-diagram")
def draw_fishbone(context: GraphicContext) -> None:
    theme, unit = context.theme, context.unit
    wide, tall = context.width, context.height
    side = 0.04 * wide
    head = min(0.22 * wide, 220 * unit)
    middle = tall / 2
    end = wide - side - head
    line(context, [(side, middle), (end, middle)], theme.ink, 6)
    block = fit_block(context, context.graphic.title or "Problem", 32 * unit, 0.86 * head, 0.24 * tall, max_lines=4)
    height = max(110 * unit, block.height + 40 * unit)
    box = end, middle - height / 2, head, height
    rectangle(context, box, radius=14, color=theme.accent)
    write_block(context, context.graphic.title or "Problem", box, 32 * unit, theme.on(theme.accent), max_lines=4)
    bones = context.graphic.items
    if not bones:
        return
    columns = math.ceil(len(bones) / 2)
    step = (end - side - 0.02 * wide) / columns
    reach = min(0.36 * tall, 2.0 * step)
    for number, item in enumerate(bones):
        column, is_lower = divmod(number, 2)
        sign = 1 if is_lower else -1
        foot = side + step * (column + 1) - 0.02 * wide, middle
        top = foot[0] - min(LEAN * reach, 0.5 * step), middle + sign * reach
        tone = theme.color(number)
        line(context, [top, foot], tone, 4)
        label = 0.92 * step
        tag = top[0] - label / 2, top[1] - (0 if is_lower else 48 * unit), label, 48 * unit
        left = max(0.01 * wide, tag[0])
        rectangle(context, (left, tag[1], label, tag[3]), radius=10, color=tone)
        write(
            context, item.label, left + label / 2, tag[1] + 24 * unit, 24 * unit, theme.on(tone), max_width=0.92 * label
        )
        for at, cause in enumerate(item.lines[:3]):
            share = (at + 1) / (min(3, len(item.lines)) + 1)
            x, y = top[0] + share * (foot[0] - top[0]), top[1] + share * (foot[1] - top[1])
            start = x - 0.74 * step
            line(context, [(max(start, 0.01 * wide), y), (x, y)], theme.muted, 2)
            room = x - max(start, 0.01 * wide)
            write(context, cause, x - room / 2, y - 14 * unit, 19 * unit, theme.ink, max_width=0.98 * room)
