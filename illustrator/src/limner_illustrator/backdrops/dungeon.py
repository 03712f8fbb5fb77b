"""A vault of stone by torchlight."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import BLACK, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_STONE: RGB = (116, 108, 116)
_FIRE: RGB = (255, 176, 84)


@backdrop(
    "dungeon",
    phrases="dungeon, crypt, tomb, tunnel, catacombs, mine, lair, cellar, underground",
    location="in a dungeon",
    ambiguous_phrases="mine",
    located_phrases="mine",
    indoor=True,
    block=((124, 120, 128), (72, 70, 80)),
)
def dungeon(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    floor = height * 0.70
    canvas.drawRect(rect(0, 0, width, floor + 2), fill(scale_rgb(_STONE, 0.42)))
    _blocks(context, floor)
    _archway(context, floor)
    _flags(context, floor)
    number = max(2, round(2 * across(context)))
    spots = [(i + 0.5) / number for i in range(number)] if number > 2 else [0.17, 0.83]
    for spot in spots:
        _torch(context, spot * width, height * 0.34)
    for x in (0.5 / number, 1 - 0.5 / number):
        warm = radial((x * width, floor), width * 0.5, [(*_FIRE, 56), (*_FIRE, 0)])
        canvas.drawRect(rect(0, floor, width, height - floor), shader_paint(warm, BlendMode=skia.BlendMode.kScreen))
    for _ in range(3):
        _chain(context, rng.uniform(0.05, 0.95) * width, unit * rng.uniform(90, 220))
    dark = radial(
        (width / 2, height * 0.52),
        math.hypot(width, height) * 0.6,
        [(*BLACK, 0), (*BLACK, 0), (6, 2, 18, 190)],
        [0, 0.5, 1],
    )
    canvas.drawPaint(shader_paint(dark))
    return Ground(y=height * 0.86, horizon=floor)


def _blocks(context: BackdropContext, floor: float) -> None:
    """Courses of stone, each block its own shade, rounded at the corners."""
    rng, unit, canvas = context.rng, context.unit, context.canvas
    y, row = 0.0, 0
    while y < floor:
        tall = unit * rng.uniform(70, 92)
        x = -unit * rng.uniform(0, 110)
        while x < context.width:
            wide = unit * rng.uniform(100, 190)
            tone = mix(scale_rgb(_STONE, rng.uniform(0.70, 1.0)), (96, 84, 120), rng.uniform(0, 0.3))
            block = skia.RRect.MakeRectXY(
                rect(x + 3 * unit, y + 3 * unit, wide - 6 * unit, tall - 6 * unit), 12 * unit, 12 * unit
            )
            canvas.drawRRect(
                block, shader_paint(linear((x, y), (x, y + tall), [scale_rgb(tone, 1.16), tone, scale_rgb(tone, 0.72)]))
            )
            if rng.random() < 0.22:
                crack = [
                    (x + wide * 0.3, y + 4 * unit),
                    (x + wide * 0.42, y + tall * 0.4),
                    (x + wide * 0.36, y + tall * 0.7),
                ]
                canvas.drawPath(polygon(crack, close=False), stroke(scale_rgb(tone, 0.45), 2.4 * unit, 160))
            x += wide
        y, row = y + tall, row + 1


def _archway(context: BackdropContext, floor: float) -> None:
    """A dark passage in the middle, framed by wedge stones."""
    width, height, canvas, unit = context.width, context.height, context.canvas, context.unit
    half, top = min(width * 0.19, height * 0.2), height * 0.24
    x = width / 2

    def arch(grow: float) -> skia.Path:
        path = skia.Path()
        path.moveTo(x - half - grow, floor)
        path.lineTo(x - half - grow, top + half)
        path.arcTo(rect(x - half - grow, top - grow, (half + grow) * 2, (half + grow) * 2), 180, 180, False)
        path.lineTo(x + half + grow, floor)
        path.close()
        return path

    canvas.drawPath(arch(40 * unit), fill(scale_rgb(_STONE, 1.0)))
    for i in range(13):
        angle = math.pi * (1 + i / 12)
        inner, outer = half, half + 40 * unit
        ends = [(x + math.cos(angle) * r, top + half + math.sin(angle) * r) for r in (inner, outer)]
        canvas.drawLine(*ends[0], *ends[1], stroke(scale_rgb(_STONE, 0.5), 4 * unit))
    for i in range(8):
        y = top + half + i * 80 * unit
        if y < floor:
            for side in (-1, 1):
                canvas.drawLine(
                    x + side * half, y, x + side * (half + 40 * unit), y, stroke(scale_rgb(_STONE, 0.5), 4 * unit)
                )
    canvas.drawPath(arch(0), shader_paint(linear((0, top), (0, floor), [(14, 10, 26), (40, 28, 46)])))
    for step in range(4):
        y = floor - step * 26 * unit
        inset = step * 18 * unit
        tone = scale_rgb(_STONE, 0.62 - 0.11 * step)
        canvas.drawRect(
            rect(x - half + inset, y - 26 * unit, (half - inset) * 2, 26 * unit),
            shader_paint(linear((0, y - 26 * unit), (0, y), [scale_rgb(tone, 1.2), scale_rgb(tone, 0.7)])),
        )


def _flags(context: BackdropContext, floor: float) -> None:
    """The floor's slabs in perspective."""
    rng, width, height, canvas, unit = context.rng, context.width, context.height, context.canvas, context.unit
    canvas.drawRect(rect(0, floor, width, height - floor), fill(scale_rgb(_STONE, 0.36)))
    rows = 5
    ys = [floor + (height - floor) * (i / rows) ** 1.4 for i in range(rows + 1)]
    wide = min(width, height * 1.2)
    count = int(7 * max(1.0, width / wide)) + 2
    for row in range(rows):
        spreads = [0.125 + 0.15 * (y - floor) / (height - floor) for y in ys[row : row + 2]]
        for column in range(-count, count):
            at = column + (0.5 if row % 2 else 0.0)
            x = [width / 2 + (at + k) * wide * spreads[j] for j in (0, 1) for k in (0, 1)]
            gap = 3 * unit
            tone = scale_rgb(_STONE, rng.uniform(0.62, 0.82))
            slab = polygon(
                [
                    (x[0] + gap, ys[row] + gap),
                    (x[1] - gap, ys[row] + gap),
                    (x[3] - gap, ys[row + 1] - gap),
                    (x[2] + gap, ys[row + 1] - gap),
                ]
            )
            canvas.drawPath(slab, fill(tone))
    canvas.drawRect(
        rect(0, floor, width, 50 * unit),
        shader_paint(linear((0, floor), (0, floor + 50 * unit), [(*BLACK, 120), (*BLACK, 0)])),
    )


