"""From the settings' plain values to the objects with which diffusers and transformers quantise while they load."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import diffusers
from diffusers.quantizers.auto import AUTO_QUANTIZATION_CONFIG_MAPPING as OF_DIFFUSERS
from transformers.quantizers.auto import AUTO_QUANTIZATION_CONFIG_MAPPING as OF_TRANSFORMERS

DIFFUSERS_OWN = frozenset({"quant_backend", "quant_kwargs", "components_to_quantize"})
"""The arguments of PipelineQuantizationConfig that are plain values. They do for the backends whose configuration is
the same in both libraries, which is bitsandbytes."""


def read_quantization(options: Mapping[str, Any], checkpoint: str, revision: str | None) -> Any:
    """Either those arguments, or a table for each part: `{ transformer = { quant_backend = "torchao", ... } }`.

    Raises ValueError, which names what is wrong.
    """
    if options.keys() <= DIFFUSERS_OWN:
        return diffusers.PipelineQuantizationConfig(**options)
    loaded: Any = diffusers.DiffusionPipeline.load_config(checkpoint, revision=revision)
    return diffusers.PipelineQuantizationConfig(
        quant_mapping={part: _config(part, how, loaded.get(part)) for part, how in options.items()}
    )


def _config(part: str, how: Any, home: Any) -> Any:
    if not isinstance(home, list | tuple) or home[0] not in ("diffusers", "transformers"):
        raise ValueError(f"'quantization': this checkpoint has no part '{part}' that could be quantised.")
    known = OF_DIFFUSERS if home[0] == "diffusers" else OF_TRANSFORMERS
    backend = how.get("quant_backend") if isinstance(how, Mapping) else None
    if not isinstance(backend, str) or backend not in known:
        raise ValueError(
            f"'quantization.{part}.quant_backend' must be one of {', '.join(sorted(known))}, not {backend!r}."
        )
    arguments = {name: value for name, value in how.items() if name != "quant_backend"}
    if backend == "torchao" and isinstance(arguments.get("quant_type"), str):
        arguments["quant_type"] = _torchao(part, arguments["quant_type"])
    try:
        return known[backend](**arguments)
    except TypeError as error:
        raise ValueError(f"'quantization.{part}': {error}") from error


def _torchao(part: str, name: str) -> Any:
    """torchao's configurations are objects, so the settings name their class."""
    kind = getattr(import_module("torchao.quantization"), name, None)
    if kind is None:
        raise ValueError(f"'quantization.{part}.quant_type': torchao.quantization has no '{name}'.")
    return kind()
