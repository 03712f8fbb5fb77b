"""The images endpoints: read, draw, reply."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from limner.api.body import BodyReader
from limner.api.patience import read_patience
from limner.api.pictures import PictureShelf
from limner.api.pieces import Chunk, length_of, pieces_of
from limner.api.reply import as_json, as_sse
from limner.api.stream_buffer import buffered
from limner.api.uploads import MemoryBudget, UploadSpace
from limner.core.extensions import CLIENT_EOF
from limner.core.picture import CompletedImage
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest, Operation
from limner.router import Model, Router


@dataclass(frozen=True, slots=True)
class ImagesApi:
    """One endpoint for each operation: an ASGI application, because a plain reply must watch its socket too."""

    router: Router
    body: BodyReader
    shelf: PictureShelf
    budget: MemoryBudget
    heartbeat_s: float
    stream_timeout_s: float

    def endpoint(self, operation: Operation) -> "Endpoint":
        return Endpoint(self, operation)

    async def serve(self, operation: Operation, scope: Scope, receive: Receive, send: Send) -> None:
        http = Request(scope, receive)
        self.router.refuse_if_full()  # before the body is read, and again when it is known how many images it asks for
        with UploadSpace(self.budget) as space:
            fields = await self.body.read(http, operation, space)
            model = self.router.find(operation, fields, deployment=http.path_params.get("deployment"))
            request = self.router.read(operation, model, fields)
            timeout_s = None if request.stream else read_patience(http.headers)
            request = replace(request, api_key=http.state.api_key, timeout_s=timeout_s)
            with self.router.admit(model, request) as estimate:
                reply = self._stream if request.stream else self._answer
                await while_connected(receive, reply(space, model, request, estimate, http, send))

    async def _answer(
        self,
        space: UploadSpace,
        model: Model,
        request: ImageRequest,
        estimate: Callable[[], QueueEstimate],
        http: Request,
        send: Send,
    ) -> None:
        headers = told(request, estimate())

        async def keep(event: CompletedImage) -> str:
            return await self.shelf.keep(event.picture, base_url=str(http.base_url), now=time.time())

        events = self.router.generate(model, request)
        reply = await as_json(model.family, request, events, keep=keep, space=space)
        length = length_of(reply.chunks)
        headers |= reply.headers | {"content-type": "application/json", "content-length": str(length)}
        await send(start(headers))
        await send_chunks(reply.chunks, send)
        await send({"type": "http.response.body", "body": b""})

    async def _stream(
        self,
        space: UploadSpace,
        model: Model,
        request: ImageRequest,
        estimate: Callable[[], QueueEstimate],
        http: Request,
        send: Send,
    ) -> None:
        headers = told(request, estimate()) | {
            "content-type": "text/event-stream; charset=utf-8",
            "cache-control": "no-cache, no-transform",
            "x-accel-buffering": "no",
            "connection": "close",
        }
        await send(start(headers))
        frames = as_sse(
            request,
            buffered(self.router.generate(model, request), space),
            heartbeat_s=self.heartbeat_s,
            timeout_s=self.stream_timeout_s,
            client_eof=http.scope.get("extensions", {}).get(CLIENT_EOF, {}).get("event", asyncio.Event()),
            estimate=estimate,
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


async def while_connected(receive: Receive, work: Coroutine[Any, Any, None]) -> None:
    """Do `work`, unless the client hangs up first: then cancel it and wait until it has let everything go."""
    working = asyncio.create_task(work)
    hangup = asyncio.create_task(_hangup(receive))
    try:
        await asyncio.wait({working, hangup}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (hangup, working):
            if not task.done():
                task.cancel()
        await asyncio.wait({working, hangup})  # also when this task itself is cancelled: nothing may be left behind
    if not working.cancelled():
        working.result()


async def _hangup(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def start(headers: dict[str, str], *, status: int = 200) -> dict[str, Any]:
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": "http.response.start", "status": status, "headers": raw}


def told(request: ImageRequest, estimate: QueueEstimate) -> dict[str, str]:
    """The headers that tell what was made of a request, and how things stand for it."""
    headers = {"limner-seed": str(request.seed), **estimate.headers()}
    if request.ignored:
        headers["limner-ignored"] = ", ".join(sorted(request.ignored))
    return headers
