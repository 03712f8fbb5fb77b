"""How far a cut-out can be trusted, by where its outline is in the picture."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats

Labels = npt.NDArray[np.uint8]
SMALLEST, LARGEST = 0.02, 0.8
"""The part of the picture that a foreground fills."""


def measure_confidence(small: Pixels, labels: Labels) -> float:
    """How clearly the two sides of the outline differ, and whether it looks like one thing before a ground. 0..1."""
    area = float(labels.mean())
    if not 0.02 < area < 0.8:
        return 0.0
    contrast = float(np.clip((measure_outline_contrast(small, labels, 50) - 6) / 26, 0, 1))
    edge = max(3, labels.shape[1] // 40)
    border = np.concatenate([labels[edge], labels[:, edge], labels[:, -edge - 1]])
    enclosed = 1 - min(1.0, float(border.mean()) * 4)
    own_colours = 1 - min(1.0, _share_of_colours(small, labels) * 1.6)
    return contrast * (0.2 + 0.8 * enclosed) * (0.3 + 0.7 * measure_evenness(small, labels)) * own_colours


def measure_outline_contrast(small: Pixels, labels: Labels, percent: float) -> float:
    """The difference in Lab between just inside and just outside of the outline; 50 percent: the median along it."""
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    around = np.ones((7, 7), np.uint8)
    inside, outside = labels - cv2.erode(labels, around), cv2.dilate(labels, around) - labels
    if not inside.any() or not outside.any():
        return 0.0
    near_inside, near_outside = (_local_mean(lab, side) for side in (inside, outside))
    outline = (cv2.dilate(labels, np.ones((3, 3), np.uint8)) - labels) > 0
    return float(np.percentile(np.linalg.norm(near_inside - near_outside, axis=2)[outline], percent))


def _local_mean(lab: Floats, where: Labels) -> Floats:
    weight = cv2.blur(where.astype(np.float32), (9, 9))
    total = cv2.blur(lab * where[..., None], (9, 9))
    return floats(total / np.maximum(weight, 1e-4)[..., None])


def _share_of_colours(small: Pixels, labels: Labels) -> float:
    """0 if no colour of the foreground occurs behind it, 1 if they are made of the same."""
    bins = (cv2.cvtColor(small, cv2.COLOR_RGB2LAB) >> np.array([5, 3, 3], np.uint8)).astype(np.int32)
    code = bins[..., 0] * 1024 + bins[..., 1] * 32 + bins[..., 2]
    front, back = (np.bincount(code[labels == side], minlength=8192) for side in (1, 0))
    return float(np.minimum(front / max(front.sum(), 1), back / max(back.sum(), 1)).sum())


def measure_evenness(small: Pixels, labels: Labels) -> float:
    """1 for a backdrop without detail, 0 for a busy one."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    behind = cv2.dilate(labels, np.ones((9, 9), np.uint8)) == 0
    if not behind.any():
        return 0.0
    return float(np.clip(1.15 - slope[behind].mean() / 60, 0, 1))
