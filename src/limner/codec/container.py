"""The three file formats as lists of named chunks. Nothing that a file claims about itself is trusted.

A walk ends where the file does, where it stops making sense, or after MAX_CHUNKS.
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
MAX_CHUNKS = 20_000
"""Encoders write 8 kB of pixels or more into a chunk, so a file of 50 MB has fewer. A walk reads no more than these."""

SOS = b"\xda"
"""The JPEG segment that the compressed pixels follow."""
_JPEG_ALONE = frozenset(bytes([code]) for code in (0x00, 0x01, *range(0xD0, 0xD8)))
"""JPEG markers without a length."""


class Chunk(NamedTuple):
    """A part of a file."""

    name: bytes
    """Four letters, or the code of a JPEG marker in one byte."""
    start: int
    """Where its content begins."""
    size: int
    """How many bytes of content it claims to have."""

    def read(self, file: BinaryIO, limit: int) -> bytes:
        """Its content, or the first `limit` bytes of it."""
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
    """Those of the file, or those inside another chunk from `position` to `end`."""
    for _ in range(MAX_CHUNKS):
        file.seek(position)
        head = file.read(8)
        if len(head) < 8 or (end is not None and position + 8 > end):
            return
        name, size = struct.unpack("<4sI", head)
        yield Chunk(name, position + 8, size)
        position += 8 + size + size % 2


def jpeg_segments(file: BinaryIO) -> Iterator[Chunk]:
    """The segments up to the first SOS, and that one."""
    position = 2
    for _ in range(MAX_CHUNKS):  # bytes of padding and markers without content count too
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
