"""Where the sky of a photograph is, and another sky in its place."""

import random

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.matting import guided_filter
from limner_illustrator.scene import Time, Weather

SEARCH_EDGE = 384
DARK = 90
"""Lightness up to which a smooth part at the top may be a night sky."""
DUSK = 12
"""Lightness from which on a clearly blue part may be the sky after sunset."""
LEAST_TOP = 0.3
"""A sky spans at least this part of the upper edge; less is a wall between two things."""


def find_sky(pixels: Pixels, *, at_dusk: bool = False) -> Floats:
    """(H, W), 1 = sky. All zero unless it is blue or bright, smooth, and reaches along the upper edge. `at_dusk`: a
    dark blue one is found, too, though its border may be rough: to colour it, not to exchange it.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, SEARCH_EDGE / max(height, width))
    small = cv2.resize(pixels, (max(8, int(width * scale)), max(8, int(height * scale))), interpolation=cv2.INTER_AREA)
    region = _find_largest_at_top(_looks_like_sky(small, at_dusk=at_dusk))
    if region is None or not _is_plausible(small, region):
        return np.zeros((height, width), np.float32)
    closed = _remove_specks(cv2.morphologyEx(region, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)))
    # The slope test keeps clear of edges: take those pixels back, or a rim of the old sky shines along the horizon.
    reached = cv2.dilate(closed, np.ones((3, 3), np.uint8)).astype(np.float32)
    grown = cv2.resize(reached, (width, height), interpolation=cv2.INTER_LINEAR)
    return _snap_to_edges(grown, pixels, scale)


def paint_sky(width: int, height: int, bottom: float, time: Time, weather: Weather, rng: random.Random) -> Floats:
    """RGB 0..1: the ramp of that light down to `bottom` (pixels), with stars or clouds."""
    light = make_light(time, weather, rng)
    ramp = np.array(light.sky, np.float32) / 255
    at = np.clip(np.arange(height, dtype=np.float32) / max(bottom, 1), 0, 1) * (len(ramp) - 1)
    columns = [np.interp(at, np.arange(len(ramp)), ramp[:, channel]) for channel in range(3)]
    sky = np.repeat(np.stack(columns, axis=1)[:, None].astype(np.float32), width, axis=1)
    noise = np.random.default_rng(rng.getrandbits(32))
    if time == "night" and weather == "clear":
        return _add_stars(sky, noise)
    tint = floats(light.key) / np.float32(255)
    return _add_clouds(sky, tint, 0.75 if weather in ("cloudy", "rain", "storm", "snow") else 0.45, noise)


def add_stars(pixels: Pixels, rng: random.Random) -> Pixels:
    """In the sky or, where it is too dark to be told from the rest, in the smooth dark part that reaches the top."""
    sky = find_sky(pixels)
    if not sky.any():
        sky = find_dark_sky(pixels)
    lit = _add_stars(floats(pixels) / np.float32(255), np.random.default_rng(rng.getrandbits(32)))
    mixed = pixels + (lit * 255 - pixels) * sky[..., None]
    return to_bytes(mixed)


def find_dark_sky(pixels: Pixels) -> Floats:
    height, width = pixels.shape[:2]
    lightness = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 1.2)
    slope = np.abs(cv2.Sobel(lightness, cv2.CV_32F, 1, 0)) + np.abs(cv2.Sobel(lightness, cv2.CV_32F, 0, 1))
    region = _find_largest_at_top(((lightness < DARK) & (slope < 14)).astype(np.uint8))
    if region is None:
        return np.zeros((height, width), np.float32)
    away = cv2.erode(region, np.ones((5, 5), np.uint8)).astype(np.float32)
    return floats(away * np.clip(1.4 - 1.6 * np.arange(height, dtype=np.float32) / height, 0, 1)[:, None])


def find_bottom(sky: Floats) -> float:
    rows = np.flatnonzero((sky > 0.5).any(axis=1))
    return float(rows[-1] + 1) if len(rows) else sky.shape[0] * 0.5


def _looks_like_sky(small: Pixels, *, at_dusk: bool) -> npt.NDArray[np.uint8]:
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32), (0, 0), 1.5)
    lightness, warmth = lab[..., 0], lab[..., 2]
    slope = np.abs(cv2.Sobel(lightness, cv2.CV_32F, 1, 0)) + np.abs(cv2.Sobel(lightness, cv2.CV_32F, 0, 1))
    bluish, bright = warmth < 126, lightness > 190
    is_dusk = at_dusk & (lightness > DUSK) & (warmth < 123)
    likely = (slope < 30) & (((lightness > 60) & (bluish | bright)) | is_dusk)
    return np.asarray(cv2.morphologyEx(likely.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)


def _find_largest_at_top(likely: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8] | None:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(likely)
    region = np.zeros_like(likely)
    for label in range(1, count):
        if stats[label, cv2.CC_STAT_TOP] <= 2 and stats[label, cv2.CC_STAT_AREA] > likely.size * 0.01:
            region[labels == label] = 1
    return region if region.any() else None


def _is_plausible(small: Pixels, region: npt.NDArray[np.uint8]) -> bool:
    if region[:3].mean() < LEAST_TOP or not 0.04 < region.mean() < 0.9:
        return False
    colours = small[region > 0].astype(np.float32)
    red, _, blue = colours.mean(axis=0)
    # A white studio wall is bright, grey and even from edge to edge; a sky is blue, or lightens downwards.
    return bool(blue > red + 12 or (blue >= red - 4 and colours.mean(axis=1).std() > 9))


def _remove_specks(region: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Small islands in a sky (birds, wisps) belong to it."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(1 - region)
    for label in range(1, count):
        if stats[label, cv2.CC_STAT_AREA] < region.size * 0.004:
            region[labels == label] = 1
    return region


def _snap_to_edges(soft: Floats, pixels: Pixels, scale: float) -> Floats:
    guided = guided_filter(pixels, soft, max(3, int(4 / scale)) | 1, 1e-3)
    return floats(np.clip((guided - 0.2) / 0.5, 0, 1))


def _add_stars(sky: Floats, noise: np.random.Generator) -> Floats:
    height, width = sky.shape[:2]
    unit = min(width, height) / 1024
    stars = np.zeros((height, width), np.float32)
    for _ in range(170):
        x, y = int(noise.random() * width), int(noise.random() ** 1.2 * height)
        radius = max(1, round(unit * (0.6 + 1.7 * noise.random() ** 3)))
        cv2.circle(stars, (x, y), radius, 0.35 + 0.65 * float(noise.random()), -1, cv2.LINE_AA)
    lit = cv2.GaussianBlur(stars, (0, 0), max(0.5, 0.6 * unit)) + 0.8 * cv2.GaussianBlur(stars, (0, 0), 4 * unit + 0.5)
    return floats(np.clip(sky + lit[..., None] * floats([0.95, 0.98, 1.0]), 0, 1))


def _add_clouds(sky: Floats, tint: Floats, amount: float, noise: np.random.Generator) -> Floats:
    height, width = sky.shape[:2]
    field = np.zeros((height, width), np.float32)
    for octave in range(4):
        cells = noise.random((3 * 2**octave, 2 * 2**octave)).astype(np.float32)
        field += cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC) * 0.55**octave
    field = (field - field.min()) / (np.ptp(field) + 1e-6)
    cover = np.clip((field - (1 - amount)) / 0.45, 0, 1)[..., None] * 0.55
    return floats(sky * (1 - cover) + (0.25 * sky + 0.75 * tint) * cover)
