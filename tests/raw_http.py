"""Requests as bytes on a socket, for what an HTTP library does not send."""

import http.client
import io
import json
import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class RawResponse:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        return self.json()["error"]


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def receive(connection, *, method="POST") -> RawResponse:
    response = http.client.HTTPResponse(connection, method=method)
    response.begin()
    return RawResponse(response.status, response.headers, response.read())


def receive_all(connection) -> list[RawResponse]:
    """The responses to pipelined requests, until the server closes. Each has a Content-Length."""
    received = b""
    while piece := connection.recv(1_000_000):
        received += piece
    answers = []
    while received:
        start, _, received = received.partition(b"\r\n\r\n")
        status_line, _, lines = start.partition(b"\r\n")
        headers = http.client.parse_headers(io.BytesIO(lines + b"\r\n\r\n"))
        length = int(headers["content-length"])
        answers.append(RawResponse(int(status_line.split()[1]), headers, received[:length]))
        received = received[length:]
    return answers


def head(path, headers, *, method="POST"):
    sent = {"Host": "127.0.0.1", **headers}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def in_chunks(body, size):
    """Chunked framing of a body of unknown length."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def post(port, path, body, *, content_type=None, chunked=0, headers=None) -> RawResponse:
    """`chunked`: the chunk size in bytes; 0 sends a Content-Length instead."""
    framing = {"Transfer-Encoding": "chunked"} if chunked else {"Content-Length": str(len(body))}
    kind = {"Content-Type": content_type} if content_type else {}
    with connect(port) as connection:
        connection.sendall(
            head(path, {**kind, **framing, **(headers or {})}) + (in_chunks(body, chunked) if chunked else body)
        )
        return receive(connection)


def post_json(port, path, values, **options) -> RawResponse:
    return post(port, path, json.dumps(values).encode(), content_type="application/json", **options)


def get(port, path, *, headers=None, method="GET") -> RawResponse:
    with connect(port) as connection:
        connection.sendall(head(path, headers or {}, method=method))
        return receive(connection, method=method)


def form(boundary, *parts):
    """A multipart body. A part is its header lines and its content, both bytes."""
    pieces = []
    for headers, content in parts:
        pieces.append(b"--" + boundary + b"\r\n" + b"".join(line + b"\r\n" for line in headers) + b"\r\n" + content)
    return b"\r\n".join([*pieces, b"--" + boundary + b"--\r\n"])


def field(name, value, *lines):
    return ([f'Content-Disposition: form-data; name="{name}"'.encode(), *lines], value.encode())


def file(name, data, *, filename="a.png", content_type="image/png"):
    disposition = f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{filename}"' if filename else "")
    lines = [disposition.encode(), *([f"Content-Type: {content_type}".encode()] if content_type else [])]
    return (lines, data)


def post_form(port, path, *parts, chunked=0, headers=None) -> RawResponse:
    body = form(b"limner-test", *parts)
    return post(
        port, path, body, content_type="multipart/form-data; boundary=limner-test", chunked=chunked, headers=headers
    )
