"""A sandy beach: surf behind, palms at the side."""

import skia

from limner.engines.illustrator.canvas import fill, linear, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.land import Ridge, low_ridge
from limner.engines.illustrator.settings.noise import mottle
from limner.engines.illustrator.settings.plants import bush, palm
from limner.engines.illustrator.settings.sky import sky
from limner.engines.illustrator.settings.stage import Ground, Stage
from limner.engines.illustrator.settings.tones import WHITE, lit, scaled
from limner.engines.illustrator.settings.water import glitter, water, water_colors

_SAND: RGB = (240, 216, 166)
_WET: RGB = (206, 178, 132)


def beach(stage: Stage) -> Ground:
    rng, width, height, unit, light = stage.rng, stage.width, stage.height, stage.unit, stage.light
    horizon = height * 0.50
    orb = sky(stage, horizon)
    colors = water_colors(stage)
    if stage.scene.time == "day" and stage.scene.weather == "clear":
        colors = (72, 186, 208), (96, 206, 204)
    surf = height * 0.71
    water(stage, horizon, colors, bottom=surf + height * 0.04, waves=0.8)
    glitter(stage, orb, horizon, surf)
    if rng.random() < 0.6:
        _island(stage, horizon)
    shore = low_ridge(stage, surf, height * 0.014, 2, 0.3)
    tilt = (shore.xs / width - 0.5) * height * 0.05 * (1 if light.side < 0 else -1)
    for lift, rgb, alpha in ((0.034, WHITE, 90), (0.022, (190, 232, 226), 150), (0.012, WHITE, 225), (0.0, _WET, 255)):
        line = Ridge(shore.xs, shore.ys + tilt - lift * height)
        stage.canvas.drawPath(line.path(height + 10), fill(lit(rgb, light), alpha))
    dry = Ridge(shore.xs, shore.ys + tilt * 1.2 + height * 0.026)
    sand = lit(_SAND, light)
    tones = [mix(sand, light.key, 0.2), sand, scaled(sand, 0.84)]
    stage.canvas.drawPath(dry.path(height + 10), shaded(linear((0, surf), (0, height), tones, [0, 0.4, 1])))
    mottle(
        stage.canvas,
        rng,
        (0, surf + height * 0.05, width, height * 0.95 - surf),
        scaled(sand, 0.72),
        mix(sand, WHITE, 0.5),
        0.3,
    )
    _strewn(stage, surf + height * 0.06)
    side = 1 if light.side < 0 else -1
    edge = width * (0.5 + 0.47 * side)
    tall = min(height * 0.62, width * 0.7)
    palm(stage, edge, height * 0.86, tall, -0.22 * side)
    palm(stage, edge + side * 20 * unit, height * 0.90, tall * 0.78, -0.06 * side)
    bush(stage, edge + side * 30 * unit, height * 0.90, 150 * unit, (86, 156, 76))
    return Ground(y=height * 0.86, horizon=horizon)


def _island(stage: Stage, horizon: float) -> None:
    """Far off, so that the horizon is not empty."""
    side = -1 if stage.light.side < 0 else 1
    x, wide = stage.width * (0.5 + 0.30 * side), stage.unit * 250
    tone = mix(lit((84, 138, 112), stage.light), stage.light.haze, 0.5)
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
    stage.canvas.drawPath(
        path, shaded(linear((0, horizon - wide * 0.3), (0, horizon), [tone, mix(tone, stage.light.haze, 0.4)]))
    )


def _strewn(stage: Stage, top: float) -> None:
    """Grains, shells, a starfish."""
    rng, unit, canvas, light = stage.rng, stage.unit, stage.canvas, stage.light
    grains = skia.Path()
    for _ in range(380):
        grains.addCircle(rng.random() * stage.width, rng.uniform(top, stage.height), unit * rng.uniform(0.7, 2.0))
    canvas.drawPath(grains, fill(lit((178, 142, 96), light), 80))
    for _ in range(7):
        x, y, size = rng.random() * stage.width, rng.uniform(top + 20 * unit, stage.height), unit * rng.uniform(8, 14)
        shell = lit(rng.choice(((255, 232, 220), (250, 206, 190), (252, 244, 230))), light)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - size * 0.9, y + size * 0.35, size * 1.9, size * 0.5),
            fill(lit((150, 116, 78), light), 90),
        )
        fan = skia.Path()
        fan.moveTo(x, y + size * 0.7)
        fan.cubicTo(x - size * 1.3, y - size * 0.3, x - size * 0.5, y - size, x, y - size)
        fan.cubicTo(x + size * 0.5, y - size, x + size * 1.3, y - size * 0.3, x, y + size * 0.7)
        canvas.drawPath(fan, fill(shell))
        for dx in (-0.5, 0.0, 0.5):
            canvas.drawLine(x, y + size * 0.6, x + dx * size, y - size * 0.7, stroke(scaled(shell, 0.8), 1.4 * unit))
