"""What all styles are made of: noise, paper, displacement and lines. Fields are computed small and scaled up."""

from collections.abc import Callable
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Field = npt.NDArray[np.float32]
Plane = TypeVar("Plane", Pixels, Field)

FIELD_EDGE = 1024
"""No field is computed with a longer edge than this, in px."""
WORKING_PIXELS = 1_700_000
"""Larger pictures are styled at this many pixels; their own fine detail is put back afterwards."""


def unit(pixels: npt.NDArray[np.generic]) -> float:
    """1.0 where the short edge is 1024 px; a banner counts as if it were no more than three times as long as high."""
    short, long = sorted(pixels.shape[:2])
    return float(max(short, long / 3)) / 1024


def as_float(pixels: Pixels) -> Field:
    """0..255 to 0..1."""
    return pixels.astype(np.float32) * np.float32(1 / 255)


def as_bytes(values: Field) -> Pixels:
    """0..1 to 0..255, clipped."""
    return (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)


def gray(pixels: Pixels) -> Field:
    """Luma, 0..1."""
    luma: Field = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) * np.float32(1 / 255)
    return luma


def blur(values: Plane, sigma: float) -> Plane:
    """Gaussian blur; a wide one is computed at a reduced size, where it looks the same and costs little."""
    height, width = values.shape[:2]
    shrink = int(min(sigma / 2.5, min(height, width) / 8))
    soft: Plane
    if shrink < 2:
        soft = cv2.GaussianBlur(values, (0, 0), max(sigma, 0.1))
        return soft
    small = cv2.resize(values, (max(2, width // shrink), max(2, height // shrink)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), sigma / shrink), (width, height), interpolation=cv2.INTER_LINEAR)
    return soft


def noise(shape: tuple[int, ...], cell: float, octaves: int, seed: int) -> Field:
    """Smooth value noise around 0.5 (about 0.1..0.9); `cell` is the size in px of its largest grains."""
    height, width = shape[:2]
    shrink = max(1.0, max(height, width) / FIELD_EDGE)
    small_height, small_width = max(2, round(height / shrink)), max(2, round(width / shrink))
    rng = np.random.default_rng(seed)
    total = np.zeros((small_height, small_width), np.float32)
    amplitude, weight, grain = 1.0, 0.0, cell / shrink
    for _ in range(octaves):
        grain = max(grain, 1.0)
        grid = (max(2, round(small_height / grain)) + 3, max(2, round(small_width / grain)) + 3)
        coarse = rng.random(grid, dtype=np.float32)
        total += cv2.resize(coarse, (small_width, small_height), interpolation=cv2.INTER_CUBIC) * amplitude
        weight += amplitude
        amplitude *= 0.5
        grain *= 0.5
    total /= weight
    if (small_height, small_width) == (height, width):
        return total
    full: Field = cv2.resize(total, (width, height), interpolation=cv2.INTER_LINEAR)
    return full


def paper(shape: tuple[int, ...], scale: float, seed: int) -> Field:
    """The tooth of paper, around 0.5."""
    return noise(shape, 3.2 * scale, 2, seed)


def displace(values: Plane, amplitude: float, cell: float, seed: int) -> Plane:
    """Shifted here and there by up to about half of `amplitude` px, so that no edge stays ruled."""
    height, width = values.shape[:2]
    shift_x = (noise((height, width), cell, 2, seed) - 0.5) * amplitude
    shift_y = (noise((height, width), cell, 2, seed + 7) - 0.5) * amplitude
    shift_x += np.arange(width, dtype=np.float32)[None]
    shift_y += np.arange(height, dtype=np.float32)[:, None]
    moved: Plane = cv2.remap(values, shift_x, shift_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return moved


def smooth(pixels: Pixels, radius: float) -> Pixels:
    """Flat areas with kept edges: a median whose window is about 2 * radius px wide."""
    height, width = pixels.shape[:2]
    shrink = max(1, min(round(radius / 3), min(height, width) // 32))
    small = pixels
    if shrink > 1:
        small = cv2.resize(pixels, (width // shrink, height // shrink), interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(small, max(3, round(2 * radius / shrink) | 1))
    calm: Pixels = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return calm


def border_distance(shape: tuple[int, ...]) -> Field:
    """How far each pixel is from the nearest edge of the picture, in px."""
    height, width = shape[:2]
    columns = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32)
    rows = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)
    return np.minimum(columns[None], rows[:, None])


def saturate(pixels: Pixels, factor: float) -> Pixels:
    """Distance of every colour from its own gray, times `factor`."""
    luma = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    rich: Pixels = cv2.addWeighted(pixels, factor, luma, 1 - factor, 0)
    return rich


def bloom(pixels: Pixels, amount: float, threshold: float) -> Pixels:
    """Light that spills from what is brighter than `threshold` (0..1)."""
    height, width = pixels.shape[:2]
    shrink = max(2, round(min(height, width) / 256))
    size = (max(2, width // shrink), max(2, height // shrink))
    small = as_float(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
    excess = np.clip((small.max(2, keepdims=True) - threshold) / (1 - threshold), 0, 1)
    glow = small * excess
    sigma = unit(small)
    glow = cv2.GaussianBlur(glow, (0, 0), 6 * sigma + 0.1) + 0.7 * cv2.GaussianBlur(glow, (0, 0), 17 * sigma + 0.1)
    spill = as_bytes(np.asarray(glow * amount, np.float32))
    return screen(pixels, cv2.resize(spill, (width, height), interpolation=cv2.INTER_LINEAR))


def screen(below: Pixels, above: Pixels) -> Pixels:
    """Two lights added as light adds: never beyond white."""
    sum_: Pixels = cv2.add(below, cv2.multiply(cv2.bitwise_not(below), above, scale=1 / 255))
    return sum_


def at_bounded_size(
    function: Callable[..., Pixels], pixels: Pixels, seed: int, *, fineness: float = 1.0, detail: float
) -> Pixels:
    """The style at no more than WORKING_PIXELS, scaled up with `detail` (0..1) of the picture's own fine detail."""
    height, width = pixels.shape[:2]
    shrink = (height * width / WORKING_PIXELS) ** 0.5
    if shrink <= 1.0:
        return function(pixels, seed, fineness=fineness)
    size = (max(1, round(width / shrink)), max(1, round(height / shrink)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    out: Pixels = cv2.resize(function(small, seed, fineness=fineness), (width, height), interpolation=cv2.INTER_CUBIC)
    if detail <= 0:
        return out
    for top in range(0, height, 512):
        rows = slice(top, min(height, top + 512))
        soft = cv2.GaussianBlur(pixels[rows], (0, 0), shrink)
        fine = cv2.subtract(pixels[rows], soft, dtype=cv2.CV_16S)
        out[rows] = cv2.add(out[rows], cv2.multiply(fine, detail), dtype=cv2.CV_8U)
    return out


def pen_lines(luma: Field, width: float, *, strength: float, smallest: float) -> Field:
    """1 on paper, towards 0 on the lines a pen would draw along edges; `width` in px.

    Specks of fewer than `smallest` px are left out: grass and texture must not turn into noise.
    """
    fine = cv2.GaussianBlur(luma, (0, 0), max(width, 0.4))
    coarse = cv2.GaussianBlur(luma, (0, 0), max(width * 1.9, 0.8))
    darkness = np.clip((coarse * 0.985 - fine + 0.002) * strength, 0, None)
    lines = np.tanh(darkness).astype(np.float32)
    ink = (lines > 0.25).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    keep = (stats[:, cv2.CC_STAT_AREA] >= smallest).astype(np.float32)
    keep[0] = 0.0
    kept = cv2.GaussianBlur(keep[labels], (0, 0), max(width * 0.6, 0.4))
    result: Field = 1 - lines * np.clip(kept * 1.6, 0, 1)
    return result


def relief_light(height_map: Field, depth: float, *, light: tuple[float, float] = (-0.5, -0.7)) -> Field:
    """How much a relief facing the light differs from a flat sheet: around 0, positive where it is lit."""
    slope_x = cv2.Sobel(height_map, cv2.CV_32F, 1, 0, ksize=3)
    slope_y = cv2.Sobel(height_map, cv2.CV_32F, 0, 1, ksize=3)
    shade: Field = (slope_x * light[0] + slope_y * light[1]) * -depth
    return shade
