"""Sets the cut-out subject of one input picture into another: where the prompt says, as large as belongs there."""

import random
import re
from dataclasses import dataclass

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import size_of
from limner_illustrator.edit.raster_edit.arrays import floats, to_bytes
from limner_illustrator.edit.raster_edit.compose import LOW, is_cut_off, paste, scale_sprite
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

USUAL = 0.46
"""How high a cut-out is in the picture that it is set into, where nothing says it."""
SMALLEST, LARGEST = 0.16, 0.7
WIDEST = 0.55
SEAT = 0.62
"""How far below the upper edge of a seat, of its height, something stands on it."""
ON_TOP = 0.06
TABLE_TOP = 0.1
"""How far down a table, seen from the side, things stand: its top is a narrow strip, and its legs are below."""
CARRIED = 0.32
"""The most that something on a shoulder or a lap is high, in heights of the body."""
CORNER = 0.2
"""The height of a cut-out in a corner, as a watermark is."""
PRINT = 0.3
"""The height of what is printed on a thing, of the thing's height."""
COLUMNS = 24
_SEATS = re.compile(
    r"\b(?:sofa|couch|chair|armchair|bench|bed|table|desk|rug|carpet|mat|blanket|shelf|counter|seat|throne|hammock|"
    r"plate|tray|dish|saucer|grass|lawn|floor|ground|road|street|sand|snow|boat|raft|skateboard|motorcycle|bike)s?\b"
)
_TABLES = re.compile(r"\b(?:table|desk|counter|nightstand|dresser|sideboard|workbench|stool|podium|pedestal)s?\b")
_BODY = re.compile(r"\b(shoulder|lap|arm|hand|head)s?$")
_ON_BODY = {"shoulder": (0.36, 0.45), "lap": (0.0, 0.85), "arm": (0.3, 0.65), "hand": (0.34, 0.72), "head": (0.0, 0.05)}
"""Where something on a part of a body has its foot: aside, in widths of the body, and down, in heights."""
_SKY = re.compile(r"\b(?:sky|clouds?|air|ceiling)$")
_BESIDE = re.compile(r"next to|beside|near|close to|by|at|against")
STAMPED = re.compile(r"\b(?:logo|watermark|sticker|emblem|badge|label|stamp|print|pattern|tattoo|patch|signature)\b")


@dataclass(frozen=True, slots=True)
class Insertion:
    """What goes where."""

    thing: str
    how: str
    """The preposition, with a side: "on", "in the left corner"."""
    target: str
    """What the preposition refers to; empty for the whole picture."""
    known: Foreground | None
    """The target, or what stands out in the picture; None where neither was found."""
    named: Scene
    """`thing` as a prompt, for its size."""
    around: Scene
    """`target` as a prompt."""
    metre: float | None = None
    """Px of one metre, where a face tells it."""


def insert_cutout(ground: Pixels, sprite: Pixels, insertion: Insertion, rng: random.Random) -> Pixels:
    """`sprite`: RGBA, tightly cropped. RGB, or RGBA as `ground` is."""
    known = insertion.known
    if STAMPED.search(insertion.thing) and known is not None and insertion.target:
        return _print_on(ground, sprite, known)
    box = _find_box(ground, sprite, insertion)
    pasted = paste(ground, [sprite], box, rng)
    if known is not None and re.match(r"(?:behind|under|below)\b", insertion.how):
        front = known.alpha[..., None]
        return to_bytes(ground * front + pasted * (1 - front))
    return pasted


def _find_box(ground: Pixels, sprite: Pixels, insertion: Insertion) -> PixelBox:
    height, width = ground.shape[:2]
    how, known = insertion.how, insertion.known
    tall = _measure(ground, sprite, insertion)
    wide = tall * sprite.shape[1] / sprite.shape[0]
    if "corner" in how:
        tall, wide = CORNER * min(height, width), CORNER * min(height, width) * sprite.shape[1] / sprite.shape[0]
        margin = 0.04 * min(height, width)
        x = margin + wide / 2 if "left" in how else width - margin - wide / 2
        foot = margin + tall if re.search(r"top|upper", how) else height - margin
    elif known is not None and insertion.target:
        x, foot = _at_target(known.box, insertion, (wide, tall), width)
        if re.match(r"in front|before", how):
            foot = max(foot, 0.97 * height)
    else:
        x = _find_free_column(ground, known, wide, how)
        foot = 0.95 * height
    if _SKY.search(insertion.target):
        x, foot = _find_free_column(ground, known, wide, how), 0.06 * height + tall
    if is_cut_off(sprite) and foot > LOW * height and "corner" not in how:
        foot = float(height)
    # Nothing stands out of the upper edge, and nothing hangs below the lower one.
    foot = min(max(foot, tall), height)
    x = min(max(x, wide / 2), width - wide / 2)
    # `paste` leaves this room around what it scales into a box.
    half, room = max(4.0, wide / 1.92), max(8.0, tall / 0.94)
    bottom = foot + 0.03 * room
    return PixelBox(round(x - half), round(bottom - room), round(x + half), round(bottom))


