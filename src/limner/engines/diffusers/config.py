"""A model's options: what the settings may say, how it is checked, and what the engine reads from it.

Imports no torch: options are checked before anything heavy is loaded.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs
from msgspec import Meta

from limner.core.picture import Size
from limner.core.request import Quality
from limner.engines.options import convert_options
from limner.engines.sampling import read_by_quality

STEP_SHARES: Mapping[Quality, float] = {"low": 0.5, "medium": 0.75, "high": 1.0}
"""Of a model's default steps, where the settings name none."""
FEW_STEPS = 12
"""A model with no more default steps than this was distilled for exactly that number: quality changes nothing."""
CUDA_GRAPH_MODES = ("reduce-overhead", "max-autotune")
"""Modes of torch.compile that record CUDA graphs."""
PIPELINE_QUANTIZATION_FIELDS = frozenset({"quant_backend", "quant_kwargs", "components_to_quantize"})
"""Arguments of PipelineQuantizationConfig that are plain values."""

Offload = Literal["model", "sequential", "group"]
OptionalText = Annotated[str | None, Meta(description="must be a text")]
Table = Annotated[dict[str, Any] | None, Meta(description="must be a table")]
Count = Annotated[int, Meta(ge=1, description="must be a number from 1 on")]
Positive = Annotated[Annotated[float, Meta(gt=0)] | None, Meta(description="must be more than 0")]
Flag = Annotated[bool, Meta(description="must be true or false")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """Which weights to load, and how: everything by which one loaded model differs from another."""

    checkpoint: str
    dtype: str = "auto"
    revision: str | None = None
    variant: str | None = None
    edit: str | None = None
    inpaint: str | None = None
    lora: tuple[tuple[str, str], ...] = ()
    """Adapters: name, and folder or hub id."""
    quantization: str | None = None
    """JSON, so that a spec is hashable."""
    offload: Offload | None = None
    compile: str | None = None
    """JSON options of torch.compile. None: not compiled."""
    preview_vae: str | None = None

    @property
    def has_fixed_shapes(self) -> bool:
        """Whether each batch size needs a compilation or a CUDA graph of its own."""
        options = {} if self.compile is None else json.loads(self.compile)
        return options.get("dynamic") is False or options.get("mode") in CUDA_GRAPH_MODES

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
    """For all weights together. None: nine tenths of a GPU; unlimited on a CPU."""
    cache: Path | None = None
    """Where tuning results are stored. None: nowhere."""

    @property
    def memory_bytes(self) -> int | None:
        return None if self.memory_gb is None else int(self.memory_gb * 1e9)


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
    lora: Annotated[dict[str, str] | None, Meta(description="must be a table of names and folders or hub ids")] = None
    quantization: Table = None
    offload: Annotated[Offload | None, Meta(description="must be one of model, sequential, group")] = None
    compile: Annotated[
        bool | dict[str, Any], Meta(description="must be true, false, or a table of torch.compile's options")
    ] = False
    preview_vae: OptionalText = None
    deterministic: Flag = False
    keep_alive: Positive = None
    deadline: Positive = 600
    priority: Annotated[int, Meta(description="must be a whole number")] = 0
    max_batch_size: Count = 8
    max_running: Count = 64
    memory_gb: Positive = None
    warmup: Annotated[str | list[str] | None, Meta(description="must be sizes such as '1024x1024'")] = None
    cache: OptionalText = None

    def spec(self) -> ModelSpec:
        compile_options = {} if self.compile is True else self.compile
        return ModelSpec(
            checkpoint=self.checkpoint,
            dtype=self.dtype,
            revision=self.revision,
            variant=self.variant,
            edit=self.edit,
            inpaint=self.inpaint,
            lora=tuple(sorted((self.lora or {}).items())),
            quantization=None if self.quantization is None else json.dumps(self.quantization, sort_keys=True),
            offload=self.offload,
            compile=None if compile_options is False else json.dumps(compile_options, sort_keys=True),
            preview_vae=self.preview_vae,
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
            cache=Path(self.cache or platformdirs.user_cache_dir("limner")) / "diffusers",
        )

    def devices(self) -> list[str]:
        return [self.device] if isinstance(self.device, str) else self.device

    def warmup_sizes(self) -> list[Size]:
        """Raises ValueError, which names the option."""
        sizes = []
        for text in [self.warmup] if isinstance(self.warmup, str) else self.warmup or []:
            found = re.fullmatch(r"(\d{2,4})x(\d{2,4})", text)
            if found is None:
                raise ValueError(f"'warmup' must be sizes such as '1024x1024', not {text!r}.")
            sizes.append(Size(int(found[1]), int(found[2])))
        return sizes


def read_options(options: Mapping[str, Any]) -> EngineOptions:
    """Raises ValueError, which names the option."""
    return convert_options(EngineOptions, options)


def read_quantization(spec: ModelSpec) -> Any:
    """A PipelineQuantizationConfig. None if the spec has none. Raises ValueError, which names what is wrong.

    The settings hold either that class's plain arguments, which do for bitsandbytes, or a table per component:
    `{ transformer = { quant_backend = "torchao", ... } }`.
    """
    if spec.quantization is None:
        return None
    diffusers = import_module("diffusers")
    options: dict[str, Any] = json.loads(spec.quantization)
    if options.keys() <= PIPELINE_QUANTIZATION_FIELDS:
        return diffusers.PipelineQuantizationConfig(**options)
    index: Any = diffusers.DiffusionPipeline.load_config(spec.checkpoint, revision=spec.revision)
    return diffusers.PipelineQuantizationConfig(
        quant_mapping={name: _quantization_of(name, one, index.get(name)) for name, one in options.items()}
    )


def _quantization_of(component: str, options: Any, source: Any) -> Any:
    """`source`: the component's library and class, from model_index.json."""
    if not isinstance(source, list | tuple) or source[0] not in ("diffusers", "transformers"):
        raise ValueError(f"'quantization': this checkpoint has no part '{component}' that could be quantised.")
    known = import_module(f"{source[0]}.quantizers.auto").AUTO_QUANTIZATION_CONFIG_MAPPING
    backend = options.get("quant_backend") if isinstance(options, Mapping) else None
    if not isinstance(backend, str) or backend not in known:
        raise ValueError(
            f"'quantization.{component}.quant_backend' must be one of {', '.join(sorted(known))}, not {backend!r}."
        )
    arguments = {name: value for name, value in options.items() if name != "quant_backend"}
    if backend == "torchao" and isinstance(arguments.get("quant_type"), str):
        arguments["quant_type"] = _torchao_type(component, arguments["quant_type"])
    try:
        return known[backend](**arguments)
    except TypeError as error:
        raise ValueError(f"'quantization.{component}': {error}") from error


def _torchao_type(component: str, name: str) -> Any:
    """torchao's configurations are objects, so the settings name their class."""
    quant_type = getattr(import_module("torchao.quantization"), name, None)
    if quant_type is None:
        raise ValueError(f"'quantization.{component}.quant_type': torchao.quantization has no '{name}'.")
    return quant_type()
