"""Where things meet: what rests on a thing, who sits on it, and where a figure's hand and head are. Fractions of the
sprite's width and height, from its upper left corner.
"""

from functools import lru_cache

from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.activities import is_posed
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.figures.figure import figure_joints, joints_of
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.subject import Subject

Spot = tuple[float, float]

_SEAT: Spot = (0.55, 0.36)
_HANDS: dict[str, Spot] = {"own:snowman": (0.97, 0.26)}


def support_of(drawing: str) -> float | None:
    """How far down a thing another one rests on it; None where nothing rests on such a thing."""
    return thing_of(drawing).support


def seat_of(drawing: str, pose: str | None = None) -> Spot:
    """On a mount, where the rider sits; of a figure that rides or sits, its own seat: put one on the other."""
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "riding", "seat")
    if pose is not None and is_upright(Entity(id="e1", noun=drawing, drawing=drawing), pose):
        return _joint(drawing, pose, "seat")
    return thing_of(drawing).seat or _SEAT


def hand_of(drawing: str, pose: str | None = None, subject: Subject | None = None) -> Spot:
    """Where what is held is gripped: in the right hand, as we see it. Exact where the `subject` is known."""
    if subject is not None and is_posed(subject.entity, subject.scene, subject.pose):
        return joints_of(subject)["hand"]
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "holding", "hand")
    return _HANDS.get(drawing, (0.8, 0.62))


def middle_of(drawing: str, pose: str | None = None, subject: Subject | None = None) -> Spot:
    """Between the feet of a figure that stands."""
    if subject is not None and is_posed(subject.entity, subject.scene, subject.pose):
        return joints_of(subject)["middle"]
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "standing", "middle")
    return (0.5, 0.5)


def head_of(drawing: str, pose: str | None = None) -> Spot:
    """The top of the head, where a hat goes."""
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "standing", "head")
    return head_at(drawing, pose, 1, 1).crown


@lru_cache(maxsize=512)
def _joint(drawing: str, pose: str, name: str) -> Spot:
    """Measured on one figure of that kind: hair and clothes differ, joints hardly."""
    entity = Entity(id="e1", noun=drawing.partition(":")[2], drawing=drawing)
    return figure_joints(Subject(entity, Scene(prompt="", entities=(entity,)), 0, pose))[name]
