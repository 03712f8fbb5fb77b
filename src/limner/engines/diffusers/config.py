"""A model's options: what the settings may say, how it is checked, and what the engine reads from it.

Imports no torch: options are checked before anything heavy is loaded.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs
from msgspec import Meta

from limner.core.picture import Size
from limner.core.request import Quality
from limner.engines.diffusers.adapters import Adapter, AdapterOptions, read_adapters
from limner.engines.diffusers.option_checks import AUTO, check_options, read_scheduler, read_size, read_step_cache
from limner.engines.options import convert_options
from limner.engines.sampling import read_by_quality

STEP_SHARES: Mapping[Quality, float] = {"low": 0.5, "medium": 0.75, "high": 1.0}
"""Of a model's default steps, where the settings name none."""
FEW_STEPS = 12
"""A model with no more default steps than this was distilled for exactly that number: quality changes nothing."""
HANG_TIMEOUT_S = 900.0
"""More than a compilation with autotuning takes."""
CUDA_GRAPH_MODES = ("reduce-overhead", "max-autotune")
"""Modes of torch.compile that record CUDA graphs."""
Offload = Literal["model", "sequential", "group"]
QuantizationName = Literal["fp8", "int8", "nf4"]
StepCacheMethod = Literal["first_block", "taylorseer", "mag", "pyramid_attention", "cache-dit"]
OptionalText = Annotated[str | None, Meta(description="must be a text")]
Table = Annotated[dict[str, Any] | None, Meta(description="must be a table")]
Count = Annotated[int, Meta(ge=1, description="must be a number from 1 on")]
Positive = Annotated[Annotated[float, Meta(gt=0)] | None, Meta(description="must be more than 0")]
Flag = Annotated[bool, Meta(description="must be true or false")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """Which weights to load, and how: everything by which one loaded model differs from another."""

    checkpoint: str
    config: str | None = None
    """Folder or hub id with the configuration and the missing parts of a checkpoint that is a single file."""
    vae: str | None = None
    """Instead of the checkpoint's own: folder, file or hub id."""
    scheduler: str | None = None
    """JSON: the class of the noise scheduler as `type`, and options. None: the checkpoint's own."""
    native_size: str = AUTO
    """The size that the model was trained for, such as "512x512"; AUTO: of a class where it is known; ANY."""
    placement: tuple[tuple[str, str], ...] = ()
    """Components on another device: name, and device."""
    dtype: str = "auto"
    revision: str | None = None
    variant: str | None = None
    edit: str | None = None
    inpaint: str | None = None
    lora: tuple[Adapter, ...] = ()
    quantization: str | None = None
    """JSON, so that a spec is hashable."""
    offload: Offload | None = None
    compile: str | None = None
    """JSON options of torch.compile. None: not compiled."""
    preview_vae: str | None = None
    safety_checker: bool | str | None = None
    """None: the checkpoint's own, if it has one. True: it must have one. A text: this one, for any pipeline."""

    prompt_weighting: bool = False
    attention: str | None = None
    """A backend of diffusers' attention dispatcher. None: diffusers' default."""
    step_cache: str | None = None
    """JSON options of a step cache, and its `method`. None: no cache."""

    @property
    def step_cache_options(self) -> Mapping[str, Any] | None:
        options: Mapping[str, Any] | None = None if self.step_cache is None else json.loads(self.step_cache)
        return options

    @property
    def leaves_own_checker_out(self) -> bool:
        """Whether the checkpoint's own safety checker is not used: there is to be none, or another one."""
        return self.safety_checker is False or isinstance(self.safety_checker, str)

    @property
    def has_fixed_shapes(self) -> bool:
        """Whether each batch size needs a compilation or a CUDA graph of its own."""
        options = {} if self.compile is None else json.loads(self.compile)
        return options.get("dynamic") is False or options.get("mode") in CUDA_GRAPH_MODES

    @property
    def may_quantize(self) -> bool:
        return not any(one.use == "fused" for one in self.lora)

    @property
    def may_offload(self) -> bool:
        return not self.placement

    @property
    def name(self) -> str:
        return self.checkpoint.rstrip("/")

    @property
    def id(self) -> str:
        """Differs if any field does, so that such models never share a batch."""
        return f"{self.name}#{hashlib.blake2b(repr(self).encode(), digest_size=6).hexdigest()}"


@dataclass(frozen=True, slots=True)
class SamplingDefaults:
    """Steps and guidance of each quality: from the settings, else from the model."""

    steps: Mapping[Quality, int] = field(default_factory=dict)
    guidance: Mapping[Quality, float] = field(default_factory=dict)
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Passed to the pipeline unchanged."""

    def num_steps(self, quality: Quality, default: int) -> int:
        if quality in self.steps:
            return self.steps[quality]
        return default if default <= FEW_STEPS else max(1, round(default * STEP_SHARES[quality]))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLimits:
    """What all models on one device share. Field names are those of the options, for error messages."""

    max_batch_size: int = 8
    """Rows of a forward."""
    max_running: int = 64
    """Images that may have started."""
    memory_gb: float | None = None
    """For all weights together. None: what is free on a GPU, less what images need; unlimited on a CPU."""
    hang_timeout: float = HANG_TIMEOUT_S
    """Seconds of one piece of work after which a GPU counts as failed."""
    cache: Path | None = None
    """Where tuning results are stored. None: nowhere."""

    @property
    def memory_bytes(self) -> int | None:
        return None if self.memory_gb is None else int(self.memory_gb * 1e9)

    def check_equal(self, others: "DeviceLimits", device: str) -> None:
        """Raises ValueError if the limits of another model on the same device differ."""
        for one in fields(self):
            if getattr(self, one.name) != getattr(others, one.name):
                raise ValueError(f"All models on '{device}' have one '{one.name}': set it in [engines.diffusers].")


class EngineOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of one model, as in the settings. docs/gpu.md explains each.

    A `description` completes the error message: "'steps' <description>, not <value>."
    """

    checkpoint: Annotated[str, Meta(min_length=1, description="must name a folder or a model on the hub")]
    device: Annotated[str | list[str], Meta(description="must be a device or a list of devices")] = "auto"
    dtype: Annotated[
        Literal["auto", "bfloat16", "float16", "float32"],
        Meta(description="must be one of auto, bfloat16, float16, float32"),
    ] = "auto"
    revision: OptionalText = None
    variant: OptionalText = None
    edit: OptionalText = None
    inpaint: OptionalText = None
    steps: Any = None
    guidance: Any = None
    arguments: Table = None
    config: OptionalText = None
    vae: OptionalText = None
    scheduler: Annotated[
        str | dict[str, Any] | None, Meta(description="must be a class of diffusers, or a table with its 'type'")
    ] = None
    native_size: Annotated[str, Meta(description="must be auto, any, or a size such as '512x512'")] = AUTO
    placement: Annotated[dict[str, str] | None, Meta(description="must be a table of components and devices")] = None
    lora: Annotated[
        dict[str, str | AdapterOptions] | None,
        Meta(
            description="must be a table of names, each with a folder, a file or a hub id, or with a table of"
            " 'weights', 'scale' from -10 to 10, and 'use' (on request, default or fused)"
        ),
    ] = None
    quantization: Annotated[
        QuantizationName | dict[str, Any] | None, Meta(description="must be fp8, int8, nf4 or a table")
    ] = None
    offload: Annotated[Offload | None, Meta(description="must be one of model, sequential, group")] = None
    compile: Annotated[
        bool | dict[str, Any], Meta(description="must be true, false, or a table of torch.compile's options")
    ] = False
    attention: OptionalText = None
    step_cache: Annotated[
        StepCacheMethod | dict[str, Any] | None,
        Meta(description="must be first_block, taylorseer, mag, pyramid_attention, cache-dit or a table with a method"),
    ] = None
    preview_vae: OptionalText = None
    safety_checker: Annotated[
        bool | str | None, Meta(description="must be true, false, or a folder or a model on the hub")
    ] = None
    prompt_weighting: Flag = False
    deterministic: Annotated[
        bool | Annotated[int, Meta(ge=2)], Meta(description="must be true, false, or a number of rows from 2 on")
    ] = False
    keep_alive: Positive = None
    deadline: Positive = 600
    priority: Annotated[int, Meta(description="must be a whole number")] = 0
    max_batch_size: Count = 8
    max_running: Count = 64
    memory_gb: Positive = None
    hang_timeout: Annotated[float, Meta(gt=0, description="must be more than 0")] = HANG_TIMEOUT_S
    preload: Flag = False
    warmup: Annotated[str | list[str] | None, Meta(description="must be sizes such as '1024x1024'")] = None
    cache: OptionalText = None
    in_process: Flag = False

    def spec(self) -> ModelSpec:
        """Raises ValueError, which names the option."""
        check_options(self)
        compile_options = {} if self.compile is True else self.compile
        scheduler = read_scheduler(self.scheduler)
        step_cache = read_step_cache(self.step_cache)
        if step_cache is not None and compile_options and compile_options.get("mode") in CUDA_GRAPH_MODES:
            modes = " and ".join(CUDA_GRAPH_MODES)
            raise ValueError(f"'step_cache' cannot keep what a CUDA graph overwrites: not with the modes {modes}.")
        return ModelSpec(
            checkpoint=self.checkpoint,
            config=self.config,
            vae=self.vae,
            scheduler=None if scheduler is None else json.dumps(scheduler, sort_keys=True),
            native_size=self.native_size,
            placement=tuple(sorted((self.placement or {}).items())),
            dtype=self.dtype,
            revision=self.revision,
            variant=self.variant,
            edit=self.edit,
            inpaint=self.inpaint,
            lora=read_adapters(self.lora),
            quantization=None if self.quantization is None else json.dumps(self.quantization, sort_keys=True),
            offload=self.offload,
            compile=None if compile_options is False else json.dumps(compile_options, sort_keys=True),
            preview_vae=self.preview_vae,
            safety_checker=self.safety_checker,
            prompt_weighting=self.prompt_weighting,
            attention=self.attention,
            step_cache=None if step_cache is None else json.dumps(step_cache, sort_keys=True),
        )

    def sampling(self) -> SamplingDefaults:
        """Raises ValueError, which names the option."""
        return SamplingDefaults(
            read_by_quality("steps", self.steps, int, 1),
            read_by_quality("guidance", self.guidance, float, 0),
            self.arguments or {},
        )

    def limits(self) -> DeviceLimits:
        return DeviceLimits(
            max_batch_size=self.max_batch_size,
            max_running=self.max_running,
            memory_gb=self.memory_gb,
            hang_timeout=self.hang_timeout,
            cache=Path(self.cache or platformdirs.user_cache_dir("limner")) / "diffusers",
        )

    @property
    def fixed_rows(self) -> int | None:
        """For the rows of each forward, where images are both reproducible and batched."""
        return None if isinstance(self.deterministic, bool) else self.deterministic

    @property
    def warmup_rows(self) -> int:
        return (self.fixed_rows or 1) if self.deterministic else self.max_batch_size

    def devices(self) -> list[str]:
        return [self.device] if isinstance(self.device, str) else self.device

    def warmup_sizes(self) -> list[Size]:
        """Raises ValueError, which names the option."""
        texts = [self.warmup] if isinstance(self.warmup, str) else self.warmup or []
        sizes = [(text, read_size(text)) for text in texts]
        for text, size in sizes:
            if size is None:
                raise ValueError(f"'warmup' must be sizes such as '1024x1024', not {text!r}.")
        return [size for _, size in sizes if size is not None]


def read_options(options: Mapping[str, Any]) -> EngineOptions:
    """Raises ValueError, which names the option."""
    return convert_options(EngineOptions, options)
