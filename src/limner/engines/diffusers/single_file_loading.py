"""Loads a pipeline whose network, and perhaps the rest, is in a single file."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import diffusers
import torch
from accelerate import init_empty_weights
from diffusers.models.model_loading_utils import load_model_dict_into_meta
from diffusers.quantizers import DiffusersAutoQuantizer

from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.downloads import find_config
from limner.engines.diffusers.hub_cache import find_folder, find_source
from limner.engines.diffusers.hub_files import FORMATS
from limner.engines.diffusers.pipeline_index import find_index, present_components, read_index
from limner.engines.diffusers.quantization import quantization_of
from limner.engines.diffusers.single_files import (
    SAFETY_CHECKER,
    check_file,
    file_parts,
    network_name,
    parts_elsewhere,
    read_config_index,
)
from limner.engines.diffusers.sources import GGUF


def config_folder(spec: ModelSpec) -> Path:
    """With the configuration of a single file. Raises ValueError, which says what to do if it is not here."""
    config = find_config(spec)
    folder = find_folder(config)
    if folder is None:
        raise ValueError(
            f"the configuration of '{spec.checkpoint}' is that of '{config}', which is not here."
            " Run 'limner pull', or set 'config' to a folder."
        )
    return folder


def load_single_file(spec: ModelSpec, device: str, *, dtype: torch.dtype, quantization: Any, **parts: Any) -> Any:
    """The pipeline, in main memory but for a network that is quantised.

    `quantization`: a PipelineQuantizationConfig. `parts`: components that are loaded already.

    Raises ValueError, which says what is missing.
    """
    file, folder = find_source(spec.checkpoint, spec.revision), config_folder(spec)
    header, index = check_file(file), read_config_index(folder)
    in_file = {part.name for part in file_parts(header, index)}
    network = network_name(index)
    if network not in in_file:
        raise ValueError(f"'{file.name}' has no weights of a network.")
    own = None if _is_left_out(spec, file) else quantization_of(quantization, network)
    if own is not None or in_file == {network}:
        parts[network] = _load_network(file, folder, index, dtype, own, device)
    if in_file == {network}:
        if SAFETY_CHECKER in index:
            parts |= {SAFETY_CHECKER: None, "requires_safety_checker": False}
        options = {"variant": spec.variant, "quantization_config": quantization}
        options = {name: value for name, value in options.items() if value is not None}
        return diffusers.DiffusionPipeline.from_pretrained(folder, dtype=dtype, **options, **parts)
    for name in _missing_parts(folder, index, parts_elsewhere(header, index) | parts.keys()):
        parts[name] = _load_part(folder, index, name, spec, dtype, quantization_of(quantization, name))
    if SAFETY_CHECKER in index:
        parts["requires_safety_checker"] = False
    kind = getattr(diffusers, index["_class_name"])
    return kind.from_single_file(str(file), config=str(folder), dtype=dtype, local_files_only=True, **parts)


def load_vae(name: str, source: str, dtype: torch.dtype) -> Any:
    """The VAE of the settings. `source`: the pipeline's folder, which configures a VAE that is a single file.

    Raises ValueError, which names the option.
    """
    try:
        found = find_source(name)
        if found.is_file():
            kind = getattr(diffusers, present_components(read_index(find_index(Path(source))))["vae"][1])
            return kind.from_single_file(str(found), config=source, subfolder="vae", dtype=dtype, local_files_only=True)
        kind = getattr(diffusers, diffusers.AutoencoderKL.load_config(found)["_class_name"])
        return kind.from_pretrained(found, dtype=dtype)
    except Exception as error:
        raise ValueError(f"'vae' ('{name}'): {error}") from error


def _load_network(file: Path, folder: Path, index: Any, dtype: torch.dtype, quantization: Any, device: str) -> Any:
    name = network_name(index)
    kind = getattr(diffusers, index[name][1])
    if not hasattr(kind, "from_single_file"):
        raise ValueError(f"diffusers cannot load a {kind.__name__} from a single file.")
    if file.suffix == GGUF:
        if quantization is not None:
            raise ValueError(f"'quantization': '{file.name}' is quantised already.")
        quantization = diffusers.GGUFQuantizationConfig(compute_dtype=dtype)
    options = {} if quantization is None or file.suffix != GGUF else {"quantization_config": quantization}
    network = kind.from_single_file(
        str(file), config=str(folder), subfolder=name, dtype=dtype, local_files_only=True, **options
    )
    return network if quantization is None or options else _quantize(network, quantization, dtype, device)


def _quantize(network: Any, quantization: Any, dtype: torch.dtype, device: str) -> Any:
    """As `from_pretrained` does: `from_single_file` takes the weights of a file for quantised already."""
    quantizer = DiffusersAutoQuantizer.from_config(quantization, pre_quantized=False)
    quantizer.validate_environment()
    dtype = quantizer.update_torch_dtype(dtype)
    weights = network.state_dict()
    with init_empty_weights():
        quantized = type(network).from_config(network.config)
    quantizer.preprocess_model(model=quantized, device_map=None, state_dict=weights, keep_in_fp32_modules=[])
    places = {"": torch.device(device)}
    load_model_dict_into_meta(quantized, weights, dtype=dtype, device_map=places, hf_quantizer=quantizer)
    quantizer.postprocess_model(quantized)
    quantized.hf_quantizer = quantizer
    return quantized.eval()


def _missing_parts(folder: Path, index: Any, elsewhere: set[str]) -> list[str]:
    """Components with weights in the folder that are neither in the file nor loaded already."""
    missing = [name for name in present_components(index) if name not in elsewhere]
    return [name for name in missing if any(one.suffix in FORMATS for one in (folder / name).glob("*"))]


def _load_part(folder: Path, index: Any, name: str, spec: ModelSpec, dtype: torch.dtype, quantization: Any) -> Any:
    library, kind = index[name]
    options = {"variant": spec.variant, "quantization_config": quantization}
    options = {option: value for option, value in options.items() if value is not None}
    loader = getattr(import_module(library), kind)
    return loader.from_pretrained(folder, subfolder=name, dtype=dtype, **options)


def _is_left_out(spec: ModelSpec, file: Path) -> bool:
    """Whether a short name quantises the other parts only, because the file's weights are quantised already."""
    return file.suffix == GGUF and spec.quantization is not None and isinstance(json.loads(spec.quantization), str)
