"""An edit of a picture that carries its Scene: the Scene changes and is painted again. What a Scene cannot express,
such as blur or a rotation, is done to the pixels afterwards.
"""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing.painted import add_place, edit_painted, paint_scene
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.notes import LEAST_SHARE, join_notes, note_on_cutout
from limner_illustrator.edit.raster_edit.pixel_share import read_pixel_command
from limner_illustrator.edit.raster_edit.several import split_task
from limner_illustrator.edit.raster_edit.task import EditTask
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_edit.arranging import forget_arrangement, keep_arrangement
from limner_illustrator.edit.scene_edit.variation import remove_unwanted, reseed
from limner_illustrator.edit.source import Source
from limner_illustrator.scene import Scene

LEAST_VISIBLE = 0.0004
"""A changed Scene that shows less change than a new mouth on a face has changed nothing that can be seen."""


def make_scene_route(
    request: DrawingRequest,
    image_index: int,
    source: Source,
    scene: Scene,
    task: EditTask,
    checkpoint: Callable[[], None],
) -> Route:
    before = arrange_as_drawn(scene, source.size)
    pixel_clauses = tuple(one for one in task.instruction.clauses if read_pixel_command(one) is not None)
    changed, note = apply_instruction(before, request, image_index)
    request = resolve_background(request, is_transparent=changed.transparent)
    stages = paint_scene(changed, request, note, checkpoint)
    if pixel_clauses:
        if len(pixel_clauses) == len(task.instruction.clauses):
            pixels = source.cover(request.size)
            shown = pixels if is_transparent(request) else compose_over_white(pixels)
            stages = iter([Snapshot(pixels=shown, final=True)])
        part = replace(task, instruction=replace(task.instruction, clauses=pixel_clauses))
        stages = edit_painted(stages, split_task(part), changed, request)
    is_recomposed = changed.graphic != scene.graphic  # a title is small, but it is the change that was asked for
    return Route(
        request=request,
        stages=stages,
        before=None if is_recomposed else lambda: source.cover(request.size),
        least_change=LEAST_VISIBLE if changed != before else LEAST_SHARE,
    )


def has_only_pixel_commands(task: EditTask) -> bool:
    """Whether the prompt asks for nothing that its Scene could express."""
    clauses = task.instruction.clauses
    return bool(clauses) and all(read_pixel_command(clause) is not None for clause in clauses)


def arrange_as_drawn(scene: Scene, size: Size) -> Scene:
    """With the place and the positions that its picture of that size shows, so that edits keep them."""
    placed = add_place(scene)
    return placed if placed.graphic is not None else keep_arrangement(placed, size)


def apply_instruction(before: Scene, request: DrawingRequest, image_index: int) -> tuple[Scene, str | None]:
    """Transparent as the request says or, if that leaves it open, as the instruction does."""
    changed, note = edit_scene(before, request.prompt, skips=lambda clause: read_pixel_command(clause) is not None)
    changed = forget_arrangement(before, changed)
    changed = remove_unwanted(changed, request.negative_prompt)
    changed = reseed(changed, image_index, request.seed + image_index)
    request = resolve_background(request, is_transparent=changed.transparent)
    is_new_cutout = changed.transparent and not before.transparent
    if is_new_cutout:
        note = join_notes(note, note_on_cutout(request))
    shown = replace(changed, transparent=is_new_cutout or is_still_cut_out(changed, request))
    return replace(shown, tone=request.tone or changed.tone), note


def is_still_cut_out(scene: Scene, request: DrawingRequest) -> bool:
    """Whether a Scene is drawn without a place. `request`: its background is resolved; a JPEG shows white there."""
    return is_transparent(request) or (scene.transparent and not request.format_has_alpha)
