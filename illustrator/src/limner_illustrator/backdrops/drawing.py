"""Draws the backdrop of a scene."""

from dataclasses import replace

from limner_illustrator.backdrops.accents import draw_accents
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import color


def draw_backdrop(context: BackdropContext, name: str) -> Ground:
    """Draw a backdrop that covers the canvas, and the accents that any place can have, such as stars or balloons."""
    record = BACKDROPS[name]
    context.canvas.clear(color(context.light.haze))
    ground = record.draw(context)
    draw_accents(context)
    return replace(ground, indoor=record.indoor, painted=frozenset(context.painted))
