"""How much memory a checkpoint will need, read from its file headers before it is loaded."""

import json
import math
import os
from pathlib import Path
from typing import Any

import torch
from huggingface_hub import snapshot_download
from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

from limner.engines.diffusers.config import ModelSpec

MAX_HEADER_BYTES = 100_000_000
FLOATS = frozenset({"F64", "F32", "F16", "BF16"})
"""Converted to the dtype of the settings; other types stay as they are. The names are safetensors' own."""
BYTES = {"F64": 8, "I64": 8, "F32": 4, "I32": 4, "F16": 2, "BF16": 2, "I16": 2}


def dtype_of(spec: ModelSpec, device: str) -> torch.dtype:
    if spec.dtype == "auto":
        return torch.bfloat16 if device.startswith("cuda") else torch.float32
    dtype = getattr(torch, spec.dtype)
    assert isinstance(dtype, torch.dtype)
    return dtype


def estimate_bytes(spec: ModelSpec, device: str) -> int:
    """0 if unknown, as for a checkpoint that is not downloaded yet."""
    folder = _folder_of(spec)
    if folder is None:
        return 0
    itemsize = dtype_of(spec, device).itemsize
    return sum(_bytes_of(file, itemsize) for part in _component_folders(folder) for file in _files(part, spec.variant))


def _folder_of(spec: ModelSpec) -> Path | None:
    if os.path.isdir(spec.checkpoint):  # noqa: PTH112 (a hub id may hold characters that no path does)
        return Path(spec.checkpoint)
    try:
        return Path(snapshot_download(spec.checkpoint, revision=spec.revision, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, OSError):
        return None


def _component_folders(folder: Path) -> list[Path]:
    """The folders that the pipeline loads; the same weights in a single file beside them are not."""
    try:
        index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [folder / name for name in index if not name.startswith("_") and (folder / name).is_dir()]


def _files(part: Path, variant: str | None) -> list[Path]:
    """As diffusers chooses them: files of the variant if there are any, else those without one."""
    files = list(part.glob("*.safetensors"))
    of_variant = [file for file in files if variant is not None and f".{variant}" in file.name]
    return of_variant or [file for file in files if "." not in file.name.removesuffix(".safetensors")]


def _bytes_of(file: Path, itemsize: int) -> int:
    """A safetensors file begins with the length of a JSON header that holds each tensor's type and shape."""
    try:
        with file.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            if length > MAX_HEADER_BYTES:
                return 0
            header: dict[str, Any] = json.loads(opened.read(length))
    except (OSError, ValueError):
        return 0
    tensors = [value for name, value in header.items() if name != "__metadata__"]
    return sum(
        math.prod(one["shape"]) * (itemsize if one["dtype"] in FLOATS else BYTES.get(one["dtype"], 1))
        for one in tensors
    )
