"""Checks of options that msgspec cannot express: options that depend on each other. Imports no torch."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from limner.core.picture import Size
from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.sources import GGUF, is_single_file

if TYPE_CHECKING:
    from limner.engines.diffusers.config import EngineOptions

AUTO, ANY = "auto", "any"
"""Values of `native_size`: what is known of the pipeline's class; the model draws every size itself."""
STEP_CACHE_OPTIONS: Mapping[str, frozenset[str]] = {
    "first_block": frozenset({"threshold"}),
    "taylorseer": frozenset(
        {
            "cache_identifiers",
            "cache_interval",
            "disable_cache_after_step",
            "disable_cache_before_step",
            "max_order",
            "skip_predict_identifiers",
            "taylor_factors_dtype",
            "use_lite_mode",
        }
    ),
    "mag": frozenset(
        {"calibrate", "mag_ratios", "max_skip_steps", "num_inference_steps", "retention_ratio", "threshold"}
    ),
    "pyramid_attention": frozenset(
        f"{attention}_attention_{option}"
        for attention in ("spatial", "temporal", "cross")
        for option in ("block_skip_range", "timestep_skip_range", "block_identifiers")
    ),
    "cache-dit": frozenset(
        {
            "Bn_compute_blocks",
            "Fn_compute_blocks",
            "max_accumulated_residual_diff_threshold",
            "max_cached_steps",
            "max_continuous_cached_steps",
            "max_warmup_steps",
            "residual_diff_threshold",
            "taylorseer_order",
            "warmup_interval",
        }
    ),
}
"""Options of each method of `step_cache`, by the names of its library: known before torch is imported."""


def check_options(options: "EngineOptions") -> None:
    """Raises ValueError, which names the option."""
    if options.config is not None and not is_single_file(options.checkpoint):
        raise ValueError("'config' is for a 'checkpoint' that is a single file.")
    if options.native_size not in (AUTO, ANY) and read_size(options.native_size) is None:
        raise ValueError(f"'native_size' must be auto, any, or a size such as '512x512', not {options.native_size!r}.")
    fixed_rows = options.fixed_rows or 0
    if fixed_rows > options.max_batch_size:
        raise ValueError(
            f"'deterministic' must be no more rows than 'max_batch_size', which is {options.max_batch_size},"
            f" not {fixed_rows}."
        )
    _check_placement(options)
    _check_fused(options)


def read_size(text: str) -> Size | None:
    """`1024x1024`. None: no size."""
    found = re.fullmatch(r"([1-9]\d{1,3})x([1-9]\d{1,3})", text)
    return None if found is None else Size(int(found[1]), int(found[2]))


def read_scheduler(option: str | Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A table with the class as `type`. Raises ValueError, which names the option."""
    if option is None:
        return None
    table: dict[str, Any] = {"type": option} if isinstance(option, str) else dict(option)
    if isinstance(table.get("type"), str):
        return table
    raise ValueError("'scheduler' must have a 'type': the name of a scheduler class of diffusers.")


def read_step_cache(option: str | Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A table with the method's name as `method`. Raises ValueError, which names the option."""
    if option is None:
        return None
    table: dict[str, Any] = {"method": option} if isinstance(option, str) else dict(option)
    method = table.get("method")
    if not isinstance(method, str) or method not in STEP_CACHE_OPTIONS:
        raise ValueError(f"'step_cache.method' must be one of {', '.join(STEP_CACHE_OPTIONS)}, not {method!r}.")
    known = STEP_CACHE_OPTIONS[method]
    unknown = table.keys() - known - {"method"}
    if unknown:
        raise ValueError(
            f"'step_cache': {method} has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(known))}."
        )
    if method == "mag" and table.get("mag_ratios") is None and not table.get("calibrate"):
        raise ValueError(
            "'step_cache': mag needs 'mag_ratios', which depend on the model: a list of numbers, or 'flux'."
        )
    return table


def _check_placement(options: "EngineOptions") -> None:
    placement = options.placement or {}
    if placement and options.offload is not None:
        raise ValueError("'placement' and 'offload' exclude each other: both say where components are.")
    for name, device in placement.items():
        if name in (*NETWORKS, "vae"):
            raise ValueError(f"'placement' is for text encoders: the {name} is on 'device'.")
        if not re.fullmatch(r"cpu|(cuda|xpu|mps)(:\d+)?", device):
            raise ValueError(f"'placement.{name}' must be a device such as cpu or cuda:1, not {device!r}.")


def _check_fused(options: "EngineOptions") -> None:
    fused = [name for name, one in (options.lora or {}).items() if not isinstance(one, str) and one.use == "fused"]
    is_quantized = options.checkpoint.endswith(GGUF) or _is_quantized_network(options.quantization)
    if fused and is_quantized:
        raise ValueError(
            f"'lora.{fused[0]}': an adapter cannot be fused into a quantised network. Set use to 'default'."
        )


def _is_quantized_network(quantization: str | Mapping[str, Any] | None) -> bool:
    """Whether the option applies to a network, and not to text encoders alone."""
    if quantization is None or isinstance(quantization, str):
        return quantization is not None
    if "quant_backend" not in quantization:  # a table for each component
        return any(name in NETWORKS for name in quantization)
    named = quantization.get("components_to_quantize") or NETWORKS
    return any(name in NETWORKS for name in ([named] if isinstance(named, str) else named))
