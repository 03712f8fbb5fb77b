"""A model in memory, which gives each image a pipeline of its own over the shared weights."""

import math
from collections.abc import Callable, Hashable, Mapping
from copy import deepcopy
from typing import Any, Literal

import torch
from diffusers.guiders import BaseGuidance

from limner.core.picture import Size
from limner.core.request import Lora
from limner.engines.diffusers.architectures import NETWORKS, traits_of
from limner.engines.diffusers.batch import BatchedNetwork
from limner.engines.diffusers.config import ModelSpec, Offload
from limner.engines.diffusers.device import run_tiled
from limner.engines.diffusers.modular import AdaptedPipeline, PromptWork, replace_prompt_blocks
from limner.engines.diffusers.pipeline_classes import PipelineClasses, find_classes
from limner.engines.diffusers.pipeline_run import StageKind, VaeProxy, prompt_proxy
from limner.engines.diffusers.placement import without_placement
from limner.engines.diffusers.preview import PreviewProjection
from limner.engines.diffusers.prompt_cache import PromptCache
from limner.engines.diffusers.prompt_chunks import make_prompt_encoder
from limner.engines.diffusers.safety import SafetyChecker
from limner.engines.diffusers.step_cache import make_step_cache
from limner.engines.masks import Pixels


class LoadedModel:
    def __init__(
        self, spec: ModelSpec, pipeline: Any, *, preview_vae: Any = None, safety_checker: SafetyChecker | None = None
    ) -> None:
        self.spec = spec
        self.id = spec.id
        self.name = spec.name
        self.pipeline = pipeline
        self.classes: PipelineClasses = find_classes(pipeline, edit=spec.edit, inpaint=spec.inpaint)
        self.networks = {
            name: BatchedNetwork(
                getattr(pipeline, name),
                is_compiled=spec.compile is not None,
                step_cache=make_step_cache(getattr(pipeline, name), spec.step_cache_options),
            )
            for name in NETWORKS
            if has_part(pipeline, name)
        }
        self.preview_vae = preview_vae
        self.safety_checker = safety_checker
        """None: the pipeline has its own, or there is none."""
        self.vae: Any = getattr(pipeline, "vae", None)
        """None: a model that works in pixels."""
        # a projection would bypass the safety checker; and pixel models need none
        is_checked = safety_checker is not None or has_part(pipeline, "safety_checker")
        self.projection = PreviewProjection(may_learn=self.vae is not None and not is_checked)
        self._prompts = PromptCache()
        self._lora: tuple[Lora, ...] | None = ()
        """None: unknown."""
        self._stage: StageKind | Literal["forward"] = "forward"
        self.num_bytes = bytes_on_device(pipeline, spec.offload)
        if safety_checker is not None and spec.offload is None:
            self.num_bytes += bytes_of(safety_checker.network)
        if preview_vae is not None:
            self.num_bytes += bytes_of(preview_vae)
        self.rows_per_image = 1
        """Rows that one image adds to a forward, as last observed."""
        self.calls_per_step = 1.0
        """Forwards that one step takes, as last observed."""
        self.num_parameters = sum(
            one.numel() for network in self.networks.values() for one in network.real.parameters()
        )

    @property
    def grid(self) -> int:
        """Image edges must be multiples of this: of a latent, a token, and what the pipeline requires."""
        multiple = traits_of(type(self.pipeline)).edge_multiple
        latent = int(getattr(self.pipeline, "vae_scale_factor", 8))
        processor = getattr(self.pipeline, "image_processor", None)
        if processor is None:
            return math.lcm(multiple, 2 * latent)
        patches = [getattr(network.real.config, "patch_size", None) or 2 for network in self.networks.values()]
        edges = [max(patch) if isinstance(patch, list | tuple) else int(patch) for patch in patches]
        return math.lcm(multiple, int(processor.config.vae_scale_factor), *(latent * edge for edge in edges))

    def pipeline_for(
        self,
        pipeline_class: Any,
        *,
        networks: Mapping[str, torch.nn.Module],
        noise_scheduler: Any,
        vae: Any,
        lora: tuple[Lora, ...],
        guidance: float | None = None,
    ) -> Any:
        """A shallow copy: weights are shared, and everything with state belongs to one image.

        `guidance`: for a pipeline with a guider component, which takes no such argument in its call.
        """
        prototype = self.classes.prototype(pipeline_class, self.pipeline)
        copy = object.__new__(pipeline_class)
        copy.__dict__.update(prototype.__dict__)
        own = {
            **networks,
            "scheduler": noise_scheduler,
            "maybe_free_model_hooks": lambda: None,  # other images still use the model
            "_progress_bar_config": {"disable": True},
        }
        for name, component in prototype.components.items():
            if isinstance(component, BaseGuidance):  # it counts steps and stores earlier predictions
                own[name] = deepcopy(component)
                if guidance is not None and hasattr(component, "guidance_scale"):
                    own[name].guidance_scale = guidance
        if vae is not None:
            own["vae"] = VaeProxy(vae)
        if isinstance(prototype, AdaptedPipeline):

            def defer(block: str, work: PromptWork) -> PromptWork:
                key = (pipeline_class, block, guidance)  # without guidance no negative prompt is encoded
                return prompt_proxy(self._cache_prompts(work, key, lora))

            own["_blocks"] = replace_prompt_blocks(prototype.workflow, defer)
        elif hasattr(pipeline_class, "encode_prompt"):
            encode_prompt = make_prompt_encoder(prototype, is_weighted=self.spec.prompt_weighting)
            own["encode_prompt"] = prompt_proxy(self._cache_prompts(encode_prompt, pipeline_class, lora))
        for name, value in own.items():
            object.__setattr__(copy, name, value)
        return copy

    def learn_preview(self, latents: torch.Tensor, pixels: Pixels) -> None:
        self.projection.learn(latents, pixels)

    def preview(self, latents: torch.Tensor, size: Size) -> Pixels | None:
        """A small preview without a VAE. None until it is learned."""
        return self.projection.apply(latents, size)

    def noise_scheduler(self, *, seed: int = 0) -> Any:
        """A new one: it counts steps, and some store earlier predictions. `seed`: for those that ignore generators."""
        config = self.pipeline.scheduler.config
        own = {"noise_sampler_seed": seed} if "noise_sampler_seed" in config else {}
        return type(self.pipeline.scheduler).from_config(config, **own)

    def network_name(self, network: BatchedNetwork) -> str:
        return next((name for name, one in self.networks.items() if one is network), "")

    def enter_stage(self, stage: StageKind | Literal["forward"]) -> None:
        """Call before other components of an offloaded model are used: two large ones do not fit together.

        Its hooks load what is needed, but unload only what a single image would have used just before.
        """
        if stage != self._stage and self.spec.offload == "model":
            for hook in getattr(self.pipeline, "_all_hooks", ()):
                hook.offload()
        self._stage = stage

    def run_tiled(self, work: Callable[[], Any]) -> Any:
        """Run VAE work in tiles, if the VAE can."""
        return run_tiled(self.vae, work)

    def use_lora(self, lora: tuple[Lora, ...]) -> None:
        """From the next forward on. All images in a batch have the same adapters."""
        if lora == self._lora:
            return
        self._lora = None  # if switching fails halfway, switch again
        with without_placement(self.pipeline):
            if lora:
                self.pipeline.enable_lora()
                self.pipeline.set_adapters([one.name for one in lora], [one.scale for one in lora])
            else:
                self.pipeline.disable_lora()
        self._lora = lora

    def free_memory(self) -> bool:
        """Forget encoded prompts, and end the step caches of all images. Whether there were any of the latter."""
        self._prompts.clear()
        ended = [one.step_cache.end_all() for one in self.networks.values() if one.step_cache is not None]
        return any(ended)

    def _cache_prompts(
        self, encode_prompt: Callable[..., Any], owner: Hashable, lora: tuple[Lora, ...]
    ) -> Callable[..., Any]:
        def encode(*args: Any, **kwargs: Any) -> Any:
            key = (owner, lora, _make_cache_key(args), _make_cache_key(kwargs))
            try:
                hash(key)
            except TypeError:  # images are among the arguments
                self.use_lora(lora)
                return encode_prompt(*args, **kwargs)
            encoded = self._prompts.get(key)
            if encoded is None:
                self.use_lora(lora)
                encoded = encode_prompt(*args, **kwargs)
                self._prompts.put(key, encoded)
            return encoded

        return encode


