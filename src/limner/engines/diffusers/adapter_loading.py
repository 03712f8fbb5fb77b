"""Loads a model's adapters, and fuses those that apply to every request."""

import warnings
from typing import Any

from limner.engines.diffusers.adapters import Adapter
from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.hub_cache import find_source


def load_adapters(pipeline: Any, adapters: tuple[Adapter, ...]) -> None:
    """Raises ValueError, which names the adapter."""
    fused = [one for one in adapters if one.use == "fused"]
    if fused:
        for one in fused:
            _load(pipeline, one)
        _fuse(pipeline, fused)
    kept = [one for one in adapters if one.use != "fused"]
    for one in kept:
        _load(pipeline, one)
    if kept:
        pipeline.disable_lora()


def _load(pipeline: Any, adapter: Adapter) -> None:
    try:
        found = find_source(adapter.weights)
        options = {"weight_name": found.name} if found.is_file() else {}
        folder = found.parent if found.is_file() else found
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Already found a `peft_config`")  # several are intended
            pipeline.load_lora_weights(str(folder), adapter_name=adapter.name, **options)
    except Exception as error:
        raise ValueError(f"the adapter '{adapter.name}' ('{adapter.weights}'): {error}") from error


def _fuse(pipeline: Any, adapters: list[Adapter]) -> None:
    if any(getattr(getattr(pipeline, name, None), "is_quantized", False) for name in NETWORKS):
        raise ValueError(
            f"'lora.{adapters[0].name}': an adapter cannot be fused into a quantised network. Set use to 'default'."
        )
    names = [one.name for one in adapters]
    pipeline.set_adapters(names, [one.scale for one in adapters])
    pipeline.fuse_lora(components=_components_with(pipeline, names))
    pipeline.unload_lora_weights()


def _components_with(pipeline: Any, names: list[str]) -> list[str]:
    """The components that the adapters change."""
    return [component for component, found in pipeline.get_list_adapters().items() if set(found) & set(names)]
