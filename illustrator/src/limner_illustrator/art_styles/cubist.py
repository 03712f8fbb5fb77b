"""Cubism: straight-edged facets, each showing the picture slightly shifted, in ochres and blue greys."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

FACETS = 8
"""Along the shorter edge."""
WORK_EDGE = 640
_EARTH = np.array([1.06, 0.95, 0.76], np.float32)


@art_style(
    "cubist",
    description="A cubist painting of",
    phrases=(
        "cubist, cubism, cubist style, cubist painting, picasso, pablo picasso, picasso style, georges braque, "
        "analytical cubism"
    ),
    detail=0.2,
    is_flat_shaded=True,
)
def cubist(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    rng = np.random.default_rng(seed)
    shrink = max(1.0, max(height, width) / WORK_EDGE)
    h, w = max(2, round(height / shrink)), max(2, round(width / shrink))
    cell = max(6.0, min(h, w) / (FACETS * fineness))
    centres = np.array([
        (x * cell + rng.uniform(0, cell), y * cell + rng.uniform(0, cell))
        for y in range(int(h / cell) + 1) for x in range(int(w / cell) + 1)
    ], np.float32)  # fmt: skip
    facet = _nearest(centres, h, w)
    shift = rng.uniform(-0.3, 0.3, (len(centres), 2)).astype(np.float32) * cell
    tilt = rng.uniform(-1, 1, (len(centres), 2)).astype(np.float32)
    columns, rows = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    calm = fields.smooth(cv2.resize(pixels, (w, h), interpolation=cv2.INTER_AREA), 3 / shrink)
    moved = cv2.remap(
        calm, columns + shift[facet, 0], rows + shift[facet, 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    away = np.dstack([columns, rows]) - centres[facet]
    shade = 1 + 0.24 * np.clip((away * tilt[facet]).sum(-1) / cell, -1, 1)
    luma = fields.gray(moved)[..., None]
    muted = (0.62 * fields.as_float(moved) + 0.38 * luma) * (
        _EARTH + (np.array([0.84, 0.92, 1.06], np.float32) - _EARTH) * (tilt[facet, :1] > 0.45)
    )
    painted = cv2.resize(
        np.asarray(muted * shade[..., None], np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    edge = (facet[:, 1:] != facet[:, :-1])[:-1] | (facet[1:] != facet[:-1])[:, :-1]
    lines = cv2.resize(edge.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    lines = np.maximum(
        cv2.GaussianBlur(lines, (0, 0), max(0.6, 1.0 * u)) * 0.5,
        0.7
        * (
            1
            - fields.pen_lines(
                cv2.resize(fields.gray(moved), (width, height), interpolation=cv2.INTER_LINEAR),
                2.0 * u,
                strength=70,
                smallest=300 * u * u,
            )
        ),
    )
    return fields.as_bytes(np.asarray(painted * (1 - np.clip(lines, 0, 0.85))[..., None], np.float32))


def _nearest(centres: fields.Field, height: int, width: int) -> np.ndarray:
    """For each pixel the index of its nearest centre."""
    seeds = np.full((height, width), 255, np.uint8)
    at = np.clip(centres.astype(int), 0, (width - 1, height - 1))
    seeds[at[:, 1], at[:, 0]] = 0
    _, labels = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    lookup = np.zeros(int(labels.max()) + 1, np.int32)
    lookup[labels[at[:, 1], at[:, 0]]] = np.arange(len(centres))
    return np.asarray(lookup[labels], np.int32)
