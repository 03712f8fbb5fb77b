"""Where to put something in a picture, and how large: where the words say, else a part with little detail."""

import re
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.layout.kinds import is_celestial, is_flying
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

GRID = 48
DEPTH = 45.0
"""How much the right height in the picture weighs against a place without detail: nothing that stands may float."""
COVERING = 30.0
"""What it costs to hide the subject of the picture."""
SHARE_OF_A_METRE = 0.42
"""How high a thing of one metre is, in the picture's shorter edge, where nothing tells the scale; others differ less
than in the world, since small things are shown from near.
"""
COMPRESSION = 0.28
INSISTENT = 40.0
"""How much a side that the words name weighs."""
NEARER = 1.5
"""How much larger something is that stands in front of the subject."""
SMALLEST, LARGEST = 0.1, 0.62
CELESTIAL = 0.2
"""How high the sun or the moon is, in the shorter edge: larger ones would hang in front of the sky."""
ALOFT = 0.72
"""What flies is farther away than what stands."""

_SIDES: tuple[tuple[re.Pattern[str], float | None, float | None], ...] = (
    (re.compile(r"\bleft\b"), 0.18, None),
    (re.compile(r"\bright\b"), 0.82, None),
    (re.compile(r"\b(?:middle|cent(?:er|re))\b"), 0.5, 0.55),
    (re.compile(r"\b(?:top|upper|sky|above|ceiling)\b"), None, 0.2),
    (re.compile(r"\b(?:bottom|lower|ground|floor|grass|foreground|road|street|table|water|sea|beach)\b"), None, 0.78),
    (re.compile(r"\b(?:background|distance|horizon)\b"), None, 0.5),
)
"""What words about a place mean, as parts of the width and the height."""


def names_side(where: str) -> bool:
    """Whether the words say a part of the picture, and not a thing in it."""
    return any(pattern.search(where) for pattern, _, _ in _SIDES)


def find_free_space(
    pixels: Pixels, scene: Scene, where: str = "", *, subject: Floats | None = None, metre: float | None = None
) -> PixelBox:
    """A box for the scene's entities: where the words say; else high for what flies, and low for what stands.

    `subject`: (H, W), what is not to be hidden. `metre`: px of one metre at the subject, if that is known.
    """
    height, width = pixels.shape[:2]
    wanted_x, wanted_y, insistence = _find_target(scene, where)
    box_width, box_height = _measure(scene, pixels, metre)
    if re.search(r"\b(?:background|distance|horizon)\b", where):
        box_width, box_height = 0.6 * box_width, 0.6 * box_height
    columns, rows = max(1, int(box_width / width * GRID)), max(1, int(box_height / height * GRID))
    busy = _busyness(pixels)
    usual = float(busy.mean()) + 1e-3
    if subject is not None:
        hidden = cv2.resize(subject, (GRID, GRID), interpolation=cv2.INTER_AREA)
        busy = floats(busy + (COVERING if insistence < INSISTENT else COVERING / 8) * usual * hidden)
    inside = cv2.boxFilter(busy, -1, (columns, rows), anchor=(0, 0), normalize=True, borderType=cv2.BORDER_REPLICATE)
    inside = inside[: GRID - rows + 1, : GRID - columns + 1]
    y = (np.arange(inside.shape[0])[:, None] + rows / 2) / GRID
    x = (np.arange(inside.shape[1])[None] + columns / 2) / GRID
    if not _is_all_aloft(scene):
        # Things that stand are compared by their feet.
        y = y + rows / 2 / GRID
        wanted_y = min(0.97, wanted_y + 0.16)
    cost = inside / usual + DEPTH * (y - wanted_y) ** 2 + insistence * (x - wanted_x) ** 2
    row, column = np.unravel_index(int(cost.argmin()), cost.shape)
    left, top = int(column / GRID * width), int(row / GRID * height)
    return PixelBox(left, top, min(width, left + int(box_width)), min(height, top + int(box_height)))


def find_place_beside(pixels: Pixels, scene: Scene, subject: PixelBox, where: str, metre: float | None) -> PixelBox:
    """Next to the subject, on its foot's level, on the side that the words say or that has more room."""
    height, width = pixels.shape[:2]
    box_width, box_height = (round(edge) for edge in _measure(scene, pixels, metre))
    is_left = "left" in where or ("right" not in where and subject.left > width - subject.right)
    gap = round(0.02 * width)
    room = subject.left - gap if is_left else width - subject.right - gap
    # Where there is no room, it overlaps the subject's side: better than no place at all.
    box_width = max(round(0.5 * box_width), min(box_width, room))
    left = subject.left - gap - box_width if is_left else subject.right + gap
    left = min(max(0, left), width - box_width)
    bottom = min(height - round(0.01 * height), subject.bottom)
    return PixelBox(left, max(0, bottom - box_height), left + box_width, bottom)


