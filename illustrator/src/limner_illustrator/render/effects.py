"""Effects over a picture: falling weather, reflections, ground cover at the feet, the vignette."""

import math
import random
from typing import Any

import cv2
import numpy as np
import skia

from limner_illustrator.backdrops.noise import cloud_noise, stain
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb, snow_tones
from limner_illustrator.canvas import (
    Canvas,
    Pixels,
    draw_pixels,
    fbm,
    fill,
    linear,
    polygon,
    radial,
    shader_paint,
    stroke,
)
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene import Time, Weather


def weather_effects(
    canvas: Canvas, width: int, height: int, light: Light, rng: random.Random, weather: Weather, time: Time
) -> None:
    """What falls or drifts before everything else."""
    unit = min(width, height) / 1024
    area = width * height / (1024 * unit) ** 2
    if weather in ("rain", "storm"):
        _rain(canvas, width, height, unit, area, rng, wild=weather == "storm")
    elif weather == "snow":
        _snow(canvas, width, height, unit, area, rng, light)
    elif weather == "fog":
        _fog(canvas, width, height, rng, light)


def blow_sand(canvas: Canvas, width: int, height: int, light: Light, rng: random.Random) -> None:
    """Clouds of sand over everything, and streaks of it in the wind."""
    veil = mix(light.haze, (214, 168, 104), 0.4)
    field = cloud_noise(rng, 160, 120, (max(2, round(2 * width / height)), 5), 4, 0.55)
    rows = np.linspace(0, 1, 120, dtype=np.float32)[:, None]
    thick = 0.30 + 0.34 * np.exp(-(((rows - 0.55) / 0.3) ** 2))
    draw_pixels(canvas, stain(veil, np.clip(thick * (0.35 + 1.1 * field), 0, 0.9)), 0, 0, width, height)
    unit, streaks = min(width, height) / 1024, skia.Path()
    for _ in range(int(150 * max(1.0, width / height))):
        x, y, long = rng.uniform(-0.1, 1) * width, rng.random() * height, unit * rng.uniform(30, 130)
        streaks.moveTo(x, y)
        streaks.quadTo(x + long * 0.5, y - long * 0.1, x + long, y - long * 0.04)
    canvas.drawPath(streaks, stroke(mix(veil, WHITE, 0.3), 1.8 * unit, 90, StrokeCap=skia.Paint.kRound_Cap))


def _rain(canvas: Canvas, width: int, height: int, unit: float, area: float, rng: random.Random, *, wild: bool) -> None:
    slant = 0.34 if wild else 0.2
    for near in range(3):
        streaks = skia.Path()
        for _ in range(int(130 * area)):
            x, y = rng.uniform(-0.05, 1.15) * width, rng.uniform(-0.1, 1) * height
            length = unit * (18 + 28 * near) * rng.uniform(0.7, 1.3)
            streaks.moveTo(x, y)
            streaks.lineTo(x - length * slant, y + length)
        ink = stroke((218, 230, 242), unit * (0.9 + 0.6 * near), 34 + 26 * near, StrokeCap=skia.Paint.kRound_Cap)
        canvas.drawPath(streaks, ink)
    splashes = skia.Path()
    for _ in range(int(60 * max(1.0, width / height))):
        x, y, size = rng.random() * width, rng.uniform(0.82, 1) * height, unit * rng.uniform(3, 13)
        splashes.addOval(skia.Rect.MakeLTRB(x - size, y - size * 0.25, x + size, y + size * 0.25))
    canvas.drawPath(splashes, stroke((222, 236, 250), 1.3 * unit, 84))


