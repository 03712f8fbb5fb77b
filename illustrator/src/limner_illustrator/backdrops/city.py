"""Towns: a city square before towers, a street of shops, a village, a skyline over water."""

import skia

from limner_illustrator.backdrops.buildings import cottage, glow, rect, shop_row, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import (
    draw_far_sight,
    draw_sight,
    draw_waterside,
    landmark_of,
    sight_of,
    waterside_of,
)
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import bush, pine, tree
from limner_illustrator.backdrops.quay import plaza, quay
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import (
    WHITE,
    in_light,
    is_white,
    leaf_colors,
    meadow_greens,
    scale_rgb,
    snow_tones,
)
from limner_illustrator.backdrops.water import glitter, water, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_ASPHALT: RGB = (112, 116, 126)
_PAVING: RGB = (206, 200, 192)


def _reflects(context: BackdropContext) -> bool:
    return context.scene.weather in ("rain", "storm") or "puddles" in context.scene.accents


@backdrop(
    "city",
    phrases=(
        "city, cities, downtown, urban, metropolis, cityscape, times square, big city, "
        "futuristic city, stadt, ciudad, ville, città, cidade, город, 城市, 都市"
    ),
    location="in a city",
    block=((150, 156, 168), (98, 102, 116)),
    winter="snowy",
)
def city(context: BackdropContext) -> Ground:
    """Towers behind a park edge, a pavement and a road."""
    landmark = landmark_of(context)
    if landmark is not None and landmark.is_seen_over_water:
        return quay(context)
    width, height, rng = context.width, context.height, context.rng
    base = height * 0.64
    sky(context, base)
    _towers(context, base, 1.0)
    lawn = (
        snow_tones(context.light)[0] if is_white(context.scene) else in_light(meadow_greens(context)[1], context.light)
    )
    context.canvas.drawRect(
        rect(0, base - 2, width, height * 0.04),
        shader_paint(linear((0, base), (0, base + height * 0.04), [scale_rgb(lawn, 0.7), lawn])),
    )
    number = round(9 * across(context))
    for i in range(number):
        x = (i + rng.uniform(0.2, 0.8)) / number * width
        tree(
            context,
            x,
            base + height * 0.035,
            context.unit * rng.uniform(90, 140),
            mix(rng.choice(leaf_colors(context)), (90, 120, 90), 0.2),
            0.06,
        )
    if landmark is None:
        _road(context, base + height * 0.03)
        _street_life(context, base + height * 0.085)
    else:
        plaza(context, base + height * 0.03)
    _lamps(context, base + height * 0.07)
    return Ground(y=height * 0.86, horizon=base, reflect_from=base + height * 0.03 if _reflects(context) else None)


def _towers(context: BackdropContext, base: float, rise: float, aside: float = 0.16) -> None:
    """A skyline, lower where a landmark has to be seen over it."""
    sight = sight_of(context)
    if sight is None:
        skyline(context, base, rise)
        return
    x = context.width * (0.5 - aside * context.light.side)
    if sight.kind == "mount":
        draw_sight(context, sight, context.width * 0.5, base, far=0.14, scale=1.15)
        skyline(context, base, 0.3 * rise)
    elif sight.kind == "tower":
        skyline(context, base, 0.46 * rise)
        draw_sight(context, sight, x, base + 4 * context.unit)
    else:
        skyline(context, base, 0.55 * rise)
        draw_sight(context, sight, context.width * 0.5, base + 4 * context.unit, scale=1.1)


@backdrop(
    "street",
    phrases=(
        "street, streets, road, roads, sidewalk, avenue, crosswalk, city street, city streets, "
        "pavement, intersection, traffic, racetrack, race track, calle, straße, улица, улице, rue"
    ),
    location="in a street",
    block=((150, 156, 168), (98, 102, 116)),
    winter="snowy",
)
def street(context: BackdropContext) -> Ground:
    """A row of shops."""
    width, height = context.width, context.height
    base = height * 0.68
    sky(context, base)
    sight = sight_of(context)
    if sight is None:
        skyline(context, base, 0.9)
        shop_row(context, base, min(height * 0.40, 620 * context.unit))
    else:
        draw_sight(context, sight, width * 0.5, base - height * (0.0 if sight.kind == "tower" else 0.16), scale=1.2)
        shop_row(context, base, min(height * 0.24, 400 * context.unit))
    _road(context, base)
    _street_life(context, base + height * 0.055)
    _lamps(context, base + height * 0.045)
    return Ground(y=height * 0.87, horizon=base, reflect_from=base if _reflects(context) else None)


