"""A minimal HTTP client for benchmarks: blocking sockets, and bodies that are counted, not stored."""

import json
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

BUFFER_BYTES = 1 << 20
TIMEOUT_S = 60


@dataclass
class Load:
    """Measurements of a number of requests."""

    seconds: float = 0
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    @property
    def median_ms(self) -> float:
        return sorted(self.latencies)[len(self.latencies) // 2] * 1000

    def add(self, other: "Load") -> None:
        self.seconds += other.seconds
        self.latencies += other.latencies


class Connection:
    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._headers = [f"{name}: {value}" for name, value in (headers or {}).items()]
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray(BUFFER_BYTES)

    def close(self) -> None:
        self._socket.close()

    def post(self, path: str, content_type: str, body: bytes) -> None:
        self.send_head(path, content_type, len(body))
        self.send(body)
        self.receive()

    def send_head(self, path: str, content_type: str, length: int) -> None:
        lines = [
            f"POST {path} HTTP/1.1",
            "host: localhost",
            f"content-type: {content_type}",
            f"content-length: {length}",
            *self._headers,
        ]
        self.send("\r\n".join([*lines, "", ""]).encode())

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def receive(self, *, keep: bool = False) -> bytes:
        """Returns the body if `keep`; raises unless the status is 200."""
        head = b""
        while b"\r\n\r\n" not in head:
            received = self._socket.recv_into(self._buffer)
            if not received:
                raise ConnectionError("The server hung up.")
            head += self._buffer[:received]
        head, _, body = head.partition(b"\r\n\r\n")
        status = head.split(b" ", 2)[1]
        length = next(
            int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
        )
        missing, kept = length - len(body), [body]
        while missing:
            received = self._socket.recv_into(self._buffer)
            if not received:
                raise ConnectionError("The server hung up.")
            missing -= received
            if keep or status != b"200":
                kept.append(bytes(self._buffer[:received]))
        if status != b"200":
            raise ConnectionError(f"{status.decode()}: {b''.join(kept)[:300]!r}")
        return b"".join(kept)


def generation(prompt: str) -> bytes:
    return json.dumps({"model": "gpt-image-1", "prompt": prompt, "size": "1024x1024"}).encode()


def fetch(port: int, prompt: str) -> bytes:
    """Read the body of one response."""
    connection = Connection(port)
    body = generation(prompt)
    connection.send_head("/v1/images/generations", "application/json", len(body))
    connection.send(body)
    answer = connection.receive(keep=True)
    connection.close()
    return answer


def load(port: int, prompt: str, *, concurrency: int, requests: int) -> Load:
    """Send a number of requests over concurrent connections."""
    body = generation(prompt)
    result = Load()

    def work() -> None:
        connection = Connection(port)
        for _ in range(requests // concurrency):
            started = time.perf_counter()
            connection.post("/v1/images/generations", "application/json", body)
            result.latencies.append(time.perf_counter() - started)
        connection.close()

    result.seconds = in_threads([work] * concurrency)
    return result


def in_threads(works: list[Callable[[], None]]) -> float:
    """Seconds until all are done; raises the first exception of a thread."""
    failures: list[Exception] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # raised again in the waiting thread
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return time.perf_counter() - started
