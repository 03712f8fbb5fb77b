"""The images endpoints: read the body, submit the request, send the response."""

import asyncio
import time
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from limner.access.gate import Admission, Gate
from limner.api.base64_stream import Chunk, length_of, pieces_of
from limner.api.body import BodyReader
from limner.api.client_timeout import read_client_timeout
from limner.api.hangups import while_connected
from limner.api.picture_urls import PictureUrls
from limner.api.reply import as_json, as_sse
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.api.stream_buffer import buffer_events
from limner.core.extensions import CLIENT_EOF
from limner.core.picture import CompletedImage
from limner.core.request import Operation
from limner.service import ImageService, RequestContext, Submission


@dataclass(frozen=True, slots=True)
class ImagesApi:
    """An endpoint for each operation: ASGI applications, because a plain response must watch its socket too."""

    service: ImageService
    gate: Gate
    body: BodyReader
    urls: PictureUrls
    budget: MemoryBudget
    heartbeat_s: float
    stream_timeout_s: float

    def endpoint(self, operation: Operation) -> "Endpoint":
        return Endpoint(self, operation)

    async def serve(self, operation: Operation, scope: Scope, receive: Receive, send: Send) -> None:
        http = Request(scope, receive)
        key = http.state.key
        self.service.refuse_if_full()  # before the body is read; `submit` checks again
        await self.gate.refuse_exhausted(key)
        with RequestBuffers(self.budget) as buffers:
            fields = await self.body.read(http, operation, buffers)
            context = RequestContext(
                api_key=key.id,
                priority=key.priority,
                obeys=self.gate.obeys,
                deployment=http.path_params.get("deployment"),
                timeout_s=read_client_timeout(http.headers),
            )
            async with (
                self.service.submit(operation, fields, context) as submission,
                self.gate.admit(key, submission, http.state.request_id) as admission,
            ):
                respond = self._stream if submission.request.stream else self._respond
                await while_connected(receive, respond(submission, admission, buffers, http, send))

    async def _respond(
        self, submission: Submission, admission: Admission, buffers: RequestBuffers, http: Request, send: Send
    ) -> None:
        headers = response_headers(submission, admission)

        async def store(event: CompletedImage) -> str:
            return await self.urls.store(event.picture, base_url=str(http.base_url), now=time.time())

        reply = await as_json(submission, store=store, buffers=buffers)
        admission.recorder.settle("completed")
        length = length_of(reply.chunks)
        headers |= reply.headers | {"content-type": "application/json", "content-length": str(length)}
        await send(start(headers))
        await send_chunks(reply.chunks, send)
        await send({"type": "http.response.body", "body": b""})

    async def _stream(
        self, submission: Submission, admission: Admission, buffers: RequestBuffers, http: Request, send: Send
    ) -> None:
        headers = response_headers(submission, admission) | {
            "content-type": "text/event-stream; charset=utf-8",
            "cache-control": "no-cache, no-transform",
            "x-accel-buffering": "no",
            "connection": "close",
        }
        await send(start(headers))
        frames = as_sse(
            submission.request,
            buffer_events(submission.events(), buffers),
            heartbeat_s=self.heartbeat_s,
            timeout_s=self.stream_timeout_s,
            client_eof=http.scope.get("extensions", {}).get(CLIENT_EOF, {}).get("event", asyncio.Event()),
            estimate=submission.estimate,
        )
        try:
            async with aclosing(frames):
                async for frame in frames:
                    await send_chunks(frame, send)
        finally:
            await send({"type": "http.response.body", "body": b""})


@dataclass(frozen=True, slots=True)
class Endpoint:
    api: ImagesApi
    operation: Operation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.api.serve(self.operation, scope, receive, send)


async def send_chunks(chunks: Iterable[Chunk], send: Send) -> None:
    async with aclosing(pieces_of(chunks)) as pieces:
        async for piece in pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})


def start(headers: dict[str, str], *, status: int = 200) -> dict[str, Any]:
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": "http.response.start", "status": status, "headers": raw}


def response_headers(submission: Submission, admission: Admission) -> dict[str, str]:
    """The seed, the state of the queue, the limits, and the parameters without effect."""
    request = submission.request
    headers = {"limner-seed": str(request.seed), **submission.estimate().headers(), **admission.headers}
    if request.ignored:
        headers["limner-ignored"] = ", ".join(sorted(request.ignored))
    return headers
