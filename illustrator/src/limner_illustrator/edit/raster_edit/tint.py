"""Gives pixels another colour, and keeps their light: one thing recoloured, or a whole picture in another's palette."""

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.raster_edit.arrays import Floats, floats, to_bytes
from limner_illustrator.edit.raster_edit.masks import ring, support, window_of
from limner_illustrator.edit.request import Openness


def recolor(pixels: Pixels, where: Openness, color: str) -> Pixels:
    """`where` says how much. Greys keep most of their grey: they are rims, tyres and shadows."""
    result = pixels.copy()
    if where.any():
        window = window_of(where, 0)
        result[window] = _recolor(np.ascontiguousarray(pixels[window]), where[window], color)
    return result


def recolor_under_mask(pixels: Pixels, change: Openness, color: str) -> Pixels:
    """What stands out under the mask; masks are seldom drawn just along an outline."""
    margin = max(4, min(pixels.shape[:2]) // 60)
    window = window_of(change, margin)
    result = pixels.copy()
    region, allowed = np.ascontiguousarray(pixels[window]), change[window]
    result[window] = _recolor(region, floats(allowed * _standing_out(region, allowed, margin)), color)
    return result


def match_palette(pixels: Pixels, model: Pixels, amount: float) -> Pixels:
    """Moves the mean and spread of the colours (Lab) towards those of `model`; amount 0..1."""
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    small = cv2.resize(model, (96, 96), interpolation=cv2.INTER_AREA)
    wanted = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).reshape(-1, 3).astype(np.float32)
    own = lab[::4, ::4].reshape(-1, 3)
    spread = np.clip(wanted.std(axis=0) / np.maximum(own.std(axis=0), 1), 0.6, 1.5)
    moved = (lab - own.mean(axis=0)) * spread + wanted.mean(axis=0)
    mixed = lab * (1 - amount) + moved * amount
    return to_bytes(cv2.cvtColor(to_bytes(mixed), cv2.COLOR_LAB2RGB))


def _recolor(pixels: Pixels, where: Openness, color: str) -> Pixels:
    wanted = cv2.cvtColor(np.array([[COLORS[color]]], np.uint8), cv2.COLOR_RGB2LAB)[0, 0].astype(np.float32)
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    chroma = np.hypot(lab[..., 1] - 128, lab[..., 2] - 128)
    inside = where > 0.5
    typical = float(np.percentile(chroma[inside], 75)) if inside.any() else 20.0
    # A thing that is grey all over is recoloured all over.
    share = np.clip(chroma / max(typical, 1) * 1.6, 0.3 if typical > 14 else 0.9, 1)
    amount = (where * share)[..., None]
    mean_light = float(lab[..., 0][inside].mean()) if inside.any() else 128.0
    target = np.empty_like(lab)
    target[..., 0] = np.clip(wanted[0] + (lab[..., 0] - mean_light) * 0.8, 0, 255)
    depth = np.clip(lab[..., 0] / max(mean_light, 1), 0.4, 1.15)
    target[..., 1:] = 128 + (wanted[1:] - 128) * depth[..., None]
    mixed = lab * (1 - amount) + target * amount
    return to_bytes(cv2.cvtColor(to_bytes(mixed), cv2.COLOR_LAB2RGB))


def _standing_out(pixels: Pixels, change: Openness, reach: int) -> Floats:
    """(H, W) 0..1: how far a pixel under the mask differs from the surroundings, up to `reach` px from the mask. All
    1 if nothing stands out.
    """
    outside = ring(change, reach)
    if not outside.any():
        return np.ones(change.shape, np.float32)
    lab = cv2.cvtColor(cv2.GaussianBlur(pixels, (0, 0), 1.2), cv2.COLOR_RGB2LAB).astype(np.float32)
    around = lab[outside][:: max(1, int(outside.sum()) // 400)]
    spread = around.std(axis=0) + 5
    inside = np.flatnonzero(support(change))
    mine = lab.reshape(-1, 3)[inside] / spread
    nearest = np.full(len(inside), np.inf, np.float32)
    for one in cv2.kmeans(floats(around), min(6, len(around)), None, (3, 12, 0.5), 1, cv2.KMEANS_PP_CENTERS)[2]:
        nearest = np.minimum(nearest, np.linalg.norm(mine - one / spread, axis=1))
    amount = np.clip((nearest - 1.6) / 1.2, 0, 1)
    if amount.mean() < 0.08:
        return np.ones(change.shape, np.float32)
    weight = np.zeros(change.size, np.float32)
    weight[inside] = amount
    return floats(cv2.GaussianBlur(weight.reshape(change.shape), (0, 0), 1.0))
