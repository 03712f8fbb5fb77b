"""The buffers of a request: its uploads while they are received and used, and its finished pictures until they are
sent. Small ones stay in memory, within the server's budget; the rest goes to disk, within another.
"""

import asyncio
import errno
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from limner.api.spool_folder import SpoolFolder
from limner.core.errors import APIError, OverloadedError, PayloadTooLargeError
from limner.core.picture import Picture
from limner.core.pixel_count import PixelCount

SPILL_BYTES = 1_000_000
"""A part stays in memory up to this size."""
RETRY_S = 10
PICTURES_SHARE = 2
"""Finished pictures may take one part in so many of the disk, so that slow readers leave room for uploads."""


class MemoryBudget:
    """Bytes that all requests together hold in memory, and the folder for the rest."""

    def __init__(self, num_bytes: int, spool: SpoolFolder) -> None:
        self.spool = spool
        self._free = num_bytes
        self._lock = threading.Lock()
        self.turn = asyncio.Lock()
        """Held by a request that must parse more than fits: one at a time may."""

    def take(self, num_bytes: int) -> bool:
        with self._lock:
            if num_bytes > self._free:
                return False
            self._free -= num_bytes
            return True

    def give_back(self, num_bytes: int) -> None:
        with self._lock:
            self._free += num_bytes

    @property
    def num_free(self) -> int:
        return self._free


class RequestBuffers:
    """What one request holds. Leaving the context deletes its files and returns its memory."""

    def __init__(self, budget: MemoryBudget) -> None:
        self._budget = budget
        self._spool = budget.spool
        self.turn = budget.turn
        self.pixels = PixelCount()
        self._held = 0
        self._num_spooled = 0
        self._folder: Path | None = None
        self._count = 0
        self._is_closed = False
        self._lock = threading.Lock()
        """Threads may still write when a request is given up."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._is_closed = True
            self._budget.give_back(self._held)
            self._held = 0
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None
            self._spool.give_back(self._num_spooled)
            self._num_spooled = 0

    def hold(self, num_bytes: int) -> bool:
        """Whether that many more bytes may stay in memory until the request ends."""
        with self._lock:
            taken = not self._is_closed and self._budget.take(num_bytes)
            self._held += num_bytes if taken else 0
            return taken

    def let_go(self, num_bytes: int) -> None:
        """Return memory early. After the context nothing is held, so a late thread returns nothing."""
        with self._lock:
            num_bytes = min(num_bytes, self._held)
            self._held -= num_bytes
            self._budget.give_back(num_bytes)

    def new_path(self) -> Path:
        with full_disk_as_error(), self._lock:
            if self._is_closed:
                raise OSError(errno.ECANCELED, "the request has ended")
            if self._folder is None:
                self._folder = self._spool.new_folder()
            self._count += 1
            return self._folder / str(self._count)

    def claim(self, num_bytes: int) -> None:
        """Count bytes of an upload that are about to be written; an APIError if there is no room for them."""
        if self._num_spooled + num_bytes > self._spool.max_bytes:
            message = f"The request is too large. The limit is {self._spool.max_bytes} bytes."
            raise PayloadTooLargeError(message, code="request_too_large", headers={"connection": "close"})
        if not self._take(num_bytes, max_bytes=self._spool.max_bytes):
            raise no_room()

    async def keep(self, picture: Picture) -> Picture | None:
        """A finished picture within the budgets, in memory or in a file; None if others leave no room at present.

        Raises OverloadedError on a full disk, which stays full: clients should not repeat the request.
        """
        if isinstance(picture.data, Path) or self.hold(len(picture.data)):
            return picture
        if not self._take(len(picture.data), max_bytes=self._spool.max_bytes // PICTURES_SHARE):
            return None
        try:
            return replace(picture, data=await self._write(picture.data))
        except APIError:
            self._return(len(picture.data))
            raise

    def discard(self, picture: Picture) -> None:
        """Return what `keep` took."""
        if isinstance(picture.data, bytes):
            self.let_go(len(picture.data))
        else:
            self.discard_file(picture.data)

    def discard_file(self, path: Path) -> None:
        """Delete a file of this request, and return its room. An engine's own files are left alone."""
        if path.parent != self._folder:
            return
        try:
            num_bytes = path.stat().st_size
            path.unlink()
        except FileNotFoundError:
            return
        self._return(num_bytes)

    async def _write(self, data: bytes) -> Path:
        """Data in a file. A request that is given up waits until it is written, because its folder is deleted then."""
        path = self.new_path()
        writing = asyncio.create_task(asyncio.to_thread(_write_all, path, data))
        try:
            await asyncio.shield(writing)
        finally:
            await asyncio.wait({writing})
        return path

    def _take(self, num_bytes: int, *, max_bytes: int) -> bool:
        with self._lock:
            taken = not self._is_closed and self._spool.take(num_bytes, max_bytes=max_bytes)
            self._num_spooled += num_bytes if taken else 0
            return taken

    def _return(self, num_bytes: int) -> None:
        with self._lock:
            num_bytes = min(num_bytes, self._num_spooled)
            self._num_spooled -= num_bytes
            self._spool.give_back(num_bytes)


class SpooledPart:
    """One part being received. `feed` only collects; `flush` writes to disk and belongs in a thread."""

    def __init__(self, buffers: RequestBuffers) -> None:
        self._buffers = buffers
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
        if self._buffers.hold(len(data)):
            self._held += len(data)

    @property
    def wants_flush(self) -> bool:
        return self._held < self._pending_bytes or self._pending_bytes > SPILL_BYTES

    def flush(self) -> None:
        self._path = self._path or self._buffers.new_path()
        self._buffers.claim(self._pending_bytes)
        with full_disk_as_error(), self._path.open("ab") as file:
            file.writelines(self._pending)
        self._pending, self._pending_bytes = [], 0
        self._buffers.let_go(self._held)
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


def no_room() -> OverloadedError:
    return OverloadedError(
        f"The server has no room for more uploads at the moment. Please try again in {RETRY_S}s.",
        code="upload_space_full",
        headers={"retry-after": str(RETRY_S), "connection": "close"},
    )


@contextmanager
def full_disk_as_error() -> Iterator[None]:
    """A full disk stays full for a while: clients should not repeat the upload at once."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise OverloadedError(
            "The server's disk for temporary files is full.",
            code="storage_full",
            headers={"x-should-retry": "false", "connection": "close"},
        ) from error


def _write_all(path: Path, data: bytes) -> None:
    with full_disk_as_error():
        path.write_bytes(data)
