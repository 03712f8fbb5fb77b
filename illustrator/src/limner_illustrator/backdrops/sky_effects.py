"""Light and traces in the sky: the Milky Way, sunbeams, condensation trails."""

import math

import cv2
import numpy as np
import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.noise import cloud_noise
from limner_illustrator.backdrops.sky_objects import Orb
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.canvas import Pixels, draw_pixels, fill, linear, polygon, shader_paint
from limner_illustrator.canvas.palette import RGB


def milky_way(context: BackdropContext, horizon: float) -> None:
    """A band of light with dark dust and many stars, from the horizon up across the sky."""
    rng, unit, canvas = context.rng, context.unit, context.canvas
    w, h = 192, 160
    slant = 0.55 * (1 if context.light.side < 0 else -1)
    columns, rows = np.meshgrid(np.linspace(-0.5, 0.5, w), np.linspace(-0.5, 0.5, h))
    away = (columns + slant * rows) / math.hypot(1, slant)
    cloud = cloud_noise(rng, w, h, (6, 6), 4, 0.6)
    dust = cloud_noise(rng, w, h, (9, 9), 4, 0.6)
    band = np.exp(-((away / 0.13) ** 2)) * (0.4 + 0.9 * cloud)
    lane = np.exp(-((away / 0.035) ** 2)) * np.clip(dust * 1.7 - 0.5, 0, 1)
    glow = np.clip(band - 0.75 * lane, 0, 1)
    core = np.clip(np.exp(-((away / 0.06) ** 2)) * cloud - 0.3 * lane, 0, 1)[..., None]
    outer, inner = np.array((150, 140, 226), np.float32), np.array((255, 226, 214), np.float32)
    color = outer * (1 - core) + inner * core
    fade = np.linspace(1, 0.35, h)[:, None]
    veil: Pixels = np.dstack([color, cv2.GaussianBlur(glow * fade * 205, (0, 0), 1.2)]).clip(0, 255).astype(np.uint8)
    draw_pixels(canvas, veil, 0, 0, context.width, horizon)
    specks = skia.Path()
    for _ in range(round(340 * across(context))):
        y = rng.uniform(-0.5, 0.5)
        x = rng.gauss(0, 0.09) - slant * y
        specks.addCircle((x + 0.5) * context.width, (y + 0.5) * horizon, unit * rng.uniform(0.6, 1.6))
    canvas.drawPath(specks, fill(WHITE, 210))


def sunbeams(context: BackdropContext, horizon: float, orb: Orb | None) -> None:
    """Shafts that spread from the sun, or from a gap in the clouds, down to the land."""
    rng, width, canvas, light = context.rng, context.width, context.canvas, context.light
    x = orb.x if orb else width * (0.5 + 0.24 * light.side)
    y = orb.y if orb else 0.1 * horizon
    reach = 1.15 * context.height
    number = 9
    for k in range(number):
        angle = math.pi * (0.14 + 0.72 * (k + rng.uniform(0.2, 0.8)) / number)
        half = rng.uniform(0.018, 0.045)
        ends = [(x + math.cos(angle + side) * reach, y + math.sin(angle + side) * reach) for side in (-half, half)]
        ramp = linear((x, y), (x, y + reach), [(*light.key, 120), (*light.key, 60), (*light.key, 0)], [0, 0.5, 1])
        canvas.drawPath(polygon([(x, y), *ends]), shader_paint(ramp, BlendMode=skia.BlendMode.kScreen))


def contrails(context: BackdropContext, horizon: float) -> None:
    """White lines that widen and fade behind airplanes too far to see."""
    rng, width, unit = context.rng, context.width, context.unit
    white: RGB = WHITE
    for k in range(3):
        start = (width * rng.uniform(-0.1, 0.3), horizon * rng.uniform(0.4, 0.9))
        end = (width * rng.uniform(0.7, 1.05), horizon * rng.uniform(0.04, 0.3))
        if k % 2:
            start, end = (width - start[0], start[1]), (width - end[0], end[1])
        wide = unit * rng.uniform(14, 26)
        trail = polygon([(start[0], start[1] - wide), (end[0], end[1]), (start[0], start[1] + wide)])
        ramp = linear(start, end, [(*white, 0), (*white, 130), (*white, 235)], [0, 0.5, 1])
        context.canvas.drawPath(trail, shader_paint(ramp))
