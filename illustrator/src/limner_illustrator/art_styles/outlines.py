"""Contours of a picture as a pen would draw them: what line art, blueprints and tattoos have in common."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels

WEAK, STRONG = 26, 60
"""Borders stronger than STRONG are drawn, and those stronger than WEAK that go on from them."""


def contours(pixels: Pixels, width: float, *, detail: float = 1.0, shortest: float = 26) -> Field:
    """1 on paper, 0 on lines `width` px thick, antialiased and without grey areas.

    `detail` above 1 keeps smaller shapes and fainter borders. No line is shorter than `shortest`, in px at a short
    edge of 1024 px.
    """
    u = fields.unit(pixels)
    calm = cv2.GaussianBlur(fields.smooth(pixels, 1.8 * u / detail), (0, 0), max(0.7, 1.3 * u))
    edges = _find_edges(cv2.cvtColor(calm, cv2.COLOR_RGB2LAB), detail)
    edges = _drop_short(edges, max(6.0, shortest * u / detail))
    distance = cv2.distanceTransform(255 - edges, cv2.DIST_L2, 3)
    distance = cv2.GaussianBlur(distance, (0, 0), max(0.5, 0.9 * u))
    return np.asarray(np.clip(distance - 0.5 * max(width, 1.2) + 0.5, 0, 1), np.float32)


def _find_edges(lab: Pixels, detail: float) -> Pixels:
    """255 on the borders between colours, one pixel thin: each pixel has the slope of its steepest channel."""
    best_x = np.zeros(lab.shape[:2], np.int16)
    best_y = np.zeros(lab.shape[:2], np.int16)
    steepest = np.zeros(lab.shape[:2], np.int16)
    for channel in range(3):
        plane = np.ascontiguousarray(lab[..., channel])
        slope_x, slope_y = cv2.Sobel(plane, cv2.CV_16S, 1, 0), cv2.Sobel(plane, cv2.CV_16S, 0, 1)
        slope = np.abs(slope_x) + np.abs(slope_y)
        steeper = slope > steepest
        best_x, best_y = np.where(steeper, slope_x, best_x), np.where(steeper, slope_y, best_y)
        steepest = np.maximum(steepest, slope)
    edges: Pixels = cv2.Canny(best_x, best_y, WEAK / detail, STRONG / detail)
    return edges


def _drop_short(edges: Pixels, shortest: float) -> Pixels:
    joined = cv2.dilate(edges, np.ones((3, 3), np.uint8))
    _, labels, _, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    lengths = np.bincount(labels[edges > 0].ravel(), minlength=int(labels.max()) + 1)
    kept: Pixels = np.where(lengths[labels] >= shortest, edges, 0).astype(np.uint8)
    return kept


def mix_colors(paper: Field, line: tuple[float, float, float], ink: Field) -> Pixels:
    """`line` (0..1) where `ink` is 0, `paper` (H, W, 3) where it is 1."""
    color = np.asarray(line, np.float32)
    return fields.as_bytes(np.asarray(color + (paper - color) * ink[..., None], np.float32))
