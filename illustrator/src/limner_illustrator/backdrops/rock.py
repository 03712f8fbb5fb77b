"""Rock: cliffs of upright buttresses with ledges, and boulders of a few planes."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_light
from limner_illustrator.canvas import Point, fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

GRANITE: RGB = (146, 130, 122)
_INK: RGB = (34, 22, 50)


def rock(context: BackdropContext, outline: list[Point], rgb: RGB = GRANITE) -> None:
    """A cliff, filled and modelled inside its outline; `rgb` before the light."""
    unit, light, canvas = context.unit, context.light, context.canvas
    tone = in_light(rgb, light)
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    mass = polygon(outline)
    tones = [mix(tone, light.key, 0.2), tone, mix(tone, _INK, 0.4)]
    canvas.drawPath(mass, shader_paint(linear((0, top), (0, bottom), tones, [0, 0.45, 1])))
    canvas.save()
    canvas.clipPath(mass, True)
    _buttresses(context, (left, top, right, bottom), tone)
    _ledges(context, (left, top, right, bottom), tone)
    foot = linear((0, bottom - (bottom - top) * 0.45), (0, bottom), [(*_INK, 0), (*_INK, 120)])
    canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), shader_paint(foot))
    canvas.drawPath(mass, stroke(mix(tone, light.key, 0.6), 5 * unit, 130))
    canvas.restore()


def _buttresses(context: BackdropContext, box: tuple[float, float, float, float], tone: RGB) -> None:
    """Upright masses, each with a face in the light and one in the shade, in tiers."""
    rng, unit, light = context.rng, context.unit, context.light
    left, top, right, bottom = box
    tiers = max(1, min(4, round((bottom - top) / (190 * unit))))
    side = math.copysign(1.0, light.side)
    bright, pale, dark, deep = skia.Path(), skia.Path(), skia.Path(), skia.Path()
    for tier in range(tiers):
        y0, y1 = top + (bottom - top) * tier / tiers, top + (bottom - top) * (tier + 1) / tiers
        x = left - rng.uniform(0, 90) * unit
        while x < right:
            wide = unit * rng.uniform(60, 150)
            high, low = y0 + rng.uniform(-30, 40) * unit, y1 + rng.uniform(-20, 70) * unit
            crease = x + wide * (0.5 - 0.14 * side) + rng.uniform(-8, 8) * unit
            lean = rng.uniform(-14, 14) * unit
            near = [(x, high + 16 * unit), (crease, high), (crease + lean, low), (x + lean * 0.6, low - 26 * unit)]
            far = [
                (crease, high),
                (x + wide, high + 22 * unit),
                (x + wide + lean * 0.4, low - 30 * unit),
                (crease + lean, low),
            ]
            (sunny, shady) = (near, far) if side < 0 else (far, near)
            (bright if rng.random() < 0.6 else pale).addPath(polygon(sunny))
            (dark if rng.random() < 0.6 else deep).addPath(polygon(shady))
            x += wide * rng.uniform(0.8, 1.05)
    for path, rgb, alpha in (
        (deep, mix(tone, _INK, 0.55), 150), (dark, mix(tone, _INK, 0.35), 140),
        (pale, mix(tone, light.key, 0.2), 150), (bright, mix(tone, light.key, 0.42), 150),
    ):  # fmt: skip
        context.canvas.drawPath(path, fill(rgb, alpha))


def _ledges(context: BackdropContext, box: tuple[float, float, float, float], tone: RGB) -> None:
    """Short shelves with a lit edge, and cracks below them."""
    rng, unit, light = context.rng, context.unit, context.light
    left, top, right, bottom = box
    edges, cracks = skia.Path(), skia.Path()
    for _ in range(max(3, min(40, int((right - left) * (bottom - top) / (22000 * unit * unit))))):
        x, y, run = rng.uniform(left, right), rng.uniform(top, bottom), unit * rng.uniform(20, 80)
        edges.moveTo(x, y)
        edges.lineTo(x + run * 0.5, y - 6 * unit)
        edges.lineTo(x + run, y + 3 * unit)
        cracks.moveTo(x + run * 0.3, y + 4 * unit)
        cracks.lineTo(x + run * 0.4 + rng.uniform(-8, 8) * unit, y + run * 0.5)
        cracks.lineTo(x + run * 0.34, y + run * 0.8)
    context.canvas.drawPath(cracks, stroke(mix(tone, _INK, 0.6), 2.4 * unit, 130))
    context.canvas.drawPath(edges, stroke(mix(tone, light.key, 0.6), 4 * unit, 170, StrokeJoin=skia.Paint.kRound_Join))


def boulder(context: BackdropContext, x: float, y: float, width: float, height: float, rgb: RGB = GRANITE) -> None:
    """A rounded block of a few planes that stands on y."""
    rng, light, canvas = context.rng, context.light, context.canvas
    tone = in_light(rgb, light)
    points = []
    for i in range(9):
        angle = math.pi * i / 8
        reach = rng.uniform(0.88, 1.08)
        points.append((x - math.cos(angle) * width / 2 * reach, y - math.sin(angle) ** 0.7 * height * reach))
    outline = [*points, (x + width * 0.46, y + height * 0.08), (x - width * 0.46, y + height * 0.08)]
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - width * 0.58, y - height * 0.06, x + width * 0.58, y + height * 0.2), fill(_INK, 60)
    )
    mass = polygon(outline)
    canvas.drawPath(
        mass, shader_paint(linear((0, y - height), (0, y), [mix(tone, light.key, 0.3), tone, mix(tone, _INK, 0.45)]))
    )
    canvas.save()
    canvas.clipPath(mass, True)
    side = math.copysign(1.0, light.side)
    peak = (x + side * width * rng.uniform(0.0, 0.16), y - height * rng.uniform(0.5, 0.68))
    foot = (x - side * width * 0.08, y + height * 0.1)
    shade = [
        peak,
        (x - side * width * 0.16, y - height * 1.1),
        (x - side * width, y - height),
        (x - side * width, y + height),
        foot,
    ]
    canvas.drawPath(polygon(shade), fill(mix(tone, _INK, 0.5), 130))
    face = [
        peak,
        (x - side * width * 0.16, y - height * 1.1),
        (x + side * width, y - height * 1.1),
        (x + side * width, y - height * 0.42),
    ]
    canvas.drawPath(polygon(face), fill(mix(tone, light.key, 0.5), 110))
    canvas.restore()
