"""Bends a picture gently: smooth displacement, a small turn, a small zoom."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import to_bytes


def ripple(pixels: Pixels, amount: float, cells: int, rng: np.random.Generator) -> Pixels:
    """Moves pixels by up to `amount` px, in about `cells` waves along each edge."""
    height, width = pixels.shape[:2]
    column, row = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    shifts = []
    for _ in range(2):
        knots = rng.uniform(-1, 1, (cells + 2, cells + 2)).astype(np.float32)
        shifts.append(cv2.resize(knots, (width, height), interpolation=cv2.INTER_CUBIC) * amount)
    at = column + shifts[0], row + shifts[1]
    return to_bytes(cv2.remap(pixels, *at, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))


def turn(pixels: Pixels, degrees: float, zoom: float, shift: tuple[float, float]) -> Pixels:
    """`shift` in px. What comes in from outside is mirrored."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, zoom)
    matrix[:, 2] += shift
    size = width, height
    return to_bytes(cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
