"""What a thing is made of, when that is another thing: its silhouette clad in flowers, in leaves, in cheese."""

import math
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Canvas, Pixels, draw_pixels, surface, to_pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.raster import crop
from limner_illustrator.subjects.subject import Subject

_STAMP = 0.21
"""Size of a stamp, as a part of the clad thing's longest side."""
_STEP = 0.55
"""Between stamps, in stamps: below 0.7 they cover the ground."""
_OVERHANG = 0.24
"""How far stamps may stand out beyond the silhouette, in stamps."""
_LARGEST_STAMP = 120.0
_MIXED = {
    "flower": "hibiscus blossom tulip sunflower cherry-blossom rose",
    "fruit": "red-apple tangerine banana strawberry pear grapes",
    "vegetable": "carrot tomato broccoli eggplant cucumber bell-pepper",
    "leaf": "leaf-fluttering-in-wind maple-leaf fallen-leaf herb",
    "candy": "candy lollipop doughnut cupcake",
    "sweet": "candy lollipop doughnut cupcake",
}
"""Nouns for things of many kinds, and the icons of some."""

HEAPS = {
    "candy": ("candy", "noto:candy"),
    "leaves": ("leaf", "noto:leaf-fluttering-in-wind"),
    "fire": ("fire", "noto:fire"),
    "brick": ("brick", "noto:brick"),
}
"""Materials that are heaps of things: a noun and its drawing."""

Grain = Callable[[LocalCanvas, float, float, RGB, Subject], None]
"""Paints a mass over width by height units."""


def clad(pixels: Pixels, stuff: Subject, unlit: Callable[[Subject, float], tuple[Pixels, float, float]]) -> Pixels:
    """The sprite `pixels`, its form and its dark details kept, in the stuff of another thing."""
    cover = float((pixels[..., 3] > 128).mean())  # a bicycle is thin: large stamps would hide what it is
    side = max(pixels.shape[:2]) * _STAMP * min(1.0, max(0.5, math.sqrt(cover) * 1.4))
    stamps = [unlit(one, max(16.0, min(side, _LARGEST_STAMP)))[0] for one in _kinds_of(stuff)]
    grain = _MASSES.get(stuff.entity.drawing)
    color = main_color(stamps[0])
    if grain is None:
        pixels = np.pad(pixels, [(round(side * _OVERHANG) + 1,) * 2] * 2 + [(0, 0)])
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    if grain:
        sheet.getCanvas().scale(max(width, height) / 100, max(width, height) / 100)
        unit = 100 / max(width, height)
        grain(LocalCanvas(sheet.getCanvas()), width * unit, height * unit, color, stuff)
        alpha = pixels[..., 3]
    else:
        LocalCanvas(sheet.getCanvas()).box(0, 0, width, height, solid(dark_of(color, 0.16)))
        alpha = _stamp(sheet.getCanvas(), pixels[..., 3], stamps, side, stuff)
    skin = to_pixels(sheet)
    result = np.empty_like(pixels)
    result[..., :3] = _form(skin[..., :3], pixels)
    result[..., 3] = alpha
    return crop(result)


def _kinds_of(stuff: Subject) -> list[Subject]:
    """A heap of flowers has flowers of several kinds in it, unless the prompt says which."""
    if stuff.entity.noun not in _MIXED or stuff.entity.color:
        return [stuff]
    return [
        replace(stuff, entity=replace(stuff.entity, drawing=f"noto:{name}"))
        for name in _MIXED[stuff.entity.noun].split()
    ]


def heap(entity: Entity) -> Entity:
    """What an entity of one of the HEAPS is a heap of."""
    noun, drawing = HEAPS[entity.material or ""]
    return Entity(id=entity.id, noun=noun, drawing=drawing, color=entity.color)


def main_color(pixels: Pixels) -> RGB:
    """The commonest colour of what is visible."""
    return _commonest(pixels[pixels[..., 3] > 200][:, :3])


def skin_and_flesh(pixels: Pixels) -> tuple[RGB, RGB]:
    """The commonest colour along the outline and within: of an avocado its dark peel and its pale inside."""
    inside = cv2.copyMakeBorder((pixels[..., 3] > 200).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, 3)[1:-1, 1:-1]
    limit = max(2.0, float(depth.max()) * 0.16)
    rim, core = pixels[(depth > 0) & (depth <= limit)][:, :3], pixels[depth > limit * 1.6][:, :3]
    skin = _commonest(rim)
    return skin, _commonest(core) if len(core) else skin


