"""One connection as uvicorn serves it, and what uvicorn leaves open: how long a client may take to ask and to fetch,
and how large the head of a request may be. What no application can answer is answered here, in the envelope.
"""

import asyncio
import logging
import socket
import uuid
from typing import Any

import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from limner.core.errors import ApiError, BadRequestError, HeadersTooLargeError, RequestTimeoutError, shutting_down

log = logging.getLogger("limner.access")

MAX_HEAD_BYTES = 65_536
MAX_PIPELINED = 16
"""Requests that wait on one connection: each takes more memory here than bytes on the wire."""
UNSENT_BYTES = 65_536
CLOSE_S = 5
"""What connections may take to close once the running pictures are done."""


class Connection(HttpToolsProtocol):
    def __init__(self, *, receive_timeout_s: float, send_timeout_s: float, **uvicorns: Any) -> None:
        super().__init__(**uvicorns)
        self._receive_timeout_s = receive_timeout_s
        self._send_timeout_s = send_timeout_s
        self._asking: asyncio.TimerHandle | None = None
        """Runs while nothing is asked, or not yet to the end of the head."""
        self._fetching: asyncio.TimerHandle | None = None
        """Runs while the client takes nothing of what waits for it."""
        self._is_in_head = False
        self._num_head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        transport.set_write_buffer_limits(high=0)  # so that writing is paused whenever anything waits for the client
        _wait_little_in_the_kernel(transport.get_extra_info("socket"))
        self._expect_a_head()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._asking, self._fetching):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        was_in_head = self._is_in_head
        super().data_received(data)
        self._num_head_bytes += len(data) if was_in_head else 0
        if self._is_in_head and self._num_head_bytes > MAX_HEAD_BYTES:
            self._refuse(
                HeadersTooLargeError(
                    f"The headers are too large. The limit is {MAX_HEAD_BYTES} bytes.", code="headers_too_large"
                )
            )
        if not self._is_serving:
            self._expect_a_head()

    def on_message_begin(self) -> None:
        self._is_in_head, self._num_head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._is_in_head = False
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if len(self.pipeline) >= MAX_PIPELINED:
            raise BufferError("too many requests wait for their turn")  # ends the parsing, and then the connection
        super().on_headers_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._fetching = self.loop.call_later(self._send_timeout_s, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None

    def send_400_response(self, msg: str) -> None:
        """uvicorn's hook for what is no HTTP."""
        self._refuse(BadRequestError("We could not parse your request: it is not valid HTTP.", code="invalid_http"))

    def shutdown(self) -> None:
        """uvicorn's hook when the server leaves: who still uploads is told, who fetches has a little time."""
        if self._is_serving and self.cycle.more_body:
            self._refuse(shutting_down())
            return
        super().shutdown()
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = self.loop.call_later(min(CLOSE_S, self._send_timeout_s), self.transport.abort)

    @property
    def _is_serving(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect_a_head(self) -> None:
        if self._asking is None:
            self._asking = self.loop.call_later(self._receive_timeout_s, self._give_up_asking)

    def _give_up_asking(self) -> None:
        if self._is_in_head:
            message = f"The head of your request was not complete after {self._receive_timeout_s:g} seconds."
            self._refuse(RequestTimeoutError(message, code="request_timeout"))
        else:
            self.transport.close()

    def _refuse(self, error: ApiError) -> None:
        """Answer in the application's place, unless it has begun to, and hang up."""
        if self.transport.is_closing():
            return
        if not self.pipeline and not (self._is_serving and self.cycle.response_started):
            request_id = f"req_{uuid.uuid4().hex}"
            body = orjson.dumps(error.body())
            headers = {
                "content-type": "application/json",
                "content-length": str(len(body)),
                "connection": "close",
                "x-request-id": request_id,
                **error.headers,
            }
            lines = [f"{name}: {value}\r\n".encode("latin-1") for name, value in headers.items()]
            self.transport.write(b"".join([STATUS_LINE[error.status], *lines, b"\r\n", body]))
            log.info("refused %d %s %s", error.status, error.code, request_id)
        if self._is_serving:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()


def _wait_little_in_the_kernel(connection: socket.socket) -> None:
    """Else it takes megabytes before it asks for more, and who fetches them slowly looks as if they took nothing."""
    if hasattr(socket, "TCP_NOTSENT_LOWAT") and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
