"""Loads a checkpoint, and gives each picture a pipeline of its own over the shared weights."""

import json
import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from copy import deepcopy
from typing import Any, Literal

import diffusers
import torch
from diffusers.guiders import BaseGuidance

from limner.core.request import Lora
from limner.engines.diffusers.batch import Network
from limner.engines.diffusers.classes import NETWORKS, Classes, find_classes
from limner.engines.diffusers.denoiser import VaeDoor, prompt_door
from limner.engines.diffusers.device import enter
from limner.engines.diffusers.preview import Projection
from limner.engines.diffusers.quantization import read_quantization
from limner.engines.diffusers.run import Stage
from limner.engines.diffusers.spec import ModelSpec, Offload
from limner.engines.diffusers.weights import dtype_of

MAX_PROMPTS = 64
"""Encoded prompts that are kept: a few megabytes each."""


class LoadedModel:
    def __init__(self, spec: ModelSpec, pipeline: Any, *, preview_vae: Any = None) -> None:
        self.spec = spec
        self.pipeline = pipeline
        self.classes: Classes = find_classes(pipeline, edit=spec.edit, inpaint=spec.inpaint)
        self.networks = {name: Network(getattr(pipeline, name)) for name in NETWORKS if _has(pipeline, name)}
        self.preview_vae = preview_vae
        self.vae: Any = getattr(pipeline, "vae", None)
        """None: a model that draws pixels."""
        # what a safety checker holds back must not be seen on another way; and pixels need no projection
        self.projection = Projection(may_learn=self.vae is not None and not _has(pipeline, "safety_checker"))
        self._prompts: OrderedDict[Hashable, Any] = OrderedDict()
        self._lora: tuple[Lora, ...] = ()
        self._stage: Stage | Literal["forward"] = "forward"
        self.num_bytes = bytes_on_device(pipeline, spec.offload)
        self.usual_rows = 1
        """Rows that one picture adds to a forward, as last seen."""
        self.usual_calls = 1.0
        """Forwards that one step takes, as last seen."""
        self.num_parameters = sum(
            one.numel() for network in self.networks.values() for one in network.real.parameters()
        )

    @property
    def grid(self) -> int:
        """Edges of a picture are multiples of this: of a latent, a token, and what the pipeline asks for."""
        latent = int(getattr(self.pipeline, "vae_scale_factor", 8))
        processor = getattr(self.pipeline, "image_processor", None)
        if processor is None:
            return math.lcm(8, 2 * latent)
        patches = [getattr(network.real.config, "patch_size", None) or 2 for network in self.networks.values()]
        edges = [max(patch) if isinstance(patch, list | tuple) else int(patch) for patch in patches]
        return math.lcm(8, int(processor.config.vae_scale_factor), *(latent * edge for edge in edges))

    def pipeline_for(
        self,
        kind: Any,
        *,
        networks: Mapping[str, torch.nn.Module],
        noise_scheduler: Any,
        vae: Any,
        lora: tuple[Lora, ...],
        guidance: float | None = None,
    ) -> Any:
        """A shallow copy: the weights are shared, whatever holds state is the picture's own.

        `guidance`: for a pipeline that has a part for it, which is not told in the call.
        """
        prototype = self.classes.prototype(kind, self.pipeline)
        copy = object.__new__(kind)
        copy.__dict__.update(prototype.__dict__)
        own = {
            **networks,
            "scheduler": noise_scheduler,
            "maybe_free_model_hooks": lambda: None,  # other pictures are still at it
            "_progress_bar_config": {"disable": True},
        }
        for name, part in prototype.components.items():
            if isinstance(part, BaseGuidance):  # it counts steps, and remembers what the network said before
                own[name] = deepcopy(part)
                if guidance is not None and hasattr(part, "guidance_scale"):
                    own[name].guidance_scale = guidance
        if vae is not None:
            own["vae"] = VaeDoor(vae)
        if hasattr(kind, "encode_prompt"):
            own["encode_prompt"] = prompt_door(self._cached(prototype.encode_prompt, kind, lora))
        for name, value in own.items():
            object.__setattr__(copy, name, value)
        return copy

    def noise_scheduler(self) -> Any:
        """A new one: it counts steps, and some remember what the network said before."""
        return type(self.pipeline.scheduler).from_config(self.pipeline.scheduler.config)

    def make_way(self, stage: Stage | Literal["forward"]) -> None:
        """Before another part of an offloaded model is needed: two large ones have no room together.

        Its hooks bring in what is needed, but send away only what a single picture would have needed just before.
        """
        if stage != self._stage and self.spec.offload == "model":
            for hook in getattr(self.pipeline, "_all_hooks", ()):
                hook.offload()
        self._stage = stage

    def use_lora(self, lora: tuple[Lora, ...]) -> None:
        """From the next forward on. Whoever shares a forward has the same adapters."""
        if lora == self._lora:
            return
        if lora:
            self.pipeline.enable_lora()
            self.pipeline.set_adapters([one.name for one in lora], [one.scale for one in lora])
        else:
            self.pipeline.disable_lora()
        self._lora = lora

    def _cached(self, encode_prompt: Callable[..., Any], kind: Any, lora: tuple[Lora, ...]) -> Callable[..., Any]:
        def encode(*args: Any, **kwargs: Any) -> Any:
            asked = (kind, lora, _frozen(args), _frozen(kwargs))
            try:
                hash(asked)
            except TypeError:  # it looks at images, too
                self.use_lora(lora)
                return encode_prompt(*args, **kwargs)
            if asked not in self._prompts:
                self.use_lora(lora)
                self._prompts[asked] = encode_prompt(*args, **kwargs)
                if len(self._prompts) > MAX_PROMPTS:
                    self._prompts.popitem(last=False)
            self._prompts.move_to_end(asked)
            return self._prompts[asked]

        return encode


