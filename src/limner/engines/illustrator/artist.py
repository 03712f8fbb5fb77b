"""One image of a request, from its words and input pictures to its pixels: `draw` is what a worker calls."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from limner.core.picture import Picture
from limner.core.request import ImageRequest
from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.describe import describe
from limner.engines.illustrator.dressing import unworn
from limner.engines.illustrator.instruct import instruct
from limner.engines.illustrator.paint import paint, paint_background
from limner.engines.illustrator.parse import parse
from limner.engines.illustrator.partials import stages_shown
from limner.engines.illustrator.retouch import collage, own
from limner.engines.illustrator.retouch.backdrop import without_fringe
from limner.engines.illustrator.retouch.compose import insert, paste
from limner.engines.illustrator.retouch.cutout import CutOut, cut_out
from limner.engines.illustrator.retouch.framing import has_transparency, on_white, opaque
from limner.engines.illustrator.retouch.masked import cleaned, edit_masked
from limner.engines.illustrator.retouch.masks import Change, blend, box_of, read_mask
from limner.engines.illustrator.retouch.merging import merged_scene
from limner.engines.illustrator.retouch.several import done_in_turn, parts_of
from limner.engines.illustrator.retouch.source import Source, cover_mask_picture, read_source
from limner.engines.illustrator.retouch.task import Step, Task, read_task
from limner.engines.illustrator.retouch.vary import vary
from limner.engines.illustrator.retouch.whole import UNSURE_OUTLINE, edit_whole
from limner.engines.illustrator.scene import Scene
from limner.engines.illustrator.scene_store import SceneStore
from limner.engines.illustrator.settings.choice import choose_setting
from limner.engines.illustrator.transparency import resolve_background

NOTHING_MAY_CHANGE = "The mask protects the whole picture, so nothing was changed."
PRINTS = (
    "The subject of at least one input picture could not be told from its background, so the whole of it was set in."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    pixels: Pixels
    """(height, width, 3), or 4 channels for a transparent background."""
    scene: Scene | None = None
    """What the picture shows, if it was painted from that."""
    note: str | None = None
    revised_prompt: str | None = None
    final: bool = False


def draw(
    request: ImageRequest, image_index: int, *, checkpoint: Callable[[], None], scenes: SceneStore | None = None
) -> Iterator[Drawn]:
    """At most `request.partial_images` unfinished states, then the picture. `checkpoint` may raise to end the work.

    `scenes` knows our own pictures again by their pixels, and learns those that are drawn.
    """
    shown = 0
    request = replace(request, background=resolve_background(request))
    for drawn in _stages(request, image_index, checkpoint, scenes):
        if drawn.final:
            finished = replace(drawn, pixels=_with_channels(drawn.pixels, request))
            if scenes is not None and drawn.scene is not None and request.output_format != "jpeg":
                scenes.keep(finished.pixels, drawn.scene)
            yield finished
            return
        if shown < request.partial_images:
            shown += 1
            yield replace(drawn, pixels=_with_channels(drawn.pixels, request))
        checkpoint()


def _stages(
    request: ImageRequest, image_index: int, checkpoint: Callable[[], None], scenes: SceneStore | None
) -> Iterator[Drawn]:
    seed = (request.seed or 0) + image_index
    if request.operation == "generate" or not request.images:
        yield from _generated(request, seed, checkpoint)
        return
    task = read_task(
        request.prompt,
        seed=seed,
        negative_prompt=request.negative_prompt,
        tone=request.style,
        quality=request.quality,
        fidelity=request.input_fidelity,
        strength=request.strength,
        checkpoint=checkpoint,
    )
    sources = [read_source(picture, number, scenes) for number, picture in enumerate(request.images, 1)]
    first = sources[0]
    if request.mask is not None:
        yield from _masked(request, image_index, sources, request.mask, task)
    elif request.operation == "variation":
        yield from _variation(request, seed, first, task)
    elif len(sources) > 1:
        yield from _collage(request, sources, task)
    elif first.scene is not None:
        scene, note = _instructed(first.scene, request, image_index)
        yield from _painted(scene, request, note, checkpoint)
    else:
        yield from _edited_whole(request, first, task)


def _generated(request: ImageRequest, seed: int, checkpoint: Callable[[], None]) -> Iterator[Drawn]:
    scene = parse(request.prompt, seed=seed, negative_prompt=request.negative_prompt, tone=request.style)
    yield from _painted(replace(scene, transparent=_is_transparent(request)), request, None, checkpoint)


def _settled(scene: Scene) -> Scene:
    """With the place that its things have chosen: an edit that adds another thing must not move them elsewhere."""
    if scene.setting is not None or scene.transparent or not scene.entities:
        return scene
    return replace(scene, setting=choose_setting(scene))


def _painted(scene: Scene, request: ImageRequest, note: str | None, checkpoint: Callable[[], None]) -> Iterator[Drawn]:
    scene = _settled(scene)
    partials = len(stages_shown(request.partial_images))
    stages = paint(
        scene, *request.size, quality=request.quality, partials=request.partial_images, checkpoint=checkpoint
    )
    for stage, pixels in enumerate(stages):
        if stage < partials:
            yield Drawn(pixels=pixels)
        else:
            yield Drawn(
                pixels=pixels, scene=scene, note=note or unworn(scene), revised_prompt=describe(scene), final=True
            )


def _instructed(scene: Scene, request: ImageRequest, image_index: int) -> tuple[Scene, str | None]:
    changed, note = instruct(_settled(scene), request.prompt)
    changed = own.without_unwanted(changed, request.negative_prompt)
    changed = own.redrawn(changed, image_index, (request.seed or 0) + image_index)
    changed = replace(changed, transparent=_is_transparent(request), tone=request.style or changed.tone)
    return changed, note


def _variation(request: ImageRequest, seed: int, source: Source, task: Task) -> Iterator[Drawn]:
    if source.scene is not None:
        slight = request.strength is not None and request.strength < own.SLIGHT
        scene = replace(own.varied(source.scene, seed, request.strength), transparent=_is_transparent(request))
        for drawn in _painted(scene, request, None, task.checkpoint):
            if slight and drawn.final:
                *_, varied = vary(drawn.pixels, seed, request.strength)
                yield replace(drawn, pixels=varied)
            else:
                yield drawn
        return
    pixels = _first_pixels(source, request)
    found = cut_out(pixels) if _is_transparent(request) else None
    base = pixels if found is None else _cut(np.ascontiguousarray(pixels[..., :3]), found)
    stages = list(enumerate(vary(base, seed, request.strength)))
    for stage, varied in stages:
        yield Drawn(pixels=varied, note=_outline_note(found), final=stage == len(stages) - 1)


def _masked(
    request: ImageRequest, image_index: int, sources: list[Source], mask: Picture, task: Task
) -> Iterator[Drawn]:
    """Every pixel that the mask protects leaves as it came."""
    first = sources[0]
    original = _for_background(first.cover(request.size), request)
    change = read_mask(cover_mask_picture(mask, first.size, request.size), request.mask_mode)
    if not change.any():
        yield Drawn(pixels=original, scene=first.scene, note=NOTHING_MAY_CHANGE, final=True)
        return
    scene: Scene | None = None
    note: str | None = None
    steps: Iterator[Step]
    if len(sources) > 1:
        steps = _set_under_mask(on_white(original), change, sources[1:], task)
    elif first.scene is not None:
        scene, note = _instructed(first.scene, request, image_index)
        steps = own.edit_own_masked(original, change, first.size, first.scene, scene, task)
    else:
        steps = done_in_turn(on_white(original), parts_of(task), lambda pixels, part: edit_masked(pixels, change, part))
    for step in steps:
        if not step.final and not request.partial_images:
            continue
        edited = _matching(step.pixels, original)
        if task.wish.kind == "cutout" and first.scene is None and _is_transparent(request):
            edited = np.dstack([edited[..., :3], np.zeros_like(edited[..., 3])])
        blended = blend(original, edited, change)
        yield Drawn(pixels=blended, scene=scene, note=step.note or note, final=step.final)
        task.checkpoint()


def _set_under_mask(pixels: Pixels, change: Change, others: list[Source], task: Task) -> Iterator[Step]:
    """The subjects of the other pictures, set into the mask of the first."""
    sprites, certain = _sprites(others, task)
    ground = pixels if task.wish.kind == "add" else cleaned(pixels, change, task)
    pasted = paste(ground, sprites, box_of(change), task.random("sprites"))
    yield Step(pasted, final=True, note=None if certain else PRINTS)


def _collage(request: ImageRequest, sources: list[Source], task: Task) -> Iterator[Drawn]:
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
    yield Drawn(pixels=painted)
    task.checkpoint()
    spot: collage.Spot = "peeking out" if inside else "alone" if empty else "around"
    composed = collage.set_in(painted, sprites, spot, task)
    if inside:
        # The container's front hides the lower part of what is in it.
        composed = insert(composed, scene, collage.place("container", request.size))
    yield Drawn(pixels=composed, note=None if certain else PRINTS, revised_prompt=describe(scene), final=True)


def _sprites(sources: list[Source], task: Task) -> tuple[list[Pixels], bool]:
    """And whether all of them could be cut out. One picture is decoded at a time."""
    sprites, certain = [], True
    for source in sources:
        sprite, was_cut = collage.read_sprite(source)
        sprites.append(sprite)
        certain &= was_cut
        task.checkpoint()
    return sprites, certain


def _edited_whole(request: ImageRequest, source: Source, task: Task) -> Iterator[Drawn]:
    pixels = _first_pixels(source, request)
    flat = on_white(pixels)
    found = cut_out(pixels) if _is_transparent(request) or has_transparency(pixels) else None
    tasks = parts_of(task)

    def edit(before: Pixels, part: Task) -> Iterator[Step]:
        nonlocal found
        for step in edit_whole(before, found, part):
            if found is not None and step.final and part.wish.kind in ("add", "replace"):
                found = _widened(found, before, step.pixels)
            yield step

    is_cut = _is_transparent(request) and not any(part.wish.kind == "background" for part in tasks)
    for step in done_in_turn(flat, tasks, edit):
        if is_cut and found is not None:
            yield Drawn(pixels=_cut(step.pixels, found), note=step.note or _outline_note(found), final=step.final)
        else:
            yield Drawn(pixels=step.pixels, note=step.note, final=step.final)


def _widened(found: CutOut, before: Pixels, after: Pixels) -> CutOut:
    """What was added stays, even where the cut-out ends."""
    changed = (np.abs(after.astype(np.int16) - before).max(axis=2) > 12).astype(np.float32)
    return CutOut(np.maximum(found.alpha, changed), found.trust, found.is_own)


def _outline_note(found: CutOut | None) -> str | None:
    return UNSURE_OUTLINE if found is not None and not found.is_trusted else None


def _first_pixels(source: Source, request: ImageRequest) -> Pixels:
    return _for_background(source.cover(request.size), request)


def _for_background(pixels: Pixels, request: ImageRequest) -> Pixels:
    return pixels if _is_transparent(request) else on_white(pixels)


def _cut(rgb: Pixels, found: CutOut) -> Pixels:
    colors = np.ascontiguousarray(rgb[..., :3])
    # What came with transparency of its own has the right colours along its edge already.
    clean = colors if found.is_own else without_fringe(colors, found)
    return np.dstack([clean, np.rint(found.alpha * 255).astype(np.uint8)])


def _matching(pixels: Pixels, original: Pixels) -> Pixels:
    return opaque(pixels) if original.shape[2] == 4 else on_white(pixels)


def _is_transparent(request: ImageRequest) -> bool:
    return request.background == "transparent"


def _with_channels(pixels: Pixels, request: ImageRequest) -> Pixels:
    return np.ascontiguousarray(opaque(pixels) if _is_transparent(request) else on_white(pixels))
