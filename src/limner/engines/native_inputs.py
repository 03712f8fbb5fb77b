"""Input images for servers with a protocol of their own, and their results without what is hidden in the files.

Needs the libraries of `limner[pixels]`.
"""

from dataclasses import dataclass, replace

import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.masks import Change, Pixels, fills_transparency
from limner.engines.proxy.pixels import read_change, read_covering
from limner.engines.transparency import spread_colours

MAX_REFERENCE_EDGE = 2048
"""Images after the first are reduced to this, or to the size that is drawn if that is larger."""


@dataclass(frozen=True, slots=True)
class NativeInputs:
    images: tuple[Pixels, ...]
    """RGB. The first covers the size that is drawn."""
    change: Change | None
    """Where the first may change, in its size. None: everywhere."""

    def first_image(self) -> bytes:
        """As a PNG."""
        return codec.encode(self.images[0], "png").read()

    def with_mask_as_alpha(self) -> bytes:
        """The first image as a PNG that is transparent where it may change, with its colours."""
        if self.change is None:
            return self.first_image()
        alpha = 255 - _to_bytes(self.change)
        return codec.encode(np.dstack([self.images[0], alpha]), "png").read()

    def references(self) -> list[bytes]:
        """The images after the first, as PNGs."""
        return [codec.encode(image, "png").read() for image in self.images[1:]]

    def white_mask(self, *, has_alpha: bool) -> bytes:
        """A PNG that is white where the image may change, else black; `has_alpha`: and transparent there, too."""
        height, width = self.images[0].shape[:2]
        white = np.full((height, width), 255, np.uint8) if self.change is None else _to_bytes(self.change)
        layers = [white, white, white, 255 - white] if has_alpha else [white, white, white]
        return codec.encode(np.dstack(layers), "png").read()


def read_native_inputs(request: ImageRequest, size: Size) -> NativeInputs:
    """`size`: what the server draws. Decodes, so call it in a thread. Raises a PictureError for a broken file."""
    first = read_covering(request.images[0], size, what="image")
    change = read_change(replace(request, size=size), first)
    fills = change is not None and fills_transparency(first, change)
    flat = spread_colours(first) if fills else over_white(first)
    max_edge = max(MAX_REFERENCE_EDGE, *size)
    others = (codec.decode(image, mode="RGB", max_edge=max_edge) for image in request.images[1:])
    return NativeInputs((flat, *others), change)


def _to_bytes(change: Change) -> Pixels:
    return np.asarray(np.rint(change * 255), np.uint8)
