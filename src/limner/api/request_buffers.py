"""The buffers of a request: its uploads, and its finished pictures until they are sent. They stay in memory within
the server's budget, or go to disk, within another.
"""

import asyncio
import errno
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from limner.api.spool_folder import SpoolFolder
from limner.core.errors import APIError, OverloadedError, PayloadTooLargeError
from limner.core.picture import Picture
from limner.core.pixel_count import PixelCount

T = TypeVar("T")

SPILL_BYTES = 1_000_000
"""Larger parts go to disk."""
RETRY_S = 10
PICTURES_SHARE = 2
"""Pictures may take 1/2 of the disk budget, so that slow readers leave space for uploads."""


class MemoryBudget:
    """What all requests together may hold in memory, and the folder for the rest."""

    def __init__(self, num_bytes: int, spool: SpoolFolder) -> None:
        self.spool = spool
        self._free = num_bytes
        self._lock = threading.Lock()
        self.parse_lock = asyncio.Lock()
        """Held while a request parses more than fits into the budget."""

    def reserve(self, num_bytes: int) -> bool:
        with self._lock:
            if num_bytes > self._free:
                return False
            self._free -= num_bytes
            return True

    def release(self, num_bytes: int) -> None:
        with self._lock:
            self._free += num_bytes

    @property
    def num_free(self) -> int:
        return self._free


