"""A stream's events between the engine, which goes on drawing, and the client, which may read slowly."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from limner.api.uploads import UploadSpace
from limner.core.picture import Event

Waiting = asyncio.Queue[tuple[Event, bool] | BaseException | None]
"""Events with whether their picture was kept within the budgets; the error that ended them; None at their end."""


async def buffered(events: AsyncGenerator[Event, None], space: UploadSpace) -> AsyncGenerator[Event, None]:
    """The same events, taken from the engine as soon as they come.

    Pictures wait within the budgets of memory and disk. If both are full, the engine waits until the client has
    fetched what is there. A picture's room is returned when the next event is asked for: then it has been sent.
    """
    waiting: Waiting = asyncio.Queue()
    taking = asyncio.create_task(_take(events, waiting, space))
    try:
        while (item := await waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            event, is_kept = item
            yield event
            if is_kept:
                space.discard(event.picture)
            waiting.task_done()
    finally:
        taking.cancel()
        await asyncio.wait({taking})


async def _take(events: AsyncGenerator[Event, None], waiting: Waiting, space: UploadSpace) -> None:
    try:
        async with aclosing(events):
            async for event in events:
                kept = await space.keep(event.picture)
                waiting.put_nowait((event, False) if kept is None else (replace(event, picture=kept), True))
                if kept is None:
                    await waiting.join()
        waiting.put_nowait(None)
    except BaseException as error:
        waiting.put_nowait(error)
        if isinstance(error, asyncio.CancelledError):
            raise
