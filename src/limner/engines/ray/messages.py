"""Requests and events on their way between gateways and replicas, which have no files in common."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from limner.core.picture import Event, Picture
from limner.core.request import ImageRequest
from limner.engines.ray.failures import translate_failure

if TYPE_CHECKING:
    from ray import ObjectRef

LARGE_BYTES = 1_000_000
"""Of the pictures of a request."""


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
