"""What `limner_illustrator.drawing` draws or edits: plain values, and input images that are decoded when needed."""

from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.render.finish import Quality

Operation = Literal["generate", "edit", "variation"]
Fidelity = Literal["low", "high"]
Tone = Literal["vivid", "natural"]
Openness = npt.NDArray[np.float32]
"""(H, W), 0 = this pixel never changes, 1 = it may change wholly."""


class InputImage(Protocol):
    """An image that need not be decoded yet. What decoding raises passes through."""

    @property
    def size(self) -> Size:
        """Upright."""
        ...

    @property
    def scene(self) -> str | None:
        """The JSON of the Scene that the file carries, if it carries one."""
        ...

    @property
    def has_alpha(self) -> bool: ...

    @property
    def is_lossless(self) -> bool:
        """Whether its pixels may be exactly those that were drawn here."""
        ...

    def decode(self, *, max_edge: int | None = None) -> Pixels:
        """RGBA, upright; reduced in proportion until no edge is longer than `max_edge`."""
        ...

    def cover(self, target: Size) -> Pixels:
        """RGBA, upright: the centre part that fills `target` when the image is scaled to cover it."""
        ...


class Mask(Protocol):
    """Which pixels of the first input image may change, and how an edit is blended with it."""

    @property
    def is_own_alpha(self) -> bool:
        """Whether the image's own transparency is the mask."""
        ...

    def change(self, original: Pixels, source: Size) -> Openness | None:
        """For the RGBA pixels of an image of size `source` brought to the requested size. None: there is no mask."""
        ...

    def fills_transparency(self, original: Pixels, change: Openness) -> bool:
        """Whether the mask opens all that is transparent and protects something opaque, as for outpainting."""
        ...

    def blend(self, original: Pixels, edited: Pixels, change: Openness, *, fills: bool = False) -> Pixels:
        """`edited` inside the mask, the very bytes of `original` outside. It has the channels of `original`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingRequest:
    operation: Operation = "generate"
    prompt: str = ""
    images: tuple[InputImage, ...] = ()
    mask: Mask | None = None
    size: Size
    is_size_free: bool = False
    """Whether an edit that crops, turns or extends the picture may return another size."""
    quality: Quality = "medium"
    background: Literal["opaque", "transparent", "auto"] = "opaque"
    format_has_alpha: bool = True
    """Whether the result is stored in a format that can be transparent."""
    partial_images: int = 0
    tone: Tone | None = None
    input_fidelity: Fidelity = "low"
    seed: int = 0
    """Image i is drawn with seed + i."""
    negative_prompt: str | None = None
    strength: float | None = None
