"""The Blobs protocol: bytes under a name until they expire."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

NAME = re.compile(r"[0-9a-z][0-9a-z_-]{0,127}(?:\.(?!part$)[0-9a-z]{1,8})?", re.ASCII)
"""Safe as a file and as a key, also where upper and lower case are the same; `.part` marks unfinished files."""


class Blobs(Protocol):
    """Every method blocks: call it with `threads.in_thread`. Failures of the storage are APIErrors, for the client.

    Several servers may use the same blobs.
    """

    def put(self, name: str, content: bytes | Path, *, expires_at: int, now: float) -> None:
        """Store all of it or nothing. Replaces an earlier blob of this name, unless that expires later.

        Raises ValueError for an invalid name, StorageFullError if there is no space.
        """
        ...

    def read(self, name: str, *, now: float) -> bytes | None:
        """None: there is no such blob, or it has expired, or the name is invalid."""
        ...

    def read_range(self, name: str, start: int, end: int, *, now: float) -> bytes | None:
        """The bytes from `start` to before `end`, which is not beyond the end; None where `read` returns None."""
        ...

    def copy(self, name: str, target: Path, *, now: float, reserve: Callable[[int], None]) -> bool:
        """Copy or link a blob to a new file; returns False where `read` returns None.

        `reserve`: called with the number of bytes before they are written; not called for a link.
        """
        ...

    def delete(self, name: str) -> None:
        """Does nothing if there is no such blob."""
        ...

    def delete_all(self, prefix: str) -> None:
        """Delete the blobs whose names begin with `prefix`, which has no dot. Raises ValueError if no name can."""
        ...

    def sweep(self, *, now: float) -> int:
        """Delete expired blobs and return their number."""
        ...


def is_blob_name(name: str) -> bool:
    return NAME.fullmatch(name) is not None


def check_name(name: str) -> None:
    if not is_blob_name(name):
        raise ValueError(f"invalid name of a blob: {name!r}")
