"""Slimes of games: a soft drop with eyes that squashes, stretches and hops."""

import math

import skia

from limner_illustrator.canvas import Pixels, fill, surface, to_pixels
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.page import INK, WHITE, Page

FRAMES = 8
GREEN: RGB = (96, 200, 96)


def make_slimes(page: Page, wanted: int) -> list[tuple[Pixels, float]]:
    """Frames of one hop, each with how high it is off the ground, in cells."""
    count = wanted or FRAMES
    named = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    tone = named[0] if named else GREEN
    edge = max(page.width, page.height) / 4
    frames = []
    for number in range(count):
        turn = 2 * math.pi * (number % FRAMES) / FRAMES
        stretch = 1 + 0.2 * math.sin(turn)
        frames.append((_draw_slime(edge, tone, stretch), 0.22 * max(0.0, math.sin(turn))))
    return frames


def _draw_slime(edge: float, tone: RGB, stretch: float) -> Pixels:
    wide, tall = 0.8 * edge / stretch, 0.62 * edge * stretch
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    path = skia.Path()
    path.moveTo(0.04 * wide, 0.9 * tall)
    path.cubicTo(0.0, 0.36 * tall, 0.26 * wide, 0.02 * tall, 0.5 * wide, 0.02 * tall)
    path.cubicTo(0.74 * wide, 0.02 * tall, wide, 0.36 * tall, 0.96 * wide, 0.9 * tall)
    path.quadTo(0.5 * wide, 1.05 * tall, 0.04 * wide, 0.9 * tall)
    path.close()
    canvas.drawPath(path, fill(mix(tone, INK, 0.25)))
    canvas.save()
    canvas.translate(0.05 * wide, 0.05 * tall)
    canvas.scale(0.9, 0.86)
    canvas.drawPath(path, fill(tone))
    canvas.restore()
    shine = skia.Rect.MakeXYWH(0.2 * wide, 0.2 * tall, 0.18 * wide, 0.14 * tall)
    canvas.drawOval(shine, fill(mix(tone, WHITE, 0.65)))
    for side in (-1, 1):
        x, y = (0.5 + 0.16 * side) * wide, 0.56 * tall
        canvas.drawOval(skia.Rect.MakeXYWH(x - 0.05 * wide, y - 0.11 * tall, 0.1 * wide, 0.22 * tall), fill(INK))
        canvas.drawCircle(x + 0.012 * wide, y - 0.05 * tall, 0.02 * wide, fill(WHITE))
    mouth = skia.Rect.MakeXYWH(0.44 * wide, 0.66 * tall, 0.12 * wide, 0.1 * tall)
    canvas.drawArc(mouth, 0, 180, True, fill(INK))
    return to_pixels(sheet)
