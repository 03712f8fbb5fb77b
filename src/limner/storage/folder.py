"""A folder with atomic writes: files are written under a temporary name, locked meanwhile, and counted by a quota."""

import os
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from limner.storage.content import Content, length_of, write_content
from limner.storage.quota import Quota, bytes_on_disk

UNFINISHED = ".part"


class Folder:
    """Every method blocks and raises OSError, or StorageFullError if the quota is exceeded."""

    def __init__(self, path: Path, quota: Quota) -> None:
        self.path = path
        self._quota = quota
        self._sweeping = threading.Lock()

    @contextmanager
    def writing(self, name: str, content: Content, *, changed_at: float | None = None) -> Iterator[None]:
        """Write or replace a file and keep it locked within the context. Removes it if writing or the context fails.

        `changed_at`: the file's modification time in Unix seconds.
        """
        size = bytes_on_disk(length_of(content))
        self._quota.reserve(self, size)
        target = self.path / name
        unfinished = self.path / f"{name}.{secrets.token_hex(4)}{UNFINISHED}"  # the same name may be written twice
        written = unfinished
        replaced = 0
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with _open_locked(unfinished) as file:
                write_content(content, file)
                file.flush()
                if changed_at is not None:
                    os.utime(unfinished, (changed_at, changed_at))
                with suppress(FileNotFoundError):
                    replaced = bytes_on_disk(target.stat().st_size)
                unfinished.replace(target)
                written = target
                yield
        except BaseException:
            self._quota.settle(self, size, written=False)
            with suppress(OSError):
                written.unlink(missing_ok=True)
            raise
        self._quota.settle(self, size, written=True)
        self._quota.release(self, replaced)

    def delete(self, name: str) -> bool:
        """Returns whether the file existed."""
        path = self.path / name
        try:
            size = path.stat().st_size
            path.unlink()
        except FileNotFoundError:
            return False
        self._quota.release(self, bytes_on_disk(size))
        return True

    def entries(self) -> Iterator[tuple[str, os.stat_result]]:
        """Name and status of every file; none if the folder does not exist."""
        try:
            listing = os.scandir(self.path)
        except FileNotFoundError:
            return
        with listing:
            for entry in listing:
                with suppress(FileNotFoundError):  # deleted meanwhile
                    state = entry.stat(follow_symlinks=False)
                    if entry.is_file(follow_symlinks=False):
                        yield entry.name, state

    def sweep(self) -> dict[str, os.stat_result]:
        """Delete unfinished files of dead writers, recount the quota, and return the remaining files."""
        with self._sweeping:
            self._quota.begin_recount(self)
            found = dict(self.entries())
            for name in [name for name in found if name.endswith(UNFINISHED)]:
                with suppress(FileNotFoundError):
                    if not is_locked(self.path / name):
                        (self.path / name).unlink()
                        del found[name]
            self._quota.end_recount(self, sum(bytes_on_disk(state.st_size) for state in found.values()))
            return found


if sys.platform == "win32":
    SLOWEST_WRITER_S = 600

    def _open_locked(path: Path) -> BinaryIO:
        return path.open("xb")

    def is_locked(path: Path) -> bool:
        """Whether a process may be writing this file. Windows has no such locks, so the age decides."""
        return time.time() - path.stat().st_ctime < SLOWEST_WRITER_S

else:
    import fcntl

    def _open_locked(path: Path) -> BinaryIO:
        """Create and lock a new file. Retries if a sweep deletes it before it is locked."""
        while True:
            file = path.open("xb")
            fcntl.flock(file, fcntl.LOCK_EX)
            if os.fstat(file.fileno()).st_nlink:
                return file
            file.close()

    def is_locked(path: Path) -> bool:
        """Whether any process is writing this file."""
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False
