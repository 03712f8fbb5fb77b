"""Warm water to gather at: a lagoon, an oasis, a watering hole, a hot spring."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.desert import desert
from limner_illustrator.backdrops.land import across, low_ridge, mountains, white_ground
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.open_country import savanna
from limner_illustrator.backdrops.plants import bush, grass, palm, tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import add_wave, glitter, water, water_colors
from limner_illustrator.backdrops.waterside import has_swimmers, is_ashore
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "lagoon",
    phrases="lagoon, lagoons, blue lagoon, tropical lagoon, atoll, tropical bay, tropical beach",
    location="at a lagoon",
    has_swimmers=True,
    has_shore=True,
    block=((96, 214, 210), (40, 150, 176)),
    winter="none",
)
def lagoon(context: BackdropContext) -> Ground:
    """Shallow turquoise water inside green hills, palms, white sand."""
    rng, width, height, unit, light = context.rng, context.width, context.height, context.unit, context.light
    horizon, beach = height * 0.5, height * 0.77
    orb = sky(context, horizon)
    for layer, swing in ((0, 0.075), (1, 0.05)):
        ridge = low_ridge(context, horizon - height * (0.05 - 0.02 * layer), height * swing, 3, 0.4)
        tone = mix(in_light(((96, 150, 128), (70, 140, 92))[layer], light), light.haze, 0.45 - 0.25 * layer)
        context.canvas.drawPath(ridge.path(horizon + 4 * unit), fill(tone))
    for _ in range(round(9 * across(context))):
        palm(context, rng.random() * width, horizon + 5 * unit, unit * rng.uniform(90, 150), rng.uniform(-0.2, 0.2))
    colors = water_colors(context)
    if context.scene.time == "day" and context.scene.weather == "clear":
        colors = (58, 178, 200), (126, 228, 212)
    if has_swimmers(context.scene) and not is_ashore(context.scene):
        water(context, horizon, colors, waves=0.7)
        glitter(context, orb, horizon)
        return Ground(y=height * 0.78, horizon=horizon, water=colors, cover="waves")
    water(context, horizon, colors, bottom=beach + height * 0.05, waves=0.7)
    glitter(context, orb, horizon, beach)
    sand = in_light((252, 238, 206), light)
    shore = low_ridge(context, beach, height * 0.012, 2, 0.3)
    for lift, rgb, alpha in ((20, WHITE, 120), (9, WHITE, 220), (0, sand, 255)):
        context.canvas.save()
        context.canvas.translate(0, -lift * unit)
        context.canvas.drawPath(shore.path(height + 40), fill(rgb, alpha))
        context.canvas.restore()
    box = (0.0, beach + height * 0.02, float(width), height * 0.98 - beach)
    mottle(context.canvas, rng, box, scale_rgb(sand, 0.8), WHITE, 0.3)
    tall = min(height * 0.7, width * 0.76)
    for side, at, size, lean in ((-1, 0.04, 1.0, 0.2), (-1, 0.0, 0.7, 0.05), (1, 0.98, 0.86, -0.18)):
        palm(context, at * width, height * (0.86 + 0.03 * side), tall * size, lean)
    for at in (0.0, 0.08, 0.98):
        bush(context, at * width, height * 0.9, 150 * unit, (86, 160, 80))
    return Ground(y=height * 0.89, horizon=horizon, water=colors, bank=height * 0.78, afloat=height * 0.69)


def _pool(context: BackdropContext, box: tuple[float, float, float, float], rim: RGB) -> tuple[RGB, RGB]:
    """An oval of still water in (x, y, half width, half height), with its muddy rim."""
    rng, (x, y, wide, tall) = context.rng, box
    far, near = water_colors(context)
    outline = skia.Path()
    number = 26
    radii = [1 + rng.uniform(-0.06, 0.06) for _ in range(number)]
    points = [
        (x + math.cos(k * math.tau / number) * wide * radii[k], y + math.sin(k * math.tau / number) * tall * radii[k])
        for k in range(number)
    ]
    outline.addPath(polygon(points))
    soft = {"StrokeJoin": skia.Paint.kRound_Join, "PathEffect": skia.CornerPathEffect.Make(tall * 0.5)}
    shore = in_light(rim, context.light)
    context.canvas.drawPath(outline, stroke(scale_rgb(shore, 0.86), tall * 0.5, **soft))
    context.canvas.drawPath(outline, stroke(shore, tall * 0.26, **soft))
    shine = [mix(far, context.light.sky[-1], 0.6), far, near]
    ramp = linear((0, y - tall), (0, y + tall), shine, [0, 0.4, 1])
    context.canvas.drawPath(outline, shader_paint(ramp, PathEffect=skia.CornerPathEffect.Make(tall * 0.5)))
    ripples = skia.Path()
    for _ in range(14):
        share = rng.uniform(-0.7, 0.7)
        reach = math.sqrt(1 - share * share) * 0.7
        add_wave(
            ripples,
            x + rng.uniform(-reach, reach) * wide,
            y + share * tall,
            wide * rng.uniform(0.06, 0.2),
            2.5 * context.unit,
        )
    context.canvas.drawPath(ripples, fill(WHITE, 90))
    return far, near


@backdrop(
    "oasis",
    phrases="oasis, oases, desert oasis",
    location="at an oasis",
    block=((236, 204, 142), (196, 146, 92)),
    winter="none",
)
def oasis(context: BackdropContext) -> Ground:
    """Date palms around a pool between dunes."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    ground = desert(context)
    y, wide, tall = height * 0.715, min(width * 0.46, height * 0.6), height * 0.06
    back = [(at, y - tall * rng.uniform(0.6, 1.0)) for at in (0.1, 0.2, 0.33, 0.66, 0.8, 0.9)]
    for at, foot in back:
        bush(context, at * width, foot + 8 * unit, unit * rng.uniform(90, 140), (96, 150, 76))
        high = min(height * 0.42, width * 0.46) * rng.uniform(0.7, 1.0)
        palm(context, at * width, foot, high, rng.uniform(-0.16, 0.16))
    colors = _pool(context, (width / 2, y, wide, tall), (120, 160, 84))
    for at in (0.02, 0.1, 0.9, 0.99):
        bush(context, at * width, y + tall * 1.1, unit * rng.uniform(90, 130), (104, 158, 78))
    return Ground(y=height * 0.89, horizon=ground.horizon, water=colors, bank=y + tall, afloat=y)


