"""Whether the model of `limner serve --model` fits, before minutes are spent on loading it."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from limner.cli.gpu_memory import free_bytes

if TYPE_CHECKING:
    from limner.engines.diffusers.config import ModelSpec
    from limner.engines.diffusers.memory_need import MemoryNeed
    from limner.engines.diffusers.part_sizes import PartSize


def check_memory(checkpoint: str, options: Mapping[str, Any]) -> None:
    """Say what the model needs, and raise BadParameter if that is not free. `options`: of the engine.

    Nothing is said if the need or the memory is unknown. `memory_gb` in the options means that you know better.
    """
    device = options.get("device", "auto")
    devices: Sequence[str] = [device] if isinstance(device, str) else device
    free = free_bytes(devices)
    need = None if free is None else find_need(checkpoint, options)
    if free is None or need is None:
        return
    from limner.engines.diffusers.memory_need import describe_fit

    text = f"{checkpoint} {describe_fit(need, free)}"
    if need.fits(free) or "memory_gb" in options:
        typer.echo(f"limner: {text}", err=True)
        return
    raise typer.BadParameter(f"{text}. To load it in any case, set --memory-gb.", param_hint="--model")


def find_need(checkpoint: str, options: Mapping[str, Any]) -> "MemoryNeed | None":
    """From the files, if they are here, else from the table of known models. None: unknown."""
    from limner.core.picture import Size
    from limner.engines.diffusers.known_models import find_known_model
    from limner.engines.diffusers.memory_need import MemoryNeed

    known = find_known_model(checkpoint)
    spec = _read_spec(checkpoint, options)
    elsewhere = {name for name, _ in spec.placement} if spec else set()
    parts = _read_files(spec) or [one for one in (known.part_sizes() if known else ()) if one.name not in elsewhere]
    if not parts:
        return None
    quantization = options.get("quantization")
    return MemoryNeed(
        parts=parts,
        size=known.image_size if known else Size(1024, 1024),
        quantization=None if quantization is None else json.dumps(quantization),
        offload=options.get("offload"),
        itemsize=4 if options.get("dtype") == "float32" else 2,
        may_quantize=spec is None or spec.may_quantize,
        may_offload=spec is None or spec.may_offload,
    )


def _read_spec(checkpoint: str, options: Mapping[str, Any]) -> "ModelSpec | None":
    """None if an option is wrong: the engine says so."""
    from limner.engines.diffusers.config import read_options

    try:
        return read_options({**options, "checkpoint": checkpoint}).spec()
    except ValueError:
        return None


def _read_files(spec: "ModelSpec | None") -> "Sequence[PartSize]":
    """Of the model on its device. Empty if nothing is known."""
    try:
        from limner.engines.diffusers.model_parts import find_parts
        from limner.engines.diffusers.sources import is_single_file
    except ImportError:  # the extra is not installed: the engine says so
        return []
    if spec is None:
        return []
    try:
        parts = find_parts(spec, spec.config)
    except ValueError:  # a file that cannot be read
        return []
    has_encoder = any(part.name.startswith("text_encoder") for part in parts)
    is_whole = spec.config is not None or not is_single_file(spec.checkpoint) or has_encoder
    return parts if is_whole else []  # what else a network needs is known once diffusers has recognised it
