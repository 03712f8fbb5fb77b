"""Dunes with cacti or palms, or with the pyramids of Egypt."""

import math

import skia

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, building_at
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import Ridge, across, far_mountains, low_ridge
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight, sight_of
from limner_illustrator.backdrops.landmarks.registry import declare_landmark
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, palm
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_haze, in_light, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_SAND_FAR: RGB = (244, 200, 140)
_SAND_NEAR: RGB = (230, 162, 96)

# Only this backdrop draws its sights.
declare_landmark(
    "egypt",
    phrases="egypt, pyramid, pyramids, egyptian, giza, sphinx, cairo, pyramids of giza",
    location="in Egypt",
    backdrop="desert",
)


@backdrop(
    "desert",
    phrases=("desert, deserts, dune, dunes, sahara, wasteland, sand dunes, wüste, désert, desierto, 沙漠"),
    location="in a desert",
    block=((236, 204, 142), (196, 146, 92)),
    winter="none",
)
def desert(context: BackdropContext) -> Ground:
    rng, width, height, light = context.rng, context.width, context.height, context.light
    horizon = height * 0.54
    sky(context, horizon)
    far_mountains(context, horizon)
    wild = rng.randrange(3)
    if "egypt" in context.scene.accents:
        _pyramids(context, horizon)
    elif sight_of(context) is not None:
        draw_far_sight(context, horizon + height * 0.03)
    elif wild == 0:
        _mesas(context, horizon)
    elif wild == 1:
        _great_dunes(context, horizon)
    else:
        _arch(context, horizon)
    for layer in range(4):
        near = layer / 3
        top = horizon + height * (0.01 + 0.105 * layer)
        ridge = low_ridge(context, top, min(height, width) * (0.016 + 0.022 * near), 2, 0.4)
        tone = in_haze(mix(_SAND_FAR, _SAND_NEAR, near), light, 0.26 * (1 - near))
        tones = [mix(tone, light.key, 0.34), tone, scale_rgb(tone, 0.74)]
        context.canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(linear((0, top - height * 0.04), (0, top + height * 0.22), tones, [0, 0.32, 1])),
        )
        _slip_face(context, ridge, mix(scale_rgb(tone, 0.62), light.shadow, 0.3), near)
        if layer == 1 and "egypt" in context.scene.accents:
            with building_at(
                context, width * 0.70, ridge.at(width * 0.7) + 16 * context.unit, 170 * context.unit, 0.06
            ) as building:
                _sphinx(building)
        if layer == 1:
            egypt = "egypt" in context.scene.accents
            for x in (rng.uniform(0.06, 0.3), rng.uniform(0.36, 0.48) if egypt else rng.uniform(0.68, 0.94)):
                _plant(context, x * width, ridge)
    sand = in_light(_SAND_NEAR, light)
    mottle(
        context.canvas,
        rng,
        (0, height * 0.74, width, height * 0.28),
        scale_rgb(sand, 0.74),
        mix(sand, WHITE, 0.4),
        0.26,
    )
    _ripples(context, sand)
    for _ in range(3):
        boulder(
            context,
            rng.random() * width,
            height * rng.uniform(0.9, 1.0),
            context.unit * rng.uniform(34, 74),
            context.unit * rng.uniform(18, 36),
            (196, 130, 86),
        )
    return Ground(y=height * 0.84, horizon=horizon)


def _slip_face(context: BackdropContext, ridge: Ridge, shade: RGB, near: float) -> None:
    """The shaded side of each dune: sharp at the crest, soft below."""
    rng, unit, away = context.rng, context.unit, -math.copysign(1.0, context.light.side)
    size = unit * (150 + 260 * near)
    context.canvas.save()
    context.canvas.clipPath(ridge.path(context.height + 10), True)
    for i in range(1, len(ridge.xs) - 1):
        x, y = float(ridge.xs[i]), float(ridge.ys[i])
        if ridge.ys[i - 1] > y <= ridge.ys[i + 1]:
            reach = size * rng.uniform(0.7, 1.2)
            face = skia.Path()
            face.moveTo(x, y - 2)
            face.cubicTo(
                x - away * reach * 0.12,
                y + reach * 0.2,
                x + away * reach * 0.22,
                y + reach * 0.34,
                x + away * reach * 0.1,
                y + reach * 0.6,
            )
            face.cubicTo(
                x + away * reach * 0.7,
                y + reach * 0.42,
                x + away * reach * 1.2,
                y + reach * 0.26,
                x + away * reach * 1.5,
                y + reach * 0.05,
            )
            face.lineTo(x + away * reach * 1.4, y - 2)
            face.close()
            tones = linear((x, y), (x + away * reach * 1.4, y + reach * 0.2), [(*shade, 130), (*shade, 0)])
            context.canvas.drawPath(face, shader_paint(tones))
    context.canvas.restore()


