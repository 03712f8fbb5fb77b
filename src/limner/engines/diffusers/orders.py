"""What the workshop's thread is told, and what all models on its device have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.sitting import Sitting
from limner.engines.diffusers.spec import ModelSpec


@dataclass(frozen=True, slots=True)
class Begin:
    sittings: Sequence[Sitting]


@dataclass(frozen=True, slots=True)
class Abort:
    sittings: Sequence[Sitting]


@dataclass(frozen=True, slots=True)
class Arrived:
    spec: ModelSpec
    model: LoadedModel | Exception


class Close:
    pass


Order = Begin | Abort | Arrived | Close


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What all models on a device have in common."""

    max_batch_size: int = 8
    """Rows of a forward."""
    max_running: int = 64
    """Pictures that may have begun."""
    memory_bytes: int | None = None
    """Of all weights together. None: nine tenths of a GPU; no limit on a CPU."""
    cache_folder: Path | None = None
