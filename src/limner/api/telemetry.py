"""The outermost middleware: counts and traces every request, also those that other middleware answers. Pure ASGI, so
that streams pass through unbuffered.
"""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from limner import __version__
from limner.model_plan import WILDCARD
from limner.observability.context import request_state
from limner.observability.labels import OTHER
from limner.observability.metrics import Metrics
from limner.observability.readiness import ReadinessChecks
from limner.observability.telemetry import Telemetry
from limner.service import ImageService
from limner.settings import Settings, SettingsError

if TYPE_CHECKING:  # an extra
    from limner.observability.tracing import RequestSpan, Tracing

CLIENT_LEFT = 499
"""In the metrics, as in the access log: there was no response."""


class TelemetryMiddleware:
    def __init__(self, app: ASGIApp, telemetry: Telemetry, routes: Sequence[BaseRoute]) -> None:
        self.telemetry = telemetry
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        metrics, tracing = self.telemetry.metrics, self.telemetry.tracing
        state = scope.setdefault("state", {})
        status = num_bytes = 0
        error_code: str | None = None
        span = None if tracing is None else start_span(tracing, scope)

        async def observe_send(message: Message) -> None:
            nonlocal status, num_bytes, error_code
            if message["type"] == "http.response.start":
                status = message["status"]
                if span is not None:
                    span.sending()
            elif body := message.get("body", b""):
                if status >= 400 and not num_bytes:
                    error_code = read_error_code(body)
                num_bytes += len(body)
            await send(message)

        if span is not None:
            state["trace_id"] = span.trace_id
            receive = observe_receive(receive, span)
        token = request_state.set(state)
        metrics.in_progress.inc()
        started_s = time.perf_counter()
        try:
            await self._app(scope, receive, observe_send)
        finally:
            route = self._template_of(scope)
            metrics.in_progress.dec()
            metrics.count_http(
                route=route,
                method=scope["method"],
                status=status or CLIENT_LEFT,
                seconds=time.perf_counter() - started_s,
                num_bytes=num_bytes,
            )
            if status >= 400:
                metrics.refused(error_code, status)
            if span is not None:
                span.end(route=route, status=status, error_code=error_code, attributes=attributes_at_end(state))
            request_state.reset(token)

    def _template_of(self, scope: Scope) -> str:
        """Of the route that served the request, or would have, if other middleware had not answered it."""
        route = scope.get("route")
        if route is None and "router" not in scope:
            route = next((one for one in self._routes if one.matches(scope)[0] is not Match.NONE), None)
        return route.path if isinstance(route, Route) else OTHER


class ErrorDetail(msgspec.Struct):
    code: str | None = None


class ErrorBody(msgspec.Struct):
    error: ErrorDetail


def read_error_code(body: bytes) -> str | None:
    """The code in an error's envelope."""
    try:
        return msgspec.json.decode(body, type=ErrorBody).error.code
    except msgspec.DecodeError:
        return None


def open_telemetry(service: ImageService, settings: Settings) -> Telemetry:
    """Raises SettingsError if the settings ask for traces, and their extra is not installed."""
    metrics = Metrics(version=__version__, models=(name for name in service.models if name != WILDCARD))
    return Telemetry(metrics, ReadinessChecks(), start_tracing() if settings.observability.traces else None)


def start_tracing() -> "Tracing":
    try:
        from limner.observability.tracing import Tracing
    except ImportError as error:
        message = "'observability.traces' needs OpenTelemetry. Run: pip install 'limner[traces]'"
        raise SettingsError(message) from error
    return Tracing(version=__version__)


def start_span(tracing: "Tracing", scope: Scope) -> "RequestSpan":
    """The query is left out: the signatures of image URLs are in it."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    attributes = {
        "url.path": scope["path"],
        "url.scheme": scope["scheme"],
        "network.protocol.version": scope["http_version"],
    }
    for name, header in (("server.address", "host"), ("user_agent.original", "user-agent")):
        if header in headers:
            attributes[name] = headers[header]
    return tracing.start_request(scope["method"], headers, attributes)


def attributes_at_end(state: dict[str, Any]) -> dict[str, str]:
    return {f"limner.{name}": state[name] for name in ("request_id", "key_id") if state.get(name)}


def observe_receive(receive: Receive, span: "RequestSpan") -> Receive:
    async def observed() -> Message:
        span.reading()
        message = await receive()
        if message["type"] == "http.request" and not message.get("more_body"):
            span.read()
        return message

    return observed