def _ripples(context: BackdropContext, sand: RGB) -> None:
    rng, unit = context.rng, context.unit
    for rgb, alpha in ((scale_rgb(sand, 0.7), 60), (mix(sand, WHITE, 0.4), 80)):
        path = skia.Path()
        for _ in range(round(34 * across(context))):
            near = rng.random()
            x, y, half = (
                rng.random() * context.width,
                context.height * (0.78 + 0.22 * near),
                unit * (40 + 90 * near) * rng.uniform(0.5, 1),
            )
            path.moveTo(x - half, y)
            path.quadTo(x - half * 0.3, y - 9 * unit, x, y)
            path.quadTo(x + half * 0.4, y + 7 * unit, x + half, y - 2 * unit)
        context.canvas.drawPath(path, stroke(rgb, 2.2 * unit, alpha, StrokeCap=skia.Paint.kRound_Cap))


def _plant(context: BackdropContext, x: float, ridge: Ridge) -> None:
    y = ridge.at(x) + 34 * context.unit
    if "egypt" in context.scene.accents:
        palm(context, x, y, 200 * context.unit, context.rng.uniform(-0.15, 0.15))
        bush(context, x, y + 4 * context.unit, 60 * context.unit, (110, 150, 76))
    elif not context.leaves_out("cactus"):
        cactus(context, x, y, context.unit * context.rng.uniform(120, 180))


def cactus(context: BackdropContext, x: float, y: float, height: float) -> None:
    light, canvas = context.light, context.canvas
    green = in_light((78, 142, 84), light)
    wide = height * 0.15
    arms = skia.Path()
    arms.moveTo(x, y)
    arms.lineTo(x, y - height)
    for side, up, tall in ((-1, 0.36, 0.34), (1, 0.50, 0.30)):
        root, out = y - height * up, x + side * height * 0.24
        arms.moveTo(x, root)
        arms.quadTo(out, root, out, root - height * 0.12)
        arms.lineTo(out, root - height * tall)
    round_ends = {"StrokeCap": skia.Paint.kRound_Cap, "StrokeJoin": skia.Paint.kRound_Join}
    canvas.drawPath(arms, stroke(scale_rgb(green, 0.7), wide, **round_ends))
    canvas.save()
    canvas.translate(wide * 0.16 * math.copysign(1, light.side), 0)
    canvas.drawPath(arms, stroke(green, wide * 0.66, **round_ends))
    canvas.translate(wide * 0.14 * math.copysign(1, light.side), 0)
    canvas.drawPath(arms, stroke(mix(green, light.key, 0.4), wide * 0.16, 170, **round_ends))
    canvas.restore()
    canvas.drawCircle(x, y - height * 1.06, wide * 0.3, fill(in_light((246, 130, 150), light)))


def _great_dunes(context: BackdropContext, horizon: float) -> None:
    """Far crests of sand, one side in the light."""
    light, width, height = context.light, context.width, context.height
    for layer in range(2):
        top = horizon - height * (0.05 - 0.03 * layer)
        ridge = low_ridge(context, top, min(height, width) * 0.05, 2, 0.3, 3)
        tone = in_haze(mix(_SAND_FAR, (226, 150, 110), 0.3), light, 0.5 - 0.2 * layer)
        context.canvas.drawPath(
            ridge.path(horizon + height * 0.2),
            shader_paint(
                linear(
                    (0, top - height * 0.05),
                    (0, horizon + height * 0.05),
                    [mix(tone, light.key, 0.3), scale_rgb(tone, 0.86)],
                )
            ),
        )
        _slip_face(context, ridge, mix(scale_rgb(tone, 0.6), light.shadow, 0.2), 0.4)


