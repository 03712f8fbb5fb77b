"""Fresh water: a lake, a river, a waterfall."""

import math
from itertools import pairwise

import numpy as np
import skia

from limner_illustrator.backdrops.broad_leaves import frame_with_leaves
from limner_illustrator.backdrops.buildings import rect, shop_row
from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import Ridge, across, hills, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight, draw_front_row, sight_of
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import bush, grass, pine, tree_line
from limner_illustrator.backdrops.quay import plaza
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder, rock
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.sky_objects import draw_rainbow
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import draw_reflection, glitter, water, water_colors
from limner_illustrator.backdrops.waterside import has_swimmers, is_afloat, is_ashore, near_bank, wide_river
from limner_illustrator.canvas import fbm, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "lake",
    phrases="lake, lakes, pond, ponds, lakeside, lakeshore, wetlands, lago, lac, 湖",
    location="at a lake",
    home_rank=1,
    is_walkable=False,
    has_swimmers=True,
    has_shore=True,
    block=((84, 176, 204), (36, 106, 146)),
    winter="snowy",
)
def lake(context: BackdropContext) -> Ground:
    """Still water that mirrors the far shore."""
    rng, width, height = context.rng, context.width, context.height
    shore = height * 0.56
    orb = sky(context, shore)
    mountains(context, shore - height * 0.01, layers=2, rise=0.25 if sight_of(context) is None else 0.14)
    draw_far_sight(context, shore - height * 0.02)
    ridge = _country(context, shore - height * 0.045, 0.02)
    xs = sorted(width * rng.random() for _ in range(round(14 * across(context))))
    for x in xs:
        tall = context.unit * rng.uniform(60, 130)
        pine(context, x, ridge.at(x) + 10 * context.unit, tall, (44, 92, 70), far=0.18, snow=is_white(context.scene))
    colors = water_colors(context)
    water(context, shore, colors, waves=0.0)
    draw_reflection(context, shore, float(height), 0.52)
    water_veil(context, shore, colors)
    glitter(context, orb, shore)
    if is_ashore(context.scene):
        return near_bank(context, shore)
    if is_white(context.scene) and not has_swimmers(context.scene):
        _freeze(context, shore)
        return Ground(y=height * 0.82, horizon=shore)
    _reeds(context)
    return Ground(y=height * 0.76, horizon=shore, water=colors, cover="waves")


def _freeze(context: BackdropContext, shore: float) -> None:
    """Ice over the water, drifts of snow on it, and cracks."""
    rng, unit, width, height, canvas = context.rng, context.unit, context.width, context.height, context.canvas
    bright, shade = snow_tones(context.light)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, shore, width, height),
        shader_paint(linear((0, shore), (0, height), [(*bright, 150), (*mix(bright, shade, 0.5), 190)])),
    )
    drifts, cracks = skia.Path(), skia.Path()
    for _ in range(round(16 * across(context))):
        near = rng.random()
        x, y, wide = rng.random() * width, shore + (height - shore) * near, unit * (50 + 170 * near)
        drifts.addOval(skia.Rect.MakeXYWH(x - wide, y, 2 * wide, unit * (5 + 20 * near)))
    for _ in range(round(9 * across(context))):
        near = rng.random()
        x, y, step = rng.random() * width, shore + (height - shore) * near, unit * (20 + 60 * near)
        cracks.moveTo(x, y)
        for _ in range(4):
            x, y = x + step * rng.uniform(0.4, 1), y + step * rng.uniform(-0.16, 0.24)
            cracks.lineTo(x, y)
    canvas.drawPath(drifts, fill(bright, 120))
    canvas.drawPath(cracks, stroke(shade, 2.2 * unit, 150))


def water_veil(context: BackdropContext, top: float, colors: tuple[RGB, RGB]) -> None:
    """Streaks of light and shade over a reflection."""
    rng, unit, height = context.rng, context.unit, context.height
    for rgb, alpha in ((mix(colors[0], WHITE, 0.55), 54), (colors[1], 60)):
        path = skia.Path()
        for _ in range(round(46 * across(context))):
            near = rng.random() ** 1.3
            y, wide = top + (height - top) * near, unit * (30 + 220 * near) * rng.uniform(0.4, 1)
            x = rng.random() * context.width
            path.addOval(skia.Rect.MakeXYWH(x - wide, y, wide * 2, unit * (1 + 3.4 * near)))
        context.canvas.drawPath(path, fill(rgb, alpha))


def _country(context: BackdropContext, y: float, swing: float) -> Ridge:
    """One far layer of land in the season's colour."""
    if is_white(context.scene):
        return white_ground(context, y, layers=1, swing=swing)
    far, near = meadow_greens(context)
    return hills(context, y, (far, mix(far, near, 0.4)), layers=1, swing=swing)


