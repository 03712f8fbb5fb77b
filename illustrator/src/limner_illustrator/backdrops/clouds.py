"""Clouds: heaps of puffs as a height field that takes the light, and decks that cover the sky."""

import math
import random

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.noise import Field, cloud_noise
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb
from limner_illustrator.canvas import Pixels, draw_pixels
from limner_illustrator.canvas.palette import RGB, mix

_W, _H = 224, 112
"""Pixels of the grid in which a cloud is computed."""

_HEAPS: dict[str, tuple[RGB, RGB, float]] = {
    "day": ((255, 255, 255), (176, 204, 232), 255),
    "sunset": ((255, 206, 164), (158, 84, 140), 235),
    "dawn": ((255, 244, 234), (206, 172, 200), 235),
    "night": ((96, 120, 184), (30, 46, 96), 190),
}
"""For each time: in the light, in the shade, alpha."""


def _tones(context: BackdropContext) -> tuple[RGB, RGB, float]:
    """In the light, in the shade, alpha; under a coloured light they take its colour."""
    bright, shade, alpha = _HEAPS[context.scene.time]
    red, green, blue = context.light.tint
    return (
        (bright[0] * red, bright[1] * green, bright[2] * blue),
        (shade[0] * red, shade[1] * green, shade[2] * blue),
        alpha,
    )


