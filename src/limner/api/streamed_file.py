"""Sends a file that is not on this machine, or one range of it, while it is read."""

import io
import re
from collections.abc import AsyncIterator
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import StreamingResponse

from limner.core.errors import RangeNotSatisfiableError
from limner.storage.threads import in_thread

PIECE_BYTES = 2**20
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)
"""Others, such as several ranges, are answered with the whole file, as HTTP allows."""


class StreamedFileResponse(StreamingResponse):
    def __init__(self, file: BinaryIO, http: Request) -> None:
        """Raises RangeNotSatisfiableError. Blocks for no longer than a seek."""
        num_bytes = file.seek(0, io.SEEK_END)
        start, end = read_range(http.headers.get("range"), num_bytes)
        is_part = (start, end) != (0, num_bytes)
        headers = {"content-length": str(end - start), "accept-ranges": "bytes"}
        if is_part:
            headers["content-range"] = f"bytes {start}-{end - 1}/{num_bytes}"
        is_head = http.method == "HEAD"
        super().__init__(
            _read(file, start, start if is_head else end),
            status_code=206 if is_part else 200,
            headers=headers,
            media_type="application/octet-stream",
        )


def read_range(header: str | None, num_bytes: int) -> tuple[int, int]:
    """The first byte, and that after the last. Raises RangeNotSatisfiableError."""
    match = RANGE.fullmatch(header.strip()) if header else None
    if match is None or not (match[1] or match[2]):
        return 0, num_bytes
    if match[1]:
        start, end = int(match[1]), min(num_bytes, int(match[2]) + 1 if match[2] else num_bytes)
    else:
        start, end = max(0, num_bytes - int(match[2])), num_bytes
    if start >= end:
        raise RangeNotSatisfiableError(
            "The header 'Range' is invalid, or asks for bytes that the file does not have.",
            code="invalid_range",
            headers={"content-range": f"bytes */{num_bytes}"},
        )
    return start, end


async def _read(file: BinaryIO, start: int, end: int) -> AsyncIterator[bytes]:
    file.seek(start)
    while start < end:
        piece = await in_thread(file.read, min(PIECE_BYTES, end - start))
        start += len(piece)
        yield piece
