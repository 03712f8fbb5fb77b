"""Draws the backdrop of a scene."""

from dataclasses import replace

from limner_illustrator.backdrops.accents import draw_accents
from limner_illustrator.backdrops.candles import draw_sconces
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.gloom import ONE_LIGHT, UNLIT, darken_room
from limner_illustrator.backdrops.goods import FURNISHED, TALLEST_M, stands_on_table
from limner_illustrator.backdrops.great_wave import draw_great_wave, has_great_wave
from limner_illustrator.backdrops.paths import draw_path
from limner_illustrator.backdrops.registry import BACKDROPS, Backdrop
from limner_illustrator.backdrops.table import draw_table_top
from limner_illustrator.canvas import color
from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

_LOW = 0.3
"""Of a toy or a box on the floor, in heights of the picture."""
_COUNTER = 0.74
"""Where its far edge is, in heights of the picture."""


def draw_backdrop(context: BackdropContext, name: str) -> Ground:
    """Draw a backdrop that covers the canvas, and the accents that any place can have, such as stars or balloons."""
    record = BACKDROPS[name]
    context.canvas.clear(color(context.light.haze))
    ground = record.draw(context)
    if not record.indoor and has_great_wave(context):
        draw_great_wave(context)
    if "path" in context.scene.accents and _has_dry_land(record, ground):
        depth = ground.y - ground.horizon
        start = ground.horizon + (0.3 * depth if depth > 0.2 * context.height else 0.0)
        draw_path(context, start, 1 if context.light.side > 0 else -1)
    if record.name in FURNISHED and _shows_only_small_things(context.scene):
        edge = _COUNTER * context.height
        draw_table_top(context, edge)
        ground = Ground(y=0.9 * context.height, horizon=edge, max_height=0.5 * context.height, table=True)
    elif record.name in FURNISHED and _shows_only_low_things(context.scene):
        ground = replace(ground, max_height=_LOW * context.height)
    if record.indoor and not {UNLIT, ONE_LIGHT}.isdisjoint(context.scene.accents):
        if record.name != "cave":
            darken_room(context, ground)
    elif record.indoor and "light:candle" in context.scene.accents and not context.leaves_out("candle"):
        draw_sconces(context)
    draw_accents(context)
    return replace(ground, indoor=record.indoor, painted=frozenset(context.painted))


def _has_dry_land(record: Backdrop, ground: Ground) -> bool:
    is_open = not (record.indoor or ground.floating or ground.top_view or ground.table)
    return is_open and ground.water is None and record.name != "park"


def _shows_only_small_things(scene: Scene) -> bool:
    standing = [one for one in scene.entities if "hangs" not in thing_of(one.drawing).traits]
    return bool(standing) and all(stands_on_table(one) for one in standing)


def _shows_only_low_things(scene: Scene) -> bool:
    """Things that would look gigantic if they filled a room."""
    standing = [one for one in scene.entities if not thing_of(one.drawing).traits & {"hangs", "hung_on"}]
    low = [natural_height(one) * one.size <= TALLEST_M and not is_animate(one.drawing) for one in standing]
    return bool(low) and all(low)
