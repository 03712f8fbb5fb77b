"""One HTTP/1.1 connection to an upstream server, parsed by httptools.

httpx2 and httpcore2 take 15 ms and more for a response of 2 MB, this takes 2 ms: docs/decisions/0008-an-http-client.md.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, cast

import httptools

HIGH_WATER = 1_000_000
"""Received bytes from which a stream is not read on until they are consumed."""
MAX_HEAD_BYTES = 64_000
FILE_SLICE = 1_000_000
FRAMING_FACTOR = 16
"""Bytes of chunk sizes, extensions and trailers that a byte of the body may have, beyond MAX_HEAD_BYTES."""
SCRATCH_BYTES = 128 * 1024
DIRECT_BYTES = 64 * 1024
"""A body from this size on is received into its final place, without a copy."""

FailureKind = Literal[
    "refused", "dns", "tls", "connect_timeout", "unreachable", "timeout", "closed", "protocol", "size"
]


class TransportError(Exception):
    """No complete response. `kind` says what happened, `sent` whether the server may have got the request."""

    def __init__(self, kind: FailureKind, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.kind = kind
        self.sent = sent


class Connection(asyncio.BufferedProtocol):
    """Sends one request at a time. `status` and `headers` are those of the response that is being read."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        """Names in lower case; of several with one name, the last."""
        self.idle_since_s = 0.0
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._parser: httptools.HttpResponseParser | None = None
        self._scratch = bytearray(SCRATCH_BYTES)
        self._body: bytearray | None = None
        """Of a response that is read as a whole and says its length."""
        self._num_received = 0
        """Of this body."""
        self._chunks: list[bytes] = []
        self._num_buffered = 0
        self._high_water = HIGH_WATER
        self._is_paused = False
        self._head_bytes = 0
        self._body_bytes = self._framing_bytes = 0
        """Parsed of the response so far, after its head."""
        self._has_excess = False
        """The server has sent more than one response: it is not known to which request the rest belongs."""
        self._has_head = False
        self._is_complete = False
        self._is_reusable = False
        self._is_sent = False
        self._failure: TransportError | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._can_write = asyncio.Event()
        self._can_write.set()

    @property
    def is_idle(self) -> bool:
        """Whether another request can be sent."""
        usable = self._transport is not None and not self._transport.is_closing()
        return usable and self._failure is None and self._parser is None

    def close(self) -> None:
        """At once: the server notices, and may stop its work."""
        if self._transport is not None:
            self._transport.abort()

    async def send(self, head: bytes, body: Sequence[bytes | Path]) -> None:
        """Send a request. A server that responds before it has read everything stops the sending."""
        self._parser = httptools.HttpResponseParser(self)
        self.status, self.headers = 0, {}
        self._head_bytes = self._body_bytes = self._framing_bytes = 0
        self._has_head = self._is_complete = self._is_reusable = self._is_sent = False
        self._write(head)
        for part in body:
            if isinstance(part, bytes):
                self._write(part)
                await self._can_write.wait()
                continue
            at, size = 0, part.stat().st_size
            while at < size and not self._is_stopped:
                data = await asyncio.to_thread(_read, part, at)
                self._write(data)
                await self._can_write.wait()
                at += len(data)
        self._is_sent = not self._is_stopped

    @property
    def _is_stopped(self) -> bool:
        return self._has_head or self._failure is not None

    async def read_head(self, deadline_s: float) -> None:
        """Wait for status and headers. Raises TransportError."""
        while not self._has_head:
            await self._wait(deadline_s)

    async def read(self, max_bytes: int, deadline_s: float) -> bytes | bytearray:
        """The whole body. Raises TransportError."""
        length = self._length()
        if not self._is_complete and length is not None and DIRECT_BYTES <= length <= max_bytes:
            return await self._read_directly(length, deadline_s)
        self._high_water = max_bytes
        if self._num_buffered <= max_bytes:
            self._resume()
        try:
            while not self._is_complete and self._num_buffered <= max_bytes:
                await self._wait(deadline_s)
        finally:
            self._high_water = HIGH_WATER
        if self._num_buffered > max_bytes:
            self.close()
            raise TransportError("size", f"sent more than {max_bytes} bytes", sent=True)
        return b"".join(self._take())

    async def _read_directly(self, length: int, deadline_s: float) -> bytearray:
        assert self._parser is not None
        self._is_reusable = self._parser.should_keep_alive()
        body = bytearray(length + 1)  # more than the body, so that bytes after it are noticed
        start = b"".join(self._chunks)
        body[: len(start)] = start
        self._body, self._num_received = body, len(start)
        self._take()
        while not self._is_complete:
            await self._wait(deadline_s)
        del body[length:]
        return body

    def _length(self) -> int | None:
        text = self.headers.get("content-length", "")
        return int(text) if text.isdecimal() and "transfer-encoding" not in self.headers else None

    async def chunks(self, deadline_s: float) -> AsyncGenerator[bytes, None]:
        """The body as it arrives. Raises TransportError."""
        while True:
            if self._chunks:
                for chunk in self._take():
                    yield chunk
            elif self._is_complete:
                return
            else:
                await self._wait(deadline_s)

    async def skip_rest(self, deadline_s: float) -> None:
        with suppress(TransportError):
            while not self._is_complete:
                self._take()
                await self._wait(deadline_s)

    def finish(self) -> bool:
        """End the exchange. Returns whether the connection can be used again; else it is closed."""
        reusable = self._is_complete and self._is_reusable and self._is_sent and self._failure is None
        reusable = reusable and not self._has_excess
        if not reusable:
            self.close()
            return False
        self._parser = self._body = None
        self._take()
        return True

    def _take(self) -> list[bytes]:
        chunks, self._chunks, self._num_buffered = self._chunks, [], 0
        self._resume()
        return chunks

    def _resume(self) -> None:
        if self._is_paused and self._transport is not None and not self._transport.is_closing():
            self._is_paused = False
            self._transport.resume_reading()

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._is_stopped:
            self._transport.write(data)

    async def _wait(self, deadline_s: float) -> None:
        """Until something has changed."""
        if self._failure is not None:
            raise self._failure
        self._waiter = self._loop.create_future()
        try:
            async with asyncio.timeout_at(deadline_s):
                await self._waiter
        except TimeoutError:
            raise TransportError("timeout", "did not respond in time", sent=True) from None
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _fail(self, kind: FailureKind, message: str) -> None:
        self._failure = self._failure or TransportError(kind, message, sent=True)
        self._can_write.set()
        self.close()
        self._wake()

    # asyncio.BufferedProtocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, error: Exception | None) -> None:
        is_until_close = self._has_head and not {"content-length", "transfer-encoding"} & self.headers.keys()
        if is_until_close and error is None:
            self._is_complete = True
        if not self._is_complete:
            what = (
                "closed the connection before the response was complete" if self._has_head else "closed the connection"
            )
            self._fail("closed", what)
        self._can_write.set()
        self._wake()

    def get_buffer(self, sizehint: int) -> memoryview | bytearray:
        return self._scratch if self._body is None else memoryview(self._body)[self._num_received :]

    def buffer_updated(self, nbytes: int) -> None:
        if self._body is None:
            self._receive(bytes(memoryview(self._scratch)[:nbytes]))
            return
        self._num_received += nbytes
        length = len(self._body) - 1
        if self._num_received >= length:
            self._is_complete = True
            self._has_excess = self._num_received > length
            self._body = None
            self._wake()

    def _receive(self, data: bytes) -> None:
        if self._parser is None or self._is_complete:  # the server speaks without being asked
            self._is_reusable = False
            self.close()
            return
        had_head, body_bytes = self._has_head, self._body_bytes
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            self._fail("protocol", f"sent an invalid HTTP response: {type(error).__name__}")
            return
        if not self._has_head:
            self._count_head(len(data))
            return
        if self._has_excess:
            self.close()
        if had_head:
            self._framing_bytes += len(data) - (self._body_bytes - body_bytes)
            if self._framing_bytes > MAX_HEAD_BYTES + FRAMING_FACTOR * self._body_bytes:
                self._fail("size", "sent too many bytes around the body")
                return
        if self._num_buffered > self._high_water and not self._is_paused and self._transport is not None:
            self._is_paused = True
            self._transport.pause_reading()
        if self._is_complete or self._num_buffered > self._high_water or self._high_water == HIGH_WATER:
            self._wake()  # not for each chunk of a body that is read as a whole

    def _count_head(self, num_bytes: int) -> None:
        self._head_bytes += num_bytes
        if self._head_bytes > MAX_HEAD_BYTES:
            self._fail("size", f"sent more than {MAX_HEAD_BYTES} bytes of headers")

    def pause_writing(self) -> None:
        self._can_write.clear()

    def resume_writing(self) -> None:
        self._can_write.set()

    # httptools

    def on_message_begin(self) -> None:
        self._has_excess = self._has_excess or self._is_complete

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._has_head:  # a trailer, or the head of another response
            return
        self.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        assert self._parser is not None
        if self._has_head:  # of another response
            return
        self.status = self._parser.get_status_code()
        if self.status >= 200:
            self._has_head = True
            self._can_write.set()
            self._wake()

    def on_body(self, data: bytes) -> None:
        if self._has_excess:
            return
        self._body_bytes += len(data)
        self._chunks.append(data)
        self._num_buffered += len(data)

    def on_message_complete(self) -> None:
        if not self._has_head:  # 100 Continue and the like
            self.headers = {}
            return
        assert self._parser is not None
        if self._has_excess:
            return
        self._is_complete = True
        self._is_reusable = self._parser.should_keep_alive()


def _read(path: Path, at: int) -> bytes:
    with path.open("rb") as file:
        file.seek(at)
        return file.read(FILE_SLICE)
