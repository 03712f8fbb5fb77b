"""Finds what a finished layout does not show: copies that are left out, hidden, too small or outside of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.layout import containers, kinds
from limner_illustrator.layout.audience import is_audience
from limner_illustrator.layout.boxes import Box, box_of, full_box_of, measure_cover
from limner_illustrator.layout.limits import max_copies
from limner_illustrator.layout.placement import Placement
from limner_illustrator.layout.relations_held import group_placements
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.activities import all_taken

HIDDEN = 0.85
"""What others cover more of cannot be recognised."""
_FACE = 0.42
"""The height of a head, with room, in heights of its body."""
_FACE_HIDDEN = 0.8
_TINY = 0.014
"""What is smaller, in shorter edges of the picture, is not seen."""
_CROWN, _TRUNK = 0.6, 0.1
"""The height of a tree's crown, and half of the width of its trunk, as parts of its box."""
Cover = tuple[Placement, list[Box]]
"""A placement, and where it covers what is behind it."""
_LEAST_INSIDE = 0.35
"""The part that must be inside of the picture."""


@dataclass(frozen=True, slots=True)
class Visibility:
    hidden: tuple[str, ...] = ()
    """Ids of entities that are not seen at all."""
    faceless: tuple[str, ...] = ()
    """Ids of those whose face something unrelated covers."""
    shown: tuple[tuple[str, int], ...] = ()
    """Of the entities of which fewer copies are seen than the Scene has: the id, and how many are."""


def find_unseen(
    scene: Scene, placements: Sequence[Placement], size: tuple[int, int], painted: frozenset[str]
) -> Visibility:
    """`painted`: the ids of those that the backdrop shows."""
    left_out = {*painted, *all_taken(scene), *containers.find_shown_contents(scene)}
    left_out |= {one.object for one in scene.relations if one.kind in ("made_of", "shaped_like")}
    placed = group_placements(placements)
    # What is worn and has no place of its own is a part of its wearer's drawing.
    left_out |= {one.object for one in scene.relations if one.kind == "wearing" and one.object not in placed}
    related = _list_related(scene)
    covers = [
        (one, _list_solid_boxes(kinds.has(scene.entity(key), "tree"), one))
        for key, some in placed.items()
        for one in some
        if one.opacity == 1
    ]
    hidden, faceless, fewer = [], [], []
    for entity in scene.entities:
        if entity.id in left_out:
            continue
        copies = {one.copy: one for one in placed.get(entity.id, ()) if one.opacity == 1}
        blocked = [cover for cover in covers if cover[0].entity_id not in related[entity.id]]
        free = scene.is_close or is_audience(entity) or kinds.has(entity, "branch")
        seen = [one for one in copies.values() if _is_seen(one, blocked, size, is_free=free)]
        most = min(entity.count, max_copies(len(scene.entities)))
        if not seen:
            hidden.append(entity.id)
        elif len(seen) < most and len(copies) < most:
            fewer.append((entity.id, len(seen)))
        elif is_animate(entity.drawing) and all(_has_covered_face(one, blocked) for one in seen):
            faceless.append(entity.id)
    return Visibility(tuple(hidden), tuple(faceless), tuple(fewer))


def _list_related(scene: Scene) -> dict[str, set[str]]:
    """For every id, those of the things that may cover it: what it is in, and what it holds or wears."""
    related = {entity.id: {entity.id} for entity in scene.entities}
    for one in scene.relations:
        if one.kind in ("in", "under", "wearing", "holding", "eating", "around"):
            related[one.subject].add(one.object)
        if one.kind in ("wearing", "holding", "eating", "in", "on", "riding", "around"):
            related[one.object].add(one.subject)
    return related


def _list_solid_boxes(is_tree: bool, one: Placement) -> list[Box]:
    """A trunk covers less than the crown above it."""
    box = box_of(one)
    if not is_tree:
        return [box]
    crown = Box(box.left, box.top, box.right, box.top + _CROWN * box.height)
    half = _TRUNK * box.width
    return [crown, Box(box.x - half, crown.bottom, box.x + half, box.bottom)]


def _list_boxes_before(one: Placement, covers: Sequence[Cover]) -> list[Box]:
    return [box for other, boxes in covers if other.depth > one.depth for box in boxes]


def _is_seen(one: Placement, others: Sequence[Cover], size: tuple[int, int], *, is_free: bool) -> bool:
    box = box_of(one)
    if one.size_px < _TINY * min(size) or box.height < 0.08 * one.height:
        return False
    if not is_free and box.overlap(Box(0, 0, *size)) < _LEAST_INSIDE * box.area:
        return False
    return measure_cover(box, _list_boxes_before(one, others)) <= HIDDEN


def find_coverers(scene: Scene, placements: Sequence[Placement], entity_id: str) -> list[str]:
    """The ids of the unrelated things that are before the faces of an entity's copies."""
    related = _list_related(scene)[entity_id]
    faces = [(one, _face_of(one)) for one in placements if one.entity_id == entity_id]
    return [
        other.entity_id
        for other in placements
        if other.entity_id not in related
        and any(other.depth > one.depth and box_of(other).overlap(face) > 0 for one, face in faces)
    ]


def _has_covered_face(one: Placement, others: Sequence[Cover]) -> bool:
    return measure_cover(_face_of(one), _list_boxes_before(one, others)) > _FACE_HIDDEN


def _face_of(one: Placement) -> Box:
    body = full_box_of(one)
    return Box(body.left, body.top, body.right, body.top + _FACE * body.height)
