"""Ancient ruins, and the surface of an alien planet."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, low_ridge, mountains
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky, stars
from limner_illustrator.backdrops.space import planet
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.canvas import Point, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_MARBLE: RGB = (214, 204, 186)


@backdrop(
    "ruins",
    phrases=(
        "ancient ruins, ruins, temple ruins, ruined temple, greek ruins, roman ruins, overgrown ruins, "
        "lost city, ancient temple, stone ruins, crumbling ruins"
    ),
    location="among ancient ruins",
    scenery="ancient ruins",
    block=((168, 172, 120), (128, 112, 92)),
    winter="snowy",
)
def ruins(context: BackdropContext) -> Ground:
    """Broken columns, an arch and fallen blocks, overgrown with ivy."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.54
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.16)
    far, near = meadow_greens(context)
    if is_white(context.scene):
        far, near = (222, 232, 244), (240, 246, 252)
    ridge = hills(context, horizon, (far, mix(far, near, 0.6)), layers=2, swing=0.02, step=0.05)
    xs = sorted(width * rng.random() for _ in range(round(9 * across(context))))
    tree_line(context, xs, ridge.at, (90, 150), 0.16)
    row = horizon + height * 0.14
    turf(context, horizon + height * 0.11)
    _arch(context, width * (0.5 + 0.3 * context.light.side), row, 330 * unit)
    tallest = min(430 * unit, height * 0.5)
    for share, tall in ((0.08, 1.0), (0.22, 0.62), (0.36, 0.86), (0.62, 0.5), (0.76, 0.92), (0.92, 0.7)):
        at = share if context.light.side > 0 else 1 - share
        if abs(at - (0.5 + 0.3 * context.light.side)) > 0.13:
            _column(context, width * at, row + rng.uniform(0, 24) * unit, tallest * tall, broken=tall < 0.95)
    for share, size in ((0.14, 60), (0.44, 44), (0.55, 70), (0.86, 54)):
        _block(context, share * width, row + rng.uniform(30, 70) * unit, size * unit)
    for share in (0.02, 0.3, 0.7, 0.97):
        bush(context, share * width, row + 44 * unit, 110 * unit, (96, 146, 78))
    return Ground(y=height * 0.88, horizon=horizon, cover="snow" if is_white(context.scene) else "grass")


def _marble(context: BackdropContext) -> RGB:
    return in_light(_MARBLE, context.light)


def _column(context: BackdropContext, x: float, foot: float, tall: float, *, broken: bool) -> None:
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    half, tone, top = 34 * unit, _marble(context), foot - tall
    jag: list[Point] = [(x + (k / 4 - 0.5) * 2 * half, top + rng.uniform(-26, 30) * unit) for k in range(5)]
    crest = jag if broken else [(x - half, top), (x + half, top)]
    shaft = polygon([(x - half * 1.12, foot), *crest, (x + half * 1.12, foot)])
    tones = [mix(tone, light.key, 0.4), tone, scale_rgb(tone, 0.66)]
    ends = ((x - half, 0), (x + half, 0)) if light.side < 0 else ((x + half, 0), (x - half, 0))
    canvas.drawPath(shaft, shader_paint(linear(*ends, tones)))
    canvas.save()
    canvas.clipPath(shaft, True)
    flutes = skia.Path()
    for k in range(1, 6):
        flutes.addRect(
            skia.Rect.MakeXYWH(x + (k / 3 - 1) * half - 3 * unit, top - 40 * unit, 6 * unit, tall + 40 * unit)
        )
    canvas.drawPath(flutes, fill(scale_rgb(tone, 0.72), 120))
    for down in (0.36, 0.7):
        canvas.drawLine(
            x - half * 1.2,
            top + tall * down,
            x + half * 1.2,
            top + tall * down,
            stroke(scale_rgb(tone, 0.6), 3 * unit, 150),
        )
    canvas.restore()
    slabs = [(foot - 18 * unit, 1.5, 26)] if broken else [(foot - 18 * unit, 1.5, 26), (top - 30 * unit, 1.5, 34)]
    for y, grow, high in slabs:
        box = skia.Rect.MakeXYWH(x - half * grow, y, 2 * half * grow, high * unit)
        canvas.drawRect(box, shader_paint(linear(*ends, tones)))
    _ivy(context, x, foot, half, tall)


