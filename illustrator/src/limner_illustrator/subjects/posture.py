"""What a verb does to an animal: simple turns of its sprite."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.subjects.raster import crop

TILTS = {
    "running": 7.0,
    "flying": 12.0,
    "jumping": -14.0,
    "leaping": -14.0,
    "rearing": -34.0,
    "dancing": -8.0,
}
"""Degrees counter-clockwise; the icons' animals look to the left, so positive leans forward."""


_SLIDERS = {"penguin": 76.0}
"""Icon of an animal that slides on its belly -> its tilt."""


def tilt_of(name: str, action: str | None) -> float | None:
    """How an icon's animal is turned for an action, in degrees counter-clockwise; None leaves it upright."""
    return _SLIDERS.get(name) if action == "sliding" else TILTS.get(action or "")


def apply_posture(pixels: Pixels, name: str, action: str | None) -> Pixels:
    tilt = tilt_of(name, action)
    return pixels if tilt is None else rotate(pixels, tilt)


def rotate(pixels: Pixels, degrees: float) -> Pixels:
    """Turned counter-clockwise and cropped, the longest side kept."""
    height, width = pixels.shape[:2]
    radians = np.deg2rad(degrees)
    wide = abs(width * np.cos(radians)) + abs(height * np.sin(radians))
    high = abs(width * np.sin(radians)) + abs(height * np.cos(radians))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    matrix[0, 2] += wide / 2 - width / 2
    matrix[1, 2] += high / 2 - height / 2
    weight = pixels[..., 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([pixels[..., :3] * weight, pixels[..., 3:]], axis=-1).astype(np.float32)
    moved = cv2.warpAffine(premultiplied, matrix, (int(np.ceil(wide)), int(np.ceil(high))), flags=cv2.INTER_LINEAR)
    alpha = moved[..., 3:]
    color = moved[..., :3] * (255 / np.maximum(alpha, 1))
    return crop(np.concatenate([np.clip(color, 0, 255), alpha], axis=-1).astype(np.uint8))
