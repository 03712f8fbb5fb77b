"""A Store in a folder. The modification time of a file is its expiry time, so a sweep needs no other state."""

import secrets
from pathlib import Path

from limner.core.errors import StorageFullError
from limner.storage.faults import storage_errors
from limner.storage.folder import Folder
from limner.storage.quota import Quota
from limner.storage.store import StoredFile, gone_error, is_name, not_found_error


class DiskStore:
    def __init__(self, folder: Path, *, lifetime_s: float, quota: Quota | None = None) -> None:
        self._folder = Folder(folder, quota or Quota())
        self._lifetime_s = lifetime_s

    def put(self, data: bytes, *, extension: str, now: float) -> StoredFile:
        try:
            return self._put(data, extension, now)
        except StorageFullError:
            if not self.sweep(now=now):
                raise
            return self._put(data, extension, now)

    def _put(self, data: bytes, extension: str, now: float) -> StoredFile:
        file = StoredFile(f"{secrets.token_hex(16)}.{extension}", int(now + self._lifetime_s))
        with storage_errors(), self._folder.writing(file.name, data, changed_at=file.expires_at):
            return file

    def read(self, name: str, *, now: float) -> bytes:
        if not is_name(name):
            raise not_found_error(name)
        path = self._folder.path / name
        with storage_errors():
            try:
                if path.stat().st_mtime <= now:
                    raise gone_error(name)
                return path.read_bytes()
            except FileNotFoundError:
                raise gone_error(name) from None

    def sweep(self, *, now: float) -> int:
        with storage_errors():
            expired = [name for name, state in self._folder.sweep().items() if state.st_mtime <= now]
            return sum(self._folder.delete(name) for name in expired if is_name(name))
