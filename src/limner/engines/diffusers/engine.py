"""The GPU engine in the process that owns the devices. Blocking work runs in the device workers' threads."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from limner.core.model_state import ModelAction, ModelState
from limner.core.picture import CompletedImage, Event, PartialImage, Size
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.input_images import no_input_images, read_input_images
from limner.engines.diffusers.parameters import check_adapters, find_adapters, obeyed_parameters
from limner.engines.diffusers.request_state import PendingEvent, RequestState
from limner.engines.diffusers.scheduler import BACKGROUND
from limner.engines.diffusers.worker import DeviceWorker, DeviceWorkers

PROCESS_WORKERS = DeviceWorkers()
"""The default: CUDA belongs to the process, so all its engines share one worker per device."""
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
"""Varied in colour and texture: preview projections are learned from the results."""


class DiffusersEngine:
    """One checkpoint, on one or several devices of this process. `options`: see EngineOptions and docs/gpu.md.

    A server draws with `ProcessEngine`, which runs this engine in a process per device.
    """

    def __init__(self, *, workers: DeviceWorkers = PROCESS_WORKERS, **options: Any) -> None:
        self.options = read_options(options)
        self.spec = self.options.spec()
        self.sampling = self.options.sampling()
        self._warmup_sizes = self.options.warmup_sizes()
        limits = self.options.limits()
        self.workers = [workers.get(device, limits) for device in self.options.devices()]
        if self.spec.has_fixed_shapes:
            for worker in self.workers:
                worker.use_fixed_shapes()
        self._active: dict[str, tuple[DeviceWorker, list[RequestState]]] = {}
        """By the id of their request."""
        self._is_open = False
        self._warming_up: set[object] = set()
        """An object for each image of the warm-up that is not done yet."""

    @property
    def obeys(self) -> frozenset[str]:
        return obeyed_parameters(self.spec)

    @property
    def deterministic(self) -> bool:
        return bool(self.options.deterministic)

    @property
    def fatal_error(self) -> str | None:
        """None as long as one device works."""
        errors = [worker.fatal_error for worker in self.workers]
        return None if None in errors else errors[0]

    @property
    def not_ready_reason(self) -> str | None:
        """None once the model is loaded and warmed up, if it is to be. A warm-up may fail."""
        reasons = [worker.models.why_not_loaded(self.spec) for worker in self.workers]
        if None not in reasons:  # one device that can draw is enough
            return reasons[0]
        return f"The model '{self.spec.name}' is being loaded and warmed up." if self._warming_up else None

    def stats(self) -> Mapping[object, WorkerStats]:
        return {worker: worker.worker_stats() for worker in self.workers} if self._is_open else {}

    def model_states(self) -> Sequence[ModelState]:
        return [worker.models.state(self.spec) for worker in self.workers] if self._is_open else ()

    async def control_model(self, action: ModelAction) -> None:
        jobs = [worker.control(self.spec, action, self.options.keep_alive) for worker in self.workers]
        await asyncio.gather(*map(asyncio.wrap_future, jobs))

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """For an active request or a future one. Does not block.

        Raises a BadRequestError for an unknown adapter.
        """
        active = self._active.get(request.id)
        if active is not None:
            worker, states = active
        else:
            check_adapters(self.spec, request)
            worker = self._least_busy_worker()
            states = [self._state(request, index) for index in range(request.n)]
        return replace(worker.estimate(states), limit_s=self.options.deadline)

    async def start(self) -> None:
        if not self._is_open:
            for worker in self.workers:
                worker.open()
                if self.options.preload:
                    worker.preload(self.spec, self.options.keep_alive)
            self._is_open = True
        for size in self._warmup_sizes:
            for worker in self.workers:
                worker.enqueue(self._warmup_states(size))

    async def close(self) -> None:
        """May be called repeatedly, from any event loop, and on an engine that was never started."""
        is_open, self._is_open = self._is_open, False
        if is_open:
            await asyncio.gather(*(asyncio.to_thread(worker.close) for worker in self.workers))

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are drawn concurrently, and returned in the order of their index."""
        check_adapters(self.spec, request)
        worker = self._least_busy_worker()
        inboxes: list[asyncio.Queue[PendingEvent]] = [asyncio.Queue() for _ in range(request.n)]
        states = [self._state(request, index, _publisher(inbox)) for index, inbox in enumerate(inboxes)]
        self._active[request.id] = worker, states
        try:
            worker.announce(states)
            if request.images:
                inputs = await asyncio.to_thread(read_input_images, request)
                for state in states:
                    state.inputs = inputs
            worker.enqueue(states)
            for inbox in inboxes:
                num_previews, is_done = 0, False
                while not is_done:
                    match await asyncio.wrap_future(await inbox.get()):
                        case PartialImage() as preview:
                            yield replace(preview, partial_image_index=num_previews)
                            num_previews += 1
                        case CompletedImage() as completed:
                            yield completed
                            is_done = True
        finally:
            self._active.pop(request.id, None)
            worker.abort(states)

    def _least_busy_worker(self) -> DeviceWorker:
        """Prefers working devices."""
        return min(self.workers, key=lambda worker: (worker.fatal_error is not None, worker.load))

    def _state(
        self,
        request: ImageRequest,
        image_index: int,
        publish: Callable[[PendingEvent], None] = lambda event: None,
    ) -> RequestState:
        request = replace(request, lora=find_adapters(self.spec, request))
        now, options = time.monotonic(), self.options
        limits = [limit for limit in (options.deadline, request.timeout_s) if limit is not None]
        return RequestState(
            # without API keys, `user` is all that is known of the client
            key=request.api_key or f"user {request.user or ''}",
            model_id=self.spec.id,
            num_steps=request.num_inference_steps or self.sampling.num_steps(request.quality, 1),
            arrived_s=now,
            priority=options.priority + request.priority,
            adapters=request.lora,
            deadline_s=now + min(limits) if limits else None,
            spec=self.spec,
            keep_alive_s=options.keep_alive,
            request=request,
            image_index=image_index,
            inputs=no_input_images(request),
            sampling=self.sampling,
            publish=publish,
            runs_alone=options.deterministic is True,
            fixed_rows=options.fixed_rows,
        )

    def _warmup_states(self, size: Size) -> list[RequestState]:
        """Images from which batch sizes and preview projections are learned, and for which networks are compiled.

        All client requests have a higher priority.
        """
        states = []
        for index in range(self.options.warmup_rows):
            request = ImageRequest(
                operation="generate",
                model=self.spec.name,
                prompt=WARMUP_PROMPTS[index % len(WARMUP_PROMPTS)],
                size=size,
                quality="high",
                seed=index,
                output_format="jpeg",
            )
            state = self._state(request, 0)
            state.priority, state.deadline_s = BACKGROUND, None
            state.publish = self._begin_warmup()
            states.append(state)
        return states

    def _begin_warmup(self) -> Callable[[PendingEvent], None]:
        """What an image of the warm-up is published to. It references neither the image nor the engine."""
        image, warming_up = object(), self._warming_up
        warming_up.add(image)
        return lambda event: event.add_done_callback(lambda _: warming_up.discard(image))


def _publisher(inbox: asyncio.Queue[PendingEvent]) -> Callable[[PendingEvent], None]:
    """From a worker's thread into an inbox of this event loop."""
    loop = asyncio.get_running_loop()

    def publish(event: PendingEvent) -> None:
        with suppress(RuntimeError):  # the loop is closed: the consumer is gone
            loop.call_soon_threadsafe(inbox.put_nowait, event)

    return publish
