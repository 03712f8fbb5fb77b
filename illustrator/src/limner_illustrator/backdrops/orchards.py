"""Cultivated land: an orchard, a vineyard, a park of cherry trees, rice terraces."""

import math
from dataclasses import replace

import skia

from limner_illustrator.backdrops.building_canvas import building_at
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, low_ridge, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.landmarks.temples import pagoda
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import crown, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, leaf_colors, meadow_greens, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_BLOSSOM: tuple[RGB, ...] = ((250, 178, 204), (252, 206, 222), (244, 156, 190))

_FRUITS: dict[str, RGB] = {
    "orange": (250, 150, 40), "lemon": (246, 218, 70), "pear": (196, 206, 80), "peach": (250, 176, 120),
    "plum": (112, 60, 130), "cherry": (190, 24, 44), "olive": (96, 110, 60), "apple": (222, 52, 48),
}  # fmt: skip


def _ground(context: BackdropContext, top: float) -> str:
    """Draws the near ground of the season from `top` down. Returns what covers feet there."""
    if is_white(context.scene):
        white_ground(context, top, layers=3, step=0.06)
        return "snow"
    turf(context, top)
    return "grass"


def _avenue(
    context: BackdropContext, horizon: float, colors: tuple[RGB, ...], fruit: RGB | None, rows: int = 4
) -> None:
    """Trees in two rows towards the viewer."""
    rng, unit, width, height = context.rng, context.unit, context.width, context.height
    for row in range(rows):
        near = (row / (rows - 1)) ** 1.4
        y, tall = horizon + height * (0.02 + 0.24 * near), unit * (120 + 520 * near)
        spread = min(width, height * 1.4) * (0.10 + 0.46 * near)
        step = spread * 0.9
        for side in (-1, 1):
            for k in range(1 + int(max(0.0, width / 2 - spread) / step)):
                x = width / 2 + side * (spread + k * step) + rng.uniform(-12, 12) * unit
                tree(context, x, y, tall, rng.choice(colors), 0.3 * (1 - near))
                if fruit is not None and context.scene.season != "winter":
                    apples = skia.Path()
                    for _ in range(12):
                        angle, reach = rng.random() * math.tau, math.sqrt(rng.random())
                        apples.addCircle(
                            x + math.cos(angle) * reach * tall * 0.26,
                            y - tall * (0.66 + 0.26 * reach * math.sin(angle)),
                            tall * 0.02,
                        )
                    context.canvas.drawPath(apples, fill(in_light(fruit, context.light)))


@backdrop(
    "orchard",
    phrases="orchard, orchards, apple orchard",
    location="in an orchard",
    winter="snowy",
)
def orchard(context: BackdropContext) -> Ground:
    horizon = context.height * 0.54
    sky(context, horizon)
    far, near = meadow_greens(context)
    hills(context, horizon - context.height * 0.02, (far, mix(far, near, 0.5)), layers=2, swing=0.03, step=0.03)
    cover = _ground(context, horizon + context.height * 0.03)
    spring = context.scene.season == "spring" or "flowers" in context.scene.accents
    words = context.scene.prompt.lower()
    named = next((rgb for word, rgb in _FRUITS.items() if word in words), _FRUITS["apple"])
    fruit = None if spring else named
    _avenue(context, horizon, _BLOSSOM if spring else leaf_colors(context), fruit)
    return Ground(y=context.height * 0.87, horizon=horizon, cover=cover)


