"""Rock: a mass with strata and facets."""

import math

import numpy as np
import skia

from limner.engines.illustrator.canvas import Point, fbm, fill, linear, polygon, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.stage import Stage
from limner.engines.illustrator.settings.tones import lit, scaled

GRANITE: RGB = (96, 92, 96)


def rock(stage: Stage, outline: list[Point], rgb: RGB = GRANITE) -> None:
    """Filled and modelled inside its outline; `rgb` before the light."""
    rng, unit, light, canvas = stage.rng, stage.unit, stage.light, stage.canvas
    tone = lit(rgb, light)
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    mass = polygon(outline)
    tones = [mix(tone, light.key, 0.34), tone, mix(tone, (10, 12, 20), 0.5)]
    canvas.drawPath(mass, shaded(linear((0, top), (0, bottom), tones, [0, 0.4, 1])))
    canvas.save()
    canvas.clipPath(mass, True)
    bright, dark = skia.Path(), skia.Path()
    facets = max(10, min(70, int((right - left) * (bottom - top) / (9000 * unit * unit))))
    for _ in range(facets):
        x, y = rng.uniform(left, right), rng.uniform(top, bottom)
        size = unit * rng.uniform(24, 84)
        facet = [
            (x, y),
            (x + size * rng.uniform(0.4, 1), y + size * rng.uniform(0.1, 0.5)),
            (x + size * rng.uniform(0.1, 0.7), y + size * rng.uniform(0.6, 1.2)),
            (x - size * rng.uniform(0, 0.4), y + size * rng.uniform(0.3, 0.8)),
        ]
        (bright if rng.random() < 0.42 else dark).addPath(polygon(facet))
    canvas.drawPath(bright, fill(mix(tone, light.key, 0.45), 54))
    canvas.drawPath(dark, fill(scaled(tone, 0.34), 60))
    dip = 60 * unit * (1 if light.side < 0 else -1)
    layers = max(4, min(22, int((bottom - top) / (26 * unit))))
    for i in range(layers):
        y = top + (bottom - top) * (i + rng.random()) / layers
        line_x = np.linspace(left, right, 24)
        line_y = y + fbm(rng, 24, 4, 0.6) * unit * 22 + np.linspace(0, dip, 24)
        seam = polygon(list(zip(line_x, line_y, strict=True)), close=False)
        ink = (
            stroke(scaled(tone, 0.3), unit * rng.uniform(1.5, 5), 74)
            if i % 2
            else stroke(mix(tone, light.key, 0.6), 2 * unit, 56)
        )
        canvas.drawPath(seam, ink)
    canvas.restore()


def boulder(stage: Stage, x: float, y: float, width: float, height: float, rgb: RGB = GRANITE) -> None:
    """A rounded block that stands on y."""
    rng = stage.rng
    points = []
    for i in range(11):
        angle = math.pi * i / 10
        reach = rng.uniform(0.86, 1.08)
        points.append((x - math.cos(angle) * width / 2 * reach, y - math.sin(angle) ** 0.7 * height * reach))
    rock(stage, [*points, (x + width * 0.46, y + height * 0.08), (x - width * 0.46, y + height * 0.08)], rgb)
