"""Decode a JPEG with Pillow, at a reduced scale if the result is much smaller."""

import io
import struct
from typing import BinaryIO

from PIL import Image, JpegImagePlugin

from limner.codec.container import SOS, jpeg_segments
from limner.codec.limits import check_decoder_bytes, check_scans, check_size
from limner.codec.resample import PixelMode
from limner.core.picture import Size

_DROPPED = frozenset(bytes([code]) for code in (*range(0xE1, 0xEE), 0xEF, 0xFE))
"""Application segments and comments, except APP0 and APP14, which define how colours are stored."""
_FRAMES = frozenset(bytes([code]) for code in range(0xC0, 0xD0) if code not in (0xC4, 0xC8, 0xCC))
_OVERSAMPLING = 2
"""After the decoder's own downscaling, each edge still has at least this multiple of the final pixels."""


class JpegSource:
    def __init__(self, file: BinaryIO, expected: Size, reduction: float) -> None:
        """`reduction`: by which factor the result is smaller than the stored image."""
        self._image = JpegImagePlugin.JpegImageFile(_copy_needed_segments(file))
        check_size(self._image.size, expected)
        if reduction >= 2 * _OVERSAMPLING:
            wanted = _OVERSAMPLING / reduction
            self._image.draft(None, (max(1, int(expected.width * wanted)), max(1, int(expected.height * wanted))))
        channels = 1 if self._image.mode == "L" else 4
        check_decoder_bytes(channels * self._image.size[0] * self._image.size[1])
        self._image.load()
        self.size = Size(*self._image.size)
        self.mode: PixelMode = "CMYK" if self._image.mode == "CMYK" else "RGB"

    def crop(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        return self._image.crop((left, top, right, bottom)).convert(self.mode)


def _copy_needed_segments(file: BinaryIO) -> BinaryIO:
    """Copy only the segments needed for pixels: Pillow parses the others too, and warns or fails on bad ones."""
    stream = io.BytesIO()
    stream.write(b"\xff\xd8")
    frame = b""
    for segment in jpeg_segments(file):
        if segment.name in _FRAMES:
            frame = segment.name + segment.read(file, 6 + 3 * 4)
        if segment.name == SOS:
            file.seek(segment.start - 4)
            scans = file.read()
            _check_cost(frame, scans)
            stream.write(scans)
        elif segment.name not in _DROPPED:
            file.seek(segment.start - 4)
            stream.write(file.read(segment.size + 4))
    stream.seek(0)
    return stream


def _check_cost(frame: bytes, scans: bytes) -> None:
    """Check the cost of a progressive JPEG: all coefficients are in memory, two bytes each, until the last scan."""
    _, height, width, num_components = struct.unpack(">BHHB", frame[1:7])
    factors = [(byte >> 4, byte & 15) for byte in frame[8 : 7 + 3 * num_components : 3]]
    largest_x, largest_y = (max(factor) for factor in zip(*factors, strict=True))
    num_scans = scans.count(b"\xff" + SOS)
    check_scans(num_scans, height * width)
    if num_scans > 1 or frame[0] in (0xC2, 0xCA):
        parts = sum(across * down for across, down in factors) / (largest_x * largest_y)
        check_decoder_bytes(2 * height * width * parts)
