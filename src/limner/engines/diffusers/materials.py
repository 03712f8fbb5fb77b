"""The pictures that an edit works from, and the way back to a picture of exactly the asked size. Knows no torch."""

from dataclasses import dataclass
from typing import TypeVar, cast

import cv2
import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.codec.geometry import covering_box, fitting_size
from limner.core.picture import Background, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.diffusers.matte import over_backdrop, with_alpha
from limner.engines.masks import Change, Pixels, blend, fills_transparency, openness, settle
from limner.engines.transparency import has_transparency, resolve_background, spread_colours

AnyPixels = TypeVar("AnyPixels", Pixels, Change)

SOURCE_EDGE = 2048
"""Sources are reduced to this, or to the asked size if that is larger."""
MAX_ASPECT = 4
MAX_JOINED_PIXELS = 16_000_000
"""Of several sources side by side."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of `size` inside one whose edges a model can draw."""

    size: Size
    grid: int

    @property
    def inner(self) -> Size:
        """What the model draws."""
        return Size(*(max(1, -(-edge // self.grid)) * self.grid for edge in self.size))

    @property
    def _left_top(self) -> tuple[int, int]:
        return (self.inner.width - self.size.width) // 2, (self.inner.height - self.size.height) // 2

    def widen(self, pixels: AnyPixels) -> AnyPixels:
        """From `size` to `inner`: the border is repeated outwards."""
        left, top = self._left_top
        rows = np.clip(np.arange(self.inner.height) - top, 0, self.size.height - 1)
        columns = np.clip(np.arange(self.inner.width) - left, 0, self.size.width - 1)
        return pixels[np.ix_(rows, columns)]

    def cut(self, pixels: Pixels) -> Pixels:
        """From `inner` to `size`."""
        left, top = self._left_top
        return np.ascontiguousarray(pixels[top : top + self.size.height, left : left + self.size.width])


@dataclass(frozen=True, slots=True)
class Materials:
    sources: tuple[Pixels, ...] = ()
    """RGB, as uploaded; the first as `seen` where transparency is kept or filled."""
    original: Pixels | None = None
    """The first source in the asked size: RGBA if the result has alpha or the mask opens transparent pixels."""
    seen: Pixels | None = None
    """RGB: `original` as the model gets it."""
    change: Change | None = None
    background: Background = "opaque"
    """Of the result."""
    fills: bool = False
    """The mask opens all that is transparent: what is drawn there is opaque."""


def no_materials(request: ImageRequest) -> Materials:
    return Materials(background=resolve_background(request, is_transparent=False))


def read_materials(request: ImageRequest) -> Materials:
    """Decodes; call it in a thread. Raises a PictureError over a broken file."""
    if not request.images:
        return no_materials(request)
    sources, transparent = _read_sources(request)
    original = _read_covering(request.images[0], request.size)
    change = _read_change(request, original)
    fills = change is not None and fills_transparency(original, change)
    # Transparency that is the mask is not to be kept.
    stays = transparent[0] and request.mask is not None and not fills
    keeps_alpha = all(transparent) if change is None else stays
    background = resolve_background(request, is_transparent=keeps_alpha)
    show = spread_colours if fills else over_backdrop if background == "transparent" else over_white
    seen = show(original)
    if not fills and background == "opaque":
        original = seen
    if show is not over_white:
        sources = (seen, *sources[1:])
    return Materials(sources, original, seen, change, background, fills)


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
    """RGBA. A slim picture is cut to its middle: models scale their inputs to an area, and would see nothing of it."""
    width, height = image.size
    cut = Size(min(width, MAX_ASPECT * height), min(height, MAX_ASPECT * width))
    size = fitting_size(cut, max(SOURCE_EDGE, *target))
    return codec.decode(image, mode="RGBA", size=size, box=covering_box(image.size, cut))


def _read_covering(image: Picture, size: Size, *, convert_colors: bool = True) -> Pixels:
    """RGBA, scaled until it just covers `size`, the middle kept."""
    box = covering_box(image.size, size)
    return codec.decode(image, mode="RGBA", size=size, box=box, convert_colors=convert_colors)


def finish(drawn: Pixels, frame: Frame, request: ImageRequest, materials: Materials) -> Picture:
    """The picture that leaves: of the asked size, outside the mask the very pixels of the original, encoded."""
    pixels, original = frame.cut(drawn), materials.original
    if materials.background == "transparent" and not materials.fills:
        pixels = with_alpha(pixels, original)
    if materials.change is not None and original is not None:
        pixels = blend(original, pixels, materials.change, fills=materials.fills)
    if materials.background == "opaque":
        pixels = np.ascontiguousarray(pixels[..., :3])
    elif pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    return codec.encode(pixels, request.output_format, compression=request.output_compression)


def enlarge(small: Pixels, size: Size) -> Pixels:
    return cast(Pixels, cv2.resize(small, size, interpolation=cv2.INTER_LINEAR))


def side_by_side(sources: tuple[Pixels, ...]) -> Pixels:
    """One picture of several, for a model that looks at one only."""
    height = max(len(source) for source in sources)
    aspects = [source.shape[1] / len(source) for source in sources]
    height = max(1, min(height, int((MAX_JOINED_PIXELS / sum(aspects)) ** 0.5)))
    same = [
        cv2.resize(source, (max(1, round(height * aspect)), height), interpolation=cv2.INTER_AREA)
        for source, aspect in zip(sources, aspects, strict=True)
    ]
    return cast(Pixels, np.concatenate(same, axis=1))
