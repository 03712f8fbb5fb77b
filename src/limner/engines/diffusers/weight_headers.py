"""The names, types and shapes of a weight file's tensors, read without the weights. Imports no torch."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import msgspec

from limner.engines.diffusers.sources import GGUF

MAX_HEADER_BYTES = 100_000_000
GGUF_FLOATS = frozenset({"F64", "F32", "F16", "BF16"})
"""Types of GGUF that are not quantised; their names are those of safetensors."""


class TensorHeader(msgspec.Struct):
    dtype: str = ""
    shape: list[int] | None = None
    """None: another entry, such as the file's metadata."""
    num_bytes: int | None = None
    """Of a quantised tensor. None: what type and shape say."""


def read_header(file: Path) -> dict[str, TensorHeader]:
    """By name. Empty if it cannot be read: loading the file says why."""
    try:
        header = _read_gguf(file) if file.suffix == GGUF else _read_safetensors(file)
    except (OSError, ValueError, msgspec.MsgspecError):
        return {}
    return {name: tensor for name, tensor in header.items() if tensor.shape is not None}


def can_read_gguf() -> bool:
    return find_spec("gguf") is not None


def _read_safetensors(file: Path) -> dict[str, TensorHeader]:
    """The file begins with the length of a JSON header that holds each tensor's type and shape."""
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if length > MAX_HEADER_BYTES:
            return {}
        return msgspec.json.decode(opened.read(length), type=dict[str, TensorHeader])


def _read_gguf(file: Path) -> dict[str, TensorHeader]:
    if not can_read_gguf():
        return {}
    header = {}
    for tensor in import_module("gguf").GGUFReader(file).tensors:
        name = tensor.tensor_type.name
        num_bytes = None if name in GGUF_FLOATS else int(tensor.n_bytes)
        shape = [int(edge) for edge in reversed(tensor.shape)]  # GGUF's order is the opposite of torch's
        header[tensor.name] = TensorHeader(name, shape, num_bytes)
    return header
