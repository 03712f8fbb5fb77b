"""Where the head of a photographed person or animal is: by its face if one is found, else by the cut-out's shape."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.learned.faces import Face, find_faces
from limner_illustrator.edit.raster_edit.masks import PixelBox

HAIR = 0.3
"""How far the head reaches above the box of a face, in its heights; a face ends at the forehead."""
PROFILE_ROWS = 64
NECK = 0.78
"""A neck is narrower than this part of the head above it."""
LONGEST_HEAD = 0.6
"""The part of an upright body in which a neck is looked for."""
CLOSE_UP = 0.62
"""A subject that fills more of the picture's width and is no higher than wide is a head alone."""
CROWN = 0.35
"""The upper part of a close-up's height, where the head alone is seen."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Head:
    box: PixelBox
    """From the crown to the chin."""
    eyes: tuple[Spot, Spot] | None = None
    """The left one of the picture first; None where only the shape is known."""
    mouth: Spot | None = None
    face: Face | None = None

    @property
    def tilt(self) -> float:
        """Degrees clockwise."""
        if self.eyes is None:
            return 0.0
        (left_x, left_y), (right_x, right_y) = self.eyes
        return math.degrees(math.atan2(right_y - left_y, max(1e-3, right_x - left_x)))

    @property
    def middle(self) -> float:
        """The x of its middle line at the eyes, or of the box."""
        if self.eyes is None:
            return (self.box.left + self.box.right) / 2
        return (self.eyes[0][0] + self.eyes[1][0]) / 2


def find_heads(pixels: Pixels, found: Foreground | None) -> tuple[Head, ...]:
    """The largest first. `found` is the cut-out where it can be trusted."""
    faces = find_faces(pixels[..., :3])
    if faces:
        largest = faces[0].height
        alpha = None if found is None else found.alpha
        return tuple(_around_face(face, alpha, pixels) for face in faces if face.height > 0.3 * largest)
    if found is None:
        return ()
    head = _by_shape(found)
    return () if head is None else (head,)


def _around_face(face: Face, alpha: Floats | None, pixels: Pixels) -> Head:
    top = face.top - HAIR * face.height
    left, right = face.left - 0.08 * face.width, face.right + 0.08 * face.width
    if alpha is not None:
        top, left, right = _grow_to_outline(face, alpha, (top, left, right))
    height, width = pixels.shape[:2]
    box = PixelBox(round(max(0, left)), round(max(0, top)), round(min(width, right)), round(min(height, face.bottom)))
    return Head(box, (face.left_eye, face.right_eye), face.mouth, face)


def _grow_to_outline(face: Face, alpha: Floats, guess: tuple[float, float, float]) -> tuple[float, float, float]:
    """The hair's outline, where the cut-out has one within reach."""
    top, left, right = guess
    height, width = alpha.shape
    middle = round((face.left + face.right) / 2)
    column = alpha[: round(face.top) + 1, max(0, middle - 2) : middle + 3].mean(axis=1) > 0.5
    gaps = np.flatnonzero(~column)
    crown = int(gaps[-1]) + 1 if len(gaps) else 0
    if face.top - 0.75 * face.height <= crown <= face.top + 0.05 * face.height:
        top = float(crown)
    row = alpha[min(height - 1, max(0, round(face.top + 0.15 * face.height)))] > 0.5
    outer = np.flatnonzero(~row)
    before, after = outer[outer < middle], outer[outer > middle]
    if len(before) and before[-1] > face.left - 0.45 * face.width:
        left = float(before[-1] + 1)
    if len(after) and after[0] < face.right + 0.45 * face.width:
        right = float(min(width, after[0]))
    return top, left, right


def _by_shape(found: Foreground) -> Head | None:
    box = found.box
    height, width = found.alpha.shape
    if box.width < 8 or box.height < 8:
        return None
    if box.width > CLOSE_UP * width and box.height > 0.5 * height and box.height < 1.15 * box.width:
        return Head(_narrow_to_crown(found, box))
    inside = (found.alpha[box.top : box.bottom, box.left : box.right] > 0.5).astype(np.uint8)
    rows = min(PROFILE_ROWS, box.height)
    small = cv2.resize(inside, (max(8, round(box.width * rows / box.height)), rows), interpolation=cv2.INTER_AREA)
    extents = _trace_downwards(small)
    cut = _find_neck(extents) if box.height > 0.8 * box.width else None
    if cut is None:
        cut = _guess_head_rows(extents, small.shape[1], rows)
    spans = extents[: max(1, cut)]
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    scale = box.width / small.shape[1], box.height / rows
    return Head(
        PixelBox(
            box.left + round(left * scale[0]),
            box.top,
            box.left + round((right + 1) * scale[0]),
            box.top + max(4, round(cut * scale[1])),
        )
    )


def _narrow_to_crown(found: Foreground, box: PixelBox) -> PixelBox:
    """As wide as the upper part of a close-up: farther down the shoulders may show beside the head."""
    upper = found.alpha[box.top : box.top + max(1, round(CROWN * box.height)), box.left : box.right] > 0.5
    rows = [np.flatnonzero(row) for row in upper if row.any()]
    left, right = np.median([row[0] for row in rows]), np.median([row[-1] for row in rows])
    return PixelBox(box.left + round(float(left)), box.top, box.left + round(float(right)) + 1, box.bottom)


def _trace_downwards(shape: Pixels) -> list[tuple[int, int]]:
    """Of each row, the run of the shape that lies under that of the row above: first and last column."""
    top = np.flatnonzero(shape.any(axis=1))
    spans: list[tuple[int, int]] = []
    for row in shape[int(top[0]) :] if len(top) else shape[:0]:
        columns = np.flatnonzero(row)
        if not len(columns):
            break
        runs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
        if spans:
            above = spans[-1]
            runs = [run for run in runs if run[0] <= above[1] and run[-1] >= above[0]] or [columns]
        longest = max(runs, key=len)
        spans.append((int(longest[0]), int(longest[-1])))
    return spans


def _find_neck(extents: list[tuple[int, int]]) -> int | None:
    """The row where an upright shape is narrowest below its head."""
    widths = np.array([right - left + 1 for left, right in extents], np.float32)
    if len(widths) < 12:
        return None
    widths = floats(np.convolve(np.pad(widths, 2, mode="edge"), np.ones(5, np.float32) / 5, "valid"))
    last = round(LONGEST_HEAD * len(widths))
    widest = 0.0
    for row in range(3, last):
        widest = max(widest, float(widths[row]))
        is_narrow = widths[row] < NECK * widest and widths[row] <= widths[row : row + 6].min()
        if is_narrow and float(widths[row:].max()) > 1.3 * widths[row]:
            return row
    return None


def _guess_head_rows(extents: list[tuple[int, int]], columns: int, rows: int) -> int:
    """Without a neck: as high as the top is wide, at most a third of the whole."""
    for row, (left, right) in enumerate(extents, 1):
        if row >= right - left + 1 or row >= rows / 3:
            return row
    return max(1, rows // 4)
