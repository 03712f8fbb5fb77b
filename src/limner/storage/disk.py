"""A folder as a Store. A file's time of change is its time of expiry, so that sweeping reads no other state."""

import math
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from limner.storage.store import StoredFile, gone, not_found

NAME = re.compile(r"[0-9a-f]{32}\.(png|jpeg|webp)", re.ASCII)


UNFINISHED = ".part"


class DiskStore:
    def __init__(self, folder: Path, *, lifetime_s: float) -> None:
        self._folder = folder
        self._lifetime_s = lifetime_s

    def put(self, data: bytes, *, extension: str, now: float) -> StoredFile:
        self._folder.mkdir(parents=True, exist_ok=True)
        file = StoredFile(f"{secrets.token_hex(16)}.{extension}", int(now + self._lifetime_s))
        path = self._folder / file.name
        unfinished = path.with_suffix(UNFINISHED)
        unfinished.write_bytes(data)
        os.utime(unfinished, (file.expires_at, file.expires_at))
        unfinished.replace(path)
        return file

    def read(self, name: str, *, now: float) -> bytes:
        if not NAME.fullmatch(name):
            raise not_found(name)
        try:
            path = self._folder / name
            if path.stat().st_mtime <= now:
                raise gone(name)
            return path.read_bytes()
        except FileNotFoundError:
            raise gone(name) from None

    def sweep(self, *, now: float) -> int:
        if not self._folder.is_dir():
            return 0
        return sum(_delete_expired(path, self._expiry(path), now) for path in self._folder.iterdir())

    def _expiry(self, path: Path) -> float:
        """A file that was never finished is given the time of one that was: another thread may be writing it."""
        with suppress(FileNotFoundError):
            changed = path.stat().st_mtime
            return changed + self._lifetime_s if path.suffix == UNFINISHED else changed
        return math.inf


def _delete_expired(path: Path, expires_at: float, now: float) -> bool:
    if expires_at > now:
        return False
    path.unlink(missing_ok=True)
    return True


def read_secret(folder: Path) -> bytes:
    """The key that signs this folder's URLs; made once, so that they outlive a restart."""
    path = folder / "secret"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        mine = folder / f"secret-{secrets.token_hex(8)}"
        descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(32))
        with suppress(FileExistsError):  # a server that started at the same time was first: its secret counts
            os.link(mine, path)
        mine.unlink()
    return path.read_bytes()
