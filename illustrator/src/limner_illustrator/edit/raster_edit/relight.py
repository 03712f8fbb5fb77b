"""Reads the light of a picture around a place, so that what is put there belongs."""

import random
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.light import Light, make_light
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.grade import LUMA
from limner_illustrator.edit.raster_edit.masks import PixelBox


def light_of(pixels: Pixels, box: PixelBox, rng: random.Random) -> Light:
    """Ambient and shadow from the neighbourhood's colours, the side of the key from where the picture is lighter."""
    colours = _neighbourhood(pixels, box)
    mean = colours.mean(axis=0)
    luma = float(mean @ LUMA)
    tint = mean / max(luma, 0.05)
    level = float(np.clip(0.58 + 0.62 * luma, 0.45, 1.08))
    ambient = np.clip(level * (0.78 + 0.22 * tint), 0.3, 1.1)
    brightness = colours @ LUMA
    darkest = colours[brightness <= np.percentile(brightness, 12)].mean(axis=0)
    return replace(
        make_light("day", "clear", rng),
        ambient=_triple(ambient),
        key=_triple(np.clip(np.percentile(colours, 96, axis=0) * 255, 120, 255)),
        side=_side(pixels),
        shadow=_triple(darkest * 255 * 0.6),
        shade=0.32,
        rim=0.25,
        dark=float(np.clip(0.7 - luma * 1.6, 0, 0.6)),
    )


def _neighbourhood(pixels: Pixels, box: PixelBox) -> Floats:
    """Up to some thousands of colours 0..1 from the box and its surroundings."""
    margin = max(24, max(box.width, box.height) // 4)
    top, left = max(0, box.top - margin), max(0, box.left - margin)
    region = pixels[top : box.bottom + margin, left : box.right + margin, :3]
    step = max(1, int(np.sqrt(region.shape[0] * region.shape[1] / 8000)))
    return floats(region[::step, ::step]).reshape(-1, 3) / np.float32(255)


def _side(pixels: Pixels) -> float:
    """-1..1: how far from the left or the right the brighter half is."""
    small = cv2.resize(pixels[..., :3], (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32) @ LUMA
    balance = float(small[:, 16:].mean() - small[:, :16].mean()) / 40
    if abs(balance) < 0.02:
        return 0.45
    return float(np.sign(balance) * np.clip(0.4 + abs(balance) * 0.5, 0.4, 0.8))


def _triple(values: npt.NDArray[np.floating]) -> RGB:
    return float(values[0]), float(values[1]), float(values[2])
