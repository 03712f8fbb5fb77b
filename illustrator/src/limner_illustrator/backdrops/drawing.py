"""Draws the backdrop of a scene."""

from dataclasses import replace

from limner_illustrator.backdrops.accents import draw_accents
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.backdrops.stage import Ground, Stage
from limner_illustrator.canvas import color


def draw_backdrop(stage: Stage, name: str) -> Ground:
    """Draw a backdrop that covers the canvas, and the accents that any place can have, such as stars or balloons."""
    record = BACKDROPS[name]
    stage.canvas.clear(color(stage.light.haze))
    ground = record.draw(stage)
    draw_accents(stage)
    return replace(ground, indoor=record.indoor, painted=frozenset(stage.painted))
