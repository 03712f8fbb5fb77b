"""Land with high sides: a valley of fields, a gorge with its river, a fjord."""

import itertools
import math

import skia

from limner_illustrator.backdrops.buildings import cottage
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.inland_water import draw_river_bed, water_veil
from limner_illustrator.backdrops.land import across, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import bush, pine, tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder, rock
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_haze, in_light, is_white, meadow_greens, scale_rgb
from limner_illustrator.backdrops.water import draw_reflection, glitter, water, water_colors
from limner_illustrator.backdrops.waterside import is_ashore, near_bank
from limner_illustrator.canvas import Point, fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_FIELDS: tuple[RGB, ...] = (
    (126, 178, 84), (98, 156, 76), (206, 192, 104), (164, 190, 92), (178, 150, 96), (112, 170, 96),
)  # fmt: skip
_ROWS = 6


@backdrop(
    "valley",
    phrases="valley, valleys, river valley, green valley, lush valley, mountain valley, vale, dale",
    location="in a valley",
    winter="snowy",
)
def valley(context: BackdropContext) -> Ground:
    """Seen from its rim: wooded slopes, a floor of small fields, a river and a few houses."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon, rim = height * 0.45, height * 0.83
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.22)
    draw_far_sight(context, horizon + height * 0.02)
    far, near = meadow_greens(context)
    floor = in_haze((236, 242, 250) if is_white(context.scene) else mix(far, near, 0.5), context.light, 0.2)
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, horizon, width, height), fill(floor))
    if is_white(context.scene):
        white_ground(context, horizon + height * 0.02, layers=3, step=0.08)
    else:
        _fields(context, horizon, rim)
    draw_river_bed(context, horizon + height * 0.02, height * 0.8)
    houses: tuple[RGB, ...] = ((246, 238, 222), (236, 214, 190), (250, 246, 240))
    for _ in range(round(5 * across(context))):
        depth = rng.uniform(0.1, 0.3)
        x = width * rng.choice((rng.uniform(0.28, 0.42), rng.uniform(0.58, 0.72)))
        y = horizon + depth * (rim - horizon)
        cottage(context, x, y, unit * (36 + 90 * depth), rng.choice(houses), (176, 84, 66), 0.34 - 0.5 * depth)
    for side in (-1, 1):
        for layer in range(2):
            _slope(context, side, layer, horizon, rim)
    if is_white(context.scene):
        white_ground(context, rim, layers=2, step=0.05)
    else:
        turf(context, rim)
    return Ground(y=height * 0.91, horizon=horizon, cover="snow" if is_white(context.scene) else "grass")


def _fields(context: BackdropContext, top: float, bottom: float) -> None:
    """A patchwork in perspective."""
    rng, width, canvas = context.rng, context.width, context.canvas
    rows = [top + (bottom - top) * (i / _ROWS) ** 1.5 for i in range(_ROWS + 1)]
    for row in range(_ROWS):
        near = row / (_ROWS - 1)
        cells = round((11 - 6 * near) * across(context))
        edges = [(k + rng.uniform(-0.25, 0.25)) / cells for k in range(cells + 1)]
        for left, right in itertools.pairwise(edges):
            corners = [
                ((0.5 + (at - 0.5) * spread) * width, y)
                for at, spread, y in (
                    (left, 1.2, rows[row]), (right, 1.2, rows[row]), (right, 1.5, rows[row + 1]),
                    (left, 1.5, rows[row + 1]),
                )
            ]  # fmt: skip
            tone = in_haze(rng.choice(_FIELDS), context.light, 0.36 * (1 - near))
            canvas.drawPath(polygon(corners), fill(tone))
            canvas.drawPath(polygon(corners), stroke(scale_rgb(tone, 0.7), (1 + 3 * near) * context.unit, 150))


def _slope(context: BackdropContext, side: int, layer: int, horizon: float, rim: float) -> None:
    """One wooded side of the valley that falls toward its middle."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    edge, reach = width * (0.5 + 0.5 * side), width * (0.42 - 0.12 * layer)
    high, low = horizon - height * (0.12 - 0.08 * layer), horizon + (rim - horizon) * (0.22 + 0.5 * layer)
    _far, near = meadow_greens(context)
    green = mix(near, (52, 96, 70), 0.6)
    tone = in_haze((236, 242, 250) if is_white(context.scene) else green, context.light, 0.34 - 0.22 * layer)
    side_path = skia.Path()
    side_path.moveTo(edge, high)
    side_path.cubicTo(edge - side * reach * 0.4, high, edge - side * reach * 0.7, low, edge - side * reach, low)
    side_path.lineTo(edge, low + height * 0.05)
    side_path.close()
    tones = [mix(tone, context.light.key, 0.2), scale_rgb(tone, 0.78)]
    context.canvas.drawPath(side_path, shader_paint(linear((0, high), (0, low), tones)))
    for share in sorted((rng.random() for _ in range(14)), reverse=True):
        x = edge - side * reach * 0.8 * share
        y = high + (low - high) * (share**1.6 + (1 - share) * rng.uniform(0.1, 0.6))
        tall = unit * (44 + 46 * layer) * rng.uniform(0.8, 1.3)
        pine(context, x, y, tall, (44, 92, 70), far=0.34 - 0.22 * layer, snow=is_white(context.scene))


