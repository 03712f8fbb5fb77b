"""Places for vehicles: a country road, a car park, the mouth of a tunnel."""

import math

import skia

from limner_illustrator.backdrops.buildings import rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.desert import cactus
from limner_illustrator.backdrops.land import hills, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.plants import bush, grass, pine, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder, rock
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import (
    BLACK,
    in_light,
    is_white,
    leaf_colors,
    meadow_greens,
    scale_rgb,
    snow_tones,
)
from limner_illustrator.backdrops.water import water, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_ON_RAILS = frozenset(
    f"noto:{name}"
    for name in [
        "locomotive",
        "train",
        "high-speed-train",
        "bullet-train",
        "light-rail",
        "station",
        "tram",
        "tram-car",
        "metro",
        "monorail",
        "mountain-railway",
        "railway-car",
        "suspension-railway",
    ]
)
_ASPHALT: RGB = (104, 108, 118)
_PAINT: RGB = (248, 244, 228)


def _asphalt(context: BackdropContext) -> RGB:
    tone = in_light(_ASPHALT, context.light)
    return mix(tone, snow_tones(context.light)[1], 0.35) if is_white(context.scene) else tone


@backdrop(
    "highway",
    phrases=(
        "highway, highways, freeway, motorway, country road, open road, winding road, mountain road, road trip, "
        "long road, empty road, rural road, autobahn, route 66, desert road, desert highway, forest road, "
        "coastal road, coast road, seaside road, dusty road, lonely road, lonely highway"
    ),
    location="on a highway",
    block=((140, 150, 140), (98, 102, 108)),
    winter="snowy",
)
def highway(context: BackdropContext) -> Ground:
    """A road that runs through hills to the horizon."""
    width, height, unit, canvas, rng = context.width, context.height, context.unit, context.canvas, context.rng
    horizon = height * 0.52
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.2)
    draw_far_sight(context, horizon + height * 0.02)
    far, near = meadow_greens(context)
    dry = any(place in context.scene.accents for place in ("desert", "canyon", "savanna"))
    if dry:
        far, near = (236, 198, 140), (222, 164, 104)
    land = horizon
    if not {"coast", "sea", "beach"}.isdisjoint(context.scene.accents):
        water(context, horizon, water_colors(context), bottom=horizon + height * 0.2)
        land = horizon + height * 0.075
    if is_white(context.scene):
        white_ground(context, land, layers=3, step=0.07)
    else:
        hills(context, land, (far, near), layers=3, swing=0.02, step=0.08)
    end = width * (0.5 + rng.uniform(-0.16, 0.16))
    top = land + height * 0.035
    tone = _asphalt(context)

    def at(across: float, depth: float) -> tuple[float, float]:
        """depth 0 is near."""
        scale = 1 / (1 + 9 * depth)
        share = (scale - 0.1) / 0.9
        middle = end + (width / 2 - end) * share + math.sin(depth * 3.1) * width * 0.05 * (1 - share)
        return middle + across * 0.62 * max(width, 0.8 * height) * (0.035 + scale - 0.1), top + (height - top) * share

    depths = [k / 24 for k in range(25)]
    body = [at(-1, one) for one in depths] + [at(1, one) for one in reversed(depths)]
    ramp = linear((0, top), (0, height), [scale_rgb(mix(tone, context.light.haze, 0.4), 0.95), tone])
    canvas.drawPath(polygon(body), shader_paint(ramp))
    paint = mix(in_light(_PAINT, context.light), tone, 0.1)
    for side in (-0.92, 0.92):
        line = [at(side - 0.02, one) for one in depths] + [at(side + 0.02, one) for one in reversed(depths)]
        canvas.drawPath(polygon(line), fill(paint))
    for k in range(14):
        start, stop = (k / 14) ** 1.3, ((k + 0.5) / 14) ** 1.3
        dash = [at(-0.02, start), at(0.02, start), at(0.02, stop), at(-0.02, stop)]
        canvas.drawPath(polygon(dash), fill(in_light((250, 206, 80), context.light)))
    iron = in_light((226, 226, 222), context.light)
    for k in reversed(range(9)):
        depth = (k / 9) ** 1.4
        for side in (-1.08, 1.08):
            x, y = at(side, depth)
            tall = 70 * unit / (1 + 9 * depth)
            canvas.drawRect(rect(x - tall * 0.08, y - tall, tall * 0.16, tall), fill(iron))
            canvas.drawRect(rect(x - tall * 0.08, y - tall * 0.8, tall * 0.16, tall * 0.2), fill((206, 60, 50)))
    wooded = any(place in context.scene.accents for place in ("forest", "redwoods", "jungle"))
    if wooded:
        for k in reversed(range(26)):
            depth = 0.06 + 0.6 * k / 25
            for side in (-1, 1):
                x, y = at(side * rng.uniform(1.5, 2.6), depth)
                tall = 640 * unit / (1 + 9 * depth) + 40 * unit
                pine(context, x, y, tall, (44, 92, 70), far=0.3 * depth, snow=is_white(context.scene))
    elif dry:
        for _ in range(7):
            x, y = at(rng.choice((-1, 1)) * rng.uniform(1.6, 3.2), rng.uniform(0.06, 0.4))
            if rng.random() < 0.6:
                cactus(context, x, y, unit * rng.uniform(90, 170))
            else:
                boulder(context, x, y, unit * rng.uniform(50, 110), unit * rng.uniform(30, 60), (196, 130, 86))
    elif "trees" in context.scene.accents:
        for k in reversed(range(9)):
            depth = 0.1 + 0.6 * k / 8
            for side in (-1, 1):
                x, y = at(side * rng.uniform(1.5, 2.0), depth)
                tree(context, x, y, 720 * unit / (1 + 9 * depth) + 60 * unit, rng.choice(leaf_colors(context)))
    elif not is_white(context.scene):
        for _ in range(10):
            side, depth = rng.choice((-1, 1)) * rng.uniform(1.5, 3.2), rng.uniform(0.1, 0.5)
            x, y = at(side, depth)
            bush(context, x, y, 240 * unit / (1 + 9 * depth), rng.choice(leaf_colors(context)))
    return Ground(y=height * 0.88, horizon=horizon)


