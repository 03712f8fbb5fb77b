"""The two clients. `Limner` runs the same session as `AsyncLimner`, on an event loop in a thread of its own."""

import asyncio
import threading
import weakref
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from limner.core.request import Operation
from limner.library.images import AsyncImages, Images
from limner.library.loop_thread import LoopThread
from limner.library.session import Session
from limner.library.types import ImagesResponse, ImageStreamEvent
from limner.settings import Settings, load_settings


class AsyncLimner:
    """Engines start with the first request and stop with `close()`, or at the end of an `async with`."""

    def __init__(self, *, config: Path | str | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or load_settings(Path(config) if config else None)
        self._session = Session(self._settings)
        self.images = AsyncImages(self._call)

    async def __aenter__(self) -> Self:
        """A closed client opens again."""
        if self._session.is_closed:
            self._session = Session(self._settings)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Any number of times, in any event loop. Unfinished calls fail."""
        await self._session.close()

    async def _call(
        self, operation: Operation, parameters: Mapping[str, object]
    ) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        return await self._session.call(operation, parameters)


class Limner:
    """Usable from any thread. Close it, or use `with`, to stop its engines."""

    def __init__(self, *, config: Path | str | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or load_settings(Path(config) if config else None)
        self._closing = threading.Lock()
        self._open()
        self.images = Images(self._call)

    def _open(self) -> None:
        self._session = Session(self._settings)
        self._loop = LoopThread()
        # a client that is dropped without being closed ends its thread; engines end their processes themselves
        weakref.finalize(self, self._loop.stop)

    def __enter__(self) -> Self:
        """A closed client opens again."""
        with self._closing:
            if self._session.is_closed:
                self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Any number of times, from any thread. Unfinished calls fail."""
        with self._closing:
            if self._session.is_closed:
                return
            try:
                self._loop.run(self._session.close())
            finally:
                self._loop.close()

    def _call(
        self, operation: Operation, parameters: Mapping[str, object]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]:
        result = self._loop.run(self._session.call(operation, parameters))
        return result if isinstance(result, ImagesResponse) else _iterate(self._loop, result)


def _iterate(loop: LoopThread, events: AsyncGenerator[ImageStreamEvent, None]) -> Iterator[ImageStreamEvent]:
    """Leaving the iterator early stops the work."""
    step: asyncio.Task[Any] | None = None

    async def take() -> ImageStreamEvent | None:
        nonlocal step
        step = asyncio.current_task()
        return await anext(events, None)

    async def finish() -> None:
        if step is not None:  # after a KeyboardInterrupt, the last step may still be ending
            step.cancel()
            await asyncio.wait({step})
        await events.aclose()

    try:
        while (event := loop.run(take())) is not None:
            yield event
    finally:
        with suppress(RuntimeError):  # the client was closed
            loop.run(finish())
