"""The GPU engine's async face. Everything that takes time happens in the workshop's thread, or in threads beside it."""

import asyncio
import re
import threading
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import platformdirs

from limner.core.errors import BadRequestError
from limner.core.picture import CompletedImage, Event, PartialImage, Size
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.diffusers.job import Job
from limner.engines.diffusers.materials import no_materials, read_materials
from limner.engines.diffusers.recipe import read_recipe
from limner.engines.diffusers.spec import ModelSpec, read_spec

MISSING = [name for name in ("torch", "diffusers", "transformers", "greenlet") if find_spec(name) is None]
if MISSING:
    raise ImportError(f"{', '.join(MISSING)} not found. Install with: pip install 'limner[diffusers]'")

from limner.engines.diffusers.device import full_name  # noqa: E402 (needs torch)
from limner.engines.diffusers.orders import Rules  # noqa: E402 (needs torch)
from limner.engines.diffusers.sitting import Promise, Sitting  # noqa: E402 (needs torch)
from limner.engines.diffusers.workshop import Workshop  # noqa: E402 (needs torch)

_WORKSHOPS: WeakValueDictionary[str, Workshop] = WeakValueDictionary()
"""By device: all models of a process share its devices, each of which belongs to one thread."""
_WORKSHOPS_LOCK = threading.Lock()

OPTIONS = {
    "max_batch_size": "max_batch_size",
    "max_running": "max_running",
    "memory_bytes": "memory_gb",
    "cache_folder": "cache",
}
"""What the settings call the rules of a workshop."""


WARMUP_PRIORITY = -1_000_000
WARMUP_PROMPTS = (
    "a red fox in the snow",
    "a market street at night, neon signs in the rain",
    "a bowl of oranges on a blue table, oil painting",
    "the sea under a pale morning sky",
    "a portrait of an old sailor",
    "a green valley with a white church",
    "a black cat on a yellow sofa",
    "an astronaut above a purple planet",
)
"""Different in colour and in grain: projections for previews are learned from what comes of them."""


def unheard(promise: Promise) -> None:
    """Where the events of a sitting go that is only thought of."""


