"""A leaded window: panes of coloured glass that follow the picture's shapes, light behind them."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

Panes = npt.NDArray[np.int32]

LEAD = np.array([0.075, 0.075, 0.085], np.float32)
PANES = 13
"""Along the shorter edge, before the picture's own contours cut them."""


@art_style(
    "stainedglass",
    description="A stained-glass picture of",
    phrases=("stained glass, stained-glass, stained glass window, stainedglass, tiffany glass"),
    detail=0.0,
    is_flat_shaded=True,
    has_text_on_top=True,
)
def stainedglass(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels)
    labels, _ = regions.flat_regions(pixels, 8, 9 / fineness)
    panes = _panes(labels, round(PANES * fineness), seed)
    glass = _glass(pixels, panes, labels.shape)
    edge = regions.borders(panes).astype(np.uint8)
    distance = cv2.distanceTransform(1 - edge, cv2.DIST_L2, 3) * (max(height, width) / max(labels.shape))
    distance = cv2.resize(distance, (width, height), interpolation=cv2.INTER_LINEAR)
    lead = np.clip((2.9 * u - distance) / max(1.0, 1.6 * u) + 0.5, 0, 1)
    bevel = np.clip(1 - distance / (16 * u), 0, 1) * 0.22
    waves = (fields.noise(pixels.shape, 46 * u, 3, seed + 2) - 0.5) * 0.55
    shining = fields.as_float(cv2.resize(glass, (width, height), interpolation=cv2.INTER_NEAREST))
    shining *= (1.1 + waves - bevel)[..., None]
    solder = LEAD * (1 + 1.6 * np.clip(1 - distance / (2.2 * u), 0, 1)[..., None])
    return fields.bloom(fields.as_bytes(shining + (solder - shining) * lead[..., None]), 0.3, 0.6)


def _panes(labels: regions.Labels, along: int, seed: int) -> Panes:
    """A number for each pane: the cells of a jittered grid, cut where the colour changes."""
    height, width = labels.shape
    step = min(height, width) / along
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[step / 2 : height : step, step / 2 : width : step]
    y = np.clip(rows + rng.uniform(-0.4, 0.4, rows.shape) * step, 0, height - 1).astype(int)
    x = np.clip(columns + rng.uniform(-0.4, 0.4, rows.shape) * step, 0, width - 1).astype(int)
    seeds = np.ones((height, width), np.uint8)
    seeds[y, x] = 0
    _, cells = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    return np.asarray(cells.astype(np.int32) * 256 + labels, np.int32)


def _glass(pixels: Pixels, panes: Panes, shape: tuple[int, ...]) -> Pixels:
    """Every pane in the mean colour of what is behind it, richer."""
    small = cv2.resize(pixels, shape[1::-1], interpolation=cv2.INTER_AREA)
    _, index = np.unique(panes, return_inverse=True)
    index = index.ravel()
    count = np.bincount(index)
    means = np.stack([np.bincount(index, small[..., c].ravel()) / count for c in range(3)], -1)
    return fields.saturate(means[index].reshape(small.shape).astype(np.uint8), 1.6)
