"""Uploaded files in a bucket.

The keys of a file are `FOLDER/OWNER/ID/content` and `FOLDER/OWNER/ID/EXPIRY.PURPOSE.json`, its record. It exists while
both do: the record is written last and deleted first.
"""

import logging
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from limner.core.errors import APIError
from limner.storage.bucket import Bucket, Entry
from limner.storage.bucket_reader import BucketReader
from limner.storage.content import Content
from limner.storage.files import (
    ID,
    MAX_PAGE,
    FileObject,
    Page,
    created_ms,
    decode_record,
    has_expired,
    new_file,
    no_such_file_error,
    read_cursor,
)

log = logging.getLogger("limner.storage")

NO_OWNER = "-"
CONTENT = "content"
NEVER = "never"
KEY = re.compile(
    rf"(?P<folder>.*/(?P<id>{ID.pattern}))/({CONTENT}|(?P<expiry>{NEVER}|[0-9a-f]{{10}})\.(?P<purpose>[a-z_-]+)\.json)",
    re.ASCII,
)
LONGEST_UPLOAD_S = 86_400
"""Content without a record may still be written; older content is what remains of an interrupted upload."""
MAX_SCRATCH_BYTES = 50_000_000
"""Larger files are read from the bucket while they are sent: the results of a batch may have many gigabytes."""
NUM_READERS = 16
"""Records that are read at a time for a list."""


@dataclass(slots=True)
class Found:
    """What the keys say about a file."""

    id: str
    content: Entry | None = None
    record: Entry | None = None
    purpose: str = ""
    expires_at: int | None = None

    def is_usable(self, now: float) -> bool:
        return self.content is not None and self.record is not None and not has_expired(self.expires_at, now)

    def is_garbage(self, now: float) -> bool:
        is_interrupted = self.record is None and created_ms(self.id) / 1000 + LONGEST_UPLOAD_S <= now
        return is_interrupted or self.content is None or has_expired(self.expires_at, now)

    @property
    def keys(self) -> list[str]:
        """Of its objects, the record first."""
        return [entry.key for entry in (self.record, self.content) if entry is not None]


class S3Files:
    def __init__(self, bucket: Bucket, folder: str) -> None:
        self._bucket = bucket
        self._folder = folder

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
        folder = f"{self._folder_of(owner)}/{file.id}"
        expiry = NEVER if file.expires_at is None else f"{file.expires_at:010x}"
        self._bucket.put(f"{folder}/{CONTENT}", content)
        try:
            self._bucket.put(f"{folder}/{expiry}.{purpose}.json", msgspec.json.encode(file))
        except APIError:
            with suppress(APIError):  # else the next sweeps delete it
                self._bucket.delete([f"{folder}/{CONTENT}"])
            raise
        return file

    def find(self, file_id: str, *, owner: str, now: float) -> FileObject:
        file = self._read_record(self._find(file_id, owner, now))
        if file is None:
            raise no_such_file_error(file_id)
        return file

    def open(self, file_id: str, *, owner: str, now: float, scratch: Callable[[int], Path]) -> BinaryIO:
        content = self._content(file_id, owner, now)
        if content.num_bytes > MAX_SCRATCH_BYTES:
            return cast(BinaryIO, BucketReader(self._bucket, content))
        path = scratch(content.num_bytes)
        self._download(file_id, content, path)
        return path.open("rb")

    def copy(self, file_id: str, target: Path, *, owner: str, now: float, reserve: Callable[[int], None]) -> None:
        content = self._content(file_id, owner, now)
        reserve(content.num_bytes)
        self._download(file_id, content, target)

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
        start = None if after is None else read_cursor(after, now)[1]
        files = [
            found
            for found in self._list(self._folder_of(owner))
            if found.is_usable(now)
            and purpose in (None, found.purpose)
            and (start is None or (found.id > start if oldest_first else found.id < start))
        ]
        if not oldest_first:
            files.reverse()
        with ThreadPoolExecutor(NUM_READERS) as pool:
            records = list(pool.map(self._read_record, files[:limit]))
        return Page([file for file in records if file is not None], has_more=len(files) > limit)

    def delete(self, file_id: str, *, owner: str, now: float) -> None:
        found = self._look_up(file_id, owner)
        if found is None or found.record is None:
            raise no_such_file_error(file_id)
        for key in found.keys:
            self._bucket.delete([key])
        if has_expired(found.expires_at, now):
            raise no_such_file_error(file_id)

    def sweep(self, *, now: float) -> int:
        doomed = [found for found in self._list(self._folder) if found.is_garbage(now)]
        self._bucket.delete(found.record.key for found in doomed if found.record)
        self._bucket.delete(found.content.key for found in doomed if found.content)
        return len(doomed)

    def _find(self, file_id: str, owner: str, now: float) -> Found:
        found = self._look_up(file_id, owner)
        if found is None or not found.is_usable(now):
            raise no_such_file_error(file_id)
        return found

    def _look_up(self, file_id: str, owner: str) -> Found | None:
        if not ID.fullmatch(file_id):
            return None
        return next(self._list(f"{self._folder_of(owner)}/{file_id}"), None)

    def _read_record(self, found: Found) -> FileObject | None:
        """None if it is damaged, or was deleted meanwhile."""
        assert found.record is not None
        record = self._bucket.read(found.record.key)
        file = None if record is None else decode_record(found.id, record)
        if record is not None and file is None:
            log.warning("The record of '%s' is damaged, so the file cannot be used.", found.id)
        return file

    def _content(self, file_id: str, owner: str, now: float) -> Entry:
        content = self._find(file_id, owner, now).content
        assert content is not None
        return content

    def _download(self, file_id: str, content: Entry, target: Path) -> None:
        if not self._bucket.download(content, target):
            raise no_such_file_error(file_id)

    def _list(self, folder: str) -> Iterator[Found]:
        """Files in order of owner and creation. Objects with other keys are left alone."""
        entries = ((match, entry) for entry in self._bucket.list(folder) if (match := KEY.fullmatch(entry.key)))
        for _, group in groupby(entries, key=lambda pair: pair[0]["folder"]):
            found = Found("")
            for match, entry in group:
                found.id = match["id"]
                if match["expiry"] is None:
                    found.content = entry
                else:
                    found.record, found.purpose = entry, match["purpose"]
                    found.expires_at = None if match["expiry"] == NEVER else int(match["expiry"], 16)
            yield found

    def _folder_of(self, owner: str) -> str:
        """By a digest, because other characters than in our keys may have a meaning in a bucket's."""
        return f"{self._folder}/{sha256(owner.encode()).hexdigest()[:32] if owner else NO_OWNER}"