def _commonest(seen: npt.NDArray[np.uint8]) -> RGB:
    if not len(seen):
        return 150.0, 140.0, 140.0
    bins = (seen // 32).astype(np.int32)
    keys = bins[:, 0] * 64 + bins[:, 1] * 8 + bins[:, 2]
    member = keys == np.bincount(keys).argmax()
    red, green, blue = (float(channel) for channel in seen[member].mean(axis=0))
    return red, green, blue


def _stamp(
    canvas: Canvas, alpha: npt.NDArray[np.uint8], stamps: list[Pixels], side: float, stuff: Subject
) -> npt.NDArray[np.uint8]:
    """Draws the stamps; the alpha of the silhouette with what stands out of it."""
    height, width = alpha.shape
    rng = stuff.random("cladding")
    outstanding = surface(width, height)
    spots = []
    step = side * _STEP
    for row in range(math.ceil(height / step) + 1):
        for column in range(math.ceil(width / step) + 1):
            x = (column + (row % 2) * 0.5 + rng.uniform(-0.22, 0.22)) * step
            y = (row + rng.uniform(-0.22, 0.22)) * step
            spots.append((x, y, rng.uniform(-40, 40), side * rng.uniform(0.85, 1.15), rng.choice(stamps)))
    rng.shuffle(spots)
    for x, y, turn, size, stamp in spots:
        inside = 0 <= int(x) < width and 0 <= int(y) < height and alpha[int(y), int(x)] > 128
        for target in (canvas, outstanding.getCanvas()) if inside else (canvas,):
            with LocalCanvas(target).at(x, y, turn=turn):
                wide, high = (size * extent / max(stamp.shape[:2]) for extent in (stamp.shape[1], stamp.shape[0]))
                draw_pixels(target, stamp, -wide / 2, -high / 2, wide, high)
    reach = round(side * _OVERHANG)
    near = cv2.dilate(alpha, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
    result: npt.NDArray[np.uint8] = np.maximum(alpha, np.minimum(near, to_pixels(outstanding)[..., 3]))
    return result


def _form(skin: npt.NDArray[np.uint8], pixels: Pixels) -> npt.NDArray[np.uint8]:
    """The stuff with the lights, the darks, the seams and the eyes of the thing."""
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    seen = pixels[..., 3] > 128
    if not seen.any():
        return skin
    middle = float(np.median(gray[seen]))
    gray = np.where(seen, gray, middle).astype(np.float32)
    level = np.clip(1 + (gray - middle) * 0.75, 0.5, 1.22)
    width = max(1.0, max(gray.shape) / 260)
    seams = np.abs(gray - cv2.GaussianBlur(gray, (0, 0), 2.2 * width))
    pale = float(skin[seen].mean()) > 200  # a cloud shows its form by faint shadows alone
    level = (level + 1) / 2 if pale else level
    level = level * (1 - np.clip((seams - 0.03) * 2.6, 0, 0.08 if pale else 0.55))
    formed = np.clip(skin.astype(np.float32) * level[..., None], 0, 255)
    ink = np.clip((0.22 - gray) / 0.08, 0, 1) * 0.85 * (middle > 0.34)
    mixed: npt.NDArray[np.uint8] = (formed * (1 - ink[..., None]) + pixels[..., :3] * ink[..., None]).astype(np.uint8)
    return mixed


# ---------------------------------------------------------------- masses: what is no heap of single things


def _cheese(pen: LocalCanvas, width: float, height: float, color: RGB, stuff: Subject) -> None:
    cheese: RGB = (255, 208, 84)
    pen.box(0, 0, width, height, down(0, height, light_of(cheese, 0.2), cheese))
    rng = stuff.random("holes")
    for row in range(math.ceil(height / 13) + 1):
        for column in range(math.ceil(width / 13) + 1):
            x, y = (column + (row % 2) * 0.5 + rng.uniform(-0.25, 0.25)) * 13, (row + rng.uniform(-0.25, 0.25)) * 13
            r = rng.choice((1.6, 2.4, 3.2, 4.4))
            pen.oval(x, y + r * 0.16, r * 1.12, r * 1.08, solid(light_of(cheese, 0.5)))
            pen.oval(x, y, r * 1.08, r, ball(x, y + r * 0.5, r * 1.7, (232, 164, 40), (196, 124, 24)))


def _dough(pen: LocalCanvas, width: float, height: float, color: RGB, stuff: Subject) -> None:
    pen.box(0, 0, width, height, down(0, height, light_of(color, 0.16), color))
    rng = stuff.random("crumb")
    for _ in range(260):
        x, y, r = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0.4, 1.5)
        pen.oval(x, y, r * 1.3, r, solid(dark_of(color, 0.24) if rng.random() < 0.6 else light_of(color, 0.4), 130))


def _grid(pen: LocalCanvas, width: float, height: float, color: RGB, stuff: Subject) -> None:
    pen.box(0, 0, width, height, solid(light_of(color, 0.1)))
    for row in range(math.ceil(height / 8)):
        for column in range(math.ceil(width / 8)):
            x, y = column * 8 + 1.4, row * 8 + 1.4
            pen.box(x, y, x + 5.4, y + 5.4, down(y, y + 5.4, dark_of(color, 0.36), dark_of(color, 0.12)), 1.2)


def _bricks(pen: LocalCanvas, width: float, height: float, color: RGB, stuff: Subject) -> None:
    pen.box(0, 0, width, height, solid((214, 204, 194)))
    rng = stuff.random("bricks")
    for row in range(math.ceil(height / 5)):
        for column in range(-1, math.ceil(width / 11)):
            x = column * 11 + (row % 2) * 5.5
            tone = light_of(color, rng.uniform(0, 0.16)) if rng.random() < 0.5 else dark_of(color, rng.uniform(0, 0.14))
            pen.box(x + 0.5, row * 5 + 0.5, x + 10.5, row * 5 + 4.6, solid(tone), 0.7)


_MASSES: dict[str, Grain] = {
    "noto:cheese-wedge": _cheese,
    **dict.fromkeys(("noto:bread", "noto:cookie", "noto:potato", "noto:meat-on-bone", "noto:butter"), _dough),
    **dict.fromkeys(("noto:waffle", "noto:chocolate-bar", "noto:basket"), _grid),
    "noto:brick": _bricks,
}
