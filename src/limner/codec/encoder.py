"""Encode pixels as PNG, JPEG or WebP."""

import io
from collections.abc import Mapping
from typing import cast

import numpy as np
import numpy.typing as npt
import simplejpeg
from PIL import Image

from limner.codec.alpha import over_white
from limner.codec.metadata import jpeg_xmp_segment, png_text_chunks, webp_xmp
from limner.codec.png import write_png
from limner.core.picture import Format, Picture, Size

Pixels = npt.NDArray[np.uint8]

_NO_METADATA: Mapping[str, str] = {}
_FINE_QUALITY = 90
"""From this JPEG quality on, chroma is not subsampled: hard edges suffer most from it."""
_SMALL_QUALITY = 80
"""Below this WebP quality, a slower method is used for smaller files."""


def encode(
    pixels: Pixels,
    output_format: Format,
    *,
    compression: int = 100,
    metadata: Mapping[str, str] | None = None,
) -> Picture:
    """`pixels` is (H, W, 3) or (H, W, 4), unpremultiplied; JPEG composes transparency over white.

    `compression` is the quality of JPEG and WebP, 0 to 100; a WebP of 100 is lossless. The keys of `metadata` start
    with `limner:`; `read_metadata` reads them back.
    """
    height, width, channels = pixels.shape
    if channels not in (3, 4):
        raise ValueError(f"Pixels have 3 or 4 channels, not {channels}.")
    pixels = np.ascontiguousarray(pixels)
    metadata = metadata or _NO_METADATA
    match output_format:
        case "png":
            data = write_png(pixels, png_text_chunks(metadata))
        case "jpeg":
            data = _jpeg(pixels, compression, metadata)
        case "webp":
            data = _webp(pixels, compression, metadata)
    return Picture(data, output_format, Size(width, height))


def _jpeg(pixels: Pixels, quality: int, metadata: Mapping[str, str]) -> bytes:
    if pixels.shape[2] == 4:
        pixels = over_white(pixels)
    subsampling = "444" if quality >= _FINE_QUALITY else "420"
    # simplejpeg releases the GIL, unlike Pillow, whose JPEG encoder would delay streams of engines that run in threads.
    data = cast(bytes, simplejpeg.encode_jpeg(pixels, quality=max(1, quality), colorsubsampling=subsampling))
    if not metadata:
        return data
    return b"".join([data[:2], jpeg_xmp_segment(metadata), memoryview(data)[2:]])


def _webp(pixels: Pixels, quality: int, metadata: Mapping[str, str]) -> bytes:
    height, width, channels = pixels.shape
    image = Image.frombuffer("RGBA" if channels == 4 else "RGB", (width, height), pixels)
    file = io.BytesIO()
    xmp = webp_xmp(metadata) if metadata else b""
    if quality >= 100:
        image.save(file, "webp", lossless=True, quality=0, method=0, xmp=xmp)
    else:
        image.save(file, "webp", quality=quality, method=0 if quality >= _SMALL_QUALITY else 2, xmp=xmp)
    return file.getvalue()