def _torch(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas = context.unit, context.canvas
    glow(canvas, x, y - 30 * unit, 430 * unit, _FIRE, 120)
    canvas.drawPath(
        polygon([(x - 9 * unit, y), (x + 9 * unit, y), (x + 5 * unit, y + 120 * unit), (x - 5 * unit, y + 120 * unit)]),
        fill((98, 62, 40)),
    )
    canvas.drawRect(rect(x - 18 * unit, y - 4 * unit, 36 * unit, 16 * unit), fill((66, 62, 70)))
    canvas.drawLine(x - 20 * unit, y + 60 * unit, x + 20 * unit, y + 60 * unit, stroke((66, 62, 70), 9 * unit))
    for size, rgb in ((1.0, (240, 96, 40)), (0.7, (255, 172, 60)), (0.4, (255, 240, 170))):
        tall, wide = 112 * unit * size, 36 * unit * size
        flame = skia.Path()
        flame.moveTo(x, y)
        flame.cubicTo(x - wide * 1.5, y - tall * 0.2, x - wide * 0.5, y - tall * 0.6, x + wide * 0.1, y - tall)
        flame.cubicTo(x + wide * 0.5, y - tall * 0.6, x + wide * 1.5, y - tall * 0.3, x, y)
        canvas.drawPath(flame, fill(rgb))


def _chain(context: BackdropContext, x: float, length: float) -> None:
    unit, canvas = context.unit, context.canvas
    for i in range(int(length / (20 * unit))):
        wide = 7 if i % 2 else 3
        canvas.drawOval(
            rect(x - wide * unit, i * 20 * unit - 4 * unit, 2 * wide * unit, 28 * unit), stroke((74, 72, 84), 4 * unit)
        )
