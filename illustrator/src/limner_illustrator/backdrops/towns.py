"""Places in a town: a neon alley, a rooftop, a balcony, a playground."""

import skia

from limner_illustrator.backdrops.accents import string_lights
from limner_illustrator.backdrops.buildings import glow, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import rounded_rect
from limner_illustrator.backdrops.land import across, hills
from limner_illustrator.backdrops.landmarks.drawing import draw_sight, sight_of
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import bush, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, leaf_colors, scale_rgb, snow_tones
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_TUBES: tuple[RGB, ...] = ((255, 60, 170), (60, 226, 255), (170, 92, 255), (255, 196, 70), (80, 250, 180))


@backdrop(
    "neonalley",
    phrases=(
        "cyberpunk alley, neon alley, cyberpunk street, cyberpunk city, neon street, neon city, neon-lit street, "
        "neon-lit alley, futuristic street"
    ),
    location="in a neon alley",
    is_lamplit=True,
    block=((84, 52, 116), (36, 24, 62)),
)
def neon_alley(context: BackdropContext) -> Ground:
    """Walls with signs on both sides, always at night and on wet ground."""
    rng, unit, width, height, canvas = context.rng, context.unit, context.width, context.height, context.canvas
    floor, middle = height * 0.70, width / 2
    canvas.drawPaint(
        shader_paint(
            linear((0, 0), (0, floor), [(14, 10, 40), (60, 24, 96), (210, 70, 170), (255, 150, 190)], [0, 0.4, 0.85, 1])
        )
    )
    gap = min(width * 0.16, height * 0.2)
    for layer in range(4):
        near = layer / 3
        for side in (-1, 1):
            inner = middle + side * (gap + (width / 2 - gap) * (0.06 + 0.62 * near**1.1))
            outer = middle + side * (width / 2 + 20)
            top = height * (0.24 - 0.34 * near) + rng.uniform(-30, 30) * unit
            tone = mix((74, 44, 110), (16, 12, 34), near)
            left, wide = min(inner, outer), abs(outer - inner)
            canvas.drawRect(
                rect(left, top, wide, floor - top + 8),
                shader_paint(linear((inner, 0), (outer, 0), [mix(tone, (120, 60, 160), 0.3), tone])),
            )
            _lit_windows(context, left, top, wide, floor - 60 * unit, near)
            for _ in range(2 + layer):
                tall = unit * rng.uniform(80, 170) * (0.5 + 0.6 * near)
                x = inner + side * (abs(outer - inner) * rng.uniform(0.02, 0.6) + 16 * unit)
                _sign(
                    context,
                    x,
                    rng.uniform(max(top, 0) + 20 * unit, floor - tall - 60 * unit),
                    tall * 0.34,
                    tall,
                    rng.choice(_TUBES),
                )
    for _ in range(7):
        y0, y1, sag = rng.uniform(0, 0.3) * height, rng.uniform(0, 0.34) * height, rng.uniform(30, 120) * unit
        cable = skia.Path()
        cable.moveTo(0, y0)
        cable.quadTo(middle, max(y0, y1) + sag, width, y1)
        canvas.drawPath(cable, stroke((12, 8, 26), 3.4 * unit))
    canvas.drawRect(
        rect(0, floor, width, height - floor),
        shader_paint(linear((0, floor), (0, height), [(70, 36, 96), (22, 16, 44)])),
    )
    return Ground(y=height * 0.88, horizon=floor, reflect_from=floor)


def _lit_windows(context: BackdropContext, left: float, top: float, wide: float, low: float, near: float) -> None:
    rng, unit = context.rng, context.unit
    size = unit * (14 + 16 * near)
    paths = [skia.Path() for _ in range(3)]
    for column in range(int(wide / (size * 2))):
        for row in range(int(max(0.0, low - top) / (size * 2.2))):
            if rng.random() < 0.3:
                paths[rng.randrange(3)].addRect(
                    rect(left + size * (0.5 + 2 * column), top + size * (0.6 + 2.2 * row), size, size * 1.2)
                )
    for path, rgb in zip(paths, ((255, 206, 130), (120, 210, 250), (240, 120, 210)), strict=True):
        context.canvas.drawPath(path, fill(rgb, 90 + 90 * near))


