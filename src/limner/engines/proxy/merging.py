"""Runs several calls at a time."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from limner.core.picture import Event

MAX_BUFFERED = 2
"""Events that wait for a slow consumer; then the calls wait, too."""


async def merge(sources: Sequence[AsyncGenerator[Event, None]]) -> AsyncGenerator[Event, None]:
    """The events of all sources as they come. The first error stops the others; closing it stops all."""
    queue: asyncio.Queue[Event | None] = asyncio.Queue(MAX_BUFFERED)

    async def run(source: AsyncGenerator[Event, None]) -> None:
        async with aclosing(source):
            async for event in source:
                await queue.put(event)

    tasks = [asyncio.create_task(run(source)) for source in sources]
    finishing = asyncio.create_task(_finish(tasks, queue))
    try:
        while (event := await queue.get()) is not None:
            yield event
        await finishing
    finally:
        for task in (finishing, *tasks):
            task.cancel()
        await asyncio.wait([finishing, *tasks])


async def _finish(tasks: Sequence["asyncio.Task[None]"], queue: "asyncio.Queue[Event | None]") -> None:
    """Mark the end of the queue once all tasks are done, or one has failed. Raises its error."""
    try:
        await asyncio.gather(*tasks)
    except Exception:
        await queue.put(None)
        raise
    await queue.put(None)
