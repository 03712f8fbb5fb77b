"""Which weights to load, and how: everything by which one loaded model differs from another. Knows no torch."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

DTYPES = ("auto", "bfloat16", "float16", "float32")
Offload = Literal["model", "sequential", "group"]
OFFLOADS = ("model", "sequential", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    checkpoint: str
    """A folder, or an id on the hub."""
    dtype: str = "auto"
    revision: str | None = None
    variant: str | None = None
    edit: str | None = None
    """The pipeline class for edits, where the automatic choice is not the right one."""
    inpaint: str | None = None
    lora: tuple[tuple[str, str], ...] = ()
    """Adapters: name, and folder or hub id."""
    quantization: str | None = None
    """diffusers' PipelineQuantizationConfig, as JSON."""
    offload: Offload | None = None
    compile: bool = False
    preview_vae: str | None = None
    """A tiny autoencoder, a folder or an id on the hub."""

    @property
    def name(self) -> str:
        return self.checkpoint.rstrip("/")


def read_spec(*, quantization: Mapping[str, Any] | None, lora: Mapping[str, str] | None, **fields: Any) -> ModelSpec:
    """From the settings' own types. Raises ValueError, which names the option."""
    for name in ("checkpoint", "dtype", "revision", "variant", "edit", "inpaint", "offload", "preview_vae"):
        if fields[name] is not None and not isinstance(fields[name], str):
            raise ValueError(f"'{name}' must be a text, not {fields[name]!r}.")
    if not fields["checkpoint"]:
        raise ValueError("'checkpoint' must name a folder or a model on the hub.")
    if fields["dtype"] not in DTYPES:
        raise ValueError(f"'dtype' must be one of {', '.join(DTYPES)}, not {fields['dtype']!r}.")
    if fields["offload"] not in (None, *OFFLOADS):
        raise ValueError(f"'offload' must be one of {', '.join(OFFLOADS)}, not {fields['offload']!r}.")
    if fields["compile"] not in (True, False):
        raise ValueError(f"'compile' must be true or false, not {fields['compile']!r}.")
    if lora is not None and not all(isinstance(path, str) for path in lora.values()):
        raise ValueError("'lora' must be a table of names and folders or hub ids.")
    return ModelSpec(
        quantization=None if quantization is None else json.dumps(quantization, sort_keys=True),
        lora=tuple(sorted((lora or {}).items())),
        **fields,
    )