@backdrop(
    "cherrypark",
    phrases=(
        "cherry blossom park, japanese garden, under cherry blossoms, cherry orchard, under the cherry blossoms, "
        "cherry blossom garden, cherry blossom trees, cherry blossom path, cherry blossom avenue, cherry blossom lane, "
        "cherry blossom road, cherry blossom street, cherry blossom alley, cherry blossom grove, cherry tree avenue, "
        "cherry blossom forest, cherry blossom tunnel, sakura path, sakura avenue, sakura park, sakura garden"
    ),
    location="in a cherry blossom park",
    winter="snowy",
)
def cherry_park(context: BackdropContext) -> Ground:
    """Blossom over a path that leads to a pagoda; petals on the wind."""
    if context.scene.season is None:
        context = replace(context, scene=replace(context.scene, season="spring"))
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    horizon = height * 0.54
    sky(context, horizon)
    draw_far_sight(context, horizon + height * 0.02)
    hills(context, horizon - height * 0.01, ((206, 196, 206), (176, 196, 150)), layers=2, swing=0.03, step=0.03)
    x = width * (0.5 + 0.12 * light.side)
    with building_at(context, x, horizon + height * 0.04, min(height * 0.24, width * 0.3), 0.2) as building:
        pagoda(building)
    cover = _ground(context, horizon + height * 0.03)
    path = in_light((232, 212, 190), light)
    trail = skia.Path()
    trail.moveTo(x - 14 * unit, horizon + height * 0.04)
    trail.cubicTo(width * 0.46, height * 0.68, width * 0.3, height * 0.8, width * 0.26, height * 1.02)
    trail.lineTo(width * 0.74, height * 1.02)
    trail.cubicTo(width * 0.62, height * 0.82, width * 0.56, height * 0.68, x + 14 * unit, horizon + height * 0.04)
    trail.close()
    canvas.drawPath(trail, shader_paint(linear((0, horizon), (0, height), [scale_rgb(path, 0.9), path])))
    _avenue(context, horizon, _BLOSSOM if context.scene.season == "spring" else leaf_colors(context), None)
    for side in (-1, 1):
        tone = in_light(rng.choice(_BLOSSOM), light)
        reach = min(width * 0.3, 330 * unit)
        crown(
            canvas, rng, light, (width / 2 + side * width * 0.52, height * 0.06), (reach, reach * 0.62), tone, 220, 0.11
        )
    petals = skia.Path()
    for _ in range(round(150 * across(context))):
        px, py, size = rng.random() * width, rng.random() ** 0.6 * height, unit * rng.uniform(3, 8)
        petals.addOval(skia.Rect.MakeXYWH(px, py, size * 1.8, size))
    canvas.drawPath(petals, fill(in_light((252, 196, 216), light), 220))
    return Ground(y=height * 0.88, horizon=horizon, cover=cover if cover == "snow" else None)


