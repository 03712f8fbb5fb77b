"""Separates the foreground of a picture from its background, with a measure of trust."""

from dataclasses import dataclass

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.cutout_confidence import Labels, measure_confidence
from limner_illustrator.edit.raster_edit.learned.faces import Face, find_faces
from limner_illustrator.edit.raster_edit.learned.segmentation import find_salient
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.matting import guided_filter
from limner_illustrator.edit.raster_edit.portraits import close_gaps, measure_portrait, seed_portrait

SEARCH_EDGE = 224
QUICK_SEARCH_EDGE = 144
ROUNDS = 3
LEAST_SALIENT, MOST_SALIENT = 0.004, 0.9
"""The part of the picture that stands out, between which the network is believed."""
SLENDER = 0.06
"""Of the picture: below it, most of a thing may be its outline."""
CLEAR = 0.9
"""How much a slender thing must stand out."""
USABLE, CONFIDENT = 0.2, 0.5
"""From these trusts on, a cut-out is used where it was asked for, with a note; and for everything, without one."""


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
    def is_usable(self) -> bool:
        """Whether it may be shown at all, with a note."""
        return self.is_own or (self.confidence >= USABLE and 0.004 < float((self.alpha > 0.5).mean()) < 0.97)

    @property
    def box(self) -> PixelBox:
        rows, columns = np.nonzero(self.alpha > 0.5)
        if not len(rows):
            return PixelBox(0, 0, self.alpha.shape[1], self.alpha.shape[0])
        return PixelBox(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)


def cut_out(pixels: Pixels, *, search_edge: int = SEARCH_EDGE) -> Foreground:
    """RGBA with real transparency is its own cut-out; an even backdrop is keyed; for anything else, learned weights
    are asked if they are installed, or else grabCut. The search looks at a small copy, `search_edge` px long.
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
    if keyed is not None:
        labels = _tidy(keyed)
        confidence = measure_confidence(small, labels)
        if confidence >= CONFIDENT:
            return Foreground(_matte(labels, pixels, scale), confidence)
    salient = find_salient(pixels)
    if salient is not None:
        return _from_salient(salient, pixels)
    labels = _tidy(_grab(small)) if keyed is None else labels
    confidence = measure_confidence(small, labels)
    if confidence < CONFIDENT:
        labels, confidence = _portray(small, labels, pixels, scale) or (labels, confidence)
    return Foreground(_matte(labels, pixels, scale), confidence)


def _portray(small: Pixels, labels: Labels, pixels: Pixels, scale: float) -> tuple[Labels, float] | None:
    """Of a person alone in the picture; None if there is none, or no clear outline."""
    faces = find_faces(pixels)
    if len(faces) != 1:
        return None
    trust = measure_portrait(small, labels, faces[0], scale)
    if not trust:
        labels = _tidy(_grab(small, faces[0], scale))
        trust = measure_portrait(small, labels, faces[0], scale)
    return (close_gaps(labels), trust) if trust else None


def _from_salient(salient: Floats, pixels: Pixels) -> Foreground:
    """The trust is how much of it is neither clearly in front nor clearly behind, besides the width of an outline: of a
    slender thing that is much, and says nothing.
    """
    area = float((salient > 0.5).mean())
    labels = _tidy((salient > 0.35).astype(np.uint8))
    kept = floats(salient * cv2.dilate(labels, np.ones((9, 9), np.uint8)))
    is_slender = bool(labels.any()) and labels.mean() < SLENDER and float(np.median(salient[labels > 0])) > CLEAR
    outline = cv2.morphologyEx((kept > 0.5).astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    unsure = (kept * (1 - kept))[~outline if is_slender else ...]
    doubt = float(unsure.sum()) * 4 / max(1.0, float(kept.sum()))
    confidence = float(np.clip(1.05 - doubt, 0, 1)) if LEAST_SALIENT < area < MOST_SALIENT else 0.0
    scale = salient.shape[1] / pixels.shape[1], salient.shape[0] / pixels.shape[0]
    return Foreground(_matte(floats(np.clip((kept - 0.2) / 0.5, 0, 1)), pixels, min(1.0, *scale)), confidence)


def sprite_of(pixels: Pixels, found: Foreground) -> Pixels:
    """The foreground as tightly cropped RGBA."""
    box = found.box
    region = slice(box.top, box.bottom), slice(box.left, box.right)
    alpha = np.rint(found.alpha[region] * 255).astype(np.uint8)
    return np.dstack([pixels[region][..., :3], alpha])


def _border(small: Pixels) -> Floats:
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


def _grab(small: Pixels, face: Face | None = None, scale: float = 1.0) -> Labels:
    height, width = small.shape[:2]
    mask = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    mask[int(height * 0.12) :, int(width * 0.16) : int(width * 0.84)] = cv2.GC_PR_FGD
    edge = max(2, width // 80)
    mask[:edge] = mask[:, :edge] = mask[:, -edge:] = cv2.GC_BGD
    if face is None:
        cv2.ellipse(mask, (width // 2, int(height * 0.56)), (width // 9, height // 7), 0, 0, 360, cv2.GC_FGD, -1)
    else:
        seed_portrait(mask, face, scale)
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


def _matte(labels: Labels | Floats, pixels: Pixels, scale: float) -> Floats:
    """The small cut brought to full size, its edge drawn along the edges of the picture (a guided filter)."""
    height, width = pixels.shape[:2]
    grown = cv2.resize(labels.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    if scale >= 1:
        return floats(np.clip(cv2.GaussianBlur(grown, (0, 0), 0.8), 0, 1))
    guided = guided_filter(pixels, grown, int(2.5 / scale) | 1, 1e-3)
    return floats(np.clip((guided - 0.28) / 0.44, 0, 1))
