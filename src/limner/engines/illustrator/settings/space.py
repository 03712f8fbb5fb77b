"""Beyond the sky: nebulae, planets, the ground of the moon."""

import math

import cv2
import numpy as np
import skia

from limner.engines.illustrator.canvas import draw_pixels, fill, linear, radial, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.land import across, low_ridge
from limner.engines.illustrator.settings.noise import clouded
from limner.engines.illustrator.settings.sky import stars
from limner.engines.illustrator.settings.stage import Ground, Stage
from limner.engines.illustrator.settings.tones import WHITE, scaled

_NEBULAE: tuple[tuple[RGB, RGB, RGB, RGB], ...] = (
    ((8, 8, 30), (88, 38, 134), (232, 96, 150), (58, 116, 220)),
    ((6, 12, 32), (22, 84, 138), (80, 198, 206), (140, 80, 204)),
    ((12, 8, 28), (116, 44, 96), (255, 150, 110), (76, 66, 186)),
)
"""The dark, the gas, where it shines, its other colour."""


def space(stage: Stage) -> Ground:
    _deep(stage)
    rng, width, height = stage.rng, stage.width, stage.height
    size = stage.unit * rng.uniform(110, 170)
    x = width * (0.5 - 0.34 * math.copysign(1, stage.light.side))
    hue: RGB = rng.choice(((86, 150, 226), (226, 150, 96), (150, 204, 160), (204, 130, 190)))
    _planet(stage, x, height * rng.uniform(0.16, 0.24), size, hue, ringed=rng.random() < 0.7)
    _planet(stage, width - x * 0.9, height * rng.uniform(0.82, 0.9), size * 0.42, mix(hue, (240, 210, 190), 0.7))
    return Ground(y=height * 0.66, horizon=float(height), floating=True)


def mars(stage: Stage) -> Ground:
    """Above the red planet."""
    _deep(stage)
    width, height = stage.width, stage.height
    size = max(width * 0.72, height * 0.5)
    _planet(stage, width * 0.5, height * 0.72 + size, size, (214, 104, 62), craters=True)
    return Ground(y=height * 0.58, horizon=float(height), floating=True)


def moon(stage: Stage) -> Ground:
    """On the grey ground of the moon, the earth in its sky."""
    _deep(stage)
    rng, width, height, unit, canvas = stage.rng, stage.width, stage.height, stage.unit, stage.canvas
    _planet(stage, width * (0.5 + 0.27 * stage.light.side), height * 0.22, 118 * unit, (66, 130, 214), earth=True)
    for top, swing, tones in (
        (0.63, 0.035, [(150, 152, 166), (104, 106, 122)]),
        (0.69, 0.022, [(222, 222, 228), (168, 170, 182), (112, 114, 130)]),
    ):
        ridge = low_ridge(stage, height * top, min(height, width) * swing, 4, 0.45)
        canvas.drawPath(ridge.path(height + 10), shaded(linear((0, height * (top - 0.03)), (0, height), tones)))
    for i in range(round(24 * across(stage))):
        near = (i + rng.random()) / round(24 * across(stage))
        x, y, r = rng.random() * width, height * (0.735 + 0.26 * near), unit * (9 + 58 * near) * rng.uniform(0.4, 1.1)
        _crater(stage, x, y, r)
    return Ground(y=height * 0.86, horizon=height * 0.66)


def _crater(stage: Stage, x: float, y: float, r: float) -> None:
    """A lit rim outside, a shaded wall inside on the light's side."""
    canvas, side = stage.canvas, math.copysign(1, stage.light.side)
    rim = skia.Rect.MakeLTRB(x - r * 1.1, y - r * 0.34, x + r * 1.1, y + r * 0.38)
    canvas.drawOval(rim, shaded(linear((x - r * side, y), (x + r * side, y), [(236, 236, 240), (150, 152, 164)])))
    bowl = skia.Rect.MakeLTRB(x - r, y - r * 0.29, x + r, y + r * 0.29)
    canvas.drawOval(
        bowl,
        shaded(
            linear(
                (x + r * side, y - r * 0.2),
                (x - r * side, y + r * 0.2),
                [(84, 86, 100), (150, 152, 164), (196, 197, 206)],
                [0, 0.55, 1],
            )
        ),
    )


