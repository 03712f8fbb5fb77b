"""The states in which an unfinished picture is shown. Each is made from what has really been painted so far."""

from typing import Literal

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels

PartialStage = Literal["washes", "block-in", "draft"]

SHOWN: dict[int, tuple[PartialStage, ...]] = {
    0: (),
    1: ("block-in",),
    2: ("washes", "draft"),
    3: ("washes", "block-in", "draft"),
}
"""Which stages are shown for how many partial images."""

PAPER = 250


def stages_shown(partials: int) -> tuple[PartialStage, ...]:
    return SHOWN[max(0, min(3, partials))]


def washes(pixels: Pixels) -> Pixels:
    """The first thin colours on white paper."""
    coarse = _coarse(pixels, 16)
    coarse[..., :3] = cv2.addWeighted(coarse[..., :3], 0.8, np.full_like(coarse[..., :3], PAPER), 0.2, 0)
    return coarse


def block_in(pixels: Pixels) -> Pixels:
    """The large shapes in their colours, without detail."""
    blocks = _coarse(pixels, 30)
    window = max(3, min(blocks.shape[:2]) // 170 | 1)
    blocked: Pixels = cv2.medianBlur(blocks, min(window, 5))
    return blocked


def remove_detail(pixels: Pixels) -> Pixels:
    """The drawing before its details: as large as they are, the shapes are all there."""
    return _coarse(pixels, 150)


def _coarse(pixels: Pixels, cells: int) -> Pixels:
    """As if seen through `cells` cells along the longer edge; colours of transparent pixels do not bleed in."""
    height, width = pixels.shape[:2]
    cell = max(height, width) / cells
    size = (max(1, round(width / cell)), max(1, round(height / cell)))
    if pixels.shape[2] == 3:
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        coarse: Pixels = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
        return coarse
    weight = pixels[..., 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([pixels[..., :3] * weight, weight * 255], axis=-1)
    small = cv2.resize(premultiplied, size, interpolation=cv2.INTER_AREA)
    large = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    large[..., :3] *= 255 / np.maximum(large[..., 3:], 1)
    blurred: Pixels = np.clip(large, 0, 255).astype(np.uint8)
    return blurred
