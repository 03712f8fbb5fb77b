"""One request of a drawing command."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from limner.core.request import Operation


@dataclass(frozen=True, slots=True)
class InputFile:
    name: str
    data: bytes


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class CliJob:
    """A prompt of `generate` or `edit`, or an image of `vary`. Compared by identity, because prompts may repeat."""

    operation: Operation
    prompt: str = ""
    images: tuple[InputFile, ...] = ()
    mask: InputFile | None = None
    parameters: Mapping[str, Any]
    """The given parameters, by their names in the API."""
    stem: str
    """The output file's name without number and suffix."""

    @property
    def num_images(self) -> int:
        return int(self.parameters.get("n", 1))

    @property
    def title(self) -> str:
        return self.prompt or f"a variation of {self.images[0].name}"
