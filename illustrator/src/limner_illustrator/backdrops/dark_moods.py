"""Sadness, anger, mystery, chaos; and energy."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.sky import stars
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.veils import Ramp
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import mix


def sadness(context: BackdropContext, ramp: Ramp) -> None:
    """Rain over still water, and one small boat on it."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    shore = height * 0.60
    _ridges_down_to(context, ramp, shore)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, shore, width, height),
        shader_paint(linear((0, shore), (0, height), [ramp[3], ramp[2], ramp[0]])),
    )
    x, y, size = width * rng.uniform(0.34, 0.66), height * 0.72, 66 * unit
    for sign, alpha in ((1, 255), (-1, 70)):
        hull = [(-1.3, -0.25), (1.3, -0.25), (0.9, 0.25), (-0.9, 0.25)]
        canvas.drawPath(
            polygon([(x + a * size, y + sign * b * size) for a, b in hull]), fill(scale_rgb(ramp[0], 0.7), alpha)
        )
        canvas.drawLine(
            x, y - sign * 0.2 * size, x, y - sign * 1.9 * size, stroke(scale_rgb(ramp[0], 0.7), 5 * unit, alpha)
        )
        canvas.drawPath(
            polygon(
                [
                    (x + 6 * unit, y - sign * 1.8 * size),
                    (x + 6 * unit, y - sign * 0.5 * size),
                    (x + 0.9 * size, y - sign * 0.5 * size),
                ]
            ),
            fill(ramp[4], alpha * 0.85),
        )
    drops = skia.Path()
    for _ in range(round(150 * across(context))):
        dx, dy = rng.random() * width, rng.random() * height
        drops.moveTo(dx, dy)
        drops.lineTo(dx - 4 * unit, dy + unit * rng.uniform(24, 60))
    canvas.drawPath(drops, stroke(ramp[4], 1.8 * unit, 90, StrokeCap=skia.Paint.kRound_Cap))
    rings = skia.Path()
    for _ in range(round(24 * across(context))):
        rx, ry, r = rng.random() * width, rng.uniform(0.64, 0.99) * height, unit * rng.uniform(10, 34)
        rings.addOval(skia.Rect.MakeLTRB(rx - r, ry - r * 0.24, rx + r, ry + r * 0.24))
    canvas.drawPath(rings, stroke(ramp[4], 2 * unit, 110))


def _ridges_down_to(context: BackdropContext, ramp: Ramp, bottom: float) -> None:
    context.canvas.save()
    context.canvas.clipRect(skia.Rect.MakeWH(context.width, bottom))
    for layer in range(4):
        y = bottom * (0.5 + 0.15 * layer)
        ridge = low_ridge(context, y, context.unit * 90, 3, 0.45)
        tone = mix(ramp[3], ramp[1], layer / 3)
        context.canvas.drawPath(
            ridge.path(bottom + 10),
            shader_paint(
                linear((0, y - 90 * context.unit), (0, bottom), [(*tone, 230), (*mix(tone, ramp[4], 0.5), 200)])
            ),
        )
    context.canvas.restore()


def anger(context: BackdropContext, ramp: Ramp) -> None:
    """Flames in the dark, and shards above them."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    shards = skia.Path()
    for _ in range(16):
        angle, near, far = rng.uniform(math.pi, math.tau), rng.uniform(0.2, 0.5), rng.uniform(0.8, 1.4)
        cx, cy, thin = width / 2, height * 0.95, rng.uniform(0.01, 0.05)
        reach = math.hypot(width, height) * 0.7
        shards.addPath(
            polygon(
                [
                    (cx + math.cos(angle) * near * reach, cy + math.sin(angle) * near * reach),
                    (cx + math.cos(angle - thin) * far * reach, cy + math.sin(angle - thin) * far * reach),
                    (cx + math.cos(angle + thin) * far * reach, cy + math.sin(angle + thin) * far * reach),
                ]
            )
        )
    canvas.drawPath(shards, fill(ramp[0], 150))
    for row, tone in enumerate((ramp[1], ramp[2], ramp[3], ramp[4], mix(ramp[4], WHITE, 0.5))):
        flames = skia.Path()
        number = round((6 + row) * across(context))
        for i in range(number):
            x = (i + rng.uniform(0.2, 0.8)) / number * width
            wide, tall = width / number * rng.uniform(0.7, 1.1), height * (0.78 - 0.15 * row) * rng.uniform(0.65, 1.05)
            lean = rng.uniform(-0.5, 0.5) * wide
            flames.moveTo(x - wide, height + 10)
            flames.cubicTo(
                x - wide * 0.9, height - tall * 0.4, x - wide * 0.1 + lean, height - tall * 0.5, x + lean, height - tall
            )
            flames.cubicTo(
                x + wide * 0.5 + lean, height - tall * 0.55, x + wide * 0.8, height - tall * 0.4, x + wide, height + 10
            )
        canvas.drawPath(
            flames,
            shader_paint(
                linear((0, height * (0.3 + 0.12 * row)), (0, height), [(*tone, 235), (*mix(tone, ramp[3], 0.4), 190)])
            ),
        )
    sparks = skia.Path()
    for _ in range(round(120 * across(context))):
        sparks.addCircle(rng.random() * width, rng.random() ** 0.7 * height, unit * rng.uniform(1, 4.5))
    canvas.drawPath(sparks, fill((255, 220, 140), 220))


def mystery(context: BackdropContext, ramp: Ramp) -> None:
    """A veiled moon, a path into the dark between bare trees, eyes of light."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    stars(canvas, rng, width, height * 0.6, unit, 0.6)
    x, y = width * 0.5, height * 0.36
    glow(canvas, x, y, min(width, height) * 0.46, ramp[4], 210)
    canvas.drawCircle(x, y, 112 * unit, fill(mix(ramp[4], WHITE, 0.6)))
    for layer in range(4):
        near = layer / 3
        tone = mix(ramp[3], ramp[0], 0.25 + 0.7 * near)
        ridge = low_ridge(context, height * (0.60 + 0.10 * layer), 60 * unit, 3, 0.45)
        trees = skia.Path()
        for _ in range(round(8 * across(context))):
            tx = rng.random() * width
            if abs(tx / width - 0.5) < 0.10 + 0.09 * near:
                continue
            half, lean = unit * (6 + 16 * near), rng.uniform(-60, 60) * unit
            trees.addPath(
                polygon(
                    [
                        (tx - half * 1.8, ridge.at(tx) + 30 * unit),
                        (tx - half * 0.4 + lean, -10),
                        (tx + half * 0.4 + lean, -10),
                        (tx + half * 1.8, ridge.at(tx) + 30 * unit),
                    ]
                )
            )
        canvas.drawPath(trees, fill(tone))
        canvas.drawPath(ridge.path(height + 10), fill(tone))
        mist = linear(
            (0, height * (0.56 + 0.1 * layer)),
            (0, height * (0.76 + 0.1 * layer)),
            [(*ramp[4], 0), (*ramp[4], 62), (*ramp[4], 0)],
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(0, height * (0.56 + 0.1 * layer), width, height * (0.76 + 0.1 * layer)),
            shader_paint(mist),
        )
    for _ in range(round(16 * across(context))):
        fx, fy = rng.random() * width, rng.uniform(0.45, 0.95) * height
        glow(canvas, fx, fy, 30 * unit, (214, 240, 190), 190)
        canvas.drawCircle(fx, fy, 3.4 * unit, fill((244, 255, 220)))


