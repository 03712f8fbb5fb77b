"""Edits of an external image without a mask: what can be done safely, and a sentence where it is not what was asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.edit.framing import compose_over_white, size_of
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Change,
    CutOut,
    Recolor,
    Remove,
    Replace,
    SetBackdrop,
)
from limner_illustrator.edit.notes import NOT_GENERATED
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.adjustments import is_look
from limner_illustrator.edit.raster_edit.backdrop import (
    UNSURE_OUTLINE,
    blur_background,
    compose_before,
    compose_on_white,
    draw_backdrop,
)
from limner_illustrator.edit.raster_edit.compose import insert, letter, match_blur_and_grain
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.free_space import find_free_space, groups_of, names_side, on_top_of
from limner_illustrator.edit.raster_edit.layers import is_layer, on_colours
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.patchfill import fill_hole
from limner_illustrator.edit.raster_edit.reading import Adjust, Impossible, RemoveDetail
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, names_place
from limner_illustrator.edit.raster_edit.tint import match_palette, recolor
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

ONLY_LIGHT = (
    f"{NOT_GENERATED}, and its subject could not be separated from its background, "
    "so only the light was changed. Use a mask to mark the area to edit."
)
NOT_EDITABLE = f"{NOT_GENERATED}, and this edit needs its scene; nothing was changed."
REDRAWN = f"{NOT_GENERATED}; a new one was drawn from the prompt in its colours."
_GENERIC_TARGETS = frozenset(
    {"", "it", "this", "that", "him", "her", "them", "subject", "main subject", "object", "foreground"}
)
_SCENERY = re.compile(
    r"\b(?:sky|clouds?|sun|moon|stars?|sea|ocean|water|lake|river|beach|sand|grass|ground|floor|walls?|ceiling|"
    r"mountains?|hills?|trees?|forest|horizon|light|shadows?|reflections?)$",
    re.IGNORECASE,
)
"""Never what stands out from the background."""


def edit_whole(pixels: Pixels, found: Foreground | None, task: EditTask) -> Iterator[EditStep]:
    """RGB, or RGBA that stays transparent unless a background is asked for. `found` is the cut-out if it is known."""
    match task.command:
        case CutOut() if is_layer(pixels):
            yield EditStep(pixels, final=True)
        case CutOut(kept=kept):
            known = found or cut_out(pixels)
            yield EditStep(compose_on_white(pixels, known), final=True, note=_cutout_note(known, kept or ""))
        case SetBackdrop(what):
            yield from _replace_background(pixels, found or cut_out(pixels), what, task)
        case BlurBackdrop():
            known = found or cut_out(pixels)
            yield from _compose(spread_colours(pixels), known, blur_background(spread_colours(pixels), known), task)
        case Remove() | Recolor() | Replace():
            yield from _edit_subject(pixels, found or cut_out(pixels), task.command, task)
        case RemoveDetail(what):
            yield EditStep(pixels.copy(), final=True, note=_explain_not_found(what))
        case Add():
            yield from _add_at_place(pixels, found, task.command, task)
        case Impossible():
            yield EditStep(pixels.copy(), final=True, note=_explain_impossible(task))
        case Adjust():
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case Change() if has_adjustment(task):
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case _ if task.scene.styles and not task.scene.entities:
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case _:
            yield from _draw_description(pixels, found, task)


def _cutout_note(found: Foreground, target: str) -> str | None:
    if not found.is_confident:
        return UNSURE_OUTLINE
    named = target.removeprefix("the ")
    if named in _GENERIC_TARGETS or found.is_own:
        return None
    return _explain_assumed(named)


def _replace_background(pixels: Pixels, found: Foreground, what: str, task: EditTask) -> Iterator[EditStep]:
    pixels = spread_colours(pixels)
    yield from _compose(pixels, found, draw_backdrop(what, size_of(pixels), task), task)


def _compose(pixels: Pixels, found: Foreground, behind: Pixels, task: EditTask) -> Iterator[EditStep]:
    """The foreground in front of `behind`, or only the light of that where the foreground is not certain."""
    yield EditStep(behind)
    task.checkpoint()
    if found.is_confident:
        yield EditStep(compose_before(pixels, found, behind), final=True)
        return
    graded = match_palette(pixels, behind, 0.35)
    yield EditStep(graded, final=True, note=ONLY_LIGHT)


def _edit_subject(
    pixels: Pixels, found: Foreground, command: Remove | Recolor | Replace, task: EditTask
) -> Iterator[EditStep]:
    """What is said of "the car" is done to what stands out, if anything does."""
    target = command.old if isinstance(command, Replace) else command.what
    is_all = is_layer(pixels) and isinstance(command, Remove)
    if not found.is_confident or is_all or _SCENERY.search(target) or is_look(target):
        note = _explain_not_found(target)
        if isinstance(command, Replace):
            yield from _add(pixels, Add(task.prompt, command.new), task.scene_of(command.new), task, note)
        else:
            yield EditStep(pixels.copy(), final=True, note=note)
        return
    name = target.removeprefix("the ")
    note = _explain_assumed(name)
    if isinstance(command, Recolor):
        color = command.colors[0]
        yield EditStep(on_colours(pixels, lambda rgb: recolor(rgb, found.alpha, color)), final=True, note=note)
        return
    reach = max(3, min(pixels.shape[:2]) // 60) | 1
    hole = cv2.dilate((found.alpha > 0.05).astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    ground = np.zeros_like(pixels) if is_layer(pixels) else fill_hole(pixels, hole, task.generator("patches"))
    yield EditStep(ground, final=isinstance(command, Remove), note=note)
    task.checkpoint()
    if isinstance(command, Replace):
        added = Add(task.prompt, command.new)
        yield from _insert(ground, added, task.scene_of(command.new), found.box, task, note)


def _add_at_place(pixels: Pixels, found: Foreground | None, command: Add, task: EditTask) -> Iterator[EditStep]:
    """On a thing in the picture, if it is the one that stands out; or else in free space."""
    scene = task.scene_of(command.thing)
    if not command.where.startswith(("on ", "onto ", "to the ", "over ", "above ")) or names_side(command.where):
        yield from _add(pixels, command, scene, task, None)
        return
    known = found or cut_out(pixels)
    if known.is_confident:
        yield from _insert(pixels, command, scene, on_top_of(known.box, pixels.shape[0]), task, None)
        return
    target = command.where.split(" ", 1)[1]
    note = _explain_not_found(target)
    yield from _add(pixels, command, scene, task, note)


def _add(pixels: Pixels, command: Add, scene: Scene, task: EditTask, note: str | None) -> Iterator[EditStep]:
    if scene.texts and not scene.entities:
        yield EditStep(letter(pixels, scene), final=True, note=note)
    elif scene.entities:
        groups = groups_of(scene)
        for number, group in enumerate(groups, 1):
            box = find_free_space(compose_over_white(pixels), group, command.where)
            for step in _insert(pixels, command, group, box, task, note):
                pixels = step.pixels if step.final else pixels
                yield step if number == len(groups) else EditStep(step.pixels)
    elif has_adjustment(task):
        yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True, note=note)
    else:
        yield EditStep(pixels.copy(), final=True, note=note or _explain_undrawn(command.thing, task))


def _insert(
    ground: Pixels, command: Add, scene: Scene, box: PixelBox, task: EditTask, note: str | None
) -> Iterator[EditStep]:
    if not scene.entities:
        yield EditStep(ground, final=True, note=_explain_undrawn(command.thing, task))
        return
    composed = insert(ground, scene, box)
    yield EditStep(composed)
    task.checkpoint()
    yield EditStep(match_blur_and_grain(composed, ground, task.random("grain")), final=True, note=note)


def _draw_description(pixels: Pixels, found: Foreground | None, task: EditTask) -> Iterator[EditStep]:
    """The prompt describes a picture. High fidelity keeps the pixels and adds; low draws anew in their colours."""
    scene = task.scene
    if not scene.entities and names_place(scene):
        yield from _replace_background(pixels, found or cut_out(pixels), task.prompt, task)
        return
    if task.is_part or (not scene.entities and not scene.texts):
        yield EditStep(pixels.copy(), final=True, note=_explain_impossible(task))
        return
    if task.fidelity == "high":
        yield from _add(pixels, Add(task.prompt, task.prompt), scene, task, None)
        return
    size = size_of(pixels)
    scene = replace(scene, transparent=is_layer(pixels))
    model = spread_colours(pixels)
    for painted in paint(scene, *size, quality=task.quality, partials=0, checkpoint=task.checkpoint):
        drawn = painted if scene.transparent else np.ascontiguousarray(painted[..., :3])
        yield EditStep(drawn)
        toned = on_colours(drawn, lambda rgb: match_palette(rgb, model, 0.45))
        yield EditStep(toned, final=True, note=REDRAWN)


def _explain_not_found(target: str) -> str:
    return f"{NOT_GENERATED}, so '{target}' could not be found in it. Use a mask to mark the area to edit."


def _explain_assumed(name: str) -> str:
    return f"{NOT_GENERATED}; its foreground was assumed to be '{name}'."


def _explain_undrawn(thing: str, task: EditTask) -> str:
    outcome = "it was left out" if task.is_part else "nothing was changed"
    return f"'{thing}' cannot be drawn, so {outcome}."


def _explain_impossible(task: EditTask) -> str:
    if task.is_part:
        return f"{NOT_GENERATED}, so '{task.prompt[:80]}' could not be applied to its pixels."
    return NOT_EDITABLE
