"""Edits of an external image under a mask. The caller blends the result with the mask."""

import re
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import add_opaque_alpha, compose_over_white, largest_channel, size_of
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Change,
    Crop,
    CutOut,
    Describe,
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
from limner_illustrator.edit.notes import VISIBLE
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.arrays import to_bytes
from limner_illustrator.edit.raster_edit.backdrop import draw_backdrop
from limner_illustrator.edit.raster_edit.bubbles import add_bubble
from limner_illustrator.edit.raster_edit.compose import insert_under, match_blur_and_grain
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.explanations import SIZE_IS_A_PARAMETER, explain_undrawn
from limner_illustrator.edit.raster_edit.grade import GRADES
from limner_illustrator.edit.raster_edit.heads import Head, find_heads
from limner_illustrator.edit.raster_edit.inscribing import inscribe
from limner_illustrator.edit.raster_edit.layers import fill, is_layer, on_colours
from limner_illustrator.edit.raster_edit.masks import PixelBox, box_of, mostly_open
from limner_illustrator.edit.raster_edit.outpainting import find_frame
from limner_illustrator.edit.raster_edit.reading import Adjust, Inscribe, RemoveDetail
from limner_illustrator.edit.raster_edit.skies import paint_sky
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, names_place
from limner_illustrator.edit.raster_edit.tint import has_no_colour, recolor_under_mask, without_colour
from limner_illustrator.edit.raster_edit.wearing import find_worn_on, has_room_for, wear
from limner_illustrator.edit.request import Openness
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

WHOLE_SCENE = 0.55
"""A mask over this part of the picture, or more, asks for a new picture."""
ALL = 0.95
"""From here on too little is left to continue where the prompt names nothing that could be drawn."""
STROKE = 22
"""By how many levels letters differ from the ground around them."""
EVEN_GROUND = 1.2
"""The mean curvature of a ground that letters stand on, in levels: more is a texture, not lettering."""
LETTER_WIDTH = 0.22
"""The widest stroke of letters, in the height of their place."""
BLANK = 1.0
"""The mean curvature, in levels, below which there is nothing under a mask that could be lost."""
PORTABLE = 0.5
"""Metres of height below which a support comes with what is on it."""
_SKY = re.compile(r"\b(?:sky|skies|clouds)\b", re.IGNORECASE)
LEAST_SHOWN = 0.8
"""How much of a worn thing the mask must show."""
LEAST_INK, MOST_INK = 0.02, 0.5
"""The part of their place that letters cover."""
NO_ROOM = "The words do not fit under the mask, so nothing was changed."
NOT_UNDER_MASK = "'{}' changes the whole picture, which the mask protects, so nothing was changed."
NOTHING_DRAWN = (
    "Nothing that the prompt asks for could be drawn, so nothing was changed. Ask to remove what is under the mask to "
    "fill it from its surroundings."
)
CONTINUED = "Nothing that the prompt asks for could be drawn, so the picture was continued under the mask."


def edit_masked(pixels: Pixels, change: Openness, task: EditTask) -> Iterator[EditStep]:
    """RGB, or RGBA that stays transparent; steps that are right where `change` allows. What is drawn into a
    black-and-white photograph is black and white.
    """
    is_grey = isinstance(task.command, Add | Replace | Describe | Change) and has_no_colour(pixels)
    is_grey = is_grey and not has_adjustment(task) and not task.scene.styles
    for step in _edit_masked(pixels, change, task):
        yield replace(step, pixels=on_colours(step.pixels, without_colour)) if is_grey else step


def _edit_masked(pixels: Pixels, change: Openness, task: EditTask) -> Iterator[EditStep]:
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
            written = inscribe(_clear_lettering(pixels, change), text, change, "", task.command.color)
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
    described = _subjects_only(task.scene)
    scene = _without_carriers(described, pixels, change)
    if scene is not described:
        yield from _draw(pixels, change, scene, task, keeps_ground=True)
        return
    is_named = bool(scene.entities) or names_place(scene)
    share = float((change > 0.5).mean())
    if share >= (WHOLE_SCENE if is_named else ALL) or (not scene.entities and names_place(scene)):
        yield from _whole_scene(pixels, task, box_of(change) if scene.entities else None)
    else:
        yield from _draw(pixels, change, scene, task)


def _draw(
    pixels: Pixels, change: Openness, scene: Scene, task: EditTask, *, keeps_ground: bool = False
) -> Iterator[EditStep]:
    """Something new: beside what is there if it is added, else in place of it."""
    is_added = keeps_ground or isinstance(task.command, Add)
    is_drawn = bool(scene.entities or scene.texts)
    if not is_drawn and _SKY.search(task.prompt) and not is_layer(pixels):
        yield EditStep(_draw_sky(pixels, change, task), final=True)
        return
    continues = find_frame(mostly_open(change)) is not None and _is_blank(pixels, change)
    if not is_drawn and not continues and not is_layer(pixels):
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
    worn = _wear_under(ground, scene, change) if is_added else None
    composed = insert_under(ground, scene, change) if worn is None else worn
    yield EditStep(composed)
    task.checkpoint()
    yield EditStep(match_blur_and_grain(composed, ground, task.random("grain")), final=True)


def _is_blank(pixels: Pixels, change: Openness) -> bool:
    """Whether nothing is lost where the picture is continued: an empty margin, or what was transparent."""
    grey = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY)
    return float(np.abs(cv2.Laplacian(grey, cv2.CV_32F))[change > 0.5].mean()) < BLANK