@backdrop(
    "parkinglot",
    phrases="parking lot, parking lots, car park, parking garage, parking space, parking area",
    location="in a parking lot",
    block=((150, 156, 168), (98, 102, 116)),
    winter="snowy",
)
def parking_lot(context: BackdropContext) -> Ground:
    """Marked bays, parked cars behind, and the town."""
    width, height, unit, canvas, rng = context.width, context.height, context.unit, context.canvas, context.rng
    base = height * 0.56
    sky(context, base)
    skyline(context, base, 0.55)
    for k in range(9):
        tree(
            context,
            width * (k + rng.uniform(0.2, 0.8)) / 9,
            base + 8 * unit,
            130 * unit,
            rng.choice(leaf_colors(context)),
        )
    tone = _asphalt(context)
    canvas.drawRect(
        rect(0, base, width, height), shader_paint(linear((0, base), (0, height), [scale_rgb(tone, 0.9), tone]))
    )
    canvas.drawRect(rect(0, base, width, 14 * unit), fill(in_light((190, 188, 182), context.light)))
    bay = 190 * unit
    number = int(width / bay) + 2
    row = base + height * 0.1
    paint = mix(in_light(_PAINT, context.light), tone, 0.1)
    for k in range(-1, number + 1):
        x = width / 2 + (k - number / 2) * bay
        foot = width / 2 + (x - width / 2) * 1.35
        slot = [
            (x - 3 * unit, base + 20 * unit),
            (x + 3 * unit, base + 20 * unit),
            (foot + 6 * unit, row),
            (foot - 6 * unit, row),
        ]
        canvas.drawPath(polygon(slot), fill(paint))
        if rng.random() < 0.66:
            _parked_car(context, x + bay * 0.56, base + height * 0.062, 138 * unit)
    canvas.drawRect(rect(0, row, width, 7 * unit), fill(paint))
    for k in range(-2, number + 2):
        x = width / 2 + (k - number / 2) * bay * 1.9
        foot = width / 2 + (x - width / 2) * 1.5
        low = height * 0.8
        slot = [
            (foot - 7 * unit, low),
            (foot + 7 * unit, low),
            (foot * 1.12 - width * 0.06 + 10 * unit, height),
            (foot * 1.12 - width * 0.06 - 10 * unit, height),
        ]
        canvas.drawPath(polygon(slot), fill(paint))
    canvas.drawRect(rect(0, height * 0.8, width, 9 * unit), fill(paint))
    return Ground(y=height * 0.88, horizon=base)


