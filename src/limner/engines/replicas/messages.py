"""What a replica sends, besides the events of its engine."""

from collections.abc import Mapping
from dataclasses import dataclass

from limner.core.errors import APIError
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats


@dataclass(frozen=True, slots=True)
class Accepted:
    """The first item of a stream: the replica works. The images may have to wait for earlier ones."""

    replica: str
    """The replica's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplicaReport:
    """What a replica does at the moment."""

    replica: str
    """The replica's id."""
    obeys: frozenset[str]
    deterministic: bool
    not_ready_reason: str | None
    stats: tuple[WorkerStats, ...]
    num_images: int
    """Images that are queued or being drawn."""
    work_per_s: float | None
    """Measured while the replica had something to draw; None if it has not drawn anything."""
    num_cancelled: int
    """Requests that were cancelled so far, because their client left."""
    new: Mapping[ImageRequest, QueueEstimate | APIError]
    """Estimates by shape, or why such a request cannot be served. Empty if the engine gives no estimates."""
    active: Mapping[str, QueueEstimate]
    """Estimates of the requests that are being drawn, by their id."""


def shape_of(request: ImageRequest) -> ImageRequest:
    """What an estimate depends on. Requests of one shape are equal."""
    return ImageRequest(
        id="",
        operation=request.operation,
        model=request.model,
        n=request.n,
        size=request.size,
        quality=request.quality,
        background=request.background,
        num_inference_steps=request.num_inference_steps,
        guidance_scale=request.guidance_scale,
        strength=request.strength,
        lora=request.lora,
        priority=request.priority,
        seed=0,
    )