def _reeds(context: BackdropContext) -> None:
    """At both lower corners, with bulrushes."""
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    green, brown = in_light((96, 146, 70), light), in_light((116, 74, 44), light)
    for side in (0, 1):
        for _ in range(26):
            x = abs(rng.gauss(0, 0.075)) * min(context.width, context.height * 1.2)
            x = x if side == 0 else context.width - x
            tall, bend = unit * rng.uniform(110, 270), unit * rng.uniform(-50, 50)
            y = context.height + 6 * unit
            blade = skia.Path()
            blade.moveTo(x - 5 * unit, y)
            blade.quadTo(x, y - tall * 0.6, x + bend, y - tall)
            blade.quadTo(x + 5 * unit, y - tall * 0.5, x + 6 * unit, y)
            blade.close()
            canvas.drawPath(blade, fill(mix(green, light.key if rng.random() < 0.5 else light.shadow, 0.2)))
            if rng.random() < 0.25:
                top = y - tall * 1.02
                canvas.drawLine(x, y, x + bend * 0.5, top, stroke(green, 2.4 * unit))
                head = skia.Rect.MakeXYWH(x + bend * 0.5 - 6 * unit, top - 24 * unit, 12 * unit, 48 * unit)
                canvas.drawRRect(skia.RRect.MakeRectXY(head, 6 * unit, 6 * unit), fill(brown))


def canal(context: BackdropContext) -> Ground:
    """Town houses on the far bank, mirrored in the water; a quay on this side, unless something floats."""
    height = context.height
    bank = height * 0.58
    sky(context, bank)
    sight = sight_of(context)
    if sight is None:
        shop_row(context, bank, min(height * 0.36, 560 * context.unit))
    else:
        draw_front_row(context, sight, bank, min(height * 0.36, 620 * context.unit))
    quay = in_light((176, 160, 146), context.light)
    context.canvas.drawRect(rect(0, bank - 2, context.width, 26 * context.unit), fill(quay))
    context.canvas.drawRect(
        rect(0, bank + 18 * context.unit, context.width, 12 * context.unit), fill(scale_rgb(quay, 0.66))
    )
    edge, colors = bank + 28 * context.unit, water_colors(context)
    water(context, edge, colors, waves=0.0)
    draw_reflection(context, edge, float(height), 0.5)
    water_veil(context, edge, colors)
    mooring_posts(context, edge)
    if context.scene.entities and not any(is_at_home_on_water(entity.drawing) for entity in context.scene.entities):
        plaza(context, height * 0.77, beds=False)
        return Ground(y=height * 0.88, horizon=bank)
    return Ground(y=height * 0.78, horizon=bank, water=colors, cover="waves")


def mooring_posts(context: BackdropContext, edge: float) -> None:
    """Striped, at both sides of the canal."""
    unit, canvas, light = context.unit, context.canvas, context.light
    red, white = in_light((206, 62, 58), light), in_light((248, 242, 232), light)
    for at, down, tall in ((0.05, 0.10, 250), (0.12, 0.05, 190), (0.90, 0.06, 200), (0.96, 0.12, 270)):
        x, foot, wide = at * context.width, edge + down * context.height, 13 * unit * tall / 200
        top = foot - tall * unit
        canvas.drawRect(rect(x - wide / 2, top, wide, tall * unit), fill(white))
        canvas.save()
        canvas.clipRect(rect(x - wide / 2, top, wide, tall * unit))
        for i in range(12):
            y = top + i * wide * 2.4
            canvas.drawLine(x - wide, y + wide, x + wide, y - wide, stroke(red, wide * 1.05))
        shade = [(*WHITE, 70), (0, 0, 0, 0), (20, 0, 30, 90)]
        canvas.drawPaint(shader_paint(linear((x - wide / 2, 0), (x + wide / 2, 0), shade)))
        canvas.restore()
        canvas.drawCircle(x, top, wide * 0.75, fill(in_light((230, 186, 90), light)))
        canvas.drawOval(rect(x - wide * 1.4, foot - wide * 0.2, wide * 2.8, wide * 0.5), fill(white, 70))


