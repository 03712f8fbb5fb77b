"""Decode a PNG with Pillow, comparing the transparent colour (tRNS) at full bit depth."""

import io
import struct
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from isal import isal_zlib
from PIL import Image, PngImagePlugin

from limner.codec.container import PNG_SIGNATURE, Chunk, png_chunks
from limner.codec.limits import MAX_DECODER_BYTES, check_decoder_bytes, check_size
from limner.codec.resample import PixelMode
from limner.core.picture import Size

_GREY, _RGB, _PALETTE = 0, 2, 3
_NUM_SAMPLES = {_GREY: 1, _RGB: 3}
_MAX_COLORS = 256
_SINGLE_BYTE = frozenset({_GREY, _PALETTE})


class PngSource:
    def __init__(self, file: BinaryIO, expected: Size) -> None:
        stream, header, transparency = _copy_needed_chunks(file)
        width, height, depth, color_type = struct.unpack(">IIBB", header[:10])
        check_size((width, height), expected)
        check_decoder_bytes(width * height * (2 if depth == 16 else 1 if color_type in _SINGLE_BYTE else 4))
        self._depth = depth
        self._is_grey = color_type == _GREY
        self._key = _transparent_color(color_type, depth, transparency)
        self._image = _load(stream, expected)
        self._low_bytes: Image.Image | None = None
        if self._key is not None and color_type == _RGB and depth == 16 and 8 * width * height <= MAX_DECODER_BYTES:
            self._low_bytes = _load(stream, expected, raw_mode="RGB;16L")
        self.size = Size(*self._image.size)
        has_alpha = self._key is not None or self._image.mode in ("RGBA", "LA", "PA") or self._has_palette_alpha
        self.mode: PixelMode = "RGBA" if has_alpha else "RGB"

    @property
    def _has_palette_alpha(self) -> bool:
        return self._image.mode == "P" and "transparency" in self._image.info

    def crop(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        box = (left, top, right, bottom)
        piece = self._image.crop(box)
        if piece.mode == "I;16":
            values = np.asarray(piece)
            shown = Image.fromarray((values >> 8).astype(np.uint8)).convert("RGB")
            return shown if self._key is None else _with_alpha(shown, values != self._key[0])
        if self._key is None:
            return piece.convert(self.mode)
        if self._is_grey:
            grey = piece.convert("L")
            return _with_alpha(grey.convert("RGB"), np.asarray(grey) != self._key[0] * 255 // (2**self._depth - 1))
        return _with_alpha(piece, self._differs(piece, box))

    def _differs(self, piece: Image.Image, box: tuple[int, int, int, int]) -> npt.NDArray[np.bool_]:
        key = np.array(self._key, np.uint16)
        if self._depth < 16:
            return np.asarray((np.asarray(piece) != key).any(axis=2))
        differs = np.asarray(piece) != key >> 8
        if self._low_bytes is not None:
            differs |= np.asarray(self._low_bytes.crop(box)) != key & 255
        return np.asarray(differs.any(axis=2))


def _with_alpha(image: Image.Image, is_opaque: npt.NDArray[np.bool_]) -> Image.Image:
    image = image.convert("RGB")
    image.putalpha(Image.fromarray(is_opaque.astype(np.uint8) * 255))
    return image


def _transparent_color(color_type: int, depth: int, transparency: bytes) -> tuple[int, ...] | None:
    num_samples = _NUM_SAMPLES.get(color_type)
    if num_samples is None or len(transparency) < 2 * num_samples:
        return None
    samples = struct.unpack_from(f">{num_samples}H", transparency)
    return tuple(sample & (2**depth - 1) for sample in samples)


def _load(stream: BinaryIO, expected: Size, raw_mode: str | None = None) -> Image.Image:
    """`raw_mode`: unpack samples differently than the header says."""
    stream.seek(0)
    # Image.open would apply Pillow's own size limit.
    image = PngImagePlugin.PngImageFile(stream)
    check_size(image.size, expected)
    if raw_mode is not None:
        image.tile = [tile._replace(args=raw_mode) for tile in image.tile]
    image.load()
    return image


def _copy_needed_chunks(file: BinaryIO) -> tuple[BinaryIO, bytes, bytes]:
    """Returns a PNG of only the chunks needed for pixels, the IHDR, and the tRNS, which Pillow must not see.

    All IDAT chunks become one, for Pillow reads them in a loop of Python.
    """
    stream = io.BytesIO()
    stream.write(PNG_SIGNATURE)
    header = transparency = b""
    has_ended = False
    pixels_at, pixels_bytes, checksum = 0, 0, isal_zlib.crc32(b"IDAT")
    for chunk in png_chunks(file):
        match chunk.name:
            case b"IHDR" | b"PLTE":
                content = _read_verified(chunk, file)
                header = header or content
                if not pixels_at:
                    _write(stream, chunk.name, content)
            case b"tRNS" if not pixels_at and header:
                content = _read_verified(chunk, file)
                if header[9] == _PALETTE:
                    _write(stream, chunk.name, content[:_MAX_COLORS])
                else:
                    transparency = content
            case b"IDAT":
                if not pixels_at:
                    pixels_at = stream.tell()
                    stream.write(bytes(4) + b"IDAT")
                content = _read_verified(chunk, file)
                checksum = isal_zlib.crc32(content, checksum)
                pixels_bytes += len(content)
                stream.write(content)
            case b"IEND":
                has_ended = True
    if not (header and pixels_at and has_ended):
        raise ValueError("It has no pixels, or ends early.")
    stream.write(struct.pack(">I", checksum))
    _write(stream, b"IEND", b"")
    stream.seek(pixels_at)
    stream.write(struct.pack(">I", pixels_bytes))
    return stream, header, transparency


def _write(stream: BinaryIO, name: bytes, content: bytes) -> None:
    checksum = isal_zlib.crc32(content, isal_zlib.crc32(name))
    stream.write(struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum))


def _read_verified(chunk: Chunk, file: BinaryIO) -> bytes:
    """Read and verify a chunk: Pillow would ignore a wrong checksum and return damaged pixels."""
    file.seek(chunk.start - 4)
    data = file.read(chunk.size + 8)
    if len(data) < chunk.size + 8 or isal_zlib.crc32(memoryview(data)[:-4]) != int.from_bytes(data[-4:], "big"):
        raise ValueError(f"The chunk {chunk.name!r} is damaged.")
    return data[4:-4]
