"""From what the device drew to the events that leave. Encoding happens in threads; the order is kept by promises."""

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial

import numpy as np
import torch

from limner.core.errors import ApiError, EngineError
from limner.core.picture import CompletedImage, Event, PartialImage, Picture
from limner.engines.diffusers.materials import Pixels, enlarge, finish
from limner.engines.diffusers.sitting import Promise, Sitting, new_promise


class Outlet:
    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def finish(self, sitting: Sitting, images: torch.Tensor) -> Callable[[], None]:
        """The picture is drawn: gives what sends it off. Raises an EngineError if it cannot be shown."""
        pixels = to_pixels(images)
        watch, model = sitting.watch, sitting.model
        if model is not None and watch is not None and watch.latents is not None:
            model.projection.learn(watch.latents, images)

        def send() -> None:
            promise = new_promise()
            sitting.publish(promise)
            self._encode(promise, sitting, pixels, partial(_completed, sitting.image_index))

        return send

    def promise(self, sitting: Sitting) -> Promise:
        """A place in the order of events, for a preview that is still to come."""
        promise = new_promise()
        sitting.publish(promise)
        return promise

    def show(self, sitting: Sitting, promise: Promise, images: torch.Tensor) -> None:
        """A preview that went through a VAE."""
        self._preview(promise, sitting, to_pixels(images))

    def sketch(self, sitting: Sitting, promise: Promise, latents: torch.Tensor) -> bool:
        """A preview by the linear projection, if it is learned yet."""
        assert sitting.model is not None
        assert sitting.plan is not None
        inner = sitting.plan.frame.inner
        small = sitting.model.projection.show(latents, inner)
        if small is None:
            return False
        self._preview(promise, sitting, small)
        return True

    def _preview(self, promise: Promise, sitting: Sitting, pixels: Pixels) -> None:
        self._encode(promise, sitting, pixels, partial(_partial, sitting.image_index))

    def _encode(self, promise: Promise, sitting: Sitting, pixels: Pixels, event: "partial[Event]") -> None:
        plan = sitting.plan
        assert plan is not None
        request, materials = sitting.request, sitting.materials

        def work() -> None:
            try:
                inner = plan.frame.inner
                whole = pixels if pixels.shape[:2] == inner[::-1] else enlarge(pixels, inner)
                promise.set_result(event(finish(whole, plan.frame, request, materials)))
            except Exception as error:  # who waits for it must hear of it
                promise.set_exception(error)

        self._pool.submit(work)


def failed(error: Exception) -> Promise:
    promise = new_promise()
    promise.set_exception(error if isinstance(error, ApiError) else told(error))
    return promise


def told(error: Exception) -> ApiError:
    """What a client reads of a failure; the log has the rest."""
    if isinstance(error, torch.OutOfMemoryError):
        return EngineError("The picture does not fit into the device's memory.", code="out_of_memory")
    return EngineError("Image generation failed", code="image_generation_failed")


def to_pixels(images: torch.Tensor) -> Pixels:
    """(1, 3, H, W), 0 to 1. Raises an EngineError over a picture that is none."""
    pixels = (images[0].float() * 255).round()
    if not bool(torch.isfinite(pixels).all()):
        raise EngineError("The model drew something that is no picture (NaN).", code="image_generation_failed")
    return np.ascontiguousarray(pixels.to(torch.uint8).permute(1, 2, 0).cpu().numpy())


def _completed(image_index: int, picture: Picture) -> Event:
    return CompletedImage(image_index=image_index, picture=picture)


def _partial(image_index: int, picture: Picture) -> Event:
    """Previews overtake each other on their way: whoever hears them in order numbers them."""
    return PartialImage(image_index=image_index, partial_image_index=0, picture=picture)
