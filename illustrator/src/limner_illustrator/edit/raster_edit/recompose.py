"""Another composition of an external image whose subject stands out: the subject elsewhere, larger or smaller, turned
the other way, before its own background.
"""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import floats, to_bytes
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.patchfill import fill_hole

LARGEST = 0.45
"""A subject that fills more of the picture cannot be moved."""


def recompose(rgb: Pixels, rng: np.random.Generator, reach: float) -> Pixels | None:
    """None where the subject cannot be separated from its background."""
    found = cut_out(rgb)
    height, width = rgb.shape[:2]
    box = found.box
    enclosed = box.left > 0 and box.right < width and box.top > 0
    if not found.is_confident or not enclosed or float((found.alpha > 0.5).mean()) > LARGEST:
        return None
    behind = _remove_subject(rgb, found, rng)
    scale = 1 + float(rng.uniform(-0.22, 0.22)) * reach
    middle, half = (box.left + box.right) / 2, box.width * scale / 2
    wanted = middle + float(rng.uniform(-0.3, 0.3)) * reach * width
    shift = max(half, min(width - half, wanted))
    turned = rng.random() < 0.5 * min(1.0, 2 * reach)
    across = -scale if turned else scale
    # The foot of the subject stays at its level: it stands on something.
    matrix = np.array([[across, 0, shift - across * middle], [0, scale, box.bottom * (1 - scale)]], np.float32)
    weight = found.alpha[..., None]
    premultiplied = np.dstack([rgb * weight, weight * 255]).astype(np.float32)
    moved = floats(cv2.warpAffine(premultiplied, matrix, (width, height), flags=cv2.INTER_LINEAR))
    alpha = np.clip(moved[..., 3:] / 255, 0, 1)
    return to_bytes(moved[..., :3] + behind * (1 - alpha))


def _remove_subject(rgb: Pixels, found: Foreground, rng: np.random.Generator) -> Pixels:
    reach = max(3, min(rgb.shape[:2]) // 50) | 1
    hole = cv2.dilate((found.alpha > 0.04).astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    return fill_hole(rgb, hole, rng)
