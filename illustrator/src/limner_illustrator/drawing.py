"""One image of a request, from its words and input pictures to its pixels: `draw` is what a worker calls."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import has_transparency, spread_colours
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Change,
    CutOut,
    Describe,
    Replace,
    SetBackdrop,
)
from limner_illustrator.edit.notes import joined, note_on_change, note_on_cutout
from limner_illustrator.edit.raster_edit import collage, own
from limner_illustrator.edit.raster_edit.backdrop import without_fringe
from limner_illustrator.edit.raster_edit.compose import insert, paste
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.framing import on_white, opaque
from limner_illustrator.edit.raster_edit.layers import as_layer
from limner_illustrator.edit.raster_edit.masked import cleaned, edit_masked
from limner_illustrator.edit.raster_edit.masks import box_of
from limner_illustrator.edit.raster_edit.merging import merged_scene
from limner_illustrator.edit.raster_edit.reading import Impossible
from limner_illustrator.edit.raster_edit.several import done_in_turn, parts_of
from limner_illustrator.edit.raster_edit.source import Source, read_source
from limner_illustrator.edit.raster_edit.task import Step, Task, names_place, read_task, wants_backdrop
from limner_illustrator.edit.raster_edit.under_mask import MaskedEdit, MaskedPicture, read_masked
from limner_illustrator.edit.raster_edit.vary import vary
from limner_illustrator.edit.raster_edit.whole import UNSURE_OUTLINE, edit_whole
from limner_illustrator.edit.request import DrawingRequest, Openness
from limner_illustrator.edit.scene_edit import instruct
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.language.clothing import note_undrawn_clothes
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import read
from limner_illustrator.language.wrappers import unwrap
from limner_illustrator.render.paint import paint, paint_background
from limner_illustrator.render.partials import stages_shown
from limner_illustrator.scene import Scene

NOTHING_MAY_CHANGE = "The mask protects the whole picture, so nothing was changed."
PRINTS = (
    "The subject of at least one input picture could not be told from its background, so the whole of it was set in."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    pixels: Pixels
    """(height, width, 3), or 4 channels for a transparent background."""
    scene: Scene | None = None
    """What the picture shows, if it was painted from that."""
    note: str | None = None
    revised_prompt: str | None = None
    final: bool = False


def draw_stages(
    request: DrawingRequest, image_index: int, *, checkpoint: Callable[[], None], scenes: SceneStore | None = None
) -> Iterator[Snapshot]:
    """At most `request.partial_images` unfinished states, then the picture. `checkpoint` may raise to end the work.

    `scenes` knows our own pictures again by their pixels, and learns those that are drawn.
    """
    shown = 0
    request, stages = _begin(replace(request, prompt=unwrap(request.prompt)), image_index, checkpoint, scenes)
    for snapshot in stages:
        if snapshot.final:
            finished = replace(snapshot, pixels=_with_channels(snapshot.pixels, request))
            if scenes is not None and snapshot.scene is not None and request.format_has_alpha:
                scenes.keep(finished.pixels, snapshot.scene)
            yield finished
            return
        if shown < request.partial_images:
            shown += 1
            yield replace(snapshot, pixels=_with_channels(snapshot.pixels, request))
        checkpoint()


def _begin(
    request: DrawingRequest, image_index: int, checkpoint: Callable[[], None], scenes: SceneStore | None
) -> tuple[DrawingRequest, Iterator[Snapshot]]:
    """The request with its background resolved, and the stages of the picture."""
    seed = request.seed + image_index
    if request.operation == "generate" or not request.images:
        request = _resolved(request, is_transparent=False)
        return request, _generated(request, seed, checkpoint)
    task = read_task(
        request.prompt,
        seed=seed,
        negative_prompt=request.negative_prompt,
        tone=request.tone,
        quality=request.quality,
        fidelity=request.input_fidelity,
        strength=request.strength,
        checkpoint=checkpoint,
    )
    sources = [read_source(image, number, scenes) for number, image in enumerate(request.images, 1)]
    first = sources[0]
    masked = read_masked(request, first)
    if masked is not None:
        return _under_mask(request, image_index, sources, masked, task)
    if request.operation == "variation":
        return _variation(request, seed, first, task)
    if len(sources) > 1:
        stays = not names_place(task.scene) and all(source.is_transparent for source in sources)
        request = _resolved(request, is_transparent=stays)
        return request, _collage(request, sources, task)
    if first.scene is not None:
        scene, note = _instructed(first.scene, request, image_index)
        request = _resolved(request, is_transparent=scene.transparent)
        stages = _painted(scene, request, note, checkpoint)
        return request, _measured(stages, request, lambda: first.cover(request.size))
    pixels, parts = first.cover(request.size), parts_of(task)
    request = _resolved(request, is_transparent=_stays_transparent(parts, is_now=has_transparency(pixels)))
    return request, _measured(_edited_whole(request, pixels, parts), request, lambda: pixels)


def _resolved(request: DrawingRequest, *, is_transparent: bool) -> DrawingRequest:
    """With a background that is no longer `auto`."""
    if request.background != "auto":
        return request
    return replace(request, background="transparent" if is_transparent and request.format_has_alpha else "opaque")


def _stays_transparent(parts: tuple[Task, ...], *, is_now: bool) -> bool:
    """Whether the result of editing a foreign picture has no background: cut-outs are wanted so, backdrops are not."""
    if any(wants_backdrop(part) for part in parts):
        return False
    return is_now or _asks_cutout(parts)


def _asks_cutout(parts: tuple[Task, ...]) -> bool:
    return any(isinstance(part.command, CutOut) for part in parts)


def _measured(
    stages: Iterator[Snapshot], request: DrawingRequest, source: Callable[[], Pixels], change: Openness | None = None
) -> Iterator[Snapshot]:
    """The note of the picture says if hardly anything has changed. `source`: the input at the asked size."""
    for snapshot in stages:
        if not snapshot.final or snapshot.note == NOTHING_MAY_CHANGE:
            yield snapshot
            continue
        after = _with_channels(snapshot.pixels, request)
        yield replace(snapshot, note=note_on_change(snapshot.note, source(), after, change))


def _generated(request: DrawingRequest, seed: int, checkpoint: Callable[[], None]) -> Iterator[Snapshot]:
    reading = read(request.prompt, seed=seed, negative_prompt=request.negative_prompt, tone=request.tone)
    if _is_transparent(request):
        # Without a place, things fill the picture.
        scene = replace(reading.scene, transparent=True, setting=None)
    else:
        scene = replace(reading.scene, transparent=False)
    notes = [one for one in (reading.omissions.note(), note_undrawn_clothes(scene)) if one is not None]
    yield from _painted(scene, request, "; ".join(notes) or None, checkpoint)


def _settled(scene: Scene) -> Scene:
    """With the place that its things have chosen: an edit that adds another thing must not move them elsewhere."""
    if scene.setting is not None or scene.transparent or not scene.entities:
        return scene
    return replace(scene, setting=choose_backdrop(scene))


def _painted(
    scene: Scene, request: DrawingRequest, note: str | None, checkpoint: Callable[[], None]
) -> Iterator[Snapshot]:
    scene = _settled(scene)
    partials = len(stages_shown(request.partial_images))
    stages = paint(
        scene, *request.size, quality=request.quality, partials=request.partial_images, checkpoint=checkpoint
    )
    for stage, pixels in enumerate(stages):
        if stage < partials:
            yield Snapshot(pixels=pixels)
        else:
            yield Snapshot(
                pixels=pixels,
                scene=scene,
                note=note or note_undrawn_clothes(scene),
                revised_prompt=describe(scene),
                final=True,
            )


def _instructed(scene: Scene, request: DrawingRequest, image_index: int) -> tuple[Scene, str | None]:
    """The changed Scene, transparent as the request says or, if that leaves it open, as the instruction does."""
    changed, note = instruct(_settled(scene), request.prompt)
    changed = own.without_unwanted(changed, request.negative_prompt)
    changed = own.redrawn(changed, image_index, request.seed + image_index)
    request = _resolved(request, is_transparent=changed.transparent)
    is_new_cutout = changed.transparent and not scene.transparent
    if is_new_cutout:
        note = joined(note, note_on_cutout(request))
    shown = replace(changed, transparent=is_new_cutout or _stays_cut_out(changed, request))
    return replace(shown, tone=request.tone or changed.tone), note


def _stays_cut_out(scene: Scene, request: DrawingRequest) -> bool:
    """Whether a Scene is drawn without a place. `request`: its background is resolved; a JPEG shows white there."""
    return _is_transparent(request) or (scene.transparent and not request.format_has_alpha)


def _variation(
    request: DrawingRequest, seed: int, source: Source, task: Task
) -> tuple[DrawingRequest, Iterator[Snapshot]]:
    if source.scene is not None:
        request = _resolved(request, is_transparent=source.scene.transparent)
        scene = replace(
            own.varied(source.scene, seed, request.strength), transparent=_stays_cut_out(source.scene, request)
        )
        return request, _repainted(scene, request, seed, task)
    pixels = source.cover(request.size)
    request = _resolved(request, is_transparent=has_transparency(pixels))
    return request, _varied(pixels, request, seed)


def _repainted(scene: Scene, request: DrawingRequest, seed: int, task: Task) -> Iterator[Snapshot]:
    slight = request.strength is not None and request.strength < own.SLIGHT
    for snapshot in _painted(scene, request, None, task.checkpoint):
        if slight and snapshot.final:
            *_, varied = vary(snapshot.pixels, seed, request.strength)
            yield replace(snapshot, pixels=varied)
        else:
            yield snapshot


def _varied(pixels: Pixels, request: DrawingRequest, seed: int) -> Iterator[Snapshot]:
    found = None
    if not _is_transparent(request):
        base = on_white(pixels)
    elif has_transparency(pixels):
        base = as_layer(pixels)
    else:
        found = cut_out(pixels)
        base = _cut(spread_colours(pixels), found)
    stages = list(enumerate(vary(base, seed, request.strength)))
    for stage, varied in stages:
        yield Snapshot(pixels=varied, note=_outline_note(found), final=stage == len(stages) - 1)


def _under_mask(
    request: DrawingRequest, image_index: int, sources: list[Source], masked: MaskedPicture, task: Task
) -> tuple[DrawingRequest, Iterator[Snapshot]]:
    """Every pixel that the mask protects leaves as it came."""
    if masked.mask.is_own_alpha:  # what is transparent is the mask, and not to be kept
        request = _resolved(request, is_transparent=False)
    first, change = sources[0], masked.change
    is_now = has_transparency(masked.original)
    if not change.any():
        request = _resolved(request, is_transparent=is_now)
        edit = MaskedEdit(masked, _is_transparent(request), fills=False)
        unchanged = edit.lay_under(edit.ground)
        return request, iter([Snapshot(pixels=unchanged, scene=first.scene, note=NOTHING_MAY_CHANGE, final=True)])
    if len(sources) > 1:
        fills = masked.is_fillable and masked.is_photo
        request = _resolved(request, is_transparent=is_now and not fills)
        edit = MaskedEdit(masked, _is_transparent(request), fills)
        return request, _laid_under(request, edit, _set_under_mask(edit.ground, change, sources[1:], task))
    if first.scene is not None:
        scene, note = _instructed(first.scene, request, image_index)
        fills = masked.is_fillable and not scene.transparent
        request = _resolved(request, is_transparent=scene.transparent or (is_now and not fills))
        edit = MaskedEdit(masked, _is_transparent(request), fills)
        steps = own.edit_own_masked(edit.ground, change, masked.decoded_size, first.scene, scene, task)
        stages = _laid_under(request, edit, steps, scene, note)
        return request, _measured(stages, request, lambda: masked.original, change)
    parts = parts_of(task)
    fills = masked.is_fillable and _fills(request, masked, parts)
    is_cut = _asks_cutout(parts)
    request = _resolved(request, is_transparent=is_cut or (is_now and not fills))
    note = note_on_cutout(request) if is_cut else None
    edit = MaskedEdit(masked, _is_transparent(request), fills)
    steps = done_in_turn(edit.ground, parts, lambda pixels, part: edit_masked(pixels, change, part))
    stages = _laid_under(request, edit, steps, note=note)
    return request, _measured(stages, request, lambda: masked.original, change)


def _fills(request: DrawingRequest, masked: MaskedPicture, parts: tuple[Task, ...]) -> bool:
    """Whether an edit paints what is transparent: around a photograph always, around a cut-out where a picture or a
    background is described.
    """
    if _asks_cutout(parts):
        return False
    described = request.background != "transparent" and any(_describes(part) for part in parts)
    return masked.is_photo or described


def _describes(part: Task) -> bool:
    return isinstance(part.command, Describe | Change | Impossible | SetBackdrop | BlurBackdrop)


def _laid_under(
    request: DrawingRequest,
    edit: MaskedEdit,
    steps: Iterator[Step],
    scene: Scene | None = None,
    note: str | None = None,
) -> Iterator[Snapshot]:
    for step in steps:
        if step.final or request.partial_images:
            pixels = edit.lay_under(step.pixels)
            yield Snapshot(pixels=pixels, scene=scene, note=joined(step.note, note), final=step.final)


def _set_under_mask(pixels: Pixels, change: Openness, others: list[Source], task: Task) -> Iterator[Step]:
    """The subjects of the other pictures, set into the mask of the first."""
    sprites, certain = _sprites(others, task)
    ground = pixels if isinstance(task.command, Add) else cleaned(pixels, change, task)
    pasted = paste(ground, sprites, box_of(change), task.random("sprites"))
    yield Step(pasted, final=True, note=None if certain else PRINTS)


def _collage(request: DrawingRequest, sources: list[Source], task: Task) -> Iterator[Snapshot]:
    own_scenes = {source.number: _settled(source.scene) for source in sources if source.scene is not None}
    foreign = [source for source in sources if source.scene is None]
    scene = merged_scene(task.scene, request.prompt, own_scenes, foreign=len(foreign))
    scene = replace(scene, transparent=_is_transparent(request))
    if not foreign:
        yield from _painted(scene, request, None, task.checkpoint)
        return
    sprites, certain = _sprites(foreign, task)
    inside = collage.goes_inside(task.scene, request.prompt)
    empty = not scene.entities or inside
    if scene.transparent and empty:
        painted = np.zeros((request.size.height, request.size.width, 4), np.uint8)
    elif empty:
        painted = paint_background(scene, *request.size, request.quality)
    else:
        *_, painted = paint(scene, *request.size, quality=request.quality, checkpoint=task.checkpoint)
    yield Snapshot(pixels=painted)
    task.checkpoint()
    spot: collage.Spot = "peeking out" if inside else "alone" if empty else "around"
    composed = collage.set_in(painted, sprites, spot, task)
    if inside:
        # The container's front hides the lower part of what is in it.
        composed = insert(composed, scene, collage.place("container", request.size))
    yield Snapshot(pixels=composed, note=None if certain else PRINTS, revised_prompt=describe(scene), final=True)


def _sprites(sources: list[Source], task: Task) -> tuple[list[Pixels], bool]:
    """And whether all of them could be cut out. One picture is decoded at a time."""
    sprites, certain = [], True
    for source in sources:
        sprite, was_cut = collage.read_sprite(source)
        sprites.append(sprite)
        certain &= was_cut
        task.checkpoint()
    return sprites, certain


def _edited_whole(request: DrawingRequest, pixels: Pixels, parts: tuple[Task, ...]) -> Iterator[Snapshot]:
    is_layered = _is_transparent(request) and has_transparency(pixels)
    if is_layered:
        ground, found = as_layer(pixels), None
    else:
        backdrop = any(wants_backdrop(part) for part in parts)
        ground = spread_colours(pixels) if backdrop else on_white(pixels)
        found = cut_out(pixels) if _is_transparent(request) or has_transparency(pixels) else None

    def edit(before: Pixels, part: Task) -> Iterator[Step]:
        nonlocal found
        for step in edit_whole(before, found, part):
            if found is not None and step.final and isinstance(part.command, Add | Replace):
                found = _widened(found, before, step.pixels)
            yield step

    has_backdrop = any(isinstance(part.command, SetBackdrop | BlurBackdrop) for part in parts)
    is_cut = _is_transparent(request) and not is_layered and not has_backdrop
    on_cutout = note_on_cutout(request) if _asks_cutout(parts) else None
    for step in done_in_turn(ground, parts, edit):
        if is_cut and found is not None:
            note = joined(step.note, _outline_note(found))
            yield Snapshot(pixels=_cut(step.pixels, found), note=note, final=step.final)
        else:
            yield Snapshot(pixels=step.pixels, note=joined(step.note, on_cutout), final=step.final)


def _widened(found: Foreground, before: Pixels, after: Pixels) -> Foreground:
    """What was added stays, even where the cut-out ends."""
    changed = (np.abs(after.astype(np.int16) - before).max(axis=2) > 12).astype(np.float32)
    return Foreground(np.maximum(found.alpha, changed), found.trust, found.is_own)


def _outline_note(found: Foreground | None) -> str | None:
    return UNSURE_OUTLINE if found is not None and not found.is_trusted else None


def _cut(rgb: Pixels, found: Foreground) -> Pixels:
    colors = np.ascontiguousarray(rgb[..., :3])
    # What came with transparency of its own has the right colours along its edge already.
    clean = colors if found.is_own else without_fringe(colors, found)
    return np.dstack([clean, np.rint(found.alpha * 255).astype(np.uint8)])


def _is_transparent(request: DrawingRequest) -> bool:
    return request.background == "transparent"


def _with_channels(pixels: Pixels, request: DrawingRequest) -> Pixels:
    return np.ascontiguousarray(opaque(pixels) if _is_transparent(request) else on_white(pixels))
