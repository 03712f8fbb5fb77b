"""Draws speech and thought bubbles: beside the speaker's head, with a tail towards the mouth."""

import math

import numpy as np
import skia

from limner_illustrator.canvas import Pixels, fill, stroke, surface, to_pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.edit.raster_edit.arrays import to_bytes
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.heads import Head
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.subjects.lettering import fit_text

PAPER: RGB = (255, 255, 255)
INK: RGB = (32, 30, 38)
NARROWEST, WIDEST, BY_LETTER = 0.3, 0.46, 0.009
"""Of the bubble, in the picture's width: at least, at most, and for each letter."""
FLATNESS = 0.6
INNER = 0.72
"""What the words take of the bubble's edges."""
REACH = 0.62
"""How much of the way to the mouth a tail goes."""

Spot = tuple[float, float]


def add_bubble(pixels: Pixels, text: str, box: PixelBox, mouth: Spot | None, *, is_thought: bool = False) -> Pixels:
    """RGB in and out."""
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    canvas, line = sheet.getCanvas(), max(1.5, min(width, height) / 220)
    shape = skia.Path()
    shape.addOval(skia.Rect.MakeLTRB(*map(float, box)))
    if mouth is not None and not is_thought:
        shape = skia.Op(shape, _tail(box, mouth), skia.PathOp.kUnion_PathOp) or shape
    elif mouth is not None:
        for share, size in ((0.28, 0.1), (0.48, 0.06), (0.62, 0.035)):
            x, y = _towards(box, mouth, share)
            shape.addCircle(x, y, size * box.height)
    canvas.drawPath(shape, fill(PAPER))
    canvas.drawPath(shape, stroke(INK, line))
    aside, down = (1 - INNER) / 2 * box.width, (1 - INNER) / 2 * box.height
    inner = box.left + aside, box.top + down, box.right - aside, box.bottom - down
    fit_text(canvas, text, inner, "comic", INK)
    drawn = to_pixels(sheet)
    cover = drawn[..., 3:].astype(np.float32) / 255
    return to_bytes(pixels * (1 - cover) + drawn[..., :3] * cover)


def place_bubble(pixels: Pixels, text: str, heads: tuple[Head, ...], known: Foreground) -> tuple[PixelBox, Spot | None]:
    """Where it goes, and the mouth that speaks; in the upper right corner where no speaker is found."""
    height, width = pixels.shape[:2]
    wide = round(width * min(WIDEST, max(NARROWEST, 0.16 + BY_LETTER * len(text))))
    high = min(round(FLATNESS * wide), height // 2)
    margin = round(0.02 * min(width, height))
    if not heads and not known.is_confident:
        return PixelBox(width - margin - wide, margin, width - margin, margin + high), None
    head = heads[0].box if heads else known.box
    mouth = _mouth_of(heads[0]) if heads else ((head.left + head.right) / 2, head.top + 0.3 * head.height)
    is_right = width - head.right >= head.left
    left = head.right + margin if is_right else head.left - margin - wide
    left = min(max(margin, left), width - margin - wide)
    top = min(max(margin, head.top - high // 2), height - margin - high)
    return PixelBox(left, top, left + wide, top + high), mouth


def _mouth_of(head: Head) -> Spot:
    return head.mouth or ((head.box.left + head.box.right) / 2, head.box.top + 0.7 * head.box.height)


def _towards(box: PixelBox, mouth: Spot, share: float) -> Spot:
    """A point between the bubble's edge and the mouth."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    angle = math.atan2((mouth[1] - y) / box.height, (mouth[0] - x) / box.width)
    edge = x + math.cos(angle) * box.width / 2, y + math.sin(angle) * box.height / 2
    return edge[0] + (mouth[0] - edge[0]) * share, edge[1] + (mouth[1] - edge[1]) * share


def _tail(box: PixelBox, mouth: Spot) -> skia.Path:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    tip = _towards(box, mouth, REACH)
    along = math.atan2(tip[1] - y, tip[0] - x)
    half = 0.16 * box.height
    across = -math.sin(along) * half, math.cos(along) * half
    root = _towards(box, mouth, -0.25) if math.dist(tip, (x, y)) < box.width else _towards(box, mouth, -0.12)
    path = skia.Path()
    path.moveTo(root[0] + across[0], root[1] + across[1])
    path.lineTo(*tip)
    path.lineTo(root[0] - across[0], root[1] - across[1])
    path.close()
    return path
