"""Modelling clay: every patch of colour is a soft, thick lump with a shine and fingerprints."""

import cv2
import numpy as np

from limner.engines.illustrator.styles import fields, regions
from limner.engines.illustrator.styles.fields import Field, Pixels


def clay(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    labels, colors = regions.flat_regions(pixels, round(18 * fineness), 3.2 / fineness)
    lumps = fields.as_float(fields.saturated(regions.painted(labels, colors, pixels.shape), 1.18))
    thickness = cv2.resize(_thickness(labels), (width, height), interpolation=cv2.INTER_CUBIC)
    thickness = thickness + (fields.noise(pixels.shape, 90 * u, 2, seed) - 0.5) * 1.0
    thickness = thickness + _fingerprints(pixels.shape, u, seed)
    shade = np.clip(fields.lit(thickness, 0.62 * u), -0.28, 0.24)
    shine = np.clip((shade - 0.13) * 1.6, 0, 0.18)
    modelled = lumps * (1 + shade * 1.15)[..., None] + shine[..., None]
    return fields.as_bytes(modelled)


def _thickness(labels: regions.Labels) -> Field:
    """Round at the borders of each patch, level in its middle."""
    u = fields.unit(labels)
    inside = (~regions.borders(labels)).astype(np.uint8)
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, 3) / (24 * u)
    rounded = np.sqrt(np.clip(1 - (1 - np.clip(distance, 0, 1)) ** 2, 0, 1)) * 2.2
    return np.asarray(cv2.GaussianBlur(rounded.astype(np.float32), (0, 0), max(0.8, 2.4 * u)), np.float32)


def _fingerprints(shape: tuple[int, ...], u: float, seed: int) -> Field:
    """Patches of fine curved ridges."""
    bend = fields.noise(shape, 150 * u, 2, seed + 1) * (40 * np.pi)
    where = np.clip((fields.noise(shape, 110 * u, 2, seed + 2) - 0.56) * 8, 0, 1)
    return np.asarray(np.sin(bend) * where * 0.014, np.float32)