@backdrop(
    "gorge",
    phrases="gorge, gorges, ravine, ravines, chasm, river gorge, rocky gorge, deep gorge",
    location="in a gorge",
    block=((150, 142, 134), (104, 92, 88)),
    winter="snowy",
)
def gorge(context: BackdropContext) -> Ground:
    """Walls of grey rock close to each other, and a river at their foot."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.5
    sky(context, horizon)
    mountains(context, horizon, layers=1, rise=0.14)
    far, deep = water_colors(context)
    context.canvas.drawRect(
        skia.Rect.MakeLTRB(0, horizon, width, height), fill(in_haze((112, 122, 92), context.light, 0.15))
    )
    draw_river_bed(context, horizon - height * 0.03, height * 0.95, middle=0.5, grow=1.15)
    walls: tuple[tuple[float, float, float, RGB], ...] = (
        (0.40, 0.16, 0.60, mix((150, 148, 150), far, 0.35)),
        (0.31, 0.06, 0.72, mix((146, 138, 134), deep, 0.15)),
        (0.19, -0.04, 0.90, (138, 126, 118)),
    )
    for inner, top, foot, rgb in walls:
        for side in (-1, 1):
            _wall(context, side, inner * rng.uniform(0.92, 1.04), top * height, foot * height, rgb)
    ledge = [
        (0.0, height * 0.9),
        *_crest(context, 0.875),
        (float(width), height * 0.9),
        (width, height + 9),
        (0.0, height + 9),
    ]
    rock(context, ledge, (150, 138, 128))
    for x, size in ((0.06, 90), (0.93, 110), (0.84, 50)):
        boulder(context, x * width, height * 0.93, 1.5 * size * unit, size * unit, (140, 130, 124))
    for x in (0.0, 0.14, 1.0):
        bush(context, x * width, height * 0.9, 130 * unit, (84, 136, 74))
    return Ground(y=height * 0.915, horizon=horizon, max_height=height * 0.6)


def _wall(context: BackdropContext, side: int, inner: float, top: float, foot: float, rgb: RGB) -> None:
    """`inner` is how far from its edge of the picture the wall reaches, in widths."""
    rng, width, unit = context.rng, context.width, context.unit
    edge = width * (0.5 + 0.5 * side) + side * 20
    brink = edge - side * inner * width
    steps: list[Point] = []
    for i in range(6):
        share = i / 5
        steps.append(
            (brink + side * width * 0.1 * (1 - share) + rng.uniform(-12, 12) * unit, top + (foot - top) * share)
        )
    rock(context, [(edge, top - 30 * unit), *steps, (edge, foot)], rgb)
    for share in (0.15, 0.5, 0.85):
        x = edge - side * (inner - 0.1) * width * share
        bush(context, x, top + 6 * unit, unit * rng.uniform(90, 150), mix((84, 132, 76), rgb, 0.3))


def _crest(context: BackdropContext, y: float) -> list[Point]:
    rng = context.rng
    return [(context.width * k / 8, context.height * (y + rng.uniform(-0.008, 0.012))) for k in range(9)]


@backdrop(
    "fjord",
    phrases="fjord, fjords, norwegian fjord, fiord",
    location="in a fjord",
    is_walkable=False,
    has_swimmers=True,
    has_shore=True,
    block=((84, 150, 190), (36, 90, 130)),
    winter="snowy",
)
def fjord(context: BackdropContext) -> Ground:
    """Still, deep water between steep green mountains with falls."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    shore = height * 0.58
    orb = sky(context, shore)
    mountains(context, shore - height * 0.01, layers=2, rise=0.3)
    for inner, top, rgb in ((0.43, 0.24, (150, 158, 160)), (0.33, 0.10, (134, 132, 128))):
        for side in (-1, 1):
            _fjord_side(context, side, inner * rng.uniform(0.9, 1.05), height * top, shore, rgb)
    side = 1 if context.light.side > 0 else -1
    for i, rgb in enumerate(((190, 60, 52), (236, 200, 110), (246, 244, 236), (190, 60, 52))):
        x = width * (0.5 - side * (0.29 + 0.055 * i))
        cottage(context, x, shore + 4 * unit, 58 * unit, rgb, (84, 78, 84), 0.1)
    colors = water_colors(context)
    colors = mix(colors[0], (70, 130, 150), 0.4), mix(colors[1], (14, 58, 84), 0.5)
    water(context, shore, colors, waves=0.0)
    draw_reflection(context, shore, float(height), 0.5)
    water_veil(context, shore, colors)
    glitter(context, orb, shore)
    if is_ashore(context.scene):
        return near_bank(context, shore)
    return Ground(y=height * 0.78, horizon=shore, water=colors, cover="waves")


