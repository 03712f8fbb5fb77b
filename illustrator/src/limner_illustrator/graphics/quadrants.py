"""Venn diagrams and matrices of four quadrants."""

import math

from limner_illustrator.graphics.cards import inset
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import arrow, ellipse, rectangle
from limner_illustrator.graphics.text import fit_block, write, write_block, write_lines


@graphic("venn-diagram")
def draw_venn(context: GraphicContext) -> None:
    """Two to four sets; an item with the role `overlap` stands where all of them meet."""
    left, top, width, height = draw_title(context)
    unit, theme = context.unit, context.theme
    sets = [item for item in context.graphic.items if item.role != "overlap"][:4]
    shared = next((item for item in context.graphic.items if item.role == "overlap"), None)
    count = len(sets)
    if not sets:
        return
    x, y = left + width / 2, top + height / 2
    if count <= 2:
        radius = min(0.31 * width, 0.46 * height)
        centers = [(x - 0.62 * radius, y), (x + 0.62 * radius, y)][:count] if count == 2 else [(x, y)]
        turns = [math.pi, 0.0]
    else:
        radius = min(0.28 * width, 0.29 * height) if count == 3 else min(0.27 * width, 0.27 * height)
        y += 0.12 * radius if count == 3 else 0
        turns = [2 * math.pi * at / count - math.pi / 2 for at in range(count)]
        centers = [(x + 0.68 * radius * math.cos(turn), y + 0.68 * radius * math.sin(turn)) for turn in turns]
    for number, center in enumerate(centers):
        tone = theme.color(number)
        ellipse(context, *center, radius, color=tone, alpha=115, outline=tone, width=3)
    for item, center, turn in zip(sets, centers, turns, strict=False):
        away = 0.42 * radius if count == 2 else 0.44 * radius
        px, py = center[0] + away * math.cos(turn) * (1 if count > 1 else 0), center[1] + away * math.sin(turn)
        half = (0.5 if count == 2 else 0.46) * radius
        text = fit_block(context, item.label, min(34 * unit, 0.2 * radius), 2 * half, 0.6 * radius, max_lines=3)
        write_lines(context, text, (px - half, py - text.height / 2, 2 * half, text.height), theme.ink)
        if item.lines:
            step = 0.17 * radius
            for row, line in enumerate(item.lines):
                at = py + text.height / 2 + step * (row + 0.7)
                write(context, line, px, at, 0.115 * radius, theme.ink, align="center", max_width=1.9 * half)
        if item.detail:
            below = (px - half, py + text.height / 2, 2 * half, 0.5 * radius)
            write_block(context, item.detail, below, 0.12 * radius, theme.ink, max_lines=3, is_centered=False)
    if shared is not None:
        half = 0.34 * radius
        parts = shared.label.split(", ")
        size = min(30 * unit, 0.17 * radius) if len(parts) == 1 else 0.12 * radius
        for row, part in enumerate(parts):
            middle = y + 0.3 * radius * (row - (len(parts) - 1) / 2)
            write_block(context, part, (x - half, middle - half, 2 * half, 2 * half), size, theme.ink)


@graphic("matrix")
def draw_matrix(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme, drawing = context.unit, context.theme, context.graphic
    if drawing.y_label:
        left, width = left + 46 * unit, width - 46 * unit
    if drawing.x_label:
        height -= 50 * unit
    gap = 12 * unit
    cell = (width - gap) / 2, (height - gap) / 2
    for number, item in enumerate(drawing.items[:4]):
        row, column = divmod(number, 2)
        box = left + (cell[0] + gap) * column, top + (cell[1] + gap) * row, *cell
        tone = theme.color((0, 3, 2, 1)[number] if not theme.has_own_colors else number)
        rectangle(context, box, radius=18, color=theme.tint(tone, 0.2), outline=tone if theme.is_outlined else None)
        inner = inset(box, 24 * unit, 20 * unit)
        points = item.lines or ((item.detail,) if item.detail else ())
        title_size = min(36 * unit, 0.16 * cell[1])
        if not points:
            write_block(context, item.label, inner, title_size, theme.ink, max_lines=3)
            continue
        title = fit_block(context, item.label, title_size, inner[2], 0.3 * inner[3], max_lines=2)
        write_lines(context, title, (inner[0], inner[1], inner[2], title.height), theme.as_ink(tone), align="left")
        y = inner[1] + title.height + 12 * unit
        room = inner[3] - title.height - 12 * unit
        step = min(room / len(points), 92 * unit)
        size = min(26 * unit, 0.5 * step)
        for point in points:
            ellipse(context, inner[0] + 7 * unit, y + step / 2, 5 * unit, color=tone, is_rough=False)
            place = (inner[0] + 26 * unit, y, inner[2] - 26 * unit, step)
            write_block(context, point, place, size, theme.ink, align="left", max_lines=2)
            y += step
    _draw_axes(context, (left, top, width, height))


def _draw_axes(context: GraphicContext, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = box
    unit, theme, drawing = context.unit, context.theme, context.graphic
    if drawing.x_label:
        y = top + height + 12 * unit
        arrow(context, [(left, y), (left + width, y)], theme.muted, 3)
        write(context, drawing.x_label, left + width / 2, y + 26 * unit, 26 * unit, theme.ink, max_width=width)
    if drawing.y_label:
        x = left - 12 * unit
        arrow(context, [(x, top + height), (x, top)], theme.muted, 3)
        context.canvas.save()
        context.canvas.translate(x - 26 * unit, top + height / 2)
        context.canvas.rotate(-90)
        write(context, drawing.y_label, 0, 0, 26 * unit, theme.ink, max_width=height)
        context.canvas.restore()
