"""Decode images to upright sRGB pixels, no larger than needed."""

from typing import BinaryIO, Literal

import numpy as np
import numpy.typing as npt

from limner.codec.alpha import over_white
from limner.codec.color import find_profile, to_srgb
from limner.codec.container import open_data
from limner.codec.geometry import Box, fitting_size, whole
from limner.codec.jpeg_source import JpegSource
from limner.codec.limits import DecodeLimitError
from limner.codec.orientation import is_sideways, stored_box
from limner.codec.png_source import PngSource
from limner.codec.probe import orientation
from limner.codec.resample import PixelSource, read_pixels
from limner.codec.webp_source import WebpSource
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size

Mode = Literal["RGB", "RGBA"]
Pixels = npt.NDArray[np.uint8]


def decode(
    picture: Picture,
    *,
    mode: Mode,
    size: Size | None = None,
    box: Box | None = None,
    max_edge: int | None = None,
    convert_colors: bool = True,
) -> Pixels:
    """Returns pixels (H, W, 3 or 4), unpremultiplied; the first frame of an animation.

    `box` selects a part of the upright image, and `size` is its size in the result; both can save most of the memory
    and time that the whole image would take. `max_edge`, instead of `size`, scales down in proportion. Transparency is
    composed over white if `mode` is RGB. Colours are converted to sRGB unless `convert_colors` is false.

    Raises a PictureError if the data is damaged or decoding would take too many resources. The caller has checked
    `picture.size`; data whose size differs between `probe` and the decoder counts as damaged.
    """
    box = box or whole(picture.size)
    wanted = size or fitting_size(Size(round(box.width), round(box.height)), max_edge or max(picture.size))
    try:
        with open_data(picture.data) as file:
            turn = orientation(file, picture.format)
            sideways = is_sideways(turn)
            stored = Size(*picture.size[::-1]) if sideways else picture.size
            part = stored_box(box, stored, turn)
            scaled = Size(*wanted[::-1]) if sideways else wanted
            source = _open(file, picture, stored, min(part.width / scaled.width, part.height / scaled.height))
            pixels = read_pixels(source, _rescale(part, stored, source.size), scaled)
            profile = find_profile(file, picture.format) if convert_colors else None
        pixels = to_srgb(pixels, source.mode, profile)
    except (DecodeLimitError, MemoryError):
        raise
    except Exception as error:  # decoders raise many kinds of errors for damaged data
        raise PictureError(
            "Invalid image file or mode for image 1, please check your image file.",
            param="image",
            code="invalid_image_file",
        ) from error
    return _set_upright(_with_channels(pixels, mode), turn)


def _open(file: BinaryIO, picture: Picture, stored: Size, reduction: float) -> PixelSource:
    match picture.format:
        case "png":
            return PngSource(file, stored)
        case "jpeg":
            return JpegSource(file, stored, reduction)
        case "webp":
            return WebpSource(file, stored)


def _rescale(box: Box, size: Size, decoded: Size) -> Box:
    """The same part in the coordinates of an image that the decoder has scaled down."""
    if decoded == size:
        return box
    across, down = decoded.width / size.width, decoded.height / size.height
    return Box(box.left * across, box.top * down, box.right * across, box.bottom * down)


def _with_channels(pixels: Pixels, mode: Mode) -> Pixels:
    has_alpha = pixels.shape[2] == 4
    if mode == "RGB":
        return over_white(pixels) if has_alpha else pixels
    if has_alpha:
        return pixels
    out = np.full((*pixels.shape[:2], 4), 255, np.uint8)
    out[..., :3] = pixels
    return out


def _set_upright(pixels: Pixels, orientation: int) -> Pixels:
    match orientation:
        case 2:
            pixels = pixels[:, ::-1]
        case 3:
            pixels = pixels[::-1, ::-1]
        case 4:
            pixels = pixels[::-1]
        case 5:
            pixels = pixels.swapaxes(0, 1)
        case 6:
            pixels = np.rot90(pixels, -1)
        case 7:
            pixels = pixels[::-1, ::-1].swapaxes(0, 1)
        case 8:
            pixels = np.rot90(pixels)
    return np.ascontiguousarray(pixels)
