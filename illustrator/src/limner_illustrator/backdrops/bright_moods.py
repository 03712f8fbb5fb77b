"""Joy, calm, hope, love, dreams."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.clouds import heap
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.sky import stars
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.veils import Ramp, motes, veils
from limner_illustrator.canvas import draw_pixels, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import mix


def joy(context: BackdropContext, ramp: Ramp) -> None:
    """A burst of rays, hills of colour, confetti and balloons."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    x, y, reach = width * 0.5, height * 0.62, math.hypot(width, height)
    rays = skia.Path()
    for i in range(18):
        a, b = i * math.tau / 18, (i + 0.5) * math.tau / 18
        rays.addPath(
            polygon(
                [
                    (x, y),
                    (x + math.cos(a) * reach, y + math.sin(a) * reach),
                    (x + math.cos(b) * reach, y + math.sin(b) * reach),
                ]
            )
        )
    canvas.drawPath(rays, fill(WHITE, 46))
    glow(canvas, x, y, min(width, height) * 0.5, (255, 246, 200), 230)
    canvas.drawCircle(x, y, 150 * unit, shader_paint(radial((x, y), 150 * unit, [(255, 252, 226), (255, 222, 120)])))
    for layer, tone in enumerate(((126, 206, 190), (92, 182, 160), (250, 176, 120), (240, 130, 110))):
        top = height * (0.66 + 0.09 * layer)
        ridge = low_ridge(context, top, min(height, width) * 0.05, 2, 0.3)
        canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(linear((0, top - 40 * unit), (0, height), [mix(tone, WHITE, 0.25), tone])),
        )
    _balloons(context)
    colors: Ramp = ((255, 92, 122), (255, 196, 62), (78, 190, 220), (140, 110, 230), (110, 206, 120), WHITE)
    for i in range(round(110 * across(context))):
        canvas.save()
        canvas.translate(rng.random() * width, rng.random() * height)
        canvas.rotate(rng.uniform(0, 360))
        size = unit * rng.uniform(5, 12)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(-size, -size * 0.5, size, size * 0.5),
            size * 0.2,
            size * 0.2,
            fill(colors[i % len(colors)], 230),
        )
        canvas.restore()


def _balloons(context: BackdropContext) -> None:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    for i, tone in enumerate(((240, 84, 104), (88, 170, 230), (255, 190, 70), (150, 116, 224), (104, 196, 140))):
        x = width * (0.14 + 0.18 * i) + rng.uniform(-20, 20) * unit
        y, size = height * rng.uniform(0.16, 0.44), unit * rng.uniform(52, 76)
        cord = skia.Path()
        cord.moveTo(x, y + size * 1.3)
        cord.cubicTo(x + 26 * unit, y + size * 2, x - 26 * unit, y + size * 2.8, x + 8 * unit, y + size * 3.6)
        canvas.drawPath(cord, stroke(scale_rgb(tone, 0.6), 2.4 * unit, 190))
        canvas.drawPath(
            polygon([(x, y + size * 1.1), (x - 9 * unit, y + size * 1.36), (x + 9 * unit, y + size * 1.36)]),
            fill(scale_rgb(tone, 0.8)),
        )
        ball = radial(
            (x - size * 0.35, y - size * 0.4),
            size * 1.7,
            [mix(tone, WHITE, 0.65), tone, scale_rgb(tone, 0.7)],
            [0, 0.5, 1],
        )
        canvas.drawOval(skia.Rect.MakeLTRB(x - size, y - size * 1.18, x + size, y + size * 1.18), shader_paint(ball))


