"""The pictures that an edit works from, and the way back to a picture of exactly the asked size. Knows no torch."""

from dataclasses import dataclass
from typing import TypeVar, cast

import cv2
import numpy as np
import numpy.typing as npt

from limner import codec
from limner.codec.geometry import covering_box, fitting_size
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest, MaskMode

Pixels = npt.NDArray[np.uint8]
Change = npt.NDArray[np.float32]
"""(H, W), 0 = this pixel never changes, 1 = it may change wholly."""
AnyPixels = TypeVar("AnyPixels", Pixels, Change)

SOURCE_EDGE = 2048
"""Sources are reduced to this, or to the asked size if that is larger."""
MAX_ASPECT = 4
MAX_JOINED_PIXELS = 16_000_000
"""Of several sources side by side."""
FADE = 0.006
"""How far an edit fades in, inside the mask's border, as a part of the picture's shorter edge."""


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
    """`sources`: RGB as uploaded. `original`: the first of them in the asked size, with alpha if the reply has it."""

    sources: tuple[Pixels, ...] = ()
    original: Pixels | None = None
    change: Change | None = None


def read_materials(request: ImageRequest) -> Materials:
    """Decodes; call it in a thread. Raises a PictureError over a broken file."""
    if not request.images:
        return Materials()
    sources = tuple(_read_source(image, request.size) for image in request.images)
    mode: codec.Mode = "RGBA" if request.mask is not None and request.background == "transparent" else "RGB"
    original = _read_covering(request.images[0], request.size, mode)
    if request.mask is None:
        return Materials(sources, original)
    mask = _read_covering(request.mask, request.size, "RGBA", convert_colors=False)
    return Materials(sources, original, read_mask(mask, request.mask_mode))


def _read_source(image: Picture, target: Size) -> Pixels:
    """RGB. A slim picture is cut to its middle: models scale their inputs to an area, and would see nothing of it."""
    width, height = image.size
    cut = Size(min(width, MAX_ASPECT * height), min(height, MAX_ASPECT * width))
    size = fitting_size(cut, max(SOURCE_EDGE, *target))
    return codec.decode(image, mode="RGB", size=size, box=covering_box(image.size, cut))


def _read_covering(image: Picture, size: Size, mode: codec.Mode, *, convert_colors: bool = True) -> Pixels:
    """Scaled until it just covers `size`, the middle kept."""
    box = covering_box(image.size, size)
    return codec.decode(image, mode=mode, size=size, box=box, convert_colors=convert_colors)


def finish(drawn: Pixels, frame: Frame, request: ImageRequest, materials: Materials) -> Picture:
    """The picture that leaves: of the asked size, outside the mask the very pixels of the original, encoded."""
    pixels = frame.cut(drawn)
    if request.background == "transparent":
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    if materials.change is not None and materials.original is not None:
        pixels = paste_back(materials.original, pixels, materials.change)
    return codec.encode(pixels, request.output_format, compression=request.output_compression)


def enlarge(small: Pixels, size: Size) -> Pixels:
    return cast(Pixels, cv2.resize(small, size, interpolation=cv2.INTER_LINEAR))


def paste_back(original: Pixels, drawn: Pixels, change: Change) -> Pixels:
    """What was drawn inside the mask, fading in from its border; the very bytes of the original outside."""
    inside = change > 0
    reach = max(1, round(FADE * min(change.shape)))
    padded = cv2.copyMakeBorder(inside.astype(np.float32), reach, reach, reach, reach, cv2.BORDER_REPLICATE)
    near = cv2.blur(padded, (2 * reach + 1, 2 * reach + 1))[reach:-reach, reach:-reach]
    weight = np.minimum(change, np.clip(2 * near - 1, 0, 1) if inside.any() else near)
    # a mask thinner than the fade would vanish: it keeps what it was given
    weight = np.where(inside & (weight <= 0), change, weight)[..., None]
    mixed = np.rint(original + (drawn.astype(np.float32) - original) * weight).astype(np.uint8)
    return np.where(inside[..., None], mixed, original)


def read_mask(rgba: Pixels, mode: MaskMode) -> Change:
    """`alpha`: the more transparent, the more may change. `luminance`: the lighter, the more."""
    alpha = rgba[..., 3].astype(np.float32) / 255
    if mode == "alpha":
        return cast(Change, 1 - alpha)
    light = cv2.cvtColor(np.ascontiguousarray(rgba[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    return cast(Change, light * alpha)


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
