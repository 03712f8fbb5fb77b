"""Blobs and images in folders. The modification time of a file is its expiry time, so a sweep needs no other state."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from limner.core.errors import StorageFullError
from limner.storage.blobs import check_name, is_blob_name
from limner.storage.faults import storage_errors
from limner.storage.folder import Folder
from limner.storage.quota import Quota


class DiskBlobs:
    def __init__(
        self, folder: Path, *, quota: Quota | None = None, is_name: Callable[[str], bool] = is_blob_name
    ) -> None:
        """`is_name`: which files of the folder are blobs; others are left alone."""
        self._folder = Folder(folder, quota or Quota())
        self._is_name = is_name

    def put(self, name: str, content: bytes | Path, *, expires_at: int, now: float) -> None:
        check_name(name)
        try:
            self._put(name, content, expires_at)
        except StorageFullError:
            if not self.sweep(now=now):
                raise
            self._put(name, content, expires_at)

    def _put(self, name: str, content: bytes | Path, expires_at: int) -> None:
        with storage_errors(), self._folder.writing(name, content, changed_at=expires_at):
            pass

    def read(self, name: str, *, now: float) -> bytes | None:
        if not self._is_name(name):
            return None
        with storage_errors():
            try:
                with (self._folder.path / name).open("rb") as file:
                    return None if os.fstat(file.fileno()).st_mtime <= now else file.read()
            except FileNotFoundError:
                return None

    def read_range(self, name: str, start: int, end: int, *, now: float) -> bytes | None:
        if not self._is_name(name):
            return None
        with storage_errors():
            try:
                with (self._folder.path / name).open("rb") as file:
                    file.seek(start)
                    return None if os.fstat(file.fileno()).st_mtime <= now else file.read(end - start)
            except FileNotFoundError:
                return None

    def copy(self, name: str, target: Path, *, now: float, reserve: Callable[[int], None]) -> bool:
        if not self._is_name(name):
            return False
        path = self._folder.path / name
        with storage_errors():
            try:
                state = path.stat()
                if state.st_mtime > now:
                    link_or_copy(path, target, state.st_size, reserve)
                    return True
            except FileNotFoundError:
                pass
        return False

    def delete(self, name: str) -> None:
        if self._is_name(name):
            with storage_errors():
                self._folder.delete(name)

    def delete_all(self, prefix: str) -> None:
        check_name(prefix)
        with storage_errors():
            for name in [name for name, _ in self._folder.entries() if name.startswith(prefix) and self._is_name(name)]:
                self._folder.delete(name)

    def sweep(self, *, now: float) -> int:
        with storage_errors():
            expired = [name for name, state in self._folder.sweep().items() if state.st_mtime <= now]
            return sum(self._delete_expired(name, now) for name in expired if self._is_name(name))

    def _delete_expired(self, name: str, now: float) -> bool:
        """Look again: the blob may have been replaced."""
        with suppress(FileNotFoundError):
            return (self._folder.path / name).stat().st_mtime <= now and self._folder.delete(name)
        return False


def link_or_copy(source: Path, target: Path, num_bytes: int, reserve: Callable[[int], None]) -> None:
    """Raises FileNotFoundError if there is no `source`. `reserve`: called before bytes are copied."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without hard links
        with source.open("rb") as file:
            reserve(num_bytes)
            with target.open("wb") as out:
                shutil.copyfileobj(file, out, 2**20)
