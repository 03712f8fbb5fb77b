"""Middleware for every request: request id, API key, access log, CORS, error responses. Pure ASGI, so that streams
pass through unbuffered.
"""

import asyncio
import logging
import re
import time
import uuid
from collections.abc import Iterable, Iterator

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from limner.access.authentication import Authenticator
from limner.access.keys import ANONYMOUS, ApiKey
from limner.api.origins import check_host, refuse_foreign_names, refuse_foreign_pages
from limner.core.errors import (
    APIError,
    BadRequestError,
    InternalServerError,
    MethodNotAllowedError,
    NotFoundError,
    PermissionDeniedError,
    RangeNotSatisfiableError,
    shutting_down_error,
)
from limner.observability.logs import access_fields

log = logging.getLogger("limner.access")
errors_log = logging.getLogger("limner.errors")

PERMANENT_ERRORS = frozenset({"model_load_failed", "out_of_memory", "image_generation_timeout"})
"""Permanent failures: clients retry every 5xx unless `x-should-retry` is false."""
CHUNK_BYTES = 65_536
OPEN_PATHS = ("/pictures/", "/playground/", "/usage/", "/health", "/openapi.json", "/metrics")
"""Readable without a key, as the pages are: signed pictures, and what is not about any user. `/metrics` has its own
key.
"""
PAGES = ("/", "/usage")
ADMIN_PATH = re.compile(r"(/openai)?(/v1)?/organization(/|\Z)")
"""What admin keys are for, and other keys are not."""
OWN_HEADERS = (
    b"limner-seed, limner-ignored, limner-note, limner-engine, limner-queue-position, limner-eta"
    b", idempotent-replayed, original-request"
)
RATE_LIMIT_HEADERS = b", ".join(
    f"x-ratelimit-{what}-{of}".encode() for of in ("requests", "images") for what in ("limit", "remaining", "reset")
)
CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"X-Request-ID, Retry-After, %b, %b" % (RATE_LIMIT_HEADERS, OWN_HEADERS)),
]
PREFLIGHT = [
    *CORS,
    (b"access-control-allow-methods", b"GET, POST, DELETE, OPTIONS"),
    (b"access-control-allow-headers", b"*, Authorization, api-key, Content-Type"),
    (b"access-control-max-age", b"86400"),
    (b"content-length", b"0"),
]


class AccessMiddleware:
    def __init__(self, app: ASGIApp, authenticator: Authenticator, *, own_names: Iterable[str] | None = None) -> None:
        """`own_names`: the hosts that requests may name; None allows any host, and pages of any site."""
        self._app = app
        self._own_names = None if own_names is None else frozenset(name.lower() for name in own_names)
        self._authenticator = authenticator

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = f"req_{uuid.uuid4().hex}"
        started = time.perf_counter()
        status = 0
        plain_error: Response | None = None

        async def send_with_headers(message: Message) -> None:
            nonlocal status, plain_error
            if plain_error is not None:
                if message["type"] == "http.response.start" or message.get("more_body"):
                    return
                message = {**message, "body": plain_error.body}
            elif message["type"] == "http.response.start":
                plain_error = as_error_envelope(scope, message)
                if plain_error is not None:
                    message = {**message, "status": plain_error.status_code, "headers": plain_error.raw_headers}
                status = message["status"]
                took_ms = round((time.perf_counter() - started) * 1000)
                message["headers"] = [
                    *message.get("headers", ()),
                    *(PREFLIGHT if scope["method"] == "OPTIONS" else CORS),
                    (b"x-request-id", request_id.encode()),
                    (b"openai-version", b"2020-10-01"),
                    (b"openai-processing-ms", str(took_ms).encode()),
                    (b"x-content-type-options", b"nosniff"),
                ]
            for part in split_body(message):
                await send(part)

        scope.setdefault("state", {}).update(request_id=request_id, key=ANONYMOUS)
        try:
            await self._serve(scope, receive, send_with_headers)
        except APIError as error:
            await error_response(error)(scope, receive, send_with_headers)
        except asyncio.CancelledError:  # the server stops without waiting: this task ends in any case
            if not status:
                await error_response(shutting_down_error())(scope, receive, send_with_headers)
        except Exception:  # a bug; behind this middleware an error response, or error event, has been sent already
            errors_log.exception("%s %r failed (%s)", scope["method"], scope["path"], request_id)
            if not status:
                await error_response(internal_error())(scope, receive, send_with_headers)
        finally:
            took_ms = (time.perf_counter() - started) * 1000
            # %r: a path may contain line breaks, and must not forge log lines
            line = (scope["method"], scope["path"], status or 499, took_ms, request_id)
            log.info("%s %r %d %.0f ms %s", *line, extra=access_fields(*line))

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        check_host(scope)
        if scope["method"] == "OPTIONS":
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        if self._own_names is not None:
            refuse_foreign_names(dict(scope["headers"]), self._own_names)
            refuse_foreign_pages(scope)
        if scope["path"] not in PAGES and not scope["path"].startswith(OPEN_PATHS):
            key = await self._authenticator.authenticate(scope["headers"])
            if self._authenticator.is_required:
                _refuse_wrong_kind(key, scope["path"])
            scope["state"].update(key=key, key_id=key.id)
        await self._app(scope, receive, send)


