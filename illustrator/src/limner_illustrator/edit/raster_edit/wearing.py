"""Puts worn things on the head of a photographed subject: hats, glasses, scarves."""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels, draw_pixels, surface, to_pixels
from limner_illustrator.canvas.light import Light
from limner_illustrator.catalog.kinds import is_wearable
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import WornOn
from limner_illustrator.edit.framing import compose_over_white, size_of
from limner_illustrator.edit.raster_edit.compose import scale_sprite, tone_sprite
from limner_illustrator.edit.raster_edit.heads import Head
from limner_illustrator.edit.raster_edit.relight import light_of
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Entity, Scene

SPRITE_EDGE = 512
SHOWN, SHOWN_OF_POINTED = 0.75, 0.95
"""How much of a hat must be inside of the picture; a pointed one is not known without its tip."""
POINTED = 0.95
"""How high such a hat is, in its widths."""
LOWEST_NECK = 0.93
"""A head that reaches farther down in the picture shows no neck."""
BROW = 0.22
"""Where the brow is taken to be on a head whose eyes are not known, from the crown to the chin."""
SMALLEST = 0.75
"""How much smaller it may become for that."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a thing is worn on the head: its point `own` is put at the head's point `at`."""

    width: float
    """In widths of the head."""
    own: float
    """Share of the thing's height, from its top."""
    at: float
    """Share of the head's height, from the crown to the chin."""


_FITS: dict[WornOn, _Fit] = {
    "head": _Fit(1.35, 0.78, 0.2),
    "eyes": _Fit(0.9, 0.5, 0.42),
    "neck": _Fit(1.05, 0.12, 1.06),
}
GLASSES = 2.1
"""How wide glasses are, in distances between the eyes."""
_AT_MOUTH = frozenset({"mustache", "moustache", "beard", "mask", "pipe", "cigar", "pacifier", "lollipop", "rose"})


def find_worn_on(entity: Entity) -> WornOn | None:
    """None for what is not worn, or not at the head."""
    if not is_wearable(entity.drawing) and entity.noun.split()[-1] not in _AT_MOUTH:
        return None
    where = thing_of(entity.drawing).worn_on or "head"
    return where if where in _FITS else None


def has_room_for(entity: Entity, head: Head, pixels: Pixels) -> bool:
    """False where a tie or a scarf would hang below the picture's lower edge."""
    return find_worn_on(entity) != "neck" or head.box.bottom < LOWEST_NECK * pixels.shape[0]


def wear(pixels: Pixels, scene: Scene, entity: Entity, head: Head) -> Pixels:
    """`pixels` with the entity on that head; RGBA where it was."""
    lone = replace(scene, entities=(replace(entity, count=1, size=1.0),), relations=(), transparent=True, styles=())
    *_, drawn = paint(lone, SPRITE_EDGE, SPRITE_EDGE, quality="high")
    x, y, width, height = cv2.boundingRect((drawn[..., 3] > 8).astype(np.uint8))
    if not width or not height:
        return pixels
    sprite = np.ascontiguousarray(drawn[y : y + height, x : x + width])
    return put_on(
        pixels, sprite, entity, head, light_of(compose_over_white(pixels), head.box, scene.random("scene", "light"))
    )


def put_on(pixels: Pixels, sprite: Pixels, entity: Entity, head: Head, light: Light) -> Pixels:
    """`sprite` (RGBA, tightly cropped) shows the entity, which is worn at the head."""
    height, width = sprite.shape[:2]
    noun = entity.noun.split()[-1]
    fit = _fit_of(noun, entity, head)
    wide, target = max(4, round(_span(head) * fit.width)), _target(head, fit, noun)
    size = wide, max(4, round(wide * height / width))
    shown = SHOWN_OF_POINTED if size[1] > POINTED * size[0] else SHOWN
    if fit.own > 0.5:
        target = target[0], min(target[1], max(_brow(head) - (1 - fit.own) * size[1], 0.0))
    room = target[1] / max(1.0, fit.own * size[1])
    if fit.own > 0.5 and room < shown:
        # The picture's edge would cut most of it off: a smaller one, a little lower.
        shrink = max(SMALLEST, room / shown)
        size = max(4, round(size[0] * shrink)), max(4, round(size[1] * shrink))
        below = (1 - fit.own) * size[1]
        target = target[0], min(target[1] + 0.08 * head.box.height, max(_brow(head) - below, 0.0))
        brim = max(min(target[1] + below, _brow(head)), 4.0)
        if size[1] * shown > brim:
            shrink = brim / (size[1] * shown)
            size = max(4, round(size[0] * shrink)), max(4, round(size[1] * shrink))
            target = target[0], brim - (1 - fit.own) * size[1]
    fitted = tone_sprite(scale_sprite(sprite, size), light.ambient)
    turned, anchor = _turn(fitted, (size[0] / 2, fit.own * size[1]), head.tilt)
    painted = surface(*size_of(pixels))
    canvas = painted.getCanvas()
    draw_pixels(canvas, pixels, 0, 0)
    draw_pixels(canvas, _shade(turned, size[1]), round(target[0] - anchor[0]), round(target[1] - anchor[1]))
    draw_pixels(canvas, turned, round(target[0] - anchor[0]), round(target[1] - anchor[1]))
    worn = to_pixels(painted)
    return worn if pixels.shape[2] == 4 else np.ascontiguousarray(worn[..., :3])


