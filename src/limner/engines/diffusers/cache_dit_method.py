"""The step cache of the package cache-dit, which is optional: applied to a network without its pipeline."""

import os
from dataclasses import asdict, dataclass, fields
from importlib import import_module
from typing import Any

import torch


@dataclass(frozen=True, slots=True)
class CacheDitConfig:
    """Options of cache-dit's DBCacheConfig, by its names. None: its default."""

    Fn_compute_blocks: int | None = None
    """Blocks at the start that always run: by their output the cache decides."""
    Bn_compute_blocks: int | None = None
    """Blocks at the end that always run."""
    residual_diff_threshold: float | None = None
    max_accumulated_residual_diff_threshold: float | None = None
    max_warmup_steps: int | None = None
    warmup_interval: int | None = None
    max_cached_steps: int | None = None
    max_continuous_cached_steps: int | None = None
    taylorseer_order: int | None = None
    """Extrapolates what is not computed. None: it is taken from the step before."""

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
                raise ValueError(f"'{one.name}' must be a number, not {value!r}.")


def apply_cache_dit(network: torch.nn.Module, config: CacheDitConfig) -> None:
    """Raises ValueError if the package does not know the network."""
    os.environ.setdefault("CACHE_DIT_LOG_LEVEL", "WARNING")  # read at import; else each layer has a line
    cache_dit = import_module("cache_dit")
    if not cache_dit.BlockAdapterRegister.is_supported(network):
        raise ValueError("it is not in its list")
    options = {name: value for name, value in asdict(config).items() if value is not None}
    order = options.pop("taylorseer_order", None)
    calibrator = None if order is None else cache_dit.TaylorSeerCalibratorConfig(taylorseer_order=order)
    # calls with and without the prompt have states of their own
    own = cache_dit.DBCacheConfig(enable_separate_cfg=False, **options)
    cache_dit.enable_cache(network, cache_config=own, calibrator_config=calibrator)


class ContextSlot:
    """Where the network holds cache-dit's contexts: the state of the image whose forward runs."""

    def __init__(self, network: Any) -> None:
        self._manager = network._context_manager  # noqa: SLF001 (as cache-dit does)
        self._contexts = dict(self._manager._cached_context_manager)  # noqa: SLF001
        self.take()

    def make_state(self) -> dict[str, Any]:
        return {}

    def put(self, state: dict[str, Any], context: Any) -> None:
        self._manager._cached_context_manager = state  # noqa: SLF001
        if not state:
            self.reset()

    def take(self) -> None:
        self._manager._cached_context_manager = {}  # noqa: SLF001
        self._manager._current_context = None  # noqa: SLF001

    def reset(self) -> None:
        for name, context in self._contexts.items():
            self._manager.reset_context(name, **context._init_kwargs)  # noqa: SLF001