def _refuse_wrong_kind(key: ApiKey, path: str) -> None:
    """Admin keys administer and draw nothing; all other keys draw."""
    if (key.kind == "admin") != bool(ADMIN_PATH.match(path)):
        raise PermissionDeniedError(
            "You have insufficient permissions for this operation. "
            + ("An admin key is for /v1/organization only." if key.kind == "admin" else "It needs an admin key."),
            code="insufficient_permissions",
        )


def split_body(message: Message) -> Iterator[Message]:
    """Split a body, so that slow readers are detectable and little is buffered."""
    body = message.get("body", b"")
    last = max(0, len(body) - 1) // CHUNK_BYTES * CHUNK_BYTES
    for at in range(0, last, CHUNK_BYTES):
        yield {"type": message["type"], "body": body[at : at + CHUNK_BYTES], "more_body": True}
    yield {**message, "body": body[last:]} if last else message


def error_response(error: APIError) -> Response:
    """The error in its envelope: the only place that writes one."""
    headers = error.headers | ({"x-should-retry": "false"} if error.code in PERMANENT_ERRORS else {})
    return Response(msgspec.json.encode(error.body()), error.status, headers, "application/json")


async def write_error(http: Request, error: Exception) -> Response:
    """Also for the framework's errors and for bugs."""
    if isinstance(error, HTTPException):
        error = _api_error(http, error)
    if not isinstance(error, APIError):
        error = internal_error()
    return error_response(error)


def internal_error() -> InternalServerError:
    return InternalServerError(
        "The server had an error while processing your request. Sorry about that!", code="server_error"
    )


def _api_error(http: Request, error: HTTPException) -> APIError:
    method, path = http.method, http.url.path
    match error.status_code:
        case 404:
            return NotFoundError(f"Invalid URL ({method} {path})")
        case 405:
            return MethodNotAllowedError(
                f"Not allowed to {method} on {path}. (HINT: Perhaps you meant to use a different HTTP method?)",
                headers=dict(error.headers or {}),
            )
    return BadRequestError(str(error.detail))


def as_error_envelope(scope: Scope, start: Message) -> Response | None:
    """The error in its envelope, if the framework sends plain text, as FileResponse does for invalid ranges."""
    headers = {name.lower(): value.decode("latin-1") for name, value in start.get("headers", ())}
    if start["status"] < 400 or headers.get(b"content-type", "").startswith("application/json"):
        return None
    if any(name == b"range" for name, _ in scope["headers"]):
        kept = {"content-range": headers[b"content-range"]} if b"content-range" in headers else {}
        message = "The header 'Range' is invalid, or asks for bytes that the file does not have."
        return error_response(RangeNotSatisfiableError(message, code="invalid_range", headers=kept))
    return error_response(BadRequestError("The request could not be served."))
