"""An edit under a mask: every pixel that the mask protects stays as it was."""

import re
from collections.abc import Iterator
from dataclasses import replace

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import has_transparency
from limner_illustrator.drawing.collage_route import make_sprites
from limner_illustrator.drawing.painted import cut_out_named
from limner_illustrator.drawing.raster_route import has_cutout
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.drawing.scene_route import apply_instruction, arrange_as_drawn, has_only_pixel_commands
from limner_illustrator.edit.instructions.commands import Add, BlurBackdrop, Change, Describe, Recolor, SetBackdrop
from limner_illustrator.edit.notes import join_notes, note_on_cutout
from limner_illustrator.edit.raster_edit.compose import paste
from limner_illustrator.edit.raster_edit.masked import edit_masked, fill_masked
from limner_illustrator.edit.raster_edit.masked_scene import edit_scene_masked
from limner_illustrator.edit.raster_edit.masks import box_of
from limner_illustrator.edit.raster_edit.reading import Impossible
from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask
from limner_illustrator.edit.raster_edit.under_mask import MaskedEdit, MaskedPicture
from limner_illustrator.edit.request import DrawingRequest, Openness
from limner_illustrator.edit.source import Source
from limner_illustrator.scene import Scene

_MASKED = re.compile(
    r"^(?:it|this|that|(?:this|the|that) (?:(?:masked|selected|marked) )?"
    r"(?:part|area|region|section|spot|selection|mask))$"
)
LEAST_MASKED = 0.1
"""The part of a mask that a thing fills which the mask means."""
MOST_LOOKED_AT = 6
"""Things of a Scene: each is drawn to see where it is."""
NOTHING_MAY_CHANGE = "The mask protects the whole picture, so nothing was changed."


def make_masked_route(
    request: DrawingRequest, image_index: int, sources: list[Source], masked: MaskedPicture, task: EditTask
) -> Route:
    if masked.mask.is_own_alpha:  # what is transparent is the mask, and not to be kept
        request = resolve_background(request, is_transparent=False)
    first = sources[0]
    if not masked.change.any():
        return _keep_unchanged(request, first, masked)
    if len(sources) > 1:
        return _add_other_subjects(request, sources[1:], masked, task)
    if first.scene is not None and not has_only_pixel_commands(task):
        color = _find_masked_color(task)
        if color is not None and (named := _name_masked(request, first.scene, masked)) is not None:
            request = replace(request, prompt=f"make the {named} {color}")
        return _edit_scene(request, image_index, first.scene, masked, task)
    return _edit_pixels(request, masked, task)


def _find_masked_color(task: EditTask) -> str | None:
    """Of "make this red", where the mask alone says what."""
    command = task.command
    if len(task.instruction.clauses) != 1 or not isinstance(command, Recolor) or not _MASKED.match(command.what):
        return None
    return command.colors[0]


def _name_masked(request: DrawingRequest, scene: Scene, masked: MaskedPicture) -> str | None:
    """What the thing is called that the mask shows most of; None where it shows nothing but the place."""
    placed = arrange_as_drawn(scene, masked.decoded_size)
    best, name = LEAST_MASKED, None
    for one in placed.entities[:MOST_LOOKED_AT]:
        shown = float((cut_out_named(placed, request, [one]).alpha * masked.change).mean() / masked.change.mean())
        if shown > best:
            best, name = shown, one.noun
    return name


def _keep_unchanged(request: DrawingRequest, source: Source, masked: MaskedPicture) -> Route:
    request = resolve_background(request, is_transparent=has_transparency(masked.original))
    edit = MaskedEdit(masked, is_transparent(request), fills=False)
    pixels = edit.lay_under(edit.ground)
    only = Snapshot(pixels=pixels, scene=source.scene, note=NOTHING_MAY_CHANGE, final=True)
    return Route(request=request, stages=iter([only]))


def _add_other_subjects(request: DrawingRequest, others: list[Source], masked: MaskedPicture, task: EditTask) -> Route:
    """The subjects of the other pictures, set into the mask of the first."""
    fills = masked.is_fillable and masked.is_photo
    request = resolve_background(request, is_transparent=has_transparency(masked.original) and not fills)
    edit = MaskedEdit(masked, is_transparent(request), fills)
    steps = _set_under_mask(edit.ground, masked.change, others, task)
    return Route(request=request, stages=_lay_under_mask(request, edit, steps))


def _edit_scene(
    request: DrawingRequest, image_index: int, before: Scene, masked: MaskedPicture, task: EditTask
) -> Route:
    before = arrange_as_drawn(before, masked.decoded_size)
    scene, note = apply_instruction(before, request, image_index)
    fills = masked.is_fillable and not scene.transparent
    is_now = has_transparency(masked.original)
    request = resolve_background(request, is_transparent=scene.transparent or (is_now and not fills))
    edit = MaskedEdit(masked, is_transparent(request), fills)
    steps = edit_scene_masked(edit.ground, masked.change, masked.decoded_size, before, scene, task)
    return _measure(request, masked, _lay_under_mask(request, edit, steps, scene, note))


def _edit_pixels(request: DrawingRequest, masked: MaskedPicture, task: EditTask) -> Route:
    parts = split_task(task)
    fills = masked.is_fillable and _fills_transparency(request, masked, parts)
    is_cut = has_cutout(parts)
    is_now = has_transparency(masked.original)
    request = resolve_background(request, is_transparent=is_cut or (is_now and not fills))
    note = note_on_cutout(request) if is_cut else None
    edit = MaskedEdit(masked, is_transparent(request), fills)
    steps = run_in_turn(edit.ground, parts, lambda pixels, part: edit_masked(pixels, masked.change, part))
    return _measure(request, masked, _lay_under_mask(request, edit, steps, note=note))


def _measure(request: DrawingRequest, masked: MaskedPicture, stages: Iterator[Snapshot]) -> Route:
    return Route(request=request, stages=stages, before=lambda: masked.original, openness=masked.change)


def _fills_transparency(request: DrawingRequest, masked: MaskedPicture, parts: tuple[EditTask, ...]) -> bool:
    """Whether an edit paints what is transparent: around a photograph always, around a cut-out where a picture or a
    background is described.
    """
    if has_cutout(parts):
        return False
    return masked.is_photo or (request.background != "transparent" and any(map(_is_description, parts)))


def _is_description(part: EditTask) -> bool:
    return isinstance(part.command, Describe | Change | Impossible | SetBackdrop | BlurBackdrop)


def _lay_under_mask(
    request: DrawingRequest,
    edit: MaskedEdit,
    steps: Iterator[EditStep],
    scene: Scene | None = None,
    note: str | None = None,
) -> Iterator[Snapshot]:
    for step in steps:
        if step.final or request.partial_images:
            pixels = edit.lay_under(step.pixels)
            yield Snapshot(pixels=pixels, scene=scene, note=join_notes(step.note, note), final=step.final)


def _set_under_mask(pixels: Pixels, openness: Openness, others: list[Source], task: EditTask) -> Iterator[EditStep]:
    sprites, note = make_sprites(others, task)
    ground = pixels if isinstance(task.command, Add) else fill_masked(pixels, openness, task)
    pasted = paste(ground, sprites, box_of(openness), task.random("sprites"))
    yield EditStep(pasted, final=True, note=note)