class DiffusersEngine:
    """One checkpoint, on one device or on several. See docs/gpu.md for the options."""

    def __init__(
        self,
        *,
        checkpoint: str,
        device: str | list[str] = "auto",
        dtype: str = "auto",
        revision: str | None = None,
        variant: str | None = None,
        edit: str | None = None,
        inpaint: str | None = None,
        steps: Any = None,
        guidance: Any = None,
        arguments: Mapping[str, Any] | None = None,
        lora: Mapping[str, str] | None = None,
        quantization: Mapping[str, Any] | None = None,
        offload: str | None = None,
        compile: bool | Mapping[str, Any] = False,  # noqa: A002 (diffusers' word)
        preview_vae: str | None = None,
        deterministic: bool = False,
        keep_alive: float | None = None,
        deadline: float | None = 600,
        priority: int = 0,
        max_batch_size: int = 8,
        max_running: int = 64,
        memory_gb: float | None = None,
        warmup: str | list[str] | None = None,
        cache: str | None = None,
    ) -> None:
        self.spec: ModelSpec = read_spec(
            checkpoint=checkpoint,
            dtype=dtype,
            revision=revision,
            variant=variant,
            edit=edit,
            inpaint=inpaint,
            lora=lora,
            quantization=quantization,
            offload=offload,
            compile=compile,
            preview_vae=preview_vae,
        )
        self.recipe = read_recipe(steps=steps, guidance=guidance, arguments=arguments)
        for name, value in {"max_batch_size": max_batch_size, "max_running": max_running}.items():
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(f"'{name}' must be a number from 1 on, not {value!r}.")
        for name, limit in {"keep_alive": keep_alive, "deadline": deadline, "memory_gb": memory_gb}.items():
            if limit is not None and (not isinstance(limit, int | float) or limit <= 0):
                raise ValueError(f"'{name}' must be more than 0, not {limit!r}.")
        self.warmup = read_sizes(warmup)
        self.max_batch_size = max_batch_size
        self._drawing: dict[str, tuple[Workshop, list[Sitting]]] = {}
        """By the request's id, what is drawn of it, and where."""
        self._is_open = False
        self.deterministic = deterministic
        self.keep_alive = keep_alive
        self.deadline = deadline
        self.priority = priority
        rules = Rules(
            max_batch_size=max_batch_size,
            max_running=max_running,
            memory_bytes=None if memory_gb is None else int(memory_gb * 1e9),
            cache_folder=Path(cache or platformdirs.user_cache_dir("limner")) / "diffusers",
        )
        devices = [device] if isinstance(device, str) else device
        self.workshops = [_workshop(full_name(one), rules) for one in devices]
        for workshop in self.workshops:
            workshop.scheduler.powers_of_two |= self.spec.has_fixed_shapes

    @property
    def obeys(self) -> frozenset[str]:
        found = {"quality", "seed", "negative_prompt", "num_inference_steps", "guidance_scale"}
        found |= {"strength", "input_fidelity", "mask_mode"}
        return frozenset(found | ({"lora"} if self.spec.lora else set()))

    @property
    def fatal_error(self) -> str | None:
        """None as long as one of the devices draws."""
        errors = [workshop.fatal_error for workshop in self.workshops]
        return None if None in errors else errors[0]

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Of a request that is being drawn, or of one that is not here yet. None of it waits for the device.

        Raises a BadRequestError over an adapter that does not exist.
        """
        drawing = self._drawing.get(request.id)
        if drawing is not None:
            workshop, sittings = drawing
        else:
            self._refuse_unknown_lora(request)
            workshop = self._least_busy()
            sittings = [self._sitting(request, index) for index in range(request.n)]
        return replace(workshop.estimate(sittings), limit_s=self.deadline)

    async def start(self) -> None:
        if not self._is_open:
            for workshop in self.workshops:
                workshop.open()
            self._is_open = True
        for size in self.warmup:
            for workshop in self.workshops:
                workshop.begin(self._warmup_sittings(size))

    async def close(self) -> None:
        """Any number of times, in any event loop; of no effect on an engine that was not started."""
        is_open, self._is_open = self._is_open, False
        if not is_open:
            return
        await asyncio.gather(*(asyncio.to_thread(workshop.close) for workshop in self.workshops))

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are drawn side by side, and leave in the order of their index."""
        self._refuse_unknown_lora(request)
        workshop = self._least_busy()
        inboxes: list[asyncio.Queue[Promise]] = [asyncio.Queue() for _ in range(request.n)]
        sittings = [self._sitting(request, index, _poster(inbox)) for index, inbox in enumerate(inboxes)]
        self._drawing[request.id] = workshop, sittings
        try:
            workshop.expect(sittings)
            if request.images:
                materials = await asyncio.to_thread(read_materials, request)
                for sitting in sittings:
                    sitting.materials = materials
            workshop.begin(sittings)
            for inbox in inboxes:
                num_shown, done = 0, False
                while not done:
                    match await asyncio.wrap_future(await inbox.get()):
                        case PartialImage() as preview:
                            yield replace(preview, partial_image_index=num_shown)
                            num_shown += 1
                        case CompletedImage() as completed:
                            yield completed
                            done = True
        finally:
            self._drawing.pop(request.id, None)
            workshop.abort(sittings)

    def _least_busy(self) -> Workshop:
        """Of those that draw, if any does."""
        return min(self.workshops, key=lambda one: (one.fatal_error is not None, one.load))

    def _sitting(
        self,
        request: ImageRequest,
        image_index: int,
        publish: Callable[[Promise], None] = unheard,
        *,
        priority: int | None = None,
    ) -> Sitting:
        if not self.spec.lora:
            request = replace(request, lora=())  # the client is told that it has no effect
        now = time.monotonic()
        limits = [limit for limit in (self.deadline, request.timeout_s) if limit is not None]
        job = Job(
            # without keys, whom a client draws for is all that is known of it
            key=request.api_key or f"user {request.user or ''}",
            model=self.spec.id,
            num_steps=request.num_inference_steps or self.recipe.num_steps(request.quality, 1),
            arrived_s=now,
            priority=self.priority if priority is None else priority,
            deadline_s=now + min(limits) if limits else None,
        )
        return Sitting(
            job=job,
            spec=self.spec,
            keep_alive_s=self.keep_alive,
            request=request,
            image_index=image_index,
            materials=no_materials(request),
            recipe=self.recipe,
            publish=publish,
            is_solitary=self.deterministic,
        )

    def _warmup_sittings(self, size: Size) -> list[Sitting]:
        """Pictures that nobody asked for: from them is learned how wide batches pay, and what latents look like.

        What is compiled on first use is compiled here. Whoever asks for a picture goes first.
        """
        sittings = []
        for index in range(1 if self.deterministic else self.max_batch_size):
            request = ImageRequest(
                operation="generate",
                model=self.spec.name,
                prompt=WARMUP_PROMPTS[index % len(WARMUP_PROMPTS)],
                size=size,
                quality="high",
                seed=index,
                output_format="jpeg",
            )
            sitting = self._sitting(request, 0, priority=WARMUP_PRIORITY)
            sitting.job.deadline_s = None
            sittings.append(sitting)
        return sittings

    def _refuse_unknown_lora(self, request: ImageRequest) -> None:
        known = [name for name, _ in self.spec.lora]
        for one in request.lora:
            if known and one.name not in known:
                raise BadRequestError(
                    f"Invalid value: '{one.name}'. Supported values are: {', '.join(repr(name) for name in known)}.",
                    param="lora",
                    code="invalid_value",
                )


def read_sizes(value: str | list[str] | None) -> list[Size]:
    """Raises ValueError, which names the option."""
    sizes = []
    for text in [value] if isinstance(value, str) else value or []:
        found = re.fullmatch(r"(\d{2,4})x(\d{2,4})", text) if isinstance(text, str) else None
        if found is None:
            raise ValueError(f"'warmup' must be sizes such as '1024x1024', not {text!r}.")
        sizes.append(Size(int(found[1]), int(found[2])))
    return sizes


def _poster(inbox: "asyncio.Queue[Promise]") -> Callable[[Promise], None]:
    """From the workshop's thread into an inbox of this loop."""
    loop = asyncio.get_running_loop()

    def publish(promise: Promise) -> None:
        with suppress(RuntimeError):  # the loop is gone: nobody listens any more
            loop.call_soon_threadsafe(inbox.put_nowait, promise)

    return publish


def _workshop(device: str, rules: Rules) -> Workshop:
    """The workshop of a device. The first model to come decides how it works; the others must agree."""
    with _WORKSHOPS_LOCK:
        found = _WORKSHOPS.get(device)
        if found is None or found.is_closed:
            found = _WORKSHOPS[device] = Workshop(device, rules)
        for one in fields(Rules):
            if getattr(found.rules, one.name) != getattr(rules, one.name):
                name = OPTIONS[one.name]
                raise ValueError(f"All models on '{device}' have one '{name}': set it in [engines.diffusers].")
        return found
