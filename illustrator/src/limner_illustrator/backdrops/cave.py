"""A cave of crystals."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.gloom import ONE_LIGHT, UNLIT
from limner_illustrator.backdrops.land import across, hills, low_ridge
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import Point, fbm, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_WATERS = frozenset({"pool", "poolgarden", "lake", "river"})
_GEMS: tuple[RGB, ...] = ((96, 214, 236), (176, 122, 246), (110, 150, 255), (236, 130, 220))


@backdrop(
    "cave",
    phrases="cave, caves, cavern, caverns, crystal cave, grotto",
    location="in a cave",
    indoor=True,
    block=((112, 102, 124), (66, 58, 80)),
)
def cave(context: BackdropContext) -> Ground:
    """Seen from inside, towards the light; crystals glow at its sides."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    is_dark = context.scene.mood == "mystery" or not {UNLIT, ONE_LIGHT}.isdisjoint(context.scene.accents)
    day: RGB = (58, 62, 92) if is_dark else mix(light.sky[-1], light.key, 0.3)
    middle = (width * 0.5, height * 0.46)
    rock: RGB = (92, 82, 104)
    if is_dark:
        canvas.drawPaint(fill((22, 22, 38)))
    else:
        sky(context, height * 0.62, clouds=False, orb=False, spread=0.4)
        hills(context, height * 0.60, ((150, 190, 160), (112, 160, 110)), layers=2, swing=0.03, step=0.05)
    glow(canvas, *middle, max(width, height) * 0.4, day, 150)
    for layer in range(4):
        near = layer / 3
        tone = mix(mix(rock, day, 0.42 * (1 - near)), (26, 20, 44), 0.62 * near)
        half, tall = min(width, height * 1.5) * (0.20 + 0.10 * layer), height * (0.20 + 0.085 * layer)
        wall = skia.Path()
        wall.addRect(rect(-10, -10, width + 20, height + 20))
        mouth = _mouth(context, middle, max(half, width * (0.13 + 0.11 * layer)), tall)
        wall.addPath(mouth)
        wall.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(
            wall,
            shader_paint(
                radial(
                    middle, max(width, height) * 0.75, [mix(tone, day, 0.3), tone, scale_rgb(tone, 0.7)], [0, 0.5, 1]
                )
            ),
        )
        canvas.drawPath(mouth, stroke(mix(tone, day, 0.4), 5 * unit, 120))
        _spikes(context, near, tone)
    floor = low_ridge(context, height * 0.74, height * 0.014, 4, 0.5)
    tone = mix(rock, (30, 24, 46), 0.3)
    canvas.drawPath(
        floor.path(height + 10),
        shader_paint(linear((0, height * 0.73), (0, height), [mix(tone, day, 0.4), tone, scale_rgb(tone, 0.55)])),
    )
    mottle(canvas, rng, (0, height * 0.76, width, height * 0.26), scale_rgb(tone, 0.5), mix(tone, day, 0.5), 0.4)
    number = max(4, round(4 * across(context)))
    for i in range(number):
        at = (0.05, 0.95, 0.13, 0.87)[i] if number == 4 else (i + 0.5) / number
        _crystals(context, at * width, height * rng.uniform(0.78, 0.94), unit * rng.uniform(90, 170), _GEMS[i % 4])
    if not _WATERS.isdisjoint(context.scene.accents):
        colors = _pool(context)
        return Ground(y=height * 0.87, horizon=height * 0.74, water=colors, cover="waves")
    return Ground(y=height * 0.86, horizon=height * 0.74)


def _pool(context: BackdropContext) -> tuple[RGB, RGB]:
    """Still water on the floor, which shines in the light of the crystals. Its far and near colour."""
    width, height, canvas, unit = context.width, context.height, context.canvas, context.unit
    colors: tuple[RGB, RGB] = ((72, 176, 190), (22, 70, 110))
    oval = rect(0.06 * width, 0.775 * height, 0.88 * width, 0.2 * height)
    canvas.drawOval(oval.makeOutset(10 * unit, 7 * unit), fill((30, 26, 44), 190))
    canvas.drawOval(oval, shader_paint(linear((0, oval.top()), (0, oval.bottom()), [colors[0], colors[1]])))
    for k in range(5):
        ring = oval.makeInset((0.06 + 0.075 * k) * width, (0.015 + 0.018 * k) * height)
        canvas.drawOval(ring, stroke((190, 240, 244), 2.4 * unit, 90))
    return colors


def _mouth(context: BackdropContext, middle: Point, half: float, tall: float) -> skia.Path:
    rough = fbm(context.rng, 48, 4, 0.6, 7)
    points = []
    for i in range(48):
        angle = i * math.tau / 48
        reach = 1 + 0.10 * float(rough[i] if i < 44 else rough[47 - i])
        low = 1.35 if math.sin(angle) > 0 else 1.0
        points.append((middle[0] + math.cos(angle) * half * reach, middle[1] + math.sin(angle) * tall * reach * low))
    return polygon(points)


def _spikes(context: BackdropContext, near: float, tone: RGB) -> None:
    rng, unit = context.rng, context.unit
    for _ in range(round((9 - 4 * near) * across(context))):
        x, wide = rng.random() * context.width, unit * rng.uniform(22, 46) * (0.7 + near)
        tall = (
            context.height * rng.uniform(0.06, 0.17) * (0.9 + 0.7 * near) * (0.4 + abs(x / context.width - 0.5) * 1.6)
        )
        top = context.height * 0.10 * (1 - near)
        spike = skia.Path()
        spike.moveTo(x - wide, top - 10)
        spike.quadTo(x - wide * 0.2, top + tall * 0.3, x, top + tall)
        spike.quadTo(x + wide * 0.2, top + tall * 0.3, x + wide, top - 10)
        spike.close()
        context.canvas.drawPath(
            spike,
            shader_paint(linear((x - wide, 0), (x + wide, 0), [scale_rgb(tone, 1.3), tone, scale_rgb(tone, 0.6)])),
        )


def _crystals(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    glow(context.canvas, x, y - size * 0.4, size * 2.4, rgb, 130)
    for turn, tall, wide in ((-34, 0.7, 0.13), (30, 0.8, 0.14), (-12, 1.0, 0.17), (12, 0.86, 0.15)):
        context.canvas.save()
        context.canvas.translate(x + turn * size * 0.006, y)
        context.canvas.rotate(turn)
        high, half = size * tall, size * wide
        body = [(-half, 0), (-half, -high * 0.8), (0, -high), (half, -high * 0.8), (half, 0)]
        context.canvas.drawPath(polygon(body), fill(rgb, 240))
        context.canvas.drawPath(
            polygon([(0, 0), (0, -high), (half, -high * 0.8), (half, 0)]), fill(scale_rgb(rgb, 0.68))
        )
        context.canvas.drawPath(
            polygon([(-half, 0), (-half, -high * 0.8), (-half * 0.4, -high * 0.84), (-half * 0.4, 0)]), fill(WHITE, 120)
        )
        context.canvas.restore()