def find_place_before(pixels: Pixels, scene: Scene, subject: PixelBox, metre: float | None) -> PixelBox:
    """At the lower edge, in the middle of the subject: nearer, and so larger than beside it."""
    height, width = pixels.shape[:2]
    box_width, box_height = (
        min(round(NEARER * edge), limit // 2)
        for edge, limit in zip(_measure(scene, pixels, metre), (width, height), strict=True)
    )
    left = min(max(0, (subject.left + subject.right - box_width) // 2), width - box_width)
    bottom = round(0.985 * height)
    return PixelBox(left, bottom - box_height, left + box_width, bottom)


def find_place_within(pixels: Pixels, scene: Scene, known: Foreground, metre: float | None) -> PixelBox:
    """On a flat thing: the calmest place in its lower part."""
    height, width = pixels.shape[:2]
    box_width, box_height = (round(edge) for edge in _measure(scene, pixels, metre))
    box_width, box_height = min(box_width, known.box.width // 3), min(box_height, known.box.height // 2)
    busy = cv2.resize(_busyness(pixels), (width, height), interpolation=cv2.INTER_LINEAR)
    outside = 1 - known.alpha
    calm = cv2.boxFilter(floats(busy + 4 * busy.max() * outside), -1, (box_width, box_height))
    top = min(height - 1, round(known.box.top + 0.45 * known.box.height))
    low = calm[top:]
    row, column = np.unravel_index(int(low.argmin()), low.shape)
    left, upper = int(column) - box_width // 2, top + int(row) - box_height // 2
    return PixelBox(left, upper, left + box_width, upper + box_height)


def groups_of(scene: Scene) -> tuple[Scene, ...]:
    """What hangs in the sky and what stands on the ground go to places of their own, unless the words bind them."""
    if scene.relations or len(scene.entities) < 2:
        return (scene,)
    aloft = tuple(one for one in scene.entities if _is_aloft(one))
    standing = tuple(one for one in scene.entities if not _is_aloft(one))
    if not aloft or not standing:
        return (scene,)
    return replace(scene, entities=aloft), replace(scene, entities=standing)


def on_top_of(subject: PixelBox, pixels: Pixels, scene: Scene, metre: float | None) -> PixelBox:
    """Where something sits on a subject: over its upper edge, in the middle."""
    height = pixels.shape[0]
    wide = max(8, min(subject.width // 3, round(max(_measure(scene, pixels, metre)))))
    middle = (subject.left + subject.right) // 2
    bottom = min(height, subject.top + subject.height // 10)
    return PixelBox(middle - wide // 2, max(0, bottom - wide), middle + wide // 2, max(8, bottom))


def _measure(scene: Scene, pixels: Pixels, metre: float | None) -> tuple[float, float]:
    """The box's width and height, in px."""
    height, width = pixels.shape[:2]
    edge = min(width, height)
    tallest = max(scene.entities, key=lambda one: natural_height(one) * one.size)
    natural = natural_height(tallest)
    share = SHARE_OF_A_METRE * natural**COMPRESSION
    if metre is not None and 0.05 < natural < 4:
        share = 1.35 * natural * metre / edge  # a box leaves some room around what stands in it
    if all(is_celestial(one) for one in scene.entities):
        share = CELESTIAL
    elif _is_all_aloft(scene):
        share *= ALOFT
    share = min(LARGEST, max(SMALLEST, share * tallest.size))
    number = sum(one.count for one in scene.entities)
    return min(0.9 * width, share * edge * (1.15 + 0.55 * (number - 1))), min(0.9 * height, share * edge)


def _is_aloft(entity: Entity) -> bool:
    return is_flying(entity, None) or is_celestial(entity)


def _is_all_aloft(scene: Scene) -> bool:
    return bool(scene.entities) and all(_is_aloft(one) for one in scene.entities)


def _find_target(scene: Scene, where: str) -> tuple[float, float, float]:
    """The middle of the wanted place, and how much its side matters."""
    x, y, insistence = 0.5, 0.24 if _is_all_aloft(scene) else 0.74, 1.2
    for pattern, side_x, side_y in _SIDES:
        if pattern.search(where):
            x, insistence = (x, insistence) if side_x is None else (side_x, INSISTENT)
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
