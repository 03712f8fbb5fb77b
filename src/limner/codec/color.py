"""Convert pixels of any colour space to sRGB, by an embedded ICC profile or the colour chunks of a PNG."""

import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from limner.codec.container import jpeg_segments, png_chunks, webp_chunks
from limner.codec.primaries import PngColors, png_colors
from limner.codec.resample import PixelMode
from limner.core.picture import Format

Pixels = npt.NDArray[np.uint8]

MAX_PROFILE = 4_000_000
"""Bytes. Print profiles have up to 3 MB; larger ones are ignored."""
SAME = 2
"""Levels of 255. A profile that changes no colour by more than this is treated as sRGB."""
_JPEG_PREFIX = b"ICC_PROFILE\0"
_CLASSES = frozenset({"scnr", "mntr", "prtr", "spac"})
_STRIP_ROWS = 256


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile, as stored in the file."""

    data: bytes


def find_profile(file: BinaryIO, format: Format) -> Profile | PngColors | None:  # noqa: A002 (the API's name)
    """None for sRGB, and for damaged or oversized profiles."""
    match format:
        case "png":
            return _find_in_png(file)
        case "jpeg":
            data = _join_segments(file)
        case "webp":
            chunk = next((one for one in webp_chunks(file) if one.name == b"ICCP"), None)
            data = chunk.read(file, MAX_PROFILE) if chunk and chunk.size <= MAX_PROFILE else b""
    return Profile(data) if data else None


def to_srgb(pixels: Pixels, mode: PixelMode, profile: Profile | PngColors | None) -> Pixels:
    """Convert to sRGB, in place unless `mode` is CMYK. Returns RGB or RGBA."""
    if isinstance(profile, PngColors):
        return _in_strips(pixels, profile.convert)
    transform = None if profile is None else _transform(profile.data, mode == "CMYK")
    if mode == "CMYK":
        apply = _converter(transform, "CMYK") if transform else _cmyk_to_rgb
        return np.concatenate([apply(strip) for strip in _strips(pixels)])
    if transform is None or not _changes(transform):
        return pixels
    return _in_strips(pixels, _converter(transform, transform.input_mode))


def _in_strips(pixels: Pixels, convert: Any) -> Pixels:
    """Convert the colour channels in place."""
    for strip in _strips(pixels):
        strip[..., :3] = convert(np.ascontiguousarray(strip[..., :3]))
    return pixels


def _strips(pixels: Pixels) -> list[Pixels]:
    return [pixels[top : top + _STRIP_ROWS] for top in range(0, len(pixels), _STRIP_ROWS)]


def _cmyk_to_rgb(cmyk: Pixels) -> Pixels:
    return np.asarray(_image(cmyk, "CMYK").convert("RGB"))


def _image(pixels: Pixels, mode: str) -> Image.Image:
    size = pixels.shape[1], pixels.shape[0]
    return Image.frombuffer(mode, size, np.ascontiguousarray(pixels), "raw", mode, 0, 1)


@lru_cache(maxsize=8)
def _transform(profile: bytes, is_cmyk: bool) -> ImageCms.ImageCmsTransform | None:
    """None if the profile is damaged or not for this kind of pixels."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        space = opened.profile.xcolor_space.strip()
        if opened.profile.device_class not in _CLASSES or is_cmyk != (space == "CMYK"):
            return None
        mode = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}[space]
        return ImageCms.buildTransform(
            opened,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION if is_cmyk else ImageCms.Flags.NONE,
        )
    except (ImageCms.PyCMSError, OSError, KeyError, ValueError, TypeError):
        return None


def _converter(transform: ImageCms.ImageCmsTransform, mode: str) -> Any:
    def convert(pixels: Pixels) -> Pixels:
        channels = pixels[..., 0] if mode == "L" else pixels
        return np.asarray(transform.apply(_image(channels, mode)))

    return convert


def _changes(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether the colour space differs from sRGB, tested on greys and a lattice of colours."""
    levels = np.linspace(0, 255, 9).astype(np.uint8)
    lattice = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(1, -1, 3)
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    sample = greys if transform.input_mode == "L" else np.concatenate([greys, lattice], axis=1)
    converted = _converter(transform, transform.input_mode)(sample)
    return bool(np.abs(converted.astype(np.int16) - sample).max() > SAME)


def _find_in_png(file: BinaryIO) -> Profile | PngColors | None:
    """Precedence: cICP, iCCP, sRGB, gAMA with cHRM."""
    found: dict[bytes, bytes] = {}
    for chunk in png_chunks(file):
        if chunk.name == b"IDAT":
            break
        if chunk.name in (b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM") and chunk.size <= MAX_PROFILE:
            found.setdefault(chunk.name, chunk.read(file, MAX_PROFILE))
    if b"cICP" not in found and b"iCCP" in found:
        profile = _inflate(found[b"iCCP"])
        if profile is not None:
            return Profile(profile)
    return png_colors(found)


def _inflate(content: bytes) -> bytes | None:
    _name, _, rest = content.partition(b"\0")
    inflater = zlib.decompressobj()
    try:
        profile = inflater.decompress(rest[1:], MAX_PROFILE)
    except zlib.error:
        return None
    return profile if inflater.eof else None


def _join_segments(file: BinaryIO) -> bytes:
    """Join a JPEG's profile, which may be split into up to 255 numbered segments."""
    parts: dict[int, bytes] = {}
    count = 0
    for segment in jpeg_segments(file):
        if segment.name != b"\xe2":
            continue
        content = segment.read(file, 65_533)
        if content.startswith(_JPEG_PREFIX) and len(content) >= len(_JPEG_PREFIX) + 2:
            number, count = struct.unpack_from("BB", content, len(_JPEG_PREFIX))
            parts.setdefault(number, content[len(_JPEG_PREFIX) + 2 :])
    if sorted(parts) != list(range(1, count + 1)):
        return b""
    data = b"".join(parts[number] for number in range(1, count + 1))
    return data if len(data) <= MAX_PROFILE else b""
