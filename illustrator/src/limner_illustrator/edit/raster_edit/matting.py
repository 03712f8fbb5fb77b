"""Draws a rough mask's edge along the edges of the picture it was made for."""

import cv2

from limner_illustrator.edit.raster_edit.arrays import Floats, floats


def guided_filter(guide: Floats, values: Floats, window: int, smoothness: float) -> Floats:
    """`values` smoothed over `window` px, but not across edges of `guide` (grey, 0..1)."""

    def mean(array: Floats) -> Floats:
        return floats(cv2.blur(array, (window, window)))

    mean_guide, mean_values = mean(guide), mean(values)
    covariance = mean(guide * values) - mean_guide * mean_values
    variance = mean(guide * guide) - mean_guide * mean_guide
    slope = covariance / (variance + smoothness)
    return floats(mean(floats(slope)) * guide + mean(floats(mean_values - slope * mean_guide)))