_LOADING = threading.Lock()
"""accelerate changes torch's classes while it loads: two loads at a time would spoil both, and all that follow."""


def load(spec: ModelSpec, device: str) -> LoadedModel:
    """Raises whatever the hub, the files or the device have against it; the message is for the operator."""
    enter(device)  # some libraries load onto the thread's current device, whatever they are told
    with _LOADING:
        return _load(spec, device)


def _load(spec: ModelSpec, device: str) -> LoadedModel:
    dtype = dtype_of(spec, device)
    options: dict[str, Any] = {"dtype": dtype}
    if spec.revision is not None:
        options["revision"] = spec.revision
    if spec.variant is not None:
        options["variant"] = spec.variant
    if spec.quantization is not None:
        asked = json.loads(spec.quantization)
        options["quantization_config"] = read_quantization(asked, spec.checkpoint, spec.revision)
    pipeline = diffusers.DiffusionPipeline.from_pretrained(spec.checkpoint, **options)
    for name, path in spec.lora:
        try:
            pipeline.load_lora_weights(path, adapter_name=name)
        except Exception as error:
            raise ValueError(f"the adapter '{name}' ('{path}'): {error}") from error
    if spec.lora:
        pipeline.disable_lora()
    vae: Any = getattr(pipeline, "vae", None)
    is_quantized = getattr(vae, "is_quantized", False)
    is_upcast = vae is not None and vae.dtype == torch.float16 and getattr(vae.config, "force_upcast", False)
    if is_upcast and not is_quantized:
        # once and for all: a pipeline would do it in the middle of another's work. Before offloading makes copies of it
        vae.to(dtype=torch.float32)
    _place(pipeline, spec, device)
    if spec.compile is not None:
        for name in NETWORKS:
            if _has(pipeline, name):
                compile_network(getattr(pipeline, name), json.loads(spec.compile))
    tiny = None
    if spec.preview_vae is not None:
        tiny = diffusers.AutoencoderTiny.from_pretrained(spec.preview_vae, dtype=dtype).to(device)
    return LoadedModel(spec, pipeline, preview_vae=tiny)


def compile_network(network: Any, options: Mapping[str, Any]) -> None:
    """`options`: those of torch.compile.

    Where the network says which of its blocks are repeated, they are compiled once for all of them.
    """
    try:
        network.compile_repeated_blocks(**options)
    except ValueError:  # it names none: then the whole of it
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
    """At any one time: all parts, or the largest of them, or next to nothing."""
    modules = [one for one in pipeline.components.values() if isinstance(one, torch.nn.Module)]
    sizes = [sum(map(_size_of, (*one.parameters(), *one.buffers()))) for one in modules]
    if offload is None:
        return sum(sizes)
    return max(sizes, default=0) if offload == "model" else 0


def _size_of(tensor: Any) -> int:
    """A quantised tensor looks like the one that it stands for, and is made of others."""
    if hasattr(tensor, "__tensor_flatten__"):
        names, _ = tensor.__tensor_flatten__()
        return sum(_size_of(getattr(tensor, name)) for name in names)
    return int(tensor.numel() * tensor.element_size())


def _frozen(value: Any) -> Any:
    """A key for arguments; with a tensor or an image among them it has no hash, on purpose."""
    if isinstance(value, Mapping):
        return tuple((key, _frozen(one)) for key, one in sorted(value.items()))
    if isinstance(value, list | tuple):
        return tuple(_frozen(one) for one in value)
    if value is None or isinstance(value, str | int | float | bool | torch.device | torch.dtype):
        return value
    return [value]
