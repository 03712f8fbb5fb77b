"""Depth of field."""

import cv2

from limner_illustrator.canvas import Pixels


def depth_of_field(pixels: Pixels, amount: float) -> Pixels:
    """Blur a background. `amount`: 0..1. Alpha is kept."""
    height, width = pixels.shape[:2]
    sigma = amount * 9.0 * min(height, width) / 1024
    if sigma < 0.3:
        return pixels
    scale = min(1.0, 1.6 / sigma)
    small = cv2.resize(
        pixels, (max(2, round(width * scale)), max(2, round(height * scale))), interpolation=cv2.INTER_AREA
    )
    soft: Pixels = cv2.resize(
        cv2.GaussianBlur(small, (0, 0), max(0.3, sigma * scale)), (width, height), interpolation=cv2.INTER_CUBIC
    )
    if soft.shape[2] == 4:
        soft[..., 3] = pixels[..., 3]
    return soft
