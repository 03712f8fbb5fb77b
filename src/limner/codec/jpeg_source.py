"""The pixels of a JPEG, through Pillow, at a reduced scale where less than all of them are needed."""

import io
import struct
from typing import BinaryIO

from PIL import Image, JpegImagePlugin

from limner.codec.container import SOS, jpeg_segments
from limner.codec.limits import check_decoder_bytes, check_scans, check_size
from limner.codec.resample import PixelMode
from limner.core.picture import Size

_DROPPED = frozenset(bytes([code]) for code in (*range(0xE1, 0xEE), 0xEF, 0xFE))
"""Every application segment and comment, except those that say how colours are stored: APP0 and APP14."""
_FRAMES = frozenset(bytes([code]) for code in range(0xC0, 0xD0) if code not in (0xC4, 0xC8, 0xCC))
_OVERSAMPLING = 2
"""The decoder's own reduction leaves at least so many times the pixels that are wanted along each edge."""


class JpegSource:
    def __init__(self, file: BinaryIO, expected: Size, reduction: float) -> None:
        """`reduction`: how many times smaller than the stored picture the result will be."""
        self._image = JpegImagePlugin.JpegImageFile(_needed(file))
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


def _needed(file: BinaryIO) -> BinaryIO:
    """Only what the pixels need: Pillow looks into everything else, and warns or fails over it."""
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
    """A picture of several scans is kept whole, as two bytes for each coefficient, until the last of them."""
    _, height, width, num_components = struct.unpack(">BHHB", frame[1:7])
    factors = [(byte >> 4, byte & 15) for byte in frame[8 : 7 + 3 * num_components : 3]]
    largest_x, largest_y = (max(factor) for factor in zip(*factors, strict=True))
    num_scans = scans.count(b"\xff" + SOS)
    check_scans(num_scans, height * width)
    if num_scans > 1 or frame[0] in (0xC2, 0xCA):
        parts = sum(across * down for across, down in factors) / (largest_x * largest_y)
        check_decoder_bytes(2 * height * width * parts)
