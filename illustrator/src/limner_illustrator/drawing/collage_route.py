"""Several input pictures in one new picture."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.drawing.painted import add_place, paint_scene
from limner_illustrator.drawing.roles_route import (
    choose_base,
    find_place,
    is_printed,
    make_first_only_route,
    make_roles_route,
)
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.drawing.scene_route import arrange_as_drawn
from limner_illustrator.edit.instructions.commands import (
    BlurBackdrop,
    Border,
    Crop,
    CutOut,
    Flip,
    Recolor,
    Rotate,
    Zoom,
)
from limner_illustrator.edit.notes import join_notes
from limner_illustrator.edit.raster_edit import collage
from limner_illustrator.edit.raster_edit.collage import NOT_CUT_OUT, read_sprite
from limner_illustrator.edit.raster_edit.compose import insert
from limner_illustrator.edit.raster_edit.merging import merge_scenes
from limner_illustrator.edit.raster_edit.picture_references import find_numbers
from limner_illustrator.edit.raster_edit.picture_roles import PictureRoles, read_roles
from limner_illustrator.edit.raster_edit.reading import Adjust, Inscribe
from limner_illustrator.edit.raster_edit.task import EditTask, names_place
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit.joining import join_scenes
from limner_illustrator.edit.source import Source
from limner_illustrator.language.description import describe
from limner_illustrator.render.paint import paint, paint_background
from limner_illustrator.scene import Scene

_OF_ONE = (CutOut, Adjust, Recolor, BlurBackdrop, Rotate, Flip, Crop, Zoom, Border, Inscribe)
"""Edits that change one picture."""
_POSED = re.compile(
    r"\b(?:hold|drink|hug|rid|kiss|carr|eat|danc|fight|driv|sit|shak|wav|jump|runn?|sleep|play|walk|wear)(?:ing|y|ies|s|es|e)?\b"
)
NOT_POSED = "Cut-outs keep their pose, so “{}” is not shown."


def make_collage_route(request: DrawingRequest, sources: list[Source], task: EditTask) -> Route:
    roles = read_roles(request.prompt, len(sources))
    has_external = any(source.scene is None for source in sources)
    if roles is not None and roles.is_place:
        roles = find_place(sources, roles, task) if has_external else None
    if roles is not None and (has_external or roles.kind in ("panels", "blend") or is_printed(roles)):
        return make_roles_route(request, sources, roles, task)
    if roles is None and has_external and isinstance(task.command, _OF_ONE):
        number = next(iter(find_numbers(request.prompt.lower(), len(sources))), 1)
        return make_first_only_route(request, sources[number - 1], task)
    if roles is not None and not has_external and (scene := _join_own(sources, roles, task)) is not None:
        request = resolve_background(request, is_transparent=scene.transparent)
        shown = replace(scene, transparent=is_transparent(request))
        return Route(request=request, stages=paint_scene(shown, request, None, task.checkpoint))
    stays = not names_place(task.scene) and all(source.is_transparent for source in sources)
    request = resolve_background(request, is_transparent=stays)
    return Route(request=request, stages=_collage(request, sources, task))


def _join_own(sources: list[Source], roles: PictureRoles, task: EditTask) -> Scene | None:
    """The base picture's Scene with the things of the others; None where the roles do not say that."""
    if roles.kind not in ("insert", "wear") or roles.is_place or not roles.thing:
        return None
    roles = roles if roles.is_sure else choose_base(sources, roles, task)
    base = sources[roles.base - 1]
    others = [scene for number in roles.added if (scene := sources[number - 1].scene) is not None]
    if base.scene is None or any(scene.graphic is not None for scene in (base.scene, *others)):
        return None
    return join_scenes(
        arrange_as_drawn(base.scene, base.size),
        others,
        thing=roles.thing,
        how=roles.how,
        target=roles.target,
        is_worn=roles.kind == "wear",
    )


def make_sprites(sources: list[Source], task: EditTask) -> tuple[list[Pixels], str | None]:
    """And a note if one of them could not be cut out. One picture is decoded at a time."""
    sprites, is_certain = [], True
    for source in sources:
        sprite, was_cut = read_sprite(source)
        sprites.append(sprite)
        is_certain &= was_cut
        task.checkpoint()
    return sprites, None if is_certain else NOT_CUT_OUT


def _collage(request: DrawingRequest, sources: list[Source], task: EditTask) -> Iterator[Snapshot]:
    own_scenes = {source.number: add_place(source.scene) for source in sources if source.scene is not None}
    external = [source for source in sources if source.scene is None]
    scene = merge_scenes(task.scene, request.prompt, own_scenes, num_external=len(external))
    if external and not scene.entities and not names_place(scene):
        scene = replace(scene, backdrop="studio")
    scene = replace(scene, transparent=is_transparent(request))
    if not external:
        yield from paint_scene(scene, request, None, task.checkpoint)
        return
    sprites, note = make_sprites(external, task)
    posed = _POSED.search(request.prompt)
    note = join_notes(note, NOT_POSED.format(posed[0]) if posed is not None and not scene.relations else None)
    is_inside = collage.goes_inside(task.scene, request.prompt)
    is_empty = not scene.entities or is_inside
    if scene.transparent and is_empty:
        ground = np.zeros((request.size.height, request.size.width, 4), np.uint8)
    elif is_empty:
        ground = paint_background(scene, *request.size, request.quality)
    else:
        *_, ground = paint(scene, *request.size, quality=request.quality, checkpoint=task.checkpoint)
    yield Snapshot(pixels=ground)
    task.checkpoint()
    area: collage.CollageArea = "peeking out" if is_inside else "alone" if is_empty else "around"
    composed = collage.set_in(ground, sprites, area, task)
    if is_inside:
        # The container's front hides the lower part of what is in it.
        composed = insert(composed, scene, collage.box_of_area("container", request.size))
    yield Snapshot(pixels=composed, note=note, revised_prompt=describe(scene), final=True)
