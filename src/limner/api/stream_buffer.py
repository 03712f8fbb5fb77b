"""A stream's events between the engine, which goes on drawing, and the client, which may read slowly."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from limner.api.request_buffers import RequestBuffers
from limner.core.errors import APIError
from limner.core.picture import Event, Picture

Waiting = asyncio.Queue[tuple[Event, bool] | BaseException | None]
"""Events with whether their picture was kept within the budgets; the error that ended them; None at their end."""


async def buffered(events: AsyncGenerator[Event, None], buffers: RequestBuffers) -> AsyncGenerator[Event, None]:
    """The same events, taken from the engine as soon as they come.

    Pictures wait within the budgets of memory and disk. If both are full, the engine waits until the client has
    fetched what is there. A picture's room is returned when the next event is asked for: then it has been sent.
    """
    waiting: Waiting = asyncio.Queue()
    taking = asyncio.create_task(_take(events, waiting, buffers))
    try:
        while (item := await waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            event, is_kept = item
            yield event
            if is_kept:
                buffers.discard(event.picture)
            waiting.task_done()
    finally:
        taking.cancel()
        await asyncio.wait({taking})


async def _take(events: AsyncGenerator[Event, None], waiting: Waiting, buffers: RequestBuffers) -> None:
    try:
        async with aclosing(events):
            async for event in events:
                kept = await _kept(event.picture, buffers)
                waiting.put_nowait((event, False) if kept is None else (replace(event, picture=kept), True))
                if kept is None:
                    await waiting.join()
        waiting.put_nowait(None)
    except BaseException as error:
        waiting.put_nowait(error)
        if isinstance(error, asyncio.CancelledError):
            raise


async def _kept(picture: Picture, buffers: RequestBuffers) -> Picture | None:
    try:
        return await buffers.keep(picture)
    except APIError:  # a full disk: a stream can do without
        return None
