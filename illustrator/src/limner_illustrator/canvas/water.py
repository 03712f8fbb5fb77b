"""Waves and foam that cover the lower part of a swimming sprite."""

import random

import skia

from limner_illustrator.canvas import Canvas, fill
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB, mix

WHITE: RGB = (255, 255, 255)
FOAM: RGB = (245, 252, 255)


def waterline(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    water: tuple[RGB, RGB],
    light: Light,
    rng: random.Random,
    *,
    sunk: float,
) -> None:
    """`box`: x, y, width and height of the sprite. `sunk`: fraction of its height under water."""
    x, y, width, height = box
    line = y + height * (1 - sunk)
    depth = height * (sunk + 0.05)
    middle = x + width / 2
    unit = max(width, height) / 480
    lit = mix(light.ambient, (1, 1, 1), 0.3)
    for _ in range(70):
        t = rng.random()
        reach = width * (0.6 + 0.12 * t)
        at = middle + rng.uniform(-1, 1) * reach
        long = unit * rng.uniform(50, 150) * (1 - 0.35 * abs(at - middle) / reach)
        base = mix(mix(water[0], water[1], 0.35 + 0.3 * t), WHITE, rng.choice((0, 0, 0, 0.12, 0.3)) if t < 0.9 else 0.1)
        tint = (base[0] * lit[0], base[1] * lit[1], base[2] * lit[2])
        high = unit * rng.uniform(7, 17) * (1 - 0.3 * t)
        canvas.drawPath(wave(at, line + depth * t, long, high), fill(tint, 150 * (1 - 0.25 * t)))
    for _ in range(30):
        at = middle + rng.gauss(0, 0.42) * width
        level = line + abs(rng.gauss(0, 16)) * unit
        foam = wave(at, level, unit * rng.uniform(16, 60), unit * rng.uniform(2, 4.5))
        canvas.drawPath(foam, fill(FOAM, rng.randint(70, 180) * (1 - 0.4 * light.dark)))


def wave(x: float, y: float, long: float, high: float) -> skia.Path:
    """A small crest that extends `long` to both sides of x."""
    path = skia.Path()
    path.moveTo(x - long, y)
    path.quadTo(x - long * 0.3, y - high, x, y - high * 0.15)
    path.quadTo(x + long * 0.4, y + high * 0.4, x + long, y)
    path.quadTo(x + long * 0.3, y + high * 0.8, x, y + high * 0.5)
    path.quadTo(x - long * 0.5, y + high * 0.4, x - long, y)
    path.close()
    return path