def _parked_car(context: BackdropContext, x: float, y: float, wide: float) -> None:
    """Seen from the front."""
    canvas, rng, light = context.canvas, context.rng, context.light
    rgb: RGB = rng.choice(
        ((206, 62, 58), (64, 110, 180), (232, 232, 230), (70, 74, 84), (196, 198, 204), (60, 128, 104))
    )
    body, glass = in_light(rgb, light), in_light((150, 186, 206), light)
    tall = wide * 0.62
    canvas.drawOval(rect(x - wide * 0.56, y - tall * 0.1, wide * 1.12, tall * 0.2), fill(BLACK, 90))
    for side in (-1, 1):
        canvas.drawRect(
            rect(x + side * wide * 0.36 - wide * 0.09, y - tall * 0.24, wide * 0.18, tall * 0.24), fill((30, 30, 36))
        )
    roof = [(-0.3, 1.0), (0.3, 1.0), (0.42, 0.58), (-0.42, 0.58)]
    canvas.drawPath(polygon([(x + a * wide, y - b * tall) for a, b in roof]), fill(body))
    pane = [(-0.25, 0.93), (0.25, 0.93), (0.34, 0.62), (-0.34, 0.62)]
    canvas.drawPath(polygon([(x + a * wide, y - b * tall) for a, b in pane]), fill(glass))
    front = skia.RRect.MakeRectXY(rect(x - wide * 0.5, y - tall * 0.62, wide, tall * 0.48), wide * 0.1, wide * 0.1)
    canvas.drawRRect(
        front, shader_paint(linear((0, y - tall * 0.62), (0, y), [mix(body, light.key, 0.25), scale_rgb(body, 0.7)]))
    )
    for side in (-1, 1):
        canvas.drawOval(
            rect(x + side * wide * 0.36 - wide * 0.09, y - tall * 0.52, wide * 0.18, tall * 0.14), fill((255, 248, 220))
        )
    canvas.drawRect(rect(x - wide * 0.22, y - tall * 0.36, wide * 0.44, tall * 0.12), fill(scale_rgb(body, 0.4)))


