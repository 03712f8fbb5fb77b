"""A rocky headland over the sea."""

from collections.abc import Callable
from itertools import pairwise

import skia

from limner_illustrator.backdrops.building_canvas import building_at
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import far_mountains
from limner_illustrator.backdrops.landmarks.drawing import landmark_of
from limner_illustrator.backdrops.plants import bush
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder, rock
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.thunder import lightning
from limner_illustrator.backdrops.tones import in_light, is_white, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import glitter, storm_waves, water, water_colors
from limner_illustrator.canvas import fbm, fill, linear, polygon, shader_paint
from limner_illustrator.canvas.palette import mix

_CLIFF = (
    (1.1, 0.50),
    (0.93, 0.50),
    (0.80, 0.522),
    (0.66, 0.534),
    (0.56, 0.56),
    (0.53, 0.62),
    (0.46, 0.66),
    (0.43, 0.76),
    (0.36, 0.81),
    (0.33, 0.92),
    (0.26, 1.02),
    (1.1, 1.02),
)
"""Fractions of the picture, with the land on the right."""
_TURF_EDGE = ((0.545, 0.565), (0.60, 0.582), (0.68, 0.566), (0.78, 0.574), (0.90, 0.566), (1.1, 0.572))


@backdrop(
    "coast",
    phrases="coast, coastline, coastal, cliff, cliffs, clifftop, rocky shore, bay, rocky coast",
    location="at the coast",
    has_ships_offshore=True,
    winter="snowy",
)
def coast(context: BackdropContext) -> Ground:
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.60
    orb = sky(context, horizon)
    far_mountains(context, horizon)
    water(context, horizon, water_colors(context), waves=0.7)
    if context.scene.weather == "storm":
        lightning(context, width * (0.5 + 0.36 * context.light.side), horizon + height * 0.02)
        storm_waves(context, horizon + height * 0.03)
    else:
        glitter(context, orb, horizon)
    on_right = context.light.side < 0

    def place(x: float, y: float) -> tuple[float, float]:
        return (x * width if on_right else width - x * width, y * height)

    cliff = [(x + rng.uniform(-8, 8) * unit, y + rng.uniform(-6, 6) * unit) for x, y in (place(*p) for p in _CLIFF)]
    _foam(context, [place(x, y) for x, y in _CLIFF[5:11]])
    rock(context, cliff, (176, 150, 126))
    _stacks(context, horizon, place)
    _turf(context, cliff[:5], [place(*p) for p in _TURF_EDGE])
    for x, y, wide, tall in ((0.24, 0.99, 0.13, 0.07), (0.35, 0.96, 0.10, 0.05), (0.15, 1.0, 0.08, 0.035)):
        at = place(x, y)
        _foam(context, [(at[0] + dx * wide * width, at[1]) for dx in (-0.6, 0, 0.6)], 0.5)
        boulder(context, *at, wide * width, tall * height)
    return Ground(y=height * 0.545, horizon=horizon, spot_x=place(0.72, 0)[0], max_height=height * 0.42)


def _stacks(context: BackdropContext, horizon: float, place: Callable[[float, float], tuple[float, float]]) -> None:
    """Needles of rock that stand in the sea, and for Greece white houses on the cliff."""
    width, height = context.width, context.height
    for x, foot, wide, tall in ((0.16, 0.665, 0.05, 0.15), (0.25, 0.69, 0.035, 0.08), (0.07, 0.645, 0.03, 0.07)):
        at, y = place(x, foot)
        half, high = min(width, height * 1.2) * wide, tall * height
        outline = [
            (at - half, y),
            (at - half * 0.8, y - high * 0.6),
            (at - half * 0.3, y - high),
            (at + half * 0.4, y - high * 0.92),
            (at + half * 0.76, y - high * 0.4),
            (at + half, y),
        ]
        rock(context, outline, (176, 150, 126))
        _foam(context, [(at - half * 1.2, y), (at, y + 4 * context.unit), (at + half * 1.2, y)], 0.7)
    landmark = landmark_of(context)
    if landmark is not None and landmark.name == "greece":
        for x, size in ((0.98, 1.1), (0.86, 0.8), (0.76, 1.0), (0.68, 0.6)):
            at, y = place(x, 0.522 if x > 0.8 else 0.54)
            with building_at(context, at, y, 130 * context.unit * size, 0.04) as building:
                building.box(-50, -10, 50, 50, (252, 250, 246))
                building.box(-20, 40, 34, 74, (248, 244, 240))
                building.dome(6, 74, 24, (52, 116, 196), tall=0.96)
                building.arches((-34, 34), -8, 9, 34, (90, 130, 180))


def _turf(context: BackdropContext, brow: list[tuple[float, float]], edge: list[tuple[float, float]]) -> None:
    """The green (or the snow) on top of the cliff, hanging over its edge a little."""
    light, unit = context.light, context.unit
    tone = (
        snow_tones(light)[0] if is_white(context.scene) else in_light(scale_rgb(meadow_greens(context)[1], 0.9), light)
    )
    hem = []
    for (x0, y0), (x1, y1) in pairwise(edge):
        wobble = fbm(context.rng, 10, 3, 0.6) * 7 * unit
        hem += [(x0 + (x1 - x0) * i / 10, y0 + (y1 - y0) * i / 10 + float(wobble[i])) for i in range(10)]
    top = [(x, y - 7 * unit) for x, y in brow]
    y0, y1 = min(y for _, y in top), max(y for _, y in hem)
    paint = shader_paint(linear((0, y0), (0, y1), [mix(tone, light.key, 0.25), scale_rgb(tone, 0.78)]))
    context.canvas.drawPath(polygon([*top, *hem]), paint)
    if not is_white(context.scene):
        for _ in range(7):
            x, y = context.rng.choice(hem)
            bush(
                context,
                x,
                y - 4 * unit,
                unit * context.rng.uniform(40, 90),
                mix(meadow_greens(context)[1], (60, 120, 60), 0.5),
            )


def _foam(context: BackdropContext, line: list[tuple[float, float]], scale: float = 1.0) -> None:
    """Spray along a line where the water meets rock; more in a storm."""
    rng, unit = context.rng, context.unit
    wild = 1.5 if context.scene.weather == "storm" else 0.8
    soft, dense = skia.Path(), skia.Path()
    for (x0, y0), (x1, y1) in pairwise(line):
        for i in range(int(60 * scale)):
            t = rng.random()
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            spread = rng.gauss(0, 18) * unit * wild
            size = unit * rng.uniform(1.5, 6.5) * wild * scale
            path = dense if i % 3 == 0 else soft
            path.addOval(skia.Rect.MakeXYWH(x + spread - size * 1.6, y + abs(spread) * 0.3, size * 3.2, size * 1.3))
    context.canvas.drawPath(soft, fill(in_light((232, 242, 244), context.light), 74))
    context.canvas.drawPath(dense, fill(in_light((250, 253, 253), context.light), 170))