def _sign(context: BackdropContext, x: float, y: float, w: float, h: float, rgb: RGB) -> None:
    """An upright board of light with strokes that only look like letters."""
    canvas, unit = context.canvas, context.unit
    glow(canvas, x, y + h / 2, h * 0.95, rgb, 100)
    canvas.drawRRect(rounded_rect(x - w / 2, y, w, h, 6 * unit), fill((24, 14, 44), 235))
    canvas.drawRRect(rounded_rect(x - w / 2, y, w, h, 6 * unit), stroke(rgb, 4.5 * unit))
    marks = skia.Path()
    rows = max(2, int(h / (w * 0.9)))
    for i in range(rows):
        cy, r = y + h * (i + 0.5) / rows, w * 0.26
        if context.rng.random() < 0.4:
            marks.addCircle(x, cy, r)
        else:
            marks.moveTo(x - r, cy - r)
            marks.lineTo(x + r, cy - r)
            marks.moveTo(x, cy - r)
            marks.lineTo(x, cy + r)
            marks.moveTo(x - r, cy + r * context.rng.uniform(0, 1))
            marks.lineTo(x + r, cy + r * context.rng.uniform(0, 1))
    canvas.drawPath(marks, stroke(mix(rgb, WHITE, 0.55), 4 * unit, StrokeCap=skia.Paint.kRound_Cap))


@backdrop(
    "rooftop",
    phrases="rooftop, rooftops, roof terrace, on a roof, on the roof",
    location="on a rooftop",
    block=((168, 120, 98), (112, 78, 66)),
    winter="snowy",
)
def rooftop(context: BackdropContext) -> Ground:
    """A flat roof over the city, strung with lamps."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    base = height * 0.66
    sky(context, base)
    sight = sight_of(context)
    skyline(context, base, 0.55 if sight else 0.85)
    if sight:
        draw_sight(context, sight, width * (0.5 - 0.16 * light.side), base)
    brick = in_light((176, 106, 84), light)
    canvas.drawRect(
        rect(0, base - 10 * unit, width, 70 * unit),
        shader_paint(linear((0, base), (0, base + 60 * unit), [brick, scale_rgb(brick, 0.8)])),
    )
    stone = snow_tones(light)[0] if is_white(context.scene) else in_light((206, 196, 182), light)
    canvas.drawRect(rect(0, base - 24 * unit, width, 22 * unit), fill(stone))
    deck = in_light((180, 140, 104), light)
    canvas.drawRect(
        rect(0, base + 58 * unit, width, height),
        shader_paint(linear((0, base + 58 * unit), (0, height), [scale_rgb(deck, 0.78), deck])),
    )
    boards = skia.Path()
    for i in range(-24, 25):
        boards.moveTo(width / 2 + i * 66 * unit, base + 58 * unit)
        boards.lineTo(width / 2 + i * 150 * unit, height)
    canvas.drawPath(boards, stroke(scale_rgb(deck, 0.66), 2.4 * unit, 170))
    for at in (0.06, 0.17, 0.86, 0.95):
        x, y = at * width, base + 96 * unit
        canvas.drawPath(
            polygon(
                [(x - 50 * unit, y - 70 * unit), (x + 50 * unit, y - 70 * unit), (x + 38 * unit, y), (x - 38 * unit, y)]
            ),
            fill(in_light((196, 112, 80), light)),
        )
        bush(context, x, y - 62 * unit, unit * rng.uniform(110, 150), (84, 150, 78))
    string_lights(context, base - 330 * unit)
    return Ground(y=height * 0.88, horizon=base)


@backdrop(
    "balcony",
    phrases="balcony, balconies, terrace, veranda, porch",
    location="on a balcony",
    block=((206, 180, 150), (150, 122, 98)),
    winter="snowy",
)
def balcony(context: BackdropContext) -> Ground:
    """Tiles, an iron railing with flowers, and the country beyond."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    base = height * 0.70
    sky(context, height * 0.58)
    sight = sight_of(context)
    overlooks_city = not {"city", "skyline", "street"}.isdisjoint(context.scene.accents)
    if overlooks_city:
        skyline(context, base, 0.9)
    elif sight:
        skyline(context, height * 0.6, 0.45)
    if sight:
        draw_sight(context, sight, width * 0.5, height * 0.6)
    if not overlooks_city:
        hills(context, height * 0.58, ((140, 180, 130), (110, 160, 96)), layers=2, swing=0.03, step=0.05)
    stone, iron = in_light((226, 206, 180), light), in_light((64, 66, 76), light)
    canvas.drawRect(
        rect(0, base, width, height - base),
        shader_paint(linear((0, base), (0, height), [scale_rgb(stone, 0.8), stone])),
    )
    joints = skia.Path()
    for i in range(-18, 19):
        joints.moveTo(width / 2 + i * 96 * unit, base)
        joints.lineTo(width / 2 + i * 210 * unit, height)
    for t in (0.16, 0.4, 0.72):
        joints.moveTo(0, base + (height - base) * t)
        joints.lineTo(width, base + (height - base) * t)
    canvas.drawPath(joints, stroke(scale_rgb(stone, 0.72), 3 * unit, 150))
    for i in range(int(width / (44 * unit)) + 1):
        x = (i + 0.5) * 44 * unit
        canvas.drawLine(x, base, x, base - 190 * unit, stroke(iron, 6 * unit))
        canvas.drawCircle(x, base - 96 * unit, 13 * unit, stroke(iron, 5 * unit))
    for y in (190, 20):
        canvas.drawLine(0, base - y * unit, width, base - y * unit, stroke(iron, 13 * unit))
    blooms: tuple[RGB, ...] = ((236, 84, 104), (250, 180, 70), (240, 240, 240), (190, 120, 220))
    for k in range(round(3 * across(context))):
        x = (k + 0.5) / round(3 * across(context)) * width
        canvas.drawRRect(
            rounded_rect(x - 120 * unit, base - 206 * unit, 240 * unit, 66 * unit, 8 * unit),
            fill(in_light((186, 104, 74), light)),
        )
        for i in range(13):
            at = (x + (i - 6) * 19 * unit, base - (212 + rng.uniform(0, 34)) * unit)
            canvas.drawCircle(*at, 19 * unit, fill(in_light((82, 146, 76), light)))
        for i in range(11):
            at = (x + (i - 5) * 22 * unit, base - (224 + rng.uniform(0, 40)) * unit)
            canvas.drawCircle(*at, 12 * unit, fill(in_light(blooms[(i + k) % 4], light)))
    return Ground(y=height * 0.89, horizon=base)


