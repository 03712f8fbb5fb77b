"""Changes the light, season or mood of a whole picture by its pixels: one function for each, by name in GRADES."""

import random
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit import effects, weatherfall
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, soften, to_bytes
from limner_illustrator.edit.raster_edit.skies import add_stars, find_bottom, find_sky, paint_sky
from limner_illustrator.scene import Time, Weather

Grade = Callable[[Pixels, random.Random], Pixels]
DARK = 0.32
"""A picture with less light than this on average was taken at night: its sun has to come back before it sets."""
LUMA = np.array([0.30, 0.59, 0.11], np.float32)


def _floats(pixels: Pixels) -> Floats:
    return floats(pixels) / np.float32(255)


def _bytes(values: npt.NDArray[np.floating]) -> Pixels:
    return to_bytes(values * 255)


def _luma(values: Floats) -> Floats:
    return (values @ LUMA)[..., None]


def _by_channel(pixels: Pixels, curve: Callable[[Floats], npt.NDArray[np.floating]]) -> Pixels:
    """`curve` is from 0..1 to 0..1, by channel: it is looked up, not computed for every pixel."""
    levels = np.repeat(np.arange(256, dtype=np.float32)[:, None, None] / np.float32(255), 3, axis=2)
    return np.asarray(cv2.LUT(pixels, _bytes(curve(levels))), np.uint8)


def _mix_channels(pixels: Pixels, own: float, grey: float, tint: tuple[float, ...] = (1, 1, 1)) -> Pixels:
    """So much of the pixel's own colour and so much of its lightness, tinted."""
    matrix = (np.eye(3) * own + np.tile(LUMA, (3, 1)) * grey) * np.array(tint)[:, None]
    return np.asarray(cv2.transform(pixels, matrix), np.uint8)


def _new_sky(values: Floats, pixels: Pixels, time: Time, weather: Weather, rng: random.Random) -> Floats:
    sky = find_sky(pixels)
    if not sky.any():
        return values
    height, width = sky.shape
    painted = paint_sky(width, height, find_bottom(sky), time, weather, rng)
    cover = sky[..., None]
    return values * (1 - cover) + painted * cover


def night(pixels: Pixels, rng: random.Random) -> Pixels:
    """Blue and dark; what shone already (lamps, windows) goes on to shine."""
    if _middle_of(pixels) < DARK:
        return _by_channel(pixels, lambda values: values * np.array([0.86, 0.9, 1.0], np.float32))
    dark = _by_channel(_mix_channels(pixels, 0.6, 0.4, (0.42, 0.50, 0.74)), lambda values: np.power(values, 1.2))
    ramp = np.arange(256, dtype=np.float32) / np.float32(255)
    red_over_blue = cv2.subtract(np.ascontiguousarray(pixels[..., 0]), np.ascontiguousarray(pixels[..., 2]))
    luma = cv2.transform(pixels, LUMA[None])
    warm = cv2.LUT(red_over_blue, np.clip(ramp * 2.2, 0, 1)) * cv2.LUT(luma, np.clip((ramp - 0.82) / 0.14, 0, 1))
    if not warm.any() and not find_sky(pixels).any():
        return dark
    values = _floats(dark)
    shine = _by_channel(pixels, lambda values: values * np.array([1.0, 0.86, 0.6], np.float32))
    values += (_floats(shine) - values) * warm[..., None]
    glow = soften(warm, max(2, min(pixels.shape[:2]) / 90))
    values += glow[..., None] * (np.array([0.35, 0.24, 0.08], np.float32) * np.float32(0.6))
    return _bytes(_new_sky(values, pixels, "night", "clear", rng))


def sunset(pixels: Pixels, rng: random.Random) -> Pixels:
    if _middle_of(pixels) < DARK:
        # A lifted night sky is too uneven to be cut out around masts and towers: only the light changes.
        return _bytes(_low_sun(_floats(day(pixels, rng)), (1.12, 0.74, 0.56), (0.55, 0.22, 0.06)))
    values = _floats(pixels)
    return _bytes(_new_sky(_low_sun(values, (1.06, 0.85, 0.74), (0.30, 0.12, 0.03)), pixels, "sunset", "clear", rng))


def dawn(pixels: Pixels, rng: random.Random) -> Pixels:
    values = _floats(pixels)
    soft = 0.06 + 0.92 * _low_sun(values, (1.02, 0.92, 0.92), (0.16, 0.09, 0.10))
    return _bytes(_new_sky(soft, pixels, "dawn", "clear", rng))


