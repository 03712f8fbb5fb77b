"""Storage in a bucket of an S3 server, which several servers may share.

The expiry of an object is in its key, so a sweep needs only the list of keys.
"""

import logging
import re
import secrets
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from limner.core.formats import MEDIA_TYPES
from limner.settings import SettingsError, Storage
from limner.storage.blobs import check_name, is_blob_name
from limner.storage.bucket import Bucket, Entry, open_bucket
from limner.storage.faults import storage_unavailable_error
from limner.storage.pictures import CACHE_CONTROL, Pictures
from limner.storage.s3_files import S3Files
from limner.storage.secret import NUM_BYTES
from limner.storage.stores import Stores

log = logging.getLogger("limner.storage")

SECRET = "secret"  # noqa: S105 - a key of the bucket
MAX_URL_S = 604_800
"""S3 servers accept URLs for at most seven days."""
KEY = re.compile(r"([^/]+)/([0-9a-f]{10})((?:\.[0-9a-z]+)?)", re.ASCII)


def open_s3(settings: Storage) -> Stores:
    """Does not connect: a server starts without its bucket. Raises SettingsError."""
    if settings.s3.urls == "bucket" and settings.lifetime_s > MAX_URL_S:
        raise SettingsError(f"'storage.lifetime_s' is at most {MAX_URL_S} with 'storage.s3.urls' = \"bucket\".")
    bucket = open_bucket(settings.s3)
    pictures = S3Blobs(bucket, "pictures")
    return Stores(
        pictures=Pictures(
            pictures, lifetime_s=settings.lifetime_s, sign=pictures.sign if settings.s3.urls == "bucket" else None
        ),
        files=S3Files(bucket, "files"),
        blobs=S3Blobs(bucket, "blobs"),
        signing_secret=cache(lambda: read_secret(bucket)),
        is_shared=True,
    )


class Found(NamedTuple):
    expires_at: int
    name: str
    entry: Entry


class S3Blobs:
    """The key of `a.png` is `FOLDER/a/EXPIRY.png`."""

    def __init__(self, bucket: Bucket, folder: str) -> None:
        self._bucket = bucket
        self._folder = folder

    def put(self, name: str, content: bytes | Path, *, expires_at: int, now: float) -> None:
        check_name(name)
        media_type = MEDIA_TYPES.get(Path(name).suffix[1:], "application/octet-stream")
        attributes = {"Content-Type": media_type, "Cache-Control": CACHE_CONTROL}
        self._bucket.put(self._key(name, expires_at), content, attributes=attributes)

    def read(self, name: str, *, now: float) -> bytes | None:
        found = self._find(name, now)
        return None if found is None else self._bucket.read(found.key)

    def read_range(self, name: str, start: int, end: int, *, now: float) -> bytes | None:
        found = self._find(name, now)
        return None if found is None else self._bucket.read_range(found.key, start, end)

    def copy(self, name: str, target: Path, *, now: float, reserve: Callable[[int], None]) -> bool:
        found = self._find(name, now)
        if found is None:
            return False
        reserve(found.num_bytes)
        return self._bucket.download(found, target)

    def delete(self, name: str) -> None:
        if is_blob_name(name):
            self._bucket.delete([found.entry.key for found in self._versions(name)])

    def delete_all(self, prefix: str) -> None:
        check_name(prefix)
        self._bucket.delete([found.entry.key for found in self._list(prefix, is_whole=False)])

    def sweep(self, *, now: float) -> int:
        expired = [found.entry.key for found in self._list() if found.expires_at <= now]
        self._bucket.delete(expired)
        return len(expired)

    def sign(self, name: str, expires_at: int, now: float) -> str:
        """A URL of the bucket, for a blob that was stored with this expiry."""
        return self._bucket.sign(self._key(name, expires_at), min(MAX_URL_S, expires_at - now))

    def _key(self, name: str, expires_at: int) -> str:
        stem, dot, extension = name.partition(".")
        return f"{self._folder}/{stem}/{expires_at:010x}{dot}{extension}"

    def _find(self, name: str, now: float) -> Entry | None:
        found = max(self._versions(name), default=None) if is_blob_name(name) else None
        return None if found is None or found.expires_at <= now else found.entry

    def _versions(self, name: str) -> list[Found]:
        return [found for found in self._list(name.partition(".")[0]) if found.name == name]

    def _list(self, stem: str = "", *, is_whole: bool = True) -> Iterator[Found]:
        """Objects with other keys are left alone. `is_whole`: else `stem` is the beginning of names."""
        folder = f"{self._folder}/{stem}" if is_whole else self._folder
        after = None if is_whole else f"{self._folder}/{stem}"
        for entry in self._bucket.list(folder, after=after):
            if after is not None and not entry.key.startswith(after):
                return
            match = KEY.fullmatch(entry.key.removeprefix(f"{self._folder}/"))
            if match and is_blob_name(match[1] + match[3]):
                yield Found(int(match[2], 16), match[1] + match[3], entry)


def read_secret(bucket: Bucket) -> bytes:
    """The key that signs image URLs: the first server creates it, and all others use it."""
    kept = bucket.read(SECRET)
    if kept is not None and len(kept) == NUM_BYTES:
        return kept
    if kept is None:
        bucket.create(SECRET, secrets.token_bytes(NUM_BYTES))
    else:
        log.warning("The object '%s' is damaged and is replaced: earlier image URLs are no longer valid.", SECRET)
        bucket.put(SECRET, secrets.token_bytes(NUM_BYTES))
    kept = bucket.read(SECRET)  # another server may have been first
    if kept is None:
        raise storage_unavailable_error("The key that signs image URLs is gone.")
    return kept