class RequestBuffers:
    """The memory and disk space of one request. Leaving the context frees both."""

    def __init__(self, budget: MemoryBudget) -> None:
        self._budget = budget
        self._spool = budget.spool
        self.parse_lock = budget.parse_lock
        self.pixels = PixelCount()
        self._held = 0
        self._num_spooled = 0
        self._folder: Path | None = None
        self._count = 0
        self._is_closed = False
        self._lock = threading.Lock()
        """Threads may still write when a request is cancelled."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._is_closed = True
            self._budget.release(self._held)
            self._held = 0
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None
            self._spool.release(self._num_spooled)
            self._num_spooled = 0

    def reserve_memory(self, num_bytes: int) -> bool:
        """Reserve memory until the request ends; returns whether there was enough."""
        with self._lock:
            is_reserved = not self._is_closed and self._budget.reserve(num_bytes)
            self._held += num_bytes if is_reserved else 0
            return is_reserved

    def release_memory(self, num_bytes: int) -> None:
        """Free memory early. Does nothing after the context, so late threads may call it."""
        with self._lock:
            num_bytes = min(num_bytes, self._held)
            self._held -= num_bytes
            self._budget.release(num_bytes)

    def new_path(self) -> Path:
        with full_disk_as_error(), self._lock:
            if self._is_closed:
                raise OSError(errno.ECANCELED, "the request has ended")
            if self._folder is None:
                self._folder = self._spool.new_folder()
            self._count += 1
            return self._folder / str(self._count)

    def reserve_disk(self, num_bytes: int) -> None:
        """Reserve disk space for an upload before it is written. Raises an APIError if there is not enough."""
        if self._num_spooled + num_bytes > self._spool.max_bytes:
            message = f"The request is too large. The limit is {self._spool.max_bytes} bytes."
            raise PayloadTooLargeError(message, code="request_too_large", headers={"connection": "close"})
        if not self._reserve_disk(num_bytes, max_bytes=self._spool.max_bytes):
            raise no_space_error()

    async def keep(self, picture: Picture) -> Picture | None:
        """Keep a finished picture in memory or in a file; returns None if both budgets are used up.

        Raises OverloadedError if the disk itself is full.
        """
        if isinstance(picture.data, Path) or self.reserve_memory(len(picture.data)):
            return picture
        if not self.reserve_pictures(len(picture.data)):
            return None
        try:
            return replace(picture, data=await self._write(picture.data))
        except APIError:
            self._release_disk(len(picture.data))
            raise

    def reserve_pictures(self, num_bytes: int) -> bool:
        """Reserve disk space for finished pictures until the request ends; returns whether there was enough."""
        return self._reserve_disk(num_bytes, max_bytes=self._spool.max_bytes // PICTURES_SHARE)

    def discard(self, picture: Picture) -> None:
        """Free what `keep` reserved."""
        if isinstance(picture.data, bytes):
            self.release_memory(len(picture.data))
        else:
            self.discard_file(picture.data)

    def discard_file(self, path: Path) -> None:
        """Delete a file of this request. Files of engines are left alone."""
        if path.parent != self._folder:
            return
        try:
            num_bytes = path.stat().st_size
            path.unlink()
        except FileNotFoundError:
            return
        self._release_disk(num_bytes)

    async def _write(self, data: bytes) -> Path:
        """Write data to a new file."""
        path = self.new_path()
        await run_in_thread(partial(_write_all, path, data))
        return path

    def _reserve_disk(self, num_bytes: int, *, max_bytes: int) -> bool:
        with self._lock:
            is_reserved = not self._is_closed and self._spool.reserve(num_bytes, max_bytes=max_bytes)
            self._num_spooled += num_bytes if is_reserved else 0
            return is_reserved

    def _release_disk(self, num_bytes: int) -> None:
        with self._lock:
            num_bytes = min(num_bytes, self._num_spooled)
            self._num_spooled -= num_bytes
            self._spool.release(num_bytes)


class SpooledPart:
    """One part that is being received. `flush` and `finish(spill=True)` write to disk: call them in a thread."""

    def __init__(self, buffers: RequestBuffers) -> None:
        self._buffers = buffers
        self._pending: list[bytes] = []
        self._pending_bytes = 0
        self._held = 0
        """How many of the pending bytes are within the memory budget."""
        self._path: Path | None = None
        self.num_bytes = 0

    def feed(self, data: bytes) -> None:
        self._pending.append(data)
        self._pending_bytes += len(data)
        self.num_bytes += len(data)
        if self._buffers.reserve_memory(len(data)):
            self._held += len(data)

    @property
    def wants_flush(self) -> bool:
        return self._held < self._pending_bytes or self._pending_bytes > SPILL_BYTES

    def flush(self) -> None:
        self._path = self._path or self._buffers.new_path()
        self._buffers.reserve_disk(self._pending_bytes)
        with full_disk_as_error(), self._path.open("ab") as file:
            file.writelines(self._pending)
        self._pending, self._pending_bytes = [], 0
        self._buffers.release_memory(self._held)
        self._held = 0

    @property
    def must_spill(self) -> bool:
        """Whether a complete part has to go to disk."""
        return self._path is not None or self.wants_flush

    def finish(self, *, spill: bool) -> bytes | Path:
        """The received bytes, or the path of their file."""
        if not spill:
            return b"".join(self._pending)
        self.flush()
        assert self._path is not None
        return self._path


async def run_in_thread(write: Callable[[], T]) -> T:
    """Write in a thread. A cancelled request waits for it, because its folder is deleted next."""
    writing = asyncio.create_task(asyncio.to_thread(write))
    try:
        return await asyncio.shield(writing)
    except asyncio.CancelledError:
        await asyncio.wait({writing})
        writing.exception()  # marks it as retrieved
        raise


def no_space_error() -> OverloadedError:
    return OverloadedError(
        f"The server's upload space is full. Please try again in {RETRY_S}s.",
        code="upload_space_full",
        headers={"retry-after": str(RETRY_S), "connection": "close"},
    )


def no_picture_space_error() -> OverloadedError:
    message = f"The server's space for finished images is full. Please try again in {RETRY_S}s."
    return OverloadedError(message, code="picture_space_full", headers={"retry-after": str(RETRY_S)})


@contextmanager
def full_disk_as_error() -> Iterator[None]:
    """Turn a full disk into an error that clients do not retry."""
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
