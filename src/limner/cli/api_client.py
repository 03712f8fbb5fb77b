"""An Images API over HTTP: requests, error responses and server-sent events."""

import base64
import binascii
import json
import ssl
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx2

from limner import __version__
from limner.cli.backend import BackendError
from limner.core import errors
from limner.core.header_text import decode_header_text

CONNECT_TIMEOUT_S = 10
RESPONSE_TIMEOUT_S = 600
NOTE_COMMENT = ": limner-note:"
ERROR_CLASSES: dict[int, type[errors.APIError]] = {
    kind.status: kind
    for kind in (
        errors.BadRequestError,
        errors.AuthenticationError,
        errors.PermissionDeniedError,
        errors.NotFoundError,
        errors.ConflictError,
        errors.RateLimitError,
        errors.OverloadedError,
        errors.StorageFullError,
    )
}


class ApiClient:
    """One connection for each request, without retries, proxies or redirects."""

    def __init__(self, url: str, *, key: str | None) -> None:
        """`url`: as `api_url` returns it."""
        self.url = url
        self._authorization = {"authorization": f"Bearer {key}"} if key else {}
        self._http = httpx2.AsyncClient(
            headers={"user-agent": f"limner/{__version__}", "accept-encoding": "identity"},
            timeout=httpx2.Timeout(RESPONSE_TIMEOUT_S, connect=CONNECT_TIMEOUT_S),
            limits=httpx2.Limits(max_keepalive_connections=0),
            trust_env=False,
            verify=ssl.create_default_context(),  # trust_env=False would ignore SSL_CERT_FILE, too
        )

    async def request(self, method: str, path: str, **content: Any) -> httpx2.Response:
        """Return the response with its body unread; close it. Raises APIError for an error response, or BackendError.

        `content`: `content`, `data`, `files` and `headers` as httpx2 takes them.
        """
        headers = {**self._authorization, **content.pop("headers", {})}
        try:
            request = self._http.build_request(method, f"{self.url}/{path}", headers=headers, **content)
            response = await self._http.send(request, stream=True)
            if response.status_code != httpx2.codes.OK:
                await response.aread()
        except (httpx2.TransportError, httpx2.InvalidURL) as error:
            raise self._connection_error(error) from error
        if response.status_code != httpx2.codes.OK:
            raise self._response_error(response)
        return response

    async def get_json(self, path: str) -> dict[str, Any]:
        async with aclosing(await self.request("GET", path)) as response:
            return await read_json(response)

    async def download(self, url: str) -> bytes:
        """Fetch an image that the server returned as a URL. The key is not sent: the URL may lead to another host."""
        if url.startswith("data:"):
            return decode_base64(url.partition(",")[2])
        try:
            response = await self._http.get(urljoin(f"{self.url}/", url))
        except (httpx2.TransportError, httpx2.InvalidURL) as error:
            raise BackendError(f"The picture's URL cannot be read: {_reason(error)}.") from error
        if response.status_code != httpx2.codes.OK:
            raise BackendError(f"The picture's URL answered {response.status_code} {response.reason_phrase}.")
        return response.content

    async def aclose(self) -> None:
        await self._http.aclose()

    def _connection_error(self, error: Exception) -> BackendError:
        if isinstance(_root_cause(error), ConnectionRefusedError):
            return BackendError(f"Nothing answers at {self.url}. 'limner serve' starts a server.")
        return BackendError(f"{self.url} cannot be reached: {_reason(error)}.")

    def _response_error(self, response: httpx2.Response) -> Exception:
        status = response.status_code
        try:
            error = json.loads(response.content)["error"]
            message, param, code = str(error["message"]), error.get("param"), error.get("code")
        except (ValueError, KeyError, TypeError, AttributeError):
            return BackendError(f"{self.url} answered {status} {response.reason_phrase}. Is it an Images API?")
        if status == errors.AuthenticationError.status:
            message = f"{message.rstrip('.')}. Pass the server's key with --key."
        default = errors.BadRequestError if status < 500 else errors.InternalServerError
        return ERROR_CLASSES.get(status, default)(message, param=param, code=code, headers=response.headers)


def api_url(address: str) -> str:
    """Complete an address as people type it: `host:8000` is `http://host:8000/v1`. Raises ValueError."""
    parts = urlsplit(address if "://" in address else f"http://{address}")
    is_clean = address.isprintable() and " " not in address
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_clean or not address.isascii():
        raise ValueError(f"'{address}' is not an address such as http://127.0.0.1:8000.")
    _ = parts.port  # raises ValueError if it is invalid
    return parts._replace(path=parts.path.rstrip("/") or "/v1", query="", fragment="").geturl()


async def read_json(response: httpx2.Response) -> dict[str, Any]:
    try:
        body = json.loads(await response.aread())
    except (httpx2.TransportError, ValueError) as error:
        raise BackendError(f"The server's response cannot be read: {_reason(error)}.") from error
    if not isinstance(body, dict):
        raise BackendError("The server's response is not a JSON object.")
    return body


async def read_events(response: httpx2.Response) -> AsyncGenerator[tuple[str, Any], None]:
    """Yield name and JSON of each server-sent event, and Limner's note as `limner-note`.

    The note is sent as a comment, and `httpx2.EventSource` drops comments.
    """
    name, data = "", []
    try:
        async for line in _lines(response):
            field, _, value = line.partition(": ")
            if line.startswith(NOTE_COMMENT):
                yield "limner-note", decode_header_text(line.removeprefix(NOTE_COMMENT).strip())
            elif field == "event":
                name = value
            elif field == "data":
                data.append(value)
            elif not line and data:
                if data != ["[DONE]"]:
                    yield name, json.loads("\n".join(data))
                name, data = "", []
    except (httpx2.TransportError, ValueError) as error:
        raise BackendError(f"The server's response broke off: {_reason(error)}.") from error


async def _lines(response: httpx2.Response) -> AsyncGenerator[str, None]:
    """Unlike `aiter_lines`, split at line feeds only: JSON may contain the other separators of Unicode."""
    parts: list[bytes] = []  # joined once per line, because an image is a single line of megabytes
    async for chunk in response.aiter_bytes():
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            parts.append(end)
            yield b"".join(parts).decode().rstrip("\r")
            parts.clear()
        parts.append(rest)


def decode_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BackendError("The server's response contains no readable picture.") from error


def _reason(error: Exception) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "timed out"
    return str(_root_cause(error)) or type(error).__name__


def _root_cause(error: BaseException) -> BaseException:
    """The operating system's error behind a ConnectError, which wraps it several times; else the error itself."""
    cause: BaseException | None = error if isinstance(error, httpx2.ConnectError) else None
    while cause is not None:
        error = cause.exceptions[0] if isinstance(cause, BaseExceptionGroup) else cause
        cause = error.__cause__ or error.__context__
    return error