@backdrop(
    "river",
    phrases="river, rivers, stream, creek, brook, canal, riverbank, riverside, rapids, río, fluss, rivière",
    location="at a river",
    has_shore=True,
    block=((84, 176, 204), (36, 106, 146)),
    winter="snowy",
)
def river(context: BackdropContext) -> Ground:
    """Winds out of the hills and across a meadow."""
    if any(accent in LANDMARKS and LANDMARKS[accent].has_canals for accent in context.scene.accents):
        return canal(context)
    rng, width, height = context.rng, context.width, context.height
    horizon = height * 0.53
    sky(context, horizon)
    mountains(context, horizon + height * 0.01, layers=2, rise=0.19)
    ridge = _country(context, horizon, 0.02)
    if is_afloat(context.scene) or has_swimmers(context.scene):
        ground = wide_river(context, horizon)
        return near_bank(context, horizon) if is_ashore(context.scene) else ground
    xs = sorted(width * rng.random() for _ in range(round(9 * across(context))))
    tree_line(context, xs, ridge.at, (80, 140), 0.16)
    if is_white(context.scene):
        white_ground(context, horizon + height * 0.06, layers=3, step=0.07)
    else:
        turf(context, horizon + height * 0.06)
    draw_river_bed(context, horizon + height * 0.065, height)
    cover = "snow" if is_white(context.scene) else "grass"
    return Ground(
        y=height * 0.86, horizon=horizon, cover=cover, spot_x=width * (0.36 if context.light.side < 0 else 0.64)
    )


def draw_river_bed(
    context: BackdropContext, top: float, bottom: float, *, middle: float | None = None, grow: float = 1.0
) -> None:
    """A river that winds toward the viewer; `middle` is where it ends, else it leaves that part to the subjects."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    side = 1 if context.light.side < 0 else -1
    near = np.linspace(0, 1, 60)
    swing = 0.13 * np.sin(near**0.7 * 8.5) * (0.25 + near)
    drift = 0.06 + 0.30 * near**1.2 if middle is None else (middle - 0.5) * near - 0.6 * swing
    centre = width * (0.5 + side * (drift + swing))
    half = unit * grow * (6 + 250 * near**1.6)
    ys = top + (bottom + 12 - top) * near**1.15
    left, right = centre - half, centre + half
    far, deep = water_colors(context)
    bank = in_light((150, 124, 84), context.light)

    def band(grow: float) -> skia.Path:
        extra = grow * unit * (0.2 + near)
        back = list(zip((right + extra)[::-1], ys[::-1], strict=True))
        return polygon([*zip(left - extra, ys, strict=True), *back])

    canvas.drawPath(band(20), fill(scale_rgb(bank, 0.86)))
    canvas.drawPath(band(11), fill(bank))
    stream = band(0)
    canvas.drawPath(
        stream,
        shader_paint(linear((0, top), (0, bottom), [mix(far, context.light.sky[-1], 0.6), far, deep], [0, 0.3, 1])),
    )
    canvas.save()
    canvas.clipPath(stream, True)
    for rgb, alpha in ((WHITE, 110), (context.light.sky[-1], 90), (deep, 90)):
        for _ in range(16):
            i = rng.randrange(8, 56)
            off = rng.uniform(-0.8, 0.8)
            points = [
                (float(centre[j] + off * half[j]), float(ys[j])) for j in range(i, min(60, i + rng.randint(3, 7)))
            ]
            if len(points) > 1:
                canvas.drawPath(
                    polygon(points, close=False),
                    stroke(rgb, unit * (1 + 6 * float(near[i]) ** 1.4), alpha, StrokeCap=skia.Paint.kRound_Cap),
                )
    canvas.restore()
    for _ in range(6):
        i = rng.randrange(24, 54)
        size = unit * (16 + 60 * float(near[i])) * rng.uniform(0.6, 1.2)
        x = float((left if rng.random() < 0.5 else right)[i])
        boulder(context, x, float(ys[i]), size * 1.4, size * 0.8, (138, 136, 134))


@backdrop(
    "waterfall",
    phrases="waterfall, waterfalls, cascade",
    location="at a waterfall",
    block=((84, 176, 204), (36, 106, 146)),
    winter="snowy",
)
def waterfall(context: BackdropContext) -> Ground:
    """A fall between cliffs into a pool."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    pool = height * 0.70
    sky(context, height * 0.6)
    mountains(context, height * 0.42, layers=2, rise=0.2)
    lip, wide = height * 0.20, min(width * 0.26, height * 0.3)
    middle = width * (0.5 + 0.06 * context.light.side)
    stone: RGB = (158, 140, 124)
    for side in (-1, 1):
        edge = width / 2 + side * width * 0.62
        face = [(edge, pool + 20 * unit), (edge, lip - height * 0.06)]
        steps = [
            (
                middle + side * (wide * 0.5 + (abs(edge - middle) - wide * 0.5) * t),
                lip - height * 0.05 * t + rng.uniform(-9, 9) * unit,
            )
            for t in (0.75, 0.5, 0.25, 0.0)
        ]
        face += [
            *steps,
            (middle + side * wide * 0.40, lip + height * 0.1),
            (middle + side * wide * 0.62, pool + 20 * unit),
        ]
        rock(context, face, stone)
        _hanging_green(context, [(edge, lip - height * 0.06), *steps], side)
    _fall(context, middle, wide, lip, pool)
    colors = water_colors(context)
    water(context, pool, colors, waves=0.9)
    _spray(context, middle, wide, pool)
    for entity in context.scene.entities:
        if entity.drawing == "noto:rainbow":
            draw_rainbow(context, pool, entity)  # in the spray: the cliffs hide that of the sky
    for x, size in ((0.06, 150), (0.17, 100), (0.84, 110), (0.95, 160)):
        boulder(context, width * x, height * 0.985, size * 1.5 * unit, size * unit, stone)
    green = meadow_greens(context)[1]
    for x in (0.0, 0.11, 0.9, 1.0):
        bush(context, width * x, height * 1.0, 170 * unit, mix(green, (60, 120, 60), 0.5))
    if "jungle" in context.scene.accents:
        frame_with_leaves(context)
    return Ground(y=height * 0.84, horizon=pool, water=colors, cover="waves")