@backdrop(
    "vineyard",
    phrases="vineyard, vineyards, wine country, tuscany",
    location="in a vineyard",
    winter="snowy",
)
def vineyard(context: BackdropContext) -> Ground:
    """Rows of vines that run to a house on the hill."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    horizon = height * 0.52
    sky(context, horizon)
    far, near = meadow_greens(context)
    ridge = hills(
        context, horizon, (mix(far, (150, 170, 120), 0.4), mix(far, near, 0.4)), layers=3, swing=0.05, step=0.04
    )
    x = width * (0.5 - 0.2 * light.side)
    with building_at(context, x, ridge.at(x) + 8 * unit, unit * 120, 0.16) as building:
        building.box(-60, 0, 40, 46, (238, 210, 166))
        building.shape([(-66, 46), (-50, 66), (30, 66), (46, 46)], (196, 98, 66))
        building.box(40, 0, 66, 78, (230, 200, 154))
        building.shape([(36, 78), (53, 96), (70, 78)], (186, 90, 62))
        building.panes((-46, -24, -2, 20), (28,), (4, 7), (238, 210, 166))
    for dx in (-90, -74, 92, 110):
        with building_at(context, x + dx * unit, ridge.at(x) + 10 * unit, unit * 130, 0.16) as building:
            building.curve("M-9 4 C-14 40 -5 90 0 100 C5 90 14 40 9 4 Z", (60, 104, 74))
    top = height * 0.64
    hills(context, top, (near, scale_rgb(near, 0.94)), layers=1, swing=0.01)
    soil = in_light((186, 150, 104), light)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, top + 16 * unit, width, height),
        shader_paint(linear((0, top), (0, height), [mix(soil, in_light(near, light), 0.5), soil])),
    )
    leaf = (206, 128, 56) if context.scene.season == "autumn" else (92, 150, 66)
    grapes = in_light((112, 62, 140), light)
    count = round(6 * across(context)) + 4
    for i in range(-count, count + 1):
        if abs(i) < 1:
            continue
        row = 9
        for k in range(row):
            near_by = ((k + 1) / row) ** 1.6
            vx = width / 2 + (i - math.copysign(0.35, i)) * unit * (44 + 260 * near_by)
            vy, size = top + 20 * unit + (height * 0.4) * near_by, unit * (20 + 130 * near_by)
            if not -size < vx < width + size:
                continue
            tone = mix(in_light(leaf, light), light.haze, 0.2 * (1 - near_by))
            crown(canvas, rng, light, (vx, vy - size * 0.6), (size * 0.62, size * 0.42), tone, 26, 0.26)
            if near_by > 0.3 and context.scene.season not in ("winter", "spring"):
                bunch = skia.Path()
                for level in range(3):
                    for at in range(3 - level):
                        bunch.addCircle(
                            vx + (at - (2 - level) / 2) * size * 0.11, vy - size * (0.44 - 0.1 * level), size * 0.065
                        )
                canvas.drawPath(bunch, fill(grapes))
    return Ground(y=height * 0.88, horizon=horizon, cover="snow" if is_white(context.scene) else None)


@backdrop(
    "riceterraces",
    phrases="rice field, rice fields, rice terraces, rice paddy, rice paddies, terraced fields",
    location="on rice terraces",
)
def rice_terraces(context: BackdropContext) -> Ground:
    """Steps of water and young rice that follow the hills."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    horizon = height * 0.42
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.2, rock=(84, 124, 120))
    draw_far_sight(context, horizon + height * 0.03)
    shine = mix(light.sky[-1], light.key, 0.2)
    steps = 11
    for i in range(steps):
        near = i / (steps - 1)
        y = horizon + height * (0.03 + 0.56 * near**1.25)
        ridge = low_ridge(context, y, height * (0.012 + 0.02 * near), 2, 0.35)
        green = mix(in_light((138, 196, 84) if i % 3 else (186, 206, 90), light), light.haze, 0.35 * (1 - near))
        if context.scene.season == "autumn":
            green = mix(green, in_light((226, 186, 76), light), 0.6)
        deep = height * (0.03 + 0.075 * near)
        canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(
                linear((0, y), (0, y + deep), [scale_rgb(green, 0.55), scale_rgb(green, 0.8), green], [0, 0.3, 1])
            ),
        )
        edge = polygon([*zip(ridge.xs, ridge.ys, strict=True)], close=False)
        canvas.drawPath(edge, stroke(mix(green, light.key, 0.45), unit * (3 + 7 * near)))
        if i % 3 == 1:
            flat = [
                *zip(ridge.xs, ridge.ys + deep * 0.3, strict=True),
                *zip(ridge.xs[::-1], ridge.ys[::-1] + deep * 0.8, strict=True),
            ]
            canvas.drawPath(polygon(flat), fill(mix(shine, green, 0.25)))
        sprigs = skia.Path()
        for _ in range(round(60 * across(context))):
            x = rng.random() * width
            foot, tall = ridge.at(x) + deep * rng.uniform(0.25, 0.85), unit * (5 + 22 * near)
            for lean in (-0.4, 0.0, 0.4):
                sprigs.moveTo(x, foot)
                sprigs.lineTo(x + lean * tall, foot - tall)
        canvas.drawPath(sprigs, stroke(mix(green, light.key, 0.2), unit * (1.4 + 1.6 * near), 190))
    with building_at(context, width * (0.5 + 0.3 * light.side), height * 0.62, unit * 110, 0.14) as building:
        building.box(-34, 0, 34, 40, (176, 130, 86))
        building.curve("M-56 38 C-30 60 -14 84 0 92 C14 84 30 60 56 38 Z", (206, 170, 104))
        building.arches((0,), 0, 9, 28, (176, 130, 86))
    return Ground(y=height * 0.87, horizon=horizon, cover="grass")
