"""Pictures without a Scene, as a user would upload them."""

import cv2
import numpy as np


def photo(width=256, height=256, seed=0):
    """A picture without a Scene: sky, ground with grain, and a red ball on it."""
    rng = np.random.default_rng(seed)
    down = np.linspace(0, 1, height)[:, None, None]
    pixels = np.array([60, 120, 210]) * (1 - down) + np.array([215, 230, 245]) * down
    pixels = np.broadcast_to(pixels, (height, width, 3)).copy()
    rough = cv2.resize(rng.random((32, 32)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    below = np.arange(height)[:, None] > 0.55 * height
    pixels = np.where(below[..., None], np.array([70, 118, 48]) * (0.7 + 0.6 * rough[..., None]), pixels)
    pixels = np.clip(pixels + rng.normal(0, 3, pixels.shape), 0, 255).astype(np.uint8)
    return cv2.circle(pixels, (width * 3 // 10, height * 7 // 10), height // 10, (210, 40, 40), -1)


def product(width=256, height=256):
    """A picture without a Scene: a dark subject before an even wall."""
    pixels = np.full((height, width, 3), 232, np.uint8)
    return cv2.rectangle(pixels, (width * 3 // 8, height // 3), (width * 5 // 8, height * 5 // 6), (30, 60, 120), -1)
