"""Several input pictures of which the prompt gives each a role: panels, layers, or one in another."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.drawing.painted import cut_out_named
from limner_illustrator.drawing.raster_route import make_raster_route
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.drawing.scene_route import arrange_as_drawn
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.notes import join_notes
from limner_illustrator.edit.raster_edit.backdrop import compose_before
from limner_illustrator.edit.raster_edit.collage import NOT_CUT_OUT, read_sprite
from limner_illustrator.edit.raster_edit.compose import paste
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.explanations import NOT_SEPARATED, explain_not_found
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.masks import box_of
from limner_illustrator.edit.raster_edit.picture_insertion import STAMPED, Insertion, insert_cutout
from limner_illustrator.edit.raster_edit.picture_panels import (
    arrange_panels,
    blend_pictures,
    match_colors,
    measure_row,
)
from limner_illustrator.edit.raster_edit.picture_roles import PictureRoles
from limner_illustrator.edit.raster_edit.regions import SCENERY, Region, find_region
from limner_illustrator.edit.raster_edit.relight import light_of
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask
from limner_illustrator.edit.raster_edit.wearing import find_worn_on, has_room_for, put_on
from limner_illustrator.edit.raster_edit.whole import fill_region, is_fillable
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.source import Source
from limner_illustrator.scene import Entity, Scene

FACE_M = 0.22
"""How high a face is, from the brow to the chin."""
ASSUMED_BASE = "The prompt does not say which picture is the background: image {} was taken."
ONLY_COLORS = "Only the colours of image {} were applied, not the way it is drawn."
NO_FACE_SWAP = "Faces cannot be exchanged, so nothing was changed: image 1 is as it was."
NOT_WORN = "'{}' from image {} could not be put on what image {} shows, so nothing was changed."
ONE_EDITED = "Only image {} was edited: the prompt does not say what the other pictures are for."


def make_roles_route(request: DrawingRequest, sources: list[Source], roles: PictureRoles, task: EditTask) -> Route:
    roles = choose_base(sources, roles, task) if not roles.is_sure else roles
    base = sources[roles.base - 1]
    if roles.is_row and request.is_size_free:
        pictures = [source.reduced for source in sources]
        request = replace(request, size=measure_row(pictures, request.size, is_vertical=roles.is_vertical))
    are_cutouts = all(source.is_transparent for source in sources)
    stays = are_cutouts if roles.kind == "panels" else base.is_transparent and roles.kind not in ("blend", "behind")
    request = resolve_background(request, is_transparent=stays)
    return Route(request=request, stages=iter([_compose(request, sources, roles, task)]))


def is_printed(roles: PictureRoles) -> bool:
    """Whether one picture goes onto a thing of the other as ink."""
    return roles.kind == "insert" and bool(roles.target) and STAMPED.search(roles.thing) is not None


def find_place(sources: list[Source], roles: PictureRoles, task: EditTask) -> PictureRoles | None:
    """With the picture of the place that the prompt names as the base; None where no input is known to show it."""
    place = task.scene_of(roles.target).backdrop
    for number, source in enumerate(sources, 1):
        if source.scene is not None and source.scene.backdrop == place:
            others = tuple(other for other in range(1, len(sources) + 1) if other != number)
            return replace(roles, base=number, added=others, target="", is_place=False, is_sure=True)
    return None


def choose_base(sources: list[Source], roles: PictureRoles, task: EditTask) -> PictureRoles:
    """Where the prompt does not say which picture the others go into: the one that shows the named place, or the one
    whose subject cannot be cut out.
    """
    others = [number for number in range(1, len(sources) + 1) if number != roles.base]
    if len(sources) != 2:
        return roles
    swapped = replace(roles, base=others[0], added=(roles.base,))
    by_number = {number: source.scene for number, source in enumerate(sources, 1)}
    for number, scene in by_number.items():
        if scene is None:
            continue
        has_thing, has_target = (bool(phrase) and _shows(scene, phrase) for phrase in (roles.thing, roles.target))
        if has_thing != has_target:
            is_base = number == roles.base
            return replace(roles if is_base == has_target else swapped, is_sure=True)
    was_cut = {number: read_sprite(source)[1] for number, source in enumerate(sources, 1)}
    if not was_cut[others[0]] and was_cut[roles.base]:
        return swapped
    return roles


def _shows(scene: Scene, phrase: str) -> bool:
    return bool(Editor(scene).find(phrase))


def make_first_only_route(request: DrawingRequest, source: Source, task: EditTask) -> Route:
    """An edit that needs one picture, done to that one."""
    route = make_raster_route(request, source, task)
    return replace(route, stages=_note_on_others(route.stages, source.number))


def _note_on_others(stages: Iterator[Snapshot], number: int) -> Iterator[Snapshot]:
    for stage in stages:
        yield replace(stage, note=join_notes(stage.note, ONE_EDITED.format(number))) if stage.final else stage


def _compose(request: DrawingRequest, sources: list[Source], roles: PictureRoles, task: EditTask) -> Snapshot:
    base, added = sources[roles.base - 1], [sources[number - 1] for number in roles.added]
    match roles.kind:
        case "panels":
            pictures = [source.reduced for source in sources]
            step = EditStep(
                arrange_panels(
                    pictures, request.size, is_vertical=roles.is_vertical, is_transparent=is_transparent(request)
                )
            )
        case "blend":
            step = EditStep(blend_pictures([source.reduced for source in sources], request.size))
        case "faces":
            step = EditStep(base.cover(request.size), note=NO_FACE_SWAP)
        case "colors":
            matched = match_colors(base.cover(request.size), added[0].reduced)
            step = EditStep(matched, note=ONLY_COLORS.format(roles.added[0]) if "style" in roles.thing else None)
        case "behind":
            step = _put_behind(request, base, added, roles, task)
        case "wear":
            step = _put_on(request, base, added[0], roles, task)
        case _:
            step = _insert(request, base, added, roles, task)
    note = step.note if roles.is_sure else join_notes(ASSUMED_BASE.format(roles.base), step.note)
    return Snapshot(pixels=step.pixels, note=note, final=True)


def _put_behind(
    request: DrawingRequest, base: Source, added: list[Source], roles: PictureRoles, task: EditTask
) -> EditStep:
    """The first picture's subject where it was, before the other picture."""
    behind = np.ascontiguousarray(compose_over_white(base.cover(request.size)))
    pixels = added[0].cover(request.size)
    found = cut_out(pixels)
    if not found.is_confident:
        return EditStep(compose_over_white(pixels), note=NOT_SEPARATED)
    composed = compose_before(spread_colours(pixels), found, behind)
    if len(added) > 1:
        return _insert_all(composed, added[1:], replace(roles, thing="", how="", target=""), None, task)
    return EditStep(composed)