def _ivy(context: BackdropContext, x: float, foot: float, half: float, tall: float) -> None:
    rng, unit = context.rng, context.unit
    green = snow_tones(context.light)[0] if is_white(context.scene) else in_light((84, 136, 66), context.light)
    paths = [skia.Path(), skia.Path()]
    sway = rng.uniform(0, math.tau)
    climb = rng.uniform(0.4, 0.9)
    for k in range(40):
        share = k / 40 * climb
        at = x + math.sin(sway + share * 9) * half * 0.9 + rng.uniform(-8, 8) * unit
        size = unit * rng.uniform(6, 12)
        paths[k % 2].addOval(skia.Rect.MakeXYWH(at - size, foot - share * tall - size * 0.8, 2 * size, 1.6 * size))
    context.canvas.drawPath(paths[0], fill(scale_rgb(green, 0.76)))
    context.canvas.drawPath(paths[1], fill(mix(green, context.light.key, 0.2)))


def _arch(context: BackdropContext, x: float, foot: float, tall: float) -> None:
    unit, canvas, light, tone = context.unit, context.canvas, context.light, _marble(context)
    half, inner = 150 * unit, 92 * unit
    wall = skia.Path()
    wall.addPath(
        polygon(
            [
                (x - half, foot),
                (x - half, foot - tall),
                (x - half * 0.2, foot - tall * 1.06),
                (x + half * 0.5, foot - tall * 0.98),
                (x + half, foot - tall * 0.76),
                (x + half, foot),
            ]
        )
    )
    hole = skia.Path()
    hole.addRect(skia.Rect.MakeLTRB(x - inner, foot - tall * 0.48, x + inner, foot + 2))
    hole.addOval(skia.Rect.MakeLTRB(x - inner, foot - tall * 0.48 - inner, x + inner, foot - tall * 0.48 + inner))
    shape = skia.Op(wall, hole, skia.PathOp.kDifference_PathOp)
    tones = [mix(tone, light.key, 0.3), scale_rgb(tone, 0.74)]
    canvas.drawPath(shape, shader_paint(linear((x - half, foot - tall), (x + half, foot), tones)))
    canvas.save()
    canvas.clipPath(shape, True)
    joints = skia.Path()
    for row in range(int(tall / (40 * unit)) + 2):
        y = foot - row * 40 * unit
        joints.moveTo(x - half, y)
        joints.lineTo(x + half, y)
        for k in range(6):
            at = x - half + (k + 0.5 * (row % 2)) * 60 * unit
            joints.moveTo(at, y)
            joints.lineTo(at, y - 40 * unit)
    canvas.drawPath(joints, stroke(scale_rgb(tone, 0.62), 2.6 * unit, 140))
    canvas.restore()
    for side in (-1, 1):
        _ivy(context, x + side * (half + inner) / 2, foot, (half - inner) * 0.4, tall * 0.9)


def _block(context: BackdropContext, x: float, y: float, size: float) -> None:
    tone, canvas = _marble(context), context.canvas
    top = polygon(
        [(x - size, y - size * 0.7), (x - size * 0.6, y - size), (x + size * 1.2, y - size), (x + size, y - size * 0.7)]
    )
    canvas.drawRect(skia.Rect.MakeLTRB(x - size, y - size * 0.7, x + size, y), fill(scale_rgb(tone, 0.84)))
    canvas.drawPath(
        polygon(
            [(x + size, y - size * 0.7), (x + size * 1.2, y - size), (x + size * 1.2, y - size * 0.3), (x + size, y)]
        ),
        fill(scale_rgb(tone, 0.62)),
    )
    canvas.drawPath(top, fill(mix(tone, context.light.key, 0.4)))


