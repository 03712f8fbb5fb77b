"""HTTP with the standard library alone: one request on each connection, answered with JSON or with events."""

import asyncio
import http.client
import json
import socket
import uuid
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from limner import __version__
from limner.cli.doors import DoorError
from limner.core import errors
from limner.core.header_text import decode_header_text

CONNECT_TIMEOUT_S = 10
ANSWER_TIMEOUT_S = 600
BY_STATUS: dict[int, type[errors.ApiError]] = {
    kind.status: kind
    for kind in (
        errors.BadRequestError,
        errors.AuthenticationError,
        errors.PermissionDeniedError,
        errors.NotFoundError,
        errors.RateLimitError,
        errors.OverloadedError,
        errors.StorageFullError,
    )
}
FormFile = tuple[str, str, bytes, str]
"""Field, file name, content, format."""


@dataclass(frozen=True, slots=True)
class Answer:
    socket: socket.socket
    response: http.client.HTTPResponse
    headers: Mapping[str, str]

    def hang_up(self) -> None:
        """Also wakes a thread that is reading."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        with suppress(OSError, ValueError):
            self.response.close()
        self.socket.close()

    def json(self) -> dict[str, Any]:
        try:
            body = json.loads(self.response.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise DoorError(f"The server's answer cannot be read: {error}.") from error
        if not isinstance(body, dict):
            raise DoorError("The server's answer is not an object.")
        return body

    def frames(self) -> Iterator[tuple[str, Any]]:
        """The events of a stream: name and JSON; Limner's remark in a comment as `limner-note`."""
        name, data = "", []
        try:
            for raw in self.response:
                line = raw.decode().rstrip("\r\n")
                key, _, value = line.partition(": ")
                if line.startswith(": limner-note:"):
                    yield "limner-note", decode_header_text(line.removeprefix(": limner-note:").strip())
                elif key == "event":
                    name = value
                elif key == "data":
                    data.append(value)
                elif not line and data:
                    if data != ["[DONE]"]:
                        yield name, json.loads("\n".join(data))
                    name, data = "", []
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise DoorError(f"The server's answer broke off: {error}.") from error


@dataclass(frozen=True, slots=True)
class Server:
    url: str
    key: str | None = field(default=None, repr=False)

    @classmethod
    def at(cls, address: str, *, key: str | None) -> "Server":
        """`http://host:8000` and `http://host:8000/v1/` are one server. Raises ValueError."""
        parts = urlsplit(address if "://" in address else f"http://{address}")
        is_clean = address.isprintable() and " " not in address
        if parts.scheme not in ("http", "https") or not parts.hostname or not is_clean or not address.isascii():
            raise ValueError(f"'{address}' is not an address such as http://127.0.0.1:8000.")
        _ = parts.port  # raises if it is none
        path = parts.path.rstrip("/") or "/v1"
        return cls(parts._replace(path=path, query="", fragment="").geturl(), key)

    async def post(self, path: str, body: bytes, content_type: str) -> Answer:
        """Raises ApiError for an answer that is an error, and DoorError if there is none."""
        return await self._send("POST", path, body, {"content-type": content_type})

    async def get(self, path: str) -> dict[str, Any]:
        answer = await self._send("GET", path, None, {})
        try:
            return await asyncio.to_thread(answer.json)
        finally:
            answer.hang_up()

    async def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        parts = urlsplit(f"{self.url}/{path}")
        connection = _connection(parts)
        if self.key:
            headers = {**headers, "authorization": f"Bearer {self.key}"}
        asking = asyncio.ensure_future(asyncio.to_thread(self._exchange, connection, method, parts, body, headers))
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            if connection.sock is not None:  # the thread is waiting for an answer: wake it
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)
            with suppress(Exception):
                (await asking).hang_up()
            raise

    def _exchange(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        parts: SplitResult,
        body: bytes | None,
        headers: dict[str, str],
    ) -> Answer:
        try:
            connection.connect()
            plug = connection.sock  # the connection forgets it if the server will close it
            plug.settimeout(ANSWER_TIMEOUT_S)
            connection.request(method, parts.path, body, {"user-agent": f"limner/{__version__}", **headers})
            response = connection.getresponse()
            answer = Answer(plug, response, {name.lower(): value for name, value in response.getheaders()})
            if response.status != 200:
                refusal = self._refusal(answer)
                answer.hang_up()
                raise refusal
        except ConnectionRefusedError as error:
            connection.close()
            raise DoorError(f"Nothing answers at {self.url}. 'limner serve' starts a server.") from error
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise DoorError(f"{self.url} cannot be reached: {error or type(error).__name__}.") from error
        return answer

    def _refusal(self, answer: Answer) -> Exception:
        status = answer.response.status
        try:
            told = json.loads(answer.response.read())["error"]
            message, param, code = str(told["message"]), told.get("param"), told.get("code")
        except (ValueError, KeyError, TypeError, AttributeError):
            return DoorError(f"{self.url} answered {status} {answer.response.reason}. Is it an Images API?")
        if status == errors.AuthenticationError.status:
            message = f"{message.rstrip('.')}. Pass the server's key with --key."
        kind = BY_STATUS.get(status, errors.BadRequestError if status < 500 else errors.InternalServerError)
        return kind(message, param=param, code=code, headers=answer.headers)

    def download(self, url: str) -> bytes:
        """A picture that the server answered as a URL; its key goes to itself only, and a signed URL needs none."""
        parts = urlsplit(urljoin(self.url + "/", url))
        if parts.scheme == "data":
            import base64

            return base64.b64decode(parts.path.partition(",")[2])
        connection = _connection(parts)
        try:
            connection.request("GET", parts._replace(scheme="", netloc="", fragment="").geturl())
            response = connection.getresponse()
            if response.status != 200:
                raise DoorError(f"The picture's URL answered {response.status} {response.reason}.")
            return response.read()
        except (OSError, http.client.HTTPException) as error:
            raise DoorError(f"The picture's URL cannot be read: {error}.") from error
        finally:
            connection.close()


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=CONNECT_TIMEOUT_S)


def form_of(fields: Mapping[str, Any], files: list[FormFile]) -> tuple[bytes, str]:
    """A multipart body and its type."""
    boundary = uuid.uuid4().hex
    parts: list[bytes] = []
    for name, value in fields.items():
        text = value if isinstance(value, str) else json.dumps(value)
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode())
    for name, filename, content, kind in files:
        quoted = filename.replace('"', "%22").replace("\r", " ").replace("\n", " ")
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{quoted}"\r\n'
        parts += [f"{head}Content-Type: image/{kind}\r\n\r\n".encode(), content, b"\r\n"]
    return b"".join([*parts, f"--{boundary}--\r\n".encode()]), f"multipart/form-data; boundary={boundary}"
