"""How much memory a model will need, before it is loaded."""

import torch

from limner.core.picture import Size
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.device import default_dtype
from limner.engines.diffusers.downloads import find_config
from limner.engines.diffusers.hub_cache import get_source
from limner.engines.diffusers.memory_need import describe_fit, image_bytes
from limner.engines.diffusers.model_need import find_need
from limner.engines.diffusers.model_parts import find_parts
from limner.engines.diffusers.part_sizes import bytes_on_device
from limner.engines.diffusers.quantization import quantized_bits
from limner.engines.diffusers.sources import is_single_file


def dtype_of(spec: ModelSpec, device: str) -> torch.dtype:
    if spec.dtype == "auto":
        return default_dtype(device)
    dtype = getattr(torch, spec.dtype)
    assert isinstance(dtype, torch.dtype)
    return dtype


def estimate_bytes(spec: ModelSpec, device: str) -> int:
    """On the device at any one time. 0 if unknown, as for a checkpoint that is not downloaded yet."""
    itemsize = dtype_of(spec, device).itemsize
    parts = find_parts(spec, _config_of(spec))
    return bytes_on_device(parts, itemsize, lambda name: quantized_bits(spec.quantization, name), spec.offload)


def describe_need(spec: ModelSpec, device: str, free_bytes: int) -> str:
    """With what would make the model fit. Empty if its size is unknown."""
    need = find_need(spec, dtype_of(spec, device).itemsize, _config_of(spec))
    return "" if need is None else describe_fit(need, free_bytes)


def estimate_activation_bytes(spec: ModelSpec, device: str, size: Size) -> int:
    """What an image needs beside the weights."""
    return image_bytes(size, dtype_of(spec, device).itemsize)


def _config_of(spec: ModelSpec) -> str | None:
    """Of a single file that is here."""
    is_here = is_single_file(spec.checkpoint) and get_source(spec.checkpoint, spec.revision) is not None
    return find_config(spec) if is_here else None
