"""Reads an object of a bucket piece by piece, without a copy on the disk."""

import errno
import io
from typing import Any

from limner.storage.bucket import Bucket, Entry


class BucketReader(io.RawIOBase):
    """Blocks. Raises FileNotFoundError if the object is deleted meanwhile, and an APIError if the bucket fails."""

    def __init__(self, bucket: Bucket, entry: Entry) -> None:
        self._bucket = bucket
        self._entry = entry
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._entry.num_bytes}[whence]
        self._at = max(0, begin + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        end = min(self._at + len(view), self._entry.num_bytes)
        if end <= self._at:
            return 0
        piece = self._bucket.read_range(self._entry.key, self._at, end)
        if piece is None:
            raise FileNotFoundError(errno.ENOENT, "the object was deleted", self._entry.key)
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
