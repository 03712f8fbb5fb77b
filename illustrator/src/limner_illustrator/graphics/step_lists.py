"""Numbered infographics and checklists."""

import re

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.glyphs import draw_glyph
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import check_mark, ellipse, line, rectangle
from limner_illustrator.graphics.text import Align, fit_block, write, write_lines
from limner_illustrator.language import lexicon
from limner_illustrator.language.glyph_reader import find_glyph_within
from limner_illustrator.scene import GraphicItem

MAX_ROW = 190.0
ANY_STEP = ("list", "settings", "clock", "check", "star", "flag", "target", "bulb", "trophy", "send")
"""Glyphs of steps that name nothing with an icon."""


@graphic("infographic")
def draw_infographic(context: GraphicContext) -> None:
    """Rows with a large number each; columns where the picture is wide."""
    left, top, width, height = draw_title(context)
    unit, theme, items = context.unit, context.theme, context.graphic.items
    if not items:
        return
    is_wide = width > 1.5 * height
    columns = min(len(items), 5) if is_wide else (2 if len(items) > 6 else 1)
    rows = -(-len(items) // columns)
    cell = width / columns, min(height / rows, (MAX_ROW if not is_wide else 420) * unit)
    top += (height - cell[1] * rows) / 2
    for number, item in enumerate(items):
        row, column = divmod(number, columns)
        x, y = left + cell[0] * column, top + cell[1] * row
        tone = theme.color(number)
        box = (x + 7 * unit, y + 7 * unit, cell[0] - 14 * unit, cell[1] - 14 * unit)
        rectangle(context, box, radius=20, color=theme.tint(tone, 0.14))
        disc = min(0.3 * box[3], 52 * unit) if not is_wide else min(0.2 * box[3], 0.24 * box[2], 60 * unit)
        center = (box[0] + box[2] / 2, box[1] + 1.5 * disc) if is_wide else (box[0] + 1.5 * disc, box[1] + box[3] / 2)
        ellipse(context, *center, disc, color=tone)
        ink = theme.ink if theme.is_outlined else theme.on(tone)
        write(context, str(number + 1), *center, 1.1 * disc, ink)
        if context.graphic.has("icons"):
            middle = (center[0], box[1] + box[3] - 1.4 * disc) if is_wide else (box[0] + box[2] - 1.6 * disc, center[1])
            _draw_icon(context, item, number, (*middle, 0.9 * disc), theme.ink if theme.is_outlined else tone)
        align: Align = "center" if is_wide else "left"
        start = box[0] + 14 * unit if is_wide else center[0] + disc + 26 * unit
        room = box[0] + box[2] - start - 14 * unit
        tall = box[3] - 3 * disc if is_wide else box[3]
        if context.graphic.has("icons"):
            room, tall = (room, tall - 2.4 * disc) if is_wide else (room - 2.8 * disc, tall)
        title = fit_block(context, item.label, min(36 * unit, 0.34 * tall), room, 0.62 * tall, max_lines=3)
        text = fit_block(
            context, item.detail or "", min(26 * unit, 0.24 * tall), room, 0.95 * tall - title.height, max_lines=3
        )
        total = title.height + text.height
        y0 = box[1] + 2.8 * disc if is_wide else box[1] + (box[3] - total) / 2
        write_lines(context, title, (start, y0, room, title.height), theme.ink, align=align)
        below = (start, y0 + title.height, room, text.height)
        write_lines(context, text, below, theme.muted, align=align)


def _draw_icon(
    context: GraphicContext, item: GraphicItem, number: int, place: tuple[float, float, float], tone: RGB
) -> None:
    """The sign of the step, else a thing that it names, else a sign that fits any step. `place`: centre and reach."""
    x, y, reach = place
    text = f"{item.label} {item.detail or ''}".lower()
    glyph = find_glyph_within(item.label) or find_glyph_within(item.detail or "")
    drawing = None if glyph else _find_drawing(text)
    box = (x - reach, y - reach, x + reach, y + reach)
    if drawing is not None and not context.theme.is_outlined:
        draw_inside(context.canvas, cut_out_one(context.scene, make_entity(drawing), 2 * reach), box)
        return
    draw_glyph(context.canvas, glyph or ANY_STEP[number % len(ANY_STEP)], box, tone)


def _find_drawing(text: str) -> str | None:
    matches = (lexicon.find(word) for word in re.findall(r"[a-z]{3,}", text))
    found = (one.drawing for one in matches if one is not None and one.how in ("own", "record", "label"))
    return next((one for one in found if not kinds.is_animate(one)), None)


@graphic("checklist")
def draw_checklist(context: GraphicContext) -> None:
    """An item with the role `done` is ticked."""
    left, top, width, height = draw_title(context)
    unit, theme, items = context.unit, context.theme, context.graphic.items
    if not items:
        return
    columns = 2 if len(items) > 10 or (width > 1.6 * height and len(items) > 5) else 1
    rows = -(-len(items) // columns)
    step = min(height / rows, 110 * unit)
    each = width / columns
    for number, item in enumerate(items):
        column, row = divmod(number, rows)
        x, y = left + each * column, top + step * (row + 0.5)
        size = min(46 * unit, 0.55 * step)
        is_done = item.role == "done"
        tone = theme.color(0)
        box = (x, y - size / 2, size, size)
        rectangle(context, box, radius=9, color=tone if is_done else None, outline=tone, width=4)
        if is_done:
            check_mark(context, x + size / 2, y, 0.62 * size, theme.on(tone) if not theme.is_outlined else tone, 6)
        room = each - size - 40 * unit
        block = fit_block(context, item.label, min(34 * unit, 0.42 * step), room, 0.9 * step, max_lines=2)
        ink = theme.muted if is_done else theme.ink
        write_lines(context, block, (x + size + 22 * unit, y - step / 2, room, step), ink, align="left")
        if row < rows - 1:
            line(context, [(x, y + step / 2), (x + each - 30 * unit, y + step / 2)], theme.grid, 1.5)
