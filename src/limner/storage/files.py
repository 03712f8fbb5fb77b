"""Files that clients upload for use as `file_id`: the content and a JSON record of each."""

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
"""Hexadecimal digits of an id that hold the creation time in milliseconds; the rest is random."""
MAX_PAGE = 10_000
MAX_RECORD_BYTES = 65_536
Natural = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""The integers that every JSON parser can represent; a larger value means a damaged record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileObject:
    """The API's File object without its constant fields."""

    id: str
    bytes: Natural
    created_at: Natural
    filename: str
    purpose: str
    expires_at: Natural | None = None
    """Unix seconds; None: never."""


@dataclass(frozen=True, slots=True)
class Page:
    files: list[FileObject]
    has_more: bool


class FileFolder:
    """Every method blocks: call it in a thread. Expired files are not found, even before they are deleted."""

    def __init__(self, folder: Path, *, quota: Quota | None = None) -> None:
        self._folder = Folder(folder, quota or Quota())
        self._expiry: dict[str, int | None] = {}
        """Expiry by id, a cache so that sweeps read each record once."""
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
        """`lifetime_s`: None: the file does not expire."""
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
            self._folder.writing(file.id, content),  # locked until the record exists: not an orphan
            self._folder.writing(f"{file.id}.json", record, changed_at=created_ms / 1000),
            self._lock,
        ):
            self._expiry[file.id] = file.expires_at

    def find(self, file_id: str, *, now: float) -> FileObject:
        """Raises NotFoundError, also if the content is missing or the record is damaged."""
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            if file is None or _has_expired(file.expires_at, now) or not path.is_file():
                raise _no_such_file_error(file_id)
        return file

    def open(self, file_id: str, *, now: float) -> BinaryIO:
        """Open the content of a file. It stays readable if the file is deleted meanwhile."""
        self.find(file_id, now=now)
        with storage_errors():
            try:
                return self._path(file_id).open("rb")
            except FileNotFoundError:
                raise _no_such_file_error(file_id) from None

    def copy(self, file_id: str, target: Path, *, now: float) -> None:
        """Link or copy the content to `target`, where it stays if the file is deleted."""
        self.find(file_id, now=now)
        with storage_errors():
            try:
                os.link(self._path(file_id), target)
            except FileNotFoundError:
                raise _no_such_file_error(file_id) from None
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
        """List files in order of creation. `after`: the last id of the previous page; it may have been deleted.

        Raises NotFoundError for an `after` that was never issued.
        """
        with storage_errors():
            sort_keys = {match[1]: _sort_key(match[1], state) for match, state in self._records()}
            ids = sorted(sort_keys, key=sort_keys.__getitem__, reverse=not oldest_first)
            if after is not None:
                start = sort_keys.get(after) or _sort_key_of_deleted(after, now)
                ids = [one for one in ids if (sort_keys[one] > start if oldest_first else sort_keys[one] < start)]
            wanted = (file for file in map(self._read_listed, ids) if file and _is_listed(file, purpose, now))
            files = list(islice(wanted, limit + 1))
        return Page(files[:limit], has_more=len(files) > limit)

    def delete(self, file_id: str, *, now: float) -> None:
        """Raises NotFoundError. Also deletes files with missing content or a damaged record."""
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            is_known = not _has_expired(file.expires_at if file else None, now)
            deleted = [self._folder.delete(name) for name in (f"{file_id}.json", path.name)]
        with self._lock:
            self._expiry.pop(file_id, None)
        if not is_known or not any(deleted):
            raise _no_such_file_error(file_id)

    def sweep(self, *, now: float) -> int:
        """Delete expired files, content without a record and records without content. Returns the number deleted."""
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
        """Read new records into the expiry cache, and drop deleted ones from it."""
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
        """Whether content has no record and is not being written."""
        with suppress(FileNotFoundError):
            return not is_locked(self._path(file_id)) and not (self._folder.path / f"{file_id}.json").exists()
        return False

    def _records(self) -> list[tuple[re.Match[str], os.stat_result]]:
        return [(match, state) for name, state in self._folder.entries() if (match := RECORD.fullmatch(name))]

    def _read_record(self, file_id: str) -> FileObject | None:
        """None if it is missing or damaged."""
        try:
            path = self._folder.path / f"{file_id}.json"
            if not path.is_file():  # opening a named pipe would block
                return None
            with path.open("rb") as record_file:
                record = record_file.read(MAX_RECORD_BYTES)
            file = msgspec.json.decode(record, type=FileObject)
        except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return file if file.id == file_id else None

    def _read_listed(self, file_id: str) -> FileObject | None:
        """Read a record for a list. An unreadable record is skipped, so that it does not hide the others."""
        try:
            return self._read_record(file_id)
        except OSError as error:
            if error.errno in BUSY:
                raise
            log.warning("%s", error)
            return None

    def _path(self, file_id: str) -> Path:
        if not ID.fullmatch(file_id):
            raise _no_such_file_error(file_id)
        return self._folder.path / file_id


def _sort_key(file_id: str, record: os.stat_result) -> tuple[int, str]:
    """Sort key: creation time in milliseconds, then the id."""
    return round(record.st_mtime_ns / 1e6), file_id


def _sort_key_of_deleted(file_id: str, now: float) -> tuple[int, str]:
    """Sort key of a deleted file, from its id: clients delete files while they page through the list."""
    digits = file_id.removeprefix("file-")[:TIME_DIGITS]
    if not ID.fullmatch(file_id) or int(digits, 16) > now * 1000:
        raise _no_such_file_error(file_id)
    return int(digits, 16), file_id


def _is_listed(file: FileObject, purpose: str | None, now: float) -> bool:
    return purpose in (None, file.purpose) and not _has_expired(file.expires_at, now)


def _has_expired(expires_at: int | None, now: float) -> bool:
    return expires_at is not None and expires_at <= now


def _no_such_file_error(file_id: str) -> NotFoundError:
    return NotFoundError(f"No such File object: {file_id}", param="id", code=None)
