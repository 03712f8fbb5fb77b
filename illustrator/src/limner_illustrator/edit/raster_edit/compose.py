"""Puts drawn things and cut-outs into a picture so that they look photographed with it: light, shadow, blur, grain."""

import random
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels, draw_pixels, surface, to_pixels
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.shadows import cast_shadow, contact_shadow
from limner_illustrator.edit.framing import compose_over_white, largest_channel, size_of
from limner_illustrator.edit.raster_edit.arrays import to_bytes
from limner_illustrator.edit.raster_edit.fitting import fit_in
from limner_illustrator.edit.raster_edit.masks import PixelBox, box_of
from limner_illustrator.edit.raster_edit.relight import light_of
from limner_illustrator.edit.request import Openness
from limner_illustrator.render.banner import draw_banner
from limner_illustrator.render.paint import place_subjects
from limner_illustrator.scene import Scene

Flags = npt.NDArray[np.bool_]

HIDDEN = 0.35
"""How much of a thing's height disappears in the container that it is in."""
LOW = 0.8
"""Below this part of the picture's height, what its own picture cut off goes to the lower edge."""
SAMPLE_EDGE = 1024
OUTLINE_EDGE = 192
"""The size at which the outline of what goes into a mask is drawn."""
FAINT = 12
"""Alpha below this is not part of an outline."""
MAX_GRAIN = 5.0
"""Standard deviation in 0..255; more would look like dirt on a drawing."""

BANNER_SHEET = (1000, 1200)
"""The size at which a banner for a box is drawn."""


def insert(ground: Pixels, scene: Scene, box: PixelBox) -> Pixels:
    """The scene's entities in the box, in the light of what is around it."""
    light = light_of(compose_over_white(ground), box, scene.random("scene", "light"))
    if not scene.entities:
        return ground.copy()
    return place_subjects(ground, _match_transparency(scene, ground), _inset(box), light)


def insert_under(ground: Pixels, scene: Scene, change: Openness) -> Pixels:
    """The scene's entities where the mask allows, as large as it holds them whole."""
    around = box_of(change)
    light = light_of(compose_over_white(ground), around, scene.random("scene", "light"))
    if not scene.entities:
        return ground.copy()
    frame = max(8, around.width), max(8, around.height)
    outline = _outline(scene, frame, light)
    box = _inset(fit_in(change, outline) if outline is not None else around)
    return place_subjects(ground, _match_transparency(scene, ground), box, light, arranged_for=frame)


def _match_transparency(scene: Scene, ground: Pixels) -> Scene:
    """A transparent ground takes no shadows."""
    return replace(scene, transparent=ground.shape[2] == 4)


def _outline(scene: Scene, frame: tuple[int, int], light: Light) -> Pixels | None:
    """The alpha of the scene's entities as they are grouped for that frame, small and cropped."""
    scale = OUTLINE_EDGE / max(frame)
    sheet = max(8, round(frame[0] * scale)), max(8, round(frame[1] * scale))
    empty = np.zeros((sheet[1], sheet[0], 4), np.uint8)
    drawn = place_subjects(empty, replace(scene, transparent=True), (0, 0, *sheet), light, arranged_for=frame)
    alpha = np.ascontiguousarray(drawn[..., 3])
    x, y, width, height = cv2.boundingRect((alpha > FAINT).astype(np.uint8))
    return np.ascontiguousarray(alpha[y : y + height, x : x + width]) if width and height else None


def match_blur_and_grain(composed: Pixels, ground: Pixels, rng: random.Random) -> Pixels:
    """What differs from the ground takes on the ground's blur and grain. A ground with transparency has none."""
    if ground.shape[2] == 4:
        return composed
    changed = _find_changes(composed, ground)
    if not changed.any():
        return composed
    x, y, width, height = cv2.boundingRect(changed.astype(np.uint8))
    window = slice(y, y + height), slice(x, x + width)
    touched = composed[window].astype(np.float32)
    softness = _measure_softness(ground)
    if softness > 0:
        touched = cv2.GaussianBlur(touched, (0, 0), softness)
    grain = min(MAX_GRAIN, _noise_level(ground))
    if grain > 0.4:
        noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((height, width), dtype=np.float32)
        touched += noise[..., None] * grain
    result = composed.copy()
    result[window] = np.where(changed[window][..., None], to_bytes(touched), composed[window])
    return result


