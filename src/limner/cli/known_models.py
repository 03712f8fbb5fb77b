"""The rows of `limner models --known`: open models, with what they need and the settings that suit them."""

from typing import Any

from limner.engines.diffusers.known_models import KnownModel, known_models

Row = dict[str, str]


def known_rows() -> list[Row]:
    return [
        {
            "model": model.id,
            "license": model.license + (" (gated)" if model.is_gated else ""),
            "edits": "-" if model.edits == "none" else model.edits,
            "params": f"{model.num_parameters / 1e9:.1f}B",
            "16 bits": _gigabytes(model.memory_need().num_bytes),
            "fp8": _gigabytes(model.memory_need(quantization="fp8").num_bytes),
            "nf4": _gigabytes(model.memory_need(quantization="nf4").num_bytes),
            "steps": str(model.steps),
            "guidance": "-" if model.guidance is None else f"{model.guidance:g}",
            "size": model.size,
        }
        for model in known_models()
    ]


def known_records() -> list[dict[str, Any]]:
    """For programs: with all settings, and bytes."""
    return [_record(model) for model in known_models()]


def _record(model: KnownModel) -> dict[str, Any]:
    return {
        "id": model.id,
        "pipeline": model.pipeline,
        "license": model.license,
        "is_gated": model.is_gated,
        "edits": model.edits,
        "size": model.size,
        "parameters": {part.name: part.num_values for part in model.part_sizes()},
        "bytes": {
            "16 bits": model.memory_need().num_bytes,
            "fp8": model.memory_need(quantization="fp8").num_bytes,
            "int8": model.memory_need(quantization="int8").num_bytes,
            "nf4": model.memory_need(quantization="nf4").num_bytes,
        },
        "options": model.options(),
    }


def _gigabytes(num_bytes: int) -> str:
    return f"{num_bytes / 1e9:.1f} GB"
