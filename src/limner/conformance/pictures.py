"""Images for requests, and inspection of images in responses, without an imaging library."""

import base64
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Format = Literal["png", "jpeg", "webp"]
Color = tuple[int, ...]
PixelFunction = Callable[[int, int], Color]
"""(x, y) -> colour."""
MAX_PIXELS = 2**24
CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
"""PNG colour type -> samples per pixel."""
COLOR_TYPES = {1: 0, 3: 2, 2: 4, 4: 6}


@dataclass(frozen=True, slots=True)
class ImageHeader:
    format: Format
    width: int
    height: int

    @property
    def size(self) -> str:
        return f"{self.width}x{self.height}"


def png(width: int, height: int, paint: PixelFunction) -> bytes:
    """Grey, grey and alpha, RGB or RGBA, depending on the number of values that `paint` returns."""
    rows = b"".join(b"\0" + b"".join(bytes(paint(x, y)) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, COLOR_TYPES[len(paint(0, 0))], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    )


def photo(width: int, height: int) -> bytes:
    """Four opaque coloured quadrants, easy to recognise after an edit."""
    fields = ((220, 60, 40, 255), (40, 120, 220, 255), (240, 200, 60, 255), (60, 170, 90, 255))
    return png(width, height, lambda x, y: fields[(2 * y >= height) * 2 + (2 * x >= width)])


def mask(width: int, height: int) -> bytes:
    """Transparent in the left half, where the image may change."""
    return png(width, height, lambda x, y: (0, 0, 0, 0 if 2 * x < width else 255))


def grey_jpeg(width: int, height: int) -> bytes:
    """A uniform grey baseline JPEG; edges must be multiples of 8."""
    blocks = width // 8 * (height // 8)

    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    one_code = bytes([1] + [0] * 15) + b"\0"  # a table with one code, of one bit, for the symbol 0
    bits = 2 * blocks  # per block: no difference, end of block
    scan = bytes(bits // 8) + (bytes([0xFF >> bits % 8]) if bits % 8 else b"")
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xDB, b"\0" + bytes([1] * 64))
        + segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
        + segment(0xC4, b"\0" + one_code)
        + segment(0xC4, b"\x10" + one_code)
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + scan
        + b"\xff\xd9"
    )


def plain_webp(width: int, height: int) -> bytes:
    """A lossless WebP of one colour: its five prefix codes have one symbol each, so pixels take no bits."""
    bits, length = 0, 0
    fields = [(width - 1, 14), (height - 1, 14), (0, 1), (0, 3), (0, 1), (0, 1), (0, 1)]
    for symbol in (120, 60, 180, 255):  # green, red, blue, alpha: simple code, one symbol, of 8 bits
        fields += [(1, 1), (0, 1), (1, 1), (symbol, 8)]
    fields += [(1, 1), (0, 1), (0, 1), (0, 1)]  # distances: one symbol, of 1 bit
    for value, count in fields:
        bits |= value << length
        length += count
    data = b"\x2f" + bits.to_bytes((length + 7) // 8, "little")
    padded = data + b"\0" * (len(data) % 2)
    chunk = b"VP8L" + struct.pack("<I", len(data)) + padded
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def data_url(data: bytes, media_type: str = "image/png") -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def probe(data: bytes) -> ImageHeader | None:
    """Read format and size from the header. None for other formats."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return ImageHeader("png", *struct.unpack(">II", data[16:24]))
        if data[:3] == b"\xff\xd8\xff":
            return _probe_jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _probe_webp(data)
    except (struct.error, IndexError):
        return None
    return None


def has_alpha(data: bytes) -> bool:
    """Whether a PNG has an alpha channel or a transparent colour."""
    return data[25] in (4, 6) or b"tRNS" in data[:4096]


def pixels(data: bytes) -> "Pixels | None":
    """Decode a PNG with 8 bits per sample, not interlaced and without a palette; None for others."""
    width, height, depth, color_type, _, _, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    if depth != 8 or interlaced or color_type not in (0, 2, 4, 6) or width * height > MAX_PIXELS:
        return None
    channels = CHANNELS[color_type]
    stride = width * channels
    try:
        packed = b"".join(content for name, content in _chunks(data) if name == b"IDAT")
        raw = zlib.decompressobj().decompress(packed, height * (stride + 1) + 1)
    except zlib.error:
        return None
    if len(raw) != height * (stride + 1):
        return None
    rows: list[bytes] = []
    above = bytes(stride)
    for y in range(height):
        start = y * (stride + 1)
        above = _unfilter(raw[start], raw[start + 1 : start + 1 + stride], above, channels)
        rows.append(above)
    return Pixels(width, height, channels, rows)


@dataclass(frozen=True, slots=True)
class Pixels:
    width: int
    height: int
    channels: int
    rows: list[bytes]

    def at(self, x: float, y: float) -> Color:
        """The RGB colour at relative coordinates, 0 to 1, to compare images of different sizes."""
        column, row = int(x * self.width), self.rows[int(y * self.height)]
        found = row[column * self.channels : (column + 1) * self.channels]
        return tuple(found[:3]) if self.channels >= 3 else (found[0],) * 3


def _unfilter(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    if kind == 0:
        return line
    out = bytearray(line)
    match kind:
        case 1:
            for at in range(step, len(out)):
                out[at] = out[at] + out[at - step] & 255
        case 2:
            for at, up in enumerate(above):
                out[at] = out[at] + up & 255
        case 3:
            for at, up in enumerate(above):
                left = out[at - step] if at >= step else 0
                out[at] = out[at] + (left + up >> 1) & 255
        case _:
            for at, up in enumerate(above):
                left, corner = (out[at - step], above[at - step]) if at >= step else (0, 0)
                far_left, far_up, far_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
                near = up if far_up <= far_corner else corner
                out[at] = out[at] + (left if far_left <= min(far_up, far_corner) else near) & 255
    return bytes(out)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _probe_jpeg(data: bytes) -> ImageHeader | None:
    at = 2
    while data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in range(0xC0, 0xD0) and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return ImageHeader("jpeg", width, height)
        at += 2 + length
    return None


def _probe_webp(data: bytes) -> ImageHeader | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return ImageHeader("webp", width, height)
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return ImageHeader("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 ":
        width, height = (size & 0x3FFF for size in struct.unpack("<HH", data[26:30]))
        return ImageHeader("webp", width, height)
    return None
