"""Draws a rough mask's edge along the edges of the picture it was made for."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats

WORKING_PIXELS = 1_500_000
"""A larger picture is filtered by coefficients that are found on a smaller copy (He and Sun 2015)."""


def guided_filter(pixels: Pixels, values: Floats, window: int, smoothness: float) -> Floats:
    """`values` smoothed over `window` px, but not across edges of `pixels` (RGB, by their lightness)."""
    guide = floats(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)) / np.float32(255)
    height, width = guide.shape
    shrink = max(1.0, (height * width / WORKING_PIXELS) ** 0.5)
    if shrink == 1:
        slope, offset = _coefficients(guide, values, window, smoothness)
        return floats(slope * guide + offset)
    size = max(1, round(width / shrink)), max(1, round(height / shrink))
    small, rough = (floats(cv2.resize(one, size, interpolation=cv2.INTER_AREA)) for one in (guide, values))
    found = _coefficients(small, rough, max(3, round(window / shrink) | 1), smoothness)
    slope, offset = (cv2.resize(one, (width, height), interpolation=cv2.INTER_LINEAR) for one in found)
    return floats(slope * guide + offset)


def _coefficients(guide: Floats, values: Floats, window: int, smoothness: float) -> tuple[Floats, Floats]:
    def mean(array: Floats) -> Floats:
        return floats(cv2.blur(array, (window, window)))

    mean_guide, mean_values = mean(guide), mean(values)
    covariance = mean(guide * values) - mean_guide * mean_values
    variance = mean(guide * guide) - mean_guide * mean_guide
    slope = floats(covariance / (variance + smoothness))
    return mean(slope), mean(floats(mean_values - slope * mean_guide))