@backdrop(
    "playground",
    phrases="playground, playgrounds, sandbox, schoolyard",
    location="on a playground",
    winter="snowy",
)
def playground(context: BackdropContext) -> Ground:
    """A slide, swings and a climbing frame on the grass."""
    unit, width, height, canvas, light = context.unit, context.width, context.height, context.canvas, context.light
    horizon = height * 0.55
    sky(context, horizon)
    number = round(8 * across(context))
    hills(context, horizon, ((140, 196, 110), (110, 180, 84)), layers=1, swing=0.01)
    for i in range(number):
        x = (i + context.rng.uniform(0.2, 0.8)) / number * width
        tree(
            context,
            x,
            horizon + 30 * unit,
            unit * context.rng.uniform(150, 220),
            context.rng.choice(leaf_colors(context)),
            0.14,
        )
    turf(context, horizon + height * 0.05)
    y = horizon + height * 0.15
    sand = in_light((238, 214, 160), light)
    canvas.drawOval(
        rect(width * 0.5 - min(width * 0.44, 560 * unit), y - 30 * unit, 2 * min(width * 0.44, 560 * unit), 110 * unit),
        fill(sand),
    )
    red, blue, yellow = in_light((222, 66, 60), light), in_light((56, 120, 206), light), in_light((250, 196, 60), light)
    left = width / 2 - min(width * 0.30, 380 * unit)
    for dx in (-50, 50):
        canvas.drawLine(left + dx * unit, y, left + dx * unit, y - 300 * unit, stroke(blue, 16 * unit))
    canvas.drawPath(
        polygon([(left - 80 * unit, y - 290 * unit), (left, y - 380 * unit), (left + 80 * unit, y - 290 * unit)]),
        fill(red),
    )
    canvas.drawRect(rect(left - 60 * unit, y - 190 * unit, 120 * unit, 18 * unit), fill(yellow))
    for i in range(5):
        canvas.drawLine(
            left - 62 * unit,
            y - (30 + 36 * i) * unit,
            left - 40 * unit,
            y - (30 + 36 * i) * unit,
            stroke(yellow, 8 * unit),
        )
    slide = skia.Path()
    slide.moveTo(left + 56 * unit, y - 184 * unit)
    slide.cubicTo(left + 130 * unit, y - 170 * unit, left + 150 * unit, y - 10 * unit, left + 260 * unit, y - 6 * unit)
    canvas.drawPath(slide, stroke(scale_rgb(yellow, 0.8), 40 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawPath(slide, stroke(yellow, 26 * unit, StrokeCap=skia.Paint.kRound_Cap))
    right = width / 2 + min(width * 0.28, 350 * unit)
    for side in (-1, 1):
        for foot in (-36, 36):
            canvas.drawLine(
                right + side * 150 * unit,
                y - 290 * unit,
                right + (side * 150 + foot) * unit,
                y + 6 * unit,
                stroke(red, 14 * unit),
            )
    canvas.drawLine(right - 150 * unit, y - 290 * unit, right + 150 * unit, y - 290 * unit, stroke(red, 16 * unit))
    for dx in (-66, 66):
        for cord in (-26, 26):
            canvas.drawLine(
                right + (dx + cord) * unit,
                y - 286 * unit,
                right + (dx + cord) * unit,
                y - 70 * unit,
                stroke(scale_rgb(blue, 0.5), 4 * unit),
            )
        canvas.drawRRect(
            rounded_rect(right + (dx - 40) * unit, y - 76 * unit, 80 * unit, 16 * unit, 6 * unit), fill(yellow)
        )
    return Ground(y=height * 0.88, horizon=horizon, cover="grass")
