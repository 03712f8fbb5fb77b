"""The part of the completion that needs pixels. Imports the libraries of `limner[pixels]`."""

from typing import Literal

import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.codec.geometry import covering_box
from limner.core.errors import EngineError, PictureError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.masks import Change, Pixels, blend, fills_transparency, openness, settle
from limner.engines.transparency import has_transparency, resolve_background


def finish(picture: Picture, request: ImageRequest, *, is_masked: bool) -> Picture:
    """The picture in the requested size, format and background, with the protected pixels of the first input image."""
    drawn = _decode_upstream(picture, request.size)
    original = change = None
    if is_masked:
        original = read_covering(request.images[0], request.size, what="image")
        change = read_change(request, original)
    if original is None or change is None:
        background = resolve_background(request, is_transparent=has_transparency(drawn))
        pixels = drawn if background == "transparent" else over_white(drawn) if drawn.shape[2] == 4 else drawn
        if is_unchanged(picture, request, drawn, background):
            return picture
    else:
        fills = fills_transparency(original, change)
        keeps_alpha = request.mask is not None and has_transparency(original) and not fills
        background = resolve_background(request, is_transparent=keeps_alpha)
        if background == "opaque":
            drawn = over_white(drawn) if drawn.shape[2] == 4 else drawn
            original = original if fills else over_white(original)
        pixels = blend(original, drawn, change, fills=fills)
    if background == "opaque":
        pixels = np.ascontiguousarray(pixels[..., :3])
    elif pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    return codec.encode(pixels, request.output_format, compression=request.output_compression)


def is_unchanged(picture: Picture, request: ImageRequest, drawn: Pixels, background: str) -> bool:
    """Whether only an alpha channel without transparency made the picture look incomplete: it is not encoded again."""
    is_same = picture.size == request.size and picture.format == request.output_format
    is_fine = request.output_format == "png" or request.output_compression == 100
    return is_same and is_fine and background == "opaque" and not has_transparency(drawn)


def read_covering(image: Picture, size: Size, *, what: Literal["image", "mask"]) -> Pixels:
    """RGBA, scaled to cover `size`, centre-cropped. Raises a PictureError: the client sent a broken file."""
    box = covering_box(image.size, size)
    try:
        return codec.decode(image, mode="RGBA", size=size, box=box, convert_colors=what == "image")
    except PictureError as error:
        if what == "image":
            raise
        message = error.message.replace("image 1", "mask 1")
        raise PictureError(message, param="mask", code="invalid_mask_image_format") from error


def read_change(request: ImageRequest, original: Pixels) -> Change | None:
    """Where the result may change. None: everywhere. `original`: the first image in the requested size."""
    if request.mask is not None:
        return settle(openness(read_covering(request.mask, request.size, what="mask"), request.mask_mode))
    if request.alpha_is_mask and has_transparency(original):
        return settle(openness(original, "alpha"))
    return None


def _decode_upstream(picture: Picture, size: Size) -> Pixels:
    """RGB, or RGBA if the file has transparency."""
    mode: Literal["RGB", "RGBA"] = "RGBA" if codec.has_alpha(picture) else "RGB"
    try:
        return codec.decode(picture, mode=mode, size=size, box=covering_box(picture.size, size))
    except PictureError as error:
        raise EngineError("The upstream server returned a damaged image.", code="upstream_invalid_image") from error
