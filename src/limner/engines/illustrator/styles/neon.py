"""Glowing tubes in the dark: the picture sinks into night, its saturated edges shine."""

import cv2
import numpy as np

from limner.engines.illustrator.styles import fields
from limner.engines.illustrator.styles.fields import Pixels


def neon(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    luma = fields.gray(pixels)
    # A dark picture stays as it is; a bright one is pulled down so that its glow has something to shine against.
    gain = min(1.0, 0.2 / (float(luma.mean()) + 1e-6))
    violet = np.array([0.8, 0.66, 1.1], np.float32)
    night = fields.as_float(pixels) * (violet + (1 - violet) * np.float32(gain * 0.8))
    night = cv2.pow(np.clip(night, 0, 1), 1.0 + 0.5 * (1 - gain)) * np.float32(0.35 + 0.65 * gain)
    night += np.array([0.02, 0.0, 0.055], np.float32)
    dark = fields.saturated(fields.as_bytes(night), 1.5)
    tubes = _tubes(pixels, u)
    halo = cv2.addWeighted(fields.blurred(tubes, 7 * u), 0.9, fields.blurred(tubes, 26 * u), 0.75, 0)
    glowing = fields.screen(fields.screen(dark, halo), tubes)
    return fields.bloom(glowing, 0.3, 0.72)


def _tubes(pixels: Pixels, u: float) -> Pixels:
    """The edges, in the brightest form of the hue next to them."""
    # Lit windows and rain are no tubes: what is small is smoothed away before edges are sought.
    calm = fields.smoothed(pixels, 6 * u)
    lines = 1 - fields.drawn_lines(fields.gray(calm), 1.5 * u, strength=60, smallest=900 * u * u)
    hsv = cv2.cvtColor(cv2.dilate(calm, np.ones((3, 3), np.uint8)), cv2.COLOR_RGB2HSV)
    pale = hsv[..., 1] < 40
    hsv[..., 0] = np.where(pale, 150, hsv[..., 0])
    hsv[..., 1] = np.clip(hsv[..., 1].astype(np.uint16) * 2 + 40, 120, 225)
    hsv[..., 2] = 255
    hue = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    result: Pixels = cv2.multiply(hue, cv2.cvtColor(fields.as_bytes(lines), cv2.COLOR_GRAY2RGB), scale=1 / 255)
    return result