def _road(context: BackdropContext, top: float) -> None:
    """Pavement, kerb and road; white in snow."""
    width, height, unit, canvas, light = context.width, context.height, context.unit, context.canvas, context.light
    white = is_white(context.scene)
    paving = snow_tones(light)[0] if white else in_light(_PAVING, light)
    asphalt = mix(in_light(_ASPHALT, light), snow_tones(light)[1], 0.5 if white else 0.0)
    if context.scene.time == "night":
        paving, asphalt = scale_rgb(paving, 0.9), scale_rgb(asphalt, 0.84)
    kerb = top + (height - top) * 0.26
    canvas.drawRect(
        rect(0, top, width, kerb - top), shader_paint(linear((0, top), (0, kerb), [scale_rgb(paving, 0.86), paving]))
    )
    slabs = skia.Path()
    middle = width / 2
    for i in range(-30, 31):
        x = middle + i * unit * 62
        slabs.moveTo(x, top)
        slabs.lineTo(middle + (x - middle) * 1.16, kerb)
    for t in (0.3, 0.62):
        slabs.moveTo(0, top + (kerb - top) * t)
        slabs.lineTo(width, top + (kerb - top) * t)
    canvas.drawPath(slabs, stroke(scale_rgb(paving, 0.78), 1.8 * unit, 120))
    canvas.drawRect(rect(0, kerb, width, 13 * unit), fill(scale_rgb(paving, 1.06)))
    canvas.drawRect(rect(0, kerb + 13 * unit, width, 9 * unit), fill(scale_rgb(paving, 0.66)))
    road = kerb + 22 * unit
    canvas.drawRect(
        rect(0, road, width, height - road),
        shader_paint(linear((0, road), (0, height), [scale_rgb(asphalt, 0.84), asphalt, scale_rgb(asphalt, 0.92)])),
    )
    specks = skia.Path()
    for _ in range(round(300 * across(context))):
        specks.addCircle(
            context.rng.random() * width, context.rng.uniform(road, height), unit * context.rng.uniform(0.6, 2.2)
        )
    canvas.drawPath(specks, fill(mix(asphalt, WHITE, 0.4), 60))
    y = road + (height - road) * 0.62
    paint = fill(mix(in_light((250, 246, 232), light), asphalt, 0.15))
    for i in range(-12, 13):
        x = middle + i * 220 * unit
        canvas.drawPath(
            polygon(
                [(x - 62 * unit, y), (x + 58 * unit, y), (x + 66 * unit, y + 14 * unit), (x - 66 * unit, y + 14 * unit)]
            ),
            paint,
        )


def _street_life(context: BackdropContext, y: float) -> None:
    """Trees in tubs, benches and a bicycle along the pavement."""
    rng, unit, canvas, light, width = context.rng, context.unit, context.canvas, context.light, context.width
    step = 460 * unit
    iron, wood, tub = in_light((64, 70, 80), light), in_light((176, 118, 74), light), in_light((150, 96, 72), light)
    for i in range(int(width / step) + 2):
        x = (i - 0.12) * step
        canvas.drawPath(
            polygon(
                [(x - 34 * unit, y - 50 * unit), (x + 34 * unit, y - 50 * unit), (x + 26 * unit, y), (x - 26 * unit, y)]
            ),
            shader_paint(
                linear((x - 30 * unit, 0), (x + 30 * unit, 0), [mix(tub, light.key, 0.25), scale_rgb(tub, 0.7)])
            ),
        )
        tree(context, x, y - 46 * unit, 190 * unit, rng.choice(leaf_colors(context)))
        at = (i + 0.5) * step + rng.uniform(-30, 30) * unit
        if i % 2:
            _bicycle(context, at, y, iron)
            continue
        for up, tall in ((74, 12), (58, 12), (36, 13)):
            canvas.drawRRect(
                skia.RRect.MakeRectXY(rect(at - 74 * unit, y - up * unit, 148 * unit, tall * unit), 4 * unit, 4 * unit),
                fill(wood),
            )
        for dx in (-58, 58):
            canvas.drawLine(at + dx * unit, y, at + dx * unit, y - 66 * unit, stroke(iron, 7 * unit))


