"""PNG, JPEG and WebP files as sequences of named chunks. No claim in a file is trusted.

Iteration ends with the file, at the first invalid chunk, or after MAX_CHUNKS.
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
MAX_CHUNKS = 20_000
"""Encoders write at least 8 kB of pixels per chunk, so a file of 50 MB has fewer chunks than this."""

SOS = b"\xda"
"""JPEG start of scan: the compressed pixels follow this segment."""
_JPEG_ALONE = frozenset(bytes([code]) for code in (0x00, 0x01, *range(0xD0, 0xD8)))
"""JPEG markers without a length."""


class Chunk(NamedTuple):
    """A section of a file."""

    name: bytes
    """Four letters, or a JPEG marker code of one byte."""
    start: int
    """Offset of its content."""
    size: int
    """Its content length as claimed by the file."""

    def read(self, file: BinaryIO, limit: int) -> bytes:
        """Its content, at most the first `limit` bytes."""
        file.seek(self.start)
        return file.read(min(self.size, limit))


def open_data(data: bytes | Path) -> BinaryIO:
    return io.BytesIO(data) if isinstance(data, bytes) else data.open("rb")


def png_chunks(file: BinaryIO) -> Iterator[Chunk]:
    position = len(PNG_SIGNATURE)
    for _ in range(MAX_CHUNKS):
        file.seek(position)
        head = file.read(8)
        if len(head) < 8:
            return
        size, name = struct.unpack(">I4s", head)
        yield Chunk(name, position + 8, size)
        if name == b"IEND":
            return
        position += size + 12  # length, name and checksum


def webp_chunks(file: BinaryIO, position: int = 12, end: int | None = None) -> Iterator[Chunk]:
    """Chunks of the file, or of another chunk from `position` to `end`."""
    for _ in range(MAX_CHUNKS):
        file.seek(position)
        head = file.read(8)
        if len(head) < 8 or (end is not None and position + 8 > end):
            return
        name, size = struct.unpack("<4sI", head)
        yield Chunk(name, position + 8, size)
        position += 8 + size + size % 2


def jpeg_segments(file: BinaryIO) -> Iterator[Chunk]:
    """Segments up to and including the first SOS."""
    position = 2
    for _ in range(MAX_CHUNKS):  # padding bytes and markers without content count, too
        file.seek(position)
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            return
        name = head[1:2]
        if name == b"\xff":  # padding
            position += 1
        elif name in _JPEG_ALONE:
            position += 2
        else:
            size = struct.unpack(">H", head[2:])[0]
            yield Chunk(name, position + 4, max(0, size - 2))
            if name == SOS or size < 2:
                return
            position += 2 + size
