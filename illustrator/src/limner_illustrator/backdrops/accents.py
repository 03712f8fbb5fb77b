"""Small things that a prompt may add to any backdrop: fireflies, bubbles, confetti, smoke, petals."""

import math
from collections.abc import Callable

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.stage import Stage
from limner_illustrator.backdrops.tones import WHITE, in_light
from limner_illustrator.canvas import fill, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB

_CONFETTI: tuple[RGB, ...] = ((255, 92, 122), (255, 196, 62), (78, 190, 220), (140, 110, 230), (110, 206, 120))


def draw_accents(stage: Stage) -> None:
    for accent in stage.scene.accents:
        if accent in _OVERLAYS:
            _OVERLAYS[accent](stage)


def _fireflies(stage: Stage) -> None:
    rng, unit = stage.rng, stage.unit
    for _ in range(round(26 * across(stage))):
        x, y, size = rng.random() * stage.width, rng.uniform(0.4, 0.95) * stage.height, unit * rng.uniform(2.4, 4.4)
        glow(stage.canvas, x, y, size * 7, (220, 255, 130), 190)
        stage.canvas.drawCircle(x, y, size, fill((252, 255, 210)))


def _bubbles(stage: Stage) -> None:
    rng, unit, canvas = stage.rng, stage.unit, stage.canvas
    for _ in range(round(22 * across(stage))):
        x, y, size = rng.random() * stage.width, rng.random() * stage.height, unit * (10 + 44 * rng.random() ** 2)
        film = radial(
            (x, y), size, [(*WHITE, 10), (190, 226, 255, 40), (255, 190, 240, 110), (*WHITE, 150)], [0, 0.7, 0.93, 1]
        )
        canvas.drawCircle(x, y, size, shader_paint(film))
        shine = skia.Rect.MakeXYWH(x - size * 0.62, y - size * 0.62, size * 0.36, size * 0.22)
        canvas.drawOval(shine, fill(WHITE, 210))


def _confetti(stage: Stage) -> None:
    rng, unit, canvas = stage.rng, stage.unit, stage.canvas
    for i in range(round(130 * across(stage) * stage.height / (1024 * unit))):
        canvas.save()
        canvas.translate(rng.random() * stage.width, rng.random() * stage.height)
        canvas.rotate(rng.uniform(0, 360))
        size = unit * rng.uniform(5, 11)
        canvas.drawRect(skia.Rect.MakeLTRB(-size, -size * 0.45, size, size * 0.45), fill(_CONFETTI[i % 5], 230))
        canvas.restore()


def _smoke(stage: Stage) -> None:
    """Wisps that rise from the ground and spread."""
    rng, unit = stage.rng, stage.unit
    pale = in_light((232, 232, 236), stage.light)
    for _ in range(round(4 * across(stage))):
        x, phase = rng.random() * stage.width, rng.uniform(0, math.tau)
        for i in range(12):
            size = unit * (20 + 12 * i)
            at = (x + math.sin(phase + i * 0.55) * unit * (10 + 7 * i), stage.height * 0.8 - i * 46 * unit)
            puff = radial(at, size, [(*pale, 70 - 5 * i), (*pale, 0)])
            stage.canvas.drawCircle(*at, size, shader_paint(puff))


def _petals(stage: Stage) -> None:
    rng, unit = stage.rng, stage.unit
    path = skia.Path()
    for _ in range(round(44 * across(stage))):
        x, y, size = rng.random() * stage.width, rng.random() * stage.height, unit * rng.uniform(5, 10)
        tilt = rng.uniform(-0.6, 0.6) * size
        path.moveTo(x - size, y + tilt)
        path.quadTo(x - tilt, y - size, x + size, y - tilt)
        path.quadTo(x + tilt, y + size * 0.7, x - size, y + tilt)
        path.close()
    stage.canvas.drawPath(path, fill(in_light((250, 184, 206), stage.light), 225))
    stage.canvas.drawPath(path, stroke(in_light((236, 150, 180), stage.light), unit, 120))


_OVERLAYS: dict[str, Callable[[Stage], None]] = {
    "fireflies": _fireflies,
    "bubbles": _bubbles,
    "confetti": _confetti,
    "smoke": _smoke,
    "flowers": _petals,
}
