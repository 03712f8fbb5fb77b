"""The part of the completion that needs pixels. Imports the libraries of `limner[pixels]`."""

from typing import Literal, TypeVar, cast

import cv2
import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.codec.geometry import covering_box, covering_size
from limner.core.errors import PictureError, UpstreamError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.masks import Change, Pixels, blend, fills_transparency, openness, settle
from limner.engines.proxy.profiles import MaskForm
from limner.engines.transparency import has_transparency, resolve_background

AnyPixels = TypeVar("AnyPixels", Pixels, Change)


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
        raise UpstreamError("The upstream server returned a damaged image.", code="upstream_invalid_image") from error


def frame_image(image: Picture, request: ImageRequest, size: Size) -> Picture:
    """The image as the requested result shows it, in the middle of `size`; its border is repeated around it."""
    pixels = read_covering(image, request.size, what="image")
    return codec.encode(_frame(pixels, request.size, size), "png")


def frame_mask(request: ImageRequest, size: Size, form: MaskForm) -> Picture:
    """The mask for `frame_image`: what is around the image is protected like its border."""
    original = read_covering(request.images[0], request.size, what="image")
    change = read_change(request, original)
    allowed = np.ones(original.shape[:2], np.float32) if change is None else change
    return _encode_mask(_frame(allowed, request.size, size), form)


def convert_mask(request: ImageRequest, form: MaskForm) -> Picture:
    """The mask at its own size, in the form of the server."""
    if request.mask is None:
        own = codec.decode(request.images[0], mode="RGBA", convert_colors=False)
        return _encode_mask(settle(openness(own, "alpha")), form)
    mask = read_covering(request.mask, request.mask.size, what="mask")
    return _encode_mask(settle(openness(mask, request.mask_mode)), form)


def as_png(image: Picture) -> Picture:
    pixels = codec.decode(image, mode="RGBA" if codec.has_alpha(image) else "RGB")
    return codec.encode(pixels, "png")


def _frame(pixels: AnyPixels, inner: Size, size: Size) -> AnyPixels:
    """Pad to the aspect ratio of `size`, so that cutting out the middle gives `inner` again, and scale to it."""
    padded = covering_size(size, inner)
    left, top = (padded.width - inner.width) // 2, (padded.height - inner.height) // 2
    rows = np.clip(np.arange(padded.height) - top, 0, inner.height - 1)
    columns = np.clip(np.arange(padded.width) - left, 0, inner.width - 1)
    framed = pixels[np.ix_(rows, columns)]
    if size == padded:
        return framed
    shrinks = size.width < padded.width
    return cast(AnyPixels, cv2.resize(framed, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR))


def _encode_mask(change: Change, form: MaskForm) -> Picture:
    """`alpha`: transparent where the image may change. `white` and `black`: opaque, of that colour there."""
    level = np.rint(change * 255).astype(np.uint8)
    if form == "alpha":
        mask = np.zeros((*level.shape, 4), np.uint8)
        mask[..., 3] = 255 - level
        return codec.encode(mask, "png")
    return codec.encode(np.repeat((level if form == "white" else 255 - level)[..., None], 3, axis=2), "png")
