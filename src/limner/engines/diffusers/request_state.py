"""The state of one image of a request, from its arrival to its last event."""

import hashlib
import time
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeAlias

import torch

from limner.core.picture import Event, Size
from limner.core.request import ImageRequest, Lora
from limner.engines.diffusers.batch import BatchedNetwork
from limner.engines.diffusers.config import ModelSpec, SamplingDefaults
from limner.engines.diffusers.input_images import InputImages, PaddedSize
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.memory_need import TILED_PIXELS
from limner.engines.diffusers.native_size import drawn_size, find_native_size
from limner.engines.diffusers.observer import PreviewScheduler, StepObserver
from limner.engines.diffusers.pipeline_call import PipelineCall, estimate_num_steps, make_pipeline_call
from limner.engines.diffusers.pipeline_run import DenoiserProxy, Forward, NoOp, PipelineRun
from limner.engines.diffusers.safety import preview_images_of, safe_images_of
from limner.engines.diffusers.scheduler import Job
from limner.engines.diffusers.step_cache import ImageCache
from limner.engines.diffusers.throughput import ALONE, BatchKey
from limner.engines.sampling import preview_steps

PendingEvent: TypeAlias = Future[Event | None]
"""An event that is being encoded; None if its preview failed."""

UNKNOWN_NUM_PARAMETERS = 1e9
"""Of a model that is not loaded yet."""


def new_pending_event() -> PendingEvent:
    """Cannot be cancelled: a consumer that stops waiting must not make `set_result` fail."""
    event: PendingEvent = Future()
    event.set_running_or_notify_cancel()
    return event


