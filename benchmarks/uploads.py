"""800 MB of concurrent uploads: the increase of the server's memory."""

import random
import struct
import time
import zlib
from collections.abc import Iterator

from figures import Figure
from raw_client import Connection, in_threads
from server_process import started

FILES = 16
FILE_BYTES = 50_000_000
RISE_MB = 150
BOUNDARY = "----limner-bench"
BLOCK = random.Random(3).randbytes(1 << 20)


def measure() -> Iterator[Figure]:
    for parallel in (1, 4):
        with started("limner") as server:
            _send(server.port, 1, size=1000)
            server.reset_peak()
            before = server.resident_mb()
            started_at = time.perf_counter()
            in_threads([lambda: _send(server.port, FILES // parallel, size=FILE_BYTES)] * parallel)  # noqa: B023
            name = f"{FILES} files of {FILE_BYTES // 1_000_000} MB in {parallel} request{'s' * (parallel > 1)}"
            yield Figure(f"{name}: time", time.perf_counter() - started_at, "s")
            yield Figure(f"{name}: rise of memory", server.peak_mb() - before, "MB", at_most=RISE_MB)


def _send(port: int, files: int, *, size: int) -> None:
    head, tail = _file_head(), b"\r\n"
    fields = "".join(_field(name, value) for name, value in {"model": "gpt-image-1", "prompt": "photograph"}.items())
    end = f"--{BOUNDARY}--\r\n".encode()
    connection = Connection(port)
    length = len(fields) + files * (len(head) + size + len(tail)) + len(end)
    connection.send_head("/v1/images/edits", f"multipart/form-data; boundary={BOUNDARY}", length)
    connection.send(fields.encode())
    for _ in range(files):
        connection.send(head)
        _send_picture(connection, size)
        connection.send(tail)
    connection.send(end)
    connection.receive()
    connection.close()


def _field(name: str, value: str) -> str:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'


def _file_head() -> bytes:
    disposition = 'form-data; name="image[]"; filename="upload.png"'
    return f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\nContent-Type: image/png\r\n\r\n".encode()


def _send_picture(connection: Connection, size: int) -> None:
    """A PNG header followed by noise: valid for the server, and not read by the engine."""
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", 4000, 4000, 8, 2, 0, 0, 0)
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + ihdr + struct.pack(">I", zlib.crc32(ihdr))
    header += struct.pack(">I4s", size - 57, b"IDAT")
    connection.send(header)
    missing = size - len(header)
    while missing:
        block = BLOCK[:missing]
        connection.send(block)
        missing -= len(block)
