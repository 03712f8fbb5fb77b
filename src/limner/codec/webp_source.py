"""Decode a WebP with OpenCV, since Pillow would hold four copies of the pixels. Animations: the first frame."""

import struct
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image

from limner.codec.container import Chunk, webp_chunks
from limner.codec.limits import check_decoder_bytes, check_size
from limner.codec.resample import PixelMode
from limner.core.picture import Size

_FRAME_HEADER = 16


class WebpSource:
    def __init__(self, file: BinaryIO, expected: Size) -> None:
        chunks = list(webp_chunks(file))
        self._left_top = (0, 0)
        is_animated = False
        frame = next((chunk for chunk in chunks if chunk.name == b"ANMF"), None)
        if frame is not None and chunks[0].name == b"VP8X":
            is_animated = True
            check_size(_three_byte_numbers(chunks[0].read(file, 10)[4:]), expected)
            left, top = _three_byte_numbers(frame.read(file, _FRAME_HEADER))
            self._left_top = (2 * (left - 1), 2 * (top - 1))
            chunks = list(webp_chunks(file, frame.start + _FRAME_HEADER, frame.start + frame.size))
        self._pixels = _decode(chunks, file, None if is_animated else expected)
        height, width, channels = self._pixels.shape
        self.size = expected
        self._frame_mode: PixelMode = "RGBA" if channels == 4 else "RGB"
        self._is_part = expected != (width, height)
        self.mode: PixelMode = "RGBA" if self._is_part else self._frame_mode

    def crop(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        if not self._is_part:
            return self._image(left, top, right, bottom)
        canvas = Image.new("RGBA", (right - left, bottom - top))
        x, y = self._left_top
        height, width = self._pixels.shape[:2]
        inner = (max(left, x), max(top, y), min(right, x + width), min(bottom, y + height))
        if inner[0] < inner[2] and inner[1] < inner[3]:
            piece = self._image(inner[0] - x, inner[1] - y, inner[2] - x, inner[3] - y)
            canvas.paste(piece.convert("RGBA"), (inner[0] - left, inner[1] - top))
        return canvas

    def _image(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        piece = np.ascontiguousarray(self._pixels[top:bottom, left:right])
        raw_mode = "BGRA" if self._frame_mode == "RGBA" else "BGR"
        return Image.frombuffer(self._frame_mode, (right - left, bottom - top), piece, "raw", raw_mode, 0, 1)


def _decode(chunks: list[Chunk], file: BinaryIO, expected: Size | None) -> npt.NDArray[np.uint8]:
    """Returns BGR or BGRA. `expected`: None allows any size."""
    import cv2  # slow to import, and needed for WebP only

    pixels = next(chunk for chunk in chunks if chunk.name in (b"VP8 ", b"VP8L"))
    alpha = next((chunk for chunk in chunks if chunk.name == b"ALPH"), None)
    head = pixels.read(file, 10)
    if pixels.name == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        width, height, channels = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 4 if bits >> 28 & 1 else 3
        check_decoder_bytes((channels + 4) * width * height)
        alpha = None
    else:
        width, height = (edge & 0x3FFF for edge in struct.unpack("<HH", head[6:10]))
        channels = 3 if alpha is None else 4
        # The decoder holds the alpha plane, and a temporary of four bytes per pixel for it.
        check_decoder_bytes((channels if alpha is None else channels + 5) * width * height)
    check_size((width, height), expected or Size(width, height))
    parts = []
    if alpha is not None:
        flags = struct.pack("<I", 0x10) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        parts += [b"VP8X" + struct.pack("<I", 10) + flags, _whole(alpha, file)]
    parts.append(_whole(pixels, file))
    body = b"WEBP" + b"".join(parts)
    data = np.frombuffer(b"RIFF" + struct.pack("<I", len(body)) + body, np.uint8)
    decoded = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint8 or decoded.shape != (height, width, channels):
        raise ValueError("Its pixels are damaged.")
    return np.asarray(decoded, np.uint8)


def _whole(chunk: Chunk, file: BinaryIO) -> bytes:
    file.seek(chunk.start - 8)
    data = file.read(chunk.size + 8)
    if len(data) < chunk.size + 8:
        raise ValueError("It ends early.")
    return data + b"\0" * (chunk.size % 2)


def _three_byte_numbers(data: bytes) -> tuple[int, int]:
    """Two numbers, each stored minus one."""
    return int.from_bytes(data[:3], "little") + 1, int.from_bytes(data[3:6], "little") + 1