def calm(context: BackdropContext, ramp: Ramp) -> None:
    """A pale sun over calm water, a stack of stones."""
    width, height, unit, canvas = context.width, context.height, context.unit, context.canvas
    canvas.drawPaint(shader_paint(linear((0, 0), (0, height * 0.62), [mix(ramp[2], WHITE, 0.2), ramp[3], ramp[4]])))
    x, y, size = width * (0.5 + 0.2 * context.light.side), height * 0.36, 120 * unit
    glow(canvas, x, y, size * 3, (255, 250, 226), 190)
    canvas.drawCircle(x, y, size, fill((255, 250, 232)))
    for layer in range(3):
        ridge = low_ridge(context, height * (0.50 + 0.04 * layer), 40 * unit, 2, 0.3)
        canvas.drawPath(ridge.path(height), fill(mix(ramp[3], ramp[1], 0.18 + 0.2 * layer), 235))
    shore = height * 0.62
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, shore, width, height),
        shader_paint(linear((0, shore), (0, height), [ramp[3], ramp[2], ramp[1], ramp[0]])),
    )
    lines = skia.Path()
    for i in range(round(30 * across(context))):
        near = (i / round(30 * across(context))) ** 1.4
        at, half = context.rng.random() * width, unit * (40 + 240 * near)
        lines.addOval(
            skia.Rect.MakeLTRB(
                at - half,
                shore + (height - shore) * near,
                at + half,
                shore + (height - shore) * near + unit * (1.5 + 4 * near),
            )
        )
    canvas.drawPath(lines, fill(ramp[4], 90))
    at, foot = width * (0.5 - 0.16 * context.light.side), height * 0.86
    for ring in (2.4, 1.8, 1.3):
        canvas.drawOval(
            skia.Rect.MakeLTRB(
                at - 130 * unit * ring, foot - 16 * unit * ring, at + 130 * unit * ring, foot + 34 * unit * ring
            ),
            stroke(ramp[4], 3 * unit, 110),
        )
    for wide, tall, rgb_ in (
        (150, 58, (86, 100, 106)),
        (112, 48, (120, 130, 132)),
        (82, 40, (156, 160, 156)),
        (52, 32, (196, 196, 186)),
    ):
        foot -= tall * unit
        stone = skia.Rect.MakeLTRB(at - wide * unit, foot, at + wide * unit, foot + tall * 1.16 * unit)
        tones = [mix(rgb_, WHITE, 0.35), rgb_, scale_rgb(rgb_, 0.62)]
        canvas.drawRoundRect(
            stone,
            wide * 0.7 * unit,
            tall * 0.58 * unit,
            shader_paint(linear((0, stone.top()), (0, stone.bottom()), tones)),
        )


