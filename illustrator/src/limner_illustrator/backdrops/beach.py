"""A sandy beach: surf behind, palms at the side."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import Ridge, far_mountains, low_ridge
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight, sight_of
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, palm
from limner_illustrator.backdrops.quay import sails
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb
from limner_illustrator.backdrops.water import glitter, water, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_SAND: RGB = (240, 216, 166)
_WET: RGB = (206, 178, 132)


@backdrop(
    "beach",
    phrases=(
        "beach, beaches, seaside, shore, seashore, sandy beach, sand, on the shore, playa, plage, strand, praia, "
        "spiaggia, 海滩, 沙滩, пляж, ビーチ"
    ),
    location="on a beach",
    has_ships_offshore=True,
    block=((240, 216, 160), (204, 162, 108)),
    winter="none",
)
def beach(context: BackdropContext) -> Ground:
    rng, width, height, unit, light = context.rng, context.width, context.height, context.unit, context.light
    horizon = height * 0.50
    orb = sky(context, horizon)
    far_mountains(context, horizon)
    colors = water_colors(context)
    if context.scene.time == "day" and context.scene.weather == "clear":
        colors = (72, 186, 208), (96, 206, 204)
    surf = height * 0.71
    water(context, horizon, colors, bottom=surf + height * 0.04, waves=0.8)
    glitter(context, orb, horizon, surf)
    if sight_of(context) is not None:
        draw_far_sight(context, horizon)
    elif rng.random() < 0.6:
        _island(context, horizon)
    sails(context, horizon, 2)
    shore = low_ridge(context, surf, height * 0.014, 2, 0.3)
    tilt = (shore.xs / width - 0.5) * height * 0.05 * (1 if light.side < 0 else -1)
    for lift, rgb, alpha in ((0.034, WHITE, 90), (0.022, (190, 232, 226), 150), (0.012, WHITE, 225), (0.0, _WET, 255)):
        line = Ridge(shore.xs, shore.ys + tilt - lift * height)
        context.canvas.drawPath(line.path(height + 10), fill(in_light(rgb, light), alpha))
    dry = Ridge(shore.xs, shore.ys + tilt * 1.2 + height * 0.026)
    sand = in_light(_SAND, light)
    tones = [mix(sand, light.key, 0.2), sand, scale_rgb(sand, 0.84)]
    context.canvas.drawPath(dry.path(height + 10), shader_paint(linear((0, surf), (0, height), tones, [0, 0.4, 1])))
    mottle(
        context.canvas,
        rng,
        (0, surf + height * 0.05, width, height * 0.95 - surf),
        scale_rgb(sand, 0.72),
        mix(sand, WHITE, 0.5),
        0.3,
    )
    _shells(context, surf + height * 0.06)
    side = 1 if light.side < 0 else -1
    is_fair = context.scene.weather in ("clear", "cloudy") and context.scene.time != "night"
    if is_fair and not context.leaves_out("umbrella"):
        _parasol(context, width * (0.5 - 0.36 * side), height * 0.80)
    _dune_grass(context)
    edge = width * (0.5 + 0.47 * side)
    tall = min(height * 0.62, width * 0.7)
    palm(context, edge, height * 0.86, tall, -0.22 * side)
    palm(context, edge + side * 20 * unit, height * 0.90, tall * 0.78, -0.06 * side)
    palm(context, edge - side * 90 * unit, height * 0.775, tall * 0.46, 0.12 * side)
    bush(context, edge + side * 30 * unit, height * 0.90, 150 * unit, (86, 156, 76))
    return Ground(y=height * 0.86, horizon=horizon, bank=height * 0.77)


def _island(context: BackdropContext, horizon: float) -> None:
    """Far off, so that the horizon is not empty."""
    side = -1 if context.light.side < 0 else 1
    x, wide = context.width * (0.5 + 0.30 * side), context.unit * 250
    tone = mix(in_light((84, 138, 112), context.light), context.light.haze, 0.5)
    path = skia.Path()
    path.moveTo(x - wide, horizon + 2)
    path.cubicTo(
        x - wide * 0.6,
        horizon - wide * 0.10,
        x - wide * 0.4,
        horizon - wide * 0.30,
        x - wide * 0.1,
        horizon - wide * 0.26,
    )
    path.cubicTo(
        x + wide * 0.1,
        horizon - wide * 0.24,
        x + wide * 0.3,
        horizon - wide * 0.10,
        x + wide * 0.5,
        horizon - wide * 0.11,
    )
    path.cubicTo(x + wide * 0.7, horizon - wide * 0.10, x + wide * 0.9, horizon - wide * 0.02, x + wide, horizon + 2)
    path.close()
    context.canvas.drawPath(
        path, shader_paint(linear((0, horizon - wide * 0.3), (0, horizon), [tone, mix(tone, context.light.haze, 0.4)]))
    )


def _parasol(context: BackdropContext, x: float, y: float) -> None:
    """Striped, over a towel and a ball."""
    unit, canvas, light = context.unit, context.canvas, context.light
    hue = in_light(context.rng.choice(((228, 70, 66), (40, 130, 190), (250, 180, 50))), light)
    white, shade = in_light((252, 248, 238), light), in_light((150, 116, 78), light)
    canvas.drawOval(skia.Rect.MakeLTRB(x - 130 * unit, y - 14 * unit, x + 150 * unit, y + 26 * unit), fill(shade, 90))
    towel = [
        (x + 10 * unit, y - 2 * unit),
        (x + 190 * unit, y - 6 * unit),
        (x + 230 * unit, y + 30 * unit),
        (x + 30 * unit, y + 36 * unit),
    ]
    canvas.drawPath(polygon(towel), fill(mix(hue, white, 0.35)))
    canvas.drawLine(x + 70 * unit, y - 4 * unit, x + 96 * unit, y + 34 * unit, stroke(white, 13 * unit))
    canvas.drawLine(x + 130 * unit, y - 5 * unit, x + 164 * unit, y + 32 * unit, stroke(white, 13 * unit))
    canvas.drawLine(x, y + 6 * unit, x - 10 * unit, y - 210 * unit, stroke(in_light((196, 150, 104), light), 9 * unit))
    top, half = (x - 12 * unit, y - 268 * unit), 150 * unit
    for i in range(6):
        a, b = (-half + half * 2 * k / 6 for k in (i, i + 1))
        gore = skia.Path()
        gore.moveTo(*top)
        gore.quadTo(top[0] + a * 0.86, top[1] + 22 * unit, top[0] + a, top[1] + 92 * unit)
        gore.quadTo(top[0] + (a + b) / 2, top[1] + 70 * unit, top[0] + b, top[1] + 92 * unit)
        gore.quadTo(top[0] + b * 0.86, top[1] + 22 * unit, *top)
        tone = hue if i % 2 == 0 else white
        lit_side = (a + b) * light.side > 0
        canvas.drawPath(gore, fill(mix(tone, light.key, 0.16) if lit_side else scale_rgb(tone, 0.86)))
    canvas.drawCircle(top[0], top[1] - 4 * unit, 8 * unit, fill(white))
    ball = (x - 96 * unit, y + 2 * unit)
    for k, rgb in enumerate((hue, white, in_light((250, 206, 80), light))):
        canvas.drawArc(
            skia.Rect.MakeLTRB(ball[0] - 28 * unit, ball[1] - 28 * unit, ball[0] + 28 * unit, ball[1] + 28 * unit),
            k * 120 - 40,
            120,
            True,
            fill(rgb),
        )


def _dune_grass(context: BackdropContext) -> None:
    """Tufts in the lower corners."""
    rng, unit, width, height = context.rng, context.unit, context.width, context.height
    green = in_light((150, 168, 92), context.light)
    for tone in (scale_rgb(green, 0.74), green, mix(green, context.light.key, 0.3)):
        tuft = skia.Path()
        for _ in range(34):
            at = abs(rng.gauss(0, 0.07)) * min(width, height * 1.2)
            x, length = at if rng.random() < 0.5 else width - at, unit * rng.uniform(50, 150)
            bend, foot = rng.uniform(-0.5, 0.5) * length, height + 6 * unit
            tuft.moveTo(x - 4 * unit, foot)
            tuft.quadTo(x, foot - length * 0.7, x + bend, foot - length)
            tuft.quadTo(x + 4 * unit, foot - length * 0.6, x + 5 * unit, foot)
        context.canvas.drawPath(tuft, fill(tone))


def _shells(context: BackdropContext, top: float) -> None:
    """Grains, shells, a starfish."""
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    grains = skia.Path()
    for _ in range(380):
        grains.addCircle(rng.random() * context.width, rng.uniform(top, context.height), unit * rng.uniform(0.7, 2.0))
    canvas.drawPath(grains, fill(in_light((178, 142, 96), light), 80))
    for _ in range(7):
        x, y, size = (
            rng.random() * context.width,
            rng.uniform(top + 20 * unit, context.height),
            unit * rng.uniform(8, 14),
        )
        shell = in_light(rng.choice(((255, 232, 220), (250, 206, 190), (252, 244, 230))), light)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - size * 0.9, y + size * 0.35, size * 1.9, size * 0.5),
            fill(in_light((150, 116, 78), light), 90),
        )
        fan = skia.Path()
        fan.moveTo(x, y + size * 0.7)
        fan.cubicTo(x - size * 1.3, y - size * 0.3, x - size * 0.5, y - size, x, y - size)
        fan.cubicTo(x + size * 0.5, y - size, x + size * 1.3, y - size * 0.3, x, y + size * 0.7)
        canvas.drawPath(fan, fill(shell))
        for dx in (-0.5, 0.0, 0.5):
            canvas.drawLine(x, y + size * 0.6, x + dx * size, y - size * 0.7, stroke(scale_rgb(shell, 0.8), 1.4 * unit))
