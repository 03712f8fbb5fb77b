"""A fast PNG encoder: numpy applies one filter to a strip of rows, ISA-L's fastest deflate compresses.

About 20 times as fast as common encoders on a photograph, for 5 % more bytes. Both parts release the GIL.
"""

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from isal import isal_zlib

from limner.codec.container import PNG_SIGNATURE

Rows = npt.NDArray[np.uint8]
"""Shape (rows, bytes per row)."""

_COLOR_TYPES = {3: 2, 4: 6}
_STRIP_ROWS = 256
_LEVEL = 1
_SAMPLED_ROWS = 16
_FLAT = 0.8
"""From this share of zero residuals on, unfiltered rows compress better."""


def write_png(pixels: npt.NDArray[np.uint8], chunks: Iterable[tuple[bytes, bytes]] = ()) -> bytes:
    """`pixels` is (H, W, 3) or (H, W, 4) and contiguous; `chunks` are (name, content) pairs that precede the pixels."""
    height, width, channels = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    parts: list[Any] = [PNG_SIGNATURE]
    parts += _chunk(b"IHDR", [header])
    for name, content in chunks:
        parts += _chunk(name, [content])
    parts += _chunk(b"IDAT", list(_deflate(pixels.reshape(height, width * channels), channels)))
    parts += _chunk(b"IEND", [])
    return b"".join(parts)


def _chunk(name: bytes, contents: Sequence[bytes]) -> list[bytes]:
    checksum = isal_zlib.crc32(name)
    for content in contents:
        checksum = isal_zlib.crc32(content, checksum)
    size = sum(map(len, contents))
    return [struct.pack(">I", size), name, *contents, struct.pack(">I", checksum)]


def _deflate(rows: Rows, channels: int) -> Iterator[bytes]:
    """Filter and compress strip by strip: a strip fits the CPU cache, and the image is not copied."""
    deflater = isal_zlib.compressobj(_LEVEL)
    filtered = np.empty((min(_STRIP_ROWS, len(rows)), rows.shape[1] + 1), np.uint8)
    for top in range(0, len(rows), _STRIP_ROWS):
        strip = rows[top : top + _STRIP_ROWS]
        above = rows[top - 1] if top else np.zeros_like(rows[0])
        out = filtered[: len(strip)]
        _choose_filter(strip, channels)(strip, above, channels, out)
        yield deflater.compress(out.data)
    yield deflater.flush()


def _filter_sub(strip: Rows, above: Rows, channels: int, out: Rows) -> None:
    """Subtract the byte to the left."""
    out[:, 0] = 1
    out[:, 1 : 1 + channels] = strip[:, :channels]
    np.subtract(strip[:, channels:], strip[:, :-channels], out=out[:, 1 + channels :])


def _filter_up(strip: Rows, above: Rows, channels: int, out: Rows) -> None:
    """Subtract the byte above."""
    out[:, 0] = 2
    np.subtract(strip[0], above, out=out[0, 1:])
    np.subtract(strip[1:], strip[:-1], out=out[1:, 1:])


def _filter_none(strip: Rows, above: Rows, channels: int, out: Rows) -> None:
    out[:, 0] = 0
    out[:, 1:] = strip


def _choose_filter(strip: Rows, channels: int) -> Callable[[Rows, Rows, int, Rows], None]:
    """The filter with the smallest residuals on a sample of rows."""
    step = max(2, len(strip) // _SAMPLED_ROWS)
    sample, before = strip[1::step], strip[: len(strip) - 1 : step]
    if not sample.size:
        return _filter_sub
    up = sample - before
    sub = sample[:, channels:] - sample[:, :-channels]
    if min(_flatness(up), _flatness(sub)) > _FLAT:
        return _filter_none
    return _filter_up if _roughness(up) < _roughness(sub) else _filter_sub


def _flatness(residuals: Rows) -> float:
    """The share of zero bytes."""
    return 1 - np.count_nonzero(residuals) / max(1, residuals.size)


def _roughness(residuals: Rows) -> float:
    """Mean distance of bytes from 0, modulo 256."""
    return float(np.minimum(residuals, -residuals).mean()) if residuals.size else 0.0
