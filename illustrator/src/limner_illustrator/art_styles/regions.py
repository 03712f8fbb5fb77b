"""A picture as few flat regions: what flat, papercut, clay, stainedglass and artdeco have in common."""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels

Labels = npt.NDArray[np.uint8]
REGION_EDGE = 640
"""Regions are found at this long edge and scaled up with smooth borders."""


def flat_regions(pixels: Pixels, colors: int, radius: float) -> tuple[Labels, npt.NDArray[np.float32]]:
    """At a reduced size: which of at most `colors` colours each pixel has, and the colours (n, 3) 0..255.

    `radius` is how small a feature may be, as a part of the unit scale's 1024 px.
    """
    height, width = pixels.shape[:2]
    shrink = max(1.0, max(height, width) / REGION_EDGE)
    size = (max(4, round(width / shrink)), max(4, round(height / shrink)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    window = max(3, round(2 * radius * fields.unit(small)) | 1)
    calm = cv2.medianBlur(cv2.medianBlur(small, window), window)
    palette = _sample(calm).quantize(colors, method=Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)
    few = Image.fromarray(calm).quantize(palette=palette, dither=Image.Dither.NONE)
    labels = cv2.medianBlur(np.asarray(few), 3)
    flat = np.asarray(few.getpalette(), np.float32).reshape(-1, 3)
    return labels, flat[: int(labels.max()) + 1]


def _sample(pixels: Pixels) -> Image.Image:
    """The picture's colours, each as often as the square root of how often it occurs: a small face must not lose its
    colour to a large sky.
    """
    bins = (pixels >> 4).astype(np.int32)
    keys = (bins[..., 0] << 8 | bins[..., 1] << 4 | bins[..., 2]).ravel()
    count = np.bincount(keys, minlength=4096)
    mean = (
        np.stack([np.bincount(keys, pixels[..., c].ravel(), 4096) for c in range(3)], -1)
        / np.maximum(count, 1)[:, None]
    )
    seen = np.flatnonzero(count > pixels.shape[0] * pixels.shape[1] // 8000)
    repeated = np.repeat(mean[seen], np.ceil(np.sqrt(count[seen])).astype(int), axis=0)
    return Image.fromarray(np.clip(repeated, 0, 255).astype(np.uint8)[None])


def fill_regions(labels: Labels, colors: npt.NDArray[np.float32], shape: tuple[int, ...]) -> Pixels:
    """The regions in their colours at full size, with borders as smooth as a cut by scissors."""
    height, width = shape[:2]
    small: Pixels = np.clip(colors, 0, 255).astype(np.uint8)[labels]
    large = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    result: Pixels = cv2.medianBlur(large, 5)
    return result


def borders(labels: npt.NDArray[np.integer[Any]]) -> npt.NDArray[np.bool_]:
    """True where a pixel's right or lower neighbour belongs to another region."""
    edge = np.zeros(labels.shape, np.bool_)
    edge[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    edge[:-1] |= labels[:-1] != labels[1:]
    return edge
