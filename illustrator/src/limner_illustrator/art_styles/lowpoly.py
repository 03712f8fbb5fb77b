"""Low poly: the picture as flat triangles, smaller where it has edges."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

ON_EDGES, ELSEWHERE = 13, 44
"""Corners of the triangles are at least this far from each other along edges, and on plain ground, in px."""
WORKING_EDGE = 720
"""Where the corners are is found at this long edge, in px."""


@art_style(
    "lowpoly",
    description="A low-poly picture of",
    phrases=(
        "low poly, low-poly, lowpoly, low poly style, low-poly style, polygonal, polygon art, polygonal art, "
        "triangulated, low polygon, low poly art, low-poly art, low poly 3d, faceted, geometric polygons, "
        "low poly illustration, low-poly illustration, triangle art"
    ),
    detail=0.0,
    is_crisp=True,
    has_vignette=False,
    has_text_on_top=True,
)
def lowpoly(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    shrink = max(1.0, max(height, width) / WORKING_EDGE)
    size = max(8, round(width / shrink)), max(8, round(height / shrink))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    corners = _find_corners(small, seed, fineness)
    calm = cv2.medianBlur(small, 5)
    scale = np.array([width / size[0], height / size[1]], np.float32)
    out = cv2.resize(calm, (width, height), interpolation=cv2.INTER_LINEAR)
    for triangle in _triangulate(corners, size):
        middle = triangle.mean(axis=0)
        spots = np.rint(0.5 * triangle + 0.5 * middle).astype(int)
        x, y = np.clip(spots[:, 0], 0, size[0] - 1), np.clip(spots[:, 1], 0, size[1] - 1)
        color = calm[y, x].astype(np.float32).mean(axis=0)
        # Facets catch the light differently.
        edge = triangle[1] - triangle[0]
        color *= 1 + 0.035 * float(np.sin(3 * np.arctan2(edge[1], edge[0])))
        shape = np.rint(triangle * scale * 16).astype(np.int32)
        cv2.fillConvexPoly(out, shape, tuple(float(one) for one in np.clip(color, 0, 255)), cv2.LINE_AA, 4)
    result: Pixels = fields.saturate(out, 1.1)
    return result


def _find_corners(small: Pixels, seed: int, fineness: float) -> npt.NDArray[np.float32]:
    rng = np.random.default_rng(seed)
    height, width = small.shape[:2]
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), (0, 0), 1.6).astype(np.float32)
    slope = np.zeros((height, width), np.float32)
    for channel in range(3):
        plane = np.ascontiguousarray(lab[..., channel])
        slope = np.maximum(slope, np.hypot(cv2.Sobel(plane, cv2.CV_32F, 1, 0), cv2.Sobel(plane, cv2.CV_32F, 0, 1)))
    weight = np.clip(slope - 10, 0, 200) + rng.random((height, width), dtype=np.float32)
    on_edges = _thin_out(np.argwhere(slope > 10), weight, ON_EDGES / fineness)
    everywhere = np.argwhere(rng.random((height, width), dtype=np.float32) < 0.02)
    elsewhere = _thin_out(everywhere, rng.random((height, width), dtype=np.float32), ELSEWHERE / fineness)
    along = np.linspace(0, 1, 9, dtype=np.float32)
    border = [(x * (width - 1), y) for x in along for y in (0, height - 1)]
    border += [(x, y * (height - 1)) for y in along[1:-1] for x in (0, width - 1)]
    return np.concatenate([np.array(border, np.float32), on_edges, elsewhere])


def _thin_out(spots: npt.NDArray[np.intp], weight: npt.NDArray[np.float32], cell: float) -> npt.NDArray[np.float32]:
    """(n, 2) as x, y: of the spots (row, column) in each cell of a grid the one of the greatest weight."""
    if not len(spots):
        return np.zeros((0, 2), np.float32)
    spots = spots[np.argsort(-weight[spots[:, 0], spots[:, 1]])]
    cells = (spots / cell).astype(np.int64)
    _, first = np.unique(cells[:, 0] * 100_000 + cells[:, 1], return_index=True)
    return np.asarray(spots[first][:, ::-1], np.float32)


def _triangulate(corners: npt.NDArray[np.float32], size: tuple[int, int]) -> npt.NDArray[np.float32]:
    """(n, 3, 2): Delaunay's triangles that lie in the picture."""
    width, height = size
    division = cv2.Subdiv2D((0, 0, width, height))
    inside = np.clip(corners, 0, [width - 1, height - 1])
    division.insert([(float(x), float(y)) for x, y in inside])
    triangles = np.asarray(division.getTriangleList(), np.float32).reshape(-1, 3, 2)
    bounds = np.array([width, height], np.float32)
    kept: npt.NDArray[np.float32] = triangles[((triangles >= 0) & (triangles < bounds)).all(axis=(1, 2))]
    return kept
