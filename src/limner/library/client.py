"""`Limner().images.generate(...)` and its asynchronous twin. The work is asynchronous once; the synchronous client runs
it on a loop of its own, in a thread.
"""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Coroutine, Iterator, Mapping
from contextlib import aclosing
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, overload

from limner.core.picture import CompletedImage
from limner.core.request import ImageRequest, Operation
from limner.library.inputs import read_inputs
from limner.library.types import ImagesResponse, ImageStreamEvent, event_of, response_of
from limner.router import Model, Router, build_models
from limner.settings import Settings, load_settings

Result = TypeVar("Result")


class AsyncImages:
    """The names and parameters of the official client's `images`, and Limner's extensions."""

    def __init__(self, studio: "Studio") -> None:
        self._studio = studio

    async def generate(self, **parameters: Any) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """Pictures of `prompt`; with `stream=True` the events as they come."""
        return await self._studio.answer("generate", parameters)

    async def edit(self, **parameters: Any) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """`image` as `prompt` says, within `mask` if there is one. Images may be bytes, paths, files, PIL or arrays."""
        return await self._studio.answer("edit", parameters)

    async def create_variation(self, **parameters: Any) -> ImagesResponse:
        answer = await self._studio.answer("variation", {**parameters, "stream": None})
        assert isinstance(answer, ImagesResponse)
        return answer


class AsyncLimner:
    """Engines start with the first picture and stop with `close()`, or at the end of an `async with`."""

    def __init__(self, *, config: Path | str | None = None, settings: Settings | None = None) -> None:
        self._studio = Studio(settings or load_settings(Path(config) if config else None))
        self.images = AsyncImages(self._studio)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._studio.close()


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
        self._studio = Studio(settings or load_settings(Path(config) if config else None))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="limner", daemon=True)
        self._thread.start()
        self.images = Images(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if not self._loop.is_closed():
            self._run(self._studio.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def answer(
        self, operation: Operation, parameters: Mapping[str, Any]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]:
        found = self._run(self._studio.answer(operation, parameters))
        return found if isinstance(found, ImagesResponse) else self._iterate(found)

    def _iterate(self, events: AsyncGenerator[ImageStreamEvent, None]) -> Iterator[ImageStreamEvent]:
        """Leaving the iterator early stops the work."""
        try:
            while True:
                try:
                    yield self._run(anext(events))
                except StopAsyncIteration:
                    return
        finally:
            self._run(events.aclose())

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


class Studio:
    """The router of a library: its engines start when they are first needed."""

    def __init__(self, settings: Settings) -> None:
        self._router = Router(
            build_models(settings),
            defaults=settings.defaults,
            strict=settings.strict,
            max_waiting=settings.limits.max_waiting,
        )
        self._starting: asyncio.Task[None] | None = None

    async def answer(
        self, operation: Operation, parameters: Mapping[str, Any]
    ) -> ImagesResponse | AsyncGenerator[ImageStreamEvent, None]:
        """Raises ApiError, under the names that the official client raises."""
        fields = read_inputs({"response_format": "b64_json", **parameters})
        model = self._router.find(operation, fields)
        request = self._router.read(operation, model, fields)
        if self._starting is None:
            self._starting = asyncio.create_task(self._router.start())
        await asyncio.shield(self._starting)
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

    async def close(self) -> None:
        if self._starting is not None:
            await self._router.close()
