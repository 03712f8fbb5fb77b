"""Modelling clay: what has an outline is a soft, thick lump with a shine and a few fingerprints."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

FORM_EDGE = 640
"""Forms are found at this long edge, in px."""
OUTLINE = 34.0
"""How steep a change of colour (Lab) must be to part two lumps; the gradient of a sky parts none."""


@art_style(
    "clay",
    description="A clay model of",
    phrases=(
        "claymation, clay style, clay render, plasticine, play-doh, playdough, made of clay, out of clay, "
        "clay model, clay figure, clay sculpture, clay art, stop motion, stop-motion, wallace and gromit, in "
        "clay, polymer clay"
    ),
    bare_phrases="clay",
    detail=0.0,
    has_text_on_top=True,
)
def clay(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    calm = fields.displace(
        fields.smooth(fields.smooth(pixels, 7 * u / fineness), 6 * u / fineness), 6 * u, 60 * u, seed
    )
    lumps = fields.as_float(fields.saturate(calm, 1.22))
    thickness = cv2.resize(_thickness(calm, fineness), (width, height), interpolation=cv2.INTER_CUBIC)
    thickness = thickness + (fields.noise(pixels.shape, 130 * u, 2, seed) - 0.5) * 0.6
    thickness = thickness + _fingerprints(pixels.shape, u, seed)
    thickness = np.asarray(cv2.GaussianBlur(thickness.astype(np.float32), (0, 0), max(0.8, 2.6 * u)), np.float32)
    shade = np.clip(fields.relief_light(thickness, 0.85 * u), -0.26, 0.2)
    shine = cv2.GaussianBlur(np.clip((shade - 0.08) * 1.4, 0, 0.14).astype(np.float32), (0, 0), max(0.5, 1.4 * u))
    modelled = lumps * (1 + shade * 1.2)[..., None] + shine[..., None]
    return fields.as_bytes(np.asarray(modelled, np.float32))


def _thickness(calm: Pixels, fineness: float) -> Field:
    """Round at the outlines, level in the middle; at a reduced size."""
    height, width = calm.shape[:2]
    shrink = max(1.0, max(height, width) / FORM_EDGE)
    size = max(4, round(width / shrink)), max(4, round(height / shrink))
    small = cv2.resize(calm, size, interpolation=cv2.INTER_AREA)
    u = fields.unit(small)
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32), (0, 0), max(0.6, 1.2 * u))
    steep = np.hypot(cv2.Sobel(lab, cv2.CV_32F, 1, 0), cv2.Sobel(lab, cv2.CV_32F, 0, 1)).max(axis=2)
    inside = (steep < OUTLINE).astype(np.uint8)
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, 3) / (26 * u / fineness)
    rounded = np.sqrt(np.clip(1 - (1 - np.clip(distance, 0, 1)) ** 2, 0, 1)) * 2.4
    return np.asarray(cv2.GaussianBlur(rounded.astype(np.float32), (0, 0), max(0.8, 3.2 * u)), np.float32)


def _fingerprints(shape: tuple[int, ...], u: float, seed: int) -> Field:
    """Here and there a patch of fine curved ridges."""
    bend = fields.noise(shape, 190 * u, 2, seed + 1) * (34 * np.pi)
    where = np.clip((fields.noise(shape, 120 * u, 2, seed + 2) - 0.6) * 8, 0, 1)
    return np.asarray(np.sin(bend) * where * 0.022, np.float32)
