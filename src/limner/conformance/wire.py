"""HTTP/1.1 over a socket: checks send raw bytes, valid or not, and disconnect at any time; h11 parses responses.

Every wait ends at a deadline, so that no server can block the suite.
"""

import socket
import ssl
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

import h11

MAX_BODY_BYTES = 256 * 2**20
MAX_HEAD_BYTES = 256 * 2**10
CONNECT_S = 10


class WireError(Exception):
    """The response was not valid HTTP, or did not come in time."""


@dataclass(frozen=True, slots=True)
class Address:
    scheme: str
    host: str
    port: int
    path: str
    """The prefix of the endpoints, such as `/v1`; never ends with a slash."""

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"


def parse_address(url: str) -> Address:
    """Raises ValueError if `url` is not an http or https URL."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"'{url}' is no http or https URL.")
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    return Address(parts.scheme, parts.hostname, port, parts.path.rstrip("/"))


@dataclass(frozen=True, slots=True)
class ResponseHead:
    status: int
    headers: Mapping[str, str]
    """By lower-case name; repeated headers are joined by a comma."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class ClientConnection:
    """One socket; leaving the `with` block closes it."""

    def __init__(self, address: Address, *, deadline: float) -> None:
        self._deadline = deadline
        self._unparsed = b""
        self._parser = _new_parser("GET")
        self._send_error: OSError | None = None
        try:
            timeout_s = min(CONNECT_S, self._remaining_s())
            self._socket = socket.create_connection((address.host, address.port), timeout=timeout_s)
            if address.scheme == "https":
                self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=address.host)
        except OSError as error:
            raise WireError(f"no connection to {address.authority}: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, data: bytes) -> None:
        """Does not raise if the server closes its side early: its response can still be read."""
        try:
            self._socket.settimeout(self._remaining_s())
            self._socket.sendall(data)
        except OSError as error:
            self._send_error = error

    def finish_sending(self) -> None:
        """Close the sending side only; the response can still be read."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError as error:
            self._send_error = error

    def limit_wait(self, seconds: float) -> None:
        """Move the deadline forward to at most `seconds` from now."""
        self._deadline = min(self._deadline, time.monotonic() + seconds)

    def reset(self) -> None:
        """Close with a TCP reset, like a crashed client."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()

    def receive(self, *, method: str = "POST") -> HttpResponse:
        head = self.receive_head(method=method)
        pieces, num_bytes = [], 0
        for piece in self.receive_body():
            pieces.append(piece)
            num_bytes += len(piece)
            if num_bytes > MAX_BODY_BYTES:
                raise WireError(f"the body is longer than {MAX_BODY_BYTES} bytes")
        return HttpResponse(head.status, head.headers, b"".join(pieces))

    def receive_head(self, *, method: str = "POST") -> ResponseHead:
        """Status and headers of the next response; interim responses (`100 Continue`) are skipped."""
        self._parser = _new_parser(method)
        if self._unparsed:  # of pipelined responses; h11 treats empty data as the end of the connection
            self._parser.receive_data(self._unparsed)
        while True:
            try:
                event = self._parser.next_event()
            except h11.RemoteProtocolError as error:
                raise WireError(f"the server does not speak HTTP/1.1: {error}") from error
            match event:
                case h11.NEED_DATA:
                    if not self._receive_data():
                        reason = f" (sending failed: {self._send_error})" if self._send_error else ""
                        raise WireError(f"the connection closed before the end of its headers{reason}")
                case h11.Response():
                    return ResponseHead(event.status_code, _join_headers(event.headers))

    def receive_body(self) -> Iterator[bytes]:
        """Pieces of the body as they arrive, without framing. Raises WireError if it is truncated."""
        while True:
            try:
                event = self._parser.next_event()
                if event is h11.NEED_DATA:
                    self._parser.receive_data(self._receive())
            except h11.RemoteProtocolError as error:
                raise WireError(f"the body is not valid: {error}") from error
            match event:
                case h11.Data():
                    yield bytes(event.data)
                case h11.EndOfMessage():
                    self._unparsed = self._parser.trailing_data[0]
                    return

    def _receive_data(self) -> bool:
        """Pass more bytes to the parser. False if the server closed its side."""
        data = self._receive()
        if data:
            self._parser.receive_data(data)
        return bool(data)

    def _receive(self) -> bytes:
        try:
            self._socket.settimeout(self._remaining_s())
            return self._socket.recv(2**18)
        except TimeoutError:
            raise WireError("nothing more came in time") from None
        except OSError as error:
            raise WireError(f"the connection broke: {error}") from error

    def _remaining_s(self) -> float:
        remaining_s = self._deadline - time.monotonic()
        if remaining_s <= 0:
            raise WireError("nothing more came in time")
        return remaining_s


def _new_parser(method: str) -> h11.Connection:
    """A parser for the response to one request, which is sent without h11."""
    parser = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD_BYTES)
    parser.send(h11.Request(method=method, target="/", headers=[("Host", "server")]))
    parser.send(h11.EndOfMessage())
    return parser


def _join_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined


def request_head(method: str, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def encode_chunks(body: bytes, size: int) -> bytes:
    """Encode a body with chunked framing."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