@dataclass(slots=True, eq=False, kw_only=True)
class RequestState(Job):
    spec: ModelSpec
    keep_alive_s: float | None
    request: ImageRequest
    image_index: int
    inputs: InputImages
    sampling: SamplingDefaults
    publish: Callable[[PendingEvent], None]
    """Called in order: previews, then the image or the error."""
    runs_alone: bool = False
    """Never batched, so that other requests cannot change its rounding."""
    fixed_rows: int | None = None
    """The same, but batched: all of its forwards have as many rows as fit into these."""
    model: LoadedModel | None = None
    run: PipelineRun | None = None
    is_finished: bool = False
    started_s: float = 0.0
    """On the clock of `arrived_s`."""
    _call: PipelineCall | None = None
    _observer: StepObserver | None = None
    _pipeline: object = None
    _networks: dict[str, DenoiserProxy] = field(default_factory=dict)
    _step_caches: list[ImageCache] = field(default_factory=list)
    _previews: dict[PipelineRun, PendingEvent] = field(default_factory=dict)
    """Previews decoded by a VAE, each a run of its own."""
    _preview_steps: list[int] = field(default_factory=list)
    _num_counted: int = 0
    """Steps done when `_calls_per_step` was computed."""
    _calls_per_step: float = 1.0
    _digests: dict[Hashable, Hashable] = field(default_factory=dict)

    def start(self, model: LoadedModel) -> PipelineRun:
        """The pipeline's call, not running yet. Raises an error for invalid requests or settings."""
        self.model, self.started_s = model, time.monotonic()
        call = self._call = make_pipeline_call(model, self.request, self.image_index, self.inputs, self.sampling)
        noise_scheduler = model.noise_scheduler(seed=(self.request.seed or 0) + self.image_index)
        self._observer = StepObserver(noise_scheduler, mask=call.mask, is_final=not call.is_blended)
        self._networks = {
            name: DenoiserProxy(network, cache=self._step_cache(network, self._observer, call.num_steps))
            for name, network in model.networks.items()
        }
        pipeline = model.pipeline_for(
            call.pipeline_class,
            networks=self._networks,
            noise_scheduler=noise_scheduler,
            vae=model.vae,
            lora=self.lora,
            guidance=call.guidance,
        )
        self._pipeline = pipeline
        self.run = PipelineRun(lambda: safe_images_of(pipeline(**call.arguments), model.safety_checker))
        self.num_steps = call.num_steps
        self.update_cost(model)
        return self.run

    def _step_cache(self, network: BatchedNetwork, observer: StepObserver, num_steps: int) -> ImageCache | None:
        """None for an image whose bits must not depend on whether others were drawn beside it."""
        if network.step_cache is None or self.runs_alone or self.fixed_rows is not None:
            return None
        cache = network.step_cache.for_image(observer, num_steps)
        if cache is not None:
            self._step_caches.append(cache)
        return cache

    def update_cost(self, model: LoadedModel | None) -> None:
        """Cost of one forward: pixels times parameters. Before the start, also estimate the number of forwards."""
        if self._call is None and model is not None:
            self.num_rows = model.rows_per_image
            self.num_steps = round(estimate_num_steps(model, self.request, self.sampling) * model.calls_per_step)
        width, height = self._drawn_size(model)
        num_parameters = model.num_parameters if model else UNKNOWN_NUM_PARAMETERS
        self.cost = self.num_rows * width * height / 1e6 * num_parameters / 1e9

    def note_forward(self, forward: Forward) -> BatchKey:
        """Call when the pipeline waits for its network: updates the work left, and sets `batch_key`."""
        observer, model = self._observer, self.model
        assert observer is not None
        assert model is not None
        total = getattr(self._pipeline, "_num_timesteps", None) or observer.num_timesteps
        if total and not self.step_index:
            self._preview_steps = preview_steps(total, self.request.partial_images)
        if observer.num_done != self._num_counted:
            self._num_counted = observer.num_done
            self._calls_per_step = model.calls_per_step = self.step_index / observer.num_done
        if total:
            self.num_steps = round(total * self._calls_per_step)
        self.num_rows = model.rows_per_image = forward.num_rows
        self.update_cost(model)
        shape: Hashable = (ALONE, id(self))
        fixed_rows = self.fixed_rows
        scales: tuple[float, ...] = ()
        shared = forward.network.shape(forward.call, self._digest, is_exact=fixed_rows is not None)
        if shared is None or self.runs_alone:
            fixed_rows = None
        else:
            shape = (model.network_name(forward.network), tuple(one.name for one in self.lora), shared)
            scales = tuple(one.scale for one in self.lora)
        self.batch_key = BatchKey(self.spec.id, shape, fixed_rows, scales)
        return self.batch_key

    def prepare_forward(self) -> None:
        """Switch the model to this image's adapters, and make room for its network."""
        assert self.model is not None
        self.model.enter_stage("forward")
        self.model.use_lora(self.lora)

    @property
    def pending_forward(self) -> Forward:
        """What the pipeline waits for, in a batch."""
        assert self.run is not None
        assert isinstance(self.run.waiting_for, Forward)
        return self.run.waiting_for

    @property
    def padded_size(self) -> PaddedSize:
        assert self._call is not None
        return self._call.padded_size

    @property
    def lora(self) -> tuple[Lora, ...]:
        return self.request.lora

    @property
    def is_offloaded(self) -> bool:
        return self.spec.offload == "model"

    @property
    def is_large(self) -> bool:
        """Whether its VAE work should be tiled."""
        width, height = self._drawn_size(self.model)
        return width * height >= TILED_PIXELS

    @property
    def ignored(self) -> frozenset[str] | None:
        """The parameters without effect. None: those that the request names."""
        if self._call is None:
            return None
        own = self._call.ignored & self.request.asked
        return self.request.ignored | own if own else None

    @property
    def note(self) -> str | None:
        """One sentence for the client if a part of the request has no effect."""
        return None if self._call is None else self._call.note

    @property
    def final_latents(self) -> torch.Tensor | None:
        """What was decoded, if it is known."""
        return self._observer.latents if self._observer is not None else None

    def request_prediction(self) -> None:
        """Have the next step predict the final latents, if a preview is due after it."""
        assert self._observer is not None
        self._observer.wants_prediction = self._observer.num_done + 1 in self._preview_steps

    def take_prediction(self) -> torch.Tensor | None:
        return self._observer.take_prediction() if self._observer is not None else None

    @property
    def is_last_preview(self) -> bool:
        return self._observer is not None and self._observer.num_done >= max(self._preview_steps, default=0)

    def start_preview(self, latents: torch.Tensor, event: PendingEvent) -> PipelineRun:
        """A run of the same pipeline that skips the steps, and decodes `latents` for `event`."""
        model, call = self.model, self._call
        assert model is not None
        assert call is not None
        noise_scheduler = model.noise_scheduler()
        shortcut = PreviewScheduler(noise_scheduler, latents)
        pipeline = model.pipeline_for(
            call.pipeline_class,
            networks={name: NoOp(model.networks[name], own.last_output) for name, own in self._networks.items()},
            noise_scheduler=noise_scheduler,
            vae=model.preview_vae or model.vae,
            lora=self.lora,
            guidance=call.guidance,
        )
        shortcut.attach(pipeline)
        generator = torch.Generator("cpu").manual_seed(0)
        arguments = call.arguments | {"generator": generator}
        run = PipelineRun(lambda: preview_images_of(pipeline(**arguments), model.safety_checker))
        self._previews[run] = event
        return run

    def preview_event(self, run: PipelineRun) -> PendingEvent:
        return self._previews[run]

    def take_preview(self, run: PipelineRun | None) -> PendingEvent | None:
        """The event of a preview's run, which is then forgotten. None if `run` is no preview."""
        return None if run is None else self._previews.pop(run, None)

    @property
    def preview_runs(self) -> Collection[PipelineRun]:
        return self._previews.keys()

    def cancel(self, *, keep_previews: bool = False) -> None:
        """Unwind its pipelines. No effect if it was cancelled before."""
        self.is_finished = True
        for cache in self._step_caches:
            cache.end()
        if self.run is not None:
            self.run.cancel()
            self.run = None
        if not keep_previews:
            for run, event in self._previews.items():
                run.cancel()
                event.set_result(None)
            self._previews.clear()

    def _drawn_size(self, model: LoadedModel | None) -> Size:
        """`model`: None before it is loaded."""
        return drawn_size(self.request.size, find_native_size(self.spec, model and model.pipeline))

    def _digest(self, name: str, tensor: torch.Tensor) -> Hashable:
        """Hash of a tensor's values, computed once per image: it synchronizes with the device."""
        key = (name, tuple(tensor.shape))
        if key not in self._digests:
            data = tensor.detach().to("cpu", torch.float64).numpy().tobytes()
            self._digests[key] = (tuple(tensor.shape), str(tensor.dtype), hashlib.blake2b(data).hexdigest()[:16])
        return self._digests[key]