def _fjord_side(context: BackdropContext, side: int, inner: float, top: float, shore: float, rgb: RGB) -> None:
    rng, width, unit = context.rng, context.width, context.unit
    edge = width * (0.5 + 0.5 * side) + side * 16
    tip = edge - side * inner * width
    crest: list[Point] = [(edge, top)]
    for i in range(1, 7):
        share = i / 6
        drop = math.sin(share * math.pi / 2) ** 1.7
        crest.append(
            (edge + (tip - edge) * share, top + (shore - top) * drop + rng.uniform(-14, 14) * unit * (1 - share))
        )
    mass = [*crest, (tip, shore + 4 * unit), (edge, shore + 4 * unit)]
    rock(context, mass, rgb)
    white = is_white(context.scene)
    green = in_light((226, 236, 248) if white else (74, 122, 72), context.light)
    slope = [(x, y + (shore - y) * 0.45) for x, y in crest]
    cover = polygon([*slope, (tip, shore + 4 * unit), (edge, shore + 4 * unit)])
    context.canvas.drawPath(
        cover, shader_paint(linear((0, top), (0, shore), [(*green, 0), (*green, 235)], [0.25, 0.8]))
    )
    fall = edge + (tip - edge) * 0.45
    brink = top + (shore - top) * 0.6
    context.canvas.drawLine(fall, brink, fall - side * 8 * unit, shore, stroke(WHITE, 9 * unit, 210))
    context.canvas.drawLine(
        fall + 4 * unit,
        brink,
        fall - side * 2 * unit,
        shore,
        stroke(in_light((196, 222, 236), context.light), 5 * unit, 190),
    )
    at = sorted(edge + (tip - edge) * rng.uniform(0.1, 0.9) for _ in range(8))
    tree_line(context, at, lambda _x: shore + 2 * unit, (40, 70), 0.2)
