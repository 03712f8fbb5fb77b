"""An edit of a picture that carries its Scene: the Scene changes and is painted again."""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.drawing.route import Route, add_place, is_transparent, paint_scene, resolve_background
from limner_illustrator.edit.notes import join_notes, note_on_cutout
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_edit.variation import remove_unwanted, reseed
from limner_illustrator.edit.source import Source
from limner_illustrator.scene import Scene


def make_scene_route(
    request: DrawingRequest, image_index: int, source: Source, scene: Scene, checkpoint: Callable[[], None]
) -> Route:
    changed, note = apply_instruction(scene, request, image_index)
    request = resolve_background(request, is_transparent=changed.transparent)
    stages = paint_scene(changed, request, note, checkpoint)
    is_recomposed = changed.graphic != scene.graphic  # a title is small, but it is the change that was asked for
    before = None if is_recomposed else lambda: source.cover(request.size)
    return Route(request=request, stages=stages, before=before)


def apply_instruction(scene: Scene, request: DrawingRequest, image_index: int) -> tuple[Scene, str | None]:
    """Transparent as the request says or, if that leaves it open, as the instruction does."""
    changed, note = edit_scene(add_place(scene), request.prompt)
    changed = remove_unwanted(changed, request.negative_prompt)
    changed = reseed(changed, image_index, request.seed + image_index)
    request = resolve_background(request, is_transparent=changed.transparent)
    is_new_cutout = changed.transparent and not scene.transparent
    if is_new_cutout:
        note = join_notes(note, note_on_cutout(request))
    shown = replace(changed, transparent=is_new_cutout or is_still_cut_out(changed, request))
    return replace(shown, tone=request.tone or changed.tone), note


def is_still_cut_out(scene: Scene, request: DrawingRequest) -> bool:
    """Whether a Scene is drawn without a place. `request`: its background is resolved; a JPEG shows white there."""
    return is_transparent(request) or (scene.transparent and not request.format_has_alpha)
