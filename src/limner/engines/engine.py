"""What every engine is: something that turns a request into a stream of events."""

from collections.abc import AsyncGenerator
from typing import Protocol, runtime_checkable

from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
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


@runtime_checkable
class SupportsEstimate(Engine, Protocol):
    """An engine that can tell how long a request will take. No engine has to."""

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """For a request that is not here yet, or that is being drawn. It is asked often, and must not block.

        Raises an ApiError for a request that could not be served at all: before its reply begins.
        """
        ...


@runtime_checkable
class SupportsHealth(Engine, Protocol):
    """An engine that may come to draw nothing any more, until its process is started again. No engine has to."""

    @property
    def fatal_error(self) -> str | None:
        """One sentence for whoever runs the server; None while it draws."""
        ...
