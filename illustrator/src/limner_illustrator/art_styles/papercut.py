"""Layers of cut paper, each casting its shadow on the ones below."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

SHEETS = 22


@art_style(
    "papercut",
    description="A paper cut of",
    phrases=(
        "paper cut, papercut, paper-cut, paper cut out, paper cutout, paper craft, papercraft, paper art, "
        "origami style, cut paper, layered paper, paper collage, collage, kirigami, matisse, quilling"
    ),
    detail=0.0,
    is_crisp=True,
    is_flat_shaded=True,
    has_text_on_top=True,
)
def papercut(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    labels, colors = regions.flat_regions(pixels, round(SHEETS * fineness), 2.8 / fineness)
    u = fields.unit(labels)
    order = np.argsort([_depth(labels, k) for k in range(len(colors))])
    level = np.zeros(len(colors), np.uint8)
    level[order] = np.arange(len(colors))
    shade = cv2.resize(_shadows(level[labels], u), (width, height), interpolation=cv2.INTER_LINEAR)
    sheets = fields.as_float(fields.saturate(regions.fill_regions(labels, colors, pixels.shape), 1.15))
    fibres = (fields.paper(pixels.shape, 1.2 * fields.unit(pixels), seed) - 0.5) * 0.1
    edge = cv2.resize(_rims(level[labels], u), (width, height), interpolation=cv2.INTER_LINEAR)
    return fields.as_bytes(sheets * (shade * (1 + fibres) + edge)[..., None])


def _depth(labels: regions.Labels, label: int) -> float:
    """Small things in the middle are on top, what fills the corners is below."""
    rows, columns = np.nonzero(labels == label)
    if len(rows) == 0:
        return 0.0
    height, width = labels.shape
    off_center = np.abs(columns / width - 0.5).mean() + max(0.0, 0.55 - float(rows.mean()) / height)
    return -float(off_center) - 0.6 * len(rows) / labels.size


def _shadows(levels: regions.Labels, u: float) -> Field:
    """Soft shadows down and to the right of every higher sheet."""
    shade = np.ones(levels.shape, np.float32)
    shift = np.array([[1, 0, 7 * u], [0, 1, 10 * u]], np.float32)
    for level in range(1, int(levels.max()) + 1):
        above = (levels >= level).astype(np.float32)
        moved = cv2.warpAffine(above, shift, levels.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
        cast = np.asarray(cv2.GaussianBlur(moved, (0, 0), 5 * u), np.float32) * (1 - above)
        shade = np.minimum(shade, 1 - 0.42 * cast)
    return np.asarray(cv2.GaussianBlur(shade, (0, 0), 0.7), np.float32)


def _rims(levels: regions.Labels, u: float) -> Field:
    """The lit cut edge of each sheet."""
    relief = fields.relief_light(cv2.GaussianBlur(levels.astype(np.float32), (0, 0), max(0.6, 1.1 * u)), 0.05)
    return np.asarray(np.clip(relief, 0, 0.18), np.float32)
