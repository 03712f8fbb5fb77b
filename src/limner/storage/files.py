"""Files that clients upload for later, as far as `file_id` in an edit needs them: bytes and a JSON record each."""

import logging
import os
import re
import secrets
import shutil
import threading
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from limner.core.errors import NotFoundError, StorageFullError
from limner.storage.faults import BUSY, storage_errors
from limner.storage.folder import Folder, is_locked
from limner.storage.quota import Quota

log = logging.getLogger("limner.storage")

ID = re.compile(r"file-[0-9a-f]{24}", re.ASCII)
RECORD = re.compile(rf"({ID.pattern})\.json", re.ASCII)
TIME_DIGITS = 11
"""How many hexadecimal digits of an id are its creation time in milliseconds; the rest is random."""
MAX_PAGE = 10_000
MAX_RECORD_BYTES = 65_536
Natural = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""What every JSON reader takes for an integer: a record beyond it is damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileObject:
    """The API's File object, less its fixed fields."""

    id: str
    bytes: Natural
    created_at: Natural
    filename: str
    purpose: str
    expires_at: Natural | None = None
    """Unix seconds; None if it is kept until it is deleted."""


@dataclass(frozen=True, slots=True)
class Page:
    files: list[FileObject]
    has_more: bool


class FileFolder:
    """Every method blocks: call it in a thread. What has expired is not found, deleted or not."""

    def __init__(self, folder: Path, *, quota: Quota | None = None) -> None:
        self._folder = Folder(folder, quota or Quota())
        self._expiry: dict[str, int | None] = {}
        """Of the files whose record was read, so that sweeping reads each record once."""
        self._lock = threading.Lock()

    def put(
        self,
        content: bytes | Path,
        *,
        filename: str,
        purpose: str,
        now: float,
        lifetime_s: int | None = None,
    ) -> FileObject:
        """`lifetime_s`: None keeps the file until it is deleted."""
        created_ms = int(now * 1000)
        file = FileObject(
            id=f"file-{created_ms:0{TIME_DIGITS}x}{secrets.token_hex(12)[TIME_DIGITS:]}",
            bytes=content.stat().st_size if isinstance(content, Path) else len(content),
            created_at=int(now),
            filename=filename,
            purpose=purpose,
            expires_at=None if lifetime_s is None else int(now) + lifetime_s,
        )
        try:
            self._put(file, content, created_ms)
        except StorageFullError:
            if not self.sweep(now=now):
                raise
            self._put(file, content, created_ms)
        return file

    def _put(self, file: FileObject, content: bytes | Path, created_ms: int) -> None:
        record = msgspec.json.encode(file)
        with (
            storage_errors(),
            self._folder.writing(file.id, content),  # locked until its record is there: it is no orphan
            self._folder.writing(f"{file.id}.json", record, changed_at=created_ms / 1000),
            self._lock,
        ):
            self._expiry[file.id] = file.expires_at

    def find(self, file_id: str, *, now: float) -> FileObject:
        """Raises NotFoundError, also for a file whose bytes are gone or whose record cannot be read."""
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            if file is None or _has_expired(file.expires_at, now) or not path.is_file():
                raise _no_such_file(file_id)
        return file

    def open(self, file_id: str, *, now: float) -> BinaryIO:
        """The bytes of a file. They can be read to their end although the file is deleted meanwhile."""
        self.find(file_id, now=now)
        with storage_errors():
            try:
                return self._path(file_id).open("rb")
            except FileNotFoundError:
                raise _no_such_file(file_id) from None

    def copy(self, file_id: str, target: Path, *, now: float) -> None:
        """The bytes of a file under another path, where they stay although the file is deleted meanwhile."""
        self.find(file_id, now=now)
        with storage_errors():
            try:
                os.link(self._path(file_id), target)
            except FileNotFoundError:
                raise _no_such_file(file_id) from None
            except OSError:  # another file system, or one without hard links
                with self.open(file_id, now=now) as source, target.open("wb") as out:
                    shutil.copyfileobj(source, out, 2**20)

    def list_page(
        self,
        *,
        now: float,
        limit: int = MAX_PAGE,
        after: str | None = None,
        oldest_first: bool = False,
        purpose: str | None = None,
    ) -> Page:
        """In the order of their creation. `after`: the id of the last file of the page before, which may be deleted.

        Raises NotFoundError for an `after` that was never given.
        """
        with storage_errors():
            places = {match[1]: _place(match[1], state) for match, state in self._records()}
            ids = sorted(places, key=places.__getitem__, reverse=not oldest_first)
            if after is not None:
                start = places.get(after) or _place_of_deleted(after, now)
                ids = [one for one in ids if (places[one] > start if oldest_first else places[one] < start)]
            wanted = (file for file in map(self._read_listed, ids) if file and _is_listed(file, purpose, now))
            files = list(islice(wanted, limit + 1))
        return Page(files[:limit], has_more=len(files) > limit)

    def delete(self, file_id: str, *, now: float) -> None:
        """Raises NotFoundError. Deletes a file without its bytes, or with a damaged record, too."""
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            is_known = not _has_expired(file.expires_at if file else None, now)
            deleted = [self._folder.delete(name) for name in (f"{file_id}.json", path.name)]
        with self._lock:
            self._expiry.pop(file_id, None)
        if not is_known or not any(deleted):
            raise _no_such_file(file_id)

    def sweep(self, *, now: float) -> int:
        """Delete what has expired, bytes without a record and records without bytes; returns how many files."""
        with storage_errors():
            names = self._folder.sweep()
            recorded = {match[1] for name in names if (match := RECORD.fullmatch(name))}
            self._read_new(recorded)
            doomed = {file_id for file_id in recorded if _has_expired(self._expiry.get(file_id), now)}
            doomed |= {file_id for file_id in recorded - names.keys() if not self._path(file_id).exists()}
            doomed |= {name for name in names if ID.fullmatch(name) and name not in recorded and self._is_orphan(name)}
            for file_id in doomed:
                self._folder.delete(f"{file_id}.json")
                self._folder.delete(file_id)
        return len(doomed)

    def _read_new(self, recorded: set[str]) -> None:
        """Read the records that this process has not read yet, and forget those that are gone."""
        with self._lock:
            self._expiry = {file_id: expiry for file_id, expiry in self._expiry.items() if file_id in recorded}
            unread = recorded - self._expiry.keys()
        for file_id in unread:
            file = self._read_listed(file_id)
            if file is None and (self._folder.path / f"{file_id}.json").exists():
                log.warning("The record of '%s' is damaged; deleting the file by this id frees its space.", file_id)
            with self._lock:
                self._expiry[file_id] = file.expires_at if file else None

    def _is_orphan(self, file_id: str) -> bool:
        """Whether bytes have no record, and none is coming."""
        with suppress(FileNotFoundError):
            return not is_locked(self._path(file_id)) and not (self._folder.path / f"{file_id}.json").exists()
        return False

    def _records(self) -> list[tuple[re.Match[str], os.stat_result]]:
        return [(match, state) for name, state in self._folder.entries() if (match := RECORD.fullmatch(name))]

    def _read_record(self, file_id: str) -> FileObject | None:
        """None if there is none, or if it is damaged."""
        try:
            path = self._folder.path / f"{file_id}.json"
            if not path.is_file():  # a pipe would be waited for
                return None
            with path.open("rb") as record_file:
                record = record_file.read(MAX_RECORD_BYTES)
            file = msgspec.json.decode(record, type=FileObject)
        except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return file if file.id == file_id else None

    def _read_listed(self, file_id: str) -> FileObject | None:
        """The same among others: one that the disk does not give away hides itself alone."""
        try:
            return self._read_record(file_id)
        except OSError as error:
            if error.errno in BUSY:
                raise
            log.warning("%s", error)
            return None

    def _path(self, file_id: str) -> Path:
        if not ID.fullmatch(file_id):
            raise _no_such_file(file_id)
        return self._folder.path / file_id


def _place(file_id: str, record: os.stat_result) -> tuple[int, str]:
    """What files are ordered by: milliseconds of creation, then the id."""
    return round(record.st_mtime_ns / 1e6), file_id


def _place_of_deleted(file_id: str, now: float) -> tuple[int, str]:
    """Where a file was that is no longer there: clients delete what they list, page by page."""
    digits = file_id.removeprefix("file-")[:TIME_DIGITS]
    if not ID.fullmatch(file_id) or int(digits, 16) > now * 1000:
        raise _no_such_file(file_id)
    return int(digits, 16), file_id


def _is_listed(file: FileObject, purpose: str | None, now: float) -> bool:
    return purpose in (None, file.purpose) and not _has_expired(file.expires_at, now)


def _has_expired(expires_at: int | None, now: float) -> bool:
    return expires_at is not None and expires_at <= now


def _no_such_file(file_id: str) -> NotFoundError:
    return NotFoundError(f"No such File object: {file_id}", param="id", code=None)
