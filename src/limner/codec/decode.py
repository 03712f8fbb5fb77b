"""Whole pictures to pixels, set upright."""

import io
from collections.abc import Callable
from typing import BinaryIO, Literal

import numpy as np
import numpy.typing as npt
from isal import isal_zlib
from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from limner.codec.alpha import over_white
from limner.codec.container import PNG_SIGNATURE, SOS, Chunk, jpeg_segments, open_data, png_chunks
from limner.codec.orientation import is_sideways, set_upright
from limner.codec.probe import orientation
from limner.core.errors import PictureError
from limner.core.picture import Format, Picture

Mode = Literal["RGB", "RGBA"]

_OPENERS: dict[Format, Callable[[BinaryIO], Image.Image]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}
"""Not Image.open, which has an opinion of its own about sizes."""
_PNG_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_JPEG_DROPPED = frozenset(bytes([code]) for code in (*range(0xE1, 0xEE), 0xEF, 0xFE))
"""Every application segment and comment, except those that say how colours are stored: APP0 and APP14."""


def decode(picture: Picture, *, mode: Mode, max_edge: int | None = None) -> npt.NDArray[np.uint8]:
    """The pixels, (H, W, 3 or 4), unpremultiplied; of an animation, its first frame.

    With `max_edge` the picture is made smaller until no edge is longer, which can cost far less than all of it.
    Transparency is laid over white where `mode` has none. Raises a PictureError if the data is broken. The caller has
    checked `picture.size`; data that claims one size to `probe` and another to the decoder counts as broken.
    """
    try:
        with open_data(picture.data) as file:
            turn = orientation(file, picture.format)
            stored = picture.size[::-1] if is_sideways(turn) else picture.size
            with _OPENERS[picture.format](_pixel_data(file, picture.format)) as opened:
                if opened.size != stored:
                    raise ValueError(f"It claims to have {opened.size} pixels, and {stored}.")
                pixels = _load(opened, mode, max_edge)
    except Exception as error:  # whatever a decoder makes of broken data, it means the same to a client
        raise PictureError(
            "Invalid image file or mode for image 1, please check your image file.",
            param="image",
            code="invalid_image_file",
        ) from error
    if mode == "RGB" and pixels.shape[2] == 4:
        pixels = over_white(pixels)
    return set_upright(pixels, turn)


def _pixel_data(file: BinaryIO, format: Format) -> BinaryIO:  # noqa: A002 (the client's word)
    """Only what is needed to decode the pixels: Pillow looks into everything else, and warns or fails over it."""
    match format:
        case "png":
            parts = [PNG_SIGNATURE, *(_checked(chunk, file) for chunk in png_chunks(file) if chunk.name in _PNG_NEEDED)]
        case "jpeg":
            parts = [b"\xff\xd8"]
            for segment in jpeg_segments(file):
                if segment.name not in _JPEG_DROPPED:
                    file.seek(segment.start - 4)
                    parts.append(file.read() if segment.name == SOS else file.read(segment.size + 4))
        case "webp":
            file.seek(0)
            return file
    return io.BytesIO(b"".join(parts))


def _checked(chunk: Chunk, file: BinaryIO) -> bytes:
    """A PNG chunk, whole: Pillow would pass over a wrong checksum, and show the damage."""
    file.seek(chunk.start - 8)
    data = file.read(chunk.size + 12)
    if len(data) < chunk.size + 12 or isal_zlib.crc32(memoryview(data)[4:-4]) != int.from_bytes(data[-4:], "big"):
        raise ValueError(f"The chunk {chunk.name!r} is damaged.")
    return data


def _load(opened: Image.Image, mode: Mode, max_edge: int | None) -> npt.NDArray[np.uint8]:
    """Not yet upright; with transparency although `mode` has none, if the picture has it."""
    size = _reduced(opened.size, max_edge)
    if size != opened.size:
        opened.draft(None, size)
    image = _to_eight_bits(opened)
    if image.mode != mode == "RGBA":
        image = image.convert(mode)
    if size != image.size:
        image = image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return np.array(image)


def _reduced(size: tuple[int, int], max_edge: int | None) -> tuple[int, int]:
    if max_edge is None or max(size) <= max_edge:
        return size
    scale = max_edge / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """RGB or RGBA, whatever it was."""
    if image.mode == "I;16":
        return _from_sixteen_bits(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits: Pillow's own conversion cuts off everything above 255."""
    values = np.asarray(image)
    grey = Image.fromarray((values >> 8).astype(np.uint8)).convert("RGB")
    if "transparency" in image.info:
        alpha = np.where(values == image.info["transparency"], 0, 255).astype(np.uint8)
        grey.putalpha(Image.fromarray(alpha))
    return grey
