"""`client.images`: the official client's methods, for both clients."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from typing import Literal, TypeVar, Unpack, overload

from limner.core.request import Operation
from limner.library.parameters import EditParameters, GenerateParameters, VariationParameters
from limner.library.types import ImagesResponse, ImageStreamEvent

Events = TypeVar("Events")
AsyncEvents = AsyncGenerator[ImageStreamEvent, None]
Call = Callable[[Operation, Mapping[str, object]], Events]


class AsyncImages:
    def __init__(self, call: Call[Awaitable[ImagesResponse | AsyncEvents]]) -> None:
        self._call = call

    @overload
    async def generate(
        self, *, stream: Literal[False] | None = None, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse: ...
    @overload
    async def generate(self, *, stream: Literal[True], **parameters: Unpack[GenerateParameters]) -> AsyncEvents: ...
    @overload
    async def generate(
        self, *, stream: bool, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse | AsyncEvents: ...
    async def generate(
        self, *, stream: bool | None = None, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse | AsyncEvents:
        """Images of `prompt`, or with `stream=True` the events as they come."""
        return await self._call("generate", {**parameters, "stream": stream})

    @overload
    async def edit(
        self, *, stream: Literal[False] | None = None, **parameters: Unpack[EditParameters]
    ) -> ImagesResponse: ...
    @overload
    async def edit(self, *, stream: Literal[True], **parameters: Unpack[EditParameters]) -> AsyncEvents: ...
    @overload
    async def edit(self, *, stream: bool, **parameters: Unpack[EditParameters]) -> ImagesResponse | AsyncEvents: ...
    async def edit(
        self, *, stream: bool | None = None, **parameters: Unpack[EditParameters]
    ) -> ImagesResponse | AsyncEvents:
        """`image`, changed as `prompt` says, within `mask` if there is one."""
        return await self._call("edit", {**parameters, "stream": stream})

    async def create_variation(self, **parameters: Unpack[VariationParameters]) -> ImagesResponse:
        response = await self._call("variation", {**parameters, "stream": None})
        assert isinstance(response, ImagesResponse)
        return response


class Images:
    def __init__(self, call: Call[ImagesResponse | Iterator[ImageStreamEvent]]) -> None:
        self._call = call

    @overload
    def generate(
        self, *, stream: Literal[False] | None = None, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse: ...
    @overload
    def generate(
        self, *, stream: Literal[True], **parameters: Unpack[GenerateParameters]
    ) -> Iterator[ImageStreamEvent]: ...
    @overload
    def generate(
        self, *, stream: bool, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]: ...
    def generate(
        self, *, stream: bool | None = None, **parameters: Unpack[GenerateParameters]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]:
        """Images of `prompt`, or with `stream=True` the events as they come."""
        return self._call("generate", {**parameters, "stream": stream})

    @overload
    def edit(self, *, stream: Literal[False] | None = None, **parameters: Unpack[EditParameters]) -> ImagesResponse: ...
    @overload
    def edit(self, *, stream: Literal[True], **parameters: Unpack[EditParameters]) -> Iterator[ImageStreamEvent]: ...
    @overload
    def edit(
        self, *, stream: bool, **parameters: Unpack[EditParameters]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]: ...
    def edit(
        self, *, stream: bool | None = None, **parameters: Unpack[EditParameters]
    ) -> ImagesResponse | Iterator[ImageStreamEvent]:
        """`image`, changed as `prompt` says, within `mask` if there is one."""
        return self._call("edit", {**parameters, "stream": stream})

    def create_variation(self, **parameters: Unpack[VariationParameters]) -> ImagesResponse:
        response = self._call("variation", {**parameters, "stream": None})
        assert isinstance(response, ImagesResponse)
        return response
