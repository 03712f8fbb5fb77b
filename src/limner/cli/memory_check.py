"""Whether the model of `limner serve --model` fits, before minutes are spent on loading it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from limner.cli.gpu_memory import free_bytes

if TYPE_CHECKING:
    from limner.engines.diffusers.memory_need import MemoryNeed


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
    """From the files, if they are here, else from the table of known models. None: unknown.

    None also if an option is wrong, or if the extra is not installed: the engine says so.
    """
    try:
        from limner.engines.diffusers.config import read_options
        from limner.engines.diffusers.model_need import find_need

        spec = read_options({**options, "checkpoint": checkpoint}).spec()
        return find_need(spec, 4 if spec.dtype == "float32" else 2, spec.config)
    except (ImportError, ValueError):
        return None
