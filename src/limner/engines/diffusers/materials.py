"""The pictures that an edit works from, and the way back to a picture of exactly the asked size. Knows no torch."""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import cv2
import numpy as np

from limner import codec
from limner.codec.alpha import over_white
from limner.core.picture import Background, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.diffusers.matte import over_backdrop, with_alpha
from limner.engines.masks import Change, Pixels, blend, fills_transparency, openness, settle
from limner.engines.transparency import has_transparency, resolve_background, spread_colours

AnyPixels = TypeVar("AnyPixels", Pixels, Change)


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
    decoded = tuple(codec.decode(image, mode="RGBA") for image in request.images)
    transparent = [has_transparency(pixels) for pixels in decoded]
    original = cover(decoded[0], request.size)
    change = _read_change(request, decoded[0])
    fills = change is not None and fills_transparency(original, change)
    # Transparency that is the mask is not to be kept.
    stays = transparent[0] and request.mask is not None and not fills
    keeps_alpha = all(transparent) if change is None else stays
    background = resolve_background(request, is_transparent=keeps_alpha)
    show = spread_colours if fills else over_backdrop if background == "transparent" else over_white
    seen = show(original)
    if not fills and background == "opaque":
        original = seen
    first = over_white(decoded[0]) if show is over_white else seen
    sources = (first, *(over_white(pixels) for pixels in decoded[1:]))
    return Materials(sources, original, seen, change, background, fills)


def _read_change(request: ImageRequest, first: Pixels) -> Change | None:
    if request.mask is not None:
        opened = openness(codec.decode(request.mask, mode="RGBA"), request.mask_mode)
    elif request.alpha_is_mask and has_transparency(first):
        opened = openness(first, "alpha")
    else:
        return None
    return settle(cover(opened, request.size))


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


def cover(array: AnyPixels, size: Size) -> AnyPixels:
    """The middle of `array` that has the shape of `size`, scaled to it. Colours are weighed by alpha."""
    height, width = array.shape[:2]
    if (width, height) == size:
        return array
    scale = max(size.width / width, size.height / height)
    kept = Size(*(max(1, min(edge, round(target / scale))) for edge, target in zip((width, height), size, strict=True)))
    left, top = (width - kept.width) // 2, (height - kept.height) // 2
    middle = array[top : top + kept.height, left : left + kept.width]
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    if array.ndim == 3 and array.shape[2] == 4:
        scaled: Any = _scale_rgba(cast(Any, middle), size, how)
        return cast(AnyPixels, scaled)
    return cast(AnyPixels, cv2.resize(np.ascontiguousarray(middle), size, interpolation=how))


def _scale_rgba(pixels: Pixels, size: Size, how: int) -> Pixels:
    if pixels[..., 3].min() == 255:
        return cast(Pixels, cv2.resize(np.ascontiguousarray(pixels), size, interpolation=how))
    alpha = pixels[..., 3:].astype(np.float32)
    scaled = cv2.resize(np.concatenate([pixels[..., :3] * (alpha / 255), alpha], axis=2), size, interpolation=how)
    scaled[..., :3] *= 255 / np.maximum(scaled[..., 3:], 1e-3)
    return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def side_by_side(sources: tuple[Pixels, ...]) -> Pixels:
    """One picture of several, for a model that looks at one only."""
    height = max(len(source) for source in sources)
    same = [
        cv2.resize(
            source, (max(1, round(source.shape[1] * height / len(source))), height), interpolation=cv2.INTER_AREA
        )
        for source in sources
    ]
    return cast(Pixels, np.concatenate(same, axis=1))