def _hanging_green(context: BackdropContext, brow: list[tuple[float, float]], side: int) -> None:
    white = is_white(context.scene)
    for (x0, y0), (x1, y1) in pairwise(brow):
        for t in (0.15, 0.5, 0.85):
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            if white and t == 0.5:
                pine(context, x, y + 10 * context.unit, 130 * context.unit, (44, 92, 70), far=0.1, snow=True)
            else:
                tone = (236, 242, 250) if white else mix(meadow_greens(context)[1], (52, 112, 58), context.rng.random())
                bush(context, x, y + 24 * context.unit, context.unit * context.rng.uniform(80, 140), tone)
    if not white:
        grass(context, context.height * 0.99, context.height * 1.02, meadow_greens(context)[1], 0.3)


def _fall(context: BackdropContext, middle: float, wide: float, lip: float, pool: float) -> None:
    """The curtain of water: streaks that widen toward the pool."""
    rng, canvas, unit, light = context.rng, context.canvas, context.unit, context.light
    body = polygon(
        [
            (middle - wide * 0.46, lip),
            (middle + wide * 0.46, lip),
            (middle + wide * 0.6, pool + 12 * unit),
            (middle - wide * 0.6, pool + 12 * unit),
        ]
    )
    blue, pale = in_light((120, 186, 214), light), in_light((236, 248, 252), light)
    canvas.drawPath(body, shader_paint(linear((0, lip), (0, pool), [mix(blue, pale, 0.5), blue, mix(blue, pale, 0.6)])))
    canvas.save()
    canvas.clipPath(body, True)
    for rgb, alpha, number in ((scale_rgb(blue, 0.72), 90, 26), (pale, 130, 46), (WHITE, 150, 22)):
        path = skia.Path()
        for _ in range(number):
            at, start, run = rng.uniform(-0.5, 0.5), rng.uniform(-0.1, 0.8), rng.uniform(0.2, 0.7)
            y0, y1 = lip + (pool - lip) * start, lip + (pool - lip) * min(1.05, start + run)
            x0, x1 = middle + at * wide * (0.92 + 0.28 * start), middle + at * wide * (0.92 + 0.28 * (start + run))
            half = unit * rng.uniform(1.5, 6)
            path.addPath(polygon([(x0, y0), (x1 + half, y1), (x1, y1 + half * 3), (x1 - half, y1)]))
        canvas.drawPath(path, fill(in_light(rgb, light) if rgb == WHITE else rgb, alpha))
    canvas.restore()
    crest = fbm(rng, 12, 3, 0.5) * 5 * unit
    xs = np.linspace(middle - wide * 0.48, middle + wide * 0.48, 12)
    canvas.drawPath(
        polygon(list(zip(xs, lip + crest, strict=True)), close=False),
        stroke(pale, 9 * unit, 220, StrokeCap=skia.Paint.kRound_Cap),
    )


def _spray(context: BackdropContext, middle: float, wide: float, pool: float) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    pale = in_light((246, 252, 253), context.light)
    for _ in range(34):
        angle = rng.random() * math.pi
        reach = rng.random() ** 0.7
        x, y = middle + math.cos(angle) * wide * 0.75 * reach, pool + (8 - math.sin(angle) * 60 * reach) * unit
        size = unit * rng.uniform(26, 62)
        canvas.drawCircle(x, y, size, shader_paint(radial((x, y), size, [(*pale, 74), (*pale, 0)])))
    rings = [(1.0, 150), (1.35, 96), (1.75, 60)]
    for grow, alpha in rings:
        half = wide * 0.62 * grow
        oval = skia.Rect.MakeLTRB(middle - half, pool - half * 0.06, middle + half, pool + half * 0.24)
        canvas.drawOval(oval, stroke(pale, 3.4 * unit, alpha))
