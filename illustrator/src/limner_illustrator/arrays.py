"""`draw` and `edit` for callers that hold arrays."""

from dataclasses import dataclass
from json import dumps
from typing import Any, TypeVar, get_args

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing import draw_stages
from limner_illustrator.edit.framing import add_opaque_alpha, covering_size, crop_centre, size_of
from limner_illustrator.edit.request import DrawingRequest, Openness, Tone
from limner_illustrator.render.finish import Quality
from limner_illustrator.scene import Scene

MAX_EDGE = 16_384
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Drawing:
    pixels: Pixels
    """(H, W, 3), or (H, W, 4) where the background is transparent; not premultiplied."""
    scene: Scene | None
    """What the picture shows; None after an edit of an external image."""
    description: str | None
    """What was drawn, in words."""
    note: str | None
    """What was asked for and not drawn."""


def draw(
    prompt: str,
    *,
    size: tuple[int, int] = (1024, 1024),
    seed: int = 0,
    quality: Quality = "medium",
    tone: Tone | None = None,
    negative_prompt: str | None = None,
    transparent: bool = False,
) -> Drawing:
    """A picture of `prompt`, `size` = (width, height) px. The same arguments draw the same pixels.

    Raises ValueError or TypeError for an argument that cannot be used; the message names it.
    """
    return _draw_final(
        DrawingRequest(
            prompt=_check_text("prompt", prompt),
            size=_check_size(size),
            seed=_check_seed(seed),
            quality=_check_choice("quality", quality, get_args(Quality)),
            tone=None if tone is None else _check_choice("tone", tone, get_args(Tone)),
            negative_prompt=None if negative_prompt is None else _check_text("negative_prompt", negative_prompt),
            background="transparent" if transparent else "opaque",
        )
    )


def edit(
    image: Drawing | Pixels,
    prompt: str,
    *,
    mask: npt.NDArray[np.floating] | None = None,
    size: tuple[int, int] | None = None,
    seed: int = 0,
    quality: Quality = "medium",
) -> Drawing:
    """`image` changed as `prompt` says. A Drawing with a Scene is changed through its Scene; pixels are (H, W, 3 or 4).

    `mask` is (H, W) of the image, 0 where a pixel is protected and 1 where it may change. Without `size`, the result
    has the image's, unless the prompt asks to crop, turn or extend it. Raises ValueError or TypeError for an argument
    that cannot be used; the message names it.
    """
    source = image if isinstance(image, Drawing) else Drawing(image, None, None, None)
    _check_pixels(source.pixels)
    openness = None if mask is None else _check_mask(mask, source.pixels.shape[:2])
    return _draw_final(
        DrawingRequest(
            operation="edit",
            prompt=_check_text("prompt", prompt),
            images=(ArrayImage(source),),
            mask=None if openness is None else ArrayMask(openness),
            size=size_of(source.pixels) if size is None else _check_size(size),
            is_size_free=size is None and mask is None,
            seed=_check_seed(seed),
            quality=_check_choice("quality", quality, get_args(Quality)),
            background="auto",
        )
    )


@dataclass(frozen=True, slots=True)
class ArrayImage:
    """An `InputImage` in memory."""

    drawing: Drawing

    @property
    def size(self) -> Size:
        return size_of(self.drawing.pixels)

    @property
    def scene(self) -> str | None:
        return None if self.drawing.scene is None else dumps(self.drawing.scene.to_json())

    @property
    def has_alpha(self) -> bool:
        return bool(self.drawing.pixels.shape[2] == 4)

    @property
    def is_lossless(self) -> bool:
        return True

    def decode(self, *, max_edge: int | None = None) -> Pixels:
        pixels = add_opaque_alpha(self.drawing.pixels)
        longest = max(self.size)
        if max_edge is None or longest <= max_edge:
            return pixels
        width, height = (max(1, round(edge * max_edge / longest)) for edge in self.size)
        return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8)

    def cover(self, target: Size) -> Pixels:
        return _cover(add_opaque_alpha(self.drawing.pixels), target)


@dataclass(frozen=True, slots=True)
class ArrayMask:
    """A `Mask` in memory; blends linearly."""

    openness: Openness

    @property
    def is_own_alpha(self) -> bool:
        return False

    def change(self, original: Pixels, source: Size) -> Openness:
        height, width = original.shape[:2]
        return np.asarray(_cover(self.openness, Size(width, height)), np.float32)

    def fills_transparency(self, original: Pixels, change: Openness) -> bool:
        return bool((original[..., 3] < 128).any() and (change[original[..., 3] < 128] > 0).all())

    def blend(self, original: Pixels, edited: Pixels, change: Openness, *, fills: bool = False) -> Pixels:
        edited = add_opaque_alpha(edited) if original.shape[2] == 4 else edited[..., :3]
        mixed = original + (edited.astype(np.float32) - original) * change[..., None]
        return np.where(change[..., None] > 0, np.clip(np.rint(mixed), 0, 255).astype(np.uint8), original)


def _cover(values: npt.NDArray[Any], target: Size) -> npt.NDArray[Any]:
    size = size_of(values)
    if size == target:
        return values
    scaled = covering_size(size, target)
    shrinks = scaled.width < size.width
    resized = cv2.resize(values, scaled, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return crop_centre(resized, target)


def _draw_final(request: DrawingRequest) -> Drawing:
    *_, last = draw_stages(request, 0, checkpoint=lambda: None)
    return Drawing(last.pixels, last.scene, last.revised_prompt, last.note)


def _check_text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"'{name}' must be text, not {value!r}.")
    return value


def _check_size(size: Any) -> Size:
    edges = tuple(size) if isinstance(size, tuple | list) else ()
    if len(edges) != 2 or not all(isinstance(edge, int | np.integer) and 1 <= edge <= MAX_EDGE for edge in edges):
        raise ValueError(f"'size' must be (width, height), whole numbers from 1 to {MAX_EDGE}, not {size!r}.")
    return Size(int(edges[0]), int(edges[1]))


def _check_seed(seed: Any) -> int:
    if not isinstance(seed, int | np.integer):
        raise TypeError(f"'seed' must be a whole number, not {seed!r}.")
    return int(seed)


def _check_choice(name: str, value: Choice, choices: tuple[Any, ...]) -> Choice:
    if value not in choices:
        raise ValueError(f"'{name}' must be one of {', '.join(choices)}, not {value!r}.")
    return value


def _check_pixels(pixels: Any) -> None:
    is_array = isinstance(pixels, np.ndarray) and pixels.ndim == 3 and pixels.dtype == np.uint8
    if not is_array or pixels.shape[2] not in (3, 4) or not pixels.size:
        kind = f"{pixels.dtype} of shape {pixels.shape}" if isinstance(pixels, np.ndarray) else type(pixels).__name__
        raise ValueError(f"'image' must be uint8 of shape (H, W, 3 or 4), not {kind}.")


def _check_mask(mask: Any, shape: tuple[int, ...]) -> Openness:
    values = np.asarray(mask, np.float32)
    if values.shape != shape:
        raise ValueError(f"'mask' has the shape {values.shape}, and the image {shape}.")
    if not ((values >= 0) & (values <= 1)).all():  # also refuses NaN
        raise ValueError("'mask' must have values from 0 (protected) to 1 (may change).")
    return values
