"""Edits by a description of what the picture is to show: "a woman with a red hat on a beach". What the description
says of the picture's subject is done to it; the picture itself is kept.
"""

from collections.abc import Iterator
from dataclasses import replace

from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.edit.framing import size_of
from limner_illustrator.edit.instructions.commands import Add
from limner_illustrator.edit.notes import join_notes
from limner_illustrator.edit.raster_edit.adding import Picture, add
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.backdrop import compose_before, draw_backdrop
from limner_illustrator.edit.raster_edit.explanations import (
    DESCRIBED,
    NOT_SEPARATED,
    explain_impossible,
    explain_undrawn,
)
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.layers import on_colours
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, names_place
from limner_illustrator.edit.raster_edit.wearing import find_worn_on, wear


def follow_description(picture: Picture, task: EditTask) -> Iterator[EditStep]:
    scene = task.scene
    if task.is_part or not (scene.entities or scene.texts or names_place(scene)):
        yield EditStep(picture.pixels.copy(), final=True, note=explain_impossible(task))
        return
    if task.fidelity == "high" and scene.entities:
        yield from add(picture, Add(task.prompt, task.prompt), task)
        return
    pixels, note, is_changed = picture.pixels, None, False
    if names_place(scene):
        known = picture.find()
        if known.is_confident:
            pixels = spread_colours(pixels)
            pixels = compose_before(pixels, known, draw_backdrop(task.prompt, size_of(pixels), task))
            is_changed = True
            yield EditStep(pixels)
            task.checkpoint()
        else:
            note = NOT_SEPARATED
    worn = [one for one in scene.entities if find_worn_on(one) is not None]
    if worn:
        known = picture.find()
        heads = find_heads(picture.pixels, known if known.is_confident else None)
        for one in worn if heads else ():
            pixels = wear(pixels, replace(scene, relations=()), one, heads[0])
            is_changed = True
        if not heads:
            note = join_notes(note, explain_undrawn(worn[0].noun, task))
    if has_adjustment(task):
        pixels, is_changed = on_colours(pixels, lambda rgb: adjust(rgb, task)), True
    if not is_changed:
        note = note or DESCRIBED
    yield EditStep(pixels if is_changed else pixels.copy(), final=True, note=note)