def _measure(ground: Pixels, sprite: Pixels, insertion: Insertion) -> float:
    """The height in px."""
    width, height = size_of(ground)
    own = natural_height(insertion.named.entities[0]) if insertion.named.entities else None
    other = natural_height(insertion.around.entities[0]) if insertion.around.entities else None
    tall = USUAL * height
    if own and other and insertion.known is not None:
        tall = insertion.known.box.height * own / other
    elif own and insertion.metre is not None:
        tall = own * insertion.metre
    if _BODY.search(insertion.target) is not None and insertion.known is not None:
        tall = min(tall, CARRIED * insertion.known.box.height)
    tall = min(max(tall, SMALLEST * height), LARGEST * height)
    return min(tall, WIDEST * width * len(sprite) / size_of(sprite).width)


def _at_target(box: PixelBox, insertion: Insertion, size: tuple[float, float], width: int) -> tuple[float, float]:
    """The middle of the foot."""
    how = insertion.how
    wide, _ = size
    if _BESIDE.match(how) or re.search(r"\b(?:left|right)\b", how):
        is_left = "left" in how or ("right" not in how and box.left > width - box.right)
        return (box.left - 0.52 * wide if is_left else box.right + 0.52 * wide), float(box.bottom)
    middle = (box.left + box.right) / 2
    if how.startswith("behind"):
        return middle + 0.3 * box.width, box.bottom - 0.1 * box.height
    if re.match(r"in front|before|under|below", how):
        return middle, box.bottom + 0.06 * box.height
    if re.match(r"over|above", how):
        return middle, box.top - 0.05 * box.height
    if (part := _BODY.search(insertion.target)) is not None:
        aside, down = _ON_BODY[part[1]]
        return middle + aside * box.width, box.top + down * box.height
    drop = TABLE_TOP if _TABLES.search(insertion.target) else SEAT if _SEATS.search(insertion.target) else ON_TOP
    return middle, box.top + drop * box.height


def _find_free_column(ground: Pixels, known: Foreground | None, wide: float, how: str) -> float:
    """Where the picture's own subject is hidden least; at the side that the words say."""
    width = size_of(ground).width
    if re.search(r"\bleft\b", how):
        return 0.22 * width
    if re.search(r"\bright\b", how):
        return 0.78 * width
    if known is None or re.search(r"\b(?:middle|cent(?:er|re))\b", how):
        return 0.5 * width
    low = known.alpha[known.alpha.shape[0] // 3 :]
    hidden = cv2.resize(low, (COLUMNS, 1), interpolation=cv2.INTER_AREA)[0]
    reach = max(1, round(wide / width * COLUMNS))
    cost = np.convolve(hidden, np.ones(reach) / reach, "valid")
    middles = (np.arange(len(cost)) + reach / 2) / COLUMNS
    return float(middles[int(np.argmin(cost + 0.15 * np.abs(middles - 0.5)))]) * width


def _print_on(ground: Pixels, sprite: Pixels, known: Foreground) -> Pixels:
    """In the middle of the thing, in its light and shadow."""
    box = known.box
    rows, columns = np.nonzero(known.alpha > 0.5)
    middle = (
        (float(np.median(columns)), float(np.median(rows)))
        if len(rows)
        else ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    )
    tall = PRINT * box.height
    scale = min(tall / sprite.shape[0], 0.45 * box.width / sprite.shape[1])
    size = max(4, round(sprite.shape[1] * scale)), max(4, round(sprite.shape[0] * scale))
    fitted = scale_sprite(sprite, size)
    left, top = round(middle[0] - size[0] / 2), round(middle[1] - size[1] / 2)
    left, top = max(0, left), max(0, top)
    part = ground[top : top + size[1], left : left + size[0]]
    fitted = fitted[: part.shape[0], : part.shape[1]]
    grey = cv2.GaussianBlur(
        cv2.cvtColor(np.ascontiguousarray(part[..., :3]), cv2.COLOR_RGB2GRAY), (0, 0), max(1.0, size[1] / 20)
    )
    shade = np.clip(floats(grey) / max(1.0, float(np.median(grey))), 0.6, 1.25)[..., None]
    weight = (
        floats(fitted[..., 3:])
        / np.float32(255)
        * known.alpha[top : top + part.shape[0], left : left + part.shape[1], None]
    )
    printed = ground.copy()
    printed[top : top + part.shape[0], left : left + part.shape[1], :3] = to_bytes(
        fitted[..., :3] * shade * weight + part[..., :3] * (1 - weight)
    )
    return printed