def _arch(context: BackdropContext, horizon: float) -> None:
    """A natural arch of red rock, and needles beside it."""
    width, height = context.width, context.height
    x, tall = width * (0.5 - 0.22 * context.light.side), min(height * 0.28, width * 0.34)
    with building_at(context, x, horizon + height * 0.03, tall, 0.2) as building:
        building.curve(
            "M-90 0 L-84 44 C-80 84 -40 102 4 100 C50 98 84 78 88 40 L96 0 L46 0 L44 30 C40 62 -30 66 -42 34 L-46 0 Z",
            (206, 112, 76),
        )
        for high in (16, 34, 52):
            building.line([(-82 + high * 0.1, high), (-50 + high * 0.1, high + 3)], (160, 78, 56), 2.2, 150)
            building.line([(50 - high * 0.1, high + 2), (84 - high * 0.1, high)], (160, 78, 56), 2.2, 150)
        building.shape([(130, 0), (136, 60), (146, 74), (158, 58), (166, 0)], (196, 104, 72))
        building.shape([(-150, 0), (-144, 34), (-132, 40), (-124, 0)], (196, 104, 72))


def _mesas(context: BackdropContext, horizon: float) -> None:
    rng, unit, light = context.rng, context.unit, context.light
    tone = in_haze((206, 120, 86), light, 0.45)
    for _ in range(round(3 * across(context))):
        x, wide, tall = rng.random() * context.width, unit * rng.uniform(90, 200), unit * rng.uniform(60, 130)
        y = horizon + 30 * unit
        mass = polygon(
            [
                (x - wide, y),
                (x - wide * 0.62, y - tall * 0.5),
                (x - wide * 0.5, y - tall),
                (x + wide * 0.46, y - tall),
                (x + wide * 0.6, y - tall * 0.46),
                (x + wide, y),
            ]
        )
        tones = [mix(tone, light.key, 0.2), scale_rgb(tone, 0.82)]
        ends = ((x - wide, 0), (x + wide, 0)) if light.side < 0 else ((x + wide, 0), (x - wide, 0))
        context.canvas.drawPath(mass, shader_paint(linear(*ends, tones)))
        for band in (0.25, 0.5):
            context.canvas.drawLine(
                x - wide * 0.55,
                y - tall * (1 - band),
                x + wide * 0.52,
                y - tall * (1 - band),
                stroke(scale_rgb(tone, 0.84), 4 * unit, 120),
            )


def _pyramids(context: BackdropContext, horizon: float) -> None:
    """Three pyramids, and the sphinx before them."""
    unit, light, canvas = context.unit, context.light, context.canvas
    for at, size, far in ((0.84, 200, 0.36), (0.60, 290, 0.26), (0.24, 410, 0.12)):
        x, y = context.width * at, horizon + 40 * unit
        half, tall = size * unit * 0.86, size * 0.98 * unit
        tone = in_haze((232, 180, 112), light, far)
        edge = x + half * 0.24 * (1 if light.side < 0 else -1)
        bright, dark = mix(tone, light.key, 0.25), scale_rgb(tone, 0.68)
        left, right = (bright, dark) if light.side < 0 else (dark, bright)
        canvas.drawPath(polygon([(x - half, y), (x, y - tall), (edge, y)]), fill(left))
        canvas.drawPath(polygon([(x + half, y), (x, y - tall), (edge, y)]), fill(right))
        courses = skia.Path()
        for course in range(1, 18):
            t = course / 18
            courses.moveTo(x - half * t, y - tall * (1 - t))
            courses.lineTo(x + half * t, y - tall * (1 - t))
        canvas.drawPath(courses, stroke(dark, 2 * unit, 90))


def _sphinx(building: BuildingCanvas) -> None:
    stone: RGB = (226, 178, 116)
    building.curve("M-30 8 C-26 60 0 52 60 52 C96 52 110 30 112 8 Z", stone)
    building.box(-86, 0, 30, 15, (214, 164, 104))
    building.curve("M70 0 L70 20 C84 34 110 30 116 0 Z", (210, 160, 100))
    building.curve("M-46 100 C-66 98 -70 70 -72 44 L-54 36 L-8 36 L6 46 C2 72 -4 98 -24 100 Z", (206, 152, 92))
    building.curve("M-54 92 C-64 88 -64 60 -56 52 L-36 46 L-20 54 C-14 70 -18 88 -30 92 Z", stone)
    for y in (50, 60, 70, 80):
        building.line([(-18, y), (2, y - 3)], (170, 118, 72), 1.6, 190)
    building.line([(-54, 76), (-46, 77)], (120, 80, 52), 2.6)
    building.line([(-37, 77), (-28, 76)], (120, 80, 52), 2.6)
    building.line([(-42, 74), (-43, 66), (-39, 66)], (150, 104, 66), 2)
    building.line([(-50, 59), (-34, 59)], (140, 92, 60), 2.2)
