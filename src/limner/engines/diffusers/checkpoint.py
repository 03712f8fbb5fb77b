"""Loads a checkpoint, and gives each image a pipeline of its own over the shared weights."""

import json
import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from copy import deepcopy
from typing import Any, Literal

import diffusers
import torch
from diffusers.guiders import BaseGuidance

from limner.core.picture import Size
from limner.core.request import Lora
from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.batch import BatchedNetwork
from limner.engines.diffusers.config import ModelSpec, Offload, read_quantization
from limner.engines.diffusers.device import run_tiled, use_in_thread
from limner.engines.diffusers.memory_estimate import dtype_of
from limner.engines.diffusers.pipeline_classes import PipelineClasses, find_classes
from limner.engines.diffusers.pipeline_run import StageKind, VaeProxy, prompt_proxy
from limner.engines.diffusers.preview import PreviewProjection
from limner.engines.masks import Pixels

MAX_PROMPTS = 64
"""Encoded prompts kept: a few megabytes each."""


class LoadedModel:
    def __init__(self, spec: ModelSpec, pipeline: Any, *, preview_vae: Any = None) -> None:
        self.spec = spec
        self.id = spec.id
        self.name = spec.name
        self.pipeline = pipeline
        self.classes: PipelineClasses = find_classes(pipeline, edit=spec.edit, inpaint=spec.inpaint)
        self.networks = {name: BatchedNetwork(getattr(pipeline, name)) for name in NETWORKS if _has(pipeline, name)}
        self.preview_vae = preview_vae
        self.vae: Any = getattr(pipeline, "vae", None)
        """None: a model that works in pixels."""
        # a projection would bypass the safety checker; and pixel models need none
        self.projection = PreviewProjection(may_learn=self.vae is not None and not _has(pipeline, "safety_checker"))
        self._prompts: OrderedDict[Hashable, Any] = OrderedDict()
        self._lora: tuple[Lora, ...] = ()
        self._stage: StageKind | Literal["forward"] = "forward"
        self.num_bytes = bytes_on_device(pipeline, spec.offload)
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
        latent = int(getattr(self.pipeline, "vae_scale_factor", 8))
        processor = getattr(self.pipeline, "image_processor", None)
        if processor is None:
            return math.lcm(8, 2 * latent)
        patches = [getattr(network.real.config, "patch_size", None) or 2 for network in self.networks.values()]
        edges = [max(patch) if isinstance(patch, list | tuple) else int(patch) for patch in patches]
        return math.lcm(8, int(processor.config.vae_scale_factor), *(latent * edge for edge in edges))

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
        if hasattr(pipeline_class, "encode_prompt"):
            own["encode_prompt"] = prompt_proxy(self._cache_prompts(prototype.encode_prompt, pipeline_class, lora))
        for name, value in own.items():
            object.__setattr__(copy, name, value)
        return copy

    def learn_preview(self, latents: torch.Tensor, pixels: Pixels) -> None:
        self.projection.learn(latents, pixels)

    def preview(self, latents: torch.Tensor, size: Size) -> Pixels | None:
        """A small preview without a VAE. None until it is learned."""
        return self.projection.apply(latents, size)

    def noise_scheduler(self) -> Any:
        """A new one: it counts steps, and some store earlier predictions."""
        return type(self.pipeline.scheduler).from_config(self.pipeline.scheduler.config)

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
        if lora:
            self.pipeline.enable_lora()
            self.pipeline.set_adapters([one.name for one in lora], [one.scale for one in lora])
        else:
            self.pipeline.disable_lora()
        self._lora = lora

    def _cache_prompts(
        self, encode_prompt: Callable[..., Any], pipeline_class: Any, lora: tuple[Lora, ...]
    ) -> Callable[..., Any]:
        def encode(*args: Any, **kwargs: Any) -> Any:
            key = (pipeline_class, lora, _make_cache_key(args), _make_cache_key(kwargs))
            try:
                hash(key)
            except TypeError:  # images are among the arguments
                self.use_lora(lora)
                return encode_prompt(*args, **kwargs)
            if key not in self._prompts:
                self.use_lora(lora)
                self._prompts[key] = encode_prompt(*args, **kwargs)
                if len(self._prompts) > MAX_PROMPTS:
                    self._prompts.popitem(last=False)
            self._prompts.move_to_end(key)
            return self._prompts[key]

        return encode


def load_model(spec: ModelSpec, device: str) -> LoadedModel:
    """Raises the errors of the hub, the files and the device.

    Not safe to call from two threads at once: accelerate patches torch's classes while it loads.
    """
    use_in_thread(device)  # some libraries load onto the thread's current device, whatever they are passed
    dtype = dtype_of(spec, device)
    options: dict[str, Any] = {"dtype": dtype, "revision": spec.revision, "variant": spec.variant}
    options["quantization_config"] = read_quantization(spec)
    options = {name: value for name, value in options.items() if value is not None}
    pipeline = diffusers.DiffusionPipeline.from_pretrained(spec.checkpoint, **options)
    for name, path in spec.lora:
        try:
            pipeline.load_lora_weights(path, adapter_name=name)
        except Exception as error:
            raise ValueError(f"the adapter '{name}' ('{path}'): {error}") from error
    if spec.lora:
        pipeline.disable_lora()
    _upcast_vae(getattr(pipeline, "vae", None))
    _place(pipeline, spec, device)
    if spec.compile is not None:
        for name in NETWORKS:
            if _has(pipeline, name):
                compile_network(getattr(pipeline, name), json.loads(spec.compile))
    preview_vae = None
    if spec.preview_vae is not None:
        preview_vae = diffusers.AutoencoderTiny.from_pretrained(spec.preview_vae, dtype=dtype).to(device)
    return LoadedModel(spec, pipeline, preview_vae=preview_vae)


def _upcast_vae(vae: Any) -> None:
    """Upcast once, before offload hooks copy it: a pipeline would do it while other images use the VAE."""
    if vae is None or getattr(vae, "is_quantized", False):
        return
    if vae.dtype == torch.float16 and getattr(vae.config, "force_upcast", False):
        vae.to(dtype=torch.float32)


def compile_network(network: Any, options: Mapping[str, Any]) -> None:
    """`options`: those of torch.compile. Repeated blocks are compiled once, if the network declares them."""
    try:
        network.compile_repeated_blocks(**options)
    except ValueError:  # it declares none
        network.compile(**options)


def _place(pipeline: Any, spec: ModelSpec, device: str) -> None:
    match spec.offload:
        case None:
            pipeline.to(device)
        case "model":
            pipeline.enable_model_cpu_offload(device=device)
        case "sequential":
            pipeline.enable_sequential_cpu_offload(device=device)
        case "group":
            pipeline.enable_group_offload(
                onload_device=torch.device(device), offload_type="leaf_level", use_stream=device.startswith("cuda")
            )


def _has(pipeline: Any, name: str) -> bool:
    return getattr(pipeline, name, None) is not None


def bytes_on_device(pipeline: Any, offload: Offload | None) -> int:
    """At any one time: all components, the largest one, or next to nothing."""
    modules = [one for one in pipeline.components.values() if isinstance(one, torch.nn.Module)]
    sizes = [sum(map(_size_of, (*one.parameters(), *one.buffers()))) for one in modules]
    if offload is None:
        return sum(sizes)
    return max(sizes, default=0) if offload == "model" else 0


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
