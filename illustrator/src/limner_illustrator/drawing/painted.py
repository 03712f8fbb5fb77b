"""A picture that is painted from its Scene, and what is done to its pixels afterwards: a Scene has no blur."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.canvas import Pixels
from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.drawing.route import Snapshot
from limner_illustrator.edit.framing import largest_channel
from limner_illustrator.edit.instructions.commands import BlurBackdrop, Crop, Speak
from limner_illustrator.edit.notes import VISIBLE, join_notes
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.reading import Adjust
from limner_illustrator.edit.raster_edit.regions import SCENERY
from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, read_edit_task
from limner_illustrator.edit.raster_edit.whole import edit_whole
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.graphics.painting import paint_picture
from limner_illustrator.language.clothing import note_undrawn_clothes
from limner_illustrator.language.description import describe
from limner_illustrator.language.layout_notes import note_faults
from limner_illustrator.layout.faults import LayoutFaults
from limner_illustrator.render.paint import paint
from limner_illustrator.render.partials import stages_shown
from limner_illustrator.scene import Entity, Scene

OPAQUE = 230
"""Alpha of 0..255 from which on something is no shadow."""
MAX_ADJUSTMENTS = 8
"""Each takes time whenever the picture is painted again."""


def add_place(scene: Scene) -> Scene:
    """With the place that its things have chosen, so that adding another thing does not move them elsewhere."""
    if scene.backdrop is not None or scene.transparent or not scene.entities or scene.graphic is not None:
        return scene
    return replace(scene, backdrop=choose_backdrop(scene))


def paint_scene(
    scene: Scene,
    request: DrawingRequest,
    note: str | None,
    checkpoint: Callable[[], None],
    *,
    notes_layout: bool = False,
) -> Iterator[Snapshot]:
    """`notes_layout`: whether the note also says where the layout differs from the scene."""
    scene = add_place(scene)
    found: list[LayoutFaults] = []
    partials = len(stages_shown(request.partial_images))
    stages = paint_picture(
        scene,
        *request.size,
        quality=request.quality,
        partials=request.partial_images,
        checkpoint=checkpoint,
        report=found.append if notes_layout else None,
    )
    for stage, pixels in enumerate(stages):
        if stage < partials:
            yield Snapshot(pixels=pixels)
        else:
            notes = [note or note_undrawn_clothes(scene), *(note_faults(scene, one) for one in found)]
            painted = Snapshot(
                pixels=pixels,
                scene=scene,
                note="; ".join(one for one in notes if one) or None,
                revised_prompt=describe(scene),
                final=True,
            )
            yield from _repeat_adjustments(painted, scene, request, checkpoint) if scene.adjustments else (painted,)


def _repeat_adjustments(
    painted: Snapshot, scene: Scene, request: DrawingRequest, checkpoint: Callable[[], None]
) -> Iterator[Snapshot]:
    """What earlier edits did to the pixels; their notes have been given."""
    parts = [
        part
        for instruction in scene.adjustments[:MAX_ADJUSTMENTS]
        for part in split_task(
            read_edit_task(
                instruction,
                seed=scene.seed,
                negative_prompt=None,
                tone=None,
                quality=request.quality,
                fidelity=request.input_fidelity,
                strength=None,
                checkpoint=checkpoint,
            )
        )
        if _is_repeatable(part)
    ]
    adjusted = edit_painted(iter((painted,)), tuple(parts), scene, request) if parts else iter((painted,))
    *_, final = adjusted
    yield replace(final, scene=scene, note=painted.note)


def _is_repeatable(part: EditTask) -> bool:
    """Whether it means the same whatever a later edit changes; a crop would hide what that adds."""
    return isinstance(part.command, BlurBackdrop | Adjust)


def _keep(scene: Scene, parts: Sequence[EditTask]) -> Scene | None:
    """The Scene with these adjustments. None if another picture than this one would be painted from it."""
    adjustments = (*scene.adjustments, *(part.prompt for part in parts))
    is_repeatable = all(map(_is_repeatable, parts)) and len(adjustments) <= MAX_ADJUSTMENTS
    return replace(scene, adjustments=adjustments) if is_repeatable else None


def edit_painted(
    stages: Iterator[Snapshot], parts: tuple[EditTask, ...], scene: Scene, request: DrawingRequest
) -> Iterator[Snapshot]:
    """Changes the pixels of what was painted. The result carries the Scene if it can repeat that."""
    kept = _keep(scene, parts)

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
            yield replace(snapshot, pixels=step.pixels, scene=kept, note=note, final=step.final)


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
