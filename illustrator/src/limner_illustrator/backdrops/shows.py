"""A stadium, a circus tent, and the bridge of a spaceship."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import rounded_rect
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky, stars
from limner_illustrator.backdrops.space import deep_space, planet
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "stadium",
    phrases=(
        "stadium, stadiums, soccer field, football field, football stadium, soccer stadium, arena, football "
        "pitch, soccer pitch, baseball field, baseball stadium"
    ),
    location="in a stadium",
    winter="snowy",
)
def stadium(context: BackdropContext) -> Ground:
    """Stands full of spectators around a striped pitch, under floodlights."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    field = height * 0.62
    sky(context, field)
    top = height * 0.34
    canvas.drawRect(rect(0, top, width, field - top), fill(in_light((96, 106, 126), light)))
    hues: tuple[RGB, ...] = (
        (222, 66, 60),
        (56, 120, 206),
        (250, 206, 80),
        (246, 244, 240),
        (232, 170, 130),
        (70, 150, 100),
    )
    rows = 11
    for row in range(rows):
        y, size = top + (field - top) * (row + 0.3) / rows, unit * (8 + 5 * row / rows)
        paths = [skia.Path() for _ in hues]
        for i in range(int(width / (size * 2.5)) + 1):
            if rng.random() < 0.9 and not context.leaves_out("people"):
                paths[rng.randrange(len(hues))].addCircle(
                    (i + rng.uniform(-0.2, 0.2)) * size * 2.5, y + rng.uniform(-3, 3) * unit, size
                )
        for path, rgb in zip(paths, hues, strict=True):
            canvas.drawPath(path, fill(mix(in_light(rgb, light), light.haze, 0.2)))
    roof = in_light((226, 230, 236), light)
    canvas.drawPath(
        polygon(
            [
                (-10, top - 60 * unit),
                (width + 10, top - 60 * unit),
                (width + 10, top + 16 * unit),
                (-10, top + 16 * unit),
            ]
        ),
        shader_paint(linear((0, top - 60 * unit), (0, top + 16 * unit), [roof, scale_rgb(roof, 0.7)])),
    )
    canvas.drawRect(rect(0, field - 40 * unit, width, 44 * unit), fill(in_light((44, 86, 160), light)))
    for i in range(max(2, round(2 * across(context)))):
        x = (i + 0.5) / max(2, round(2 * across(context))) * width + (i - 0.5) * 90 * unit * (across(context) < 1.5)
        canvas.drawLine(x, top - 50 * unit, x, top - 240 * unit, stroke(in_light((110, 116, 126), light), 12 * unit))
        for k in range(8):
            lamp = (x + (k % 4 - 1.5) * 34 * unit, top - (240 + 34 * (k // 4)) * unit)
            canvas.drawCircle(*lamp, 14 * unit, fill((255, 252, 232)))
        glow(canvas, x, top - 256 * unit, 200 * unit, (255, 250, 220), 160)
    green = in_light((84, 172, 72), light)
    stripes = 9
    for i in range(stripes):
        y0, y1 = (field + (height - field) * (k / stripes) ** 1.4 for k in (i, i + 1))
        canvas.drawRect(rect(0, y0, width, y1 - y0 + 1), fill(green if i % 2 else scale_rgb(green, 0.88)))
    white = mix(in_light(WHITE, light), green, 0.1)
    y = field + (height - field) * 0.18
    canvas.drawLine(0, y, width, y, stroke(white, 6 * unit))
    canvas.drawOval(rect(width / 2 - 330 * unit, y + 30 * unit, 660 * unit, 190 * unit), stroke(white, 8 * unit))
    return Ground(y=height * 0.88, horizon=field)


@backdrop(
    "circus",
    phrases="circus, circus tent, circus ring, big top",
    location="in a circus tent",
    indoor=True,
    block=((232, 204, 150), (170, 130, 86)),
)
def circus(context: BackdropContext) -> Ground:
    """Inside the big top: stripes that meet above, a ring of sand."""
    unit, width, height, canvas = context.unit, context.width, context.height, context.canvas
    floor, middle, apex = height * 0.68, context.width / 2, -height * 0.1
    canvas.drawRect(rect(0, 0, width, floor), shader_paint(linear((0, 0), (0, floor), [(70, 14, 26), (150, 36, 44)])))
    stripes = 2 * round(9 * max(1.0, across(context) * 0.6)) + 1
    reach = width * 1.3
    for i in range(stripes):
        x0, x1 = (middle - reach / 2 + reach * k / stripes for k in (i, i + 1))
        rgb: RGB = (206, 50, 56) if i % 2 == 0 else (250, 238, 214)
        wedge = polygon([(middle, apex), (x0, floor * 0.62), (x0, floor), (x1, floor), (x1, floor * 0.62)])
        canvas.drawPath(
            wedge,
            shader_paint(linear((0, 0), (0, floor), [scale_rgb(rgb, 0.5), scale_rgb(rgb, 0.86), scale_rgb(rgb, 0.66)])),
        )
    for i in range(round(9 * across(context))):
        x = i / max(1, round(9 * across(context)) - 1) * width
        y = height * 0.20 + abs(x / width - 0.5) * height * 0.2
        glow(canvas, x, y, 90 * unit, (255, 214, 120), 150)
        canvas.drawCircle(x, y, 13 * unit, fill((255, 240, 190)))
    for side in (-1, 1):
        beam = [
            (middle + side * width * 0.46, 0),
            (middle - side * width * 0.22, height * 0.9),
            (middle + side * width * 0.10, height * 0.9),
        ]
        canvas.drawPath(
            polygon(beam),
            shader_paint(
                linear((0, 0), (0, height * 0.9), [(255, 246, 206, 130), (255, 246, 206, 16)]),
                BlendMode=skia.BlendMode.kScreen,
            ),
        )
    canvas.drawRect(rect(0, floor, width, height - floor), fill((96, 62, 52)))
    half = min(width * 0.56, height * 0.9)
    canvas.drawOval(rect(middle - half, floor - 8 * unit, half * 2, (height - floor) * 1.5), fill((206, 60, 58)))
    canvas.drawOval(
        rect(middle - half, floor - 18 * unit, half * 2, (height - floor) * 1.5), stroke((250, 206, 96), 12 * unit)
    )
    sand = rect(middle - half * 0.93, floor + 20 * unit, half * 1.86, (height - floor) * 1.4)
    canvas.drawOval(sand, shader_paint(radial((middle, height * 0.86), half, [(250, 222, 164), (214, 170, 112)])))
    stars_on = skia.Path()
    for i in range(round(10 * across(context))):
        angle = math.pi * (i + 0.5) / round(10 * across(context))
        stars_on.addCircle(
            middle + math.cos(angle) * half * 0.965, floor + 6 * unit + (1 - math.sin(angle)) * 46 * unit, 8 * unit
        )
    canvas.drawPath(stars_on, fill((255, 240, 190)))
    return Ground(y=height * 0.88, horizon=floor)


@backdrop(
    "spaceship",
    phrases=(
        "inside a spaceship, spaceship interior, spacecraft interior, bridge of a spaceship, spaceship cockpit, "
        "cockpit of a spaceship, cockpit of a rocket, space station, "
        "inside a spacecraft, inside a space station, on a spaceship"
    ),
    location="inside a spaceship",
    scenery="a spaceship interior",
    indoor=True,
    block=((150, 162, 184), (84, 94, 118)),
)
def spaceship(context: BackdropContext) -> Ground:
    """The bridge: a great window to the stars over consoles full of lamps."""
    rng, unit, width, height, canvas = context.rng, context.unit, context.width, context.height, context.canvas
    floor = height * 0.70
    deep_space(context)
    stars(canvas, rng, width, floor, unit, 0.6)
    planet(
        context,
        width * (0.5 + 0.2 * context.light.side),
        height * 0.34,
        min(width, height) * 0.15,
        rng.choice(((86, 150, 226), (226, 150, 96), (150, 204, 160))),
        ringed=True,
    )
    hull: RGB = (122, 134, 156)
    frame = skia.Path()
    frame.addRect(rect(-10, -10, width + 20, floor + 10))
    edge, top = 90 * unit, 96 * unit
    frame.addPath(
        polygon(
            [
                (edge * 1.6, top),
                (width - edge * 1.6, top),
                (width - edge * 0.7, floor * 0.7),
                (width - edge * 1.5, floor - 150 * unit),
                (edge * 1.5, floor - 150 * unit),
                (edge * 0.7, floor * 0.7),
            ]
        )
    )
    frame.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(frame, shader_paint(linear((0, 0), (0, floor), [scale_rgb(hull, 0.5), hull, scale_rgb(hull, 0.7)])))
    canvas.drawPath(frame, stroke((176, 190, 212), 7 * unit))
    for i in range(1, max(3, round(3 * across(context)))):
        x = i / max(3, round(3 * across(context))) * width
        canvas.drawLine(
            width / 2 + (x - width / 2) * 0.8, top, x, floor - 150 * unit, stroke(scale_rgb(hull, 0.6), 20 * unit)
        )
    for x in range(round(4 * across(context))):
        glow(canvas, (x + 0.5) / round(4 * across(context)) * width, 40 * unit, 140 * unit, (150, 220, 255), 150)
        canvas.drawRRect(
            rounded_rect(
                (x + 0.5) / round(4 * across(context)) * width - 60 * unit, 34 * unit, 120 * unit, 12 * unit, 6 * unit
            ),
            fill((220, 246, 255)),
        )
    desk = polygon(
        [(0, floor - 150 * unit), (width, floor - 150 * unit), (width, floor + 10 * unit), (0, floor + 10 * unit)]
    )
    canvas.drawPath(desk, shader_paint(linear((0, floor - 150 * unit), (0, floor), [(84, 94, 118), (46, 52, 74)])))
    screens = max(4, round(5 * across(context)))
    for i in range(screens):
        x, wide = (i + 0.12) / screens * width, width / screens * 0.76
        tint = rng.choice(((70, 220, 240), (110, 240, 170), (250, 170, 90), (190, 140, 255)))
        glow(canvas, x + wide / 2, floor - 100 * unit, wide * 0.7, tint, 90)
        canvas.drawRRect(rounded_rect(x, floor - 134 * unit, wide, 74 * unit, 10 * unit), fill(scale_rgb(tint, 0.24)))
        canvas.drawRRect(rounded_rect(x, floor - 134 * unit, wide, 74 * unit, 10 * unit), stroke(tint, 3 * unit))
        line = [(x + wide * (0.08 + 0.84 * k / 8), floor - (96 + 26 * rng.uniform(-1, 1)) * unit) for k in range(9)]
        canvas.drawPath(polygon(line, close=False), stroke(tint, 4 * unit))
        for k in range(int(wide / (30 * unit))):
            lamp = rng.choice(((255, 96, 96), (255, 214, 100), (110, 240, 160), (110, 190, 255)))
            canvas.drawCircle(x + (16 + 30 * k) * unit, floor - 34 * unit, 8 * unit, fill(lamp))
    canvas.drawRect(
        rect(0, floor + 8 * unit, width, height - floor),
        shader_paint(linear((0, floor), (0, height), [(58, 64, 88), (104, 114, 140)])),
    )
    grid = skia.Path()
    for i in range(-16, 17):
        grid.moveTo(width / 2 + i * 110 * unit, floor + 8 * unit)
        grid.lineTo(width / 2 + i * 260 * unit, height)
    for t in (0.12, 0.34, 0.66):
        grid.moveTo(0, floor + (height - floor) * t)
        grid.lineTo(width, floor + (height - floor) * t)
    canvas.drawPath(grid, stroke((150, 220, 255), 2.6 * unit, 90))
    return Ground(y=height * 0.88, horizon=floor)
