"""Edits of an external image under a mask. The caller blends the result with the mask."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import size_of
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Change,
    Crop,
    CutOut,
    Extend,
    Flip,
    Recolor,
    Remove,
    Replace,
    Rotate,
    SetBackdrop,
    SetSize,
    Speak,
    Zoom,
)
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.backdrop import draw_backdrop
from limner_illustrator.edit.raster_edit.bubbles import add_bubble
from limner_illustrator.edit.raster_edit.compose import insert_under, match_blur_and_grain
from limner_illustrator.edit.raster_edit.explanations import SIZE_IS_A_PARAMETER, explain_undrawn
from limner_illustrator.edit.raster_edit.grade import GRADES
from limner_illustrator.edit.raster_edit.inscribing import inscribe
from limner_illustrator.edit.raster_edit.layers import fill, is_layer, on_colours
from limner_illustrator.edit.raster_edit.masks import box_of, mostly_open
from limner_illustrator.edit.raster_edit.outpainting import find_frame
from limner_illustrator.edit.raster_edit.reading import Adjust, Inscribe, RemoveDetail
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, names_place
from limner_illustrator.edit.raster_edit.tint import recolor_under_mask
from limner_illustrator.edit.request import Openness
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

WHOLE_SCENE = 0.55
"""A mask over this part of the picture, or more, asks for a new picture."""
ALL = 0.95
"""From here on too little is left to continue where the prompt names nothing that could be drawn."""
NO_ROOM = "The words do not fit under the mask, so nothing was changed."
NOT_UNDER_MASK = "'{}' changes the whole picture, which the mask protects, so nothing was changed."
NOTHING_DRAWN = (
    "Nothing that the prompt asks for could be drawn, so nothing was changed. Ask to remove what is under the mask to "
    "fill it from its surroundings."
)
CONTINUED = "Nothing that the prompt asks for could be drawn, so the picture was continued under the mask."


def edit_masked(pixels: Pixels, change: Openness, task: EditTask) -> Iterator[EditStep]:
    """RGB, or RGBA that stays transparent; steps that are right where `change` allows."""
    match task.command:
        case CutOut():
            yield EditStep(_empty(pixels), final=True)
        case Remove() | RemoveDetail():
            yield EditStep(fill_masked(pixels, change, task), final=True)
        case Recolor(colors=(str(color), *_)):
            yield EditStep(on_colours(pixels, lambda rgb: recolor_under_mask(rgb, change, color)), final=True)
        case Adjust():
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case BlurBackdrop():
            yield EditStep(on_colours(pixels, lambda rgb: GRADES["blurred"](rgb, task.random("blurred"))), final=True)
        case Change() if has_adjustment(task):
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case Inscribe(text=text):
            written = inscribe(pixels, text, change, "", task.command.color)
            note = NO_ROOM if written is None else None
            yield EditStep(pixels.copy() if written is None else written, final=True, note=note)
        case Speak(text=text):
            box = box_of(change)
            yield EditStep(on_colours(pixels, lambda rgb: add_bubble(rgb, text, box, None)), final=True)
        case Extend():
            yield EditStep(fill_masked(pixels, change, task), final=True)
        case Rotate() | Flip() | Crop() | Zoom() | Border():
            yield EditStep(pixels.copy(), final=True, note=NOT_UNDER_MASK.format(task.prompt[:80]))
        case SetSize():
            yield EditStep(pixels.copy(), final=True, note=SIZE_IS_A_PARAMETER)
        case SetBackdrop(what):
            yield EditStep(draw_backdrop(what, size_of(pixels), task), final=True)
        case Add(thing=thing):
            yield from _draw(pixels, change, task.scene_of(thing), task)
        case Replace(new=thing):
            yield from _draw(pixels, change, task.scene_of(thing), task)
        case _:
            yield from _draw_description(pixels, change, task)


def _draw_description(pixels: Pixels, change: Openness, task: EditTask) -> Iterator[EditStep]:
    scene = _subjects_only(task.scene)
    is_named = bool(scene.entities) or names_place(scene)
    share = float((change > 0.5).mean())
    if share >= (WHOLE_SCENE if is_named else ALL) or (not scene.entities and names_place(scene)):
        yield from _whole_scene(pixels, task)
    else:
        yield from _draw(pixels, change, scene, task)


def _draw(pixels: Pixels, change: Openness, scene: Scene, task: EditTask) -> Iterator[EditStep]:
    """Something new: beside what is there if it is added, else in place of it."""
    is_added = isinstance(task.command, Add)
    is_drawn = bool(scene.entities or scene.texts)
    if not is_drawn and find_frame(mostly_open(change)) is None and not is_layer(pixels):
        yield EditStep(pixels.copy(), final=True, note=NOTHING_DRAWN)
        return
    ground = pixels if is_added else fill_masked(pixels, change, task)
    if not is_added:
        yield EditStep(ground)
        task.checkpoint()
    if scene.texts and not scene.entities:
        written = inscribe(ground, " ".join(scene.texts), change, "")
        yield EditStep(ground if written is None else written, final=True, note=NO_ROOM if written is None else None)
        return
    if not scene.entities and isinstance(task.command, Add):
        yield EditStep(pixels.copy(), final=True, note=explain_undrawn(task.command.thing, task))
        return
    if not scene.entities:
        yield EditStep(ground, final=True, note=CONTINUED if task.prompt.strip() else None)
        return
    composed = insert_under(ground, scene, change)
    yield EditStep(composed)
    task.checkpoint()
    yield EditStep(match_blur_and_grain(composed, ground, task.random("grain")), final=True)


def _whole_scene(pixels: Pixels, task: EditTask) -> Iterator[EditStep]:
    size = size_of(pixels)
    scene = replace(task.scene, transparent=is_layer(pixels) and not names_place(task.scene))
    for painted in paint(scene, *size, quality=task.quality, partials=0, checkpoint=task.checkpoint):
        yield EditStep(painted if scene.transparent else np.ascontiguousarray(painted[..., :3]), final=True)


def fill_masked(pixels: Pixels, change: Openness, task: EditTask) -> Pixels:
    """Without what the mask covers. Faintly covered pixels stay known: they will mostly be kept."""
    return fill(pixels, mostly_open(change), lambda: task.generator("patches"))


def _empty(pixels: Pixels) -> Pixels:
    """White, or transparent."""
    return (
        np.dstack([pixels[..., :3], np.zeros_like(pixels[..., 3])]) if is_layer(pixels) else np.full_like(pixels, 255)
    )


def _subjects_only(scene: Scene) -> Scene:
    """Without what surrounds the hole, which a description names too: the flamingo of "a pool with a flamingo"."""
    supports = {one.object for one in scene.relations if one.kind in ("on", "in", "under", "behind", "beside")}
    supported = {one.subject for one in scene.relations if one.kind in ("on", "in", "under", "behind", "beside")}
    gone = supports - supported
    return replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id not in gone),
        relations=tuple(one for one in scene.relations if one.subject not in gone and one.object not in gone),
    )
