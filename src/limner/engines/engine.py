"""The interface of engines: an engine turns a request into a stream of events."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Protocol, runtime_checkable

from limner.core.model_state import ModelAction, ModelState
from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats


class Engine(Protocol):
    @property
    def obeys(self) -> frozenset[str]:
        """The names of the optional parameters that change what this engine draws."""
        ...

    @property
    def deterministic(self) -> bool:
        """Whether a request without a seed always gives the same image."""
        ...

    def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Draw `request.n` images. Closing the stream stops the work.

        Every image has at most `request.partial_images` PartialImages, in order, and then one CompletedImage, all
        of `request.size` and `request.output_format`. Failures are raised: an APIError is meant for the client.
        """
        ...

    async def start(self) -> None: ...

    async def close(self) -> None: ...


@runtime_checkable
class SupportsEstimate(Engine, Protocol):
    """An engine that can estimate how long a request will take. Optional."""

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Estimate a new request, or one that is being drawn. Called often; must not block.

        Raises an APIError if the request cannot be served at all.
        """
        ...


@runtime_checkable
class SupportsHealth(Engine, Protocol):
    """An engine that can fail permanently, until its process is restarted. Optional."""

    @property
    def fatal_error(self) -> str | None:
        """One sentence for the operator; None while the engine works."""
        ...


@runtime_checkable
class SupportsReadiness(Engine, Protocol):
    """An engine that goes on loading after `start` has returned. Optional."""

    @property
    def not_ready_reason(self) -> str | None:
        """One sentence for the operator; None once requests are served without waiting for the engine to load."""
        ...


@runtime_checkable
class SupportsOutage(Engine, Protocol):
    """An engine whose workers may all be gone for a while, without its fault. Optional."""

    @property
    def outage(self) -> str | None:
        """One sentence for the operator while new requests wait for a worker; other routes are used meanwhile."""
        ...

    def has_worker(self, request_id: str) -> bool:
        """Whether a worker has accepted the request, which it finishes also while it is being stopped."""
        ...


@runtime_checkable
class SupportsCheck(Engine, Protocol):
    """An engine that can find out, without drawing, whether what it depends on can be used. Optional."""

    async def check(self) -> None:
        """Raises an exception if it cannot draw at present. Called between requests while its route is out."""
        ...


@runtime_checkable
class SupportsStats(Engine, Protocol):
    """An engine that reports its workers to the metrics. Optional."""

    def stats(self) -> Mapping[object, WorkerStats]:
        """By an object that stands for the workers: engines that share them return the same one.

        Called at each scrape, on the event loop; must not block. Empty before the first `start`.
        """
        ...


@runtime_checkable
class SupportsModelControl(Engine, Protocol):
    """An engine whose model can be loaded and unloaded while it runs. Optional."""

    def model_states(self) -> Sequence[ModelState]:
        """One for each device. Must not block. Empty before the first `start`."""
        ...

    async def control_model(self, action: ModelAction) -> None:
        """On all its devices. Loading has begun when it returns; the states say when it is done.

        Raises an APIError if it cannot be done at present, as for a model that is drawing.
        """
        ...
