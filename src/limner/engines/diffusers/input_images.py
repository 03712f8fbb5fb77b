"""Input images as a model needs them, and the way back to an output of exactly the requested size. Uses no torch."""

from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.codec.geometry import covering_box, fitting_size
from limner.core.picture import Background, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.masks import Change, Pixels, blend, fills_transparency, openness, settle
from limner.engines.transparency import has_transparency, resolve_background, spread_colours

AnyPixels = TypeVar("AnyPixels", Pixels, Change)

SOURCE_PIXELS = 1024 * 1024
"""Sources are reduced to this area, or to the requested size if that is larger: about what pipelines reduce them to
themselves, but in the thread of the device."""
MAX_ASPECT = 4
MAX_JOINED_PIXELS = 16_000_000
"""Of several sources side by side."""
WHITE, GREY = 255, 128
MIN_LIGHT = 235
"""Lighter colours could be mistaken for a white background."""
MAX_LIGHT_SHARE = 0.1
MAX_KEY_DISTANCE = 26
"""How far, 0 to 255, a drawn pixel may be from the background colour and still be keyed out."""
MIN_KEYED_SHARE = 0.3
"""If less of the transparent area still has the background colour, the model drew a background of its own."""


@dataclass(frozen=True, slots=True)
class PaddedSize:
    """`size`, scaled to `scaled`, and centred in the next larger size whose edges are multiples of `grid`."""

    size: Size
    grid: int
    scaled: Size | None = None
    """None: `size`."""

    @property
    def padded(self) -> Size:
        """What the model draws."""
        return Size(*(max(1, -(-edge // self.grid)) * self.grid for edge in self._scaled))

    @property
    def _scaled(self) -> Size:
        return self.scaled or self.size

    @property
    def _left_top(self) -> tuple[int, int]:
        return (self.padded.width - self._scaled.width) // 2, (self.padded.height - self._scaled.height) // 2

    def pad(self, pixels: AnyPixels) -> AnyPixels:
        """From `size` to `padded`: border pixels are repeated."""
        left, top = self._left_top
        scaled = resize(pixels, self._scaled)
        rows = np.clip(np.arange(self.padded.height) - top, 0, self._scaled.height - 1)
        columns = np.clip(np.arange(self.padded.width) - left, 0, self._scaled.width - 1)
        return scaled[np.ix_(rows, columns)]

    def crop(self, pixels: Pixels) -> Pixels:
        """From `padded` to `size`."""
        left, top = self._left_top
        inner = pixels[top : top + self._scaled.height, left : left + self._scaled.width]
        return np.ascontiguousarray(resize(inner, self.size))


@dataclass(frozen=True, slots=True)
class InputImages:
    sources: tuple[Pixels, ...] = ()
    """RGB, as uploaded; the first as `model_input` where transparency is kept or filled."""
    original: Pixels | None = None
    """The first source in the requested size: RGBA if the result has alpha or the mask opens transparent pixels."""
    model_input: Pixels | None = None
    """RGB: `original` as the model gets it."""
    change: Change | None = None
    """Where the image may change. None: everywhere."""
    background: Background = "opaque"
    """Of the result."""
    fills: bool = False
    """The mask opens all that is transparent: what is drawn there is opaque."""


def no_input_images(request: ImageRequest) -> InputImages:
    return InputImages(background=resolve_background(request, is_transparent=False))


def read_input_images(request: ImageRequest) -> InputImages:
    """Decodes, so call it in a thread. Raises a PictureError for a broken file."""
    if not request.images:
        return no_input_images(request)
    sources, transparent = _read_sources(request)
    original = _read_covering(request.images[0], request.size)
    change = _read_change(request, original)
    fills = change is not None and fills_transparency(original, change)
    # Transparency that serves as the mask is not kept.
    stays = transparent[0] and request.mask is not None and not fills
    keeps_alpha = all(transparent) if change is None else stays
    background = resolve_background(request, is_transparent=keeps_alpha)
    flatten = spread_colours if fills else over_backdrop if background == "transparent" else over_white
    model_input = flatten(original)
    if not fills and background == "opaque":
        original = model_input
    if flatten is not over_white:
        sources = (model_input, *sources[1:])
    return InputImages(sources, original, model_input, change, background, fills)


def _read_sources(request: ImageRequest) -> tuple[tuple[Pixels, ...], list[bool]]:
    """RGB over white, and whether each has transparency."""
    sources, transparent = [], []
    for image in request.images:
        pixels = _read_source(image, request.size)
        transparent.append(has_transparency(pixels))
        sources.append(over_white(pixels))
    return tuple(sources), transparent


def _read_change(request: ImageRequest, original: Pixels) -> Change | None:
    if request.mask is not None:
        mask = _read_covering(request.mask, request.size, convert_colors=False)
        return settle(openness(mask, request.mask_mode))
    if request.alpha_is_mask and has_transparency(original):
        return settle(openness(original, "alpha"))
    return None


def _read_source(image: Picture, target: Size) -> Pixels:
    """RGBA. Extreme aspect ratios are cropped: models scale inputs to an area, and would see a sliver."""
    width, height = image.size
    crop = Size(min(width, MAX_ASPECT * height), min(height, MAX_ASPECT * width))
    area = max(SOURCE_PIXELS, target.width * target.height)
    scale = (area / (crop.width * crop.height)) ** 0.5
    size = fitting_size(crop, max(1, round(max(crop) * min(1.0, scale))))
    return codec.decode(image, mode="RGBA", size=size, box=covering_box(image.size, crop))


def _read_covering(image: Picture, size: Size, *, convert_colors: bool = True) -> Pixels:
    """RGBA, scaled to cover `size`, centre-cropped."""
    box = covering_box(image.size, size)
    return codec.decode(image, mode="RGBA", size=size, box=box, convert_colors=convert_colors)


def finish(drawn: Pixels, padded_size: PaddedSize, request: ImageRequest, inputs: InputImages) -> Picture:
    """The encoded result: of the requested size, with the original's exact pixels outside the mask."""
    pixels, original = padded_size.crop(drawn), inputs.original
    if inputs.background == "transparent" and not inputs.fills:
        pixels = with_alpha(pixels, original)
    if inputs.change is not None and original is not None:
        pixels = blend(original, pixels, inputs.change, fills=inputs.fills)
    if inputs.background == "opaque":
        pixels = np.ascontiguousarray(pixels[..., :3])
    elif pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    return codec.encode(pixels, request.output_format, compression=request.output_compression)


def resize(pixels: AnyPixels, size: Size) -> AnyPixels:
    """Unchanged if they have that size. A mask stays within 0 to 1."""
    if pixels.shape[:2] == size[::-1]:
        return pixels
    import cv2  # 35 MB of memory, which a server that only generates does not need

    is_smaller = size.width * size.height < pixels.shape[0] * pixels.shape[1]
    interpolation = cv2.INTER_AREA if is_smaller else cv2.INTER_LANCZOS4
    resized = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=interpolation)
    return cast(AnyPixels, resized if resized.dtype == np.uint8 else resized.clip(0, 1))


def enlarge(small: Pixels, size: Size) -> Pixels:
    import cv2  # 35 MB of memory, which a server that only generates does not need

    return cast(Pixels, cv2.resize(small, size, interpolation=cv2.INTER_LINEAR))


def side_by_side(sources: tuple[Pixels, ...]) -> Pixels:
    """Several sources in one image, for a model that accepts only one."""
    import cv2  # 35 MB of memory, which a server that only generates does not need

    height = max(len(source) for source in sources)
    aspects = [source.shape[1] / len(source) for source in sources]
    height = max(1, min(height, int((MAX_JOINED_PIXELS / sum(aspects)) ** 0.5)))
    same_height = [
        cv2.resize(source, (max(1, round(height * aspect)), height), interpolation=cv2.INTER_AREA)
        for source, aspect in zip(sources, aspects, strict=True)
    ]
    return cast(Pixels, np.concatenate(same_height, axis=1))


def over_backdrop(rgba: Pixels) -> Pixels:
    """RGB: over white, or over grey where the image itself is largely white. Models know no transparency."""
    if rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = (rgba[..., :3] * alpha + _backdrop_of(rgba) * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)


def with_alpha(drawn: Pixels, original: Pixels | None) -> Pixels:
    """RGBA of an RGB image drawn from `over_backdrop(original)`.

    Areas that still have the background colour where `original` is transparent, and areas connected to them, become
    transparent.
    """
    opaque = np.dstack([drawn, np.full(drawn.shape[:2], 255, np.uint8)])
    if original is None or original.shape[2] == 3:
        return opaque
    clear = original[..., 3] < 128
    near = np.abs(drawn.astype(np.int16) - _backdrop_of(original)).max(axis=2) <= MAX_KEY_DISTANCE
    if not clear.any() or np.count_nonzero(near & clear) < MIN_KEYED_SHARE * np.count_nonzero(clear):
        return opaque
    import cv2  # 35 MB of memory, which a server that only generates does not need

    _, labels = cv2.connectedComponents(near.astype(np.uint8))
    keyed = near & np.isin(labels, np.unique(labels[near & clear]))
    opaque[..., 3] = cv2.GaussianBlur(np.where(keyed, 0, 255).astype(np.uint8), (0, 0), 0.8)
    return opaque


def _backdrop_of(rgba: Pixels) -> int:
    visible = rgba[..., 3] >= 128
    light = visible & (rgba[..., :3].min(axis=2) >= MIN_LIGHT)
    is_light = bool(np.count_nonzero(light) > MAX_LIGHT_SHARE * np.count_nonzero(visible))
    return GREY if is_light else WHITE
