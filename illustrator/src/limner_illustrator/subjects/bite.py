"""Takes a bite out of the drawing of food."""

import math

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels

_AT = 0.95, 0.34
"""The middle of the bite, in widths and heights of the drawing; and its radius, in its shorter side."""
_REACH = 0.3
_TEETH = 5
_FLESH = 250, 238, 206


def bite(pixels: Pixels) -> Pixels:
    """RGBA with a bitten right edge, along which the inside shows."""
    height, width = pixels.shape[:2]
    radius = _REACH * min(width, height)
    gone = np.zeros((height, width), np.uint8)
    middle = _AT[0] * width, _AT[1] * height
    for k in range(_TEETH):
        angle = math.pi * (0.55 + 0.9 * k / (_TEETH - 1))
        x, y = middle[0] + 0.62 * radius * math.cos(angle), middle[1] + 0.62 * radius * math.sin(angle)
        cv2.circle(gone, (round(x), round(y)), max(1, round(0.52 * radius)), 255, -1, cv2.LINE_AA)
    cv2.rectangle(
        gone,
        (round(middle[0] - 0.4 * radius), round(middle[1] - 0.8 * radius)),
        (width, round(middle[1] + 0.8 * radius)),
        255,
        -1,
    )
    rim = cv2.dilate(gone, np.ones((max(3, round(0.22 * radius)) | 1,) * 2, np.uint8))
    share = (rim.astype(np.float32) / 255)[..., None]
    bitten = pixels.copy()
    bitten[..., :3] = (pixels[..., :3] * (1 - share) + np.array(_FLESH, np.float32) * share).astype(np.uint8)
    bitten[..., 3] = (pixels[..., 3] * (1 - gone.astype(np.float32) / 255)).astype(np.uint8)
    return bitten
