"""The image formats. What else a new one needs: docs/architecture.md, "Where to add"."""

from collections.abc import Mapping
from typing import NamedTuple

from limner.core.picture import Format


class FormatInfo(NamedTuple):
    media_type: str
    suffixes: tuple[str, ...]
    """Of file names; new files get the first."""


FORMATS: Mapping[Format, FormatInfo] = {
    "png": FormatInfo("image/png", (".png",)),
    "webp": FormatInfo("image/webp", (".webp",)),
    "jpeg": FormatInfo("image/jpeg", (".jpg", ".jpeg")),
}
"""In the order in which error messages list them."""
MEDIA_TYPES: Mapping[str, str] = {name: info.media_type for name, info in FORMATS.items()}
FORMAT_OF_SUFFIX: Mapping[str, Format] = {suffix: name for name, info in FORMATS.items() for suffix in info.suffixes}