def _bicycle(context: BackdropContext, x: float, y: float, iron: RGB) -> None:
    unit, canvas = context.unit, context.canvas
    frame = stroke(
        in_light(context.rng.choice(((206, 62, 60), (50, 120, 180), (240, 180, 60))), context.light), 6 * unit
    )
    for dx in (-46, 46):
        canvas.drawCircle(x + dx * unit, y - 32 * unit, 31 * unit, stroke(iron, 4.4 * unit))
        canvas.drawCircle(x + dx * unit, y - 32 * unit, 5 * unit, fill(iron))
    bars = [(-46, 32), (-18, 80), (30, 80), (2, 32), (-46, 32)]
    canvas.drawPath(polygon([(x + a * unit, y - b * unit) for a, b in bars], close=False), frame)
    canvas.drawLine(x + 2 * unit, y - 32 * unit, x - 22 * unit, y - 92 * unit, frame)
    canvas.drawLine(x + 46 * unit, y - 32 * unit, x + 26 * unit, y - 104 * unit, frame)
    canvas.drawLine(x + 10 * unit, y - 108 * unit, x + 36 * unit, y - 104 * unit, stroke(iron, 6 * unit))
    canvas.drawLine(x - 36 * unit, y - 94 * unit, x - 10 * unit, y - 94 * unit, stroke(iron, 9 * unit))


def _lamps(context: BackdropContext, y: float) -> None:
    """Street lamps along the kerb, lit after dark."""
    if context.leaves_out("lamp"):
        return
    unit, canvas, light, width = context.unit, context.canvas, context.light, context.width
    iron = scale_rgb(in_light((66, 74, 84), light), 0.9)
    dark = context.scene.time in ("night", "sunset") or light.dark > 0.3
    step = 460 * unit
    for i in range(int(width / step) + 2):
        x, top = (i + 0.16) * step, y - 330 * unit
        canvas.drawRect(
            rect(x - 5 * unit, top, 10 * unit, 330 * unit),
            shader_paint(linear((x - 5 * unit, 0), (x + 5 * unit, 0), [mix(iron, WHITE, 0.25), scale_rgb(iron, 0.7)])),
        )
        canvas.drawRRect(
            skia.RRect.MakeRectXY(rect(x - 13 * unit, y - 26 * unit, 26 * unit, 28 * unit), 5 * unit, 5 * unit),
            fill(iron),
        )
        glass = (255, 226, 150) if dark else mix((236, 240, 240), light.haze, 0.3)
        lantern = polygon(
            [
                (x - 15 * unit, top),
                (x - 22 * unit, top - 44 * unit),
                (x + 22 * unit, top - 44 * unit),
                (x + 15 * unit, top),
            ]
        )
        canvas.drawPath(lantern, fill(glass))
        canvas.drawPath(lantern, stroke(iron, 4 * unit))
        canvas.drawPath(
            polygon([(x - 28 * unit, top - 42 * unit), (x, top - 66 * unit), (x + 28 * unit, top - 42 * unit)]),
            fill(iron),
        )
        if dark:
            glow(canvas, x, top - 20 * unit, 170 * unit, (255, 206, 120), 150)


@backdrop(
    "skyline",
    phrases="skyline, skylines, city skyline",
    location="before a skyline",
    block=((150, 156, 168), (98, 102, 116)),
    winter="snowy",
)
def skyline_over_water(context: BackdropContext) -> Ground:
    width, height = context.width, context.height
    shore = height * 0.64
    orb = sky(context, shore)
    _towers(context, shore, 1.15, 0.42 if waterside_of(context) else 0.16)
    context.canvas.drawRect(
        rect(0, shore - 5 * context.unit, width, 12 * context.unit),
        fill(scale_rgb(in_light((70, 76, 92), context.light), 0.7)),
    )
    draw_waterside(context, shore + 6 * context.unit)
    water(context, shore + 6 * context.unit, water_colors(context), waves=0.7)
    glitter(context, orb, shore)
    return Ground(y=height * 0.82, horizon=shore, reflect_from=shore + 6 * context.unit, water=water_colors(context))


