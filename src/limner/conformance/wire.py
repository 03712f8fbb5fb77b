"""HTTP/1.1 as bytes on a socket: a check must be able to send what no polite library would, and to leave when it likes.

Every wait ends at a deadline, so that no server, however odd, can hold the suite.
"""

import re
import socket
import ssl
import struct
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

MAX_BODY_BYTES = 256 * 2**20
MAX_HEAD_BYTES = 256 * 2**10
CONNECT_S = 10
STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([1-9][0-9]{2})(?: .*)?")


class WireError(Exception):
    """The server did not speak HTTP, or not in time; the message says what it did."""


@dataclass(frozen=True, slots=True)
class Address:
    scheme: str
    host: str
    port: int
    path: str
    """What stands before the endpoints, such as `/v1`; never ends in a slash."""

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"


def read_address(url: str) -> Address:
    """Raises ValueError if `url` is no http or https URL."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"'{url}' is no http or https URL.")
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    return Address(parts.scheme, parts.hostname, port, parts.path.rstrip("/"))


@dataclass(frozen=True, slots=True)
class Head:
    status: int
    headers: Mapping[str, str]
    """By their lower-case names; repeated ones are joined by a comma."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Connection:
    """One socket. Leaving the `with` block hangs up."""

    def __init__(self, address: Address, *, deadline: float) -> None:
        self._deadline = deadline
        self._buffer = bytearray()
        self._ended = False
        self._send_error: OSError | None = None
        try:
            self._socket = socket.create_connection((address.host, address.port), timeout=min(CONNECT_S, self._left()))
            if address.scheme == "https":
                self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=address.host)
        except OSError as error:
            raise WireError(f"no connection to {address.authority}: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, data: bytes) -> None:
        """A server may refuse a body before it has all of it; then what it said is read, and no error raised here."""
        try:
            self._socket.settimeout(self._left())
            self._socket.sendall(data)
        except OSError as error:
            self._send_error = error

    def finish_sending(self) -> None:
        """Close this side only: the answer can still be read."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError as error:
            self._send_error = error

    def hurry(self, seconds: float) -> None:
        """From now on, wait no longer than this."""
        self._deadline = min(self._deadline, time.monotonic() + seconds)

    def reset(self) -> None:
        """Leave as a crashed client does: with a reset, not a goodbye."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()

    def receive(self, *, method: str = "POST") -> Answer:
        head = self.receive_head()
        pieces, num_bytes = [], 0
        for piece in self.body(head, method=method):
            pieces.append(piece)
            num_bytes += len(piece)
            if num_bytes > MAX_BODY_BYTES:
                raise WireError(f"the body is longer than {MAX_BODY_BYTES} bytes")
        return Answer(head.status, head.headers, b"".join(pieces))

    def receive_head(self) -> Head:
        """The status and headers of the answer; interim ones (`100 Continue`) are passed over."""
        while True:
            lines = self._until(b"\r\n\r\n", MAX_HEAD_BYTES, "its headers").split(b"\r\n")
            match = STATUS_LINE.fullmatch(lines[0])
            if match is None:
                raise WireError(f"the server does not speak HTTP/1.1: it began with {bytes(lines[0][:60])!r}")
            status = int(match[1])
            if status >= 200:
                return Head(status, _headers(lines[1:]))

    def body(self, head: Head, *, method: str = "POST") -> Iterator[bytes]:
        """The body's pieces as they arrive, without the framing. Raises WireError if it is cut off."""
        if method == "HEAD" or head.status in (204, 304):
            return
        if "chunked" in head.headers.get("transfer-encoding", "").lower():
            yield from self._chunks()
        elif "content-length" in head.headers:
            length = head.headers["content-length"]
            if not length.isascii() or not length.isdigit():
                raise WireError(f"Content-Length is '{length}'")
            yield from self._exactly(int(length))
        else:
            yield from self._rest()

    def _chunks(self) -> Iterator[bytes]:
        while True:
            line = self._until(b"\r\n", 1024, "the length of a chunk")
            try:
                length = int(line.partition(b";")[0], 16)
            except ValueError:
                raise WireError(f"a chunk has the length {line[:40]!r}") from None
            if length == 0:
                while self._until(b"\r\n", MAX_HEAD_BYTES, "the trailers"):
                    pass
                return
            yield from self._exactly(length)
            if self._until(b"\r\n", 2, "the end of a chunk"):
                raise WireError("a chunk is longer than it says")

    def _exactly(self, length: int) -> Iterator[bytes]:
        missing = length
        while missing:
            if not self._buffer and not self._fill():
                raise WireError(f"the connection closed {missing} bytes before the end of the body")
            piece = bytes(self._buffer[:missing])
            del self._buffer[: len(piece)]
            missing -= len(piece)
            yield piece

    def _rest(self) -> Iterator[bytes]:
        while self._buffer or self._fill():
            piece = bytes(self._buffer)
            self._buffer.clear()
            yield piece

    def _until(self, end: bytes, max_bytes: int, what: str) -> bytes:
        searched = 0
        while (at := self._buffer.find(end, searched)) < 0:
            if len(self._buffer) > max_bytes + len(end):
                raise WireError(f"{what}: longer than {max_bytes} bytes")
            searched = max(0, len(self._buffer) - len(end))
            if not self._fill():
                told = f" (sending failed: {self._send_error})" if self._send_error else ""
                raise WireError(f"the connection closed before the end of {what}{told}")
        found = bytes(self._buffer[:at])
        del self._buffer[: at + len(end)]
        return found

    def _fill(self) -> bool:
        """Wait for more bytes. False if the server closed its side."""
        if self._ended:
            return False
        try:
            self._socket.settimeout(self._left())
            data = self._socket.recv(2**18)
        except TimeoutError:
            raise WireError("nothing more came in time") from None
        except OSError as error:
            raise WireError(f"the connection broke: {error}") from error
        self._buffer += data
        self._ended = not data
        return bool(data)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise WireError("nothing more came in time")
        return left


def request_head(method: str, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def in_chunks(body: bytes, size: int) -> bytes:
    """Chunked framing, as clients use it that do not know their body's length."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _headers(lines: list[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon:
            raise WireError(f"a header line is {bytes(line[:60])!r}")
        name, value = name.strip().lower(), value.strip()
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
