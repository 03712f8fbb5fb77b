"""Pictures of servers with a protocol of their own. Those servers write their settings into the files."""

import logging
from dataclasses import replace
from importlib import import_module
from typing import Any

from limner.codec.metadata import remove_png_texts
from limner.core.errors import APIError, EngineError
from limner.core.picture import CompletedImage, PartialImage
from limner.core.request import ImageRequest
from limner.engines.native_server import NO_RETRY
from limner.engines.proxy.completion import background_of, complete, describe_crop, read_picture
from limner.engines.proxy.input_images import has_mask

log = logging.getLogger("limner.engines")


def make_preview(data: bytes, request: ImageRequest, image_index: int, number: int) -> PartialImage | None:
    """None if it cannot be read: the image does not depend on it. May decode pixels: call it in a thread."""
    try:
        picture = complete(data, request, is_masked=has_mask(request))
    except APIError as error:
        log.warning("A preview is left out: %s", error)
        return None
    return PartialImage(
        image_index=image_index,
        partial_image_index=number,
        picture=picture,
        background=background_of(picture, request),
    )


def make_image(
    data: bytes, request: ImageRequest, image_index: int, *, drawing_s: float, note: str | None = None
) -> CompletedImage:
    """May decode and encode pixels: call it in a thread. Raises an EngineError if the data is no picture."""
    drawn = read_picture(data)
    if drawn.format == "png":
        data = remove_png_texts(data)
    else:  # encoding removes them
        as_png = replace(request, output_format="png", background="auto")
        data = complete(data, as_png, is_masked=False).read()
    picture = complete(data, request, is_masked=has_mask(request))
    notes = [text for text in (describe_crop(drawn.size, request.size), note) if text]
    return CompletedImage(
        image_index=image_index,
        picture=picture,
        background=background_of(picture, request),
        drawing_s=drawing_s,
        note="; ".join(notes) or None,
    )


def import_inputs() -> Any:
    """The module `native_inputs`. Raises an EngineError if its libraries are not installed."""
    try:
        return import_module("limner.engines.native_inputs")
    except ModuleNotFoundError as error:
        raise EngineError(
            "This server cannot read input images. Its operator has to run: pip install 'limner[pixels]'",
            code="engine_not_installed",
            headers=NO_RETRY,
        ) from error
