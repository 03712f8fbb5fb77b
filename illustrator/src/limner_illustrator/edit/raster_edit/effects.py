"""What is done to a picture by a camera, a lens or a printer: blur, grain, dark corners, few colours."""

import random

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, soften, to_bytes

BLOCKS = 40
"""Along the shorter edge of a pixelated picture."""
LEVELS = 5
"""Of each channel of a posterized one."""


def blur(pixels: Pixels, rng: random.Random) -> Pixels:
    return to_bytes(soften(pixels, max(1.5, min(pixels.shape[:2]) / 110)))


def sharpen(pixels: Pixels, rng: random.Random) -> Pixels:
    soft = soften(pixels, max(1.0, min(pixels.shape[:2]) / 700))
    return to_bytes(cv2.addWeighted(pixels, 1.7, soft, -0.7, 0))


def denoise(pixels: Pixels, rng: random.Random) -> Pixels:
    return to_bytes(cv2.bilateralFilter(pixels, 7, 22, max(2.0, min(pixels.shape[:2]) / 500)))


def vignette(pixels: Pixels, rng: random.Random) -> Pixels:
    return to_bytes(pixels * shade_corners(pixels.shape, 0.85))


def grain(pixels: Pixels, rng: random.Random) -> Pixels:
    return to_bytes(add_grain(floats(pixels) / np.float32(255), 0.045, rng) * 255)


def pixelate(pixels: Pixels, rng: random.Random) -> Pixels:
    """The blocks lie on a grid of their own where they are fewer than the picture's pixels."""
    height, width = pixels.shape[:2]
    edge = max(2, round(min(height, width) / BLOCKS))
    size = max(1, -(-width // edge)), max(1, -(-height // edge))
    padded = cv2.copyMakeBorder(pixels, 0, size[1] * edge - height, 0, size[0] * edge - width, cv2.BORDER_REPLICATE)
    small = cv2.resize(padded, size, interpolation=cv2.INTER_AREA)
    large = cv2.resize(small, (size[0] * edge, size[1] * edge), interpolation=cv2.INTER_NEAREST)
    return np.ascontiguousarray(large[:height, :width])


def posterize(pixels: Pixels, rng: random.Random) -> Pixels:
    smooth = cv2.bilateralFilter(pixels, 7, 40, 5)
    step = 255 / (LEVELS - 1)
    table = np.rint(np.rint(np.arange(256) / step) * step).astype(np.uint8)
    return np.asarray(cv2.LUT(smooth, table), np.uint8)


def invert(pixels: Pixels, rng: random.Random) -> Pixels:
    return 255 - pixels


def add_grain(values: Floats, amount: float, rng: random.Random) -> Floats:
    """`values` and the result: 0..1."""
    noise = np.random.default_rng(rng.getrandbits(32)).standard_normal(values.shape[:2], dtype=np.float32)
    return floats(values + cv2.GaussianBlur(noise, (0, 0), 0.8)[..., None] * amount * 1.8)


def shade_corners(shape: tuple[int, ...], amount: float) -> Floats:
    """(H, W, 1): factors for the lightness."""
    height, width = shape[:2]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    return floats(1 - amount * np.clip((x * x + y * y) / 2 - 0.18, 0, 1))[..., None]
