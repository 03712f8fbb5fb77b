"""Wild country: jungle, swamp, canyon, ice, an islet in the sea."""

import math

import skia

from limner_illustrator.backdrops.broad_leaves import frame_with_leaves
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.forest import forest
from limner_illustrator.backdrops.inland_water import draw_river_bed
from limner_illustrator.backdrops.land import across, low_ridge, mountains, white_ground
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bare_tree, bush, grass, palm
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_haze, in_light, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import glitter, water, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "jungle",
    phrases="jungle, jungles, rainforest, rain forest, tropical forest, dschungel, selva, 丛林",
    location="in a jungle",
    hides_sky=True,
    winter="none",
)
def jungle(context: BackdropContext) -> Ground:
    """The forest, hung with vines and framed by great leaves."""
    ground = forest(context)
    frame_with_leaves(context)
    return ground


@backdrop(
    "swamp",
    phrases="swamp, swamps, marsh, bog, bayou, everglades",
    location="in a swamp",
    block=((108, 128, 84), (74, 66, 52)),
)
def swamp(context: BackdropContext) -> Ground:
    """Still green water among leaning trees hung with moss."""
    rng, unit, width, height, light = context.rng, context.unit, context.width, context.height, context.light
    shore = height * 0.54
    sky(context, shore, orb=context.scene.time == "night")
    veil = mix(in_light((184, 200, 150), light), light.haze, 0.4)
    context.canvas.drawPaint(shader_paint(linear((0, 0), (0, shore), [(*veil, 90), (*veil, 215)])))
    for i in range(round(16 * across(context))):
        bush(
            context,
            (i + rng.random()) * 66 * unit,
            shore + 8 * unit,
            unit * rng.uniform(110, 190),
            mix((104, 128, 84), veil, 0.3),
        )
    colors: tuple[RGB, RGB] = (mix(in_light((132, 150, 96), light), light.haze, 0.2), in_light((44, 66, 46), light))
    water(context, shore, colors, waves=0.35)
    for x, down, tall in (
        (0.08, 0.10, 640),
        (0.24, 0.04, 420),
        (0.72, 0.03, 400),
        (0.93, 0.12, 680),
        (0.55, 0.01, 300),
    ):
        foot = shore + down * height
        context.canvas.drawOval(
            skia.Rect.MakeXYWH(x * width - 70 * unit, foot - 10 * unit, 140 * unit, 24 * unit),
            fill(scale_rgb(colors[1], 0.8), 150),
        )
        bark = mix(in_light((78, 70, 56), light), veil, 0.5 * (1 - down / 0.12))
        bare_tree(context, x * width, foot, min(tall * unit, foot * 1.05), bark)
        moss = mix(in_light((120, 142, 84), light), veil, 0.4 * (1 - down / 0.12))
        for _ in range(9):
            mx, my = x * width + rng.gauss(0, 0.24) * tall * unit * 0.6, foot - tall * unit * rng.uniform(0.5, 0.86)
            strand = unit * rng.uniform(40, 110)
            tuft = polygon([(mx - 9 * unit, my), (mx + 9 * unit, my), (mx + 2 * unit, my + strand)])
            context.canvas.drawPath(tuft, fill(moss, 170))
    _lily_pads(context, shore)
    return Ground(y=height * 0.80, horizon=shore, water=colors, cover="waves")


def _lily_pads(context: BackdropContext, shore: float) -> None:
    rng, unit = context.rng, context.unit
    green, pink = in_light((104, 158, 74), context.light), in_light((246, 176, 204), context.light)
    for _ in range(round(22 * across(context))):
        near = rng.random()
        x, y, size = (
            rng.random() * context.width,
            shore + (0.08 + 0.9 * near) * (context.height - shore),
            unit * (12 + 42 * near),
        )
        pad = skia.Path()
        pad.addArc(skia.Rect.MakeLTRB(x - size, y - size * 0.34, x + size, y + size * 0.34), 20, 325)
        pad.lineTo(x, y)
        context.canvas.drawPath(pad, fill(mix(green, context.light.key, rng.uniform(0, 0.25))))
        if rng.random() < 0.35:
            for petal in range(5):
                angle = math.pi * (0.1 + 0.2 * petal)
                end = (x + math.cos(angle) * size * 0.4, y - math.sin(angle) * size * 0.45)
                context.canvas.drawLine(x, y, *end, stroke(pink, size * 0.2, StrokeCap=skia.Paint.kRound_Cap))


