"""Where on a thing in a photograph there is room for words: a flat part, how it lies, and how it is bent."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.arrays import Floats, floats

SEARCH_EDGE = 200
ANGLES = (0, -4, 4, -8, 8, -12, 12, -18, 18, -25, 25)
"""Degrees; the first that allows nearly the largest words wins."""
COVERED = 0.985
"""How much of the words' box must lie on the surface."""
STEEP = 26.0
"""Change of lightness from one px of the small copy to the next, of what is no even surface."""
ROUND = frozenset({
    "mug", "cup", "can", "bottle", "glass", "vase", "jar", "ball", "balloon", "barrel", "pot", "bucket", "bowl",
    "column", "pillar", "rocket", "candle", "pumpkin", "egg", "tin",
})  # fmt: skip
BEND = 0.1
"""How far the middle of words on a round thing hangs below their ends, in widths."""
QUAD_FILL = 0.93
"""A surface with four corners fills at least this part of the shape between them."""

Corners = npt.NDArray[np.float32]
"""(4, 2): x and y of the upper left, upper right, lower right, lower left."""


@dataclass(frozen=True, slots=True)
class Surface:
    corners: Corners
    bend: float = 0.0

    @property
    def width(self) -> float:
        return float(np.linalg.norm(self.corners[1] - self.corners[0]))

    @property
    def height(self) -> float:
        return float(np.linalg.norm(self.corners[3] - self.corners[0]))


def find_surface(pixels: Pixels, where: Floats, shapes: tuple[tuple[float, float], ...], name: str) -> Surface | None:
    """The place for words of one of the `shapes` (width and height in any unit) on what `where` marks (H, W)."""
    height, width = where.shape
    scale = min(1.0, SEARCH_EDGE / max(height, width))
    size = max(8, round(width * scale)), max(8, round(height * scale))
    mask = (cv2.resize(where, size, interpolation=cv2.INTER_AREA) > 0.6).astype(np.uint8)
    if not mask.any():
        return None
    quad = _find_quad(mask)
    if quad is not None:
        return Surface(floats(quad / scale))
    small = cv2.cvtColor(cv2.resize(pixels[..., :3], size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    even = _find_even(small, mask)
    box = _find_largest(even, shapes)
    if box is None:
        box = _find_largest(mask, shapes)
    if box is None:
        return None
    is_round = bool(ROUND & set(name.lower().split()))
    return Surface(floats(box / scale), BEND if is_round else 0.0)


def _find_quad(mask: npt.NDArray[np.uint8]) -> Corners | None:
    """The corners of a sign, a page or a screen, drawn in a little; None for other shapes."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(outline)
    corners = cv2.approxPolyDP(hull, 0.04 * cv2.arcLength(hull, True), True)
    if len(corners) != 4 or cv2.contourArea(corners) < 60:
        return None
    overlap = np.zeros_like(mask)
    cv2.fillConvexPoly(overlap, corners, 1)
    common, together = np.count_nonzero(overlap & mask), np.count_nonzero(overlap | mask)
    if common < QUAD_FILL * together:
        return None
    points = floats(corners.reshape(4, 2))
    ordered = _order(points)
    middle = ordered.mean(axis=0)
    return floats(middle + (ordered - middle) * 0.82)


def _order(points: Corners) -> Corners:
    total, difference = points.sum(axis=1), points[:, 0] - points[:, 1]
    picked = [int(total.argmin()), int(difference.argmax()), int(total.argmax()), int(difference.argmin())]
    return points[picked]


def _find_even(grey: Pixels, mask: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    soft = cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32)
    slope = np.hypot(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)) / 4
    even = ((slope < STEEP) & (mask > 0)).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(even, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)) & mask, np.uint8)


def _find_largest(mask: npt.NDArray[np.uint8], shapes: tuple[tuple[float, float], ...]) -> Corners | None:
    best: tuple[float, Corners] | None = None
    height, width = mask.shape
    middle = width / 2, height / 2
    for angle in ANGLES:
        matrix = cv2.getRotationMatrix2D(middle, angle, 1.0)
        turned = cv2.warpAffine(mask, matrix, (width, height), flags=cv2.INTER_NEAREST)
        total = cv2.integral(turned)
        for wide, high in shapes:
            found = _fit(turned, total, wide / high)
            if found is None:
                continue
            left, top, right, bottom = found
            # The letters' height is what counts, and level words look better.
            worth = (right - left) / wide * (1 if angle == 0 else 0.8)
            if best is None or worth > best[0]:
                corners = floats([[left, top, 1], [right, top, 1], [right, bottom, 1], [left, bottom, 1]])
                back = cv2.invertAffineTransform(matrix)
                best = worth, floats(corners @ back.T)
    return None if best is None else best[1]


def _fit(
    mask: npt.NDArray[np.uint8], total: npt.NDArray[np.integer], aspect: float
) -> tuple[float, float, float, float] | None:
    """The largest upright box of that aspect on the mask; of those, the one nearest to the mask's middle."""
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return None
    aim = float(columns.mean()), float(rows.mean())
    low, high, best = 3.0, float(mask.shape[1]), None
    while high - low > 1:
        wide = (low + high) / 2
        box = max(2, round(wide)), max(2, round(wide / aspect))
        spot = _place(total, box, aim)
        if spot is None:
            high = wide
        else:
            low = wide
            best = float(spot[0]), float(spot[1]), float(spot[0] + box[0]), float(spot[1] + box[1])
    return best


def _place(total: npt.NDArray[np.integer], box: tuple[int, int], aim: tuple[float, float]) -> tuple[int, int] | None:
    wide, high = box
    if high >= total.shape[0] or wide >= total.shape[1]:
        return None
    inside = total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide] + total[:-high, :-wide]
    rows, columns = np.nonzero(inside >= COVERED * wide * high)
    if not len(rows):
        return None
    nearest = np.hypot(columns + wide / 2 - aim[0], rows + high / 2 - aim[1]).argmin()
    return int(columns[nearest]), int(rows[nearest])
