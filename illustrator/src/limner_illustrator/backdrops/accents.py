"""Small things that a prompt may add to any backdrop: fireflies, bubbles, confetti, smoke, petals, fairy lights."""

import math
from collections.abc import Callable

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.tones import WHITE, in_light
from limner_illustrator.canvas import fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_AUTUMN: tuple[RGB, ...] = ((226, 120, 42), (202, 68, 40), (240, 186, 66), (168, 92, 44))
_CONFETTI: tuple[RGB, ...] = ((255, 92, 122), (255, 196, 62), (78, 190, 220), (140, 110, 230), (110, 206, 120))


def draw_accents(context: BackdropContext) -> None:
    for accent in context.scene.accents:
        if accent in _OVERLAYS:
            _OVERLAYS[accent](context)


def string_lights(context: BackdropContext, y: float) -> None:
    """Bulbs on sagging cords from post to post."""
    unit, canvas, width = context.unit, context.canvas, context.width
    step = 520 * unit
    dark = context.scene.time != "day" or context.light.dark > 0.2
    for i in range(int(width / step) + 2):
        x = (i - 0.3) * step
        cord = skia.Path()
        cord.moveTo(x, y)
        cord.quadTo(x + step / 2, y + 180 * unit, x + step, y)
        canvas.drawPath(cord, stroke((60, 54, 60), 3 * unit))
        for k in range(1, 9):
            t = k / 9
            at = (x + step * t, y + 360 * unit * t * (1 - t) + 12 * unit)
            if dark:
                glow(canvas, *at, 70 * unit, (255, 206, 120), 150)
            canvas.drawCircle(*at, 10 * unit, fill((255, 236, 176)))


def _fireflies(context: BackdropContext) -> None:
    rng, unit = context.rng, context.unit
    for _ in range(round(26 * across(context))):
        x, y, size = rng.random() * context.width, rng.uniform(0.4, 0.95) * context.height, unit * rng.uniform(2.4, 4.4)
        glow(context.canvas, x, y, size * 7, (220, 255, 130), 190)
        context.canvas.drawCircle(x, y, size, fill((252, 255, 210)))


def _puddles(context: BackdropContext) -> None:
    """On the ground, with the sky in them."""
    if context.scene.backdrop in ("sky", "space", "abstract", "underwater", "table", "studio"):
        return
    rng, unit, canvas, width, height = context.rng, context.unit, context.canvas, context.width, context.height
    sky = context.light.sky
    for at in (0.8, 0.86, 0.93):
        for _ in range(round(2 * across(context))):
            half = unit * rng.uniform(90, 210) * (at - 0.6) * 3
            x, y = rng.random() * width, height * (at + rng.uniform(-0.02, 0.02))
            pool = skia.Rect.MakeXYWH(x - half, y - half * 0.16, 2 * half, 0.32 * half)
            canvas.drawOval(pool.makeOffset(0, 3 * unit), fill((40, 36, 44), 90))
            canvas.drawOval(pool, shader_paint(linear((0, pool.top()), (0, pool.bottom()), [sky[-1], sky[0]])))
            shine = pool.makeInset(half * 0.3, half * 0.12)
            canvas.drawOval(shine.makeOffset(-half * 0.2, -half * 0.02), fill(WHITE, 70))


def _bubbles(context: BackdropContext) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    for _ in range(round(22 * across(context))):
        x, y, size = rng.random() * context.width, rng.random() * context.height, unit * (10 + 44 * rng.random() ** 2)
        film = radial(
            (x, y), size, [(*WHITE, 10), (190, 226, 255, 40), (255, 190, 240, 110), (*WHITE, 150)], [0, 0.7, 0.93, 1]
        )
        canvas.drawCircle(x, y, size, shader_paint(film))
        shine = skia.Rect.MakeXYWH(x - size * 0.62, y - size * 0.62, size * 0.36, size * 0.22)
        canvas.drawOval(shine, fill(WHITE, 210))


def _confetti(context: BackdropContext) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    for i in range(round(130 * across(context) * context.height / (1024 * unit))):
        canvas.save()
        canvas.translate(rng.random() * context.width, rng.random() * context.height)
        canvas.rotate(rng.uniform(0, 360))
        size = unit * rng.uniform(5, 11)
        canvas.drawRect(skia.Rect.MakeLTRB(-size, -size * 0.45, size, size * 0.45), fill(_CONFETTI[i % 5], 230))
        canvas.restore()


