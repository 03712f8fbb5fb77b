"""Buffers a stream's events, so that a slow client does not stop the engine."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from limner.api.request_buffers import RequestBuffers
from limner.core.errors import APIError
from limner.core.picture import Event, Picture

Pending = asyncio.Queue[tuple[Event, bool] | BaseException | None]
"""Events, each with whether its picture is in the buffers; then the error that ended them, or None."""


async def buffer_events(events: AsyncGenerator[Event, None], buffers: RequestBuffers) -> AsyncGenerator[Event, None]:
    """The same events, read from the engine as soon as they come.

    Pictures wait in the request's buffers. If these are full, the engine waits until the client has read all pending
    events. A picture is discarded when the next event is requested: then it has been sent.
    """
    pending: Pending = asyncio.Queue()
    reading = asyncio.create_task(_read(events, pending, buffers))
    try:
        while (item := await pending.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            event, is_kept = item
            yield event
            if is_kept:
                buffers.discard(event.picture)
            pending.task_done()
    finally:
        reading.cancel()
        await asyncio.wait({reading})


async def _read(events: AsyncGenerator[Event, None], pending: Pending, buffers: RequestBuffers) -> None:
    try:
        async with aclosing(events):
            async for event in events:
                kept = await _keep(event.picture, buffers)
                pending.put_nowait((event, False) if kept is None else (replace(event, picture=kept), True))
                if kept is None:
                    await pending.join()
        pending.put_nowait(None)
    except BaseException as error:
        pending.put_nowait(error)
        if isinstance(error, asyncio.CancelledError):
            raise


async def _keep(picture: Picture, buffers: RequestBuffers) -> Picture | None:
    try:
        return await buffers.keep(picture)
    except APIError:  # the disk is full: the engine waits instead
        return None
