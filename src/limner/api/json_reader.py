"""Reads JSON bodies, which may hold 300 MB of images as data URLs: long strings are moved to disk while the body is
received, so that the rest is small enough to parse.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Self

from limner.api.json_text import not_json_error, parse_json
from limner.api.request_buffers import RequestBuffers, SpooledPart
from limner.core.errors import BadRequestError, PayloadTooLargeError

LONG_BYTES = 400_000
"""Longer strings are moved to disk. Prompts are always shorter."""
MAX_SHORT_BYTES = 8_000_000
"""Limit of a body without its long strings."""
MAX_BARE_BYTES = 64_000
"""Limit of what is outside of strings: two bytes of brackets can become a hundred bytes of objects."""
CHUNK_BYTES = 65_536
INLINE_BYTES = 65_536
"""Below this size, parsing is faster than handing it to a thread."""
MAX_DEPTH = 32


class JsonReader:
    """Moves strings longer than LONG_BYTES to files, and puts a short token in their place."""

    def __init__(self, buffers: RequestBuffers) -> None:
        self._buffers = buffers
        self._token = f"limner-long-string:{secrets.token_hex(16)}:"
        self._short = bytearray()
        self._string_start: int | None = None
        """The index in `_short` at which the open string begins."""
        self._held = 0
        """How many of its bytes are within the memory budget."""
        self._spool: SpooledPart | None = None
        """The open string, once it is long."""
        self._rest: SpooledPart | None = None
        """What was received after memory was full, unparsed."""
        self._start = b""
        """The first four bytes, which show the encoding."""
        self._num_bare = 0
        self._escaped = False
        """Whether the next byte of the open string is escaped."""
        self._paths: list[Path] = []

    async def receive(self, body: AsyncIterator[bytes]) -> None:
        async for chunk in body:
            if self._rest is None:
                self._feed(chunk)
                self._reserve_short()
            else:
                self._rest.feed(chunk)
            for spool in (self._spool, self._rest):
                if spool is not None and spool.wants_flush:
                    await asyncio.to_thread(spool.flush)

    @asynccontextmanager
    async def parse(self) -> AsyncIterator[dict[str, Any]]:
        """The received object, with SpooledStrings. A text that exceeds the memory budget is parsed alone."""
        async with nullcontext() if self._rest is None else self._buffers.parse_lock:
            if self._rest is not None:
                await asyncio.to_thread(self._feed_rest, self._rest)
            long = len(self._short) > INLINE_BYTES
            yield await asyncio.to_thread(self._parse_object) if long else self._parse_object()
            self._short.clear()
            self._buffers.release_memory(self._held)

    @property
    def is_parsed_alone(self) -> bool:
        """Whether other requests wait until `parse` is left."""
        return self._rest is not None

    def _reserve_short(self) -> None:
        """Keep `_short` within the memory budget; spool the rest of the body if it does not fit."""
        if self._rest is not None:
            return
        grown = len(self._short) - self._held
        if grown < 0:
            self._buffers.release_memory(-grown)
        elif not self._buffers.reserve_memory(grown):
            self._rest = SpooledPart(self._buffers)
            return
        self._held += grown

    def _feed_rest(self, rest: SpooledPart) -> None:
        path = rest.finish(spill=True)
        assert isinstance(path, Path)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                self._feed(chunk)
                if self._spool is not None and self._spool.wants_flush:
                    self._spool.flush()
        self._buffers.discard_file(path)

    def _parse_object(self) -> dict[str, Any]:
        parsed = parse_json(self._short)
        if not isinstance(parsed, dict):
            raise BadRequestError("We expected a JSON object as the body of your request.")
        restored: dict[str, Any] = self._restore(parsed, depth=0)
        return restored

    def _feed(self, chunk: bytes) -> None:
        if len(self._start) < 4:
            self._start += chunk[: 4 - len(self._start)]
        shown = self._mask_escapes(chunk)
        at = 0
        while at < len(chunk):
            quote = shown.find(b'"', at)
            end = len(chunk) if quote < 0 else quote
            if self._is_in_string:
                self._take(chunk[at:end])
                if quote >= 0:
                    self._end_string()
            else:
                self._take_bare(chunk[at:end], shown[at:end])
                if quote >= 0:
                    self._short += b'"'
                    self._string_start = len(self._short)
            at = end + 1
        if len(self._short) > MAX_SHORT_BYTES:
            raise _too_large_error()

    def _mask_escapes(self, chunk: bytes) -> bytes:
        """The chunk with escaped characters zeroed: every quote that remains begins or ends a string.

        Uses `bytes.replace`, because a loop over escapes is slow for a body of nothing but backslashes.
        """
        begin = b"\0" if self._escaped else b""
        rest = chunk[len(begin) :]
        if b"\\" in rest:
            rest = rest.replace(b"\\\\", b"\0\0").replace(b'\\"', b"\0\0")
        self._escaped = rest.endswith(b"\\")
        return begin + rest

    def _take_bare(self, piece: bytes, shown: bytes) -> None:
        """Text outside of strings, where JSON has no escapes."""
        if b"\\" in shown or b"\0" in shown:
            raise not_json_error(self._start)
        self._num_bare += len(piece) + 1
        if self._num_bare > MAX_BARE_BYTES:
            raise _too_large_error()
        self._short += piece

    @property
    def _is_in_string(self) -> bool:
        return self._string_start is not None or self._spool is not None

    def _take(self, piece: bytes) -> None:
        if self._spool is not None:
            self._spool.feed(piece)
            return
        self._short += piece
        start = self._string_start
        assert start is not None
        if len(self._short) - start > LONG_BYTES:
            self._spool = SpooledPart(self._buffers)
            self._spool.feed(bytes(self._short[start:]))
            del self._short[start:]

    def _end_string(self) -> None:
        if self._spool is not None:
            path = self._spool.finish(spill=True)
            assert isinstance(path, Path)
            self._short += f"{self._token}{len(self._paths)}".encode()
            self._paths.append(path)
            self._spool = None
        self._short += b'"'
        self._string_start = None

    def _restore(self, value: Any, *, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise BadRequestError("The JSON body is nested too deeply.", code="invalid_json")
        match value:
            case str() if value.startswith(self._token):
                return SpooledString(self._paths[int(value.removeprefix(self._token))])
            case list():
                return [self._restore(one, depth=depth + 1) for one in value]
            case dict():
                return {
                    self._restore(key, depth=depth): self._restore(one, depth=depth + 1) for key, one in value.items()
                }
        return value


def _too_large_error() -> PayloadTooLargeError:
    return PayloadTooLargeError(
        "The JSON body is too large.", code="request_too_large", headers={"connection": "close"}
    )


class SpooledString(str):
    """A string whose characters are in a file, with JSON's escapes."""

    __slots__ = ("path",)
    path: Path

    def __new__(cls, path: Path) -> Self:
        with path.open("rb") as file:
            self = super().__new__(cls, file.read(128).decode("utf-8", "replace"))
        self.path = path
        return self

    def __len__(self) -> int:
        return self.path.stat().st_size
