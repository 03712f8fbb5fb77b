"""Word clouds: the earlier a word stands, the larger it is, and the nearer to the middle."""

import math

from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.text import in_bold, measure, write

TURN = 0.35
"""Radians from one place that is tried to the next."""
MOST_PLACES = 900
SMALLEST = 0.2
"""Of the largest letters."""
TALL = 1.12
GAP = 0.18

Box = tuple[float, float, float, float]


@graphic("word-cloud")
def draw_word_cloud(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    context = in_bold(context)
    items = context.graphic.items
    if not items:
        return
    size = min(0.2 * height, 0.13 * width * 8 / max(4, len(items[0].label)))
    while True:
        sizes = [size * max(SMALLEST, 1 - at / 15) for at in range(len(items))]
        boxes = _place(context, [item.label for item in items], sizes, (width, height))
        if boxes is not None or size < 8:
            break
        size *= 0.9
    for number, (item, box, letters) in enumerate(zip(items, boxes or [], sizes, strict=False)):
        x, y = left + width / 2 + (box[0] + box[2]) / 2, top + height / 2 + (box[1] + box[3]) / 2
        write(context, item.label, x, y, letters, context.theme.color(number))


def _place(
    context: GraphicContext, words: list[str], sizes: list[float], room: tuple[float, float]
) -> list[Box] | None:
    """Boxes around the middle that do not touch. None if they have no room."""
    placed: list[Box] = []
    flat = room[1] / room[0]
    for word, size in zip(words, sizes, strict=True):
        wide, tall = measure(context, word, size) + GAP * size, TALL * size
        for step in range(MOST_PLACES):
            turn = TURN * step
            reach = 0.035 * size * step**0.5 + 0.011 * min(room) * step**0.72
            x, y = reach * math.cos(turn), flat * reach * math.sin(turn)
            box = x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2
            is_inside = abs(x) + wide / 2 <= room[0] / 2 and abs(y) + tall / 2 <= room[1] / 2
            if is_inside and not any(_touch(box, other) for other in placed):
                placed.append(box)
                break
        else:
            return None
    return placed


def _touch(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