@backdrop(
    "canyon",
    phrases="canyon, canyons, grand canyon",
    location="in a canyon",
    block=((214, 138, 96), (156, 88, 60)),
)
def canyon(context: BackdropContext) -> Ground:
    """Banded walls of red rock that step down to a floor of sand."""
    rng, unit, width, height, light, canvas = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.light,
        context.canvas,
    )
    horizon = height * 0.60
    sky(context, horizon)
    floor = in_haze((226, 168, 116), light, 0.25)
    canvas.drawRect(skia.Rect.MakeLTRB(0, horizon, width, height), fill(floor))
    for layer, (inner, high, low, far) in enumerate(
        ((0.08, 0.34, 0.62, 0.5), (0.17, 0.25, 0.67, 0.28), (0.29, 0.12, 0.76, 0.06))
    ):
        for side in (-1, 1):
            tone = in_haze((208, 112, 74), light, far)
            edge = width / 2 + side * width * 0.54
            reach = width * (0.54 - inner)
            wall, steps = [(edge, low * height), (edge, high * height)], 7
            for i in range(steps + 1):
                t = i / steps
                jut = rng.uniform(-0.04, 0.04) * width * (0.3 + layer * 0.3)
                in_x = edge - side * reach * (0.45 + 0.55 * t) + jut
                y0, y1 = high + (low - high) * t * 0.9, high + (low - high) * (t + 0.10) * 0.9
                wall += [(in_x, y0 * height), (in_x - side * reach * 0.03, y1 * height)]
            wall.append((wall[-1][0], low * height))
            mass = polygon(wall)
            bright = side * light.side < 0
            tones = [mix(tone, light.key, 0.34), tone] if bright else [scale_rgb(tone, 0.84), scale_rgb(tone, 0.6)]
            canvas.drawPath(mass, shader_paint(linear((0, high * height), (0, low * height), tones)))
            canvas.save()
            canvas.clipPath(mass, True)
            for i in range(15):
                y = (high + (low - high) * (i + rng.random() * 0.6) / 15) * height
                band = mix(tone, (250, 214, 160) if i % 3 == 0 else (120, 48, 40), 0.45)
                line = low_ridge(context, y, 5 * unit, 3, 0.5)
                strip = polygon([*zip(line.xs, line.ys, strict=True)], close=False)
                canvas.drawPath(strip, stroke(band, unit * rng.uniform(4, 15), 110))
            canvas.restore()
    sand = in_light((232, 178, 120), light)
    ridge = low_ridge(context, height * 0.73, height * 0.012, 3, 0.4)
    canvas.drawPath(
        ridge.path(height + 10),
        shader_paint(linear((0, height * 0.72), (0, height), [mix(sand, light.key, 0.3), sand, scale_rgb(sand, 0.76)])),
    )
    mottle(canvas, rng, (0, height * 0.76, width, height * 0.26), scale_rgb(sand, 0.7), mix(sand, WHITE, 0.4), 0.3)
    spot_x = None
    if "river" in context.scene.accents:
        draw_river_bed(context, height * 0.62, height)
        spot_x = width * (0.36 if light.side < 0 else 0.64)
    for at, wide in ((0.1, 120), (0.2, 60), (0.86, 140), (0.73, 50)):
        boulder(context, at * width, height * rng.uniform(0.80, 0.97), wide * unit, wide * 0.62 * unit, (196, 112, 78))
    return Ground(y=height * 0.86, horizon=horizon, spot_x=spot_x)