def _snow(canvas: Canvas, width: int, height: int, unit: float, area: float, rng: random.Random, light: Light) -> None:
    for number, small, big, alpha in ((230, 1.2, 2.6, 215), (110, 2.6, 4.6, 200)):
        flakes = skia.Path()
        for _ in range(int(number * area)):
            flakes.addCircle(rng.random() * width, rng.random() * height, unit * rng.uniform(small, big))
        canvas.drawPath(flakes, fill(WHITE, alpha))
    for _ in range(int(46 * area)):
        x, y, size = rng.random() * width, rng.random() * height, unit * rng.uniform(6, 13)
        canvas.drawCircle(
            x, y, size, shader_paint(radial((x, y), size, [(*WHITE, 170), (*WHITE, 120), (*WHITE, 0)], [0, 0.4, 1]))
        )


def _fog(canvas: Canvas, width: int, height: int, rng: random.Random, light: Light) -> None:
    """Banks that thicken toward the ground."""
    veil = mix(light.haze, WHITE, 0.25 * (1 - light.dark))
    field = cloud_noise(rng, 160, 120, (max(2, round(3 * width / height)), 9), 3, 0.5)
    rows = np.linspace(0, 1, 120, dtype=np.float32)[:, None]
    thick = np.exp(-(((rows - 0.6) / 0.27) ** 2)) * 0.52 + 0.10
    draw_pixels(canvas, stain(veil, thick * (0.45 + 0.9 * field)), 0, 0, width, height)


def reflect(surface: Any, width: int, height: int, y: float, rng: random.Random) -> None:
    """Mirror what is above y into what is below, rippled and a little dim: a wet street, a river at night."""
    top = int(y)
    deep = height - top
    if deep < 4 or top < 4:
        return
    source_rows = min(top, int(deep * 1.5))
    pixels = _rows(surface, top - source_rows, source_rows)
    scale = min(1.0, 900 / width)
    small = (max(2, round(width * scale)), max(2, round(deep * scale)))
    mirrored = cv2.resize(pixels[::-1, :, :3], small, interpolation=cv2.INTER_AREA)
    rippled = _ripple(mirrored, rng)
    fade = np.linspace(0.80, 0.42, small[1], dtype=np.float32)[:, None, None]
    tinted = np.clip(rippled * fade + np.array([14, 14, 34], np.float32) * (1 - fade), 0, 255).astype(np.uint8)
    clear = np.linspace(225, 130, small[1], dtype=np.float32)[:, None].repeat(small[0], axis=1).astype(np.uint8)
    draw_pixels(surface.getCanvas(), np.dstack([tinted, clear]), 0, top, width, deep)


def _rows(surface: Any, top: int, count: int) -> Pixels:
    image = surface.makeImageSnapshot(skia.IRect.MakeXYWH(0, top, surface.width(), count))
    pixels: Pixels = image.toarray(colorType=skia.kRGBA_8888_ColorType)
    return pixels