_WALLS: tuple[RGB, ...] = ((246, 232, 206), (236, 208, 176), (226, 222, 212), (244, 214, 150), (214, 190, 178))
_ROOFS: tuple[RGB, ...] = ((190, 84, 64), (168, 100, 74), (120, 92, 104), (206, 112, 70))


@backdrop(
    "village",
    phrases="village, villages, town, hamlet, small town, settlement, dorf, pueblo",
    location="in a village",
    winter="snowy",
)
def village(context: BackdropContext) -> Ground:
    """Cottages around a green, a church behind them."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.53
    white = is_white(context.scene)
    sky(context, horizon)
    is_below_mountains = "mountains" in context.scene.accents
    mountains(context, horizon + height * 0.01, layers=2, rise=0.42 if is_below_mountains else 0.19)
    draw_far_sight(context, horizon + height * 0.03)
    far, near = meadow_greens(context)
    ridge = (
        white_ground(context, horizon, layers=2, step=0.05)
        if white
        else hills(context, horizon, (far, mix(far, near, 0.7)), layers=2, swing=0.02, step=0.05)
    )
    _church(context, width * (0.5 - 0.22 * context.light.side), horizon + height * 0.075)
    number = round(6 * across(context))
    for i in range(number):
        x = (i + rng.uniform(0.3, 0.7)) / number * width
        cottage(
            context,
            x,
            ridge.at(x) + rng.uniform(16, 36) * unit,
            unit * rng.uniform(104, 136),
            rng.choice(_WALLS),
            rng.choice(_ROOFS),
            0.14,
        )
    for _ in range(number):
        x = rng.random() * width
        if white:
            pine(context, x, ridge.at(x) + 44 * unit, unit * rng.uniform(80, 130), (44, 92, 78), far=0.1, snow=True)
        else:
            tree(
                context, x, ridge.at(x) + 42 * unit, unit * rng.uniform(80, 120), rng.choice(leaf_colors(context)), 0.08
            )
    if white:
        white_ground(context, horizon + height * 0.12, layers=3, step=0.06)
    else:
        turf(context, horizon + height * 0.12)
    for side in (0.09, 0.91):
        x, y = width * (side + rng.uniform(-0.015, 0.015)), horizon + height * 0.205
        cottage(context, x, y, unit * 270, rng.choice(_WALLS), rng.choice(_ROOFS))
        for dx in (-150, 150):
            bush(context, x + dx * unit, y + 8 * unit, 90 * unit, (232, 240, 248) if white else (72, 140, 70))
    return Ground(y=height * 0.86, horizon=horizon, cover="snow" if white else "grass")


def _church(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas, light = context.unit, context.canvas, context.light
    wall, roof = (
        mix(in_light((240, 232, 218), light), light.haze, 0.2),
        mix(in_light((110, 92, 108), light), light.haze, 0.2),
    )
    canvas.drawRect(rect(x - 24 * unit, y - 170 * unit, 48 * unit, 170 * unit), fill(wall))
    canvas.drawPath(
        polygon([(x - 30 * unit, y - 168 * unit), (x, y - 270 * unit), (x + 30 * unit, y - 168 * unit)]), fill(roof)
    )
    canvas.drawRect(rect(x + 24 * unit, y - 90 * unit, 96 * unit, 90 * unit), fill(scale_rgb(wall, 0.9)))
    canvas.drawPath(
        polygon(
            [
                (x + 18 * unit, y - 88 * unit),
                (x + 36 * unit, y - 140 * unit),
                (x + 108 * unit, y - 140 * unit),
                (x + 128 * unit, y - 88 * unit),
            ]
        ),
        fill(scale_rgb(roof, 0.9)),
    )
    pane = (255, 214, 130) if context.scene.time in ("night", "sunset") else scale_rgb(roof, 0.8)
    canvas.drawCircle(x, y - 140 * unit, 11 * unit, fill(pane))
    for dx in (46, 72, 98):
        canvas.drawRRect(
            skia.RRect.MakeRectXY(rect(x + (dx - 6) * unit, y - 62 * unit, 12 * unit, 34 * unit), 6 * unit, 6 * unit),
            fill(pane),
        )
