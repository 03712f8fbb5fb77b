"""Which weights to load, and how: everything by which one loaded model differs from another. Knows no torch."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

DTYPES = ("auto", "bfloat16", "float16", "float32")
Offload = Literal["model", "sequential", "group"]
GRAPHS = ("reduce-overhead", "max-autotune")
"""Modes of torch.compile that record CUDA graphs."""
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
    """As in the settings, in JSON."""
    offload: Offload | None = None
    compile: str | None = None
    """None: it is not compiled. Else the options of torch.compile, in JSON."""
    preview_vae: str | None = None
    """A tiny autoencoder, a folder or an id on the hub."""

    @property
    def has_fixed_shapes(self) -> bool:
        """Whether each number of rows costs a compilation, or a CUDA graph, of its own."""
        options = {} if self.compile is None else json.loads(self.compile)
        return options.get("dynamic") is False or options.get("mode") in GRAPHS

    @property
    def name(self) -> str:
        return self.checkpoint.rstrip("/")

    @property
    def id(self) -> str:
        """Two that differ in anything, be it a dtype, are two models: they are never in one batch."""
        return f"{self.name}#{hashlib.blake2b(repr(self).encode(), digest_size=6).hexdigest()}"


def read_spec(
    *,
    quantization: Mapping[str, Any] | None,
    lora: Mapping[str, str] | None,
    compile: bool | Mapping[str, Any],  # noqa: A002 (diffusers' word)
    **fields: Any,
) -> ModelSpec:
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
    if not isinstance(compile, bool | Mapping):
        raise ValueError(  # noqa: TRY004 (what a settings file has wrong is a ValueError, whatever it is)
            f"'compile' must be true, false, or a table of torch.compile's options, not {compile!r}."
        )
    if quantization is not None and not isinstance(quantization, Mapping):
        raise ValueError(f"'quantization' must be a table, not {quantization!r}.")
    if lora is not None and not all(isinstance(path, str) for path in lora.values()):
        raise ValueError("'lora' must be a table of names and folders or hub ids.")
    return ModelSpec(
        quantization=None if quantization is None else json.dumps(quantization, sort_keys=True),
        lora=tuple(sorted((lora or {}).items())),
        compile=None if compile is False else json.dumps({} if compile is True else compile, sort_keys=True),
        **fields,
    )