def _deep(stage: Stage) -> None:
    """Gas in three colours, worked out small, and stars before it."""
    rng, width, height = stage.rng, stage.width, stage.height
    dark, gas, shine, other = (np.array(rgb, np.float32) for rgb in rng.choice(_NEBULAE))
    small = (
        (320, max(48, round(320 * height / width))) if width >= height else (max(48, round(320 * width / height)), 320)
    )
    cells = (max(2, round(small[0] / 90)), max(2, round(small[1] / 90)))
    first = np.clip((clouded(rng, *small, cells, 5, 0.52) - 0.40) * 2.4, 0, 1)[..., None]
    second = np.clip((clouded(rng, *small, cells, 5, 0.52) - 0.44) * 2.4, 0, 1)[..., None]
    picture = dark * (1 - first) + gas * first
    picture = picture * (1 - second * 0.6) + other * second * 0.6
    picture = picture + shine * (first * second) * 0.8
    draw_pixels(stage.canvas, np.clip(picture, 0, 255).astype(np.uint8), 0, 0, width, height)
    stars(stage.canvas, rng, width, height, stage.unit, 0.8)


def _planet(
    stage: Stage,
    x: float,
    y: float,
    radius: float,
    rgb: RGB,
    *,
    ringed: bool = False,
    craters: bool = False,
    earth: bool = False,
) -> None:
    rng, canvas = stage.rng, stage.canvas
    air = radial((x, y), radius * 1.22, [(*rgb, 120), (*rgb, 96), (*rgb, 0)], [0, 0.8, 1])
    canvas.drawCircle(x, y, radius * 1.22, shaded(air))
    if ringed:
        _ring(stage, x, y, radius, rgb, behind=True)
    canvas.save()
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    canvas.clipPath(disc, True)
    canvas.drawCircle(x, y, radius, fill(rgb))
    surface = clouded(rng, 220, 220, (2, 3) if earth else (2, 7), 5, 0.55)
    low, high = np.array(scaled(rgb, 0.7), np.float32), np.clip(np.array(mix(rgb, WHITE, 0.24), np.float32), 0, 255)
    tone = np.clip((surface - 0.3) * 2.3, 0, 1)[..., None]
    picture = low * (1 - tone) + high * tone
    if earth:
        land = np.clip((surface - 0.52) * 14, 0, 1)[..., None]
        picture = np.array(rgb, np.float32) * (1 - land) + np.array((112, 170, 92), np.float32) * land
        white = np.clip((clouded(rng, 220, 220, (2, 6), 4, 0.6) - 0.56) * 5, 0, 1)[..., None]
        picture = picture * (1 - white) + 250 * white
    draw_pixels(
        canvas, cv2.GaussianBlur(picture, (0, 0), 0.8).astype(np.uint8), x - radius, y - radius, radius * 2, radius * 2
    )
    if craters:
        _pocks(stage, x, y, radius, rgb)
    side = stage.light.side
    shade = radial(
        (x + side * radius * 0.6, y - radius * 0.55),
        radius * 1.9,
        [(255, 242, 224, 84), (0, 0, 0, 0), (4, 2, 18, 225)],
        [0, 0.4, 1],
    )
    canvas.drawCircle(x, y, radius, shaded(shade))
    canvas.restore()
    if ringed:
        _ring(stage, x, y, radius, rgb, behind=False)


def _pocks(stage: Stage, x: float, y: float, radius: float, rgb: RGB) -> None:
    rng, canvas = stage.rng, stage.canvas
    dark, bright = fill(scaled(rgb, 0.62), 130), fill(mix(rgb, WHITE, 0.16), 120)
    for _ in range(40):
        px = stage.width * rng.random()
        edge = y - math.sqrt(max(0.0, radius**2 - (px - x) ** 2))
        py = edge + (stage.height - edge) * rng.uniform(0.06, 1)
        r = stage.unit * rng.uniform(8, 38) * (0.5 + 1.3 * (py - edge) / stage.height)
        canvas.drawOval(skia.Rect.MakeLTRB(px - r, py - r * 0.5, px + r, py + r * 0.5), dark)
        canvas.drawOval(skia.Rect.MakeLTRB(px - r * 0.86, py - r * 0.3, px + r * 0.92, py + r * 0.5), bright)


def _ring(stage: Stage, x: float, y: float, radius: float, rgb: RGB, *, behind: bool) -> None:
    """Half of it goes behind the planet, half before."""
    canvas = stage.canvas
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-16)
    for grow, wide, alpha in ((1.46, 0.07, 200), (1.66, 0.14, 150), (1.86, 0.05, 120)):
        oval = skia.Rect.MakeLTRB(-radius * grow, -radius * grow * 0.24, radius * grow, radius * grow * 0.24)
        ink = stroke(mix(rgb, (255, 240, 214), 0.6), radius * wide, alpha)
        canvas.drawArc(oval, 180 if behind else 0, 180, False, ink)
    canvas.restore()
