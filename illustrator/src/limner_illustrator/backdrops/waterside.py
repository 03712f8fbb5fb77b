"""The near side of fresh water: a bank to stand on, and a river as wide as the picture."""

import skia

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, low_ridge, white_ground
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import tree_line
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.tones import in_light, is_white, scale_rgb
from limner_illustrator.backdrops.water import water, water_colors
from limner_illustrator.canvas import fill, linear, shader_paint
from limner_illustrator.canvas.palette import mix
from limner_illustrator.catalog.kinds import is_building, is_plant
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

_ROOTED_M = 1.0
"""Plants that are higher than this stand on land."""


def is_ashore(scene: Scene) -> bool:
    """Whether the scene needs a near bank."""
    if "ashore" in scene.accents:
        return True
    return any(
        is_building(one.drawing) or (is_plant(one.drawing) and natural_height(one) > _ROOTED_M)
        for one in scene.entities
    )


def is_afloat(scene: Scene) -> bool:
    """Whether something is in the river or spans it, so that the river must be in the foreground."""
    if is_ashore(scene):
        return False
    in_it = any(is_at_home_on_water(one.drawing) or one.drawing == "own:bridge" for one in scene.entities)
    return in_it or "afloat" in scene.accents


def has_swimmers(scene: Scene) -> bool:
    """Whether the scene needs open water."""
    return any(is_at_home_on_water(one.drawing) for one in scene.entities)


def near_bank(context: BackdropContext, horizon: float) -> Ground:
    """Land along the lower edge; swimmers are out on the water."""
    height, unit = context.height, context.unit
    top = height * 0.75
    edge = low_ridge(context, top, height * 0.012, 3, 0.4)
    mud = in_light((142, 118, 84), context.light)
    context.canvas.drawPath(edge.path(height + 10), fill(mud))
    white = is_white(context.scene)
    if white:
        white_ground(context, top + 12 * unit, layers=2, step=0.05, swing=0.012)
    else:
        turf(context, top + 12 * unit)
    for x, size in ((0.05, 60), (0.13, 38), (0.9, 66), (0.8, 34)):
        boulder(context, x * context.width, edge.at(x * context.width) + 20 * unit, 1.5 * size * unit, size * unit)
    colors = water_colors(context)
    cover = "snow" if white else "grass"
    return Ground(y=height * 0.89, horizon=horizon, water=colors, cover=cover, bank=height * 0.77, afloat=height * 0.69)


def wide_river(context: BackdropContext, horizon: float) -> Ground:
    """Flows from one side of the picture to the other; `horizon` is where the far land begins."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    bank = horizon + height * 0.075
    if is_white(context.scene):
        ridge = white_ground(context, horizon + height * 0.02, layers=2, step=0.03)
    else:
        ridge = low_ridge(context, horizon + height * 0.03, height * 0.006)
        turf(context, horizon + height * 0.015)
    tree_line(
        context, sorted(width * rng.random() for _ in range(round(7 * across(context)))), ridge.at, (110, 190), 0.1
    )
    edge = in_light((140, 114, 78), context.light)
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, bank - 10 * unit, width, height), fill(edge))
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, bank - 3 * unit, width, height), fill(scale_rgb(edge, 0.7)))
    colors = water_colors(context)
    water(context, bank, colors, waves=0.7)
    shade = linear((0, bank), (0, bank + 0.06 * height), [(20, 40, 40, 90), (20, 40, 40, 0)])
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, bank, width, bank + 0.06 * height), shader_paint(shade))
    stone = mix((138, 136, 134), (120, 112, 100), rng.random())
    for x, y, size in ((0.08, 0.02, 54), (0.16, 0.01, 34), (0.93, 0.03, 64), (0.04, 0.36, 110), (0.97, 0.33, 120)):
        boulder(context, x * width, bank + y * height, 1.6 * size * unit, 0.8 * size * unit, stone)
    return Ground(y=height * 0.79, horizon=horizon, water=colors, cover="waves")