def has_part(pipeline: Any, name: str) -> bool:
    """Whether the pipeline has this component, and it is not left out."""
    return getattr(pipeline, name, None) is not None


def bytes_on_device(pipeline: Any, offload: Offload | None) -> int:
    """At any one time: all components, the largest one, or next to nothing."""
    modules = [one for one in pipeline.components.values() if isinstance(one, torch.nn.Module)]
    sizes = [bytes_of(one) for one in modules]
    if offload is None:
        return sum(sizes)
    return max(sizes, default=0) if offload == "model" else 0


def bytes_of(module: torch.nn.Module) -> int:
    return sum(map(_size_of, (*module.parameters(), *module.buffers())))


def _size_of(tensor: Any) -> int:
    """A quantised tensor reports its original size, and consists of inner tensors."""
    if hasattr(tensor, "__tensor_flatten__"):
        names, _ = tensor.__tensor_flatten__()
        return sum(_size_of(getattr(tensor, name)) for name in names)
    return int(tensor.numel() * tensor.element_size())


def _make_cache_key(value: Any) -> Any:
    """Unhashable on purpose if the arguments include a tensor or an image: those are not cached."""
    if isinstance(value, Mapping):
        return tuple((key, _make_cache_key(one)) for key, one in sorted(value.items()))
    if isinstance(value, list | tuple):
        return tuple(_make_cache_key(one) for one in value)
    if value is None or isinstance(value, str | int | float | bool | torch.device | torch.dtype):
        return value
    return [value]
