"""Idempotency keys: a request that is sent again gets the response of the first one, and is not drawn again."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import Request

from limner.access.replies import ReplyEntry, ReplyIndex
from limner.api.base64_stream import Chunk
from limner.api.client_sink import ClientSink, StreamLostError, send_stream
from limner.api.detached import DetachedRun
from limner.api.heartbeat import Heartbeat
from limner.api.image_call import STREAM_HEADERS
from limner.api.reply import error_frame
from limner.api.request_buffers import RequestBuffers
from limner.api.stored_replies import StoredReplies, StoredReply
from limner.core.errors import BadRequestError, ConflictError, shutting_down_error
from limner.families.family import Fields
from limner.families.readers import BOOLEANS, FormText
from limner.service import ImageService

KEY_HEADER = "Idempotency-Key"
MAX_KEY_LENGTH = 255
POLL_S = 0.1
MAX_POLL_S = 2.0
"""Between two looks at a request that another server draws."""


@dataclass(frozen=True, slots=True)
class Replays:
    service: ImageService
    replies: ReplyIndex
    stored: StoredReplies
    idempotency_s: float

    async def claim(self, http: Request, idempotency_key: str, fingerprint: str) -> ReplyEntry | None:
        """The entry of an earlier request with this key and the same content; None if this request is the first.

        Raises ConflictError if the earlier one had another content.
        """
        entry = await self.replies.claim(
            http.state.key.id,
            idempotency_key,
            fingerprint=fingerprint,
            request_id=http.state.request_id,
            lifetime_s=self.idempotency_s,
            now=time.time(),
        )
        if entry.request_id == http.state.request_id:
            return None
        if entry.fingerprint != fingerprint:
            raise in_use_error()
        return entry

    async def send(
        self, entry: ReplyEntry, sink: ClientSink, *, is_stream: bool, beat: Heartbeat, buffers: RequestBuffers
    ) -> bool:
        """Send the response of a request that another server draws, or that has ended; False: there is none.

        A stream may have begun then, and waits for the events of this request.
        """
        headers = replay_headers(entry.request_id)
        if is_stream:
            found = await self._poll(entry, lambda one: one.is_accepted)  # no stream begins for one that is refused
            if found is None:
                return False
            entry = found
        if is_stream and entry.is_running(time.time()):
            await sink.start(STREAM_HEADERS | headers)
            frames = self._frames(entry, buffers)
            try:
                await send_stream(sink, frames, beat=beat, estimate=lambda: entry.estimate)
            except StreamLostError:
                await self.replies.forget(entry.request_id)
                return False
            return True
        reply = await self._wait(entry, buffers)
        if reply is None:
            await self.replies.forget(entry.request_id)
            return False
        await reply.send(sink, headers)
        return True

    async def _frames(self, entry: ReplyEntry, buffers: RequestBuffers) -> AsyncGenerator[list[Chunk], None]:
        """Wait for a stream to end, then all of it."""
        reply = await self._wait(entry, buffers)
        if reply is None:
            raise StreamLostError
        if reply.head.status >= 400:
            yield [error_frame(await reply.error_body())]
            return
        yield [reply.body]

    async def _wait(self, entry: ReplyEntry, buffers: RequestBuffers) -> StoredReply | None:
        """The response, once the request has ended; None if its server stopped, or could not store it."""
        await self._poll(entry, lambda _: False)
        return await self.stored.open("idempotent", entry.request_id, buffers)

    async def _poll(self, entry: ReplyEntry, is_enough: Callable[[ReplyEntry], bool]) -> ReplyEntry | None:
        """The entry of a request once it has ended, or is enough; None if the request was refused."""
        found: ReplyEntry | None = entry
        poll_s = POLL_S
        while found is not None and found.is_running(time.time()) and not is_enough(found):
            if self.service.is_closing:
                raise shutting_down_error()
            await asyncio.sleep(poll_s)
            poll_s = min(MAX_POLL_S, 1.5 * poll_s)
            found = await self.replies.find(entry.request_id)
        return found


async def follow(run: DetachedRun, sink: ClientSink, *, beat: Heartbeat, is_replay: bool = False) -> None:
    """Send a response while it is recorded. Call it within its `reading`."""
    head = await run.recording.wait_for_head()
    headers = head.lasting().headers | replay_headers(run.call.request_id) if is_replay else head.headers
    await sink.start(headers, status=head.status)
    pieces = run.recording.pieces()
    if run.call.is_stream:
        await send_stream(sink, pieces, beat=beat, estimate=run.call.submission.estimate)
        return
    async with aclosing(pieces):
        async for piece in pieces:
            await sink.write(piece)
    await sink.finish()


def read_idempotency_key(headers: Headers) -> str | None:
    """Raises BadRequestError."""
    values = headers.getlist(KEY_HEADER)
    if not values:
        return None
    if len(values) > 1 or not 1 <= len(values[0]) <= MAX_KEY_LENGTH or not _is_printable(values[0]):
        raise BadRequestError(
            f"Invalid header '{KEY_HEADER}': expected one value of 1 to {MAX_KEY_LENGTH} printable ASCII characters.",
            param=KEY_HEADER,
            code="invalid_idempotency_key",
        )
    return values[0]


def _is_printable(text: str) -> bool:
    return text.isascii() and text.isprintable()


def in_use_error() -> ConflictError:
    """Clients retry a 409 unless `x-should-retry` is false."""
    return ConflictError(
        f"This '{KEY_HEADER}' was sent with another request before. Send a new key with each new request.",
        param=KEY_HEADER,
        code="idempotency_key_in_use",
        headers={"x-should-retry": "false"},
    )


def replay_headers(request_id: str) -> dict[str, str]:
    """Headers of a response that was recorded for an earlier request."""
    return {"idempotent-replayed": "true", "original-request": request_id}


def wants_stream(fields: Fields) -> bool:
    raw = fields.values.get("stream")
    return BOOLEANS.get(raw.lower(), False) if isinstance(raw, FormText) else raw is True
