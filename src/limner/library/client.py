"""`Limner().images.generate(...)` and its asynchronous twin. The work is asynchronous once; the synchronous client runs
it on a loop of its own, in a thread.
"""

import asyncio
import threading
import time
import weakref
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, overload

from limner.core.picture import CompletedImage
from limner.core.request import ImageRequest, Operation
from limner.library.inputs import read_inputs
from limner.library.loop_thread import CLOSED, LoopThread
from limner.library.types import ImagesResponse, ImageStreamEvent, event_of, response_of
from limner.router import Model, Router, build_models
from limner.settings import Settings, load_settings


class AsyncImages:
    """The names and parameters of the official client's `images`, and Limner's extensions."""

    def __init__(self, owner: "AsyncLimner") -> None:
        self._owner = owner

    async def generate(self, **parameters: Any) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """Pictures of `prompt`; with `stream=True` the events as they come."""
        return await self._owner.answer("generate", parameters)

    async def edit(self, **parameters: Any) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """`image` as `prompt` says, within `mask` if there is one. Images may be bytes, paths, files, PIL or arrays."""
        return await self._owner.answer("edit", parameters)

    async def create_variation(self, **parameters: Any) -> ImagesResponse:
        answer = await self._owner.answer("variation", {**parameters, "stream": None})
        assert isinstance(answer, ImagesResponse)
        return answer


class AsyncLimner:
    """Engines start with the first picture and stop with `close()`, or at the end of an `async with`."""

    def __init__(self, *, config: Path | str | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or load_settings(Path(config) if config else None)
        self._session = Session(self._settings)
        self.images = AsyncImages(self)

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
        """Any number of times, in any event loop. Calls that are not done yet fail."""
        await self._session.close()

    async def answer(
        self, operation: Operation, parameters: Mapping[str, Any]
    ) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        return await self._session.answer(operation, parameters)


class Images:
    """The names and parameters of the official client's `images`, and Limner's extensions."""

    def __init__(self, owner: "Limner") -> None:
        self._owner = owner

    @overload
    def generate(self, *, stream: Literal[True], **parameters: Any) -> Iterator[ImageStreamEvent]: ...
    @overload
    def generate(self, *, stream: Literal[False] | None = None, **parameters: Any) -> ImagesResponse: ...
    def generate(self, **parameters: Any) -> ImagesResponse | Iterator[ImageStreamEvent]:
        """Pictures of `prompt`; with `stream=True` the events as they come."""
        return self._owner.answer("generate", parameters)

    @overload
    def edit(self, *, stream: Literal[True], **parameters: Any) -> Iterator[ImageStreamEvent]: ...
    @overload
    def edit(self, *, stream: Literal[False] | None = None, **parameters: Any) -> ImagesResponse: ...
    def edit(self, **parameters: Any) -> ImagesResponse | Iterator[ImageStreamEvent]:
        """`image` as `prompt` says, within `mask` if there is one. Images may be bytes, paths, files, PIL or arrays."""
        return self._owner.answer("edit", parameters)

    def create_variation(self, **parameters: Any) -> ImagesResponse:
        answer = self._owner.answer("variation", {**parameters, "stream": None})
        assert isinstance(answer, ImagesResponse)
        return answer


class Limner:
    """The library without `await`. Usable from any thread; close it, or use `with`, to stop its engines."""

    def __init__(self, *, config: Path | str | None = None, settings: Settings | None = None) -> None:
        self._settings = settings or load_settings(Path(config) if config else None)
        self._closing = threading.Lock()
        self._open()
        self.images = Images(self)

    def _open(self) -> None:
        self._session = Session(self._settings)
        self._loop = LoopThread()
        # where it is neither closed nor kept, the thread ends with it; so do the engines, of their own
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
        """Any number of times, from any thread. Calls that are not done yet fail."""
        with self._closing:
            if self._session.is_closed:
                return
            try:
                self._loop.run(self._session.close())
            finally:
                self._loop.close()

    def answer(
        self, operation: Operation, parameters: Mapping[str, Any]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]:
        found = self._loop.run(self._session.answer(operation, parameters))
        return found if isinstance(found, ImagesResponse) else _iterate(self._loop, found)


def _iterate(loop: LoopThread, events: AsyncGenerator[ImageStreamEvent, None]) -> Iterator[ImageStreamEvent]:
    """Leaving the iterator early stops the work."""
    step: asyncio.Task[Any] | None = None

    async def take() -> ImageStreamEvent | None:
        nonlocal step
        step = asyncio.current_task()
        return await anext(events, None)

    async def finish() -> None:
        if step is not None:  # after a KeyboardInterrupt, the last step may still be about to end
            step.cancel()
            await asyncio.wait({step})
        await events.aclose()

    try:
        while (event := loop.run(take())) is not None:
            yield event
    finally:
        with suppress(RuntimeError):  # closed meanwhile
            loop.run(finish())


class Session:
    """The router of a library: its engines start when they are first needed."""

    def __init__(self, settings: Settings) -> None:
        self._router = Router(
            build_models(settings),
            defaults=settings.defaults,
            strict=settings.strict,
            max_waiting=settings.limits.max_waiting,
        )
        self._limits = settings.limits
        self._starting: asyncio.Task[None] | None = None
        self.is_closed = False

    async def answer(
        self, operation: Operation, parameters: Mapping[str, Any]
    ) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """Raises ApiError, under the names that the official client raises, and RuntimeError if it is closed."""
        if self.is_closed:
            raise RuntimeError(CLOSED)
        fields = read_inputs({"response_format": "b64_json", **parameters}, self._limits)
        model = self._router.find(operation, fields)
        request = self._router.read(operation, model, fields)
        await self._start()
        if request.stream:
            return self._stream(model, request)
        with self._router.admit(model, request):
            async with aclosing(self._router.generate(model, request)) as events:
                done = [event async for event in events if isinstance(event, CompletedImage)]
        return response_of(request, done, created=int(time.time()))

    async def _stream(self, model: Model, request: ImageRequest) -> AsyncGenerator[ImageStreamEvent, None]:
        with self._router.admit(model, request):
            async with aclosing(self._router.generate(model, request)) as events:
                async for event in events:
                    yield event_of(request, event, created=int(time.time()))

    async def _start(self) -> None:
        """Once for all calls; again if it failed, or if its event loop ended first."""
        starting = self._starting
        is_usable = starting is not None and (
            (starting.done() and not starting.cancelled() and starting.exception() is None)
            or (not starting.done() and starting.get_loop() is asyncio.get_running_loop())
        )
        if starting is None or not is_usable:
            self._starting = starting = asyncio.create_task(self._router.start())
            starting.add_done_callback(lambda task: task.cancelled() or task.exception())  # it may have no reader left
        try:
            await asyncio.shield(starting)
        except asyncio.CancelledError:
            if self.is_closed and starting.cancelled():
                raise RuntimeError(CLOSED) from None
            raise

    async def close(self) -> None:
        """Any number of times, in any event loop."""
        self.is_closed = True
        starting = self._starting
        if starting is None:
            return
        if not starting.done() and starting.get_loop() is asyncio.get_running_loop():
            starting.cancel()
            await asyncio.wait({starting})
        await self._router.close()
