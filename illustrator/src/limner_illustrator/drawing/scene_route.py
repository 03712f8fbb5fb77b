"""An edit of a picture that carries its Scene: the Scene changes and is painted again. What a Scene cannot express,
such as blur or a rotation, is done to the pixels afterwards; the result then carries no Scene.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.size import Size
from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.drawing.route import (
    Route,
    Snapshot,
    add_place,
    is_transparent,
    paint_scene,
    resolve_background,
)
from limner_illustrator.edit.framing import compose_over_white, largest_channel
from limner_illustrator.edit.instructions.commands import BlurBackdrop, Crop, Speak
from limner_illustrator.edit.notes import LEAST_SHARE, VISIBLE, join_notes, note_on_cutout
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.pixel_share import read_pixel_command
from limner_illustrator.edit.raster_edit.reading import Adjust
from limner_illustrator.edit.raster_edit.regions import SCENERY
from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask
from limner_illustrator.edit.raster_edit.whole import edit_whole
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_edit.arranging import forget_arrangement, keep_arrangement
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.edit.scene_edit.variation import remove_unwanted, reseed
from limner_illustrator.edit.source import Source
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Entity, Scene

OPAQUE = 230
"""Alpha of 0..255 from which on something is no shadow."""
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
        stages = _edit_painted(stages, split_task(part), changed, request)
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


def _edit_painted(
    stages: Iterator[Snapshot], parts: tuple[EditTask, ...], scene: Scene, request: DrawingRequest
) -> Iterator[Snapshot]:
    found: Foreground | None = None

    def edit(pixels: Pixels, part: EditTask) -> Iterator[EditStep]:
        named = _find_named(scene, part)
        return edit_whole(pixels, cut_out_named(scene, request, named) if named else found, part)

    if scene.entities and any(isinstance(part.command, BlurBackdrop | Adjust | Crop) for part in parts):
        found = _cut_out_painted(scene, request)
    for snapshot in stages:
        if not snapshot.final:
            yield snapshot
            continue
        for step in run_in_turn(snapshot.pixels, parts, edit):
            note = join_notes(snapshot.note, step.note)
            yield replace(snapshot, pixels=step.pixels, scene=None, note=note, final=step.final)


def _find_named(scene: Scene, part: EditTask) -> list[Entity]:
    match part.command:
        case Adjust(where=where) if where and not SCENERY.search(where):
            return Editor(scene).find(where)
        case Crop(how):
            return Editor(scene).find(how)
        case Speak(who=who):
            animate = [one for one in scene.entities if is_animate(one.drawing)]
            named = [one for one in Editor(scene).find(who)[:1] if one in animate] if who else []
            return named or animate[:1]
    return []


def _cut_out_painted(scene: Scene, request: DrawingRequest) -> Foreground:
    """What stands in the picture, known from its Scene instead of its pixels."""
    return Foreground(np.asarray(_paint_cutout(scene, request)[..., 3] / 255, np.float32), 1.0)


def cut_out_named(scene: Scene, request: DrawingRequest, named: Sequence[Entity]) -> Foreground:
    """Those things with what they carry: where the picture differs without them. Shadows are not opaque."""
    ids = {one.id for one in named}
    for relation in scene.relations:
        base, carried = relation.subject, relation.object
        if relation.kind in ("on", "in", "riding"):
            base, carried = carried, base
        elif relation.kind not in CARRYING:
            continue
        if base in ids:
            ids.add(carried)
    rest = replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id not in ids),
        relations=tuple(one for one in scene.relations if ids.isdisjoint((one.subject, one.object))),
    )
    shown = _paint_cutout(scene, request)
    apart = largest_channel(cv2.absdiff(shown, _paint_cutout(rest, request))) > VISIBLE
    solid = (apart & (shown[..., 3] > OPAQUE)).astype(np.uint8)
    closed = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    return Foreground(np.asarray(cv2.GaussianBlur(closed.astype(np.float32), (0, 0), 0.8)), 1.0, is_own=True)


def _paint_cutout(scene: Scene, request: DrawingRequest) -> Pixels:
    *_, drawn = paint(replace(scene, transparent=True, styles=()), *request.size, quality="low")
    return drawn
