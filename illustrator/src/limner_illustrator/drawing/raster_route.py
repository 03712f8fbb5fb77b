"""An edit of a picture without a Scene: its pixels are changed."""

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import has_transparency, spread_colours
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Crop,
    CutOut,
    Extend,
    Flip,
    Replace,
    Rotate,
    SetBackdrop,
    Zoom,
)
from limner_illustrator.edit.notes import LEAST_SHARE, join_notes, note_on_cutout
from limner_illustrator.edit.raster_edit.backdrop import cut_foreground, note_on_outline
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.layers import as_layer
from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, wants_backdrop
from limner_illustrator.edit.raster_edit.whole import edit_whole
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.source import Source

LEAST_ADDED = 0.0005
"""A moustache is small, but it is the change that was asked for."""


def make_raster_route(request: DrawingRequest, source: Source, task: EditTask) -> Route:
    pixels, parts = source.cover(request.size), split_task(task)
    stays = not any(map(wants_backdrop, parts)) and (has_transparency(pixels) or has_cutout(parts))
    request = resolve_background(request, is_transparent=stays)
    least = LEAST_ADDED if any(isinstance(part.command, Add) for part in parts) else LEAST_SHARE
    return Route(request=request, stages=_edit(request, pixels, parts), before=lambda: pixels, least_change=least)


def has_cutout(parts: tuple[EditTask, ...]) -> bool:
    return any(isinstance(part.command, CutOut) for part in parts)


def _edit(request: DrawingRequest, pixels: Pixels, parts: tuple[EditTask, ...]) -> Iterator[Snapshot]:
    is_layered = is_transparent(request) and has_transparency(pixels)
    if is_layered:
        ground, found = as_layer(pixels), None
    else:
        ground = spread_colours(pixels) if any(map(wants_backdrop, parts)) else compose_over_white(pixels)
        found = cut_out(pixels) if is_transparent(request) or has_transparency(pixels) else None

    def edit(before: Pixels, part: EditTask) -> Iterator[EditStep]:
        nonlocal found
        for step in edit_whole(before, found, part):
            if found is not None and step.final:
                if isinstance(part.command, Border):
                    found = _frame(found, before, step.pixels)
                elif isinstance(part.command, Rotate | Flip | Crop | Zoom | Extend):
                    found = cut_out(step.pixels)
                elif isinstance(part.command, Add | Replace):
                    found = _widen(found, before, step.pixels)
            yield step

    has_backdrop = any(isinstance(part.command, SetBackdrop | BlurBackdrop) for part in parts)
    is_cut = is_transparent(request) and not is_layered and not has_backdrop
    on_cutout = note_on_cutout(request) if has_cutout(parts) else None
    for step in run_in_turn(ground, parts, edit):
        if is_cut and found is not None and found.is_usable:
            note = join_notes(step.note, note_on_outline(found))
            yield Snapshot(pixels=cut_foreground(step.pixels, found), note=note, final=step.final)
        else:
            yield Snapshot(pixels=step.pixels, note=join_notes(step.note, on_cutout), final=step.final)


def _frame(found: Foreground, before: Pixels, after: Pixels) -> Foreground:
    """The border is opaque; the picture in it may have become smaller."""
    grown = (after.shape[0] - before.shape[0]) // 2
    if not grown:
        return cut_out(after)
    alpha = cv2.copyMakeBorder(found.alpha, grown, grown, grown, grown, cv2.BORDER_CONSTANT, value=1.0)
    return replace(found, alpha=np.asarray(alpha, np.float32))


def _widen(found: Foreground, before: Pixels, after: Pixels) -> Foreground:
    """What was added stays, even where the foreground ends."""
    changed = (np.abs(after.astype(np.int16) - before).max(axis=2) > 12).astype(np.float32)
    return Foreground(np.maximum(found.alpha, changed), found.confidence, found.is_own)
