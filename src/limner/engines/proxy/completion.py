"""Makes an upstream server's picture what was asked for: size, format, compression, background, protected pixels."""

from collections.abc import Collection
from importlib import import_module
from typing import Any

from limner import codec
from limner.core.errors import EngineError, UpstreamError
from limner.core.picture import Background, Picture, Size
from limner.core.request import ImageRequest

MAX_CROP = 0.02
"""Share of a picture that may be cut off without a note."""
GRID = 16
"""Or less than this many pixels of an edge: servers round sizes up to the grid of their models."""
NO_RETRY = {"x-should-retry": "false"}


def complete(data: bytes, request: ImageRequest, *, is_masked: bool, obeyed: Collection[str] = frozenset()) -> Picture:
    """May decode and encode pixels: call it in a thread.

    `is_masked`: protected pixels of the first input image have to be pasted into the picture. `obeyed`: of
    `background` and `output_compression`, those that the server has applied itself. A picture that is already right is
    returned as it is, without decoding it.

    Raises an UpstreamError if the data is no picture, an EngineError if `limner[pixels]` is needed and not installed.
    """
    picture = read_picture(data)
    if not is_masked and is_complete(picture, request, obeyed):
        return picture
    return import_pixels().finish(picture, request, is_masked=is_masked)  # type: ignore[no-any-return]


def read_picture(data: bytes) -> Picture:
    """Reads the header only. Raises an UpstreamError if the data is no picture."""
    picture = codec.probe(data)
    if picture is None:
        found = codec.describe_foreign(data)
        what = f"returned {found}" if found else "returned data that is not an image"
        raise UpstreamError(f"The upstream server {what}.", code="upstream_invalid_image")
    return picture


def is_complete(picture: Picture, request: ImageRequest, obeyed: Collection[str]) -> bool:
    """Whether the picture has the requested size, format, compression and background."""
    if picture.size != request.size or picture.format != request.output_format:
        return False
    is_lossy = request.output_format != "png" and request.output_compression < 100
    if is_lossy and "output_compression" not in obeyed:
        return False
    if request.background == "auto":
        return True
    if request.background == "opaque" and "background" in obeyed:
        return True  # some servers write an alpha channel that is opaque everywhere
    return codec.has_alpha(picture) == (request.background == "transparent")


def background_of(picture: Picture, request: ImageRequest) -> Background:
    """The background of a completed picture."""
    if request.background != "auto":
        return request.background
    return "transparent" if codec.has_alpha(picture) else "opaque"


def describe_crop(drawn: Size, wanted: Size) -> str | None:
    """A note for the client if `complete` cuts off a part of a picture of another aspect ratio."""
    across, down = wanted.width / drawn.width, wanted.height / drawn.height
    if min(across, down) >= (1 - MAX_CROP) * max(across, down):
        return None
    if 0 <= drawn.width - wanted.width < GRID and 0 <= drawn.height - wanted.height < GRID:
        return None
    return f"drawn at {drawn} and cropped to the aspect ratio of {wanted}"


def import_pixels() -> Any:
    try:
        return import_module("limner.engines.proxy.pixels")
    except ModuleNotFoundError as error:
        raise EngineError(
            "This server cannot convert the picture of the upstream server to the requested size, format or mask."
            " Its operator has to run: pip install 'limner[pixels]'",
            code="engine_not_installed",
            headers=NO_RETRY,
        ) from error
