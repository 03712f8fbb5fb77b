"""The tiny families by name: each maker in this package declares itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import torch


@dataclass(frozen=True, kw_only=True)
class TinyFamily:
    make: Callable[[], Any]
    """Creates the pipeline."""
    arguments: dict[str, Any] = field(default_factory=dict)
    """Call arguments that the tiny text encoders need."""
    generates: bool = True
    """Draws from text alone."""
    edits: bool = False
    """Accepts input images."""
    preview_edge: int = 64
    """A size with enough latents to compare previews."""


FAMILIES: dict[str, TinyFamily] = {}


def family(name, **traits):
    """Decorates a maker."""

    def register(make):
        assert name not in FAMILIES, name
        FAMILIES[name] = TinyFamily(make=make, **traits)
        return make

    return register


def names(*, generates=None, edits=None):
    """The families with these traits; None: either."""
    return [name for name, one in FAMILIES.items() if generates in (None, one.generates) and edits in (None, one.edits)]


def save(name, folder):
    """Save a checkpoint of the family, and return its folder."""
    torch.manual_seed(0)
    FAMILIES[name].make().save_pretrained(folder)
    return folder
