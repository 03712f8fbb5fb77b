"""The head on an icon of a whole animal, cut off at its neck to be put on a figure's body."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.face import Point
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.icon import draw_icon, icon_sample
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.raster import Box

BACKS = {
    "eagle": 62, "seal": 100, "black-cat": 62, "ox": 60, "bison": 66, "ewe": 92, "camel": 56,
    "beaver": 76, "chipmunk": 72, "elephant": 88, "hedgehog": 62, "hippopotamus": 62, "leopard": 64, "raccoon": 52,
    "rat": 62, "rhinoceros": 62, "badger": 48, "baby-chick": 72, "goat": 104, "horse": 66,
    "bird": 62, "chicken": 128, "duck": 84, "goose": 84, "rooster": 84, "turkey": 62, "penguin": 84, "owl": 128,
    "parrot": 84, "front-facing-baby-chick": 128, "dodo": 70, "flamingo": 76, "t-rex": 80, "gorilla": 72, "llama": 60,
    "otter": 64, "turtle": 41, "sloth": 53, "crocodile": 76, "skunk": 54,
    "deer": 90, "giraffe": 76, "kangaroo": 80, "zebra": 60, "teddy-bear": 128, "swan": 56,
}  # fmt: skip
"""Animals with arms or wings to work with -> how far right the head goes, in icon units: all look to the left."""
_TOPS = {"sloth": 37, "crocodile": 83, "skunk": 66}
"""Where a branch or a tail is above the head -> how far up the head goes."""
_BELLIES: dict[str, RGB] = {
    "penguin": (250, 248, 240), "owl": (232, 196, 150), "eagle": (120, 84, 74), "zebra": (236, 236, 240),
    "duck": (206, 196, 190), "rooster": (236, 160, 96),
}  # fmt: skip
"""Where the belly is not a paler shade of the body."""
_NECKS = {"chicken": (64, 118), "penguin": (50, 58), "duck": (46, 58), "parrot": (42, 48), "crocodile": (76, 102)}
"""Where the record's neck is not the edge of the head."""


@dataclass(frozen=True, slots=True)
class AnimalHead:
    cut: str
    """What is inside this path is the head."""
    box: Box
    neck: Point
    fur: RGB
    """Of the body."""
    feet: RGB
    belly: RGB | None

    def draw(self, pen: LocalCanvas, svg: str) -> None:
        """In the icon's own units; `svg` is the icon in its final colours."""
        left, top, right, bottom = self.box
        bend = 0.3 * (right - left)  # where the head is cut from the back, its nape is round
        with (
            pen.inside(
                f"M {left} {top} L {right - bend} {top} Q {right} {top} {right} {top + bend} "
                f"L {right} {bottom} L {left} {bottom} Z"
            ),
            pen.inside(self.cut),
        ):
            draw_icon(pen, svg)


def has_head(name: str) -> bool:
    """Whether the icon of a whole animal has a head that goes on a figure's body."""
    return name in BACKS


@lru_cache(maxsize=64)
def cut_head(name: str) -> AnimalHead:
    face = thing_of(f"noto:{name}").head
    assert face is not None
    svg = icon_svg(name)
    neck = _NECKS.get(name, face.neck)
    up = face.eyes[0] - neck[0], face.eyes[1] - neck[1]
    length = math.hypot(*up)
    up = up[0] / length, up[1] / length
    sample = icon_sample(svg)
    rows, columns = np.mgrid[0:128, 0:128]
    is_above = (columns - neck[0]) * up[0] + (rows - neck[1]) * up[1] > 0
    seen = sample[..., 3] > 100
    _, labels = cv2.connectedComponents(
        (seen & is_above & (columns < BACKS[name]) & (rows > _TOPS.get(name, 0))).astype(np.uint8)
    )
    label = labels[int(face.eyes[1]), int(face.eyes[0])]
    head = labels == label if label else seen & is_above
    ys, xs = np.nonzero(head)
    left, top, right, bottom = float(xs.min()) - 1, float(ys.min()) - 1, float(xs.max()) + 1, float(ys.max()) + 1
    return AnimalHead(
        cut=_cut_path(neck, up),
        box=(left, top, right, bottom),
        neck=neck,
        fur=_main_color(sample[seen & ~head]),
        feet=_main_color(sample[_lowest(seen)]),
        belly=_BELLIES.get(name),
    )


def _cut_path(neck: Point, up: Point) -> str:
    """All that is on the head's side of the neck."""
    across = -up[1], up[0]
    ends = [(neck[0] + side * across[0] * 90, neck[1] + side * across[1] * 90) for side in (-1, 1)]
    far = [(x + up[0] * 180, y + up[1] * 180) for x, y in ends]
    (ax, ay), (bx, by) = ends
    (cx, cy), (dx, dy) = far
    return f"M {cx} {cy} L {ax} {ay} L {bx} {by} L {dx} {dy} Z"


def _lowest(seen: npt.NDArray[Any]) -> npt.NDArray[Any]:
    rows = np.flatnonzero(seen.any(axis=1))
    low = np.zeros_like(seen)
    low[rows[-1] - 4 : rows[-1] + 1] = seen[rows[-1] - 4 : rows[-1] + 1]
    return low


def _main_color(pixels: npt.NDArray[Any]) -> RGB:
    colors = pixels[:, :3]
    _, where, counts = np.unique(colors // 24, axis=0, return_inverse=True, return_counts=True)
    red, green, blue = (float(one) for one in colors[where.reshape(-1) == counts.argmax()].mean(axis=0))
    return red, green, blue
