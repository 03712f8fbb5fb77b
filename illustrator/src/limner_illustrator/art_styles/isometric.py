"""Isometric mosaic for any picture: every cell becomes a little cube seen from above its corner.

A Scene is composed isometrically instead, see `render/diorama.py`.
"""

import math

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

CUBES = 46
"""Along the longer edge."""
FACES = np.array([1.16, 0.92, 0.68], np.float32)
"""Brightness of the top, the left and the right face of a cube."""


@art_style(
    "isometric",
    description="An isometric illustration of",
    phrases="isometric, isometric view, isometric style, voxel, voxel art",
    detail=0.0,
    is_crisp=True,
    is_composed=True,
)
def isometric(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    edge = max(height, width) / (CUBES * fineness) / math.sqrt(3)
    half = edge * math.sqrt(3) / 2
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    center_x, center_y = _nearest_center(x, y, edge, half)
    dx, dy = x - center_x, y - center_y
    top = dy < -np.abs(dx) * np.float32(edge / 2 / half)
    face = np.where(top, 0, np.where(dx < 0, 1, 2))
    calm = fields.blur(pixels, edge * 0.6)
    color = cv2.remap(calm, center_x, center_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    rich = fields.as_float(fields.saturate(color, 1.15))
    return fields.as_bytes(rich * FACES[face][..., None])


def _nearest_center(x: fields.Field, y: fields.Field, edge: float, half: float) -> tuple[fields.Field, fields.Field]:
    """The centre of the hexagon (point up, side `edge`) around each pixel: the nearer of two rectangular grids."""
    step_x, step_y = np.float32(2 * half), np.float32(3 * edge)
    even_x, even_y = np.round(x / step_x) * step_x, np.round(y / step_y) * step_y
    odd_x = (np.floor(x / step_x) + np.float32(0.5)) * step_x
    odd_y = (np.floor(y / step_y) + np.float32(0.5)) * step_y
    is_even = (x - even_x) ** 2 + (y - even_y) ** 2 < (x - odd_x) ** 2 + (y - odd_y) ** 2
    return np.where(is_even, even_x, odd_x), np.where(is_even, even_y, odd_y)