def _insert(
    request: DrawingRequest, base: Source, added: list[Source], roles: PictureRoles, task: EditTask
) -> EditStep:
    if roles.how in ("on", "on top of", "onto", "to") and _find_worn(roles, task) is not None:
        return _put_on(request, base, added[0], roles, task)
    pixels = base.cover(request.size)
    ground = pixels if is_transparent(request) else compose_over_white(pixels)
    known, is_found = _find_target(request, base, ground, roles)
    if roles.kind == "replace":
        return _replace(ground, added[0], known, roles, base, task)
    is_left_open = is_found or not roles.target or SCENERY.search(roles.target) is not None
    note = None if is_left_open else explain_not_found(roles.target)
    step = _insert_all(ground, added, roles, known, task)
    return replace(step, note=join_notes(note, step.note))


def _replace(
    ground: Pixels, new: Source, known: Foreground | None, roles: PictureRoles, base: Source, task: EditTask
) -> EditStep:
    """The other picture's subject where the old one was, which is filled from its surroundings."""
    region = None
    if known is not None:
        region = find_region(ground, roles.target, known) if base.scene is None else Region(known.alpha)
    if region is None or not is_fillable(ground, region):
        return EditStep(ground, note=f"{explain_not_found(roles.target)} Nothing was changed.")
    sprite, was_cut = read_sprite(new)
    filled = fill_region(ground, region, task)
    pasted = paste(filled, [sprite], box_of(region.alpha), task.random("cut-out"))
    return EditStep(pasted, note=None if was_cut else NOT_CUT_OUT)


def _insert_all(
    ground: Pixels, added: list[Source], roles: PictureRoles, known: Foreground | None, task: EditTask
) -> EditStep:
    """One after the other: several stand beside each other."""
    note = None
    heads = find_heads(compose_over_white(ground), known if known is not None and known.is_confident else None)
    face = heads[0].face if heads else None
    insertion = Insertion(
        roles.thing,
        roles.how,
        roles.target,
        known,
        task.scene_of(roles.thing),
        task.scene_of(roles.target),
        None if face is None else face.height / FACE_M,
    )
    for number, source in enumerate(added):
        sprite, was_cut = read_sprite(source)
        note = note if was_cut else NOT_CUT_OUT
        side = ("", " on the left", " on the right")[number % 3] if len(added) > 1 else ""
        where = replace(insertion, how=insertion.how + side)
        ground = insert_cutout(ground, sprite, where, task.random(f"cut-out {number}"))
        task.checkpoint()
    return EditStep(ground, note=note)


def _find_target(
    request: DrawingRequest, base: Source, ground: Pixels, roles: PictureRoles
) -> tuple[Foreground | None, bool]:
    """The thing in the base picture that the prompt speaks of, and whether it was found."""
    if base.scene is not None:
        scene = arrange_as_drawn(base.scene, base.size)
        named = Editor(scene).find(roles.target) if roles.target else list(scene.entities)
        return (cut_out_named(scene, request, named), bool(named)) if named else (None, False)
    known = cut_out(ground)
    if not known.is_confident:
        return None, False
    region = find_region(ground, roles.target, known) if roles.target else None
    if region is None:
        return known, False
    return Foreground(region.alpha, known.confidence), True


def _put_on(request: DrawingRequest, base: Source, worn: Source, roles: PictureRoles, task: EditTask) -> EditStep:
    pixels = base.cover(request.size)
    ground = pixels if is_transparent(request) else compose_over_white(pixels)
    found = _find_target(request, base, ground, replace(roles, target=""))[0]
    heads = find_heads(compose_over_white(ground), found)
    entity = _find_worn(roles, task)
    sprite, was_cut = read_sprite(worn)
    if not heads or entity is None or not was_cut or not has_room_for(entity, heads[0], ground):
        return EditStep(ground, note=NOT_WORN.format(roles.thing, worn.number, base.number))
    light = light_of(compose_over_white(ground), heads[0].box, task.random("light"))
    return EditStep(put_on(ground, sprite, entity, heads[0], light))


def _find_worn(roles: PictureRoles, task: EditTask) -> Entity | None:
    entities = task.scene_of(roles.thing).entities
    return entities[0] if entities and find_worn_on(entities[0]) is not None else None
