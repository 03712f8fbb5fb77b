"""The step caches by name, and their options from the settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

import torch
from diffusers import hooks
from diffusers.hooks.mag_cache import FLUX_MAG_RATIOS

from limner.engines.diffusers.cache_dit_method import CacheDitConfig, ContextSlot, apply_cache_dit
from limner.engines.diffusers.step_cache_slots import StateSlot, find_hook_slots

AfterJoinedForward = Literal["keep", "restart", "end"]
"""What becomes of an image's state after a forward with others, which the cache has not seen.

keep: it is compared with the next forward in any case. restart: it counts forwards, and begins again. end: it depends
on the index of the step, so the image runs without the cache from then on."""
ATTENTION_LAYERS = (
    r"(single_|joint_)?transformer_blocks\.\d+\.attn",
    r"blocks\.\d+\.attn",
    r"layers\.\d+\.(attn|attention|self_attention)",
)
"""diffusers' own list for TaylorSeer lacks `layers`, as Z-Image, Lumina 2 and ERNIE-Image name them, and AuraFlow's."""


@dataclass(frozen=True, slots=True)
class Method:
    config: Any
    """The class of its options."""
    apply: Callable[[torch.nn.Module, Any], Any]
    after_joined_forward: Callable[[Any], AfterJoinedForward] = lambda config: "restart"
    needs_timestep: bool = False
    find_slots: Callable[[torch.nn.Module], list[StateSlot]] = find_hook_slots


METHODS: Mapping[str, Method] = {
    "first_block": Method(hooks.FirstBlockCacheConfig, hooks.apply_first_block_cache, lambda config: "keep"),
    "taylorseer": Method(
        hooks.TaylorSeerCacheConfig,
        hooks.apply_taylorseer_cache,
        lambda config: "restart" if config.disable_cache_after_step is None else "end",
    ),
    "mag": Method(hooks.MagCacheConfig, hooks.apply_mag_cache, lambda config: "end"),
    "pyramid_attention": Method(
        hooks.PyramidAttentionBroadcastConfig, hooks.apply_pyramid_attention_broadcast, needs_timestep=True
    ),
    "cache-dit": Method(
        CacheDitConfig,
        apply_cache_dit,
        lambda config: "keep" if config.taylorseer_order is None else "restart",
        find_slots=lambda network: [ContextSlot(network)],
    ),
}
"""diffusers' other methods are for video (faster, sea) or for one network (text_kv)."""


def read_config(method: str, options: Mapping[str, Any], timestep: Callable[[], float]) -> Any:
    config = METHODS[method].config
    known = {field.name for field in fields(config)} - {"current_timestep_callback"}
    unknown = options.keys() - known
    if unknown:
        raise ValueError(
            f"'step_cache': {method} has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(known))}."
        )
    arguments = {name: _read_value(name, value) for name, value in options.items()}
    if METHODS[method].needs_timestep:
        if not any(name.endswith("_block_skip_range") for name in arguments):
            arguments["spatial_attention_block_skip_range"] = 2  # diffusers' default, without its warning
        arguments["current_timestep_callback"] = timestep
    if method == "taylorseer" and not arguments.keys() & {"cache_identifiers", "skip_predict_identifiers"}:
        arguments["cache_identifiers"] = list(ATTENTION_LAYERS)
    try:
        return config(**arguments)
    except (TypeError, ValueError) as error:
        raise ValueError(f"'step_cache': {error}") from error


def _read_value(name: str, value: Any) -> Any:
    """From the settings to what diffusers takes."""
    if name.endswith("_dtype"):
        dtype = getattr(torch, value, None) if isinstance(value, str) else None
        if not isinstance(dtype, torch.dtype):
            raise ValueError(f"'step_cache.{name}' must be a type of torch, such as 'float32', not {value!r}.")
        return dtype
    if name == "mag_ratios" and value == "flux":
        return FLUX_MAG_RATIOS
    if name.endswith("_range") and isinstance(value, Sequence):
        return tuple(value)
    return value
