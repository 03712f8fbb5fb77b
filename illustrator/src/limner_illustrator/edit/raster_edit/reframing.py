"""Rotates, flips, crops and extends an external image."""

import math
import re
from dataclasses import dataclass

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import compose_over_white, covering_size, crop_centre, size_of
from limner_illustrator.edit.instructions.commands import Border, Crop, Extend, Flip, Rotate, Side, Zoom
from limner_illustrator.edit.instructions.framings import read_ratio
from limner_illustrator.edit.raster_edit.arrays import Floats
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.explanations import explain_assumed
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.layers import is_layer
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.outpainting import continue_picture
from limner_illustrator.edit.raster_edit.regions import find_region, strip_determiners

STEEPEST = 45
"""Up to this angle a turned picture is enlarged to cover its frame; beyond, it is shown whole."""
MARGIN = 0.08
"""Around what a crop shows, in its longer edge."""
NEARER = 0.7
"""What "zoom in" keeps of the edges."""
MOST_SHOWN = 0.8
"""A thing that fills more of the picture is not zoomed to, but into."""
MOST_PIXELS = 24_000_000
_TO = re.compile(r"^(?:to|around|on|onto|into|just|only|so that only|for)?\s*(?:show |fit |focus on )?(?P<what>.*)$")
_MIDDLE = re.compile(r"^(?:(?:the )?(?:middle|cent(?:er|re))|it|this|)$")
_SIDE_NAMES = {"top": "top", "upper": "top", "bottom": "bottom", "lower": "bottom", "left": "left", "right": "right"}
_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "two thirds": 2 / 3, "three quarters": 0.75}
EDGE = 0.2
"""What "crop the bottom off" takes away."""
_PART = re.compile(
    rf"^(?:(?:to|off|out|away|just|only|show) )*(?:the )?(?P<side>{'|'.join(_SIDE_NAMES)})"
    rf"(?:[- ](?:hand )?(?:(?P<share>{'|'.join(_SHARES)})|(?P<percent>\d{{1,2}}) ?(?:%|percent)|side|part|edge))?"
    rf"(?: of (?:it|the (?:picture|image|photo)))?(?: (?:off|out|away))?$"
)
SIZE_KEPT = "The size of the result was set, so the picture kept its proportions."
EXTENDED = "The size of the result was set, so the turned picture was extended to fill it."
NO_CROP = "Nothing called “{}” was found in the picture, so it was cropped around its middle."

Found = tuple[Pixels, str | None]
"""The picture, and a note."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The picture and what it may become."""

    pixels: Pixels
    known: Foreground
    is_size_free: bool
    """Whether the result may have another size."""
    rng: np.random.Generator

    @property
    def size(self) -> Size:
        return size_of(self.pixels)


def flip(pixels: Pixels, command: Flip) -> Pixels:
    return np.ascontiguousarray(pixels[::-1] if command.is_vertical else pixels[:, ::-1])


