"""Cancels work whose client has disconnected."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.types import Receive

T = TypeVar("T")


async def while_connected(receive: Receive, work: Coroutine[Any, Any, T]) -> T | None:
    """Do `work`. If the client disconnects first, cancel it, wait until it has cleaned up, and return None."""
    working = asyncio.create_task(work)
    hangup = asyncio.create_task(_hangup(receive))
    try:
        await asyncio.wait({working, hangup}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (hangup, working):
            if not task.done():
                task.cancel()
        await asyncio.wait({working, hangup})  # also if this task itself is cancelled
    return None if working.cancelled() else working.result()


async def _hangup(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
