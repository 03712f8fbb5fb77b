"""The images endpoints: read the body, submit the request, send the response."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from limner.access.keys import ApiKey
from limner.api.body import BodyReader
from limner.api.client_sink import ClientSink, heartbeat_of
from limner.api.client_timeout import read_client_timeout
from limner.api.detached import DetachedRuns
from limner.api.fingerprint import fingerprint_of
from limner.api.hangups import while_connected
from limner.api.heartbeat import Heartbeat
from limner.api.image_call import ImageCall, Responder
from limner.api.kept import read_client_id
from limner.api.replay import POLL_S, Replays, follow, read_idempotency_key, wants_stream
from limner.api.reply import error_frame
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.core.errors import APIError, RateLimitError
from limner.core.request import Operation
from limner.families.family import Fields
from limner.service import ImageService, RequestContext, Submission


@dataclass(frozen=True, slots=True)
class ImagesApi:
    """An endpoint for each operation: ASGI applications, because a plain response must watch its socket too."""

    service: ImageService
    body: BodyReader
    budget: MemoryBudget
    responder: Responder
    replays: Replays
    runs: DetachedRuns
    heartbeat_s: float

    def endpoint(self, operation: Operation) -> "Endpoint":
        return Endpoint(self, operation)

    async def serve(self, operation: Operation, scope: Scope, receive: Receive, send: Send) -> None:
        http = Request(scope, receive)
        key = read_idempotency_key(http.headers)
        await self._refuse_early(http.state.key, key)
        async with AsyncExitStack() as resources:
            buffers = resources.enter_context(RequestBuffers(self.budget))
            exchange = Exchange(http, ClientSink(send), heartbeat_of(scope, self.heartbeat_s), buffers, resources)
            fields = await self.body.read(http, operation, buffers)
            resources.push_async_callback(self.runs.release, http.state.request_id)
            try:
                await self._respond(operation, exchange, fields, key)
            except APIError as error:
                if not exchange.sink.is_started:
                    raise
                await exchange.sink.write([error_frame(error.body())])
                await exchange.sink.finish()

    async def _respond(self, operation: Operation, exchange: "Exchange", fields: Fields, key: str | None) -> None:
        """`key`: the idempotency key."""
        http = exchange.http
        if key is not None:
            fingerprint = await fingerprint_of(operation, fields, http.path_params.get("deployment"))
            if await self._replay(exchange, key, fingerprint, is_stream=wants_stream(fields)):
                return
        context = self._context(http, has_deadline=key is None)
        submission = await exchange.resources.enter_async_context(self.service.submit(operation, fields, context))
        await self._draw(exchange, submission, is_idempotent=key is not None)

    async def _replay(self, exchange: "Exchange", key: str, fingerprint: str, *, is_stream: bool) -> bool:
        """Send the response of an earlier request with this key. Returns False if this request is to be drawn."""
        http, sink, beat = exchange.http, exchange.sink, exchange.beat
        while (found := await self.replays.claim(http, key, fingerprint)) is not None:
            run = self.runs.find(found.request_id)
            if run is None and self.replays.replies.is_open(found.request_id):
                await asyncio.sleep(POLL_S)  # this server is about to start or to refuse it
                continue
            if run is not None:
                with run.recording.reading():
                    await exchange.resources.aclose()  # its own uploads are not needed
                    await while_connected(http.receive, follow(run, sink, beat=beat, is_replay=True))
                return True
            replay = self.replays.send(found, sink, is_stream=is_stream, beat=beat, buffers=exchange.buffers)
            if await while_connected(http.receive, replay) is not False:
                return True
        return False

    async def _draw(self, exchange: "Exchange", submission: Submission, *, is_idempotent: bool) -> None:
        http, sink, beat = exchange.http, exchange.sink, exchange.beat
        call = ImageCall(
            submission, exchange.buffers, http.state.key, http.state.request_id, base_url=str(http.base_url)
        )
        if not is_idempotent and not submission.request.keep:
            async with self.responder.admit(call) as admission:
                await while_connected(http.receive, self.responder.respond(call, admission, sink, beat))
            return
        if submission.request.keep:
            await self.runs.announce(call, read_client_id(http.headers))
        run = self.runs.start(call, self.responder.record, exchange.resources, is_idempotent=is_idempotent)
        with run.recording.reading():
            await while_connected(http.receive, follow(run, sink, beat=beat))

    async def _refuse_early(self, key: ApiKey, idempotency_key: str | None) -> None:
        """Refuse before the body is read; `submit` and the gate check again. Replays are not limited."""
        try:
            self.service.refuse_if_full()
            await self.responder.gate.refuse_exhausted(key)
        except RateLimitError:
            if idempotency_key is None or not await self.replays.replies.has_key(key.id, idempotency_key):
                raise

    def _context(self, http: Request, *, has_deadline: bool) -> RequestContext:
        """`has_deadline`: whether the images are of no use once the client has left."""
        return RequestContext(
            api_key=http.state.key.id,
            project_id=http.state.key.project_id,
            priority=http.state.key.priority,
            obeys=self.responder.gate.obeys,
            deployment=http.path_params.get("deployment"),
            timeout_s=read_client_timeout(http.headers) if has_deadline else None,
        )


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that is being answered."""

    http: Request
    sink: ClientSink
    beat: Heartbeat
    buffers: RequestBuffers
    resources: AsyncExitStack
    """Freed at the end of the exchange, or of the work that goes on without its client."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    api: ImagesApi
    operation: Operation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.api.serve(self.operation, scope, receive, send)
