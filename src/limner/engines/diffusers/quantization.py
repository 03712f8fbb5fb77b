"""Which components are quantised, and how: by a short name, or by tables of the settings. Imports no torch."""

import json
import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from limner.engines.diffusers.architectures import NETWORKS
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.pipeline_index import find_index, present_components, read_index

PIPELINE_QUANTIZATION_FIELDS = frozenset({"quant_backend", "quant_kwargs", "components_to_quantize"})
"""Arguments of PipelineQuantizationConfig that are plain values."""
NAMED: Mapping[str, Mapping[str, Any]] = {
    "fp8": {"quant_backend": "torchao", "quant_type": "Float8WeightOnlyConfig"},
    "int8": {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"},
    "nf4": {"quant_backend": "bitsandbytes_4bit", "load_in_4bit": True, "bnb_4bit_quant_type": "nf4"},
}
"""The arguments that each short name stands for."""
BITS_OF_SCALES = 0.5
"""Per weight of less than 8 bits: each block of weights has a scale."""


def quantized_bits(quantization: str | None, component: str) -> float | None:
    """Per weight of a linear layer. None: not quantised, or in a way that is not known here. `quantization`: JSON."""
    options = {} if quantization is None else json.loads(quantization)
    if isinstance(options, str):
        own: Any = NAMED[options] if is_quantized_by_name(component) else {}
    elif options.keys() <= PIPELINE_QUANTIZATION_FIELDS:
        names = options.get("components_to_quantize")
        own = options if names is None or component in names else {}
    else:
        own = options.get(component, {})
    found = re.search(r"(?:int|float|fp|nf)([248])|([248])bit", json.dumps(own).lower())
    if found is None:
        return None
    bits = int(found[1] or found[2])
    return bits if bits == 8 else bits + BITS_OF_SCALES


def is_quantized_by_name(component: str) -> bool:
    """Networks and language models, which are nearly all of a model; a VAE would lose quality."""
    return component in NETWORKS or component.startswith("text_encoder") or component == "pe"


def read_quantization(spec: ModelSpec, source: str, dtype: str) -> Any:
    """A PipelineQuantizationConfig. None if the spec has none. Raises ValueError, which names what is wrong.

    `source`: the folder of the pipeline. `dtype`: of the arithmetic, such as bfloat16.

    The settings hold a short name, that class's plain arguments, which do for bitsandbytes, or a table per component:
    `{ transformer = { quant_backend = "torchao", ... } }`.
    """
    if spec.quantization is None:
        return None
    diffusers = import_module("diffusers")
    options: Any = json.loads(spec.quantization)
    if isinstance(options, Mapping) and options.keys() <= PIPELINE_QUANTIZATION_FIELDS:
        return diffusers.PipelineQuantizationConfig(**options)
    components = present_components(read_index(find_index(Path(source))))
    if isinstance(options, str):
        options = _tables_of_name(options, components, dtype)
    return diffusers.PipelineQuantizationConfig(
        quant_mapping={name: _read_table(name, one, components.get(name)) for name, one in options.items()}
    )


def quantization_of(quantization: Any, component: str) -> Any:
    """What a PipelineQuantizationConfig says of a component. None: it is not quantised."""
    if quantization is None:
        return None
    is_network = component in NETWORKS
    return quantization._resolve_quant_config(is_diffusers=is_network, module_name=component)  # noqa: SLF001 (no other way)


def _tables_of_name(name: str, components: Iterable[str], dtype: str) -> dict[str, dict[str, Any]]:
    arguments = dict(NAMED[name])
    if name == "nf4":
        arguments["bnb_4bit_compute_dtype"] = dtype
    return {component: arguments for component in components if is_quantized_by_name(component)}


def _read_table(component: str, options: Any, source: tuple[str, str] | None) -> Any:
    """`source`: the component's library and class."""
    if source is None or source[0] not in ("diffusers", "transformers"):
        raise ValueError(f"'quantization': this checkpoint has no part '{component}' that could be quantised.")
    known = import_module(f"{source[0]}.quantizers.auto").AUTO_QUANTIZATION_CONFIG_MAPPING
    backend = options.get("quant_backend") if isinstance(options, Mapping) else None
    if not isinstance(backend, str) or backend not in known:
        raise ValueError(
            f"'quantization.{component}.quant_backend' must be one of {', '.join(sorted(known))}, not {backend!r}."
        )
    arguments = {name: value for name, value in options.items() if name != "quant_backend"}
    if backend == "torchao" and isinstance(arguments.get("quant_type"), str):
        arguments["quant_type"] = _torchao_type(component, arguments["quant_type"])
    try:
        return known[backend](**arguments)
    except TypeError as error:
        raise ValueError(f"'quantization.{component}': {error}") from error


def _torchao_type(component: str, name: str) -> Any:
    """torchao's configurations are objects, so the settings name their class."""
    quant_type = getattr(import_module("torchao.quantization"), name, None)
    if quant_type is None:
        raise ValueError(f"'quantization.{component}.quant_type': torchao.quantization has no '{name}'.")
    return quant_type()
