"""One breaking wave as high as the picture, for surfers, tsunamis and Japanese prints."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_light, scale_rgb
from limner_illustrator.backdrops.water import water_colors
from limner_illustrator.canvas import Point, fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import mix

WAVE = "noto:water-wave"
_WITHOUT_WAVE = ("studio", "abstract", "wall", "sky", "space", "underwater", "table", "tabletop")
_CREST = ((-0.04, 0.40), (0.06, 0.16), (0.24, 0.05), (0.46, 0.12))
_LIP = ((0.46, 0.12), (0.58, 0.16), (0.69, 0.27), (0.66, 0.40))
_HOLLOW = ((0.66, 0.40), (0.60, 0.27), (0.46, 0.23), (0.37, 0.34))
_FACE = ((0.37, 0.34), (0.24, 0.50), (0.34, 0.70), (0.66, 0.77))
"""Bezier curves in parts of the picture: up the back, over the lip, back under it, and down the face."""


def has_great_wave(context: BackdropContext) -> bool:
    """Whether the scene asks for a huge wave, or is a Japanese print of the sea."""
    scene = context.scene
    if scene.backdrop in _WITHOUT_WAVE:
        return False
    is_print = "ukiyo-e" in scene.styles and scene.backdrop == "sea" and "wave" in scene.prompt.lower()
    return is_print or "greatwave" in scene.accents or any(one.drawing == WAVE for one in scene.entities)


def draw_great_wave(context: BackdropContext) -> None:
    """It rises on the side away from the light and curls over toward the middle."""
    canvas, width, height = context.canvas, context.width, context.height
    context.painted.update(one.id for one in context.scene.entities if one.drawing == WAVE)
    canvas.save()
    if context.light.side < 0:
        canvas.translate(width, 0)
        canvas.scale(-1, 1)
    far, near = water_colors(context)
    body = skia.Path()
    body.moveTo(-0.04 * width, height * 1.02)
    body.lineTo(-0.04 * width, 0.40 * height)
    for curve in (_CREST, _LIP, _HOLLOW, _FACE):
        _follow(context, body, curve)
    body.cubicTo(0.82 * width, 0.81 * height, 0.95 * width, 0.80 * height, 1.04 * width, 0.77 * height)
    body.lineTo(1.04 * width, height * 1.02)
    body.close()
    glassy = mix(far, in_light((96, 206, 204), context.light), 0.5)
    tones = [glassy, mix(far, near, 0.4), near, scale_rgb(near, 0.7)]
    canvas.drawPath(body, shader_paint(linear((0, 0.08 * height), (0, height), tones, [0, 0.35, 0.7, 1])))
    canvas.save()
    canvas.clipPath(body, True)
    _draw_streaks(context)
    canvas.restore()
    _draw_foam(context)
    canvas.restore()


def _follow(context: BackdropContext, path: skia.Path, curve: tuple[Point, ...]) -> None:
    path.cubicTo(*(value for x, y in curve[1:] for value in (x * context.width, y * context.height)))


def _draw_streaks(context: BackdropContext) -> None:
    """Lines of water that run up the face of the wave into its lip."""
    width, height, unit = context.width, context.height, context.unit
    pale = in_light((206, 238, 244), context.light)
    for k in range(9):
        shift = 0.045 * (k + 1)
        path = skia.Path()
        path.moveTo((0.62 - 0.9 * shift) * width, (0.79 + 0.55 * shift) * height)
        path.cubicTo(
            (0.32 - shift) * width,
            (0.72 + 0.3 * shift) * height,
            (0.22 - 0.8 * shift) * width,
            (0.48 - 0.1 * shift) * height,
            (0.40 - 0.6 * shift) * width,
            (0.27 - 0.25 * shift) * height,
        )
        line = stroke(pale, (10 - 0.7 * k) * unit, 120 - 9 * k, StrokeCap=skia.Paint.kRound_Cap)
        context.canvas.drawPath(path, line)


def _draw_foam(context: BackdropContext) -> None:
    """Claws of foam along the crest and the lip, and drops that fly off them."""
    rng, canvas, unit = context.rng, context.canvas, context.unit
    white = mix(in_light((248, 252, 253), context.light), context.light.key, 0.1)
    shade = mix(white, water_colors(context)[0], 0.35)
    foam, claws, drops = skia.Path(), skia.Path(), skia.Path()
    for curve, start in ((_CREST, 0.55), (_LIP, 0.0)):
        for k in range(22):
            at = start + (1 - start) * k / 21
            x, y = _point(context, curve, at)
            size = unit * rng.uniform(20, 34) * (0.7 + 0.6 * (at if curve is _CREST else 1.0))
            foam.addCircle(x, y, size)
            if curve is _LIP and k % 2:
                _add_claw(claws, x, y + 0.6 * size, size, rng.uniform(0.9, 1.6))
            for _ in range(3):
                angle, reach = rng.uniform(-2.2, 0.4), size * rng.uniform(1.4, 4.2)
                drops.addCircle(x + math.cos(angle) * reach, y + math.sin(angle) * reach, unit * rng.uniform(2.0, 7.0))
    canvas.drawPath(claws, fill(shade))
    canvas.drawPath(foam, fill(white))
    canvas.drawPath(drops, fill(white, 220))
    for k in range(14):
        x = (0.45 + 0.6 * k / 13) * context.width
        y = (0.775 + 0.02 * math.sin(k * 1.7)) * context.height
        canvas.drawOval(skia.Rect.MakeXYWH(x - 50 * unit, y, 100 * unit, 15 * unit), fill(white, 120))


def _add_claw(path: skia.Path, x: float, y: float, size: float, long: float) -> None:
    path.moveTo(x - size * 0.7, y - size * 0.5)
    path.quadTo(x - size * 0.3, y + size * long, x - size * 1.1, y + size * long * 1.5)
    path.quadTo(x + size * 0.7, y + size * long, x + size * 0.7, y - size * 0.5)
    path.close()


def _point(context: BackdropContext, curve: tuple[Point, ...], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x * context.width, y * context.height
