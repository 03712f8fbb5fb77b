"""Turns figures toward what they reach for, which may have been placed on either side of them."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part, Placement, Spot
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures.activities import find_pose

_RELATED = ("beside", "looking_at", "left", "front")
_CARRIED = ("holding", "wearing", "eating")
LEAST_TURN = 0.3
"""A face that is turned less looks at us."""


def face_objects(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    turned = list(spots)
    done: set[str] = set()
    for relation in scene.relations:
        if relation.kind not in _RELATED:
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


def find_turn(entity: Entity, placement: Placement) -> float:
    """Where it looks: -1 is to the left, 1 to the right, 0 to us."""
    if kinds.is_figure(entity):
        turn = find_pose(placement.pose or entity.action)[1].turn
    else:
        fit = kinds.record_of(entity).fit
        turn = -1.0 if fit is not None and fit.facing == "side" else 0.0
    return -turn if placement.flip else turn


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
    return replace(spot, cluster=spot.cluster.flip()) if _looks_away(spot, spot.cluster.parent, goal) else spot


def _looks_away(spot: Spot, part: Part, goal: Spot) -> bool:
    if not kinds.is_figure(part.entity) or part.entity.text is not None:
        return False
    turn = find_pose(part.pose or part.entity.action)[1].turn * (-1 if part.flip else 1)
    return abs(turn) >= LEAST_TURN and (goal.x - spot.x - part.x * spot.unit) * turn < 0


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
