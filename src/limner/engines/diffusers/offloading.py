"""The option `offload`: weights that stay in main memory while they are not used."""

from typing import Any

import accelerate
import torch
from diffusers.hooks import apply_group_offloading
from diffusers.modular_pipelines.components_manager import UserCustomOffloadHook, custom_offload_with_hook

from limner.engines.diffusers.config import Offload
from limner.engines.diffusers.modular import AdaptedPipeline


def offload_pipeline(pipeline: Any, method: Offload, device: str) -> None:
    """By diffusers' own methods; its modular pipelines have none, and get the same hooks."""
    if isinstance(pipeline, AdaptedPipeline):
        _offload_parts(pipeline, method, device)
        return
    match method:
        case "model":
            pipeline.enable_model_cpu_offload(device=device)
        case "sequential":
            pipeline.enable_sequential_cpu_offload(device=device)
        case "group":
            pipeline.enable_group_offload(**_group_options(device))


def _offload_parts(pipeline: Any, method: Offload, device: str) -> None:
    modules = {name: one for name, one in pipeline.components.items() if isinstance(one, torch.nn.Module)}
    match method:
        case "model":
            pipeline._all_hooks = _take_turns(modules, _with_index(device))  # noqa: SLF001 (as classic ones name them)
        case "sequential":
            for module in modules.values():
                accelerate.cpu_offload(module, _with_index(device), offload_buffers=len(module._parameters) > 0)  # noqa: SLF001
        case "group":
            for module in modules.values():
                apply_group_offloading(module, **_group_options(device))


def _take_turns(modules: dict[str, Any], device: torch.device) -> list[UserCustomOffloadHook]:
    """One module is on the device at a time: the others leave it when one is called."""
    hooks = [custom_offload_with_hook(name, module, device) for name, module in modules.items()]
    for hook in hooks:
        for other in hooks:
            if other is not hook:
                hook.add_other_hook(other)
    return hooks


def _with_index(device: str) -> torch.device:
    """As tensors report it: the hooks compare devices."""
    found = torch.device(device)
    return torch.device(found.type, 0) if found.index is None and found.type != "cpu" else found


def _group_options(device: str) -> dict[str, Any]:
    return {
        "onload_device": torch.device(device),
        "offload_type": "leaf_level",
        "use_stream": device.startswith("cuda"),
    }