def _smoke(context: BackdropContext) -> None:
    """Wisps that rise from the ground and spread."""
    rng, unit = context.rng, context.unit
    pale = in_light((232, 232, 236), context.light)
    for _ in range(round(4 * across(context))):
        x, phase = rng.random() * context.width, rng.uniform(0, math.tau)
        for i in range(12):
            size = unit * (20 + 12 * i)
            at = (x + math.sin(phase + i * 0.55) * unit * (10 + 7 * i), context.height * 0.8 - i * 46 * unit)
            puff = radial(at, size, [(*pale, 70 - 5 * i), (*pale, 0)])
            context.canvas.drawCircle(*at, size, shader_paint(puff))


def _petals(context: BackdropContext, number: int = 44, grow: float = 1.0) -> None:
    rng, unit = context.rng, context.unit * grow
    path = skia.Path()
    for _ in range(round(number * across(context))):
        x, y, size = rng.random() * context.width, rng.random() * context.height, unit * rng.uniform(5, 10)
        tilt = rng.uniform(-0.6, 0.6) * size
        path.moveTo(x - size, y + tilt)
        path.quadTo(x - tilt, y - size, x + size, y - tilt)
        path.quadTo(x + tilt, y + size * 0.7, x - size, y + tilt)
        path.close()
    context.canvas.drawPath(path, fill(in_light((250, 184, 206), context.light), 225))
    context.canvas.drawPath(path, stroke(in_light((236, 150, 180), context.light), unit, 120))


def _leaves(context: BackdropContext) -> None:
    """Leaves in the air, the near ones large."""
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    for i in range(round(34 * across(context))):
        near = (i % 9) / 8
        x, y, size = rng.random() * context.width, rng.random() * context.height, unit * (9 + 17 * near)
        tone = in_light(_AUTUMN[i % len(_AUTUMN)], light)
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(rng.uniform(0, 360))
        canvas.scale(1.0, rng.uniform(0.5, 1.0))
        leaf = skia.Path()
        leaf.moveTo(-size, 0)
        leaf.cubicTo(-size * 0.4, -size * 0.9, size * 0.5, -size * 0.6, size, 0)
        leaf.cubicTo(size * 0.5, size * 0.6, -size * 0.4, size * 0.9, -size, 0)
        canvas.drawPath(leaf, shader_paint(linear((0, -size), (0, size), [mix(tone, light.key, 0.3), tone])))
        vein = stroke(mix(tone, (70, 30, 10), 0.4), size * 0.08)
        canvas.drawLine(-size * 1.3, 0, size * 0.9, 0, vein)
        canvas.restore()


_INDOOR = ("livingroom", "bedroom", "kitchen", "studio", "table", "underwater", "space", "abstract")


def _wind(context: BackdropContext) -> None:
    """Streaks of air that curl at their ends, and leaves that they carry."""
    if context.scene.backdrop in _INDOOR:
        return
    rng, unit, canvas, width, height = context.rng, context.unit, context.canvas, context.width, context.height
    streaks = skia.Path()
    for k in range(round(6 * across(context))):
        x, y, long = rng.uniform(-0.1, 0.7) * width, (0.12 + 0.13 * (k % 6)) * height, rng.uniform(240, 420) * unit
        curl = rng.uniform(26, 46) * unit
        streaks.moveTo(x, y)
        streaks.cubicTo(x + 0.3 * long, y - 34 * unit, x + 0.6 * long, y + 30 * unit, x + long, y)
        streaks.cubicTo(x + long + 2 * curl, y - curl, x + long + curl, y - 2.4 * curl, x + long, y - 1.2 * curl)
    canvas.drawPath(
        streaks, stroke(mix(WHITE, context.light.haze, 0.2), 6 * unit, 150, StrokeCap=skia.Paint.kRound_Cap)
    )
    _leaves(context)


_OVERLAYS: dict[str, Callable[[BackdropContext], None]] = {
    "fireflies": _fireflies,
    "bubbles": _bubbles,
    "puddles": _puddles,
    "confetti": _confetti,
    "smoke": _smoke,
    "flowers": _petals,
    "petals": lambda context: _petals(context, 80, 1.7),
    "fallingleaves": _leaves,
    "wind": _wind,
    "fairylights": lambda context: string_lights(context, 24 * context.unit),
}