def day(pixels: Pixels, rng: random.Random) -> Pixels:
    """Lifts a dark or coloured light to a neutral bright one."""
    means = np.array(cv2.mean(pixels)[:3], np.float32) / 255
    gain = 1 + 0.55 * (means.mean() / np.maximum(means, 0.04) - 1)
    middle = float(np.minimum(means * gain, 1).mean())
    power = float(np.clip(np.log(0.52) / np.log(min(max(middle, 0.05), 0.95)), 0.45, 1.2))
    return _by_channel(pixels, lambda values: np.power(np.clip(values * gain, 0, 1), power))


def winter(pixels: Pixels, rng: random.Random) -> Pixels:
    """Snow on what is green or earthen, cold light, falling flakes."""
    values, luma = _floats(pixels), _luma(_floats(pixels))
    unit = min(pixels.shape[:2]) / 1024
    ground = _growing(pixels, centre=46, spread=30)
    texture = luma - soften(luma, 9 * unit + 1)[..., None]
    snow = np.clip(0.86 + texture * 1.5, 0, 1) * np.array([0.95, 0.98, 1.04], np.float32)
    cold = (values * 0.78 + luma * 0.22) * np.array([0.95, 0.99, 1.06], np.float32)
    covered = cold * (1 - ground * 0.9) + snow * ground * 0.9
    return weatherfall.snow(_bytes(_new_sky(covered, pixels, "day", "snow", rng)), rng)


def autumn(pixels: Pixels, rng: random.Random) -> Pixels:
    """Greens turn to orange and russet."""
    hue, saturation, value = cv2.split(cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV))
    leaves = _growing(pixels, centre=48, spread=28)[..., 0]
    turned = cv2.LUT(hue, np.clip(13 + (np.arange(256, dtype=np.float32) - 40) * 0.25, 4, 22))
    turned = hue * (1 - leaves) + turned * leaves
    fuller = saturation * (1 + 0.3 * leaves)
    hsv = cv2.merge([*(np.clip(one, 0, 255).astype(np.uint8) for one in (turned, fuller)), value])
    rgb = np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), np.uint8)
    return _by_channel(rgb, lambda values: values * np.array([1.04, 0.99, 0.93], np.float32))


def spring(pixels: Pixels, rng: random.Random) -> Pixels:
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.float32)
    leaves = _growing(pixels, centre=34, spread=34)[..., 0]
    hsv[..., 0] = hsv[..., 0] * (1 - 0.6 * leaves) + 46 * 0.6 * leaves
    hsv[..., 1] = np.clip(hsv[..., 1] * (1.04 + 0.2 * leaves), 0, 255)
    hsv[..., 2] = np.clip(hsv[..., 2] * (1.04 + 0.08 * leaves), 0, 255)
    return to_bytes(cv2.cvtColor(to_bytes(hsv), cv2.COLOR_HSV2RGB))


def summer(pixels: Pixels, rng: random.Random) -> Pixels:
    return warm(saturate(pixels, rng), rng)


def rain(pixels: Pixels, rng: random.Random) -> Pixels:
    values, luma = _floats(pixels), _luma(_floats(pixels))
    dull = (values * 0.5 + luma * 0.5) * np.array([0.74, 0.80, 0.88], np.float32)
    return weatherfall.rain(_bytes(_new_sky(dull, pixels, "day", "rain", rng)), rng)


def storm(pixels: Pixels, rng: random.Random) -> Pixels:
    values, luma = _floats(pixels), _luma(_floats(pixels))
    dull = np.power(np.clip((values * 0.45 + luma * 0.55) * np.array([0.56, 0.62, 0.72], np.float32), 0, 1), 1.1)
    return weatherfall.rain(_bytes(_new_sky(dull, pixels, "day", "storm", rng)), rng)


def snow(pixels: Pixels, rng: random.Random) -> Pixels:
    return winter(pixels, rng)


def fog(pixels: Pixels, rng: random.Random) -> Pixels:
    """Thicker towards the upper part, where things are farther away."""
    values = _floats(pixels)
    height = pixels.shape[0]
    depth = np.interp(np.arange(height), [0, height * 0.5, height - 1], [0.86, 0.66, 0.26])
    drift = weatherfall.drifting(pixels.shape[0], pixels.shape[1], rng)
    amount = np.clip(depth[:, None] * (0.78 + 0.44 * drift), 0, 0.92)[..., None].astype(np.float32)
    return _bytes(values * (1 - amount) + np.array([0.86, 0.89, 0.91], np.float32) * amount)


def black_and_white(pixels: Pixels, rng: random.Random) -> Pixels:
    return _mix_channels(pixels, 0, 1)


