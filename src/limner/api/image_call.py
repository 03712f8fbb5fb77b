"""A request that was admitted to the queue, and how its response is written."""

import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, aclosing
from dataclasses import dataclass
from functools import partial

from limner.access.gate import Admission, Gate
from limner.access.keys import ApiKey
from limner.api.base64_stream import Chunk, length_of
from limner.api.client_sink import ClientSink, ResponseSink, send_stream
from limner.api.heartbeat import Heartbeat, limit_time
from limner.api.picture_urls import PictureUrls
from limner.api.recording import Recording
from limner.api.reply import DataEntry, JsonReply, as_json, as_sse, join_entries, join_names, make_entry
from limner.api.request_buffers import RequestBuffers
from limner.api.stream_buffer import buffer_events
from limner.core.picture import CompletedImage, Event
from limner.service import Submission

STREAM_HEADERS = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "connection": "close",
}


@dataclass(frozen=True, slots=True)
class ImageCall:
    submission: Submission
    buffers: RequestBuffers
    key: ApiKey
    request_id: str
    base_url: str
    """Of the URLs of images."""
    urls_expire_at: int | None = None
    """None: after the lifetime of the settings."""

    @property
    def is_stream(self) -> bool:
        return self.submission.request.stream


@dataclass(frozen=True, slots=True)
class Responder:
    gate: Gate
    urls: PictureUrls
    stream_timeout_s: float

    def admit(self, call: ImageCall) -> AbstractAsyncContextManager[Admission]:
        """Raises an APIError if the request is refused."""
        return self.gate.admit(call.key, call.submission, call.request_id)

    async def respond(self, call: ImageCall, admission: Admission, sink: ClientSink, beat: Heartbeat) -> None:
        """Draw the request for a client that waits."""
        headers = response_headers(call.submission, admission)
        if not call.is_stream:
            reply = await self._as_json(call, admission, call.submission.events())
            await write_reply(sink, reply, headers)
            await sink.finish()
            return
        await sink.start(headers | STREAM_HEADERS)
        await send_stream(sink, self._frames(call, admission), beat=beat, estimate=call.submission.estimate)

    async def _frames(self, call: ImageCall, admission: Admission) -> AsyncGenerator[list[Chunk], None]:
        """The frames of a stream. The engine does not wait for the client that reads them."""
        events = buffer_events(call.submission.events(), call.buffers)
        try:
            async with aclosing(
                as_sse(call.submission.request, limit_time(events, self.stream_timeout_s, is_stream=True))
            ) as frames:
                async for frame in frames:
                    yield frame
        except Exception as error:
            admission.recorder.fail(error)
            raise

    async def record(self, call: ImageCall, recording: Recording) -> Recording:
        """Admit and draw the request, and record its response. Returns the response as JSON: the same recording,
        except for streams that are kept.

        Raises an APIError if the request is refused or fails; also if only the JSON of a complete stream does.
        """
        request = call.submission.request
        async with self.admit(call) as admission:
            headers = response_headers(call.submission, admission)
            events = limit_time(call.submission.events(), self.stream_timeout_s, is_stream=request.stream)
            if not request.stream:
                async with aclosing(events):
                    reply = await self._as_json(call, admission, events)
                await write_reply(recording, reply, headers)
                recording.finish()
                return recording
            entries: list[DataEntry] = []
            if request.keep:
                events = self._collect(call, events, entries)
            await recording.start(headers | STREAM_HEADERS)
            async with aclosing(as_sse(request, events)) as frames:
                async for frame in frames:
                    await recording.write(frame)
            recording.finish()
            if not request.keep:
                return recording
            kept = Recording(call.buffers)
            await write_reply(kept, join_entries(call.submission, entries), headers)
            return kept

    async def draw(self, call: ImageCall, events: AsyncGenerator[Event, None]) -> JsonReply:
        """The JSON response. The caller settles the request's record."""
        return await as_json(call.submission, events, store=partial(self._store, call), buffers=call.buffers)

    async def _as_json(self, call: ImageCall, admission: Admission, events: AsyncGenerator[Event, None]) -> JsonReply:
        reply = await self.draw(call, events)
        admission.recorder.settle("completed")
        return reply

    async def _collect(
        self, call: ImageCall, events: AsyncGenerator[Event, None], entries: list[DataEntry]
    ) -> AsyncGenerator[Event, None]:
        """Pass the events on, and collect what the JSON response needs."""
        store = partial(self._store, call)
        async with aclosing(events):
            async for event in events:
                if isinstance(event, CompletedImage):
                    entries.append(await make_entry(call.submission, event, store=store, buffers=call.buffers))
                yield event

    async def _store(self, call: ImageCall, event: CompletedImage) -> str:
        return await self.urls.store(
            event.picture, base_url=call.base_url, now=time.time(), expires_at=call.urls_expire_at
        )


async def write_reply(sink: ResponseSink, reply: JsonReply, headers: dict[str, str]) -> None:
    length = {"content-type": "application/json", "content-length": str(length_of(reply.chunks))}
    merged = {name: value for name, value in (headers | reply.headers).items() if value}
    await sink.start(merged | length)
    await sink.write(reply.chunks)


def response_headers(submission: Submission, admission: Admission) -> dict[str, str]:
    """The seed, the state of the queue, the limits, and the parameters without effect."""
    request = submission.request
    headers = {"limner-seed": str(request.seed), **submission.estimate().headers(), **admission.headers}
    if request.ignored:
        headers["limner-ignored"] = join_names(request.ignored)
    return headers