def heap(rng: random.Random, bright: RGB, shade: RGB, side: float) -> Pixels:
    """One cumulus with a flat, soft base, RGBA."""
    height = _puffs(rng)
    alpha = cv2.GaussianBlur(np.clip(height / 7.0, 0, 1), (0, 0), 1.3)
    rows = np.linspace(0, 1, _H, dtype=np.float32)[:, None]
    alpha *= np.clip((0.94 - rows) / 0.14, 0, 1)
    # The lower half fades, or every puff would look like a ball.
    sharp, soft = cv2.GaussianBlur(height, (0, 0), 2.2), cv2.GaussianBlur(height, (0, 0), 7.0)
    melt = np.clip((rows - 0.25) * 1.6, 0, 1)
    height = sharp * (1 - melt) + soft * melt
    slope_x, slope_y = cv2.Sobel(height, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(height, cv2.CV_32F, 0, 1) / 8
    facing = (-slope_x * side * 0.5 + slope_y * 0.85 + 0.55) / np.sqrt(slope_x**2 + slope_y**2 + 1)
    tone = np.clip(0.52 + 0.62 * facing - 0.62 * np.clip(rows - 0.35, 0, 1), 0, 1)[..., None]
    colors = np.array(shade, np.float32) * (1 - tone) + np.array(bright, np.float32) * tone
    return np.dstack([np.clip(colors, 0, 255), np.clip(alpha, 0, 1) * 255]).astype(np.uint8)


def _puffs(rng: random.Random) -> Field:
    """The height of the cloud above the picture plane, in pixels. One square root of the maximum is enough."""
    y, x = np.mgrid[0:_H, 0:_W].astype(np.float32)
    x += (cloud_noise(rng, _W, _H, (10, 6), 3) - 0.5) * 15
    y += (cloud_noise(rng, _W, _H, (10, 6), 3) - 0.5) * 13
    height: npt.NDArray[np.float32] = np.zeros((_H, _W), np.float32)
    count = rng.randint(8, 11)
    lean = rng.uniform(0.36, 0.64)
    for i in range(count):
        at = (i + rng.uniform(0.2, 0.8)) / count
        swell = math.exp(-(((at - lean) / 0.26) ** 2))
        radius = _H * (0.15 + 0.22 * swell) * rng.uniform(0.85, 1.1)
        center_x = _W * (0.13 + 0.74 * at)
        center_y = _H * 0.86 - radius * rng.uniform(0.5, 1.05) - _H * 0.14 * swell * rng.random()
        square = radius**2 - (x - center_x) ** 2 - (y - center_y) ** 2
        np.maximum(height, square, out=height)
    return np.sqrt(height)


def fair_clouds(context: BackdropContext, horizon: float, clear_of: tuple[float, float, float] | None = None) -> None:
    """Clouds that get smaller and fainter toward the horizon. They leave the circle `clear_of` (x, y, radius) open."""
    rng, light = context.rng, context.light
    bright, shade, alpha = _tones(context)
    across = context.width / (1024 * context.unit)
    _far_bank(context, horizon, across)
    number = round(rng.randint(4, 5) * max(1.0, across * 0.8))
    shapes = [heap(rng, bright, mix(shade, light.haze, 0.15), light.side) for _ in range(min(number, 5))]
    for i in range(number):
        depth = rng.uniform(0.06, 0.66)
        wide = rng.uniform(300, 460) * context.unit * (1.15 - 0.85 * depth)
        x = ((i + rng.uniform(0.1, 0.9)) / number * 1.2 - 0.1) * context.width
        if clear_of and abs(horizon * depth - clear_of[1]) < clear_of[2] + wide * 0.2:
            gap = clear_of[2] + wide * 0.42
            if abs(x - clear_of[0]) < gap:
                x = clear_of[0] + math.copysign(gap, x - clear_of[0])
        draw_pixels(
            context.canvas,
            shapes[i % 5],
            x - wide / 2,
            horizon * depth - wide * 0.2,
            wide,
            wide / 2,
            alpha * (1 - 0.35 * depth),
        )


def _far_bank(context: BackdropContext, horizon: float, across: float) -> None:
    """Low clouds over the horizon, flat with distance."""
    rng, light = context.rng, context.light
    bright, shade, alpha = _tones(context)
    shapes = [heap(rng, mix(bright, light.haze, 0.3), mix(shade, light.haze, 0.55), light.side) for _ in range(2)]
    number = round(rng.randint(4, 7) * max(1.0, across))
    for i in range(number):
        wide = rng.uniform(150, 330) * context.unit
        x = (i + rng.random()) / number * context.width
        y = horizon * rng.uniform(0.74, 0.93)
        draw_pixels(context.canvas, shapes[i % 2], x - wide / 2, y - wide * 0.13, wide, wide * 0.28, alpha * 0.55)


def overcast(context: BackdropContext, horizon: float) -> None:
    """A deck over the whole sky, in perspective, with heaps hanging in it."""
    rng, light = context.rng, context.light
    heavy = {"storm": 1.0, "rain": 0.6}.get(context.scene.weather, 0.3)
    bright = mix(mix(light.sky[-1], WHITE, 0.35), scale_rgb(light.sky[2], 1.25), heavy)
    shade = mix(light.sky[1], light.sky[0], heavy)
    across = max(1, round(context.width / (1024 * context.unit)))
    field = _deck(rng, 256, 128, across)
    slope = cv2.Sobel(cv2.GaussianBlur(field, (0, 0), 2.0), cv2.CV_32F, 0, 1, ksize=3)
    tone = np.clip(0.5 + slope * 1.1 - (field - 0.5) * 0.5, 0, 1)[..., None]
    colors = np.array(shade, np.float32) * (1 - tone) + np.array(bright, np.float32) * tone
    cover = np.clip((field - 0.36) * 3.2, 0, 1) * np.linspace(0.95, 0.25, 128, dtype=np.float32)[:, None]
    pixels = np.dstack([np.clip(colors, 0, 255), cover * 255]).astype(np.uint8)
    draw_pixels(context.canvas, pixels, 0, 0, context.width, horizon)
    for i in range(4 * across):
        depth = rng.uniform(0.0, 0.34)
        wide = rng.uniform(480, 760) * context.unit * (1.1 - 0.5 * depth)
        x = (i + rng.random()) / (4 * across) * context.width * 1.2 - 0.1 * context.width
        pixels = heap(rng, mix(bright, shade, 0.2 * heavy), shade, light.side)
        draw_pixels(context.canvas, pixels, x - wide / 2, horizon * depth - wide * 0.22, wide, wide / 2, 205)


def _deck(rng: random.Random, width: int, height: int, across: int) -> Field:
    """Cloud cover 0..1 whose patches flatten toward the horizon."""
    field = cloud_noise(rng, width, height * 2, (5 * across, 7), 4, 0.55)
    rows = np.linspace(0, 1, height, dtype=np.float32) ** 0.6 * (2 * height - 1)
    map_y = np.repeat(rows[:, None], width, axis=1)
    map_x = np.repeat(np.arange(width, dtype=np.float32)[None], height, axis=0)
    return np.asarray(cv2.remap(field, map_x, map_y, cv2.INTER_LINEAR), np.float32)


def cloud_floor(context: BackdropContext, top: float) -> None:
    """A sea of clouds from `top` down, for pictures high in the sky."""
    rng = context.rng
    bright, shade, _ = _tones(context)
    if context.scene.weather in ("rain", "storm", "cloudy"):
        bright, shade = in_light((226, 230, 236), context.light), in_light((128, 140, 160), context.light)
    across = context.width / (1024 * context.unit)
    for row in range(5):
        near = row / 4
        tone = mix(bright, context.light.haze, 0.3 * (1 - near))
        shapes = [heap(rng, tone, shade, context.light.side) for _ in range(2)]
        number = max(2, round((6 - 0.7 * row) * across))
        for i in range(number):
            wide = context.unit * (260 + 360 * near) * rng.uniform(0.8, 1.2)
            x = (i + rng.uniform(0, 1)) / number * context.width * 1.2 - 0.1 * context.width
            y = top + (context.height - top) * near * 0.95
            draw_pixels(context.canvas, shapes[i % 2], x - wide / 2, y - wide * 0.2, wide, wide / 2)