def _draw_sky(pixels: Pixels, change: Openness, task: EditTask) -> Pixels:
    """The sky of a description, down to the mask's lower end."""
    height, width = pixels.shape[:2]
    scene, text = task.scene, task.prompt.lower()
    weather = "cloudy" if scene.weather == "clear" and "cloud" in text and scene.time != "night" else scene.weather
    bottom = float(box_of(change).bottom)
    return to_bytes(paint_sky(width, height, bottom, scene.time, weather, task.random("sky")) * 255)


def _whole_scene(pixels: Pixels, task: EditTask, box: PixelBox | None) -> Iterator[EditStep]:
    """In `box`, or over the whole picture. Things that are drawn for more than the mask shows would be cut off."""
    scene = replace(task.scene, transparent=is_layer(pixels) and not names_place(task.scene))
    size = size_of(pixels) if box is None else Size(box.width, box.height)
    for painted in paint(scene, *size, quality=task.quality, partials=0, checkpoint=task.checkpoint):
        shown = painted if scene.transparent else np.ascontiguousarray(painted[..., :3])
        if box is not None:
            whole = pixels.copy() if is_layer(pixels) else np.ascontiguousarray(pixels[..., :3])
            part = add_opaque_alpha(shown) if is_layer(pixels) else shown
            whole[box.top : box.bottom, box.left : box.right] = part
            shown = whole
        yield EditStep(shown, final=True)


def _wear_under(pixels: Pixels, scene: Scene, change: Openness) -> Pixels | None:
    """With what is worn on the head that the mask shows. None without such a head, or if the mask cut much of it."""
    if not scene.entities or any(find_worn_on(one) is None for one in scene.entities):
        return None
    found = cut_out(pixels)
    heads = find_heads(compose_over_white(pixels), found if found.is_confident else None)
    shown = [head for head in heads if _is_open_at(change, head)]
    if not shown:
        return None
    worn = pixels
    for entity in scene.entities:
        if not has_room_for(entity, shown[0], pixels):
            return None
        worn = wear(worn, scene, entity, shown[0])
    touched = largest_channel(cv2.absdiff(worn, pixels)) > VISIBLE
    return worn if touched.any() and float(change[touched].mean()) > LEAST_SHOWN else None


def _is_open_at(change: Openness, head: Head) -> bool:
    box = head.box
    return bool((change[box.top : max(box.top + 1, box.bottom), box.left : max(box.left + 1, box.right)] > 0.5).any())


def _clear_lettering(pixels: Pixels, change: Openness) -> Pixels:
    """Without the letters that new words replace: strokes on an even ground under the mask become that ground."""
    box = box_of(change)
    window = slice(box.top, box.bottom), slice(box.left, box.right)
    part = np.ascontiguousarray(pixels[window][..., :3])
    reach = max(3, round(LETTER_WIDTH * box.height)) | 1
    for how in (cv2.MORPH_CLOSE, cv2.MORPH_OPEN):  # dark letters, light letters
        ground = cv2.GaussianBlur(cv2.morphologyEx(part, how, np.ones((reach, reach), np.uint8)), (0, 0), reach / 4)
        apart = largest_channel(cv2.absdiff(part, ground))
        slope = cv2.Laplacian(cv2.cvtColor(ground, cv2.COLOR_RGB2GRAY), cv2.CV_32F)
        if LEAST_INK < float((apart > STROKE).mean()) < MOST_INK and float(np.abs(slope).mean()) < EVEN_GROUND:
            ink = cv2.dilate((apart > STROKE / 3).astype(np.uint8), np.ones((3, 3), np.uint8))
            weight = cv2.GaussianBlur(ink.astype(np.float32), (0, 0), 0.8)[..., None]
            cleared = pixels.copy()
            cleared[window][..., :3] = to_bytes(part * (1 - weight) + ground * weight)
            return cleared
    return pixels


def fill_masked(pixels: Pixels, change: Openness, task: EditTask) -> Pixels:
    """Without what the mask covers. Faintly covered pixels stay known: they will mostly be kept."""
    return fill(pixels, mostly_open(change), lambda: task.generator("patches"))


def _empty(pixels: Pixels) -> Pixels:
    """White, or transparent."""
    return (
        np.dstack([pixels[..., :3], np.zeros_like(pixels[..., 3])]) if is_layer(pixels) else np.full_like(pixels, 255)
    )


def _without_carriers(scene: Scene, pixels: Pixels, change: Openness) -> Scene:
    """Without what wears or holds something and is in the picture already: of "a cat in a hat" over a cat's head, the
    hat. What stands out, or a face, is mostly outside of the mask then.
    """
    carried = {one.object: one.subject for one in scene.relations if one.kind in ("wearing", "holding", "eating")}
    if not carried or is_layer(pixels) or float((change > 0.5).mean()) >= WHOLE_SCENE:
        return scene
    found = cut_out(pixels)
    inside = found.alpha > 0.5
    if not found.is_confident or not inside.any() or float((change > 0.5)[inside].mean()) > 0.5:
        return scene
    return replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id in carried or one.id not in carried.values()),
        relations=tuple(one for one in scene.relations if one.object not in carried),
    )


def _subjects_only(scene: Scene) -> Scene:
    """Without what surrounds the hole, which a description names too: the flamingo of "a pool with a flamingo". A pot
    or a plate belongs to what is in it.
    """
    supports = {one.object for one in scene.relations if one.kind in ("on", "in", "under", "behind", "beside")}
    supported = {one.subject for one in scene.relations if one.kind in ("on", "in", "under", "behind", "beside")}
    heights = {one.id: natural_height(one) for one in scene.entities}
    gone = {one for one in supports - supported if heights.get(one, 1.0) >= PORTABLE}
    return replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id not in gone),
        relations=tuple(one for one in scene.relations if one.subject not in gone and one.object not in gone),
    )
