"""Encoded images with their format and size, and the events of a generation."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from limner.core.usage import TokenUsage

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
    """One encoded image. Only engines and the codec handle pixels; all other code passes Pictures.

    A large upload is in a temporary file instead of memory; the file exists as long as its request.
    """

    data: bytes | Path
    format: Format
    size: Size

    @property
    def num_bytes(self) -> int:
        return len(self.data) if isinstance(self.data, bytes) else self.data.stat().st_size

    def read(self) -> bytes:
        """The encoded bytes. May read a file: call it off the event loop."""
        return self.data if isinstance(self.data, bytes) else self.data.read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialImage:
    """A preview of an image that is still being drawn."""

    image_index: int
    partial_image_index: int
    picture: Picture
    background: Background = "opaque"
    """The background that was drawn, which may differ from the requested one."""
    engine: str = ""
    """As of a CompletedImage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedImage:
    """A finished image."""

    image_index: int
    picture: Picture
    background: Background = "opaque"
    """The background that was drawn, which may differ from the requested one."""
    revised_prompt: str | None = None
    """A description of what the engine drew, if it differs from the prompt."""
    rewritten_prompt: str | None = None
    """What was drawn instead of the client's prompt. Set by the service, if a rewriter changed it."""
    note: str | None = None
    """One sentence for the client if the engine could only approximate the request."""
    drawing_s: float = 0
    """Seconds that the engine worked on it, encoding included; 0 if the engine does not measure it."""
    encoding_s: float = 0
    engine: str = ""
    """The name of the engine that drew it. Set by the service, unless the engine chose another one to draw it."""
    ignored: frozenset[str] | None = None
    """The parameters without effect on that engine, if they are not those of the request. Set by the service."""
    usage: TokenUsage = field(default_factory=TokenUsage)
    """Set by the service: token counting depends on the family, not on the engine."""


Event = PartialImage | CompletedImage
