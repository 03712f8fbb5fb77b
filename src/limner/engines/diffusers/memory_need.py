"""Whether a model fits into memory, and what would make it fit: known before it is loaded. Imports no torch."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner.core.picture import Size
from limner.engines.diffusers.config import Offload, QuantizationName
from limner.engines.diffusers.part_sizes import PartSize, bytes_on_device
from limner.engines.diffusers.quantization import quantized_bits

MEMORY_SHARE = 0.95
"""Of the memory; the rest is for the batches of steps, and for what does not fit into gaps."""
TILED_PIXELS = 3_000_000
"""From this area on, images are encoded and decoded in tiles."""
DECODED_CHANNELS = 768
"""Values per pixel in the last layers of the usual decoder: its input, output and a copy, of up to 256 channels."""
MOVING_LAYERS_BYTES = 2_000_000_000
"""Of a model whose layers are moved one by one: the largest layers of language models, and those loaded ahead."""
QUANTIZATIONS: tuple[QuantizationName, ...] = ("fp8", "int8", "nf4")
"""By how little quality they lose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryNeed:
    """Of a model at one image at a time."""

    parts: Sequence[PartSize]
    size: Size
    quantization: str | None = None
    """JSON."""
    offload: Offload | None = None
    itemsize: int = 2
    """Bytes of a weight that is not quantised."""
    may_quantize: bool = True
    may_offload: bool = True
    """Whether the other options of the model allow it."""

    @property
    def weight_bytes(self) -> int:
        if self.offload in ("group", "sequential"):
            return min(self._bytes(None), MOVING_LAYERS_BYTES)
        return self._bytes(self.offload)

    @property
    def num_bytes(self) -> int:
        """Weights and images."""
        return self.weight_bytes + image_bytes(self.size, self.itemsize)

    def fits(self, free_bytes: int) -> bool:
        return self.num_bytes <= int(free_bytes * MEMORY_SHARE)

    def _bytes(self, offload: Offload | None) -> int:
        return bytes_on_device(self.parts, self.itemsize, lambda name: quantized_bits(self.quantization, name), offload)


def image_bytes(size: Size, itemsize: int) -> int:
    """What an image needs beside the weights: mostly its decoding, which happens in tiles from TILED_PIXELS on."""
    return DECODED_CHANNELS * min(size.width * size.height, TILED_PIXELS) * itemsize


def find_fits(need: MemoryNeed, free_bytes: int) -> list[MemoryNeed]:
    """What fits instead, at most two: the one that is fastest, and one that offloads and loses the least quality."""
    offloaded = [replace(need, offload="model")] if need.offload is None and need.may_offload else []
    both = [quantized for one in offloaded for quantized in _quantized(one)]
    layers = [replace(need, offload="group")] if need.may_offload else []
    ways = (_quantized(need), [*offloaded, *both], layers)
    firsts = [next((one for one in way if one.fits(free_bytes)), None) for way in ways]
    return [one for one in firsts if one is not None][:2]


def describe_flags(need: MemoryNeed) -> str:
    """Of `limner serve`. Empty if the model is loaded as it is."""
    flags = []
    if need.quantization is not None:
        flags.append(f"--quantize {json.loads(need.quantization)}")
    if need.offload is not None:
        flags.append(f"--offload {need.offload}")
    return " ".join(flags)


def describe_fit(need: MemoryNeed, free_bytes: int) -> str:
    """Such as "needs 35.3 GB of 15.9 GB free: fits with --quantize nf4"."""
    text = f"needs {need.num_bytes / 1e9:.1f} GB of {free_bytes / 1e9:.1f} GB free"
    if need.fits(free_bytes):
        return text
    fits = [f"{describe_flags(one)} ({one.num_bytes / 1e9:.1f} GB)" for one in find_fits(need, free_bytes)]
    return f"{text}: " + (
        f"fits with {' or '.join(fits)}" if fits else "does not fit, whatever is quantised or offloaded"
    )


def _quantized(need: MemoryNeed) -> list[MemoryNeed]:
    if need.quantization is not None or not need.may_quantize:
        return []
    return [replace(need, quantization=json.dumps(name)) for name in QUANTIZATIONS]
