"""What a single file with the weights of a model holds: which parts, and how large. Imports no torch.

A file may hold a whole pipeline (Stable Diffusion, SDXL), or only the network (FLUX, GGUF): the rest is then loaded
from the repository that has the configuration.
"""

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.needed_packages import check_gguf
from limner.engines.diffusers.part_sizes import PartSize, measure
from limner.engines.diffusers.pipeline_index import INDEX, read_index
from limner.engines.diffusers.sources import GGUF
from limner.engines.diffusers.weight_headers import TensorHeader, read_header

PREFIXES: Mapping[str, str] = {
    "first_stage_model.": "vae",
    "vae.": "vae",
    "cond_stage_model.": "text_encoder",
    "conditioner.embedders.0.": "text_encoder",
    "conditioner.embedders.1.": "text_encoder_2",
    "text_encoders.clip_l.": "text_encoder",
    "text_encoders.clip_g.": "text_encoder_2",
}
"""How the names of a part's tensors begin. All others belong to the network."""
T5_PREFIX = "text_encoders.t5xxl."
T5_CLASS = "T5EncoderModel"
SAFETY_CHECKER = "safety_checker"
"""diffusers loads none with a single file."""
IGNORED_PREFIX = "model_ema."
"""A second copy of the network, which diffusers does not read."""
SCALED_SUFFIXES = ("scaled_fp8", ".scale_weight", ".weight_scale", ".comfy_quant")
"""Tensors of formats whose weights must be multiplied by scales, which diffusers does not do."""


def check_file(file: Path) -> dict[str, TensorHeader]:
    """The file's tensors. Raises ValueError, which says why it cannot be loaded."""
    if file.suffix == GGUF:
        check_gguf()
    header = read_header(file)
    if not header:
        raise ValueError(f"'{file.name}' is no file in the format of safetensors or GGUF.")
    if any(name.endswith(SCALED_SUFFIXES) for name in header):
        raise ValueError(
            f"'{file.name}' has scaled weights of 8 bits, which diffusers cannot read. Use 16 bits, or GGUF."
        )
    return header


def file_parts(header: Mapping[str, TensorHeader], index: Mapping[str, Any]) -> list[PartSize]:
    """The components that the file holds. `index`: the content of model_index.json; empty: unknown."""
    parts: dict[str, dict[str, TensorHeader]] = {}
    for name, tensor in header.items():
        if not name.startswith(IGNORED_PREFIX):
            own = TensorHeader("F16", tensor.shape) if tensor.dtype.startswith("F8_") else tensor  # is converted
            parts.setdefault(_part_of(name, index), {})[name] = own
    network = network_name(index)
    sizes = [measure(part, tensors) for part, tensors in parts.items()]
    # the other parts of a file are loaded as they are, whatever is quantised
    return [one if one.name == network else replace(one, num_linear=0, num_other=one.num_values) for one in sizes]


def parts_elsewhere(header: Mapping[str, TensorHeader], index: Mapping[str, Any]) -> set[str]:
    """The components that are not read from the configuration's folder: those of the file, and one that is left out."""
    return {part.name for part in file_parts(header, index)} | {SAFETY_CHECKER}


def network_name(index: Mapping[str, Any]) -> str:
    return next((name for name in NETWORKS if name in index), NETWORKS[0])


def read_config_index(folder: Path) -> dict[str, Any]:
    """Of the folder that the option `config` names. Raises ValueError."""
    try:
        return read_index(folder / INDEX)
    except ValueError as error:
        raise ValueError(f"'config': {error}") from error


def find_config_id(header: Mapping[str, TensorHeader]) -> str | None:
    """The repository on the hub with the configuration of such a file, as diffusers knows it. Imports torch.

    None: diffusers does not know the file's tensors.
    """
    known = import_module("diffusers.loaders.single_file_utils")
    kind = known.infer_diffusers_model_type({name: SimpleNamespace(shape=one.shape) for name, one in header.items()})
    if kind == "v1" and known.CHECKPOINT_KEY_NAMES["v1"] not in header:  # what diffusers says of all that is unknown
        return None
    found: str = known.DIFFUSERS_DEFAULT_PIPELINE_PATHS[kind]["pretrained_model_name_or_path"]
    return found


def _part_of(tensor: str, index: Mapping[str, Any]) -> str:
    if tensor.startswith(T5_PREFIX):
        sources = {name: source for name, source in index.items() if isinstance(source, list | tuple)}
        return next((name for name, source in sources.items() if source[1] == T5_CLASS), "text_encoder_3")
    return next((part for prefix, part in PREFIXES.items() if tensor.startswith(prefix)), network_name(index))
