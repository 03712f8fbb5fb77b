"""Diagrams of neural networks: layers of nodes, each linked to all of the next layer."""

import itertools

from limner_illustrator.canvas.palette import mix
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import ellipse, line
from limner_illustrator.graphics.text import write

MOST_NODES = 10


@graphic("neural-network")
def draw_neural_network(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme = context.unit, context.theme
    layers = [(item.label, max(1, min(MOST_NODES, int(item.value or 1)))) for item in context.graphic.items]
    if not layers:
        return
    foot = 60 * unit
    step = width / len(layers)
    most = max(count for _, count in layers)
    reach = min(34 * unit, 0.38 * (height - foot) / most, 0.26 * step)
    places = []
    for number, (_, count) in enumerate(layers):
        x = left + step * (number + 0.5)
        gap = (height - foot) / max(most, 2)
        middle = top + (height - foot) / 2
        places.append([(x, middle + gap * (at - (count - 1) / 2)) for at in range(count)])
    pale = mix(theme.paper, theme.ink, 0.28)
    for near, far in itertools.pairwise(places):
        for start in near:
            for end in far:
                line(context, [start, end], pale, 1.4)
    for number, ((label, _), column) in enumerate(zip(layers, places, strict=True)):
        tone = theme.color(0 if number == 0 else 2 if number == len(layers) - 1 else 1)
        for x, y in column:
            ellipse(context, x, y, reach, color=tone, outline=theme.paper, width=2)
        write(context, label, column[0][0], top + height - 20 * unit, 24 * unit, theme.ink, max_width=0.94 * step)
