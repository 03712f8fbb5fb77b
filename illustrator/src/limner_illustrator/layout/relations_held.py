"""Checks whether a finished layout holds the relations of its Scene."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product

from limner_illustrator.catalog.kinds import is_building, is_plant
from limner_illustrator.layout import kinds
from limner_illustrator.layout.boxes import Box, box_of, full_box_of
from limner_illustrator.layout.facing import LEAST_TURN, find_turn
from limner_illustrator.layout.placement import Placement
from limner_illustrator.scene import Relation, RelationKind, Scene
from limner_illustrator.subjects.figures.activities import is_seated

Placed = dict[str, list[Placement]]
"""The placements of every entity, by its id."""

_NEAR = 0.5
"""The largest gap between neighbours, in widths of the picture."""
_IN_GROUPS = frozenset({"beside", "left", "right", "looking_at"})
_FLAT = 0.45
"""What is lower, in widths of its own, is stood on and not in front of: a rug, a raft."""


def group_placements(placements: Sequence[Placement]) -> Placed:
    placed: Placed = defaultdict(list)
    for placement in placements:
        placed[placement.entity_id].append(placement)
    return dict(placed)


def judge_relations(scene: Scene, placements: Sequence[Placement], width: float) -> dict[Relation, bool]:
    """Whether the layout holds each relation, without those that cannot be judged because one of the two is a part of
    the backdrop or of the other's drawing. `width` is that of the picture.
    """
    placed = group_placements(placements)
    judged: dict[Relation, bool] = {}
    for relation in scene.relations:
        pairs = product(_list_with_carriers(scene, relation.subject), _list_with_carriers(scene, relation.object))
        found = [
            _is_held(scene, Relation(one, relation.kind, other), placed, width) for one, other in pairs if one != other
        ]
        if found and found[0] is not None:
            judged[relation] = any(found)
    return {one: held or (one.kind == "beside" and _is_in_one_group(one, judged)) for one, held in judged.items()}


def _list_with_carriers(scene: Scene, entity_id: str) -> list[str]:
    """The entity, and what it is in or on: flowers in a vase on a table are on the table."""
    carriers = [entity_id]
    for one in scene.relations:
        if one.subject == carriers[-1] and one.kind in ("in", "on", "riding") and one.object not in carriers:
            carriers.append(one.object)
    return carriers


def _is_in_one_group(relation: Relation, judged: dict[Relation, bool]) -> bool:
    """Whether others stand between the two who belong to both: a family that walks a dog."""
    reached = {relation.subject}
    near = [{one.subject, one.object} for one, held in judged.items() if held and one.kind in _IN_GROUPS]
    for _ in near:
        reached |= {member for pair in near if pair & reached for member in pair}
    return relation.object in reached


def _is_held(scene: Scene, relation: Relation, placed: Placed, width: float) -> bool | None:
    subjects, objects = placed.get(relation.subject), placed.get(relation.object)
    if not subjects or not objects:
        return None
    one, other = scene.entity(relation.subject), scene.entity(relation.object)
    if relation.kind == "beside" and (kinds.has(one, "flies") or kinds.has(other, "flies")):
        # Balloons are above those whom they are with.
        return True
    if all(placement.pose == "at-table" for placement in subjects):
        return True
    if _stands_between(scene, relation):
        # Left and right of the same things means between them.
        return _is_between(subjects, objects)
    if relation.kind == "behind" and (one.area == "back" or other.area == "front"):
        # The background may be far to the side.
        return _is_any(subjects, objects, lambda far, near: far.depth < near.depth)
    check = _CHECKS.get(relation.kind)
    if check is not None:
        return check(subjects, objects, width)
    if relation.kind == "under" and other.drawing == kinds.BLANKET:
        return None
    if relation.kind == "in":
        if is_plant(one.drawing):
            return _is_each(subjects, objects, _grows_from)
        is_house = is_building(other.drawing)
        return _is_each(subjects, objects, lambda inner, outer: _is_in(inner, outer, is_house=is_house))
    if relation.kind == "looking_at":
        turns = [(viewer, find_turn(scene.entity(viewer.entity_id), viewer)) for viewer in subjects]
        return all(any(_sees(viewer, turn, goal) for goal in objects) for viewer, turn in turns)
    return None


Pair = Callable[[Placement, Placement], bool]


def _is_each(subjects: Sequence[Placement], objects: Sequence[Placement], holds: Pair) -> bool:
    """Whether most copies of the subject have the relation to some copy of the object."""
    held = sum(any(holds(one, other) for other in objects) for one in subjects)
    return 2 * held > len(subjects)


def _is_any(subjects: Sequence[Placement], objects: Sequence[Placement], holds: Pair) -> bool:
    return any(holds(one, other) for one, other in product(subjects, objects))


def _stands_between(scene: Scene, relation: Relation) -> bool:
    opposite: dict[RelationKind, RelationKind] = {"left": "right", "right": "left"}
    kind = opposite.get(relation.kind)
    return kind is not None and Relation(relation.subject, kind, relation.object) in scene.relations


def _is_between(subjects: Sequence[Placement], objects: Sequence[Placement]) -> bool:
    middles = [full_box_of(one).x for one in objects]
    return len(objects) < 2 or all(min(middles) < full_box_of(one).x < max(middles) for one in subjects)


def _mean_x(placements: Sequence[Placement]) -> float:
    return sum(full_box_of(one).x for one in placements) / len(placements)


def _is_left(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    narrowest = min(one.width for one in (*subjects, *objects))
    return _mean_x(objects) - _mean_x(subjects) > 0.2 * min(narrowest, 0.2 * width)


def _is_right(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_left(objects, subjects, width)


def _is_above(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_each(subjects, objects, _stands_above)


def _is_below(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_each(subjects, objects, lambda one, other: _stands_above(other, one))


def _stands_above(one: Placement, other: Placement) -> bool:
    upper, lower = full_box_of(one), full_box_of(other)
    return upper.bottom <= lower.top + 0.4 * lower.height and upper.y < lower.top + 0.1 * lower.height


def _is_on(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_each(subjects, objects, _rests_on)


def _rests_on(one: Placement, other: Placement) -> bool:
    upper, lower = full_box_of(one), full_box_of(other)
    if not lower.holds_x(upper.x, 0.12):
        return False
    if is_seated(one.pose) and upper.overlap(lower) > 0.3 * upper.area:
        return True
    touches = upper.bottom >= lower.top - 0.12 * max(lower.height, upper.height)
    is_flat = lower.height < _FLAT * lower.width
    # A sitter's feet hang down from the seat, so its middle counts.
    is_high = upper.bottom < lower.bottom - 0.08 * lower.height or upper.y < lower.y - 0.04 * lower.height
    return touches and upper.y < lower.bottom and (is_high or is_flat)


def _is_in(one: Placement, other: Placement, *, is_house: bool) -> bool:
    inner, outer = full_box_of(one), full_box_of(other)
    if not outer.holds_x(inner.x, 0.1) or inner.overlap(outer) < 0.15 * min(inner.area, outer.area):
        return False
    stands_before = one.depth > other.depth and one.hidden_from is None and one.ground_y is not None
    return not (is_house and stands_before)


def _grows_from(one: Placement, other: Placement) -> bool:
    """Flowers are above their vase, with long stems."""
    flower, vase = full_box_of(one), full_box_of(other)
    return vase.holds_x(flower.x, 0.7) and flower.bottom > vase.top - 0.8 * vase.height


def _is_under(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_each(subjects, objects, _shelters)


def _shelters(one: Placement, other: Placement) -> bool:
    lower, upper = full_box_of(one), full_box_of(other)
    return upper.holds_x(lower.x, 0.1) and lower.y > upper.top + 0.3 * upper.height and lower.top > upper.top


def _is_behind(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_any(subjects, objects, lambda one, other: _stands_behind(one, other, width))


def _is_front(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_any(subjects, objects, lambda one, other: _stands_behind(other, one, width))


def _stands_behind(one: Placement, other: Placement, width: float) -> bool:
    """Painted before it, and seen beside it at most a little."""
    back, front = full_box_of(one), full_box_of(other)
    gap = -back.overlap_x(front)
    return one.depth < other.depth and gap < 0.35 * min(back.width, front.width) and gap < _NEAR * width


def _is_beside(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    return _is_any(subjects, objects, lambda one, other: _stands_beside(full_box_of(one), full_box_of(other), width))


def _stands_beside(one: Box, other: Box, width: float) -> bool:
    if -one.overlap_x(other) > _NEAR * width:
        return False
    covered = one.overlap(other) / max(1.0, min(one.area, other.area))
    is_level = one.overlap_y(other) > -0.15 * max(one.height, other.height)
    return is_level and (covered < 0.75 or abs(one.bottom - other.bottom) < 0.2 * max(one.height, other.height))


def _is_around(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    if len(subjects) == 1:
        one = full_box_of(subjects[0])
        return any(one.overlap(full_box_of(other)) > 0 for other in objects)
    middle = _mean_x(objects)
    return min(full_box_of(one).left for one in subjects) < middle < max(full_box_of(one).right for one in subjects)


def _is_carried(subjects: Sequence[Placement], objects: Sequence[Placement], width: float) -> bool:
    """Whether each of the things that somebody holds or wears touches one who does."""
    return _is_any(objects, subjects, lambda one, other: _touches(box_of(one), full_box_of(other)))


def _touches(one: Box, other: Box) -> bool:
    reach = 0.12 * max(other.width, other.height)
    return one.overlap_x(other) > -reach and one.overlap_y(other) > -2 * reach


def _sees(one: Placement, turn: float, other: Placement) -> bool:
    viewer, goal = full_box_of(one), full_box_of(other)
    is_aside = abs(goal.x - viewer.x) > 0.3 * viewer.width
    return abs(turn) < LEAST_TURN or not is_aside or (goal.x - viewer.x) * turn > 0


_CHECKS: dict[RelationKind, Callable[[Sequence[Placement], Sequence[Placement], float], bool]] = {
    "left": _is_left,
    "right": _is_right,
    "above": _is_above,
    "flying_over": _is_above,
    "below": _is_below,
    "on": _is_on,
    "riding": _is_on,
    "under": _is_under,
    "behind": _is_behind,
    "front": _is_front,
    "beside": _is_beside,
    "around": _is_around,
    "holding": _is_carried,
    "eating": _is_carried,
    "wearing": _is_carried,
}
