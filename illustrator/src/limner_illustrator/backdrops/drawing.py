"""Draws the backdrop of a scene."""

from dataclasses import replace

from limner_illustrator.backdrops.accents import draw_accents
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.paths import draw_path
from limner_illustrator.backdrops.registry import BACKDROPS, Backdrop
from limner_illustrator.canvas import color


def draw_backdrop(context: BackdropContext, name: str) -> Ground:
    """Draw a backdrop that covers the canvas, and the accents that any place can have, such as stars or balloons."""
    record = BACKDROPS[name]
    context.canvas.clear(color(context.light.haze))
    ground = record.draw(context)
    if "path" in context.scene.accents and _has_dry_land(record, ground):
        depth = ground.y - ground.horizon
        start = ground.horizon + (0.3 * depth if depth > 0.2 * context.height else 0.0)
        draw_path(context, start, 1 if context.light.side > 0 else -1)
    draw_accents(context)
    return replace(ground, indoor=record.indoor, painted=frozenset(context.painted))


def _has_dry_land(record: Backdrop, ground: Ground) -> bool:
    is_open = not (record.indoor or ground.floating or ground.top_view or ground.table)
    return is_open and ground.water is None and record.name != "park"