def sepia(pixels: Pixels, rng: random.Random) -> Pixels:
    return _mix_channels(pixels, 0, 1, (1.08, 0.92, 0.70))


def noir(pixels: Pixels, rng: random.Random) -> Pixels:
    """Black and white with hard contrast, dark corners and grain."""
    luma = _luma(_floats(pixels))
    hard = np.clip((luma - 0.5) * 1.55 + 0.46, 0, 1)
    return _bytes(np.repeat(effects.add_grain(hard, 0.035, rng) * effects.shade_corners(pixels.shape, 0.55), 3, axis=2))


def vintage(pixels: Pixels, rng: random.Random) -> Pixels:
    """A faded print: brown, with lifted blacks and a little grain."""
    values, luma = _floats(pixels), _luma(_floats(pixels))
    faded = (values * 0.5 + luma * np.array([0.55, 0.49, 0.38], np.float32)) * 0.86 + np.array(
        [0.12, 0.09, 0.06], np.float32
    )
    return _bytes(effects.add_grain(faded, 0.018, rng) * effects.shade_corners(pixels.shape, 0.25))


def warm(pixels: Pixels, rng: random.Random) -> Pixels:
    return _by_channel(pixels, lambda values: values * np.array([1.09, 1.01, 0.85], np.float32))


def cold(pixels: Pixels, rng: random.Random) -> Pixels:
    return _by_channel(pixels, lambda values: values * np.array([0.88, 0.99, 1.12], np.float32))


def brighter(pixels: Pixels, rng: random.Random) -> Pixels:
    return _by_channel(pixels, lambda values: np.power(values, 0.68))


def darker(pixels: Pixels, rng: random.Random) -> Pixels:
    return _by_channel(pixels, lambda values: np.power(values, 1.25) * 0.78)


def contrast(pixels: Pixels, rng: random.Random) -> Pixels:
    middle = _middle_of(pixels)
    return _by_channel(pixels, lambda values: (values - middle) * 1.4 + middle)


def softer(pixels: Pixels, rng: random.Random) -> Pixels:
    middle = _middle_of(pixels)
    return _by_channel(pixels, lambda values: (values - middle) * 0.68 + middle)


def saturate(pixels: Pixels, rng: random.Random) -> Pixels:
    return _mix_channels(pixels, 1.45, -0.45)


def mute(pixels: Pixels, rng: random.Random) -> Pixels:
    return _mix_channels(pixels, 0.5, 0.5)


GRADES: dict[str, Grade] = {
    "night": night,
    "sunset": sunset,
    "dawn": dawn,
    "day": day,
    "winter": winter,
    "autumn": autumn,
    "spring": spring,
    "summer": summer,
    "rain": rain,
    "storm": storm,
    "snow": snow,
    "fog": fog,
    "black and white": black_and_white,
    "sepia": sepia,
    "noir": noir,
    "vintage": vintage,
    "warm": warm,
    "cold": cold,
    "brighter": brighter,
    "darker": darker,
    "contrast": contrast,
    "softer": softer,
    "saturated": saturate,
    "muted": mute,
    "blurred": effects.blur,
    "sharper": effects.sharpen,
    "denoised": effects.denoise,
    "stars": add_stars,
    "vignette": effects.vignette,
    "grain": effects.grain,
    "pixelated": effects.pixelate,
    "posterized": effects.posterize,
    "inverted": effects.invert,
}


def _middle_of(pixels: Pixels) -> float:
    return float(np.mean(cv2.mean(pixels)[:3])) / 255


def _low_sun(values: Floats, tint: tuple[float, ...], glow: tuple[float, ...]) -> Floats:
    """A tint, and a screen of warm light that is stronger towards the top."""
    height = values.shape[0]
    rise = np.linspace(1, 0, height, dtype=np.float32)[:, None, None]
    tinted = np.clip(values * np.array(tint, np.float32), 0, 1)
    return 1 - (1 - tinted) * (1 - np.array(glow, np.float32) * (0.3 + 0.5 * rise) * _luma(values))


def _growing(pixels: Pixels, *, centre: float, spread: float) -> Floats:
    """(H, W, 1), 1 where the colour is that of plants: around `centre` in OpenCV's hue of 0..180."""
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.float32)
    close = np.clip(1.25 - np.abs(hsv[..., 0] - centre) / spread, 0, 1)
    coloured = np.clip((hsv[..., 1] - 30) / 60, 0, 1) * np.clip((hsv[..., 2] - 12) / 30, 0, 1)
    return floats(cv2.GaussianBlur(close * coloured, (0, 0), 1.2)[..., None])