def letter(ground: Pixels, scene: Scene, change: Openness | None = None) -> Pixels:
    """The scene's texts on a ribbon along the upper edge, or as large as fits into a mask."""
    size = size_of(ground)
    place = PixelBox(0, 0, size.width, size.height // 4) if change is None else box_of(change)
    light = light_of(compose_over_white(ground), place, scene.random("scene", "light"))
    painted = surface(*size)
    draw_pixels(painted.getCanvas(), ground, 0, 0)
    if change is None:
        draw_banner(painted.getCanvas(), scene, size.width, size.height, light)
    else:
        ribbon = _ribbon(scene, light)
        box = _inset(fit_in(change, np.ascontiguousarray(ribbon[..., 3])))
        fitted = scale_sprite(ribbon, (max(1, box.width), max(1, box.height)))
        draw_pixels(painted.getCanvas(), fitted, box.left, box.top)
    lettered = to_pixels(painted)
    return lettered if ground.shape[2] == 4 else np.ascontiguousarray(lettered[..., :3])


def paste(
    ground: Pixels, sprites: Sequence[Pixels], box: PixelBox, rng: random.Random, *, crowded: bool = False
) -> Pixels:
    """Cut-outs (RGBA) side by side on the lower edge of the box, each with its shadow. Where something will stand in
    front of them they are `crowded`: larger, one over the other, without shadows, their lower part below the box.
    """
    light = light_of(compose_over_white(ground), box, rng)
    painted = surface(*size_of(ground))
    canvas = painted.getCanvas()
    draw_pixels(canvas, ground, 0, 0)
    cell = box.width / len(sprites)
    for index, sprite in enumerate(sprites):
        height, width = sprite.shape[:2]
        scale = min((2.1 if crowded else 0.96) * cell / width, 0.94 * box.height / height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        fitted = tone_sprite(scale_sprite(sprite, size), light.ambient)
        x = box.left + cell * (index + 0.5) - size[0] / 2
        foot = box.bottom + (HIDDEN * size[1] if crowded else -0.03 * box.height)
        if not crowded and is_cut_off(sprite) and foot > LOW * len(ground):
            foot = float(len(ground))
        if not crowded and ground.shape[2] == 3:
            cast_shadow(canvas, fitted, x, foot, light, 0.8)
            contact_shadow(canvas, fitted, x, foot, light)
        draw_pixels(canvas, fitted, round(x), round(foot - size[1]))
    result = to_pixels(painted)
    return result if ground.shape[2] == 4 else np.ascontiguousarray(result[..., :3])


def _ribbon(scene: Scene, light: Light) -> Pixels:
    """A banner by itself: RGBA, cropped to what is drawn."""
    sheet = surface(*BANNER_SHEET)
    draw_banner(sheet.getCanvas(), scene, *BANNER_SHEET, light)
    pixels = to_pixels(sheet)
    x, y, width, height = cv2.boundingRect(np.ascontiguousarray(pixels[..., 3]))
    return np.ascontiguousarray(pixels[y : y + height, x : x + width])


def _inset(box: PixelBox) -> PixelBox:
    """Edits fade in from the mask's border: what is drawn keeps clear of it."""
    margin = round(0.03 * min(box.width, box.height))
    return PixelBox(box.left + margin, box.top + margin, box.right - margin, box.bottom - margin)


def is_cut_off(sprite: Pixels) -> bool:
    """Whether the lower edge of its own picture cut the subject: a bust must not float."""
    return float((sprite[-2:, :, 3] > 128).mean()) > 0.5


def scale_sprite(sprite: Pixels, size: tuple[int, int]) -> Pixels:
    weight = sprite[..., 3:].astype(np.float32) / 255
    premultiplied = np.dstack([sprite[..., :3] * weight, weight * 255])
    how = cv2.INTER_AREA if size[0] < sprite.shape[1] else cv2.INTER_CUBIC
    small = np.clip(cv2.resize(premultiplied, size, interpolation=how), 0, 255)
    small[..., :3] *= 255 / np.maximum(small[..., 3:], 1e-3)
    return to_bytes(small)


def tone_sprite(sprite: Pixels, ambient: tuple[float, float, float]) -> Pixels:
    """Half way to the ambient light of the place: a cut-out brings light of its own."""
    factor = 0.5 + 0.5 * np.clip(np.array(ambient, np.float32), 0.5, 1.1)
    toned = np.clip(sprite[..., :3] * factor, 0, 255).astype(np.uint8)
    return np.dstack([toned, sprite[..., 3]])


def _find_changes(composed: Pixels, ground: Pixels) -> Flags:
    difference = largest_channel(cv2.absdiff(composed, ground))
    return np.asarray(cv2.dilate((difference > 2).astype(np.uint8), np.ones((3, 3), np.uint8)), np.bool_)


def _measure_softness(ground: Pixels) -> float:
    """The blur, in px, that a drawing needs to be no sharper than a picture that is out of focus. 0 for a sharp one."""
    grey = cv2.cvtColor(_middle(ground), cv2.COLOR_RGB2GRAY).astype(np.float32)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    sharpest = float(np.percentile(slope[::2, ::2], 99.5))
    return 0.0 if sharpest > 90 else float(np.clip((90 - sharpest) / 60, 0.0, 1.4))


def _noise_level(ground: Pixels) -> float:
    """The grain of the even parts of a picture: the median of the fine differences, as a standard deviation."""
    grey = cv2.cvtColor(_middle(ground), cv2.COLOR_RGB2GRAY).astype(np.float32)
    fine = np.abs(grey - cv2.GaussianBlur(grey, (0, 0), 1.2))
    return float(np.median(fine[::2, ::2])) * 1.48


def _middle(ground: Pixels) -> Pixels:
    """As much of a large picture as tells how it was taken."""
    height, width = ground.shape[:2]
    top, left = max(0, (height - SAMPLE_EDGE) // 2), max(0, (width - SAMPLE_EDGE) // 2)
    return np.ascontiguousarray(ground[top : top + SAMPLE_EDGE, left : left + SAMPLE_EDGE])
