"""Uploaded files in a folder: the content and a JSON record of each."""

import logging
import os
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from limner.core.errors import StorageFullError
from limner.storage.content import Content
from limner.storage.disk import link_or_copy
from limner.storage.faults import BUSY, storage_errors
from limner.storage.files import (
    ID,
    MAX_PAGE,
    MAX_RECORD_BYTES,
    FileObject,
    Page,
    created_ms,
    decode_record,
    has_expired,
    new_file,
    no_such_file_error,
    read_cursor,
)
from limner.storage.folder import Folder, is_locked
from limner.storage.quota import Quota

log = logging.getLogger("limner.storage")

RECORD = re.compile(rf"({ID.pattern})\.json", re.ASCII)


class FileFolder:
    def __init__(self, folder: Path, *, quota: Quota | None = None) -> None:
        self._folder = Folder(folder, quota or Quota())
        self._expiry: dict[str, int | None] = {}
        """Expiry by id, a cache so that sweeps read each record once."""
        self._lock = threading.Lock()

    def put(
        self,
        content: Content,
        *,
        filename: str,
        purpose: str,
        owner: str,
        now: float,
        lifetime_s: int | None = None,
        file_id: str | None = None,
    ) -> FileObject:
        file = new_file(
            content,
            filename=filename,
            purpose=purpose,
            owner=owner,
            now=now,
            lifetime_s=lifetime_s,
            file_id=file_id,
        )
        try:
            self._put(file, content)
        except StorageFullError:
            if not self.sweep(now=now):
                raise
            self._put(file, content)
        return file

    def _put(self, file: FileObject, content: Content) -> None:
        record = msgspec.json.encode(file)
        with (
            storage_errors(),
            self._folder.writing(file.id, content),  # locked until the record exists: not an orphan
            self._folder.writing(f"{file.id}.json", record, changed_at=created_ms(file.id) / 1000),
            self._lock,
        ):
            self._expiry[file.id] = file.expires_at

    def find(self, file_id: str, *, owner: str, now: float) -> FileObject:
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            if file is None or file.owner != owner or has_expired(file.expires_at, now) or not path.is_file():
                raise no_such_file_error(file_id)
        return file

    def open(self, file_id: str, *, owner: str, now: float, scratch: Callable[[int], Path]) -> BinaryIO:
        self.find(file_id, owner=owner, now=now)
        with storage_errors():
            try:
                return self._path(file_id).open("rb")
            except FileNotFoundError:
                raise no_such_file_error(file_id) from None

    def copy(self, file_id: str, target: Path, *, owner: str, now: float, reserve: Callable[[int], None]) -> None:
        file = self.find(file_id, owner=owner, now=now)
        with storage_errors():
            try:
                link_or_copy(self._path(file_id), target, file.bytes, reserve)
            except FileNotFoundError:
                raise no_such_file_error(file_id) from None

    def list_page(
        self,
        *,
        owner: str,
        now: float,
        limit: int = MAX_PAGE,
        after: str | None = None,
        oldest_first: bool = False,
        purpose: str | None = None,
    ) -> Page:
        with storage_errors():
            sort_keys = {match[1]: _sort_key(match[1], state) for match, state in self._records()}
            ids = sorted(sort_keys, key=sort_keys.__getitem__, reverse=not oldest_first)
            if after is not None:
                start = sort_keys.get(after) or read_cursor(after, now)
                ids = [one for one in ids if (sort_keys[one] > start if oldest_first else sort_keys[one] < start)]
            wanted = (file for file in map(self._read_listed, ids) if file and _is_listed(file, owner, purpose, now))
            files = list(islice(wanted, limit + 1))
        return Page(files[:limit], has_more=len(files) > limit)

    def delete(self, file_id: str, *, owner: str, now: float) -> None:
        """A file with a damaged record is deleted, too, unless there are keys: its owner is not known."""
        path = self._path(file_id)
        with storage_errors():
            file = self._read_record(file_id)
            if (file.owner if file else "") != owner:
                raise no_such_file_error(file_id)
            is_known = not has_expired(file.expires_at if file else None, now)
            deleted = [self._folder.delete(name) for name in (f"{file_id}.json", path.name)]
        with self._lock:
            self._expiry.pop(file_id, None)
        if not is_known or not any(deleted):
            raise no_such_file_error(file_id)

    def sweep(self, *, now: float) -> int:
        with storage_errors():
            names = self._folder.sweep()
            recorded = {match[1] for name in names if (match := RECORD.fullmatch(name))}
            self._read_new(recorded)
            doomed = {file_id for file_id in recorded if has_expired(self._expiry.get(file_id), now)}
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
                log.warning("The record of '%s' is damaged, so the file cannot be used.", file_id)
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
        except FileNotFoundError:
            return None
        return decode_record(file_id, record)

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
            raise no_such_file_error(file_id)
        return self._folder.path / file_id


def _sort_key(file_id: str, record: os.stat_result) -> tuple[int, str]:
    """Sort key: creation time in milliseconds, then the id."""
    return round(record.st_mtime_ns / 1e6), file_id


def _is_listed(file: FileObject, owner: str, purpose: str | None, now: float) -> bool:
    return file.owner == owner and purpose in (None, file.purpose) and not has_expired(file.expires_at, now)
