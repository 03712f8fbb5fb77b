"""Separates the foreground of a picture from its background, with a measure of trust."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.matting import guided_filter

Labels = npt.NDArray[np.uint8]

SEARCH_EDGE = 224
QUICK_SEARCH_EDGE = 144
ROUNDS = 3
CONFIDENT = 0.5
"""From this trust on, a cut-out is used without a note."""


@dataclass(frozen=True, slots=True)
class Foreground:
    alpha: Floats
    """(H, W), 1 = foreground."""
    confidence: float
    """0..1."""
    is_own: bool = False
    """The picture's own transparency."""

    @property
    def is_confident(self) -> bool:
        return self.confidence >= CONFIDENT

    @property
    def box(self) -> PixelBox:
        rows, columns = np.nonzero(self.alpha > 0.5)
        if not len(rows):
            return PixelBox(0, 0, self.alpha.shape[1], self.alpha.shape[0])
        return PixelBox(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)


def cut_out(pixels: Pixels, *, search_edge: int = SEARCH_EDGE) -> Foreground:
    """RGBA with real transparency is its own cut-out; an even backdrop is keyed; anything else goes to grabCut.
    The search looks at a small copy, `search_edge` px long: its cost grows with the square.
    """
    if pixels.shape[2] == 4:
        alpha = floats(pixels[..., 3] / 255)
        if 0.005 < float((alpha < 0.5).mean()) < 0.995:
            return Foreground(alpha, 1.0, is_own=True)
        pixels = np.ascontiguousarray(pixels[..., :3])
    height, width = pixels.shape[:2]
    scale = min(1.0, search_edge / max(height, width))
    size = max(16, round(width * scale)), max(16, round(height * scale))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    keyed = _key(small)
    labels = keyed if keyed is not None else _grab(small)
    labels = _tidy(labels)
    confidence = _measure_confidence(small, labels)
    return Foreground(_matte(labels, pixels, scale), confidence)


def sprite_of(pixels: Pixels, found: Foreground) -> Pixels:
    """The foreground as tightly cropped RGBA."""
    box = found.box
    region = slice(box.top, box.bottom), slice(box.left, box.right)
    alpha = np.rint(found.alpha[region] * 255).astype(np.uint8)
    return np.dstack([pixels[region][..., :3], alpha])


def _border(small: Pixels) -> npt.NDArray[np.float32]:
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    return np.concatenate([lab[:2].reshape(-1, 3), lab[:, :2].reshape(-1, 3), lab[:, -2:].reshape(-1, 3)])


def _key(small: Pixels) -> Labels | None:
    """A studio shot: the upper and side borders have one colour, so what is like it and touches them is behind."""
    border = _border(small)
    backdrop = np.median(border, axis=0)
    if np.percentile(np.linalg.norm(border - backdrop, axis=1), 90) > 9:
        return None
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    like = (np.linalg.norm(lab - backdrop, axis=2) < 13).astype(np.uint8)
    count, labels = cv2.connectedComponents(like)
    outer = np.unique(np.concatenate([labels[0], labels[:, 0], labels[:, -1], labels[-1]]))
    behind = np.isin(labels, outer[outer > 0]) if count > 1 else np.zeros(like.shape, bool)
    return (~behind).astype(np.uint8)


def _grab(small: Pixels) -> Labels:
    height, width = small.shape[:2]
    mask = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    mask[int(height * 0.12) :, int(width * 0.16) : int(width * 0.84)] = cv2.GC_PR_FGD
    edge = max(2, width // 80)
    mask[:edge] = mask[:, :edge] = mask[:, -edge:] = cv2.GC_BGD
    cv2.ellipse(mask, (width // 2, int(height * 0.56)), (width // 9, height // 7), 0, 0, 360, cv2.GC_FGD, -1)
    # grabCut seeds its clusters from OpenCV's own generator: fix it, or the same picture is cut in different ways.
    cv2.setRNGSeed(7)
    cv2.grabCut(small, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.asarray((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD), np.uint8)


def _tidy(labels: Labels) -> Labels:
    """The largest piece and others of its order, holes and hairs closed."""
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(labels)
    if count > 1:
        areas = stats[1:, cv2.CC_STAT_AREA]
        kept = 1 + np.flatnonzero(areas >= 0.2 * areas.max())
        labels = np.isin(pieces, kept).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(labels, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), np.uint8)


def _measure_confidence(small: Pixels, labels: Labels) -> float:
    """How clearly the two sides of the outline differ, and whether it looks like one thing before a ground. 0..1."""
    area = float(labels.mean())
    if not 0.02 < area < 0.8:
        return 0.0
    contrast = float(np.clip((_outline_contrast(small, labels) - 6) / 26, 0, 1))
    edge = max(3, labels.shape[1] // 40)
    border = np.concatenate([labels[edge], labels[:, edge], labels[:, -edge - 1]])
    enclosed = 1 - min(1.0, float(border.mean()) * 4)
    own_colours = 1 - min(1.0, _share_of_colours(small, labels) * 1.6)
    return contrast * (0.2 + 0.8 * enclosed) * (0.3 + 0.7 * _backdrop_evenness(small, labels)) * own_colours


def _outline_contrast(small: Pixels, labels: Labels) -> float:
    """The median difference in Lab between just inside and just outside of the outline."""
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    around = np.ones((7, 7), np.uint8)
    inside, outside = labels - cv2.erode(labels, around), cv2.dilate(labels, around) - labels
    if not inside.any() or not outside.any():
        return 0.0
    near_inside, near_outside = (_local_mean(lab, side) for side in (inside, outside))
    outline = (cv2.dilate(labels, np.ones((3, 3), np.uint8)) - labels) > 0
    return float(np.median(np.linalg.norm(near_inside - near_outside, axis=2)[outline]))


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


def _backdrop_evenness(small: Pixels, labels: Labels) -> float:
    """1 for a backdrop without detail, 0 for a busy one."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    behind = cv2.dilate(labels, np.ones((9, 9), np.uint8)) == 0
    if not behind.any():
        return 0.0
    return float(np.clip(1.15 - slope[behind].mean() / 60, 0, 1))


def _matte(labels: Labels, pixels: Pixels, scale: float) -> Floats:
    """The small cut brought to full size, its edge drawn along the edges of the picture (a guided filter)."""
    height, width = pixels.shape[:2]
    grown = cv2.resize(labels.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    if scale >= 1:
        return floats(np.clip(cv2.GaussianBlur(grown, (0, 0), 0.8), 0, 1))
    guide = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    window = int(2.5 / scale) | 1
    guided = guided_filter(guide, grown, window, 1e-3)
    return floats(np.clip((guided - 0.28) / 0.44, 0, 1))
