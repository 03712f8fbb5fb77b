"""What is stored: bytes, a file, or pieces that are read while they are written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

COPY_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Pieces:
    """Content that is never in memory as a whole."""

    num_bytes: int
    read: Callable[[], Iterable[bytes]]
    """Blocks. Called again if the content has to be written again."""


Content = bytes | Path | Pieces


def length_of(content: Content) -> int:
    match content:
        case Path():
            return content.stat().st_size
        case Pieces():
            return content.num_bytes
    return len(content)


def write_content(content: Content, file: BinaryIO) -> None:
    """Raises ValueError if pieces have another length than they should."""
    match content:
        case bytes():
            file.write(content)
        case Path():
            with content.open("rb") as source:
                while piece := source.read(COPY_BYTES):
                    file.write(piece)
        case Pieces():
            for piece in checked_pieces(content):
                file.write(piece)


def checked_pieces(content: Pieces) -> Iterable[bytes]:
    """The pieces. Raises ValueError if there are more or fewer bytes than `num_bytes`."""
    num_bytes = 0
    for piece in content.read():
        num_bytes += len(piece)
        if num_bytes > content.num_bytes:
            break
        yield piece
    if num_bytes != content.num_bytes:
        raise ValueError(f"expected {content.num_bytes} bytes of content, and got {num_bytes}")
