"""Sizes and transparency of pictures: what of a drawing is shown, and what an opaque response shows of transparency."""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import over_white
from limner_illustrator.canvas.size import Size

MAX_EXCESS = 2.0
"""A drawing of which only a part is shown has at most so many times the pixels that are shown."""


def drawing_size(size: Size, target: Size) -> Size:
    """What to draw in place of a picture of `size` so that its middle can cover `target`. It would be `covering_size`,
    if that had no bound: a slim picture is drawn smaller, in its proportions, and enlarged.
    """
    covering = covering_size(size, target)
    longest = MAX_EXCESS * max(target)
    excess = covering.width * covering.height / (MAX_EXCESS * target.width * target.height)
    scale = min(1.0, longest / max(covering), excess**-0.5)
    if scale == 1.0:
        return covering
    return Size(max(1, round(covering.width * scale)), max(1, round(covering.height * scale)))


def covering_size(size: Size, target: Size) -> Size:
    """`size` scaled so that it just covers `target`."""
    if size == target:
        return size
    scale = max(target.width / size.width, target.height / size.height)
    return Size(max(target.width, round(size.width * scale)), max(target.height, round(size.height * scale)))


def crop_centre(pixels: Pixels, target: Size) -> Pixels:
    """Its middle part that covers `target`; enlarged where `drawing_size` had to make it smaller."""
    size = size_of(pixels)
    if size == target:
        return pixels
    scaled = covering_size(size, target)
    across, down = size.width / scaled.width, size.height / scaled.height
    x, y = (scaled.width - target.width) // 2, (scaled.height - target.height) // 2
    left, top = round(x * across), round(y * down)
    right = max(left + 1, round((x + target.width) * across))
    bottom = max(top + 1, round((y + target.height) * down))
    part = np.ascontiguousarray(pixels[top:bottom, left:right])
    if size_of(part) == target:
        return part
    return np.asarray(cv2.resize(part, target, interpolation=cv2.INTER_LINEAR), np.uint8)


def size_of(pixels: Any) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])


def compose_over_white(rgba: Pixels) -> Pixels:
    """What an opaque response shows of a picture with transparency."""
    return rgba if rgba.shape[2] == 3 else over_white(rgba)


def largest_channel(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """(H, W): of each pixel, its largest value. Much faster than a maximum along the last axis."""
    largest, *others = cv2.split(pixels)
    for other in others:
        largest = cv2.max(largest, other)
    return np.asarray(largest, np.uint8)


def add_opaque_alpha(rgb: Pixels) -> Pixels:
    """RGBA of an RGB picture; RGBA stays as it is."""
    if rgb.shape[2] == 4:
        return rgb
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])
