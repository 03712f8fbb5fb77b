"""Edits under a mask of pictures that carry their Scene."""

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.framing import compose_over_white, crop_centre, drawing_size, largest_channel
from limner_illustrator.edit.notes import UNCHANGED_UNDER_MASK, VISIBLE
from limner_illustrator.edit.raster_edit.compose import insert_under, letter, match_blur_and_grain
from limner_illustrator.edit.raster_edit.layers import fill
from limner_illustrator.edit.raster_edit.masks import box_of, mostly_open, ring, support
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask
from limner_illustrator.edit.request import Openness
from limner_illustrator.graphics.painting import paint_picture
from limner_illustrator.render.paint import paint_background
from limner_illustrator.scene import Entity, Scene

AGREES = 13.0
"""Mean difference (0..255) along the outside of the mask up to which two pictures are taken to fit together."""

MOST_CUT = 0.03
"""The part of all changes that may be outside of the mask: more of it, and the mask would cut a thing in two."""
LEAST_FILLED = 0.45
"""How much of the mask, in its width or height, what is new fills: less is another place, or a speck."""


def edit_scene_masked(
    pixels: Pixels, change: Openness, taken_from: Size, before: Scene, after: Scene, task: EditTask
) -> Iterator[EditStep]:
    """Steps that are right where `change` allows. `pixels` show the Scene `before`; they were of the size `taken_from`
    before they were scaled to cover the requested size.
    """
    target = Size(pixels.shape[1], pixels.shape[0])
    words = tuple(text for text in after.texts if text not in before.texts)
    if words:
        # New words go where the mask is, and not where they would stand in the whole picture.
        unlettered = replace(after, texts=before.texts)
        same = replace(unlettered, prompt=before.prompt, transparent=before.transparent, tone=before.tone) == before
        ground = pixels if same else _render(unlettered, taken_from, target, task)
        yield EditStep(letter(ground, replace(after, texts=words, entities=(), relations=()), change), final=True)
        return
    edited = _render(after, taken_from, target, task)
    fresh = _new_entities(before, after)
    gone = _gone(before, after)
    if not fresh and not gone:
        yield EditStep(
            edited, final=True, note=None if _differs_inside(pixels, edited, change) else UNCHANGED_UNDER_MASK
        )
        return
    if _seam(pixels, edited, change) < AGREES and _is_shown_inside(pixels, edited, change):
        yield EditStep(edited, final=True)
        return
    # The new composition has moved what the mask protects: so edit the pixels.
    ground = pixels
    if gone:
        ground = _ground(pixels, change, taken_from, after, task)
        yield EditStep(ground, final=not fresh)
        task.checkpoint()
    if fresh:
        ids = {one.id for one in fresh}
        among = tuple(one for one in after.relations if one.subject in ids and one.object in ids)
        lone = replace(after, entities=fresh, relations=among, positions=(), transparent=False)
        composed = insert_under(ground, lone, change)
        yield EditStep(match_blur_and_grain(composed, ground, task.random("grain")), final=True)


def _render(scene: Scene, taken_from: Size, target: Size, task: EditTask) -> Pixels:
    size = drawing_size(taken_from, target)
    *_, painted = paint_picture(scene, *size, quality=task.quality, partials=0, checkpoint=task.checkpoint)
    return crop_centre(painted, target)


def _ground(pixels: Pixels, change: Openness, taken_from: Size, scene: Scene, task: EditTask) -> Pixels:
    """What is behind the subjects: from the Scene if that fits the picture, else from the picture's own patches."""
    target = Size(pixels.shape[1], pixels.shape[0])
    if not scene.transparent:
        size = drawing_size(taken_from, target)
        painted = paint_background(scene, *size, task.quality)
        behind = crop_centre(np.ascontiguousarray(painted[..., :3]), target)
        if _seam(pixels, behind, change) < AGREES:
            return behind
    return fill(pixels, mostly_open(change), lambda: task.generator("patches"))


def _seam(before: Pixels, after: Pixels, change: Openness) -> float:
    """How badly the two differ just outside of the mask. 0 if there is no outside."""
    outside = ring(change, max(3, min(before.shape[:2]) // 100))
    if not outside.any():
        return 0.0
    difference = cv2.absdiff(compose_over_white(before), compose_over_white(after))
    return float(difference[outside].mean())


def _differs_inside(before: Pixels, after: Pixels, change: Openness) -> bool:
    inside = support(change)
    if not inside.any():
        return False
    return float(cv2.absdiff(compose_over_white(before), compose_over_white(after))[inside].mean()) > 2.5


def _is_shown_inside(before: Pixels, after: Pixels, change: Openness) -> bool:
    """Whether the mask cuts off nothing of what has changed, and is filled by it."""
    changed = largest_channel(cv2.absdiff(compose_over_white(before), compose_over_white(after))) > VISIBLE
    inside = changed & support(change)
    if not inside.any() or np.count_nonzero(changed) - np.count_nonzero(inside) > MOST_CUT * np.count_nonzero(changed):
        return False
    mask, (_, _, width, height) = box_of(change), cv2.boundingRect(inside.astype(np.uint8))
    return bool(max(width / mask.width, height / mask.height) > LEAST_FILLED)


def _new_entities(before: Scene, after: Scene) -> tuple[Entity, ...]:
    known = {(one.id, one.drawing, one.count) for one in before.entities}
    return tuple(one for one in after.entities if (one.id, one.drawing, one.count) not in known)


def _gone(before: Scene, after: Scene) -> bool:
    kept = {(one.id, one.drawing, one.count) for one in after.entities}
    return any((one.id, one.drawing, one.count) not in kept for one in before.entities)
