"""What a replica sends to a gateway, besides the events of the engine."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from limner.core.errors import APIError
from limner.core.picture import Event, Picture
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.ray.failures import translate_failure

if TYPE_CHECKING:
    from ray import ObjectRef

LARGE_BYTES = 1_000_000
"""Of the pictures of a request."""


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


async def prepare_request(request: ImageRequest) -> "ImageRequest | ObjectRef[ImageRequest]":
    """The argument of a call: the request with the bytes of its pictures, since other machines lack this one's files.

    A large one is put into Ray's object store, in a thread. As an argument, Serve would pickle it on its event loop,
    through which all requests of this gateway pass, for each attempt. Raises an APIError if there is no space.
    """
    pictures = [*request.images, *([request.mask] if request.mask else [])]
    is_large = sum(one.num_bytes for one in pictures) > LARGE_BYTES
    if not is_large and not any(isinstance(one.data, Path) for one in pictures):
        return request
    return await asyncio.to_thread(_put if is_large else _read_pictures, request)


def _put(request: ImageRequest) -> "ImageRequest | ObjectRef[ImageRequest]":
    import ray
    from ray.exceptions import RayError

    loaded = _read_pictures(request)
    if not ray.is_initialized():  # Serve's local testing mode has no store
        return loaded
    try:
        return ray.put(loaded)
    except RayError as error:
        raise translate_failure(error) from error


def _read_pictures(request: ImageRequest) -> ImageRequest:
    return replace(
        request,
        images=tuple(_with_bytes(one) for one in request.images),
        mask=_with_bytes(request.mask) if request.mask else None,
    )


async def load_file(event: Event) -> Event:
    """The event with the bytes of its picture."""
    if isinstance(event.picture.data, bytes):
        return event
    return replace(event, picture=await asyncio.to_thread(_with_bytes, event.picture))


def _with_bytes(picture: Picture) -> Picture:
    return replace(picture, data=picture.read())
