"""The GPU engine's async face. Everything that takes time happens in the workshop's thread, or in threads beside it."""

import asyncio
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
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.request import ImageRequest
from limner.engines.diffusers.job import Job
from limner.engines.diffusers.materials import Materials, read_materials
from limner.engines.diffusers.recipe import read_recipe
from limner.engines.diffusers.spec import ModelSpec, read_spec

MISSING = [name for name in ("torch", "diffusers", "transformers", "greenlet") if find_spec(name) is None]
if MISSING:
    raise ImportError(f"{', '.join(MISSING)} not found. Install with: pip install 'limner[diffusers]'")

from limner.engines.diffusers.orders import Rules  # noqa: E402 (needs torch)
from limner.engines.diffusers.sitting import Promise, Sitting  # noqa: E402 (needs torch)
from limner.engines.diffusers.workshop import Workshop  # noqa: E402 (needs torch)

_WORKSHOPS: WeakValueDictionary[str, Workshop] = WeakValueDictionary()
"""By device: all models of a process share its devices, each of which belongs to one thread."""
_WORKSHOPS_LOCK = threading.Lock()

NO_MATERIALS = Materials()
OPTIONS = {
    "max_batch_size": "max_batch_size",
    "max_running": "max_running",
    "memory_bytes": "memory_gb",
    "cache_folder": "cache",
}
"""What the settings call the rules of a workshop."""


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
        compile: bool = False,  # noqa: A002 (diffusers' word)
        preview_vae: str | None = None,
        deterministic: bool = False,
        keep_alive: float | None = None,
        deadline: float | None = 600,
        priority: int = 0,
        max_batch_size: int = 8,
        max_running: int = 64,
        memory_gb: float | None = None,
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
        self.workshops = [_workshop(best_device() if one == "auto" else one, rules) for one in devices]
        for workshop in self.workshops:
            workshop.scheduler.powers_of_two |= compile

    @property
    def obeys(self) -> frozenset[str]:
        found = {"quality", "seed", "negative_prompt", "num_inference_steps", "guidance_scale"}
        found |= {"strength", "input_fidelity", "mask_mode"}
        return frozenset(found | ({"lora"} if self.spec.lora else set()))

    def outlook(self, request: ImageRequest) -> tuple[int, float] | None:
        """How many images would be done before those of `request`, and the seconds until its last one.

        None while nothing is known of how fast the device works.
        """
        workshop = min(self.workshops, key=lambda one: one.load)
        return workshop.outlook([self._sitting(request, index) for index in range(request.n)])

    async def start(self) -> None:
        for workshop in self.workshops:
            workshop.open()

    async def close(self) -> None:
        await asyncio.gather(*(asyncio.to_thread(workshop.close) for workshop in self.workshops))

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are drawn side by side, and leave in the order of their index."""
        self._refuse_unknown_lora(request)
        materials = await asyncio.to_thread(read_materials, request)
        workshop = min(self.workshops, key=lambda one: one.load)
        inboxes: list[asyncio.Queue[Promise]] = [asyncio.Queue() for _ in range(request.n)]
        sittings = [self._sitting(request, index, materials, _poster(inbox)) for index, inbox in enumerate(inboxes)]
        workshop.begin(sittings)
        try:
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
            workshop.abort(sittings)

    def _sitting(
        self,
        request: ImageRequest,
        image_index: int,
        materials: Materials = NO_MATERIALS,
        publish: Callable[[Promise], None] = unheard,
    ) -> Sitting:
        now = time.monotonic()
        job = Job(
            key=request.user or "",
            model=self.spec.name,
            num_steps=request.num_inference_steps or self.recipe.num_steps(request.quality, 1),
            arrived_s=now,
            priority=self.priority,
            deadline_s=None if self.deadline is None else now + self.deadline,
        )
        return Sitting(
            job=job,
            spec=self.spec,
            keep_alive_s=self.keep_alive,
            request=request,
            image_index=image_index,
            materials=materials,
            recipe=self.recipe,
            publish=publish,
            is_solitary=self.deterministic,
        )

    def _refuse_unknown_lora(self, request: ImageRequest) -> None:
        known = [name for name, _ in self.spec.lora]
        for one in request.lora:
            if known and one.name not in known:
                raise BadRequestError(
                    f"Invalid value: '{one.name}'. Supported values are: {', '.join(repr(name) for name in known)}.",
                    param="lora",
                    code="invalid_value",
                )


def _poster(inbox: "asyncio.Queue[Promise]") -> Callable[[Promise], None]:
    """From the workshop's thread into an inbox of this loop."""
    loop = asyncio.get_running_loop()

    def publish(promise: Promise) -> None:
        with suppress(RuntimeError):  # the loop is gone: nobody listens any more
            loop.call_soon_threadsafe(inbox.put_nowait, promise)

    return publish


def best_device() -> str:
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


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
