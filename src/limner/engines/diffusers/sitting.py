"""A sitting: one image on its way, with everything of it that lives on the device."""

import hashlib
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import torch

from limner.core.errors import PictureError
from limner.core.picture import Event
from limner.core.request import ImageRequest
from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.denoiser import Mute, Rendezvous
from limner.engines.diffusers.job import Job
from limner.engines.diffusers.materials import Materials
from limner.engines.diffusers.plan import Plan, foreseen_steps, make_plan
from limner.engines.diffusers.preview import steps_shown
from limner.engines.diffusers.recipe import Recipe
from limner.engines.diffusers.run import Forward, PipelineRun
from limner.engines.diffusers.spec import ModelSpec
from limner.engines.diffusers.watch import Shortcut, StepWatch

Promise: TypeAlias = "Future[Event | None]"
"""An event that is being encoded; None if nothing came of it."""


def new_promise() -> Promise:
    """One that cannot be cancelled: who waits for it may leave, and whoever keeps it need not care."""
    promise: Promise = Future()
    promise.set_running_or_notify_cancel()
    return promise


def drawn(output: Any) -> Any:
    """What a pipeline drew: most call it `images`, and it is what they answer with first."""
    return output.images if hasattr(output, "images") else output[0]


def passed(output: Any) -> Any:
    """The same. Raises a PictureError if the model's own safety checker has blackened it."""
    if any(getattr(output, "nsfw_content_detected", None) or ()):
        raise PictureError("The model's safety checker holds this picture back.", code="moderation_blocked")
    return drawn(output)


@dataclass(slots=True, eq=False, kw_only=True)
class Sitting:
    job: Job
    spec: ModelSpec
    keep_alive_s: float | None
    request: ImageRequest
    image_index: int
    materials: Materials
    recipe: Recipe
    publish: Callable[[Promise], None]
    """Called in order: previews, then the picture or the error."""
    is_solitary: bool = False
    """Never in a batch with others: then nobody else can change so much as a rounding."""
    model: LoadedModel | None = None
    plan: Plan | None = None
    run: PipelineRun | None = None
    watch: StepWatch | None = None
    previews: dict[PipelineRun, Promise] = field(default_factory=dict)
    """Previews that go through a VAE, each a run of its own."""
    steps_shown: list[int] = field(default_factory=list)
    is_over: bool = False
    _networks: dict[str, Rendezvous] = field(default_factory=dict)
    _num_counted: int = 0
    """Steps that were done when the calls for each were last counted: some models call the network twice."""
    _calls_each: float = 1.0
    _pipeline: object = None
    _digests: dict[Hashable, Hashable] = field(default_factory=dict)

    def begin(self, model: LoadedModel) -> PipelineRun:
        """The pipeline's call, not yet started. Raises what the request or the settings have wrong."""
        self.model = model
        plan = self.plan = make_plan(model, self.request, self.image_index, self.materials, self.recipe)
        noise_scheduler = model.noise_scheduler()
        self.watch = StepWatch(noise_scheduler, mask=plan.mask, is_final=not plan.is_blended)
        self._networks = {name: Rendezvous(network) for name, network in model.networks.items()}
        pipeline = model.pipeline_for(
            plan.kind,
            networks=self._networks,
            noise_scheduler=noise_scheduler,
            vae=model.vae,
            lora=self.request.lora,
            guidance=plan.guidance,
        )
        self._pipeline = pipeline
        self.run = PipelineRun(lambda: passed(pipeline(**plan.arguments)))
        self.job.num_steps = plan.num_steps
        self.weigh(model)
        return self.run

    def weigh(self, model: LoadedModel | None) -> None:
        """The cost of one forward: pixels, times the weights that look at them.

        Before it begins, also how many there will be.
        """
        if self.plan is None and model is not None:
            self.job.num_rows = model.usual_rows
            self.job.num_steps = round(foreseen_steps(model, self.request, self.recipe) * model.usual_calls)
        size, weights = self.request.size, model.num_parameters if model else 1e9
        self.job.cost = self.job.num_rows * size.width * size.height / 1e6 * weights / 1e9

    def begin_preview(self, latents: torch.Tensor) -> PipelineRun:
        """The same pipeline, on a way that takes no steps: it ends at the VAE, with these latents."""
        model, plan = self.model, self.plan
        assert model is not None
        assert plan is not None
        noise_scheduler = model.noise_scheduler()
        shortcut = Shortcut(noise_scheduler, latents)
        pipeline = model.pipeline_for(
            plan.kind,
            networks={name: Mute(model.networks[name], own.last_answer) for name, own in self._networks.items()},
            noise_scheduler=noise_scheduler,
            vae=model.preview_vae or model.vae,
            lora=self.request.lora,
            guidance=plan.guidance,
        )
        shortcut.pipeline = pipeline
        generator = torch.Generator("cpu").manual_seed(0)
        return PipelineRun(lambda: drawn(pipeline(**plan.arguments | {"generator": generator})))

    def arrive(self, station: Forward) -> Hashable:
        """The pipeline waits for its network: count what is left. Tells the shape of the call."""
        assert self.watch is not None
        job, num_done = self.job, self.watch.num_done
        total = getattr(self._pipeline, "_num_timesteps", None) or self.watch.num_timesteps
        if total and not job.step_index:
            self.steps_shown = steps_shown(total, self.request.partial_images)
        if num_done != self._num_counted:
            self._num_counted, self._calls_each = num_done, job.step_index / num_done
            if self.model is not None:
                self.model.usual_calls = self._calls_each
        if total:
            job.num_steps = round(total * self._calls_each)
        job.num_rows = station.network.num_rows(station.call)
        if self.model is not None:
            self.model.usual_rows = job.num_rows
        self.weigh(self.model)
        shape = station.network.shape(station.call, self._digest)
        names = self.model.networks if self.model else {}
        which = next((name for name, network in names.items() if network is station.network), "")
        return ("alone", id(self)) if shape is None or self.is_solitary else (which, self.request.lora, shape)

    @property
    def is_shown_next(self) -> bool:
        """Whether a preview is due after the next step."""
        return self.watch is not None and self.watch.num_done + 1 in self.steps_shown

    @property
    def is_last_preview(self) -> bool:
        return self.watch is not None and self.watch.num_done >= max(self.steps_shown, default=0)

    def _digest(self, name: str, tensor: torch.Tensor) -> Hashable:
        """Of what a tensor holds. It is read once for each picture: reading it makes the device wait."""
        known = (name, tuple(tensor.shape))
        if known not in self._digests:
            data = tensor.detach().to("cpu", torch.float64).numpy().tobytes()
            self._digests[known] = (tuple(tensor.shape), str(tensor.dtype), hashlib.blake2b(data).hexdigest()[:16])
        return self._digests[known]
