"""Parameter types for `size`, and how `auto` is resolved."""

import re
from typing import Literal

from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from limner.families.readers import Param, choice, wrong_type_error
from limner.families.wording import shorten

AUTO: Literal["auto"] = "auto"
MIN_EDGE, MAX_EDGE = 64, 3840
MIN_PIXELS, MAX_PIXELS = 655_360, 8_294_400
MAX_ASPECT = 3
GRID = 16

SQUARE = Size(1024, 1024)
CLASSIC = (SQUARE, Size(1024, 1536), Size(1536, 1024))


def exact_size(*names: str, auto: bool = False, default: object) -> Param:
    """One of a few sizes: dall-e and the first GPT image models in strict mode."""
    values: dict[str, object] = {name: _parse(name) for name in names}
    return choice(values | ({"auto": AUTO} if auto else {}), default=default)


def flexible_size(*, default: object = AUTO) -> Param:
    """gpt-image-2 and later in strict mode: multiples of 16, 1:3 to 3:1, a longest edge and a pixel budget."""

    def read(name: str, raw: object) -> Size | Literal["auto"]:
        size = _read(name, raw)
        if size == AUTO:
            return AUTO
        width, height = size
        if width % GRID or height % GRID:
            raise _invalid_error(raw, "Width and height must both be divisible by 16.")
        if max(size) > MAX_EDGE:
            raise _invalid_error(raw, f"The longest edge must be less than or equal to {MAX_EDGE}.")
        if max(size) > MAX_ASPECT * min(size):
            raise _invalid_error(raw, "The aspect ratio must be between 1:3 and 3:1.")
        if width * height < MIN_PIXELS:
            raise _invalid_error(raw, "Requested resolution is below the current minimum pixel budget.")
        if width * height > MAX_PIXELS:
            raise _invalid_error(raw, "Requested resolution is above the current maximum pixel budget.")
        return size

    return Param(read=read, schema=_SCHEMA, default=default)


def any_size(*, default: object = AUTO) -> Param:
    """Lenient mode: any size that an engine can draw."""

    def read(name: str, raw: object) -> Size | Literal["auto"]:
        size = _read(name, raw)
        if size != AUTO and max(size) > MAX_EDGE:
            raise _invalid_error(raw, f"The longest edge must be less than or equal to {MAX_EDGE}.")
        if size != AUTO and min(size) < MIN_EDGE:
            raise _invalid_error(raw, f"The shortest edge must be greater than or equal to {MIN_EDGE}.")
        return size

    return Param(read=read, schema=_SCHEMA, default=default)


def match_input_size(images: tuple[Picture, ...]) -> Size:
    """The size of the first input image, scaled into the supported range; a square without images."""
    if not images:
        return SQUARE
    width, height = images[0].size
    scale = min(1.0, MAX_EDGE / max(width, height), (MAX_PIXELS / (width * height)) ** 0.5)
    return Size(*(min(MAX_EDGE, max(MIN_EDGE, round(edge * scale))) for edge in (width, height)))


def nearest_classic_size(images: tuple[Picture, ...]) -> Size:
    """The supported size of the first GPT image models whose aspect ratio is nearest to the first input image."""
    if not images:
        return SQUARE
    aspect = images[0].size.width / images[0].size.height
    return min(CLASSIC, key=lambda size: abs(size.width / size.height - aspect))


_SCHEMA = {"type": "string", "pattern": r"^(auto|[0-9]+x[0-9]+)$"}
_WIDTH_X_HEIGHT = re.compile(r"([0-9]{1,9})x([0-9]{1,9})", re.ASCII)


def _read(name: str, raw: object) -> Size | Literal["auto"]:
    if not isinstance(raw, str):
        raise wrong_type_error(name, raw, "a string")
    if raw == AUTO:
        return AUTO
    match = _WIDTH_X_HEIGHT.fullmatch(raw)
    size = Size(*map(int, match.groups())) if match else Size(0, 0)
    if not min(size):
        raise _invalid_error(raw, "Expected WIDTHxHEIGHT, for example '1824x1024'.")
    return size


def _invalid_error(raw: object, why: str) -> PictureError:
    return PictureError(f"Invalid size '{shorten(raw)}'. {why}", param="size", code="invalid_value")


def _parse(name: str) -> Size:
    width, height = name.split("x")
    return Size(int(width), int(height))
