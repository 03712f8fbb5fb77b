"""Turns figures toward what they reach for, which may have been placed on either side of them."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.layout import kinds
from limner_illustrator.layout.harness import is_harnessed
from limner_illustrator.layout.placement import Cluster, Part, Placement, Spot
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures.activities import find_pose

_RELATED = ("beside", "looking_at", "left", "front")
_CARRIED = ("holding", "wearing", "eating")
_PROFILE = 0.12
"""How far from the middle of its drawing the eyes of an animal in side view are, in widths."""
_BESIDE = 0.4
"""How far aside an animal's goal is at least, in widths of the animal."""
LEAST_TURN = 0.3
"""A face that is turned less looks at us."""


def face_objects(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    turned = list(spots)
    done: set[str] = set()
    for relation in scene.relations:
        if relation.kind not in _RELATED or _is_led(scene, relation):
            continue
        if relation.kind == "left" and scene.entity(relation.subject).action == "running":
            turned = [_run_right(one, relation) for one in turned]
        goals = [spot for spot in turned if _leads(spot, relation.object)]
        if not goals or relation.subject in done:
            continue  # what somebody does something with is named first
        done.add(relation.subject)
        for at, spot in enumerate(turned):
            goal = min(goals, key=lambda one: abs(one.x - spot.x))
            if _leads(spot, relation.subject):
                turned[at] = _face(spot, goal)
            elif goal is not spot and spot.cluster.holds(relation.subject):
                turned[at] = _face_from_seat(scene, spot, relation.subject, goal)
    return turned


def find_turn(entity: Entity, drawn: Placement | Part) -> float:
    """Where it looks: -1 is to the left, 1 to the right, 0 to us."""
    is_figure = kinds.is_figure(entity)
    turn = find_pose(drawn.pose or entity.action)[1].turn if is_figure else _turn_of_animal(entity)
    return -turn if drawn.flip else turn


def _turn_of_animal(entity: Entity) -> float:
    """Side views look to the left; the head tells which are."""
    record = kinds.record_of(entity)
    if record.fit is not None:
        return -1.0 if record.fit.facing == "side" else 0.0
    if record.head is None or not is_animal(entity.drawing):
        return 0.0
    aside = record.head.eyes[0] / record.size[0] - 0.5
    return 0.0 if abs(aside) < _PROFILE else math.copysign(1.0, aside)


def _is_led(scene: Scene, relation: Relation) -> bool:
    """Whether it says which animal draws what: it looks ahead."""
    return is_harnessed(scene.entity(relation.object), scene.entity(relation.subject))


def _run_right(spot: Spot, chase: Relation) -> Spot:
    """Icons in side view look, and people run, to the left: turn who chases and who flees."""
    first, *others = spot.cluster.parts
    if _runs_left(first, chase):
        return replace(spot, cluster=spot.cluster.flip())
    parts = (replace(part, flip=True) if _runs_left(part, chase) else part for part in others)
    return replace(spot, cluster=Cluster((first, *parts)))


def _runs_left(part: Part, chase: Relation) -> bool:
    if part.entity.id not in (chase.subject, chase.object) or part.flip:
        return False
    return is_animal(part.entity.drawing) or find_pose(part.pose or part.entity.action)[1].turn < -LEAST_TURN


def _leads(spot: Spot, entity_id: str) -> bool:
    return spot.cluster.parent.entity.id == entity_id


def _face(spot: Spot, goal: Spot) -> Spot:
    if not _looks_away(spot, spot.cluster.parent, goal):
        return spot
    # What it holds reaches out on the other side now: it takes the same room as before.
    shift = (spot.cluster.left + spot.cluster.right) * spot.unit
    return replace(spot, cluster=spot.cluster.flip(), x=spot.x + shift)


def _looks_away(spot: Spot, part: Part, goal: Spot) -> bool:
    if part.entity.text is not None:
        return False
    turn = find_turn(part.entity, part)
    aside = goal.x - spot.x - part.x * spot.unit
    is_beside = kinds.is_figure(part.entity) or abs(aside) > _BESIDE * part.width * spot.unit
    return abs(turn) >= LEAST_TURN and is_beside and aside * turn < 0


def _face_from_seat(scene: Scene, spot: Spot, entity_id: str, goal: Spot) -> Spot:
    """Turns one who sits on a bench, with what is in the hands and on the head, and not the bench."""
    carried = {one.object for one in scene.relations if one.subject == entity_id and one.kind in _CARRIED}
    parts = list(spot.cluster.parts)
    sitters = [part for part in parts if part.entity.id == entity_id]
    if len(sitters) != 1 or not _looks_away(spot, sitters[0], goal):
        return spot
    middle = sitters[0].x
    turned = (
        replace(part, x=2 * middle - part.x, flip=not part.flip, tilt=-part.tilt)
        if part.entity.id in {entity_id, *carried}
        else part
        for part in parts
    )
    return replace(spot, cluster=Cluster(tuple(turned)))
