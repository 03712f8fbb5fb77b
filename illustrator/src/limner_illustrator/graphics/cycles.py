"""Cycle diagrams: steps around a circle, each with an arrow to the next."""

import math

from limner_illustrator.graphics.cards import write_with_detail
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import arrow, ellipse


@graphic("cycle-diagram")
def draw_cycle(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    theme, unit, items = context.theme, context.unit, context.graphic.items
    if not items:
        return
    count = len(items)
    x, y = left + width / 2, top + height / 2
    across, down = 0.5 * width, 0.5 * height
    ring = min(across, down)
    disc = min(0.32 * ring, ring * math.sin(math.pi / max(3, count)) * 0.5)
    reach = (min(across, 1.5 * down) - disc, min(down, 1.4 * across) - disc)
    for number, item in enumerate(items):
        angle = 2 * math.pi * number / count - math.pi / 2
        after = 2 * math.pi * (number + 1) / count - math.pi / 2
        if count > 1:
            gap = min(0.46 * (after - angle), 1.16 * disc / min(reach))
            points = [
                (x + reach[0] * math.cos(one), y + reach[1] * math.sin(one))
                for one in _between(angle + gap, after - gap, 9)
            ]
            arrow(context, points, theme.muted, 6, head=26)
        center = x + reach[0] * math.cos(angle), y + reach[1] * math.sin(angle)
        tone = theme.color(number)
        ellipse(context, *center, disc, color=tone)
        ink = theme.ink if theme.is_outlined else theme.on(tone)
        box = (center[0] - 0.84 * disc, center[1] - 0.6 * disc, 1.68 * disc, 1.2 * disc)
        write_with_detail(context, box, item.label, item.detail, min(30 * unit, 0.3 * disc), ink, max_lines=3)


def _between(first: float, last: float, count: int) -> list[float]:
    return [first + (last - first) * at / (count - 1) for at in range(count)]
