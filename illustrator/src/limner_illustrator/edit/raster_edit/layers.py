"""Edits of pictures with transparency: colours are edited without what is behind them, and alpha is kept."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.outpainting import continue_picture, find_frame, mark_faces
from limner_illustrator.edit.raster_edit.patchfill import fill_hole

MOST_SHARED = 0.4
"""The part of a hole that the subject may fill before the hole counts as one in the subject."""


def is_layer(pixels: Pixels) -> bool:
    return bool(pixels.shape[2] == 4)


def on_colours(pixels: Pixels, edit: Callable[[Pixels], Pixels]) -> Pixels:
    """`edit` is from RGB to RGB. The alpha of RGBA stays."""
    return np.dstack([edit(spread_colours(pixels)), pixels[..., 3]]) if is_layer(pixels) else edit(pixels)


def as_layer(pixels: Pixels) -> Pixels:
    """RGBA whose transparent pixels have the colours around, so that blurring and scaling bring no others in."""
    return np.dstack([spread_colours(pixels), pixels[..., 3]])


def fill(pixels: Pixels, hole: npt.NDArray[np.bool_], generator: Callable[[], np.random.Generator]) -> Pixels:
    """`fill_hole` for RGB and RGBA: where the surroundings are transparent, so is what fills the hole. A hole around
    the picture continues it.
    """
    if not is_layer(pixels):
        frame = find_frame(hole)
        if frame is None:
            return fill_hole(pixels, hole, generator(), avoid=(mark_faces(pixels) > 0) | _find_subject(pixels, hole))
        inner = np.ascontiguousarray(pixels[frame.top : frame.bottom, frame.left : frame.right])
        found = cut_out(inner)
        return continue_picture(pixels, frame, found.alpha if found.is_confident else None, generator())
    colours = fill_hole(spread_colours(pixels), hole, generator())
    alpha = fill_hole(np.dstack([pixels[..., 3]] * 3), hole, generator())
    return np.dstack([colours, alpha[..., 0]])


def _find_subject(pixels: Pixels, hole: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """What stands out, where the hole is beside it: the wall behind a person is not filled with the person's coat."""
    found = cut_out(pixels)
    inside = found.alpha > 0.5
    is_beside = found.is_confident and float(inside[hole].mean()) < MOST_SHARED
    return inside if is_beside else np.zeros(hole.shape, np.bool_)
