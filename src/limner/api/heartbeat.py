"""Decides when a stream sends a comment, and ends requests that exceed their time limit."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any, TypeVar

from limner.core.errors import APIError, EngineError, RequestTimeoutError
from limner.core.picture import Event

Item = TypeVar("Item")


class Heartbeat:
    def __init__(self, heartbeat_s: float, client_eof: asyncio.Event) -> None:
        self._heartbeat_s = heartbeat_s
        self._client_eof = client_eof

    async def between(self, items: AsyncIterator[Item]) -> AsyncGenerator[Item | None, None]:
        """The items, and None whenever a comment is due."""
        eof: asyncio.Future[Any] = asyncio.ensure_future(self._client_eof.wait())
        try:
            while True:
                next_item = asyncio.ensure_future(anext(items))
                try:
                    while await self._is_silent(next_item, eof):
                        yield None
                    yield next_item.result()
                except StopAsyncIteration:
                    return
                finally:
                    if not next_item.done():
                        next_item.cancel()
                        await asyncio.wait({next_item})
                    if not next_item.cancelled():
                        next_item.exception()  # marks it as retrieved: the stream was closed at a comment
        finally:
            eof.cancel()

    async def _is_silent(self, next_item: "asyncio.Future[Item]", eof: "asyncio.Future[Any]") -> bool:
        """Wait for the next item; returns whether a comment is due instead."""
        awaited: set[asyncio.Future[Any]] = {next_item} if eof.done() else {next_item, eof}
        await asyncio.wait(awaited, timeout=self._heartbeat_s, return_when=asyncio.FIRST_COMPLETED)
        return not next_item.done()


async def limit_time(
    events: AsyncGenerator[Event, None], timeout_s: float, *, is_stream: bool
) -> AsyncGenerator[Event, None]:
    """The same events. Raises an APIError at the time limit."""
    ends_at = asyncio.get_running_loop().time() + timeout_s
    async with aclosing(events):
        while True:
            try:
                async with asyncio.timeout_at(ends_at) as limit:
                    event = await anext(events, None)
            except TimeoutError:
                if not limit.expired():
                    raise
                raise _timeout_error(timeout_s, is_stream=is_stream) from None
            if event is None:
                return
            yield event


def _timeout_error(timeout_s: float, *, is_stream: bool) -> APIError:
    if is_stream:
        message = f"The stream has reached its limit of {timeout_s:g} seconds."
        return RequestTimeoutError(message, code="stream_timeout")
    message = f"The images were not drawn within {timeout_s:g} seconds."
    return EngineError(message, code="image_generation_timeout")
