"""Adapts a request's images and mask to limner_illustrator. They are decoded in the worker, at the size needed."""

from dataclasses import dataclass
from typing import Any

from limner import codec
from limner.codec.geometry import covering_box, part_of
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines import masks
from limner.engines.transparency import has_transparency
from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size as DrawnSize
from limner_illustrator.edit.request import Openness

SCENE_KEY = "limner:scene"


@dataclass(frozen=True, slots=True)
class InputPicture:
    """`limner_illustrator.edit.request.InputImage`. Decoding raises a PictureError that names the image's number."""

    picture: Picture
    number: int
    """Position in the request, from 1. Error messages use it."""

    @property
    def size(self) -> DrawnSize:
        return DrawnSize(*self.picture.size)

    @property
    def scene(self) -> str | None:
        return codec.read_metadata(self.picture).get(SCENE_KEY)

    @property
    def has_alpha(self) -> bool:
        return codec.has_alpha(self.picture)

    @property
    def is_lossless(self) -> bool:
        return self.picture.format != "jpeg"

    def decode(self, *, max_edge: int | None = None) -> Pixels:
        return self._decode(max_edge=max_edge)

    def cover(self, target: DrawnSize) -> Pixels:
        size = Size(*target)
        return self._decode(size=size, box=covering_box(self.picture.size, size))

    def _decode(self, **part: Any) -> Pixels:
        try:
            return codec.decode(self.picture, mode="RGBA", **part)
        except PictureError as error:
            message = error.message.replace("image 1", f"image {self.number}")
            raise PictureError(message, param=error.param, code=error.code) from error


@dataclass(frozen=True, slots=True)
class RequestMask:
    """`limner_illustrator.edit.request.Mask`, with the mask rule shared by all engines."""

    request: ImageRequest

    @property
    def is_own_alpha(self) -> bool:
        return self.request.mask is None

    def change(self, original: Pixels, source: DrawnSize) -> Openness | None:
        if self.request.mask is not None:
            mask = decode_mask(self.request.mask, Size(*source), self.request.size)
            return masks.read_mask(mask, self.request.mask_mode)
        return masks.read_mask(original, "alpha") if has_transparency(original) else None

    def fills_transparency(self, original: Pixels, change: Openness) -> bool:
        return masks.fills_transparency(original, change)

    def blend(self, original: Pixels, edited: Pixels, change: Openness, *, fills: bool = False) -> Pixels:
        return masks.blend(original, edited, change, fills=fills)


def decode_mask(picture: Picture, source: Size, target: Size) -> Pixels:
    """RGBA at the target size. A mask of another size is scaled to cover the source, then transformed with it.

    Mask values are data, so no colour profile is applied. Raises PictureError with the error code for masks.
    """
    on_mask = covering_box(picture.size, source)
    box = part_of(on_mask, covering_box(source, target), source)
    try:
        return codec.decode(picture, mode="RGBA", size=target, box=box, convert_colors=False)
    except PictureError as error:
        message = error.message.replace("image 1", "mask 1")
        raise PictureError(message, param="mask", code="invalid_mask_image_format") from error