def _fit_of(noun: str, entity: Entity, head: Head) -> _Fit:
    """The record of the thing knows its width in widths of a head, and how much of a hat is pulled over it."""
    if noun in _AT_MOUTH:
        return _Fit(0.62, 0.35, 0.86)
    where = find_worn_on(entity) or "head"
    fit, record = _FITS[where], thing_of(entity.drawing)
    if where == "eyes" and head.eyes is not None:
        return replace(fit, width=GLASSES * math.dist(*head.eyes) / _span(head))
    depth = record.worn_depth if where == "head" else None
    own = fit.own if depth is None else 1 - depth
    return replace(fit, width=record.worn_width or fit.width, own=own)


def _span(head: Head) -> float:
    """The head's width; of a face that looks to the side, not less than its height tells."""
    return max(float(head.box.width), 0.62 * head.box.height)


def _target(head: Head, fit: _Fit, noun: str) -> tuple[float, float]:
    """The point of the picture at which the thing's own point lies; above the brow the head leans with its tilt."""
    box = head.box
    if noun in _AT_MOUTH and head.mouth is not None:
        return head.mouth[0], head.mouth[1] - 0.03 * box.height
    if fit.at == _FITS["eyes"].at and head.eyes is not None:
        return head.middle, (head.eyes[0][1] + head.eyes[1][1]) / 2
    y = box.top + fit.at * box.height
    if head.eyes is None:
        return head.middle, y
    eyes_y = (head.eyes[0][1] + head.eyes[1][1]) / 2
    # Half way between the eyes and the hair: in half profile the eyes are not in the head's middle.
    middle = (head.middle + (box.left + box.right) / 2) / 2
    return middle + math.tan(math.radians(head.tilt)) * (eyes_y - y), y


def _brow(head: Head) -> float:
    """The y above which nothing hides the eyes."""
    if head.eyes is None:
        return head.box.top + BROW * head.box.height
    return min(head.eyes[0][1], head.eyes[1][1]) - 0.12 * head.box.height


def _turn(sprite: Pixels, anchor: tuple[float, float], degrees: float) -> tuple[Pixels, tuple[float, float]]:
    """The sprite turned clockwise, and where its anchor is then."""
    if abs(degrees) < 1:
        return sprite, anchor
    height, width = sprite.shape[:2]
    matrix = cv2.getRotationMatrix2D(anchor, -degrees, 1.0)
    corners = np.array([[0, 0, 1], [width, 0, 1], [0, height, 1], [width, height, 1]], np.float64) @ matrix.T
    least, most = corners.min(axis=0), corners.max(axis=0)
    matrix[:, 2] -= least
    size = math.ceil(most[0] - least[0]), math.ceil(most[1] - least[1])
    weight = sprite[..., 3:].astype(np.float32) / 255
    premultiplied = np.dstack([sprite[..., :3] * weight, weight * 255])
    turned = cv2.warpAffine(premultiplied, matrix, size, flags=cv2.INTER_LINEAR)
    turned[..., :3] *= 255 / np.maximum(turned[..., 3:], 1e-3)
    moved = anchor[0] - least[0], anchor[1] - least[1]
    return np.clip(turned, 0, 255).astype(np.uint8), (float(moved[0]), float(moved[1]))


def _shade(sprite: Pixels, height: int) -> Pixels:
    """The soft shadow on the surface under it, shifted down a little."""
    reach = max(1.0, 0.035 * height)
    drop = round(1.2 * reach)
    alpha = cv2.GaussianBlur(sprite[..., 3], (0, 0), reach).astype(np.float32)
    shifted = np.zeros_like(alpha)
    shifted[drop:] = alpha[:-drop] if drop else alpha
    # Only below the middle: above it there is nothing to cast on.
    rows = np.linspace(0, 1, len(alpha), dtype=np.float32)[:, None]
    dark = shifted * np.clip(2 * rows - 0.8, 0, 1) * 0.45
    return np.dstack([np.zeros_like(sprite[..., :3]), dark.astype(np.uint8)])
