"""How many bytes the storage folder may hold, over all its parts."""

import threading
from collections import Counter

from limner.storage.faults import storage_full

BLOCK_BYTES = 4096
"""What a file takes on a usual file system, at least: a million small files fill a disk too."""


def bytes_on_disk(num_bytes: int) -> int:
    """The size of a file in whole blocks."""
    return max(1, -(-num_bytes // BLOCK_BYTES)) * BLOCK_BYTES


class Quota:
    """A limit that several owners share. Safe to use from several threads."""

    def __init__(self, max_bytes: int = 0) -> None:
        """`max_bytes`: 0 sets no limit."""
        self._max_bytes = max_bytes
        self._used: Counter[object] = Counter()
        self._writing: Counter[object] = Counter()
        """What is reserved for files that are not finished."""
        self._uncounted: Counter[object] = Counter()
        """What a recount that runs may not see."""
        self._lock = threading.Lock()

    def reserve(self, owner: object, num_bytes: int) -> None:
        """For a file to be written. Raises StorageFullError if it does not fit."""
        with self._lock:
            if self._max_bytes and self._used.total() + num_bytes > self._max_bytes:
                raise storage_full(f"It may hold {self._max_bytes} bytes (the setting storage.max_bytes).")
            for counter in (self._used, self._writing, self._uncounted):
                counter[owner] += num_bytes

    def settle(self, owner: object, num_bytes: int, *, written: bool) -> None:
        """The file is finished, or given up."""
        with self._lock:
            self._writing[owner] -= num_bytes
        if not written:
            self.release(owner, num_bytes)

    def release(self, owner: object, num_bytes: int) -> None:
        with self._lock:
            self._used[owner] = max(0, self._used[owner] - num_bytes)

    def begin_recount(self, owner: object) -> None:
        """Before the owner's files are listed; `end_recount` after. One recount of an owner at a time."""
        with self._lock:
            self._uncounted[owner] = self._writing[owner]

    def end_recount(self, owner: object, num_bytes: int) -> None:
        """What was written meanwhile may be counted twice, until the next recount; it is never forgotten."""
        with self._lock:
            self._used[owner] = num_bytes + self._uncounted[owner]

    @property
    def num_bytes(self) -> int:
        with self._lock:
            return self._used.total()
