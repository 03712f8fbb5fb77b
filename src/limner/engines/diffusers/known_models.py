"""Open models whose settings and sizes are known before anything is downloaded: see known_models.toml.

Imports no torch. A row says what suits a model; flags and settings override it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from limner.core.picture import Size
from limner.engines.diffusers.config import FEW_STEPS, STEP_SHARES, Offload, QuantizationName
from limner.engines.diffusers.memory_need import MemoryNeed
from limner.engines.diffusers.part_sizes import PartSize

TABLE = Path(__file__).with_suffix(".toml")
MILLION = 1_000_000


class KnownPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    component: str
    all: int
    """Millions of weights."""
    linear: int = 0
    """Those that quantization reduces."""

    @property
    def size(self) -> PartSize:
        return PartSize(self.component, num_linear=self.linear * MILLION, num_other=(self.all - self.linear) * MILLION)


class KnownModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    """On the Hugging Face hub."""
    pipeline: str
    """Its class in diffusers."""
    license: str
    """As its card names it."""
    parts: tuple[str, ...]
    """Names in the table of parts."""
    steps: int
    guidance: float | None = None
    """None: it has none."""
    size: str = "1024x1024"
    """The one it was trained for."""
    edits: Literal["none", "image to image", "by instruction", "with a mask"] = "none"
    is_gated: bool = False
    """Whether its licence must be accepted on the hub before it can be downloaded."""
    variant: str | None = None
    """Of its files: a smaller download, where others are float32."""
    arguments: dict[str, Any] = {}

    def part_sizes(self) -> list[PartSize]:
        known = _table().parts
        return [known[name].size for name in self.parts]

    @property
    def image_size(self) -> Size:
        width, height = self.size.split("x")
        return Size(int(width), int(height))

    @property
    def num_parameters(self) -> int:
        """Of all parts."""
        return sum(part.num_values for part in self.part_sizes())

    def memory_need(
        self, *, quantization: QuantizationName | None = None, offload: Offload | None = None
    ) -> MemoryNeed:
        """In 16 bits, for images of its own size."""
        return MemoryNeed(
            parts=self.part_sizes(),
            size=self.image_size,
            quantization=None if quantization is None else msgspec.json.encode(quantization).decode(),
            offload=offload,
        )

    def options(self) -> dict[str, Any]:
        """Of the engine, except `checkpoint`."""
        found: dict[str, Any] = {
            "steps": self._steps(),
            "guidance": self.guidance,
            "variant": self.variant,
            "arguments": self.arguments or None,
        }
        return {name: value for name, value in found.items() if value is not None}

    def _steps(self) -> int | dict[str, int]:
        """As the engine divides the default steps of a model that is not known."""
        if self.steps <= FEW_STEPS:
            return self.steps
        return {quality: max(1, round(self.steps * share)) for quality, share in STEP_SHARES.items()}


class KnownModels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parts: dict[str, KnownPart]
    models: tuple[KnownModel, ...]


def known_models() -> Sequence[KnownModel]:
    return _table().models


def find_known_model(checkpoint: str) -> KnownModel | None:
    """Hub ids are not case-sensitive."""
    return _by_id().get(checkpoint.lower())


@cache
def _table() -> KnownModels:
    return msgspec.convert(tomllib.loads(TABLE.read_text(encoding="utf-8")), KnownModels)


@cache
def _by_id() -> Mapping[str, KnownModel]:
    return {model.id.lower(): model for model in known_models()}
