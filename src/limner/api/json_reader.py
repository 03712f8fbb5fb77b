"""A JSON body may hold 300 MB of pictures as data URLs. This takes the long strings out of it while it is received, so
that they lie on disk and the rest is small enough to parse.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Self

from limner.api.json_text import not_json, parse_json
from limner.api.request_buffers import RequestBuffers, SpooledPart
from limner.core.errors import BadRequestError, PayloadTooLargeError

LONG_BYTES = 400_000
"""Strings beyond this leave the text. A prompt is always shorter."""
MAX_SHORT_BYTES = 8_000_000
"""What may remain of a body without its long strings."""
MAX_BARE_BYTES = 64_000
"""What may stand outside of strings: brackets, numbers, white space. Two such bytes can unfold into a hundred."""
CHUNK_BYTES = 65_536
INLINE_BYTES = 65_536
"""Below this, JSON is quicker parsed than handed to a thread."""
MAX_DEPTH = 32


class JsonReader:
    """Splits JSON text: strings longer than LONG_BYTES go to files, a short token takes their place."""

    def __init__(self, buffers: RequestBuffers) -> None:
        self._buffers = buffers
        self._token = f"limner-long-string:{secrets.token_hex(16)}:"
        self._short = bytearray()
        self._string_start: int | None = None
        """Where in `_short` the contents of the open string begin."""
        self._held = 0
        """How many of its bytes the budget knows of."""
        self._spool: SpooledPart | None = None
        """The open string, once it is long."""
        self._rest: SpooledPart | None = None
        """What came when memory was full."""
        self._start = b""
        """The first four bytes, which tell the encoding."""
        self._num_bare = 0
        self._escaped = False
        """Whether the next byte of the open string is escaped."""
        self._paths: list[Path] = []

    async def receive(self, body: AsyncIterator[bytes]) -> None:
        async for chunk in body:
            if self._rest is None:
                self._feed(chunk)
                self._hold_short()
            else:
                self._rest.feed(chunk)
            for spool in (self._spool, self._rest):
                if spool is not None and spool.wants_flush:
                    await asyncio.to_thread(spool.flush)

    @asynccontextmanager
    async def parsed(self) -> AsyncIterator[dict[str, Any]]:
        """The received object, its long strings replaced by SpooledString. Its text is counted until the context ends,
        or, if it was too much for that, is in memory for one body at a time.
        """
        async with nullcontext() if self._rest is None else self._buffers.turn:
            if self._rest is not None:
                await asyncio.to_thread(self._feed_rest, self._rest)
            long = len(self._short) > INLINE_BYTES
            yield await asyncio.to_thread(self._parse) if long else self._parse()
            self._short.clear()
            self._buffers.let_go(self._held)

    def _hold_short(self) -> None:
        """What does not fit into memory any more waits on disk, unread, until the body is complete."""
        if self._rest is not None:
            return
        grown = len(self._short) - self._held
        if grown < 0:
            self._buffers.let_go(-grown)
        elif not self._buffers.hold(grown):
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

    def _parse(self) -> dict[str, Any]:
        parsed = parse_json(self._short)
        if not isinstance(parsed, dict):
            raise BadRequestError("We expected a JSON object as the body of your request.")
        restored: dict[str, Any] = self._restore(parsed, depth=0)
        return restored

    def _feed(self, chunk: bytes) -> None:
        if len(self._start) < 4:
            self._start += chunk[: 4 - len(self._start)]
        shown = self._without_escapes(chunk)
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
            raise _too_large()

    def _without_escapes(self, chunk: bytes) -> bytes:
        """The chunk with every escaped character blotted out: a quote that is left begins or ends a string.

        One pass of C for a chunk, not a step for each escape: a body may be nothing but backslashes.
        """
        begin = b"\0" if self._escaped else b""
        rest = chunk[len(begin) :]
        if b"\\" in rest:
            rest = rest.replace(b"\\\\", b"\0\0").replace(b'\\"', b"\0\0")
        self._escaped = rest.endswith(b"\\")
        return begin + rest

    def _take_bare(self, piece: bytes, shown: bytes) -> None:
        """What stands outside of strings, where JSON has no escapes."""
        if b"\\" in shown or b"\0" in shown:
            raise not_json(self._start)
        self._num_bare += len(piece) + 1
        if self._num_bare > MAX_BARE_BYTES:
            raise _too_large()
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


def _too_large() -> PayloadTooLargeError:
    return PayloadTooLargeError(
        "The JSON body is too large.", code="request_too_large", headers={"connection": "close"}
    )


class SpooledString(str):
    """A string whose characters lie in a file, as they stood in the JSON text."""

    __slots__ = ("path",)
    path: Path

    def __new__(cls, path: Path) -> Self:
        with path.open("rb") as file:
            self = super().__new__(cls, file.read(128).decode("utf-8", "replace"))
        self.path = path
        return self

    def __len__(self) -> int:
        return self.path.stat().st_size
