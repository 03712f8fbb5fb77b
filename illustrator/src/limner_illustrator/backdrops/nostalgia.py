"""An old tree with a swing at sunset, and a lit house in the distance."""

import math
from dataclasses import replace

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import hills
from limner_illustrator.backdrops.plants import crown, grass
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.light import make_light, rgb
from limner_illustrator.canvas.palette import RGB

_BARK: RGB = (66, 42, 50)


def nostalgia(context: BackdropContext) -> Ground:
    light = replace(
        make_light("sunset", "clear", context.rng),
        sky=tuple(rgb(code) for code in ("#6b5d83", "#b07f96", "#e6a68e", "#f8cf9c", "#fdeccb")),
        haze=rgb("#f2c4a4"),
        key=(255, 222, 160),
        side=abs(context.light.side),
    )
    context = replace(context, light=light, scene=replace(context.scene, time="sunset", weather="clear"))
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    horizon = height * 0.66
    sky(context, horizon)
    ridge = hills(context, horizon, ((206, 156, 130), (142, 100, 98)), layers=3, swing=0.03, step=0.07)
    _house(context, width * 0.78, ridge.at(width * 0.78) - 70 * unit)
    x, y = width * 0.30, height * 0.85
    _tree(context, x, y)
    _swing(context, x + 200 * unit, y)
    grass(context, height * 0.80, height * 1.02, (150, 110, 84), 0.7)
    motes = skia.Path()
    for _ in range(54):
        motes.addCircle(rng.random() * width, rng.uniform(0.1, 0.95) * height, unit * rng.uniform(1, 3.6))
    canvas.drawPath(motes, fill((255, 240, 200), 130))
    return Ground(y=height * 0.86, horizon=horizon, shows_subjects=False)


def _tree(context: BackdropContext, x: float, y: float) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    trunk = skia.Path()
    trunk.moveTo(x - 56 * unit, y + 6 * unit)
    trunk.cubicTo(x - 16 * unit, y - 130 * unit, x - 30 * unit, y - 250 * unit, x - 14 * unit, y - 400 * unit)
    trunk.lineTo(x + 26 * unit, y - 400 * unit)
    trunk.cubicTo(x + 12 * unit, y - 260 * unit, x + 22 * unit, y - 120 * unit, x + 70 * unit, y + 6 * unit)
    trunk.close()
    canvas.drawPath(trunk, shader_paint(linear((x - 40 * unit, 0), (x + 50 * unit, 0), [_BARK, (112, 72, 66)])))
    branch = skia.Path()
    branch.moveTo(x, y - 350 * unit)
    branch.quadTo(x + 130 * unit, y - 390 * unit, x + 290 * unit, y - 440 * unit)
    canvas.drawPath(branch, stroke(_BARK, 22 * unit, StrokeCap=skia.Paint.kRound_Cap))
    crown(
        canvas,
        rng,
        context.light,
        (x + 70 * unit, y - 520 * unit),
        (310 * unit, 200 * unit),
        (206, 112, 72),
        900,
        0.075,
    )
    colors: tuple[RGB, ...] = ((230, 146, 88), (206, 100, 66), (244, 186, 104))
    for i in range(36):
        canvas.save()
        canvas.translate(x + rng.uniform(-200, 520) * unit, y + rng.uniform(-330, 70) * unit)
        canvas.rotate(rng.uniform(0, 180))
        canvas.drawOval(rect(-9 * unit, -4 * unit, 18 * unit, 8 * unit), fill(colors[i % 3], 225))
        canvas.restore()


def _swing(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas = context.unit, context.canvas
    rope = stroke(_BARK, 3.6 * unit)
    for dx in (-30, 30):
        canvas.drawLine(x + dx * 0.7 * unit, y - 410 * unit, x + (dx + 34) * unit, y - 120 * unit, rope)
    canvas.drawLine(
        x - 6 * unit,
        y - 122 * unit,
        x + 74 * unit,
        y - 116 * unit,
        stroke(_BARK, 10 * unit, StrokeCap=skia.Paint.kRound_Cap),
    )


def _house(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas = context.unit, context.canvas
    canvas.drawRect(rect(x - 46 * unit, y - 54 * unit, 92 * unit, 58 * unit), fill((132, 84, 84)))
    canvas.drawPath(
        polygon([(x - 62 * unit, y - 52 * unit), (x, y - 106 * unit), (x + 62 * unit, y - 52 * unit)]),
        fill((96, 56, 66)),
    )
    canvas.drawRect(rect(x + 22 * unit, y - 106 * unit, 14 * unit, 34 * unit), fill((96, 56, 66)))
    for dx in (-28, 14):
        pane = rect(x + dx * unit, y - 40 * unit, 16 * unit, 20 * unit)
        glow(canvas, pane.centerX(), pane.centerY(), 46 * unit, (255, 206, 116), 150)
        canvas.drawRect(pane, fill((255, 226, 150)))
    smoke = skia.Path()
    for i in range(6):
        size = (6 + 3 * i) * unit
        smoke.addCircle(x + 29 * unit + math.sin(i * 0.9) * 10 * unit, y - (116 + 20 * i) * unit, size)
    canvas.drawPath(smoke, fill((255, 240, 226), 46))
