"""A limit on the bytes in the storage folder, shared by its subfolders."""

import threading
from collections import Counter

from limner.storage.faults import storage_full_error

BLOCK_BYTES = 4096
"""Minimum size of a file on common file systems; otherwise many small files could fill the disk."""


def bytes_on_disk(num_bytes: int) -> int:
    """The size of a file, rounded up to whole blocks."""
    return max(1, -(-num_bytes // BLOCK_BYTES)) * BLOCK_BYTES


class Quota:
    """A limit that several owners share. Thread-safe."""

    def __init__(self, max_bytes: int = 0) -> None:
        """`max_bytes`: 0 sets no limit."""
        self._max_bytes = max_bytes
        self._used: Counter[object] = Counter()
        self._writing: Counter[object] = Counter()
        """Bytes reserved for unfinished files."""
        self._uncounted: Counter[object] = Counter()
        """Bytes that a running recount may miss."""
        self._lock = threading.Lock()

    def reserve(self, owner: object, num_bytes: int) -> None:
        """Reserve space for a new file. Raises StorageFullError if it does not fit."""
        with self._lock:
            if self._max_bytes and self._used.total() + num_bytes > self._max_bytes:
                raise storage_full_error(f"It may hold {self._max_bytes} bytes (the setting storage.max_bytes).")
            for counter in (self._used, self._writing, self._uncounted):
                counter[owner] += num_bytes

    def settle(self, owner: object, num_bytes: int, *, written: bool) -> None:
        """End a reservation: the file was written, or writing failed."""
        with self._lock:
            self._writing[owner] -= num_bytes
        if not written:
            self.release(owner, num_bytes)

    def release(self, owner: object, num_bytes: int) -> None:
        with self._lock:
            self._used[owner] = max(0, self._used[owner] - num_bytes)

    def begin_recount(self, owner: object) -> None:
        """Call before listing the owner's files, and `end_recount` after. One recount per owner at a time."""
        with self._lock:
            self._uncounted[owner] = self._writing[owner]

    def end_recount(self, owner: object, num_bytes: int) -> None:
        """Files written during the recount may be counted twice until the next one, but are never missed."""
        with self._lock:
            self._used[owner] = num_bytes + self._uncounted[owner]

    @property
    def num_bytes(self) -> int:
        with self._lock:
            return self._used.total()