@backdrop(
    "alienplanet",
    phrases=(
        "alien planet, alien planets, alien world, alien landscape, strange planet, another planet, distant planet, "
        "exoplanet, extraterrestrial landscape, surface of a planet, on a planet, on an alien planet"
    ),
    location="on an alien planet",
    prompt_rank=2,
    block=((150, 96, 170), (90, 60, 120)),
    winter="none",
)
def alien_planet(context: BackdropContext) -> Ground:
    """Violet ground, spires, glowing plants, a ringed planet and moons in the sky."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    horizon = height * 0.56
    schemes: tuple[tuple[RGB, RGB, RGB, RGB], ...] = (
        ((40, 22, 84), (150, 70, 150), (250, 150, 140), (134, 76, 150)),
        ((10, 50, 84), (30, 130, 140), (190, 230, 170), (52, 112, 130)),
        ((52, 20, 66), (190, 70, 90), (255, 190, 110), (170, 80, 84)),
    )
    zenith, middle, low, soil = rng.choice(schemes)
    dim = 0.55 if context.scene.time == "night" else 1.0
    canvas.drawPaint(
        shader_paint(linear((0, 0), (0, horizon * 1.1), [scale_rgb(one, dim) for one in (zenith, middle, low)]))
    )
    stars(canvas, rng, width, height * 0.4, unit, 0.8)
    side = context.light.side
    if not any("moon" in one.noun or "planet" in one.noun for one in context.scene.entities):
        planet(context, width * (0.5 + 0.3 * side), height * 0.2, unit * 120, (226, 160, 120), ringed=True)
        planet(context, width * (0.5 - 0.26 * side), height * 0.13, unit * 44, (190, 200, 226))
        planet(context, width * (0.5 - 0.06 * side), height * 0.3, unit * 22, (226, 200, 190))
    for layer in range(3):
        _spires(context, horizon, layer, scale_rgb(mix(soil, low, 0.62 - 0.26 * layer), dim))
    for layer, top in enumerate((0.57, 0.65, 0.76)):
        near = layer / 2
        ridge = low_ridge(context, height * top, height * 0.02, 4, 0.5)
        tone = scale_rgb(mix(mix(soil, low, 0.3), soil, near), dim)
        ramp = linear(
            (0, height * (top - 0.03)), (0, height * (top + 0.25)), [mix(tone, low, 0.4), tone, scale_rgb(tone, 0.62)]
        )
        canvas.drawPath(ridge.path(height + 10), shader_paint(ramp))
    mottle(
        canvas, rng, (0, height * 0.74, width, height * 0.28), scale_rgb(soil, 0.55 * dim), mix(soil, low, 0.5), 0.36
    )
    for _ in range(round(9 * across(context))):
        share = rng.random()
        size = unit * rng.uniform(30, 90)
        boulder(
            context, share * width, height * rng.uniform(0.76, 1.0), size * 1.4, size * 0.7, scale_rgb(soil, 0.8 * dim)
        )
    plants = sorted((rng.uniform(0.7, 0.99), rng.random()) for _ in range(round(16 * across(context))))
    for y, share in plants:
        if abs(share - 0.5) > 0.2:
            _glowing_plant(
                context,
                share * width,
                y * height,
                unit * (40 + 260 * (y - 0.66)),
                rng.choice(((120, 255, 226), (255, 140, 220), (190, 255, 120))),
            )
    return Ground(y=height * 0.88, horizon=horizon)


def _spires(context: BackdropContext, horizon: float, layer: int, tone: RGB) -> None:
    rng, width, height = context.rng, context.width, context.height
    for _ in range(round((6 - layer) * across(context))):
        x = width * rng.random()
        tall, half = height * rng.uniform(0.08, 0.2) * (0.6 + 0.2 * layer), context.unit * rng.uniform(24, 52)
        base = horizon + height * (0.03 + 0.03 * layer)
        lean = rng.uniform(-0.6, 0.6) * half
        spire = skia.Path()
        spire.moveTo(x - half, base)
        spire.quadTo(x - half * 0.3, base - tall * 0.6, x + lean, base - tall)
        spire.quadTo(x + half * 0.3, base - tall * 0.5, x + half, base)
        spire.close()
        context.canvas.drawPath(
            spire, shader_paint(linear((x - half, 0), (x + half, 0), [mix(tone, WHITE, 0.2), scale_rgb(tone, 0.8)]))
        )


def _glowing_plant(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    """Curled stalks with bulbs of light."""
    rng, canvas = context.rng, context.canvas
    for k in range(3):
        bend, tall = (k - 1) * size * 0.5, size * rng.uniform(0.7, 1.1)
        stalk = skia.Path()
        stalk.moveTo(x, y)
        stalk.quadTo(x, y - tall * 0.8, x + bend, y - tall)
        canvas.drawPath(stalk, stroke(scale_rgb(rgb, 0.4), size * 0.06, StrokeCap=skia.Paint.kRound_Cap))
        glow(canvas, x + bend, y - tall, size * 0.5, rgb, 120)
        bulb = radial((x + bend, y - tall), size * 0.14, [mix(rgb, WHITE, 0.7), rgb])
        canvas.drawCircle(x + bend, y - tall, size * 0.14, shader_paint(bulb))
