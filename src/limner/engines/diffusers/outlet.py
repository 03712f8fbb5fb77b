"""From what the device drew to the events that leave. Encoding happens in threads; the order is kept by promises."""

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial

import torch

from limner.core.errors import APIError, EngineError
from limner.core.picture import Background, CompletedImage, Event, PartialImage, Picture
from limner.engines.diffusers.materials import enlarge, finish
from limner.engines.diffusers.sitting import Promise, Sitting, new_promise
from limner.engines.masks import Pixels


class Outlet:
    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def develop(self, sitting: Sitting, images: torch.Tensor) -> "Developed":
        """(1, 3, H, W), 0 to 1, on their way to main memory: they are there once the device has come so far."""
        return Developed(images)

    def finish(self, sitting: Sitting, developed: "Developed") -> Callable[[], None]:
        """The picture is drawn: gives what sends it off. Raises an EngineError if it cannot be shown."""
        pixels = developed.pixels()
        watch, model = sitting.watch, sitting.model
        if model is not None and watch is not None and watch.latents is not None:
            model.projection.learn(watch.latents, pixels)

        def send() -> None:
            promise = new_promise()
            sitting.publish(promise)
            event = partial(_completed, sitting.image_index, sitting.materials.background)
            self._encode(promise, sitting, pixels, event)

        return send

    def promise(self, sitting: Sitting) -> Promise:
        """A place in the order of events, for a preview that is still to come."""
        promise = new_promise()
        sitting.publish(promise)
        return promise

    def show(self, sitting: Sitting, promise: Promise, developed: "Developed") -> None:
        """A preview that went through a VAE."""
        self._preview(promise, sitting, developed.pixels())

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
        event = partial(_partial, sitting.image_index, sitting.materials.background)
        self._encode(promise, sitting, pixels, event)

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
    promise.set_exception(error if isinstance(error, APIError) else told(error))
    return promise


def told(error: Exception) -> APIError:
    """What a client reads of a failure; the log has the rest."""
    if isinstance(error, torch.OutOfMemoryError):
        return EngineError("The picture does not fit into the device's memory.", code="out_of_memory")
    return EngineError("Image generation failed", code="image_generation_failed")


class Developed:
    """A picture on its way from the device to main memory. Nothing waits for it until somebody looks at the pixels."""

    def __init__(self, images: torch.Tensor) -> None:
        values = images[0].float()
        rounded = (values.nan_to_num() * 255).round().clamp(0, 255).to(torch.uint8).permute(1, 2, 0).contiguous()
        self._pixels = _to_main_memory(rounded)
        self._is_picture = _to_main_memory(torch.isfinite(values).all())

    def pixels(self) -> Pixels:
        """Raises an EngineError over a picture that is none."""
        if not bool(self._is_picture):
            raise EngineError("The model drew something that is no picture (NaN).", code="image_generation_failed")
        return self._pixels.numpy()


def _to_main_memory(tensor: torch.Tensor) -> torch.Tensor:
    if tensor.device.type != "cuda":
        return tensor.cpu()
    there = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
    return there.copy_(tensor, non_blocking=True)


def _completed(image_index: int, background: Background, picture: Picture) -> Event:
    return CompletedImage(image_index=image_index, picture=picture, background=background)


def _partial(image_index: int, background: Background, picture: Picture) -> Event:
    """Previews overtake each other on their way: whoever hears them in order numbers them."""
    return PartialImage(image_index=image_index, partial_image_index=0, picture=picture, background=background)
