"""Pictures as they travel: encoded bytes that know their format and size, and the events that carry them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from limner.core.usage import Usage

Format = Literal["png", "jpeg", "webp"]
Background = Literal["opaque", "transparent"]


class Size(NamedTuple):
    """Pixels: width first."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Picture:
    """One encoded image. Only engines and the codec hold pixels; everyone else passes Pictures.

    A large upload lies in a temporary file instead of memory; the file lives as long as its request.
    """

    data: bytes | Path
    format: Format
    size: Size

    def read(self) -> bytes:
        """The encoded bytes; reads a file if that is where they are, so call it off the event loop."""
        return self.data if isinstance(self.data, bytes) else self.data.read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialImage:
    """A preview of an image that is still being drawn."""

    image_index: int
    partial_image_index: int
    picture: Picture
    background: Background = "opaque"
    """What was drawn, whatever was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedImage:
    """An image that is done."""

    image_index: int
    picture: Picture
    background: Background = "opaque"
    """What was drawn, whatever was asked for."""
    revised_prompt: str | None = None
    """What the engine drew, in words, where that differs from the prompt."""
    note: str | None = None
    """One sentence for the client when the engine could only do the nearest thing to what was asked."""
    usage: Usage = field(default_factory=Usage)
    """Filled in by the router: engines draw, families count."""


Event = PartialImage | CompletedImage
