"""Swimlane diagrams: who does which step, in order."""

from limner_illustrator.graphics.cards import card, common_size, inset
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, arrow, rectangle
from limner_illustrator.graphics.text import write_block

HEAD = 74.0
SIDE = 190.0
TEXT_SIZE = 27.0


@graphic("swimlane-diagram")
def draw_swimlanes(context: GraphicContext) -> None:
    """Lanes stand side by side with the steps downwards; in wide pictures they lie one below the other."""
    box = draw_title(context)
    items = context.graphic.items
    if not items:
        return
    lanes = list(dict.fromkeys(item.group or "" for item in items))
    is_across = box[2] > 1.35 * box[3]
    places = [_place(context, box, lanes.index(item.group or ""), at, len(lanes), len(items), is_across=is_across)
              for at, item in enumerate(items)]  # fmt: skip
    for number, lane in enumerate(lanes):
        _draw_lane(context, box, lane, number, len(lanes), is_across=is_across)
    for link in context.graphic.links:
        _connect(context, places[link.source], places[link.target], is_across=is_across)
    wide, tall = places[0][2], places[0][3]
    size = min(TEXT_SIZE * context.unit, 0.34 * tall)
    size = common_size(context, [item.label for item in items], size, 0.86 * wide, 0.8 * tall)
    for item, place in zip(items, places, strict=True):
        card(context, place, item.label, tone=context.theme.color(lanes.index(item.group or "")), size=size)


def _place(
    context: GraphicContext, box: Box, lane: int, at: int, num_lanes: int, num_steps: int, *, is_across: bool
) -> Box:
    left, top, width, height = box
    head = (SIDE if is_across else HEAD) * context.unit
    across = (width - head) / num_steps if is_across else width / num_lanes
    down = height / num_lanes if is_across else (height - head) / num_steps
    x = left + (head + across * at if is_across else across * lane)
    y = top + (down * lane if is_across else head + down * at)
    tall = min((0.52 if is_across else 0.58) * down, 110 * context.unit)
    wide = min(0.8 * across, 300 * context.unit)
    return x + (across - wide) / 2, y + (down - tall) / 2, wide, tall


def _draw_lane(context: GraphicContext, box: Box, name: str, number: int, count: int, *, is_across: bool) -> None:
    left, top, width, height = box
    theme, unit = context.theme, context.unit
    tone = theme.color(number)
    if is_across:
        lane = (left, top + height / count * number, width, height / count)
        head = (lane[0], lane[1], SIDE * unit, lane[3])
    else:
        lane = (left + width / count * number, top, width / count, height)
        head = (lane[0], lane[1], lane[2], HEAD * unit)
    rectangle(context, lane, color=theme.tint(tone, 0.05), outline=theme.grid, width=2, is_rough=False)
    rectangle(context, head, color=tone, is_rough=False)
    ink = theme.ink if theme.is_outlined else theme.on(tone)
    write_block(context, name, inset(head, 10 * unit, 4 * unit), 29 * unit, ink, max_lines=2)


def _connect(context: GraphicContext, start: Box, end: Box, *, is_across: bool) -> None:
    x0, y0 = start[0] + start[2] / 2, start[1] + start[3] / 2
    x1, y1 = end[0] + end[2] / 2, end[1] + end[3] / 2
    if is_across:
        points = [(start[0] + start[2], y0), (x1, y0), (x1, end[1] if y1 > y0 else end[1] + end[3])]
        points = [(start[0] + start[2], y0), (end[0], y1)] if abs(y1 - y0) < 1 else points
    else:
        points = [(start[0] if x1 < x0 else start[0] + start[2], y0), (x1, y0), (x1, end[1])]
        points = [(x0, start[1] + start[3]), (x1, end[1])] if abs(x1 - x0) < 1 else points
    arrow(context, points, context.theme.muted, 3)
