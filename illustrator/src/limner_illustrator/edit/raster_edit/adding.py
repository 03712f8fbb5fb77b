"""Adds drawn things to an external image: worn on a head, on or beside its subject, at the place that the words name,
or where there is room.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.instructions.commands import Add
from limner_illustrator.edit.notes import join_notes
from limner_illustrator.edit.raster_edit.accents import add_accents, has_sky, names_sky, shows_accents
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.arrays import Floats, to_bytes
from limner_illustrator.edit.raster_edit.compose import insert, match_blur_and_grain
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.explanations import explain_not_found, explain_undrawn
from limner_illustrator.edit.raster_edit.facial_hair import Growth, find_growth, grow
from limner_illustrator.edit.raster_edit.free_space import (
    find_free_space,
    find_place_before,
    find_place_beside,
    find_place_within,
    groups_of,
    names_side,
    on_top_of,
)
from limner_illustrator.edit.raster_edit.heads import Head, find_heads
from limner_illustrator.edit.raster_edit.layers import on_colours
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.regions import SCENERY
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask
from limner_illustrator.edit.raster_edit.tint import has_no_colour, without_colour
from limner_illustrator.edit.raster_edit.wearing import find_worn_on, has_room_for, wear
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

FACE_WEIGHT = 6.0
"""How much hiding a face weighs, against hiding another part of the subject."""
SMALLEST_M = 0.03
FACE_M = 0.22
"""How high a face is, from the brow to the chin."""
_BESIDE = re.compile(r"^(?:next to|beside|near|close to|by|to the (?:left|right) of|with)\s+(?P<what>.+)$")
_IN_FRONT = re.compile(r"^(?:in front of|before)\s+(?P<what>.+)$")
_BEHIND = re.compile(r"^behind\s+(?P<what>.+)$")
_FLAT = re.compile(
    r"\b(?:saucer|plate|dish|tray|platter|table|desk|rug|carpet|mat|blanket|bed|sofa|couch|bench|board|deck|roof)s?$"
)
"""What other things lie on, inside of its outline and not over its upper edge."""
_STUCK_ON = re.compile(r"\b(?:sticker|decal|logo|emblem|tattoo|patch|stamp)s?\b", re.IGNORECASE)
_PART = re.compile(r"\b(?P<part>shoulder|head|nose|cheek)s?$")
_ON = re.compile(r"^(?:on top of|atop|on|onto|over|above|to)\s+(?P<what>.+)$")
NO_NECK = "The picture shows no neck, so “{}” was left out."
NO_FACE = "No human face was found in the picture, so the {} was left out."
NO_SKY = "No sky was found in the picture, so what belongs there was left out."
NO_HEAD = "No head was found in the picture, so “{}” was left out."


@dataclass(frozen=True, slots=True)
class Picture:
    """What is added to: `find` cuts its subject out once it is asked for."""

    pixels: Pixels
    find: Callable[[], Foreground]


def add(picture: Picture, command: Add, task: EditTask, note: str | None = None) -> Iterator[EditStep]:
    """What is added to a black-and-white photograph is black and white."""
    is_grey = has_no_colour(picture.pixels) and not has_adjustment(task)
    for step in _add(picture, command, task, note):
        yield replace(step, pixels=on_colours(step.pixels, without_colour)) if is_grey else step


def _add(picture: Picture, command: Add, task: EditTask, note: str | None) -> Iterator[EditStep]:
    found = find_growth(command.thing)
    if found is not None:
        pixels, missing = _grow(picture.pixels, found, command, task)
        note, rest = join_notes(note, missing), found.rest
        if not rest or not task.scene_of(rest).entities:
            yield EditStep(pixels, final=True, note=note)
            return
        picture, command = replace(picture, pixels=pixels), replace(command, thing=rest)
    scene = task.scene_of(command.thing)
    if not scene.entities:
        yield _adjust_or_explain(picture.pixels, command, task, note)
        return
    if shows_accents(scene):
        pixels, missing = _decorate(picture.pixels, scene, task)
        picture, note = replace(picture, pixels=pixels), join_notes(note, missing)
    elif scene.accents and not command.where:
        note = join_notes(note, *(explain_undrawn(one, replace(task, is_part=True)) for one in scene.accents))
    worn, others = _split_worn(scene)
    if worn:
        known = picture.find()
        heads = find_heads(picture.pixels, known if known.is_confident else None)
        if heads:
            pixels = picture.pixels
            for entity in worn:
                if not has_room_for(entity, heads[0], pixels):
                    note = join_notes(note, NO_NECK.format(entity.noun))
                    continue
                for head in heads if entity.count > 1 or _names_all(command) else heads[:1]:
                    pixels = wear(pixels, scene, entity, head)
            yield EditStep(pixels, final=not others, note=note)
            if others:
                yield from _place(replace(picture, pixels=pixels), command, replace(scene, entities=others), task, note)
            return
        # A hat that lies somewhere on the picture is worse than none.
        note = join_notes(note, *(NO_HEAD.format(one.noun) for one in worn))
        if not others:
            yield EditStep(picture.pixels.copy(), final=True, note=note)
            return
        scene = replace(scene, entities=others)
    yield from _place(picture, command, scene, task, note)


def insert_at(
    ground: Pixels, command: Add, scene: Scene, box: PixelBox, task: EditTask, note: str | None
) -> Iterator[EditStep]:
    if not scene.entities:
        yield EditStep(ground, final=True, note=explain_undrawn(command.thing, task))
        return
    composed = insert(ground, scene, box)
    yield EditStep(composed)
    task.checkpoint()
    yield EditStep(match_blur_and_grain(composed, ground, task.random("grain")), final=True, note=note)


def _grow(pixels: Pixels, found: Growth, command: Add, task: EditTask) -> tuple[Pixels, str | None]:
    heads = [one for one in find_heads(pixels, None) if one.face is not None]
    chosen = heads if _names_all(command) else heads[:1]

    def grow_all(rgb: Pixels) -> Pixels:
        for head in chosen:
            rgb = grow(rgb, head, found, task.generator("hair"))
        return rgb

    return on_colours(pixels.copy(), grow_all), None if heads else NO_FACE.format(found.kind)


def _decorate(pixels: Pixels, scene: Scene, task: EditTask) -> tuple[Pixels, str | None]:
    missing = NO_SKY if names_sky(scene) and not has_sky(compose_over_white(pixels)) else None
    return on_colours(pixels, lambda rgb: add_accents(rgb, scene, task.random("accents"))), missing


def _adjust_or_explain(pixels: Pixels, command: Add, task: EditTask, note: str | None) -> EditStep:
    scene = task.scene_of(command.thing)
    if shows_accents(scene):
        decorated, missing = _decorate(pixels, scene, task)
        return EditStep(decorated, final=True, note=join_notes(note, missing))
    if has_adjustment(task):
        return EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True, note=note)
    return EditStep(pixels.copy(), final=True, note=note or explain_undrawn(command.thing, task))


def _split_worn(scene: Scene) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """What is worn at a head, and the rest. A thing that another one wears is drawn with it."""
    bound = {end for one in scene.relations for end in (one.subject, one.object)}
    worn = tuple(one for one in scene.entities if one.id not in bound and find_worn_on(one) is not None)
    return worn, tuple(one for one in scene.entities if one not in worn)


def _names_all(command: Add) -> bool:
    return re.search(r"\b(?:them|everyone|everybody|all|both|each|people|heads)\b", command.where) is not None


def _place(picture: Picture, command: Add, scene: Scene, task: EditTask, note: str | None) -> Iterator[EditStep]:
    where = command.where.lower()
    beside, behind, on = _BESIDE.match(where), _BEHIND.match(where), _ON.match(where)
    front = _IN_FRONT.match(where)
    named = next((match["what"] for match in (beside, behind, front, on) if match is not None), "")
    if not named or SCENERY.search(named) or (names_side(where) and beside is None):
        yield from _place_freely(picture, command, scene, task, note)
        return
    known = picture.find()
    if not known.is_confident:
        missing = explain_not_found(named)
        yield from _place_freely(picture, command, scene, task, join_notes(note, missing))
        return
    heads = find_heads(picture.pixels, known)
    metre = _measure_metre(heads) or _measure_by_name(known.box, task.scene_of(named))
    part = _PART.search(named)
    if front is not None:
        box = find_place_before(picture.pixels, scene, known.box, metre)
        yield from insert_at(picture.pixels, command, scene, box, task, note)
        return
    if part is not None:
        spot = _find_part(heads, part["part"], known)
        if spot is None:
            yield EditStep(picture.pixels.copy(), final=True, note=explain_not_found(named))
            return
        yield from insert_at(picture.pixels, command, scene, spot, task, note)
        return
    if behind is not None:
        yield from _place_behind(picture, command, scene, known, task, note)
        return
    box = (
        find_place_beside(picture.pixels, scene, known.box, where, metre)
        if beside is not None
        else find_place_within(picture.pixels, scene, known, metre)
        if _FLAT.search(named) or _STUCK_ON.search(command.thing)
        else on_top_of(known.box, picture.pixels, scene, metre)
    )
    yield from insert_at(picture.pixels, command, scene, box, task, note)


def _find_part(heads: tuple[Head, ...], part: str, known: Foreground) -> PixelBox | None:
    """A box that stands on a part of the body; None where the head, or its face, was not found."""
    if not heads:
        return None
    box, face = heads[0].box, heads[0].face
    if part == "shoulder":
        edge, x, foot = 0.8 * box.height, box.right + 0.28 * box.width, box.bottom + 0.45 * box.height
        below = known.alpha[box.bottom :, min(known.alpha.shape[1] - 1, round(x))] > 0.5
        if below.any():
            foot = float(box.bottom + int(below.argmax())) + 0.08 * edge
    elif part == "head":
        edge, x, foot = 0.7 * box.height, heads[0].middle, box.top + 0.12 * box.height
    elif face is None:
        return None
    else:
        x, foot = face.nose if part == "nose" else (face.nose[0] + 0.22 * face.width, face.nose[1])
        edge = 0.28 * face.height
        foot += edge / 2
    return PixelBox(round(x - edge / 2), round(foot - edge), round(x + edge / 2), round(foot))


def _place_behind(
    picture: Picture, command: Add, scene: Scene, known: Foreground, task: EditTask, note: str | None
) -> Iterator[EditStep]:
    """Peeking out at the side where there is more room, with the subject drawn over it."""
    pixels, subject = picture.pixels, known.box
    box = find_place_beside(pixels, scene, subject, "", None)
    toward = round(0.35 * box.width) * (1 if box.left < subject.left else -1)
    shifted = PixelBox(box.left + toward, box.top, box.right + toward, box.bottom)
    for step in insert_at(pixels, command, scene, shifted, task, note):
        front = known.alpha[..., None]
        yield replace(step, pixels=to_bytes(pixels * front + step.pixels * (1 - front)))


def _place_freely(picture: Picture, command: Add, scene: Scene, task: EditTask, note: str | None) -> Iterator[EditStep]:
    pixels = picture.pixels
    rgb = compose_over_white(pixels)
    known = picture.find()
    subject = known.alpha if known.is_usable else None
    heads = find_heads(rgb, known if known.is_confident else None)
    metre = _measure_metre(heads)
    subject = _guard_faces(subject, heads, rgb)
    groups = groups_of(scene)
    for number, group in enumerate(groups, 1):
        box = find_free_space(rgb, group, command.where, subject=subject, metre=metre)
        for step in insert_at(pixels, command, group, box, task, note):
            pixels = step.pixels if step.final else pixels
            yield step if number == len(groups) else EditStep(step.pixels)


def _guard_faces(subject: Floats | None, heads: tuple[Head, ...], rgb: Pixels) -> Floats | None:
    """Faces weigh more than the rest of a subject: nothing is put over one while there is another place."""
    if not heads:
        return subject
    guarded = np.zeros(rgb.shape[:2], np.float32) if subject is None else subject.copy()
    for head in heads:
        box = head.box
        guarded[max(0, box.top) : box.bottom, max(0, box.left) : box.right] += FACE_WEIGHT
    return guarded


def _measure_by_name(box: PixelBox, named: Scene) -> float | None:
    """Px of one metre, where the words say what stands out: a croissant beside a cup is as large as the cup."""
    if not named.entities or named.entities[0].count > 1:
        return None
    return box.height / max(SMALLEST_M, natural_height(named.entities[0]))


def _measure_metre(heads: tuple[Head, ...]) -> float | None:
    """Px of one metre at the place of the largest face."""
    face = heads[0].face if heads else None
    return None if face is None else face.height / FACE_M
