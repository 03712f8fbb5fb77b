"""Read format, size and alpha from image headers. No pixels are decoded, so claims in a header are harmless."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from limner.codec.container import (
    JPEG_SIGNATURE,
    PNG_SIGNATURE,
    Chunk,
    jpeg_segments,
    open_data,
    png_chunks,
    webp_chunks,
)
from limner.codec.orientation import MAX_EXIF, is_sideways, read_orientation
from limner.core.picture import Format, Picture, Size

_PNG_COLOR_TYPES = frozenset({0, 2, 3, 4, 6})
_SIZE_SEGMENTS = frozenset(bytes([code]) for code in range(0xC0, 0xD0) if code not in (0xC4, 0xC8, 0xCC))
"""JPEG start of frame markers."""
_EXIF_PREFIX = b"Exif\0\0"


def probe(data: bytes | Path) -> Picture | None:
    """Returns None if the data is not a PNG, JPEG or WebP. `size` is the size after applying EXIF orientation."""
    with open_data(data) as file:
        found = _find_format(file)
        if found is None:
            return None
        size = _SIZES[found](file)
        if size is None or not all(size):
            return None
        if is_sideways(orientation(file, found)):
            size = Size(size.height, size.width)
    return Picture(data, found, size)


def has_alpha(picture: Picture) -> bool:
    """Whether the pixel format has transparency, even if no pixel uses it."""
    with open_data(picture.data) as file:
        match picture.format:
            case "png":
                return _png_has_alpha(file)
            case "webp":
                return _webp_has_alpha(file)
    return False


def orientation(file: BinaryIO, format: Format) -> int:  # noqa: A002 (the API's name)
    """The EXIF orientation, 1 (upright) to 8."""
    for chunk in _chunks(file, format):  # may follow the pixels in PNG and WebP
        if chunk.name == b"\xe1":
            content = chunk.read(file, MAX_EXIF)
            if content.startswith(_EXIF_PREFIX):
                return read_orientation(content.removeprefix(_EXIF_PREFIX))
        elif chunk.name in (b"eXIf", b"EXIF"):
            return read_orientation(chunk.read(file, MAX_EXIF).removeprefix(_EXIF_PREFIX))
    return 1


def _find_format(file: BinaryIO) -> Format | None:
    head = file.read(12)
    if head.startswith(PNG_SIGNATURE):
        return "png"
    if head.startswith(JPEG_SIGNATURE):
        return "jpeg"
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return "webp"
    return None


def _chunks(file: BinaryIO, format: Format) -> Iterator[Chunk]:  # noqa: A002
    match format:
        case "png":
            return png_chunks(file)
        case "jpeg":
            return jpeg_segments(file)
        case "webp":
            return webp_chunks(file)


def _png_size(file: BinaryIO) -> Size | None:
    head = next(png_chunks(file), None)
    content = head.read(file, 13) if head and head.name == b"IHDR" else b""
    if len(content) < 13 or content[9] not in _PNG_COLOR_TYPES:
        return None
    return Size(*struct.unpack(">II", content[:8]))


def _jpeg_size(file: BinaryIO) -> Size | None:
    for segment in jpeg_segments(file):
        if segment.name in _SIZE_SEGMENTS:
            content = segment.read(file, 5)
            if len(content) < 5:
                return None
            height, width = struct.unpack(">HH", content[1:])
            return Size(width, height)
    return None


def _webp_size(file: BinaryIO) -> Size | None:
    head = next(webp_chunks(file), None)
    content = head.read(file, 10) if head else b""
    if head is None or len(content) < 5:
        return None
    if head.name == b"VP8X" and len(content) == 10:
        width, height = (int.from_bytes(content[i : i + 3], "little") + 1 for i in (4, 7))
        return Size(width, height)
    if head.name == b"VP8L" and content[0] == 0x2F:
        bits = int.from_bytes(content[1:5], "little")
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if head.name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a" and len(content) == 10:
        width, height = struct.unpack("<HH", content[6:])
        return Size(width & 0x3FFF, height & 0x3FFF)
    return None


_SIZES = {"png": _png_size, "jpeg": _jpeg_size, "webp": _webp_size}


def _png_has_alpha(file: BinaryIO) -> bool:
    for chunk in png_chunks(file):
        if chunk.name == b"IDAT":
            return False
        if chunk.name == b"IHDR" and chunk.read(file, 13)[9] in (4, 6):
            return True
        if chunk.name == b"tRNS":
            return True
    return False


def _webp_has_alpha(file: BinaryIO) -> bool:
    head = next(webp_chunks(file), None)
    if head is None:
        return False
    content = head.read(file, 5)
    if head.name == b"VP8X":
        return bool(content[0] & 0x10)
    return head.name == b"VP8L" and bool(content[4] & 0x10)
