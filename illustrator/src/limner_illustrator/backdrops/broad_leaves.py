"""The great leaves and vines of a jungle, which frame a picture."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.tones import in_light, scale_rgb
from limner_illustrator.canvas import Point, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


def frame_with_leaves(context: BackdropContext) -> None:
    """Vines from above, leaves from the corners."""
    rng, unit, width, height, light = context.rng, context.unit, context.width, context.height, context.light
    vine = in_light((74, 112, 50), light)
    for _ in range(round(7 * across(context))):
        x, drop = rng.random() * width, height * rng.uniform(0.2, 0.5)
        end = x + rng.uniform(-120, 120) * unit
        cord = skia.Path()
        cord.moveTo(x, -10)
        cord.cubicTo(x, drop, end, drop, end, drop * rng.uniform(0.2, 1.0))
        context.canvas.drawPath(cord, stroke(vine, unit * rng.uniform(5, 9), StrokeCap=skia.Paint.kRound_Cap))
        for i in range(5):
            _leaf(
                context,
                (x + (end - x) * i / 5, drop * (0.3 + 0.11 * i)),
                rng.uniform(0.6, 2.6),
                unit * 46,
                (84, 150, 58),
            )
    reach = min(height * 0.5, width * 0.42)
    greens: tuple[RGB, ...] = ((48, 126, 62), (72, 156, 66), (36, 104, 62), (102, 176, 70))
    for side in (-1, 1):
        foot = (width * (0.5 + side * 0.53), height * 0.99)
        for i in range(8):
            angle = math.pi / 2 + side * (0.05 + 0.15 * i)
            _leaf(context, foot, angle, reach * rng.uniform(0.62, 1.0), greens[i % 4])
        top = (width * (0.5 + side * 0.55), height * 0.02)
        for i in range(5):
            _leaf(
                context,
                top,
                -math.pi / 2 - side * (0.2 + 0.24 * i),
                reach * rng.uniform(0.5, 0.75),
                greens[(i + 1) % 4],
            )


def _leaf(context: BackdropContext, root: Point, angle: float, length: float, rgb: RGB) -> None:
    """A broad leaf with its ribs; the angle in radians, up is pi/2."""
    canvas, tone = context.canvas, in_light(rgb, context.light)
    canvas.save()
    canvas.translate(*root)
    canvas.rotate(-math.degrees(angle))
    half = length * 0.2
    blade = skia.Path()
    blade.moveTo(length * 0.12, 0)
    blade.cubicTo(length * 0.3, -half * 1.5, length * 0.8, -half, length, 0)
    blade.cubicTo(length * 0.8, half, length * 0.3, half * 1.5, length * 0.12, 0)
    tones = [scale_rgb(tone, 0.62), tone, mix(tone, context.light.key, 0.3)]
    canvas.drawPath(blade, shader_paint(linear((0, half), (0, -half), tones)))
    rib = mix(tone, context.light.key, 0.42)
    canvas.drawLine(0, 0, length * 0.97, 0, stroke(rib, max(1.0, length * 0.016)))
    ribs = skia.Path()
    for i in range(2, 9):
        at = length * (0.1 + i * 0.095)
        for side in (-1, 1):
            ribs.moveTo(at, 0)
            ribs.lineTo(at + length * 0.08, side * half * 0.9 * math.sin(math.pi * min(0.95, at / length)))
    canvas.drawPath(ribs, stroke(rib, max(0.8, length * 0.007), 130))
    canvas.restore()