def hope(context: BackdropContext, ramp: Ramp) -> None:
    """Light breaks over dark hills; a seedling; birds."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    canvas.drawPaint(shader_paint(linear((0, 0), (0, height * 0.72), ramp)))
    x, y, reach = width / 2, height * 0.66, math.hypot(width, height)
    for i in range(11):
        angle = math.pi * (1.04 + 0.092 * i)
        beam = polygon(
            [
                (x, y),
                (x + math.cos(angle) * reach, y + math.sin(angle) * reach),
                (x + math.cos(angle + 0.13) * reach, y + math.sin(angle + 0.13) * reach),
            ]
        )
        canvas.drawPath(beam, shader_paint(radial((x, y), reach * 0.6, [(255, 244, 204, 120), (255, 244, 204, 0)])))
    glow(canvas, x, y, min(width, height) * 0.5, (255, 236, 180), 235)
    canvas.drawCircle(x, y, 100 * unit, fill((255, 252, 230)))
    for layer in range(3):
        ridge = low_ridge(context, height * (0.66 + 0.08 * layer), 40 * unit, 2, 0.3)
        tone = mix((150, 112, 140), (44, 44, 84), layer / 2)
        canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(
                linear((0, height * (0.62 + 0.08 * layer)), (0, height), [mix(tone, (255, 210, 160), 0.35), tone])
            ),
        )
    foot = height * 0.90
    stem, leaf = (110, 176, 96), (146, 206, 110)
    canvas.drawLine(x, foot, x, foot - 120 * unit, stroke(stem, 9 * unit, StrokeCap=skia.Paint.kRound_Cap))
    for side, up in ((-1, 96), (1, 118)):
        blade = skia.Path()
        blade.moveTo(x, foot - up * unit)
        blade.cubicTo(
            x + side * 20 * unit,
            foot - (up + 70) * unit,
            x + side * 90 * unit,
            foot - (up + 76) * unit,
            x + side * 110 * unit,
            foot - (up + 50) * unit,
        )
        blade.cubicTo(
            x + side * 80 * unit,
            foot - (up - 4) * unit,
            x + side * 30 * unit,
            foot - (up - 10) * unit,
            x,
            foot - up * unit,
        )
        canvas.drawPath(blade, fill(mix(leaf, WHITE, 0.12 if side < 0 else 0)))
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - 90 * unit, foot - 12 * unit, x + 90 * unit, foot + 26 * unit), fill((40, 36, 66))
    )
    for _ in range(7):
        bx, by, size = x + rng.uniform(-0.4, 0.4) * width, rng.uniform(0.12, 0.4) * height, unit * rng.uniform(14, 30)
        bird = skia.Path()
        bird.moveTo(bx - size, by - size * 0.3)
        bird.quadTo(bx - size * 0.4, by - size * 0.5, bx, by)
        bird.quadTo(bx + size * 0.4, by - size * 0.5, bx + size, by - size * 0.3)
        canvas.drawPath(bird, stroke((60, 52, 100), 4 * unit, StrokeCap=skia.Paint.kRound_Cap))


def _heart(x: float, y: float, size: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(x, y + size * 0.9)
    path.cubicTo(x - size * 1.5, y - size * 0.1, x - size * 0.8, y - size * 1.1, x, y - size * 0.35)
    path.cubicTo(x + size * 0.8, y - size * 1.1, x + size * 1.5, y - size * 0.1, x, y + size * 0.9)
    path.close()
    return path


def love(context: BackdropContext, ramp: Ramp) -> None:
    """Two hearts, and many small ones that rise."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    veils(context, ramp, 6, 0.07)
    glow(canvas, width / 2, height * 0.47, min(width, height) * 0.6, (255, 210, 200), 190)
    for _ in range(round(34 * across(context))):
        size = unit * rng.uniform(10, 44)
        tone = mix(ramp[rng.randrange(2, 5)], WHITE, rng.uniform(0.05, 0.45))
        canvas.drawPath(_heart(rng.random() * width, rng.random() * height, size), fill(tone, rng.randint(90, 210)))
    for dx, dy, size, tone in ((0.115, -0.03, 190, ramp[3]), (-0.09, 0.03, 232, ramp[2])):
        x, y, r = width / 2 + dx * min(width, height), height * 0.48 + dy * min(width, height), size * unit
        heart = _heart(x, y, r)
        canvas.drawPath(
            heart,
            shader_paint(
                radial(
                    (x - r * 0.4, y - r * 0.4),
                    r * 1.7,
                    [mix(tone, WHITE, 0.5), tone, scale_rgb(tone, 0.7)],
                    [0, 0.45, 1],
                )
            ),
        )
        canvas.drawOval(skia.Rect.MakeXYWH(x - r * 0.72, y - r * 0.56, r * 0.42, r * 0.24), fill(WHITE, 110))


def dream(context: BackdropContext, ramp: Ramp) -> None:
    """Islands of cloud, a crescent, slow stars."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    canvas.drawPaint(shader_paint(linear((0, 0), (0, height), ramp)))
    stars(canvas, rng, width, height * 0.7, unit, 0.9)
    x, y, size = width * (0.5 + 0.2 * context.light.side), height * 0.28, 120 * unit
    glow(canvas, x, y, size * 3, (255, 244, 220), 150)
    crescent = skia.Path()
    crescent.addCircle(x, y, size)
    bite = skia.Path()
    bite.addCircle(x - size * 0.46, y - size * 0.2, size * 0.86)
    canvas.drawPath(skia.Op(crescent, bite, skia.PathOp.kDifference_PathOp), fill((255, 248, 222)))
    for row in range(6):
        near = row / 5
        for _ in range(round(4 * across(context))):
            wide = unit * (260 + 420 * near) * rng.uniform(0.8, 1.2)
            pixels = heap(rng, mix(ramp[4], WHITE, 0.5), mix(ramp[2], ramp[1], 0.3 * (1 - near)), context.light.side)
            top = height * (0.46 + 0.52 * near) - wide * 0.2
            draw_pixels(canvas, pixels, rng.uniform(-0.1, 1.0) * width - wide * 0.2, top, wide, wide / 2, 235)
    motes(context, WHITE, 18)