@backdrop(
    "tunnelmouth",
    phrases=(
        "at the mouth of a tunnel, through a tunnel, out of a tunnel, into a tunnel, tunnel entrance, railway "
        "tunnel, train tunnel, road tunnel, through the tunnel, mountain tunnel, out of the tunnel, into the "
        "tunnel"
    ),
    location="at the mouth of a tunnel",
    scenery="a tunnel entrance",
    winter="snowy",
)
def tunnel_mouth(context: BackdropContext) -> Ground:
    """A stone portal in a mountainside, and rails that come out of it."""
    width, height, unit, canvas, light, rng = (
        context.width, context.height, context.unit, context.canvas, context.light, context.rng
    )  # fmt: skip
    horizon = height * 0.5
    sky(context, horizon)
    mountains(context, horizon + height * 0.03, layers=2, rise=0.24)
    far, near = meadow_greens(context)
    ground = height * 0.72
    if is_white(context.scene):
        white_ground(context, horizon + height * 0.04, layers=2, step=0.08)
    else:
        hills(context, horizon + height * 0.04, (far, near), layers=2, swing=0.02, step=0.09)
    for k in range(7):
        x = width * (k + rng.uniform(0.2, 0.8)) / 7
        pine(
            context, x, horizon + height * rng.uniform(0.1, 0.16), unit * rng.uniform(130, 220), (48, 104, 78), far=0.1
        )
    reach = min(width * 0.46, height * 0.44)
    hill = [(width / 2 - reach * 1.5, ground), (width / 2 - reach * 1.1, ground - height * 0.2),
            (width / 2 - reach * 0.6, ground - height * 0.36), (width / 2, ground - height * 0.46),
            (width / 2 + reach * 0.7, ground - height * 0.36), (width / 2 + reach * 1.15, ground - height * 0.18),
            (width / 2 + reach * 1.5, ground)]  # fmt: skip
    rock(context, hill, (140, 132, 122))
    moss = in_light((240, 246, 250) if is_white(context.scene) else near, light)
    crest = skia.Path()
    crest.moveTo(*hill[1])
    for x, y in hill[2:6]:
        crest.lineTo(x, y)
    canvas.drawPath(
        crest, stroke(moss, 26 * unit, 230, StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)
    )
    half = min(width * 0.27, height * 0.26)
    tall = height * 0.36
    stone = in_light((186, 172, 152), light)
    for grow, rgb in ((1.26, stone), (1.0, (14, 12, 18))):
        arch = skia.Path()
        arch.moveTo(width / 2 - half * grow, ground + 6 * unit)
        arch.lineTo(width / 2 - half * grow, ground - tall * 0.5)
        arch.arcTo(
            rect(
                width / 2 - half * grow, ground - tall * 0.5 - half * grow * 0.86, 2 * half * grow, 1.72 * half * grow
            ),
            180,
            180,
            False,
        )
        arch.lineTo(width / 2 + half * grow, ground + 6 * unit)
        arch.close()
        canvas.drawPath(arch, fill(rgb))
    joints = skia.Path()
    for k in range(15):
        angle = math.pi * k / 14
        for share, move in ((1.02, joints.moveTo), (1.25, joints.lineTo)):
            move(
                width / 2 - math.cos(angle) * half * share, ground - tall * 0.5 - math.sin(angle) * half * share * 0.86
            )
    canvas.drawPath(joints, stroke(scale_rgb(stone, 0.66), 4 * unit))
    depths = [k / 16 for k in range(17)]
    bed = in_light((150, 140, 130), light)
    spread = ((-0.9, ground), (0.9, ground), (2.3, height), (-2.3, height))
    canvas.drawPath(polygon([(width / 2 + half * share, y) for share, y in spread]), fill(bed))
    if not any(entity.drawing in _ON_RAILS for entity in context.scene.entities):
        _carriageway(context, ground, half)
        return Ground(y=height * 0.86, horizon=horizon, spot_x=width / 2, max_height=height * 0.44)
    for share in depths:
        y = ground + (height - ground) * share**1.5
        wide = half * (0.66 + 1.1 * share**1.5)
        canvas.drawRect(
            rect(width / 2 - wide, y, 2 * wide, (6 + 18 * share) * unit), fill(in_light((112, 84, 62), light))
        )
    for side in (-1, 1):
        rail = [(width / 2 + side * half * 0.5, ground), (width / 2 + side * half * 1.32, height)]
        canvas.drawPath(polygon(rail, close=False), stroke(in_light((176, 180, 190), light), 12 * unit))
    if not is_white(context.scene):
        grass(context, ground, ground + height * 0.02, near, 0.5)
    return Ground(y=height * 0.86, horizon=horizon, spot_x=width / 2, max_height=height * 0.44)


def _carriageway(context: BackdropContext, top: float, half: float) -> None:
    width, height, canvas = context.width, context.height, context.canvas
    tone = _asphalt(context)
    body = [
        (width / 2 - half * 0.94, top),
        (width / 2 + half * 0.94, top),
        (width / 2 + half * 2.6, height),
        (width / 2 - half * 2.6, height),
    ]
    canvas.drawPath(polygon(body), shader_paint(linear((0, top), (0, height), [scale_rgb(tone, 0.6), tone])))
    for k in range(5):
        start, stop = (k / 5) ** 1.4, ((k + 0.55) / 5) ** 1.4
        y0, y1 = top + (height - top) * start, top + (height - top) * stop
        wide = half * 0.03
        dash = [(width / 2 - wide * (1 + 2 * start), y0), (width / 2 + wide * (1 + 2 * start), y0),
                (width / 2 + wide * (1 + 2 * stop), y1), (width / 2 - wide * (1 + 2 * stop), y1)]  # fmt: skip
        canvas.drawPath(polygon(dash), fill(in_light(_PAINT, context.light)))