@backdrop(
    "wateringhole",
    phrases="watering hole, watering holes, waterhole, waterholes, water hole, watering place",
    location="at a watering hole",
    block=((222, 190, 110), (166, 122, 76)),
    winter="none",
)
def watering_hole(context: BackdropContext) -> Ground:
    """A pool in the dry grass of the savanna."""
    width, height, unit = context.width, context.height, context.unit
    ground = savanna(context)
    y, wide, tall = height * 0.765, min(width * 0.42, height * 0.56), height * 0.05
    colors = _pool(context, (width / 2, y, wide, tall), (160, 126, 84))
    grass(context, y + tall * 1.2, height * 1.01, (196, 170, 92), 0.7)
    for at, size in ((0.12, 60), (0.2, 36), (0.86, 70)):
        boulder(context, at * width, y + tall * 0.8, 1.5 * size * unit, size * unit, (150, 130, 110))
    return Ground(y=height * 0.9, horizon=ground.horizon, water=colors, bank=y + tall * 1.1, afloat=y + tall * 0.3)


@backdrop(
    "hotspring",
    phrases="hot spring, hot springs, onsen, thermal spring, thermal springs, thermal pool, geothermal pool",
    location="in a hot spring",
    has_shore=True,
    block=((150, 206, 210), (96, 150, 160)),
    winter="snowy",
)
def hot_spring(context: BackdropContext) -> Ground:
    """A steaming pool between rocks."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    horizon = height * 0.5
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.2)
    white = is_white(context.scene)
    if white:
        ridge = white_ground(context, horizon, layers=2, step=0.05)
    else:
        ridge = low_ridge(context, horizon + height * 0.02, height * 0.012, 3, 0.4)
        canvas.drawPath(ridge.path(height + 10), fill(in_light((96, 136, 88), context.light)))
    xs = sorted(width * rng.random() for _ in range(round(10 * across(context))))
    tree_line(context, xs, ridge.at, (120, 190), 0.12)
    far, near = water_colors(context)
    colors = mix(far, (170, 226, 224), 0.6), mix(near, (86, 170, 180), 0.6)
    top = height * 0.62
    water(context, top, colors, waves=0.6)
    stone: RGB = (132, 126, 122)
    cap = snow_tones(context.light)[0]
    number = round(9 * across(context))
    for i in range(number + 1):
        x, size = (i + rng.uniform(-0.2, 0.2)) * width / number, unit * rng.uniform(70, 120)
        boulder(context, x, top + 16 * unit, size * 1.7, size, stone)
        if white:
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - size * 0.6, top + 8 * unit - size, size * 1.2, size * 0.3), fill(cap)
            )
    for x, size in ((0.02, 190), (0.14, 110), (0.88, 130), (0.99, 200)):
        boulder(context, x * width, height * 1.01, size * 1.5 * unit, size * unit, stone)
    for _ in range(round(9 * across(context))):
        x, size = rng.random() * width, unit * rng.uniform(120, 240)
        y = rng.uniform(0.46, 0.74) * height
        steam = radial((x, y), size, [(*WHITE, 90), (*WHITE, 50), (*WHITE, 0)], [0, 0.5, 1])
        canvas.drawCircle(x, y, size, shader_paint(steam))
    return Ground(y=height * 0.83, horizon=horizon, water=colors, cover="waves")
