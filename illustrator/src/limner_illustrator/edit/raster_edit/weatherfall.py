"""What falls or drifts in front of a finished picture: rain, snow, banks of fog."""

import random

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels

Floats = npt.NDArray[np.float32]


def rain(pixels: Pixels, rng: random.Random) -> Pixels:
    height, width = pixels.shape[:2]
    unit = min(width, height) / 1024
    streaks = np.zeros((height, width), np.float32)
    slant = rng.uniform(-0.25, 0.25)
    for _ in range(int(520 * width * height / (1024 * 1024 * unit * unit + 1e-6))):
        x, y, length = rng.uniform(-0.1, 1.1) * width, rng.uniform(-0.1, 1) * height, rng.uniform(24, 70) * unit
        ends = (int(x), int(y)), (int(x + slant * length), int(y + length))
        cv2.line(streaks, *ends, rng.uniform(0.25, 0.7), max(1, round(unit * 1.2)), cv2.LINE_AA)
    return _light(pixels, cv2.GaussianBlur(streaks, (0, 0), max(0.5, unit * 0.9)), (0.80, 0.87, 0.95))


def snow(pixels: Pixels, rng: random.Random) -> Pixels:
    height, width = pixels.shape[:2]
    unit = min(width, height) / 1024
    near, far = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    for layer, count, least, most in ((far, 260, 1.2, 2.6), (near, 60, 3.0, 6.5)):
        for _ in range(count):
            centre = int(rng.random() * width), int(rng.random() * height)
            radius = max(1, round(unit * rng.uniform(least, most)))
            cv2.circle(layer, centre, radius, rng.uniform(0.6, 1.0), -1, cv2.LINE_AA)
    flakes = cv2.GaussianBlur(far, (0, 0), 0.7 * unit + 0.3) + 0.85 * cv2.GaussianBlur(near, (0, 0), 1.8 * unit + 0.3)
    return _light(pixels, np.clip(flakes, 0, 1), (1.0, 1.0, 1.0))


def drifting(height: int, width: int, rng: random.Random) -> Floats:
    """(H, W) 0..1: long soft banks, wider than high."""
    noise = np.random.default_rng(rng.getrandbits(32))
    field = np.zeros((height, width), np.float32)
    for octave in range(4):
        cells = noise.random((4 * 2**octave, 2 * 2**octave)).astype(np.float32)
        field += cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC) * 0.5**octave
    return np.asarray((field - field.min()) / (np.ptp(field) + 1e-6), np.float32)


def _light(pixels: Pixels, amount: Floats, colour: tuple[float, float, float]) -> Pixels:
    values = pixels.astype(np.float32)
    cover = amount[..., None]
    mixed = values * (1 - cover) + 255 * np.array(colour, np.float32) * cover
    return np.clip(mixed + 0.5, 0, 255).astype(np.uint8)