def rotate(frame: Frame, command: Rotate) -> Found:
    degrees = command.degrees % 360
    if degrees == 0:
        return frame.pixels.copy(), None
    if degrees == 180:
        return np.ascontiguousarray(frame.pixels[::-1, ::-1]), None
    if degrees in (90, 270):
        turned = np.ascontiguousarray(np.rot90(frame.pixels, -degrees // 90))
        if frame.is_size_free or frame.size.width == frame.size.height:
            return turned, None
        return _fit_whole(turned, frame), EXTENDED
    slant = degrees if degrees < 180 else degrees - 360
    return _rotate_by(frame, slant), None


def _rotate_by(frame: Frame, degrees: float) -> Pixels:
    """Enlarged so that no corner is empty."""
    width, height = frame.size
    angle = math.radians(min(abs(degrees), 180 - abs(degrees)))
    longest = max(width, height) / min(width, height)
    zoom = math.cos(angle) + math.sin(angle) * longest
    if abs(degrees) > STEEPEST:
        zoom = 1.0
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, zoom)
    border = cv2.BORDER_CONSTANT if is_layer(frame.pixels) else cv2.BORDER_REFLECT
    turned = cv2.warpAffine(frame.pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=border)
    return np.asarray(turned, np.uint8)


def crop(frame: Frame, command: Crop) -> Found:
    how = command.how.lower()
    ratio = read_ratio(how)
    if ratio is not None:
        if not frame.is_size_free:
            is_so = abs(frame.size.width / frame.size.height - ratio) < 0.02
            return frame.pixels.copy(), None if is_so else f"{SIZE_KEPT} Ask for another `size` to crop it."
        return _cut(frame.pixels, _box_of_ratio(frame, ratio)), None
    part = _find_part(how, frame.size)
    if part is not None:
        return _show_part(frame, part), None
    match = _TO.match(how)
    what = match["what"].strip() if match is not None else ""
    return _show(frame, what)


def _find_part(how: str, size: Size) -> PixelBox | None:
    """ "To the top half", "off the bottom 20 %", "the left third": the part that is kept."""
    match = _PART.search(how)
    if match is None:
        return None
    side = _SIDE_NAMES[match["side"]]
    if match["percent"]:
        share = min(0.95, max(0.05, int(match["percent"]) / 100))
    else:
        share = _SHARES[match["share"]] if match["share"] else EDGE
    is_removed = re.match(r"(?:off|out|away)\b", how) is not None or how.endswith((" off", " out", " away"))
    if not match["share"] and not match["percent"] and not is_removed:
        return None
    kept = 1 - share if is_removed else share
    width, height = size
    wide, high = max(1, round(width * kept)), max(1, round(height * kept))
    keeps_start = (side in ("left", "top")) != is_removed
    if side in ("left", "right"):
        return PixelBox(0, 0, wide, height) if keeps_start else PixelBox(width - wide, 0, width, height)
    return PixelBox(0, 0, width, high) if keeps_start else PixelBox(0, height - high, width, height)


def _show_part(frame: Frame, box: PixelBox) -> Pixels:
    """Where the size is set, the middle of the part fills it."""
    part = _cut(frame.pixels, box)
    if frame.is_size_free:
        return part
    scaled = covering_size(size_of(part), frame.size)
    return crop_centre(np.asarray(cv2.resize(part, scaled, interpolation=cv2.INTER_CUBIC), np.uint8), frame.size)


def zoom_in(frame: Frame, command: Zoom) -> Found:
    return _show(frame, command.what, nearer=NEARER)


def extend(frame: Frame, command: Extend) -> Found:
    """On a canvas of its own size, the picture becomes smaller; where its size is free, it keeps its pixels."""
    width, height = frame.size
    left, right, top, bottom = _measure_strips(frame.size, command)
    canvas = Size(width + left + right, height + top + bottom)
    fits = canvas.width * canvas.height <= MOST_PIXELS
    inner = PixelBox(left, top, left + width, top + height)
    if canvas == frame.size:
        return frame.pixels.copy(), f"The picture has a ratio of {width}:{height} already." if command.ratio else None
    if frame.is_size_free and not command.is_zoom and fits:
        return _continue_around(frame, frame.pixels, inner, canvas), None
    # The same proportions: what one direction does not need is shared out.
    scale = min(width / canvas.width, height / canvas.height)
    size = max(8, round(width * scale)), max(8, round(height * scale))
    at_x = _spare(width - size[0], left, right)
    at_y = _spare(height - size[1], top, bottom)
    shrunk = np.asarray(cv2.resize(frame.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    box = PixelBox(at_x, at_y, at_x + size[0], at_y + size[1])
    return _continue_around(frame, shrunk, box, frame.size), None


def add_border(frame: Frame, command: Border) -> Pixels:
    """Around the picture; where its size is set, around a smaller copy."""
    width, height = frame.size
    edge = max(2, round(command.share * min(width, height)))
    inner = frame.pixels
    if not frame.is_size_free:
        size = max(8, width - 2 * edge), max(8, height - 2 * edge)
        inner = np.asarray(cv2.resize(inner, size, interpolation=cv2.INTER_AREA), np.uint8)
    color = (*COLORS[command.color], 255)[: frame.pixels.shape[2]]
    return np.asarray(cv2.copyMakeBorder(inner, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=color), np.uint8)


def _measure_strips(size: Size, command: Extend) -> tuple[int, int, int, int]:
    """Px that are added at the left, right, top and bottom."""
    width, height = size
    if command.ratio is None:
        wide, high = round(width * command.share), round(height * command.share)
        left, right, top, bottom = (
            (wide if side in ("left", "right") else high) if side in command.sides else 0
            for side in ("left", "right", "top", "bottom")
        )
        return left, right, top, bottom
    wide, high = max(0, round(height * command.ratio) - width), max(0, round(width / command.ratio) - height)
    left = 0 if _is_only(command, "right", "left") else wide if _is_only(command, "left", "right") else wide // 2
    top = 0 if _is_only(command, "bottom", "top") else high if _is_only(command, "top", "bottom") else high // 2
    return left, wide - left, top, high - top


def _is_only(command: Extend, side: Side, other: Side) -> bool:
    return side in command.sides and other not in command.sides


def _spare(room: int, before: float, after: float) -> int:
    return round(room * (before / (before + after) if before + after else 0.5))


def _continue_around(frame: Frame, inner: Pixels, box: PixelBox, size: Size) -> Pixels:
    canvas = np.zeros((size.height, size.width, frame.pixels.shape[2]), np.uint8)
    canvas[box.top : box.bottom, box.left : box.right] = inner
    if is_layer(frame.pixels):
        return canvas
    subject: Floats | None = None
    if frame.known.is_confident:
        subject = cv2.resize(frame.known.alpha, (box.width, box.height), interpolation=cv2.INTER_AREA)
    return continue_picture(canvas, box, subject, frame.rng)


def _fit_whole(turned: Pixels, frame: Frame) -> Pixels:
    """A turned picture inside of the frame, continued at its sides."""
    width, height = frame.size
    scale = min(width / turned.shape[1], height / turned.shape[0])
    size = round(turned.shape[1] * scale), round(turned.shape[0] * scale)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    small = np.asarray(cv2.resize(turned, size, interpolation=cv2.INTER_AREA), np.uint8)
    box = PixelBox(left, top, left + size[0], top + size[1])
    plain = Frame(frame.pixels, Foreground(np.zeros((1, 1), np.float32), 0.0), False, frame.rng)
    return _continue_around(plain, small, box, frame.size)


def _show(frame: Frame, what: str, nearer: float | None = None) -> Found:
    """The part that shows what is named."""
    width, height = frame.size
    is_middle = bool(_MIDDLE.match(what)) and nearer is not None
    box, note = _middle_box(frame, nearer or 0.8), None
    if not is_middle:
        found, is_assumed = _find_box(frame, what)
        note = explain_assumed(strip_determiners(what)) if is_assumed else None
        if found is None:
            note = NO_CROP.format(what) if what else None
        else:
            margin = MARGIN * max(found.width, found.height)
            box = PixelBox(
                round(max(0, found.left - margin)),
                round(max(0, found.top - margin)),
                round(min(width, found.right + margin)),
                round(min(height, found.bottom + margin)),
            )
    if nearer is not None and box.width > MOST_SHOWN * width and box.height > MOST_SHOWN * height:
        box = _middle_box(frame, nearer)
    if is_middle and frame.known.is_confident:
        box = _move_over(box, frame.known.box, frame.size)
    if frame.is_size_free and nearer is None:
        return _cut(frame.pixels, box), note
    part = _cut(frame.pixels, _widen_to(box, width / height, frame.size))
    resized = cv2.resize(part, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(resized, np.uint8), note


def _find_box(frame: Frame, what: str) -> tuple[PixelBox | None, bool]:
    """And whether what stands out was only taken to be what is named."""
    if re.search(r"\b(?:face|head)s?\b", what):
        heads = find_heads(compose_over_white(frame.pixels), frame.known if frame.known.is_confident else None)
        if heads:
            box = heads[0].box
            grown = round(0.25 * box.height)
            return PixelBox(box.left - grown, box.top - grown // 2, box.right + grown, box.bottom + grown), False
        return None, False
    region = find_region(frame.pixels, what, frame.known)
    if region is None:
        return None, False
    rows, columns = np.nonzero(region.alpha > 0.5)
    if not len(rows):
        return None, False
    box = PixelBox(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    return box, region.is_assumed


def _middle_box(frame: Frame, share: float) -> PixelBox:
    width, height = frame.size
    cut_x, cut_y = round(width * (1 - share) / 2), round(height * (1 - share) / 2)
    return PixelBox(cut_x, cut_y, width - cut_x, height - cut_y)


def _move_over(box: PixelBox, subject: PixelBox, size: Size) -> PixelBox:
    """Towards the subject's middle, inside of the picture."""
    dx = (subject.left + subject.right - box.left - box.right) // 2
    dy = (subject.top + subject.bottom - box.top - box.bottom) // 2
    dx = max(-box.left, min(size.width - box.right, dx))
    dy = max(-box.top, min(size.height - box.bottom, dy))
    return PixelBox(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def _box_of_ratio(frame: Frame, ratio: float) -> PixelBox:
    """The largest box of that ratio, over the subject where there is one."""
    width, height = frame.size
    wide, high = (width, round(width / ratio)) if width / height < ratio else (round(height * ratio), height)
    left, top = (width - wide) // 2, (height - high) // 2
    box = PixelBox(left, top, left + wide, top + high)
    if not frame.known.is_confident:
        return box
    subject = frame.known.box
    if subject.height > high:
        # Too high to be shown whole: heads are at the top.
        top = max(0, min(height - high, subject.top - round(MARGIN * high)))
        box = PixelBox(left, top, left + wide, top + high)
        subject = PixelBox(subject.left, box.top, subject.right, box.bottom)
    return _move_over(box, subject, frame.size)


def _widen_to(box: PixelBox, ratio: float, size: Size) -> PixelBox:
    """The box grown to the ratio, inside of the picture."""
    wide, high = float(box.width), float(box.height)
    wide, high = max(wide, high * ratio), max(high, wide / ratio)
    scale = min(1.0, size.width / wide, size.height / high)
    half_x, half_y = wide * scale / 2, high * scale / 2
    x = min(max((box.left + box.right) / 2, half_x), size.width - half_x)
    y = min(max((box.top + box.bottom) / 2, half_y), size.height - half_y)
    return PixelBox(
        max(0, round(x - half_x)),
        max(0, round(y - half_y)),
        min(size.width, max(round(x - half_x) + 1, round(x + half_x))),
        min(size.height, max(round(y - half_y) + 1, round(y + half_y))),
    )


def _cut(pixels: Pixels, box: PixelBox) -> Pixels:
    return np.ascontiguousarray(pixels[box.top : box.bottom, box.left : box.right])
