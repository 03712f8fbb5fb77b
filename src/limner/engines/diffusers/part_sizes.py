"""The size of a checkpoint's parts, read from the headers of its files before it is loaded. Imports no torch."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from limner.engines.diffusers.config import Offload
from limner.engines.diffusers.pipeline_index import find_index, read_index
from limner.engines.diffusers.weight_headers import TensorHeader, read_header

FLOATS = frozenset({"F64", "F32", "F16", "BF16"})
"""Converted to the dtype of the settings; other types stay as they are. The names are safetensors' own."""
BYTES = {"F64": 8, "I64": 8, "F32": 4, "I32": 4, "F16": 2, "BF16": 2, "I16": 2}
NOT_QUANTIZED = ("embed", "shared", "lm_head")
"""Parts of the names of matrices that backends leave as they are."""


@dataclass(frozen=True, slots=True)
class PartSize:
    """The weights of one component of a pipeline, by what becomes of them."""

    name: str
    num_linear: int = 0
    """Weights of linear layers: what quantization reduces."""
    num_other: int = 0
    """Weights that are converted to the dtype only."""
    num_fixed_bytes: int = 0
    """Weights that are already quantised, and integers."""
    is_offloaded: bool = True
    """Whether it leaves the device if the model is offloaded."""

    @property
    def num_values(self) -> int:
        return self.num_linear + self.num_other

    def num_bytes(self, itemsize: int, bits: float | None = None) -> int:
        """`itemsize`: of the dtype. `bits`: of a quantised weight; None: not quantised."""
        linear = self.num_linear * itemsize if bits is None else int(self.num_linear * bits / 8)
        return linear + self.num_other * itemsize + self.num_fixed_bytes


def read_parts(folder: Path, variant: str | None) -> list[PartSize]:
    """Of the components that the pipeline loads; the same weights in a single file beside them are not."""
    try:
        index = read_index(find_index(folder))
    except ValueError:
        return []
    folders = [folder / name for name in index if not name.startswith("_") and (folder / name).is_dir()]
    return [read_part(one, one.name, variant) for one in folders]


def bytes_on_device(
    parts: Iterable[PartSize], itemsize: int, bits_of: Callable[[str], float | None], offload: Offload | None
) -> int:
    """At any one time: all parts, the largest one, or next to nothing. `bits_of`: of a quantised weight, by part."""
    kept: list[int] = []
    moved: list[int] = []
    for part in parts:
        own = moved if part.is_offloaded and offload is not None else kept
        own.append(part.num_bytes(itemsize, bits_of(part.name)))
    return sum(kept) + (max(moved, default=0) if offload == "model" else 0)


def measure(name: str, tensors: Mapping[str, TensorHeader]) -> PartSize:
    """Of the component `name`, which has these tensors."""
    num_linear = num_other = num_fixed_bytes = 0
    for tensor_name, tensor in tensors.items():
        count = math.prod(tensor.shape or ())
        if tensor.dtype not in FLOATS:
            num_fixed_bytes += count * BYTES.get(tensor.dtype, 1) if tensor.num_bytes is None else tensor.num_bytes
        elif len(tensor.shape or ()) == 2 and not any(part in tensor_name for part in NOT_QUANTIZED):
            num_linear += count
        else:
            num_other += count
    return PartSize(name, num_linear, num_other, num_fixed_bytes)


def read_part(folder: Path, name: str, variant: str | None = None) -> PartSize:
    """Of the component `name`, whose files are in `folder`."""
    tensors: dict[str, TensorHeader] = {}
    for file in _files(folder, variant):
        tensors |= read_header(file)
    return measure(name, tensors)


def _files(folder: Path, variant: str | None) -> list[Path]:
    """As diffusers chooses them: files of the variant if there are any, else those without one."""
    files = list(folder.glob("*.safetensors"))
    of_variant = [file for file in files if variant is not None and f".{variant}" in file.name]
    return of_variant or [file for file in files if "." not in file.name.removesuffix(".safetensors")]