def chaos(context: BackdropContext, ramp: Ramp) -> None:
    """Shards, arcs and splatter around a whirl."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    x, y = width * rng.uniform(0.4, 0.6), height * rng.uniform(0.4, 0.6)
    reach = max(width, height)
    for i in range(round(64 * across(context))):
        angle, out = rng.random() * math.tau, rng.random() ** 0.6 * reach * 0.75
        px, py, size = (
            x + math.cos(angle) * out,
            y + math.sin(angle) * out,
            unit * rng.uniform(24, 150) * (0.4 + out / reach),
        )
        turn = angle + rng.uniform(-0.5, 0.5)
        corners = [
            (px + math.cos(turn + a) * size * k, py + math.sin(turn + a) * size * k)
            for a, k in ((0, 1.3), (2.2, rng.uniform(0.2, 0.6)), (3.9, rng.uniform(0.2, 0.7)))
        ]
        tone = ramp[i % len(ramp)]
        canvas.drawPath(
            polygon(corners),
            shader_paint(linear(corners[0], corners[1], [(*mix(tone, WHITE, 0.35), 235), (*tone, 190)])),
        )
    for i in range(22):
        size = reach * rng.uniform(0.05, 0.55)
        oval = skia.Rect.MakeLTRB(x - size, y - size * 0.8, x + size, y + size * 0.8)
        canvas.drawArc(
            oval,
            rng.uniform(0, 360),
            rng.uniform(40, 200),
            False,
            stroke(mix(ramp[(i * 2) % 5], WHITE, 0.3), unit * rng.uniform(2, 14), 200, StrokeCap=skia.Paint.kRound_Cap),
        )
    drops = skia.Path()
    for _ in range(round(160 * across(context))):
        drops.addCircle(rng.random() * width, rng.random() * height, unit * 7 * rng.random() ** 2 + unit)
    canvas.drawPath(drops, fill(mix(ramp[4], WHITE, 0.5), 220))


def energy(context: BackdropContext, ramp: Ramp) -> None:
    """Streams that sweep across, bright at their heads."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    fan = (width * -0.05, height * 0.92)
    for i in range(round(38 * max(1.0, across(context) * 0.7))):
        end = (width * 1.06, height * rng.uniform(-0.2, 1.1))
        bend = (width * rng.uniform(0.3, 0.6), height * rng.uniform(0.2, 1.0))
        stream = skia.Path()
        stream.moveTo(*fan)
        stream.quadTo(*bend, *end)
        tone = mix(ramp[1 + i % 4], WHITE, rng.uniform(0, 0.35))
        wide = unit * rng.uniform(2, 22)
        shade = linear(fan, end, [(*tone, 0), (*tone, 150), (*mix(tone, WHITE, 0.4), 245)])
        canvas.drawPath(
            stream,
            shader_paint(shade, Style=skia.Paint.kStroke_Style, StrokeWidth=wide, StrokeCap=skia.Paint.kRound_Cap),
        )
    for _ in range(round(60 * across(context))):
        x, y = rng.random() * width, rng.random() * height
        size = unit * rng.uniform(2, 6)
        glow(canvas, x, y, size * 4, ramp[4], 130)
        canvas.drawCircle(x, y, size, fill((255, 252, 226)))
