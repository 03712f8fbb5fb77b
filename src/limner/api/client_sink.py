"""Where responses are written to: a client's connection, while it lasts, or a recording."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import aclosing
from typing import Protocol

from starlette.types import Scope, Send

from limner.api.base64_stream import Chunk, pieces_of
from limner.api.heartbeat import Heartbeat
from limner.api.reply import error_frame, ping_frame
from limner.core.errors import APIError, EngineError, shutting_down_error
from limner.core.extensions import CLIENT_EOF
from limner.core.queue_estimate import QueueEstimate


class ResponseSink(Protocol):
    async def start(self, headers: Mapping[str, str], *, status: int = 200) -> None: ...

    async def write(self, chunks: Iterable[Chunk]) -> None: ...


class StreamLostError(Exception):
    """The source of a stream is gone; another one may continue it."""


class ClientSink:
    """The connection of a client."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.is_started = False

    async def start(self, headers: Mapping[str, str], *, status: int = 200) -> None:
        """The first call counts: a stream that another source continues keeps its headers."""
        if self.is_started:
            return
        self.is_started = True
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        await self._send({"type": "http.response.start", "status": status, "headers": raw})

    async def write(self, chunks: Iterable[Chunk]) -> None:
        async with aclosing(pieces_of(chunks)) as pieces:
            async for piece in pieces:
                await self._send({"type": "http.response.body", "body": piece, "more_body": True})

    async def finish(self) -> None:
        await self._send({"type": "http.response.body", "body": b""})


async def send_stream(
    sink: ClientSink,
    frames: AsyncGenerator[list[Chunk], None],
    *,
    beat: Heartbeat,
    estimate: Callable[[], QueueEstimate],
) -> None:
    """Send the frames of a stream that has started. An error becomes the last frame.

    A comment is sent after a time of silence, and at once if the client has closed its sending side: then it either
    still reads, or answers the comment with a reset. A stream that is cancelled within a frame has no end, so that its
    client notices. Raises StreamLostError from `frames`, and leaves the stream open then.
    """
    is_within_frame = False
    try:
        # `beating` must be closed first: it may be waiting for the next of `frames`
        async with aclosing(frames), aclosing(beat.between(frames)) as beating:
            async for frame in beating:
                is_within_frame = True
                await sink.write([ping_frame(estimate())] if frame is None else frame)
                is_within_frame = False
    except APIError as error:
        await sink.write([error_frame(error.body())])
    except asyncio.CancelledError:  # the server stops; a client that has left gets nothing
        if not is_within_frame:
            await sink.write([error_frame(shutting_down_error().body())])
            await sink.finish()
        raise
    except StreamLostError:
        raise
    except Exception:
        await sink.write([error_frame(unexpected_stream_error().body())])
        await sink.finish()
        raise
    await sink.finish()


def unexpected_stream_error() -> EngineError:
    """For exceptions that are bugs."""
    return EngineError("Image generation failed", code="image_generation_failed")


def heartbeat_of(scope: Scope, heartbeat_s: float) -> Heartbeat:
    """For a client's connection."""
    client_eof = scope.get("extensions", {}).get(CLIENT_EOF, {}).get("event", asyncio.Event())
    return Heartbeat(heartbeat_s, client_eof)
