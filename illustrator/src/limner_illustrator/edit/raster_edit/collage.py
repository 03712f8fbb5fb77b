"""Several pictures in one new one: the entities of Scenes join it, external images are cut out and set in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import size_of
from limner_illustrator.edit.raster_edit.backdrop import remove_fringe
from limner_illustrator.edit.raster_edit.compose import paste
from limner_illustrator.edit.raster_edit.cutout import QUICK_SEARCH_EDGE, cut_out, sprite_of
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.merging import find_container
from limner_illustrator.edit.raster_edit.task import EditTask
from limner_illustrator.edit.source import Source
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

NOT_CUT_OUT = (
    "The subject of at least one input picture could not be separated from its background, "
    "so that image was inserted whole."
)
SPRITE_EDGE = 640
SPRITE_TRUST = 0.33
"""A cut-out to set into another picture: a ragged edge there is better than a print of the whole picture."""
ROW = 6
"""Cut-outs in one row at most."""
MAX_AROUND = 4
"""More than this stand in rows along the lower edge."""
CollageArea = Literal["alone", "around", "peeking out", "container", "at the left", "at the right"]
AREAS: dict[CollageArea, tuple[float, float, float, float]] = {
    "alone": (0.03, 0.16, 0.97, 0.94),
    "around": (0.04, 0.66, 0.96, 0.97),
    "at the left": (0.02, 0.5, 0.34, 0.95),
    "at the right": (0.66, 0.5, 0.98, 0.95),
    "peeking out": (0.28, 0.08, 0.72, 0.54),
    "container": (0.1, 0.42, 0.9, 0.97),
}
"""Where things stand in a picture: left, top, right and bottom as parts of its size."""


def read_sprite(source: Source) -> tuple[Pixels, bool]:
    """A picture as RGBA to set into another, and whether it is without its background. An own one is painted without;
    an external one is cut out, or, where that cannot be trusted, becomes a print with a white border.
    """
    if source.scene is not None and source.scene.entities:
        painted = _paint_alone(source.scene)
        if painted.size:
            return painted, True
    pixels = source.reduced
    scale = min(1.0, SPRITE_EDGE / max(pixels.shape[:2]))
    size = max(16, round(pixels.shape[1] * scale)), max(16, round(pixels.shape[0] * scale))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    found = cut_out(small, search_edge=QUICK_SEARCH_EDGE)
    if found.is_own or found.confidence >= SPRITE_TRUST:
        colors = np.ascontiguousarray(small[..., :3])
        return sprite_of(colors if found.is_own else remove_fringe(colors, found), found), True
    return _make_print(small), False


def set_in(picture: Pixels, sprites: Sequence[Pixels], area: CollageArea, task: EditTask) -> Pixels:
    """In rows of at most ROW, the last row in front; around what is in the middle already, half on each side."""
    if area == "around" and len(sprites) <= MAX_AROUND:
        half = (len(sprites) + 1) // 2
        sides: tuple[tuple[CollageArea, Sequence[Pixels]], ...] = (
            ("at the right", sprites[:half]),
            ("at the left", sprites[half:]),
        )
        for side, some in sides:
            if some:
                picture = paste(picture, some, box_of_area(side, size_of(picture)), task.random(side))
        return picture
    box = box_of_area(area, size_of(picture))
    count = -(-len(sprites) // ROW)
    per_row = -(-len(sprites) // count)
    for row in range(count):
        bottom = box.bottom - (count - 1 - row) * box.height * 0.55 / count
        height = box.height / (1 + 0.4 * (count - 1))
        strip = PixelBox(box.left, max(0, round(bottom - height)), box.right, round(bottom))
        some = sprites[row * per_row : (row + 1) * per_row]
        picture = paste(picture, some, strip, task.random(f"row {row}"), crowded=area == "peeking out")
    return picture


def box_of_area(area: CollageArea, size: Size) -> PixelBox:
    left, top, right, bottom = AREAS[area]
    return PixelBox(
        round(left * size.width), round(top * size.height), round(right * size.width), round(bottom * size.height)
    )


def goes_inside(scene: Scene, prompt: str) -> bool:
    """Whether the prompt names one thing, and wants the pictures put into it."""
    container = find_container(scene, prompt)
    return container is not None and container[1] == "in"


def _paint_alone(scene: Scene) -> Pixels:
    """Of no size if nothing of the scene can be seen."""
    *_, painted = paint(replace(scene, transparent=True), SPRITE_EDGE, SPRITE_EDGE, quality="medium")
    x, y, width, height = cv2.boundingRect(np.ascontiguousarray(painted[..., 3]))
    return np.ascontiguousarray(painted[y : y + height, x : x + width])


def _make_print(pixels: Pixels) -> Pixels:
    """A photograph on paper: opaque, with a white border."""
    border = max(4, min(pixels.shape[:2]) // 24)
    flat = pixels.copy()
    flat[..., 3] = 255
    framed = cv2.copyMakeBorder(flat, border, border, border, border, cv2.BORDER_CONSTANT, value=(248, 246, 240, 255))
    return np.asarray(framed, np.uint8)