@backdrop(
    "arctic",
    phrases=(
        "arctic, the arctic, antarctic, antarctica, north pole, south pole, glacier, glaciers, "
        "ice floe, frozen sea, on the ice"
    ),
    location="in the Arctic",
    block=((240, 246, 252), (150, 170, 196)),
    winter="snowy",
)
def arctic(context: BackdropContext) -> Ground:
    """Icebergs in a dark sea before a shelf of ice."""
    rng, unit, width, height, light, canvas = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.light,
        context.canvas,
    )
    horizon = height * 0.52
    orb = sky(context, horizon)
    mountains(context, horizon + height * 0.01, layers=1, rise=0.14, rock=(140, 166, 206))
    far, near = water_colors(context)
    colors = (mix(far, (120, 190, 214), 0.4), mix(near, (26, 84, 128), 0.5))
    water(context, horizon, colors, waves=0.6)
    glitter(context, orb, horizon)
    bright, shade = snow_tones(light)
    ice = mix(shade, in_light((96, 186, 226), light), 0.55)
    for i in range(round(4 * across(context))):
        at = (i + rng.uniform(0.25, 0.75)) / round(4 * across(context)) * width
        size, y = unit * rng.uniform(90, 190), horizon + height * rng.uniform(0.02, 0.09)
        peak = [
            (at - size, y),
            (at - size * 0.7, y - size * 0.5),
            (at - size * 0.3, y - size * rng.uniform(0.7, 1.1)),
            (at + size * 0.15, y - size * 0.62),
            (at + size * 0.5, y - size * rng.uniform(0.5, 0.9)),
            (at + size, y),
        ]
        canvas.drawPath(
            polygon(peak), shader_paint(linear((0, y - size), (0, y), [bright, mix(bright, ice, 0.5), ice]))
        )
        dark = [peak[2], peak[3], (at + size * 0.1, y), (at - size * 0.22, y)]
        canvas.drawPath(
            polygon(dark if light.side < 0 else [peak[1], peak[2], (at - size * 0.22, y), (at - size * 0.6, y)]),
            fill(ice, 170),
        )
        canvas.drawOval(
            skia.Rect.MakeLTRB(at - size * 1.05, y - 3 * unit, at + size * 1.05, y + size * 0.12), fill(ice, 130)
        )
    for _ in range(round(10 * across(context))):
        x, y, wide = rng.random() * width, horizon + height * rng.uniform(0.1, 0.2), unit * rng.uniform(30, 80)
        floe = [
            (x - wide, y),
            (x - wide * 0.4, y - wide * 0.16),
            (x + wide * 0.7, y - wide * 0.12),
            (x + wide, y + wide * 0.04),
            (x, y + wide * 0.16),
        ]
        canvas.drawPath(polygon([(a, b + wide * 0.09) for a, b in floe]), fill(ice))
        canvas.drawPath(polygon(floe), fill(bright))
    edge = low_ridge(context, height * 0.745, height * 0.014, 4, 0.55)
    cliff = [*zip(edge.xs, edge.ys, strict=True), *zip(edge.xs[::-1], edge.ys[::-1] + 34 * unit, strict=True)]
    white_ground(context, height * 0.77, layers=2, step=0.08)
    canvas.drawPath(polygon(cliff), shader_paint(linear((0, height * 0.74), (0, height * 0.8), [bright, ice])))
    edge_y = height * 0.74
    return Ground(
        y=height * 0.87, horizon=horizon, cover="snow", water=colors, bank=edge_y, afloat=edge_y - 0.06 * height
    )


@backdrop(
    "island",
    phrases="tropical island, desert island, island, islands, deserted island",
    location="on a tropical island",
    has_ships_offshore=True,
    block=((240, 216, 160), (204, 162, 108)),
    winter="none",
)
def islet(context: BackdropContext) -> Ground:
    """A heap of sand with palms in the middle of the sea."""
    rng, unit, width, height, light, canvas = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.light,
        context.canvas,
    )
    horizon = height * 0.54
    orb = sky(context, horizon)
    colors = water_colors(context)
    if context.scene.time == "day" and context.scene.weather == "clear":
        colors = (70, 190, 210), (24, 120, 170)
    water(context, horizon, colors)
    glitter(context, orb, horizon)
    y, half = height * 0.84, min(width * 0.47, height * 0.62)
    for grow, rgb, alpha in ((1.12, (150, 226, 222), 120), (1.05, WHITE, 150), (1.0, (214, 188, 142), 255)):
        canvas.drawOval(
            skia.Rect.MakeLTRB(
                width / 2 - half * grow, y - half * 0.2 * grow, width / 2 + half * grow, y + half * 0.19 * grow
            ),
            fill(in_light(rgb, light), alpha),
        )
    sand = in_light((246, 222, 172), light)
    mound = skia.Path()
    mound.moveTo(width / 2 - half * 0.95, y + half * 0.02)
    mound.cubicTo(
        width / 2 - half * 0.6,
        y - half * 0.3,
        width / 2 + half * 0.6,
        y - half * 0.3,
        width / 2 + half * 0.95,
        y + half * 0.02,
    )
    mound.cubicTo(
        width / 2 + half * 0.6,
        y + half * 0.2,
        width / 2 - half * 0.6,
        y + half * 0.2,
        width / 2 - half * 0.95,
        y + half * 0.02,
    )
    canvas.drawPath(
        mound,
        shader_paint(
            linear((0, y - half * 0.24), (0, y + half * 0.16), [mix(sand, light.key, 0.3), sand, scale_rgb(sand, 0.8)])
        ),
    )
    tall = min(height * 0.52, width * 0.6)
    for dx, size, lean in ((-0.5, 1.0, 0.12), (-0.6, 0.74, -0.2), (0.62, 0.62, 0.16)):
        palm(context, width / 2 + dx * half, y - half * 0.08, tall * size, lean)
    for dx in (-0.66, -0.45, 0.56):
        bush(context, width / 2 + dx * half, y - half * 0.05, 110 * unit, (92, 160, 78))
    grass(context, y - half * 0.14, y - half * 0.06, (150, 176, 90), 0.02)
    for _ in range(5):
        x, size = width / 2 + rng.uniform(-0.7, 0.7) * half, unit * rng.uniform(7, 12)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x, y + rng.uniform(-0.02, 0.08) * half, size * 2, size),
            fill(in_light((255, 236, 226), light)),
        )
    return Ground(y=y, horizon=horizon)
