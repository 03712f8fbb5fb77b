"""Encodes the pictures of a response as base64 while it is sent, so that their text is never in memory as a whole."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path

from limner import codec
from limner.core.picture import Picture

Chunk = bytes | Picture
"""Bytes to be sent as they are, or a picture to be sent as base64."""
READ_BYTES = 3 * 2**18
"""Read at a time: a multiple of three, so that the pieces of base64 can be concatenated."""


def length_of(chunks: Iterable[Chunk]) -> int:
    """Bytes on the wire."""
    return sum(len(chunk) if isinstance(chunk, bytes) else (_num_bytes(chunk) + 2) // 3 * 4 for chunk in chunks)


async def pieces_of(chunks: Iterable[Chunk]) -> AsyncGenerator[bytes, None]:
    for chunk in chunks:
        if isinstance(chunk, bytes):
            yield chunk
            continue
        for at in range(0, _num_bytes(chunk), READ_BYTES):
            if isinstance(chunk.data, Path):
                yield codec.encode_base64(await asyncio.to_thread(_read, chunk.data, at))
            else:
                yield codec.encode_base64(chunk.data[at : at + READ_BYTES])


def _num_bytes(picture: Picture) -> int:
    return picture.data.stat().st_size if isinstance(picture.data, Path) else len(picture.data)


def _read(path: Path, at: int) -> bytes:
    with path.open("rb") as file:
        file.seek(at)
        return file.read(READ_BYTES)
