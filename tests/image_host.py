"""A web server for downloads: pages are raw bytes, or functions that talk to the connection. It records requests."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Page = bytes | Callable[[socket.socket], None]


@dataclass
class ImageHost:
    listener: socket.socket
    tls: ssl.SSLContext | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)
    """Of all requests."""
    num_connections: int = 0
    _open: set[int] = field(default_factory=set)

    @property
    def port(self) -> int:
        return self.listener.getsockname()[1]

    @property
    def num_open(self) -> int:
        return len(self._open)

    @property
    def paths(self) -> list[str]:
        return [head.split()[1] for head in self.heads]

    def url(self, path: str, *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.num_connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        self._open.add(threading.get_ident())
        with suppress(OSError), connection:
            stream = self.tls.wrap_socket(connection, server_side=True) if self.tls else connection
            with stream:
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    received = stream.recv(65_536)
                    if not received:
                        break
                    head += received
                if head:
                    self.heads.append(head.decode("latin-1"))
                    page = self.pages.get(self.paths[-1].partition("?")[0], response(b"", status="404 Not Found"))
                    page(stream) if callable(page) else stream.sendall(page)
        self._open.discard(threading.get_ident())


@contextmanager
def image_host(*, tls: ssl.SSLContext | None = None, address: str = "127.0.0.1") -> Iterator[ImageHost]:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, 0), family=family) as listener:
        host = ImageHost(listener, tls)
        thread = threading.Thread(target=host.serve)
        thread.start()
        try:
            yield host
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def response(body: bytes, *headers: str, status: str = "200 OK", has_length: bool = True) -> bytes:
    length = [f"Content-Length: {len(body)}"] if has_length else []
    return "\r\n".join([f"HTTP/1.1 {status}", *length, *headers, "", ""]).encode("latin-1") + body


def redirect(location: str, *, status: str = "302 Found") -> bytes:
    return response(b"", f"Location: {location}", status=status)


def chunked(*chunks):
    framed = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return response(framed + b"0\r\n\r\n", "Transfer-Encoding: chunked", has_length=False)
