"""The attention backend that a network computes with: one of diffusers' dispatcher."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import torch
from diffusers.models import attention_dispatch
from diffusers.models.attention_dispatch import AttentionBackendName

log = logging.getLogger("limner.diffusers")

Backend = Callable[..., Any]
MASKED = frozenset({"native", "xformers", "_native_cudnn", "_native_efficient", "_native_math", "_native_npu"})
"""Backends that compute any mask. The others refuse masks or, those for variable lengths, take them all to hide the end
of the keys, while text and its padding come first in a joint sequence."""
HEAD_DIM = 64
"""Where the network's configuration does not say: every backend has it."""


def set_attention(network: Any, name: str, device: str) -> None:
    """Use the backend `name` for the network's attention, and PyTorch's own where a mask is needed that it lacks.

    Raises ValueError, which lists the available ones, if it is unknown, not installed, or does not run on this device
    with the network's type. A network that does not use diffusers' dispatcher is left as it is, which the log says.
    """
    known = {one.value for one in AttentionBackendName}
    if name not in known:
        raise ValueError(f"'attention': diffusers has no backend {name!r}. {_describe_available()}")
    registry = attention_dispatch._AttentionBackendRegistry  # noqa: SLF001 (diffusers has no public one)
    before, _ = registry.get_active_backend()
    backend = AttentionBackendName(name)
    processors = [
        module.processor
        for module in network.modules()
        if hasattr(getattr(module, "processor", None), "_attention_backend")
    ]
    if not processors:
        log.warning("'attention' is ignored: %s does not use diffusers' dispatcher.", type(network).__name__)
        return
    try:
        network.set_attention_backend(name)
        registry.set_active_backend(before)  # it is one for all models of the process
        if name not in MASKED:
            _guard(registry, backend)
        _try(backend, network, device)
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        registry.set_active_backend(before)
        raise ValueError(f"'attention': {name!r} cannot be used: {error} {_describe_available()}") from error


def _guard(registry: Any, backend: AttentionBackendName) -> None:
    """Replace the backend by one that passes attention with a mask to PyTorch's own."""
    plain: Backend = registry._backends[backend]  # noqa: SLF001
    if hasattr(plain, "without_masks"):
        return
    native: Backend = registry._backends[AttentionBackendName.NATIVE]  # noqa: SLF001
    of_native = registry._supported_arg_names[AttentionBackendName.NATIVE]  # noqa: SLF001
    of_plain = registry._supported_arg_names[backend]  # noqa: SLF001

    @wraps(plain)
    def guarded(**arguments: Any) -> Any:
        if arguments.get("attn_mask") is None:
            return plain(**{name: value for name, value in arguments.items() if name in of_plain})
        return native(**{name: value for name, value in arguments.items() if name in of_native})

    guarded.without_masks = plain  # type: ignore[attr-defined]
    registry._backends[backend] = guarded  # noqa: SLF001
    registry._supported_arg_names[backend] = of_plain | of_native  # noqa: SLF001


def _try(backend: AttentionBackendName, network: Any, device: str) -> None:
    """Compute a little attention: a backend may lack the device or the type, and would say so in the first image."""
    width = getattr(network.config, "attention_head_dim", None)
    shape = (1, 16, 2, width if isinstance(width, int) else HEAD_DIM)
    values = torch.zeros(shape, dtype=network.dtype, device=device)
    compute = attention_dispatch.dispatch_attention_fn
    with torch.inference_mode():
        compute(values, values, values, backend=backend)


def _describe_available() -> str:
    available = []
    for backend in attention_dispatch._AttentionBackendRegistry.list_backends():  # noqa: SLF001
        try:
            attention_dispatch._check_attention_backend_requirements(backend)  # noqa: SLF001
        except (ImportError, RuntimeError):
            continue
        available.append(backend.value)
    return f"Installed are: {', '.join(sorted(available))}."
