"""Reads files, and encodes pictures as base64, while a response is sent, so that it is never in memory as a whole."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from pathlib import Path

from limner import codec
from limner.core.picture import Picture


@dataclass(frozen=True, slots=True)
class FileSlice:
    """Bytes of a file."""

    path: Path
    start: int
    end: int


Chunk = bytes | FileSlice | Picture
"""Bytes to be sent as they are, or a picture to be sent as base64."""
READ_BYTES = 3 * 2**18
"""Read at a time: a multiple of three, so that the pieces of base64 can be concatenated."""


def length_of(chunks: Iterable[Chunk]) -> int:
    """Bytes on the wire."""
    return sum(_length(chunk) for chunk in chunks)


async def pieces_of(chunks: Iterable[Chunk]) -> AsyncGenerator[bytes, None]:
    for chunk in chunks:
        match chunk:
            case bytes():
                yield chunk
            case FileSlice():
                for at in range(chunk.start, chunk.end, READ_BYTES):
                    yield await asyncio.to_thread(_read, chunk.path, at, min(READ_BYTES, chunk.end - at))
            case Picture(data=Path() as path):
                for at in range(0, _num_bytes(chunk), READ_BYTES):
                    yield codec.encode_base64(await asyncio.to_thread(_read, path, at, READ_BYTES))
            case Picture(data=bytes() as data):
                view = memoryview(data)  # its slices are no copies
                for at in range(0, len(data), READ_BYTES):
                    yield codec.encode_base64(view[at : at + READ_BYTES])


def _length(chunk: Chunk) -> int:
    match chunk:
        case bytes():
            return len(chunk)
        case FileSlice():
            return chunk.end - chunk.start
    return (_num_bytes(chunk) + 2) // 3 * 4


def _num_bytes(picture: Picture) -> int:
    return picture.data.stat().st_size if isinstance(picture.data, Path) else len(picture.data)


def _read(path: Path, at: int, num_bytes: int) -> bytes:
    with path.open("rb") as file:
        file.seek(at)
        return file.read(num_bytes)
