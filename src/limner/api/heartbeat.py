"""Decides when a stream sends a comment, and ends streams that exceed their time limit."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from limner.core.errors import RequestTimeoutError
from limner.core.picture import Event


class Heartbeat:
    def __init__(self, heartbeat_s: float, timeout_s: float, client_eof: asyncio.Event) -> None:
        self._heartbeat_s = heartbeat_s
        self._timeout_s = timeout_s
        self._client_eof = client_eof

    async def between(self, events: AsyncIterator[Event]) -> AsyncGenerator[Event | None, None]:
        """The events, and None whenever a comment is due. Raises RequestTimeoutError at the time limit."""
        ends_at = asyncio.get_running_loop().time() + self._timeout_s
        eof: asyncio.Future[Any] = asyncio.ensure_future(self._client_eof.wait())
        try:
            while True:
                next_event = asyncio.ensure_future(anext(events))
                try:
                    while await self._is_silent(next_event, eof, ends_at):
                        yield None
                    yield next_event.result()
                except StopAsyncIteration:
                    return
                finally:
                    if not next_event.done():
                        next_event.cancel()
                        await asyncio.wait({next_event})
        finally:
            eof.cancel()

    async def _is_silent(self, next_event: "asyncio.Future[Event]", eof: "asyncio.Future[Any]", ends_at: float) -> bool:
        """Wait for the next event; returns whether a comment is due instead."""
        left_s = ends_at - asyncio.get_running_loop().time()
        if left_s <= 0 and not next_event.done():
            raise RequestTimeoutError(
                f"The stream has reached its limit of {self._timeout_s:g} seconds.", code="stream_timeout"
            )
        awaited: set[asyncio.Future[Any]] = {next_event} if eof.done() else {next_event, eof}
        timeout_s = min(self._heartbeat_s, max(0, left_s))
        await asyncio.wait(awaited, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
        return not next_event.done()
