"""When a stream sends a comment, and when it ends although nothing more came."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from limner.core.errors import RequestTimeoutError
from limner.core.picture import Event


class Heartbeat:
    def __init__(self, heartbeat_s: float, timeout_s: float, client_eof: asyncio.Event) -> None:
        self._heartbeat_s = heartbeat_s
        self._timeout_s = timeout_s
        self._client_eof = client_eof

    async def between(self, events: AsyncIterator[Event]) -> AsyncGenerator[Event | None, None]:
        """The events, and None whenever a comment is due; RequestTimeoutError at the end of the stream's time."""
        ends_at = asyncio.get_running_loop().time() + self._timeout_s
        eof = asyncio.ensure_future(self._client_eof.wait())
        try:
            while True:
                coming = asyncio.ensure_future(anext(events))
                try:
                    while await self._is_silent(coming, eof, ends_at):
                        yield None
                    yield coming.result()
                except StopAsyncIteration:
                    return
                finally:
                    if not coming.done():
                        coming.cancel()
                        await asyncio.wait({coming})
        finally:
            eof.cancel()

    async def _is_silent(self, coming: "asyncio.Future[Event]", eof: "asyncio.Future[bool]", ends_at: float) -> bool:
        """Wait for the next event; whether a comment is due instead."""
        left_s = ends_at - asyncio.get_running_loop().time()
        if left_s <= 0 and not coming.done():
            raise RequestTimeoutError(
                f"The stream has reached its limit of {self._timeout_s:g} seconds.", code="stream_timeout"
            )
        awaited = {coming} if eof.done() else {coming, eof}
        timeout_s = min(self._heartbeat_s, max(0, left_s))
        await asyncio.wait(awaited, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
        return not coming.done()
