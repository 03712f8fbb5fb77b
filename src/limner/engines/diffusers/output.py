"""From decoded tensors to events. Encoding runs in threads; pending events keep their order."""

import time
from collections.abc import Callable
from concurrent.futures import Executor

import torch

from limner.core.errors import APIError, EngineError, OverloadedError
from limner.core.picture import CompletedImage, Event, PartialImage, Picture
from limner.engines.diffusers.device import is_out_of_memory
from limner.engines.diffusers.input_images import enlarge, finish
from limner.engines.diffusers.request_state import PendingEvent, RequestState, new_pending_event
from limner.engines.masks import Pixels

DEVICE_LOST = "device_lost"
"""The code of errors that a fresh process would not have."""


class DecodedImage:
    """An image on its way from the device to main memory; only `pixels` waits for it."""

    def __init__(self, images: torch.Tensor) -> None:
        values = images[0].float()
        rounded = (values.nan_to_num() * 255).round().clamp(0, 255).to(torch.uint8).permute(1, 2, 0).contiguous()
        self._pixels = _to_main_memory(rounded)
        self._is_finite = _to_main_memory(torch.isfinite(values).all())

    def pixels(self) -> Pixels:
        """Raises an EngineError if values are not finite."""
        if not bool(self._is_finite):
            raise EngineError("The model returned invalid pixel values (NaN).", code="image_generation_failed")
        return self._pixels.numpy()


class OutputProcessor:
    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def start_copy(self, state: RequestState, images: torch.Tensor) -> DecodedImage:
        """`images`: (1, 3, H, W), 0 to 1. Starts their copy to main memory."""
        return DecodedImage(images)

    def complete(self, state: RequestState, decoded: DecodedImage) -> Callable[[], None]:
        """Returns what sends the image. Raises an EngineError if it is invalid."""
        pixels = decoded.pixels()
        model, latents = state.model, state.final_latents
        if model is not None and latents is not None:
            model.learn_preview(latents, pixels)

        def send() -> None:
            event = new_pending_event()
            state.publish(event)
            self._encode(event, state, pixels, _make_completed_image)

        return send

    def reserve(self, state: RequestState) -> PendingEvent:
        """Reserve the place of a preview in the order of events."""
        event = new_pending_event()
        state.publish(event)
        return event

    def send_preview(self, state: RequestState, event: PendingEvent, decoded: DecodedImage) -> None:
        """Send a preview decoded by a VAE."""
        self._encode(event, state, decoded.pixels(), _partial_image)

    def send_projection(self, state: RequestState, event: PendingEvent, latents: torch.Tensor) -> bool:
        """Send a preview by linear projection. False if it is not learned yet."""
        assert state.model is not None
        small = state.model.preview(latents, state.padded_size.padded)
        if small is None:
            return False
        self._encode(event, state, small, _partial_image)
        return True

    def _encode(
        self,
        event: PendingEvent,
        state: RequestState,
        pixels: Pixels,
        make_event: Callable[[RequestState, Picture, float], Event],
    ) -> None:
        """`make_event` gets the seconds of the encoding, too."""
        padded_size, request, inputs = state.padded_size, state.request, state.inputs

        def work() -> None:
            began_s = time.monotonic()
            try:
                padded = padded_size.padded
                whole = pixels if pixels.shape[:2] == padded[::-1] else enlarge(pixels, padded)
                picture = finish(whole, padded_size, request, inputs)
                event.set_result(make_event(state, picture, time.monotonic() - began_s))
            except Exception as error:  # else the consumer would wait forever
                event.set_exception(error)

        self._pool.submit(work)


def failed_event(error: Exception) -> PendingEvent:
    event = new_pending_event()
    event.set_exception(error if isinstance(error, APIError) else as_api_error(error))
    return event


def as_api_error(error: Exception) -> APIError:
    """What the client reads; details are in the log."""
    if is_out_of_memory(error):
        return EngineError("The picture does not fit into the device's memory.", code="out_of_memory")
    return EngineError("Image generation failed", code="image_generation_failed")


def lost_error(device_name: str) -> EngineError:
    message = f"The device {device_name} has failed. Restart the process."
    return EngineError(message, code=DEVICE_LOST, headers={"x-should-retry": "false"})


def closing_error() -> OverloadedError:
    return OverloadedError("The server is shutting down.", code="server_shutting_down")


def _to_main_memory(tensor: torch.Tensor) -> torch.Tensor:
    if tensor.device.type != "cuda":
        return tensor.cpu()
    pinned = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
    return pinned.copy_(tensor, non_blocking=True)


def _make_completed_image(state: RequestState, picture: Picture, encoding_s: float) -> Event:
    return CompletedImage(
        image_index=state.image_index,
        picture=picture,
        background=state.inputs.background,
        drawing_s=time.monotonic() - state.started_s,
        encoding_s=encoding_s,
        ignored=state.ignored,
        note=state.note,
    )


def _partial_image(state: RequestState, picture: Picture, encoding_s: float) -> Event:
    """Previews may overtake each other while encoding, so the consumer numbers them."""
    return PartialImage(
        image_index=state.image_index, partial_image_index=0, picture=picture, background=state.inputs.background
    )
