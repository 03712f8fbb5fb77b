"""Where uploads lie while their request lives: small ones in memory, within the server's budget, the rest on disk."""

import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

SPILL_BYTES = 1_000_000
"""A part stays in memory up to this size."""


class MemoryBudget:
    """Bytes that all requests together hold in memory."""

    def __init__(self, num_bytes: int) -> None:
        self._free = num_bytes

    def take(self, num_bytes: int) -> bool:
        if num_bytes > self._free:
            return False
        self._free -= num_bytes
        return True

    def give_back(self, num_bytes: int) -> None:
        self._free += num_bytes


class UploadSpace:
    """The uploads of one request. Leaving the context deletes their files and returns their memory."""

    def __init__(self, budget: MemoryBudget) -> None:
        self._budget = budget
        self._held = 0
        self._folder: Path | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._budget.give_back(self._held)
        self._held = 0
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def hold(self, num_bytes: int) -> bool:
        """Whether that many more bytes may stay in memory until the request ends."""
        taken = self._budget.take(num_bytes)
        self._held += num_bytes if taken else 0
        return taken

    def new_path(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="limner-"))
        self._count += 1
        return self._folder / str(self._count)


class Spool:
    """One part being received. `feed` only collects; `flush` writes to disk and belongs in a thread."""

    def __init__(self, space: UploadSpace) -> None:
        self._space = space
        self._pending: list[bytes] = []
        self._pending_bytes = 0
        self._path: Path | None = None
        self._file: BinaryIO | None = None
        self.num_bytes = 0

    def feed(self, data: bytes) -> None:
        self._pending.append(data)
        self._pending_bytes += len(data)
        self.num_bytes += len(data)

    @property
    def wants_flush(self) -> bool:
        return self._pending_bytes > SPILL_BYTES

    def flush(self) -> None:
        if self._file is None:
            self._path = self._space.new_path()
            self._file = self._path.open("wb")
        self._file.writelines(self._pending)
        self._pending, self._pending_bytes = [], 0

    @property
    def must_spill(self) -> bool:
        """At its end: whether it cannot stay in memory. Asking takes the memory."""
        return self._file is not None or not self._space.hold(self._pending_bytes)

    def finish(self, *, spill: bool) -> bytes | Path:
        """The received bytes, or the file that holds them."""
        if not spill:
            return b"".join(self._pending)
        self.flush()
        self.close()
        assert self._path is not None
        return self._path

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
