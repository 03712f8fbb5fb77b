"""What diffusion engines have in common: values by quality, strength of edits, steps of previews."""

from collections.abc import Mapping
from typing import Any

from limner.core.request import Fidelity, ImageRequest, Quality

QUALITIES: tuple[Quality, ...] = ("low", "medium", "high")
STRENGTH: Mapping[Fidelity, float] = {"low": 0.75, "high": 0.45}
"""Noise added by image-to-image, for each input_fidelity."""
MASKED_STRENGTH: Mapping[Fidelity, float] = {"low": 1.0, "high": 0.8}
VARIATION_STRENGTH = 0.6
MIN_STRENGTH = 0.02


def find_strength(request: ImageRequest, *, is_masked: bool) -> float:
    """How much noise is added to the input: 1 leaves nothing of it."""
    if request.strength is not None:
        strength = request.strength
    elif request.operation == "variation":
        strength = VARIATION_STRENGTH
    elif is_masked:
        strength = MASKED_STRENGTH[request.input_fidelity]
    else:
        strength = STRENGTH[request.input_fidelity]
    return min(1.0, max(MIN_STRENGTH, strength))


def preview_steps(num_steps: int, partial_images: int) -> list[int]:
    """The steps after which previews are sent: evenly spaced, never the last."""
    steps = {round(num_steps * (index + 1) / (partial_images + 1)) for index in range(partial_images)}
    return sorted(step for step in steps if 0 < step < num_steps)


def read_by_quality(name: str, value: Any, kind: type, least: float) -> dict[Quality, Any]:
    """`value`: one number for all qualities, or a table. Raises ValueError, which names the option."""
    if value is None:
        return {}
    table = value if isinstance(value, Mapping) else dict.fromkeys(QUALITIES, value)
    unknown = set(table) - set(QUALITIES)
    if unknown:
        raise ValueError(f"'{name}' knows the qualities {', '.join(QUALITIES)}, not {', '.join(sorted(unknown))}.")
    for number in table.values():
        if isinstance(number, bool) or not isinstance(number, int | float) or number < least or kind(number) != number:
            raise ValueError(f"'{name}' must be numbers from {least} on, not {number!r}.")
    return {quality: kind(table[quality]) for quality in QUALITIES if quality in table}
