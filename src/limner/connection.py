"""One HTTP connection: uvicorn's protocol with time limits, bounded pipelining, half-closed clients, ignored upgrades,
HTTP/1.0 streams, and error responses for what never reaches the application.
"""

import asyncio
import logging
import socket
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import httptools
import msgspec
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from limner.core.errors import APIError, BadRequestError, HeadersTooLargeError, RequestTimeoutError, shutting_down_error
from limner.core.extensions import CLIENT_EOF
from limner.flow import PausableFlow, limit_kernel_buffer
from limner.lingering import LingeringTransport
from limner.observability.metrics import Metrics

log = logging.getLogger("limner.access")

MAX_HEAD_BYTES = 65_536
"""Of a head, and of chunk extensions and trailers."""
MAX_PIPELINED = 16
"""Parsed requests that wait on one connection; further ones stay unparsed until then."""
CLOSE_S = 5
"""How long connections may take to close after the running requests are done."""
SHORT_LINGER_S = 2
"""How long clients that are late, or are still uploading at shutdown, may take to read their error."""
RESPONSE_START = b"HTTP/1.1 "
"""Every response begins with these bytes, so they can be sent before the status is known."""
FRAMING = frozenset({b"content-length", b"transfer-encoding", b"connection"})


class HttpConnection(HttpToolsProtocol):
    def __init__(
        self,
        *,
        receive_timeout_s: float,
        send_timeout_s: float,
        stream_timeout_s: float,
        metrics: Metrics,
        is_draining: Callable[[], bool],
        **rest: Any,
    ) -> None:
        """`is_draining`: whether connections should close after their responses, because the server will stop."""
        super().__init__(**rest)
        self._receive_timeout_s = receive_timeout_s
        self._send_timeout_s = send_timeout_s
        self._stream_timeout_s = stream_timeout_s
        self._metrics = metrics
        self._is_draining = is_draining
        self._head_timer: asyncio.TimerHandle | None = None
        """Runs between requests, until the next head is complete."""
        self._send_timer: asyncio.TimerHandle | None = None
        """Runs while the client reads none of the bytes in the send buffer."""
        self._life_timer: asyncio.TimerHandle | None = None
        """Runs during a response."""
        self._reset_timer: asyncio.TimerHandle | None = None
        """Runs while a half-closed client waits for a response."""
        self._is_in_head = False
        self._num_overhead_bytes = 0
        """Bytes of heads, chunk extensions and trailers since the last byte of a body."""
        self._has_advanced = False
        self._is_replaying_head = False
        self._unparsed = b""
        self._running: RequestResponseCycle | None = None
        """The request being served; `cycle` is the last one parsed, which may still wait in the pipeline."""
        self._final_error: APIError | None = None
        """Sent after the responses to the valid requests before it."""
        self._client_eof = asyncio.Event()
        self._has_refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._lingering = LingeringTransport(transport, self._is_client_sending)
        super().connection_made(cast(asyncio.Transport, self._lingering))
        self.flow = PausableFlow(transport)
        transport.set_write_buffer_limits(high=0)  # pause writing whenever anything waits for the client
        limit_kernel_buffer(transport.get_extra_info("socket"))
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._head_timer, self._send_timer, self._life_timer, self._reset_timer):
            if timer is not None:
                timer.cancel()
        self._lingering.stop()
        self._disconnect_running()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            self._lingering.discard(data)
            return
        self._unset_keepalive_if_required()
        if self._unparsed:
            self._unparsed += data
        else:
            self._parse(data)
        if not self._is_serving:
            self._expect_head()

    def eof_received(self) -> bool:  # type: ignore[override]
        """Keep the connection if responses are still due: the client may have closed only its sending side.

        A client that has closed both sides looks the same until something is sent to it: then its system sends a
        reset. So something harmless is sent at once, and a reset cancels the work.
        """
        self._client_eof.set()
        if self.transport.is_closing():
            return False
        if self._unparsed:
            return True
        self._drop_incomplete()
        if not self._is_serving:
            return False
        self._probe_client()
        return True

    def on_message_begin(self) -> None:
        if self._is_replaying_head:
            return
        self._is_in_head = self._has_advanced = True
        super().on_message_begin()
        self.scope["extensions"] = {CLIENT_EOF: {"event": self._client_eof}}

    def on_url(self, url: bytes) -> None:
        if not self._is_replaying_head:
            super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._is_in_head and not self._is_replaying_head:  # else it is a trailer, which is not used
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if self._is_replaying_head:
            return
        self._is_in_head = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._has_advanced = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._has_advanced = True
        if not self.parser.should_upgrade():  # else the body follows
            super().on_message_complete()

    def on_response_complete(self) -> None:
        if self._life_timer is not None:
            self._life_timer.cancel()
            self._life_timer = None
        self._running = None
        super().on_response_complete()
        if self._unparsed:
            self._unset_keepalive_if_required()
            self._parse(self._unparsed)
        if self._is_serving or self.transport.is_closing():
            return
        if self._final_error is not None:
            self._refuse(self._final_error)
        elif self._client_eof.is_set():
            self.transport.close()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._send_timer = self.loop.call_later(self._send_timeout_s, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._send_timer is not None:
            self._send_timer.cancel()
            self._send_timer = None

    def send_400_response(self, msg: str) -> None:
        """uvicorn's hook for invalid HTTP."""
        self._refuse(BadRequestError("We could not parse your request: it is not valid HTTP.", code="invalid_http"))

    def close_if_idle(self) -> None:
        """Close the connection if no request is being received or answered."""
        if not self._is_serving and not self._is_in_head:
            self.transport.close()

    def shutdown(self) -> None:
        """uvicorn's hook at shutdown: refuse running uploads, and limit the time of slow readers."""
        self._lingering.linger_s = SHORT_LINGER_S
        if self._lingering.is_lingering:
            self._lingering.finish()
            return
        if self._is_serving and self.cycle.more_body:
            self._refuse(shutting_down_error())
            return
        super().shutdown()
        if self._send_timer is not None:
            self._send_timer.cancel()
            self._send_timer = self.loop.call_later(min(CLOSE_S, self._send_timeout_s), self.transport.abort)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, partial(self._serve, cycle, app))
        if self._client_eof.is_set():
            self._probe_client()

    async def _serve(self, cycle: RequestResponseCycle, app: Any, scope: Any, receive: Any, send: Any) -> None:
        """Run the application with a time limit for its response, and without chunks for HTTP/1.0."""
        until_close = False

        async def send_bounded(message: Any) -> None:
            nonlocal until_close
            if message["type"] == "http.response.start":
                self._life_timer = self.loop.call_later(self._stream_timeout_s + CLOSE_S, self.transport.abort)
                names = {name.lower() for name, _ in message["headers"]}
                until_close = scope["http_version"] == "1.0" and b"content-length" not in names
                if until_close:
                    cycle.chunked_encoding = False
                # whether the body follows a 100-continue now is ambiguous
                if self._is_draining() or (cycle.waiting_for_100_continue and cycle.more_body):
                    cycle.keep_alive = False
            elif until_close:
                cycle.expected_content_length = len(message.get("body", b""))
            await send(message)

        await app(scope, receive, send_bounded)

    @property
    def _is_serving(self) -> bool:
        return self._running is not None or bool(self.pipeline)

    def _is_client_sending(self) -> bool:
        """Whether closing now would leave bytes of a body, a head or a refused request unread."""
        if self._client_eof.is_set():
            return False
        is_in_body = self.cycle is not None and self.cycle.more_body
        return self._has_refused or self._is_in_head or is_in_body or bool(self._unparsed or self.pipeline)

    def _parse(self, data: bytes) -> None:
        """Parse up to MAX_PIPELINED requests; keep the rest unparsed until responses are sent."""
        at = 0
        while at < len(data) and self._final_error is None and not self.transport.is_closing():
            if len(self.pipeline) >= MAX_PIPELINED:
                break
            end = _end_of_heads(data, at, MAX_PIPELINED)
            self._feed(data[at:end])
            at = end
        is_stopped = self._final_error is not None or self.transport.is_closing()
        self._unparsed = b"" if is_stopped else data[at:]
        cast(PausableFlow, self.flow).hold(bool(self._unparsed))
        if self._client_eof.is_set() and not self._unparsed:
            self._drop_incomplete()

    def _feed(self, data: bytes) -> None:
        self._has_advanced = False
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._ignore_upgrade()
            if rest := data[upgrade.args[0] :]:
                self._feed(rest)
            return
        except httptools.HttpParserError:
            self.send_400_response("")
            return
        self._num_overhead_bytes = 0 if self._has_advanced else self._num_overhead_bytes + len(data)
        if self._num_overhead_bytes > MAX_HEAD_BYTES:
            message = f"The headers are too large. The limit is {MAX_HEAD_BYTES} bytes."
            self._refuse(HeadersTooLargeError(message, code="headers_too_large"))

    def _ignore_upgrade(self) -> None:
        """Continue in HTTP/1.1. The parser expects another protocol after the head, so a new parser, which gets a head
        with the same framing, reads the body.
        """
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn does
        framing = [name + b": " + value + b"\r\n" for name, value in self.headers if name in FRAMING]
        version = self.scope["http_version"].encode()
        self._is_replaying_head = True
        self.parser.feed_data(b"".join([b"POST / HTTP/", version, b"\r\n", *framing, b"\r\n"]))
        self._is_replaying_head = False

    def _drop_incomplete(self) -> None:
        """The client sends no more: an incomplete last request gets no response."""
        if not self._is_serving or not self.cycle.more_body:
            return
        if self.pipeline and self.pipeline[0][0] is self.cycle:
            self.pipeline.popleft()
            self.cycle.response_complete = True
        else:
            self._disconnect_running()
            self.transport.close()

    def _disconnect_running(self) -> None:
        if self._running is not None and not self._running.response_complete:
            self._running.disconnected = True
            self._running.message_event.set()

    def _probe_client(self) -> None:
        """Send the first bytes of the response, and check whether the client's system sends a reset.

        After a response has begun, its own bytes do the same; a stream sends a comment when CLIENT_EOF is set.
        """
        running = self._running
        if running is not None and not running.response_started and not isinstance(running.transport, StartedResponse):
            self.transport.write(RESPONSE_START)
            running.transport = cast(asyncio.Transport, StartedResponse(self.transport))
        if self._reset_timer is None:
            self._reset_timer = self.loop.call_later(0.005, self._check_for_reset, 0.01)

    def _check_for_reset(self, next_s: float) -> None:
        if self.transport.is_closing():
            return
        if self.transport.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self.transport.abort()
        else:
            self._reset_timer = self.loop.call_later(next_s, self._check_for_reset, min(2 * next_s, 0.5))

    def _expect_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self._receive_timeout_s, self._on_head_timeout)

    def _on_head_timeout(self) -> None:
        if self._is_in_head:
            self._lingering.linger_s = min(SHORT_LINGER_S, self._receive_timeout_s)
            message = f"The head of your request was not complete after {self._receive_timeout_s:g} seconds."
            self._refuse(RequestTimeoutError(message, code="request_timeout"))
        else:
            self._lingering.finish()

    def _refuse(self, error: APIError) -> None:
        """Send an error instead of the application's response, after the responses that are due, and close."""
        if self.transport.is_closing():
            return
        if self.pipeline and self.cycle.more_body and self.pipeline[0][0] is self.cycle:
            self.pipeline.popleft()  # the refused request, whose head was valid
            self.cycle.response_complete = True
        if self._running is not None and (self.pipeline or not self._running.more_body):
            self._final_error = error
            return
        self._has_refused = True
        if self._running is None or not self._running.response_started:
            out = self.transport if self._running is None else self._running.transport
            request_id = f"req_{uuid.uuid4().hex}"
            out.write(_response(error, request_id))
            fields = {"status": error.status, "request_id": request_id}
            log.info("refused %d %s %s", error.status, error.code, request_id, extra={"fields": fields})
            self._metrics.refused(error.code, error.status)
        self._disconnect_running()
        self.transport.close()


class StartedResponse:
    """A transport to which RESPONSE_START has been written."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._is_first = True

    def write(self, data: bytes) -> None:
        self._transport.write(data.removeprefix(RESPONSE_START) if self._is_first else data)
        self._is_first = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


def _end_of_heads(data: bytes, at: int, count: int) -> int:
    """An offset in `data` before which at most `count` heads end, from `at` on."""
    for _ in range(count):
        found = data.find(b"\r\n\r\n", at)
        if found < 0:
            return len(data)
        at = found + 4
    return at


def _response(error: APIError, request_id: str) -> bytes:
    body = msgspec.json.encode(error.body())
    headers = {
        "content-type": "application/json",
        "content-length": str(len(body)),
        "connection": "close",
        "x-request-id": request_id,
        **error.headers,
    }
    lines = [f"{name}: {value}\r\n".encode("latin-1") for name, value in headers.items()]
    return b"".join([STATUS_LINE[error.status], *lines, b"\r\n", body])
