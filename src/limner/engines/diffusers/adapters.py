"""The option `lora`: which adapters a model has, and which of them apply to which requests. Imports no torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

AdapterUse = Literal["on request", "default", "fused"]
"""on request: applies to requests that select it. default: also to those that select none. fused: added to the weights
when the model is loaded, so that it applies to all and costs nothing per step."""


class AdapterOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An adapter as in the settings."""

    weights: Annotated[str, Meta(min_length=1)]
    scale: Annotated[float, Meta(ge=-10, le=10)] = 1.0
    use: AdapterUse = "on request"


@dataclass(frozen=True, slots=True)
class Adapter:
    name: str
    weights: str
    """A folder, a file, a hub id, or the path of a file behind a hub id."""
    scale: float = 1.0
    """Multiplies the scale of a request."""
    use: AdapterUse = "on request"


def read_adapters(options: Mapping[str, str | AdapterOptions] | None) -> tuple[Adapter, ...]:
    found = []
    for name, one in sorted((options or {}).items()):
        own = AdapterOptions(one) if isinstance(one, str) else one
        found.append(Adapter(name, own.weights, own.scale, own.use))
    return tuple(found)
