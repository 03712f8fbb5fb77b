"""A pool of connections to upstream servers."""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from limner.engines.proxy.http_connection import Connection, TransportError

KEEP_ALIVE_S = 4
"""Less than the 5 s of uvicorn and Node, so that a request rarely meets a connection that the server is closing."""


END_S = 0.05
"""How long to wait for the end of a response whose rest is not wanted."""


class Url(NamedTuple):
    """An http or https URL, as a client needs it."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query."""

    @property
    def origin(self) -> tuple[str, str, int]:
        return self[:3]

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_default = self.port == {"http": 80, "https": 443}[self.scheme]
        return host if is_default else f"{host}:{self.port}"


def read_url(text: str) -> Url:
    """Raises ValueError."""
    parts = urlsplit(text)
    is_clean = text.isascii() and text.isprintable() and " " not in text
    if parts.username is not None:
        raise ValueError("a URL with a user name or password, which are not sent from there")
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_clean:
        raise ValueError("not a URL such as https://api.openai.com/v1")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    query = f"?{parts.query}" if parts.query else ""
    return Url(parts.scheme, parts.hostname, port, f"{parts.path or '/'}{query}")


@dataclass(frozen=True, slots=True)
class HttpRequest:
    method: str
    url: Url
    headers: Sequence[tuple[str, str]] = field(default=(), repr=False)
    """The key is one of them."""
    body: Sequence[bytes | Path] = field(default=(), repr=False)

    def head(self) -> bytes:
        length = sum(len(part) if isinstance(part, bytes) else part.stat().st_size for part in self.body)
        lines = [f"{self.method} {self.url.target} HTTP/1.1", f"host: {self.url.authority}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.body:
            lines.append(f"content-length: {length}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1")


@dataclass(frozen=True, slots=True)
class Timeouts:
    connect_s: float
    first_byte_s: float
    """From the request to the beginning of the response."""
    whole_s: float


class HttpClient:
    """Up to `connections` exchanges at a time; others wait. Belongs to the event loop in which it is created."""

    def __init__(self, *, connections: int, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        self._loop = asyncio.get_running_loop()
        self._slots = asyncio.Semaphore(connections)
        self._idle: dict[tuple[str, str, int], deque[Connection]] = {}
        self._in_use: set[Connection] = set()
        self._tls: ssl.SSLContext | None = None
        self._is_closed = False

    @asynccontextmanager
    async def exchange(self, request: HttpRequest) -> AsyncGenerator["Exchange", None]:
        """Send the request and wait for the head of the response. Raises TransportError.

        A body that is not read to its end closes the connection, at once.
        """
        async with self._slots:
            deadline_s = self._loop.time() + self._timeouts.whole_s
            connection = self._take_idle(request.url) or await self._connect(request.url)
            self._in_use.add(connection)
            try:
                await self._begin(connection, request, deadline_s)
                yield Exchange(connection, deadline_s)
            finally:
                self._in_use.discard(connection)
                if connection.finish() and not self._is_closed:
                    connection.idle_since_s = self._loop.time()
                    self._idle.setdefault(request.url.origin, deque()).append(connection)
                else:
                    connection.close()

    def close(self) -> None:
        """Also from another event loop."""
        self._is_closed = True
        if self._loop.is_closed():
            return
        try:
            is_own_loop = asyncio.get_running_loop() is self._loop
        except RuntimeError:
            is_own_loop = False
        if is_own_loop:
            self._close_all()
        else:
            self._loop.call_soon_threadsafe(self._close_all)

    def _close_all(self) -> None:
        for connection in [*self._in_use, *(one for pool in self._idle.values() for one in pool)]:
            connection.close()
        self._idle.clear()

    async def _begin(self, connection: Connection, request: HttpRequest, deadline_s: float) -> None:
        first_byte_s = min(deadline_s, self._loop.time() + self._timeouts.first_byte_s)
        if request.body:
            try:
                async with asyncio.timeout_at(first_byte_s):
                    await connection.send(request.head(), request.body)
            except TimeoutError:
                raise TransportError("timeout", "did not read the request in time", sent=True) from None
        else:
            await connection.send(request.head(), ())
        await connection.read_head(first_byte_s)

    def _take_idle(self, url: Url) -> Connection | None:
        """The one that was used last."""
        pool = self._idle.get(url.origin)
        if pool is None:
            return None
        oldest_s = self._loop.time() - KEEP_ALIVE_S
        while pool and pool[0].idle_since_s < oldest_s:
            pool.popleft().close()
        while pool:
            connection = pool.pop()
            if connection.is_idle:
                return connection
            connection.close()
        return None

    async def _connect(self, url: Url) -> Connection:
        tls = await self._tls_context() if url.scheme == "https" else None
        try:
            async with asyncio.timeout(self._timeouts.connect_s):
                server_hostname = url.host if tls else None
                _, connection = await self._loop.create_connection(
                    Connection, url.host, url.port, ssl=tls, server_hostname=server_hostname
                )
        except TimeoutError:
            message = f"did not accept the connection within {self._timeouts.connect_s:g} s"
            raise TransportError("connect_timeout", message, sent=False) from None
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or "the handshake failed"
            raise TransportError("tls", f"has no TLS connection to offer: {reason}", sent=False) from error
        except socket.gaierror as error:
            raise TransportError("dns", f"has a name that cannot be resolved: {error.strerror}", sent=False) from error
        except ConnectionRefusedError as error:
            raise TransportError("refused", "refuses connections", sent=False) from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise TransportError("unreachable", f"cannot be reached: {reason}", sent=False) from error
        return connection

    async def _tls_context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = await asyncio.to_thread(ssl.create_default_context)  # reads all certificates
        return self._tls


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response whose head has arrived."""

    connection: Connection
    deadline_s: float

    @property
    def status(self) -> int:
        return self.connection.status

    @property
    def headers(self) -> dict[str, str]:
        return self.connection.headers

    async def read(self, max_bytes: int) -> bytes | bytearray:
        return await self.connection.read(max_bytes, self.deadline_s)

    def chunks(self) -> AsyncGenerator[bytes, None]:
        return self.connection.chunks(self.deadline_s)

    async def read_end(self) -> None:
        """Skip the rest of the body if it ends in a moment, so that the connection can be used again."""
        await self.connection.skip_rest(min(self.deadline_s, asyncio.get_running_loop().time() + END_S))