def _ripple(pixels: Pixels, rng: random.Random) -> Pixels:
    height, width = pixels.shape[:2]
    noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((height // 3 + 1, 1)).astype(np.float32)
    sway = cv2.resize(cv2.GaussianBlur(noise, (1, 5), 1.2), (1, height))[:, 0]
    depth = np.linspace(0, 1, height, dtype=np.float32)
    shift = sway * (3 + 14 * depth) * width / 1024
    map_x = np.arange(width, dtype=np.float32)[None] + shift[:, None]
    map_y = np.repeat(np.arange(height, dtype=np.float32)[:, None], width, axis=1)
    moved = cv2.remap(pixels, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    smeared: Pixels = cv2.blur(moved, (3, max(3, int(height / 20) | 1)))
    return smeared


def cover(
    canvas: Canvas,
    kind: str,
    x: float,
    width: float,
    ground_y: float,
    rng: random.Random,
    unit: float,
    light: Light,
) -> None:
    """Ground cover before the feet of a thing that is `width` wide and stands at (x, ground_y)."""
    _COVERS[kind](canvas, x, width, ground_y, rng, unit, light)


def _grass(canvas: Canvas, x: float, width: float, y: float, rng: random.Random, unit: float, light: Light) -> None:
    green = in_light((92, 164, 62), light)
    for tone in (scale_rgb(green, 0.72), green, mix(green, in_light((228, 238, 140), light), 0.3)):
        tuft = skia.Path()
        for _ in range(max(6, int(width / unit * 0.11))):
            at = rng.gauss(0, 0.27)
            length = unit * rng.uniform(14, 34) * math.exp(-at * at * 3)
            foot_x, foot_y = x + at * width, y + unit * rng.uniform(2, 14)
            bend = rng.uniform(-0.45, 0.45) * length
            tuft.moveTo(foot_x - length * 0.09, foot_y)
            tuft.quadTo(foot_x, foot_y - length * 0.6, foot_x + bend, foot_y - length)
            tuft.quadTo(foot_x + length * 0.05, foot_y - length * 0.5, foot_x + length * 0.11, foot_y)
            tuft.close()
        canvas.drawPath(tuft, fill(tone, 235))


def _snow_bank(canvas: Canvas, x: float, width: float, y: float, rng: random.Random, unit: float, light: Light) -> None:
    """A soft drift, its lower edge melting into the ground."""
    bright, shade = snow_tones(light)
    xs = np.linspace(x - width * 0.56, x + width * 0.56, 40)
    arch = np.clip(1 - np.abs(np.linspace(-1, 1, 40)) ** 2.4, 0, 1)
    tall = min(26 * unit, width * 0.12)
    ys = y + 7 * unit - arch * tall * (0.6 + 0.4 * fbm(rng, 40, 3, 0.4))
    foot = y + 16 * unit
    body = polygon([(float(xs[0]), foot), *zip(xs, ys, strict=True), (float(xs[-1]), foot)])
    tones = [(*bright, 255), (*mix(bright, shade, 0.3), 235), (*mix(bright, shade, 0.4), 0)]
    canvas.drawPath(body, shader_paint(linear((0, y - tall), (0, foot), tones, [0, 0.5, 1])))


def _waves(canvas: Canvas, x: float, width: float, y: float, rng: random.Random, unit: float, light: Light) -> None:
    """Ripples that run away from a thing in the water."""
    pale = mix(in_light((226, 242, 248), light), light.key, 0.2)
    for i in range(7):
        spread, down = 0.5 + 0.13 * i, (i * 5.5 - 3) * unit
        half = width * spread * rng.uniform(0.85, 1.05)
        middle = x + rng.uniform(-0.07, 0.07) * width
        ripple = skia.Path()
        ripple.moveTo(middle - half, y + down)
        ripple.quadTo(middle, y + down + 15 * unit, middle + half, y + down)
        ripple.quadTo(middle, y + down + 21 * unit, middle - half, y + down)
        ripple.close()
        canvas.drawPath(ripple, fill(pale, 150 - 17 * i))


_COVERS = {"grass": _grass, "snow": _snow_bank, "waves": _waves}


def finish(canvas: Canvas, width: int, height: int, rng: random.Random | None = None, vignette: float = 0.35) -> None:
    """Darkens the corners; with `rng`, also a fine grain like that of paper."""
    if rng is not None:
        _grain(canvas, width, height, rng)
    reach = math.hypot(width, height) * 0.56
    ink: RGB = (10, 6, 24)
    shade = radial((width / 2, height * 0.48), reach, [(*ink, 0), (*ink, 0), (*ink, 140 * vignette)], [0, 0.62, 1])
    canvas.drawPaint(shader_paint(shade))


def _grain(canvas: Canvas, width: int, height: int, rng: random.Random) -> None:
    """One tile, repeated: grain has no shape of its own that would show."""
    noise = np.random.default_rng(rng.getrandbits(32)).normal(0, 1, (256, 256)).astype(np.float32)
    tile = np.zeros((256, 256, 4), np.uint8)
    tile[..., :3] = np.where(noise > 0, 255, 0)[..., None]
    tile[..., 3] = np.clip(np.abs(noise) * 4, 0, 14)
    image = skia.Image.fromarray(tile, colorType=skia.kRGBA_8888_ColorType)
    canvas.drawPaint(skia.Paint(Shader=image.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat)))
