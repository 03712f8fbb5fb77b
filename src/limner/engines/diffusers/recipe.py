"""How many steps and how much guidance a quality means: from the settings, else from the model. Knows no torch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from limner.core.request import Quality

QUALITIES: tuple[Quality, ...] = ("low", "medium", "high")
PARTS: Mapping[Quality, float] = {"low": 0.5, "medium": 0.75, "high": 1.0}
"""Of a model's own number of steps, where the settings name none."""
FEW_STEPS = 12
"""A model that needs no more than these was trained for exactly so many: quality changes nothing."""


@dataclass(frozen=True, slots=True)
class Recipe:
    steps: Mapping[Quality, int] = field(default_factory=dict)
    guidance: Mapping[Quality, float] = field(default_factory=dict)
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Passed to the pipeline as they are."""

    def num_steps(self, quality: Quality, default: int) -> int:
        if quality in self.steps:
            return self.steps[quality]
        return default if default <= FEW_STEPS else max(1, round(default * PARTS[quality]))


def read_recipe(*, steps: Any, guidance: Any, arguments: Mapping[str, Any] | None) -> Recipe:
    """Each is one number, or a table of the three qualities. Raises ValueError, which names the option."""
    if arguments is not None and not isinstance(arguments, Mapping):
        raise ValueError(f"'arguments' must be a table, not {arguments!r}.")
    return Recipe(_read("steps", steps, int, 1), _read("guidance", guidance, float, 0), dict(arguments or {}))


def _read(name: str, value: Any, kind: type, least: float) -> dict[Quality, Any]:
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
