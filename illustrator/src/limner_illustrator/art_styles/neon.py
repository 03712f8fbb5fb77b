"""Glowing tubes in the dark: the picture sinks into night, its saturated edges shine."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "neon",
    description="A neon illustration of",
    phrases=(
        "neon, neon style, neon lights, neon glow, neon light, neon lit, neon-lit, "
        "glowing neon, tron, futuristic neon, blacklight"
    ),
    adjectives="neon",
    detail=0.5,
    is_grade=True,
    is_nocturnal=True,
    has_neon_signs=True,
)
def neon(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    luma = fields.gray(pixels)
    # A dark picture stays as it is; a bright one is pulled down so that its glow has something to shine against.
    gain = min(1.0, 0.2 / (float(luma.mean()) + 1e-6))
    violet = np.array([0.8, 0.66, 1.1], np.float32)
    night = fields.as_float(pixels) * (violet + (1 - violet) * np.float32(gain * 0.8))
    night = cv2.pow(np.clip(night, 0, 1), 1.0 + 0.5 * (1 - gain)) * np.float32(0.3 + 0.62 * gain)
    night += np.array([0.02, 0.0, 0.055], np.float32)
    dark = fields.saturate(fields.as_bytes(night), 1.5)
    tubes = _tubes(pixels, u)
    halo = cv2.addWeighted(fields.blur(tubes, 7 * u), 0.9, fields.blur(tubes, 26 * u), 0.75, 0)
    glowing = fields.screen(fields.screen(dark, halo), tubes)
    return fields.bloom(glowing, 0.3, 0.72)


def _tubes(pixels: Pixels, u: float) -> Pixels:
    """The outlines, in the brightest form of the hue next to them."""
    # Lit windows and rain are no tubes: what is small is smoothed away before outlines are sought.
    calm = fields.smooth(pixels, 6 * u)
    lightness = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    even = cv2.createCLAHE(3.0, (4, 4)).apply(np.ascontiguousarray(lightness[..., 0]))
    outlines = _outlines(even, u) | _outlines(np.ascontiguousarray(lightness[..., 2]), u)
    reach = max(1, round(3.4 * u) | 1)
    lines = cv2.dilate(outlines, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    lines = cv2.GaussianBlur(lines, (0, 0), max(0.6, 0.9 * u))
    wide = max(3, round(9 * u) | 1)
    hsv = cv2.cvtColor(cv2.dilate(calm, np.ones((wide, wide), np.uint8)), cv2.COLOR_RGB2HSV)
    pale = hsv[..., 1] < 40
    hsv[..., 0] = np.where(pale, 150, hsv[..., 0])
    hsv[..., 1] = np.clip(hsv[..., 1].astype(np.uint16) * 2 + 40, 150, 215)
    hsv[..., 2] = 255
    hue = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    result: Pixels = cv2.multiply(hue, cv2.cvtColor(lines, cv2.COLOR_GRAY2RGB), scale=1 / 255)
    return result


def _outlines(channel: Pixels, u: float) -> Pixels:
    """255 on the long edges of a channel."""
    soft = cv2.GaussianBlur(channel, (0, 0), max(0.8, 2.2 * u))
    edges = cv2.Canny(soft, 14, 40, L2gradient=True)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(edges, connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= 110 * u
    keep[0] = False
    long: Pixels = (keep[labels] * 255).astype(np.uint8)
    return long
