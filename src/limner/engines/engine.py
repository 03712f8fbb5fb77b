"""What every engine is: something that turns a request into a stream of events."""

from collections.abc import AsyncGenerator
from typing import Protocol

from limner.core.picture import Event
from limner.core.request import ImageRequest


class Engine(Protocol):
    @property
    def obeys(self) -> frozenset[str]:
        """The names of the optional parameters that change what this engine draws."""
        ...

    @property
    def deterministic(self) -> bool:
        """Whether a request without a seed gives the same picture each time."""
        ...

    def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Draw `request.n` images. Closing the stream stops the work.

        Every image has at most `request.partial_images` PartialImages, in order, and then one CompletedImage, all
        of `request.size` and `request.output_format`. Failures are raised: an ApiError is meant for the client.
        """
        ...

    async def start(self) -> None: ...

    async def close(self) -> None: ...
