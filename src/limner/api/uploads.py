"""Where uploads lie while their request lives, and while they are received, and where finished pictures wait for each
other: small ones in memory, within the server's budget, the rest on disk. A full budget is nothing unusual (the uploads
of waiting requests fill it), so it refuses nobody.
"""

import asyncio
import shutil
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

SPILL_BYTES = 1_000_000
"""A part stays in memory up to this size."""


class MemoryBudget:
    """Bytes that all requests together hold in memory."""

    def __init__(self, num_bytes: int) -> None:
        self._free = num_bytes
        self._lock = threading.Lock()
        self.turn = asyncio.Lock()
        """Whoever must hold something that does not fit waits for their turn: so one at a time does."""

    def take(self, num_bytes: int) -> bool:
        with self._lock:
            if num_bytes > self._free:
                return False
            self._free -= num_bytes
            return True

    def give_back(self, num_bytes: int) -> None:
        with self._lock:
            self._free += num_bytes


class UploadSpace:
    """What one request holds. Leaving the context deletes their files and returns their memory."""

    def __init__(self, budget: MemoryBudget) -> None:
        self._budget = budget
        self.turn = budget.turn
        self.num_pixels = 0
        """Of all its images, as their headers say."""
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

    def let_go(self, num_bytes: int) -> None:
        """Some of what was held is needed no more. A thread may say so late: after the context nothing is held."""
        num_bytes = min(num_bytes, self._held)
        self._held -= num_bytes
        self._budget.give_back(num_bytes)

    def new_path(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="limner-"))
        self._count += 1
        return self._folder / str(self._count)

    async def write(self, data: bytes) -> Path:
        """Data in a file. A request that is given up waits until it is written, because its folder is deleted then."""
        path = self.new_path()
        writing = asyncio.create_task(asyncio.to_thread(path.write_bytes, data))
        try:
            await asyncio.shield(writing)
        finally:
            await asyncio.wait({writing})
        return path


class Spool:
    """One part being received. `feed` only collects; `flush` writes to disk and belongs in a thread."""

    def __init__(self, space: UploadSpace) -> None:
        self._space = space
        self._pending: list[bytes] = []
        self._pending_bytes = 0
        self._held = 0
        """How many of the pending bytes the budget knows of: all of them, or they want to leave."""
        self._path: Path | None = None
        self.num_bytes = 0

    def feed(self, data: bytes) -> None:
        self._pending.append(data)
        self._pending_bytes += len(data)
        self.num_bytes += len(data)
        if self._space.hold(len(data)):
            self._held += len(data)

    @property
    def wants_flush(self) -> bool:
        return self._held < self._pending_bytes or self._pending_bytes > SPILL_BYTES

    def flush(self) -> None:
        self._path = self._path or self._space.new_path()
        with self._path.open("ab") as file:
            file.writelines(self._pending)
        self._pending, self._pending_bytes = [], 0
        self._space.let_go(self._held)
        self._held = 0

    @property
    def must_spill(self) -> bool:
        """At its end: whether it cannot stay in memory."""
        return self._path is not None or self.wants_flush

    def finish(self, *, spill: bool) -> bytes | Path:
        """The received bytes, or the file that holds them."""
        if not spill:
            return b"".join(self._pending)
        self.flush()
        assert self._path is not None
        return self._path
