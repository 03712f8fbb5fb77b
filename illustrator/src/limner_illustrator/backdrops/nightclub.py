"""A nightclub: a mirror ball, coloured beams, loudspeakers, a lit floor."""

import math
from itertools import pairwise

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import rounded_rect
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_LIGHTS: tuple[RGB, ...] = ((255, 70, 170), (80, 210, 255), (170, 100, 255), (255, 200, 80), (110, 255, 160))
_ROWS = 6


@backdrop(
    "nightclub",
    phrases="nightclub, nightclubs, night club, disco, discotheque, dance floor, dance club, rave, club dance floor",
    location="in a nightclub",
    indoor=True,
    block=((90, 50, 140), (48, 30, 84)),
)
def nightclub(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    floor = height * 0.66
    wall = linear((0, 0), (0, floor), [(20, 12, 44), (44, 22, 82), (74, 34, 110)])
    canvas.drawRect(rect(0, 0, width, floor), shader_paint(wall))
    for share in (0.08, 0.92):
        _speaker(context, share * width, floor)
    _floor(context, floor)
    number = max(5, round(6 * across(context)))
    for k in range(number):
        x, lean = width * (k + 0.5) / number, rng.uniform(-0.3, 0.3) * height
        tone = _LIGHTS[k % len(_LIGHTS)]
        beam = [(x - 8 * unit, 20 * unit), (x + 8 * unit, 20 * unit), (x + lean + 90 * unit, height * 0.9)]
        beam.append((x + lean - 90 * unit, height * 0.9))
        fall = linear((0, 0), (0, height * 0.9), [(*tone, 150), (*tone, 0)])
        canvas.drawPath(polygon(beam), shader_paint(fall, BlendMode=skia.BlendMode.kScreen))
        canvas.drawRRect(rounded_rect(x - 26 * unit, 0, 52 * unit, 34 * unit, 8 * unit), fill((18, 16, 28)))
        canvas.drawCircle(x, 30 * unit, 14 * unit, fill(mix(tone, WHITE, 0.4)))
    _mirror_ball(context, width / 2, height * 0.16, min(width, height) * 0.085)
    for _ in range(round(60 * across(context))):
        at = rng.random() * width, rng.random() * floor
        canvas.drawCircle(*at, unit * rng.uniform(3, 9), fill(mix(rng.choice(_LIGHTS), WHITE, 0.5), 90))
    return Ground(y=height * 0.88, horizon=floor)


def _floor(context: BackdropContext, top: float) -> None:
    """Square panes in perspective, each lit in a colour."""
    rng, width, height, canvas = context.rng, context.width, context.height, context.canvas
    canvas.drawRect(rect(0, top, width, height - top), fill((30, 18, 54)))
    rows = [top + (height - top) * (k / _ROWS) ** 1.4 for k in range(_ROWS + 1)]
    wide = min(width, 1.2 * height) / 7
    columns = math.ceil(width / wide) + 2
    for y0, y1 in pairwise(rows):
        near0, near1 = (0.5 + 0.7 * (y - top) / (height - top) for y in (y0, y1))
        for k in range(-columns, columns):
            x = [width / 2 + (k + side) * wide * near for near in (near0, near1) for side in (0.05, 0.95)]
            if x[3] < 0 or x[2] > width:
                continue
            tone = scale_rgb(rng.choice(_LIGHTS), rng.uniform(0.3, 0.85))
            canvas.drawPath(polygon([(x[0], y0 + 1), (x[1], y0 + 1), (x[3], y1 - 2), (x[2], y1 - 2)]), fill(tone))


def _speaker(context: BackdropContext, x: float, foot: float) -> None:
    unit, canvas = context.unit, context.canvas
    box = rounded_rect(x - 96 * unit, foot - 420 * unit, 192 * unit, 430 * unit, 10 * unit)
    canvas.drawRRect(box, shader_paint(linear((x - 96 * unit, 0), (x + 96 * unit, 0), [(52, 48, 66), (22, 20, 32)])))
    for up, size in ((320, 56), (140, 80)):
        canvas.drawCircle(x, foot - up * unit, size * unit, fill((14, 13, 20)))
        canvas.drawCircle(x, foot - up * unit, size * unit, stroke((96, 92, 116), 7 * unit))
        canvas.drawCircle(x, foot - up * unit, size * 0.34 * unit, fill((70, 66, 88)))


def _mirror_ball(context: BackdropContext, x: float, y: float, radius: float) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    canvas.drawLine(x, 0, x, y - radius, stroke((120, 116, 140), 4 * unit))
    glow(canvas, x, y, radius * 3, (220, 200, 255), 120)
    ball = radial((x - radius * 0.3, y - radius * 0.3), radius * 1.5, [(250, 250, 255), (150, 150, 190), (60, 56, 96)])
    canvas.drawCircle(x, y, radius, shader_paint(ball))
    sphere = skia.Path()
    sphere.addCircle(x, y, radius)
    canvas.save()
    canvas.clipPath(sphere, True)
    for row in range(-5, 6):
        for column in range(-5, 6):
            if rng.random() < 0.42:
                tile = rect(
                    x + (column - 0.42) * radius * 0.2, y + (row - 0.42) * radius * 0.2, radius * 0.17, radius * 0.17
                )
                canvas.drawRect(tile, fill(mix(rng.choice(_LIGHTS), WHITE, rng.uniform(0.2, 0.9)), 170))
    grid = skia.Path()
    for k in range(-5, 6):
        grid.moveTo(x - radius, y + k * radius * 0.2)
        grid.lineTo(x + radius, y + k * radius * 0.2)
        grid.moveTo(x + k * radius * 0.2, y - radius)
        grid.lineTo(x + k * radius * 0.2, y + radius)
    canvas.drawPath(grid, stroke((40, 36, 70), 1.6 * unit, 150))
    canvas.restore()
