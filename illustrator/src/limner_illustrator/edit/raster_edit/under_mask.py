"""A picture and the mask over it, as an edit needs them: brought to the requested size, the transparency understood."""

from dataclasses import dataclass

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import add_opaque_alpha, compose_over_white
from limner_illustrator.edit.raster_edit.layers import as_layer
from limner_illustrator.edit.request import DrawingRequest, Mask, Openness
from limner_illustrator.edit.source import Source

PHOTO_SHARE = 0.9
"""What is opaque fills at least this part of its bounding box in a photograph, and less in a cut-out."""


@dataclass(frozen=True, slots=True)
class MaskedPicture:
    original: Pixels
    """RGBA, of the requested size."""
    change: Openness
    decoded_size: Size
    mask: Mask

    @property
    def is_fillable(self) -> bool:
        """Whether the mask opens all that is transparent, as for outpainting."""
        return self.mask.fills_transparency(self.original, self.change)

    @property
    def is_photo(self) -> bool:
        """Whether what is opaque is a rectangle, and no cut-out."""
        shown = self.original[..., 3] >= 128
        rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
        if not len(rows):
            return False
        box = (rows[-1] - rows[0] + 1) * (columns[-1] - columns[0] + 1)
        return bool(np.count_nonzero(shown) >= PHOTO_SHARE * box)


@dataclass(frozen=True, slots=True)
class MaskedEdit:
    """How the pixels go into an edit, and how what comes out is laid under the mask."""

    picture: MaskedPicture
    is_transparent: bool
    fills: bool

    @property
    def ground(self) -> Pixels:
        """What is edited: RGBA if the result stays a cut-out, else RGB."""
        original = self.picture.original
        if self.fills:
            return spread_colours(original)
        return as_layer(original) if self.is_transparent else compose_over_white(original)

    def lay_under(self, edited: Pixels) -> Pixels:
        """The result: RGBA if it is transparent. Every pixel that the mask protects is the original's."""
        original, change, blend = self.picture.original, self.picture.change, self.picture.mask.blend
        if self.fills:
            filled = blend(original, compose_over_white(edited), change, fills=True)
            return filled if self.is_transparent else np.ascontiguousarray(filled[..., :3])
        if self.is_transparent:
            return blend(original, add_opaque_alpha(edited), change)
        return blend(compose_over_white(original), compose_over_white(edited), change)


def read_masked(request: DrawingRequest, first: Source) -> MaskedPicture | None:
    """None if there is no mask: neither one that was sent nor, where it counts as one, transparency."""
    if request.mask is None:
        return None
    original = first.cover(request.size)
    change = request.mask.change(original, first.size)
    return None if change is None else MaskedPicture(original, change, first.size, request.mask)
