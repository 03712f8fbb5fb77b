"""Finds free space in a picture: a part with little detail."""

import re
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.layout.kinds import is_celestial, is_flying
from limner_illustrator.scene import Entity, Scene

GRID = 48
DEPTH = 45.0
"""How much the right height in the picture weighs against a place without detail: nothing that stands may float."""
SHARE = 0.36
"""The box's edge, as a part of the picture's shorter edge."""

_SIDES: tuple[tuple[re.Pattern[str], float | None, float | None], ...] = (
    (re.compile(r"\bleft\b"), 0.2, None),
    (re.compile(r"\bright\b"), 0.8, None),
    (re.compile(r"\b(?:middle|cent(?:er|re))\b"), 0.5, 0.55),
    (re.compile(r"\b(?:top|upper|sky|above|ceiling)\b"), None, 0.22),
    (re.compile(r"\b(?:bottom|lower|ground|floor|grass|foreground|road|table)\b"), None, 0.78),
)
"""What words about a place mean, as parts of the width and the height."""


def names_side(where: str) -> bool:
    """Whether the words say a part of the picture, and not a thing in it."""
    return any(pattern.search(where) for pattern, _, _ in _SIDES)


def find_free_space(pixels: Pixels, scene: Scene, where: str = "") -> PixelBox:
    """A box for the scene's entities: where the words say; else high for what flies, and low for what stands."""
    height, width = pixels.shape[:2]
    share = min(0.8, SHARE * (1 + 0.25 * (sum(entity.count for entity in scene.entities) - 1)))
    box_width, box_height = min(0.9 * width, share * min(width, height) * 1.1), SHARE * min(width, height)
    columns, rows = max(1, int(box_width / width * GRID)), max(1, int(box_height / height * GRID))
    busy = _busyness(pixels)
    inside = cv2.boxFilter(busy, -1, (columns, rows), anchor=(0, 0), normalize=True, borderType=cv2.BORDER_REPLICATE)
    inside = inside[: GRID - rows + 1, : GRID - columns + 1]
    y = (np.arange(inside.shape[0])[:, None] + rows / 2) / GRID
    x = (np.arange(inside.shape[1])[None] + columns / 2) / GRID
    wanted_x, wanted_y, insistence = _find_target(scene, where)
    cost = inside / (busy.mean() + 1e-3) + DEPTH * (y - wanted_y) ** 2 + insistence * (x - wanted_x) ** 2
    row, column = np.unravel_index(int(cost.argmin()), cost.shape)
    left, top = int(column / GRID * width), int(row / GRID * height)
    return PixelBox(left, top, min(width, left + int(box_width)), min(height, top + int(box_height)))


def groups_of(scene: Scene) -> tuple[Scene, ...]:
    """What hangs in the sky and what stands on the ground go to places of their own, unless the words bind them."""
    if scene.relations or len(scene.entities) < 2:
        return (scene,)
    aloft = tuple(one for one in scene.entities if _is_aloft(one))
    standing = tuple(one for one in scene.entities if not _is_aloft(one))
    if not aloft or not standing:
        return (scene,)
    return replace(scene, entities=aloft), replace(scene, entities=standing)


def _is_aloft(entity: Entity) -> bool:
    return is_flying(entity, None) or is_celestial(entity)


def on_top_of(subject: PixelBox, height: int) -> PixelBox:
    """Where a hat sits on a subject: over its upper edge, in the middle."""
    wide = max(8, subject.width // 2)
    middle = (subject.left + subject.right) // 2
    bottom = min(height, subject.top + subject.height // 10)
    return PixelBox(middle - wide // 2, max(0, bottom - wide), middle + wide // 2, max(8, bottom))


def _find_target(scene: Scene, where: str) -> tuple[float, float, float]:
    """The middle of the wanted place, and how much its side matters."""
    aloft = bool(scene.entities) and all(_is_aloft(one) for one in scene.entities)
    x, y, insistence = 0.5, 0.26 if aloft else 0.74, 1.2
    for pattern, side_x, side_y in _SIDES:
        if pattern.search(where):
            x, insistence = (x, insistence) if side_x is None else (side_x, 20.0)
            y = y if side_y is None else side_y
    return x, y, insistence


def _busyness(pixels: Pixels) -> Floats:
    """(GRID, GRID): how much detail there is, and how much the colours stand out from others at their height."""
    small = cv2.resize(pixels, (GRID * 4, GRID * 4), interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(cv2.resize(small, (GRID, GRID), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB)
    usual = np.median(lab, axis=1, keepdims=True)
    standing_out = np.linalg.norm(lab.astype(np.float32) - usual, axis=2)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 1.5)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    return floats(cv2.resize(slope, (GRID, GRID), interpolation=cv2.INTER_AREA) + standing_out)
