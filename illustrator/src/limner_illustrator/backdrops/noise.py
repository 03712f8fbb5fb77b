"""Two-dimensional noise, computed small and scaled up, since only soft noise is needed."""

import random

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Canvas, Pixels, draw_pixels
from limner_illustrator.canvas.palette import RGB

Field = npt.NDArray[np.float32]


def cloud_noise(
    rng: random.Random, width: int, height: int, cells: tuple[int, int], octaves: int = 4, roughness: float = 0.5
) -> Field:
    """(height, width) within 0..1. `cells`: across and down, of the first octave."""
    noise = np.random.default_rng(rng.getrandbits(32))
    total = np.zeros((height, width), np.float32)
    weight = 1.0
    for octave in range(octaves):
        grid = noise.random((max(2, cells[1] << octave), max(2, cells[0] << octave)), np.float32)
        total += weight * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        weight *= roughness
    total -= total.min()
    return np.asarray(total / max(float(total.max()), 1e-6), np.float32)


def stain(rgb: RGB, alpha: Field) -> Pixels:
    """One colour, its alpha (0..1) from a field."""
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    pixels[..., :3] = np.clip(rgb, 0, 255)
    pixels[..., 3] = np.clip(alpha, 0, 1) * 255
    return pixels


def mottle(
    canvas: Canvas,
    rng: random.Random,
    box: tuple[float, float, float, float],
    dark: RGB,
    light: RGB,
    strength: float = 0.3,
    grain: tuple[int, int] = (5, 9),
) -> None:
    """Soft patches, darker and lighter, over the box (x, y, w, h); faded in from its top."""
    x, y, w, h = box
    across = max(2, round(grain[0] * w / max(h, 1.0) / 2))
    field = cloud_noise(rng, 160, 80, (min(across, 24), grain[1]), 3, 0.55) - 0.5
    field *= np.linspace(0.2, 1, 80, dtype=np.float32)[:, None]
    pixels = stain(light, field * 2 * strength)
    below = field < 0
    pixels[below, :3] = np.clip(dark, 0, 255)
    pixels[below, 3] = np.clip(-field[below] * 2 * strength, 0, 1) * 255
    draw_pixels(canvas, pixels, x, y, w, h)
