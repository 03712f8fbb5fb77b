"""Brings an input picture to the asked size: scaled to cover it, the middle kept. Masks take the same way."""

from typing import Any

import cv2
import numpy as np

from limner.codec.alpha import over_white
from limner.core.picture import Size
from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.retouch.arrays import to_bytes
from limner.engines.masks import Change


def covering_size(size: Size, target: Size) -> Size:
    """`size` scaled so that it just covers `target`."""
    if size == target:
        return size
    scale = max(target.width / size.width, target.height / size.height)
    return Size(max(target.width, round(size.width * scale)), max(target.height, round(size.height * scale)))


def cover(pixels: Pixels, target: Size) -> Pixels:
    """The same bytes if the size is right already."""
    if size_of(pixels) == target:
        return pixels
    if pixels.shape[2] == 3:
        return to_bytes(_cover(pixels, target))
    return _cover_rgba(pixels, target)


def cover_mask(change: Change, target: Size) -> Change:
    covered: Change = np.clip(_cover(change, target), 0, 1)
    return covered


def crop_centre(pixels: Pixels, target: Size) -> Pixels:
    height, width = pixels.shape[:2]
    left, top = (width - target.width) // 2, (height - target.height) // 2
    return np.ascontiguousarray(pixels[top : top + target.height, left : left + target.width])


def size_of(pixels: Any) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])


def on_white(rgba: Pixels) -> Pixels:
    """What an opaque reply shows of a picture with transparency."""
    return rgba if rgba.shape[2] == 3 else over_white(rgba)


def opaque(rgb: Pixels) -> Pixels:
    """RGBA of an RGB picture; RGBA stays as it is."""
    if rgb.shape[2] == 4:
        return rgb
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])


def _cover(array: Any, target: Size) -> Any:
    size = size_of(array)
    if size == target:
        return array
    scaled_to = covering_size(size, target)
    how = cv2.INTER_AREA if scaled_to.width < size.width else cv2.INTER_CUBIC
    return crop_centre(cv2.resize(array, scaled_to, interpolation=how), target)


def _cover_rgba(pixels: Pixels, target: Size) -> Pixels:
    # Colours of transparent pixels mean nothing: weigh them by alpha, or they bleed into the edges.
    alpha = pixels[..., 3:].astype(np.float32)
    weighed = np.dstack([pixels[..., :3] * (alpha / 255), alpha])
    scaled = _cover(weighed, target)
    coverage = np.clip(scaled[..., 3:], 0, 255)
    colour = scaled[..., :3] * 255 / np.maximum(coverage, 1e-3)
    return to_bytes(np.concatenate([colour, coverage], axis=2))
