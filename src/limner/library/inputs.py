"""Input images: bytes, paths, open files, (name, bytes) pairs, PIL images, arrays, images of earlier responses."""

import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from limner import codec
from limner.core.pixel_count import PixelCount
from limner.core.upload import Upload
from limner.families.family import Fields
from limner.library.types import EncodedImage
from limner.settings import Limits

FILES = ("image", "mask")


def read_inputs(parameters: Mapping[str, Any], limits: Limits) -> Fields:
    """The parameters of a call as the fields of a body. None means that a parameter was omitted."""
    given = {name: value for name, value in parameters.items() if value is not None}
    pixels = PixelCount()
    files = {name: _uploads(given[name], name, pixels, limits) for name in FILES if name in given}
    return Fields("form" if files else "json", given | files)


def _uploads(value: Any, name: str, pixels: PixelCount, limits: Limits) -> tuple[Upload, ...]:
    in_list = isinstance(value, list)
    return tuple(_upload(one, name, pixels, limits, in_list=in_list) for one in (value if in_list else [value]))


def _upload(value: Any, name: str, pixels: PixelCount, limits: Limits, *, in_list: bool) -> Upload:
    content = _bytes(value)
    picture = codec.probe(content)
    problem = None
    if picture is not None:
        problem = pixels.add(
            picture.size, name, max_pixels=limits.max_pixels, max_request_pixels=limits.max_request_pixels
        )
    return Upload(
        picture=picture,
        num_bytes=len(content),
        has_alpha=picture is not None and codec.has_alpha(picture),
        content_type=f"image/{picture.format}" if picture else None,
        filename="image",
        in_list=in_list,
        looks_like=codec.describe_foreign(content) if picture is None else None,
        problem=problem,
    )


def _bytes(value: Any) -> bytes:
    match value:
        case bytes() | bytearray() | memoryview():
            return bytes(value)
        case str() | os.PathLike():
            return Path(value).read_bytes()
        case EncodedImage():
            return value.data
        case (_, content, *_):
            return _bytes(content)
    if _is_instance(value, "PIL.Image", "Image"):
        buffer = io.BytesIO()
        value.save(buffer, "PNG")
        return buffer.getvalue()
    if _is_instance(value, "numpy", "ndarray"):
        return codec.encode(value, "png").read()
    if hasattr(value, "read"):
        return bytes(value.read())
    raise TypeError(f"Expected bytes, a path, an open file, a PIL image or an array, but got {type(value).__name__}.")


def _is_instance(value: Any, module: str, name: str) -> bool:
    """Check the type without importing its module: if that is not loaded, no instance of the type exists."""
    return module in sys.modules and isinstance(value, getattr(sys.modules[module], name))
