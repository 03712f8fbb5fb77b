"""Joins what a doer is said to do at the same time: sitting and reading, crying and walking, phoning and cooking."""

from dataclasses import replace

from limner_illustrator.language.mention import Mention
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.activities import POSES, RIDING_SUFFIX, can_sit, find_pose
from limner_illustrator.subjects.figures.compound_poses import RECLINING_SUFFIX, WALKING_SUFFIX, combine

_LEGS = {"walking": WALKING_SUFFIX, "lying": RECLINING_SUFFIX}
_WALKED = frozenset({"mountains", "hilltop", "volcano", "canyon"})
MOODS = frozenset({"crying", "laughing", "smiling"})


def add_activity_to_seat(doer: Mention, action: str | None) -> None:
    """ "Sitting on a bench reading a book" reads, and still sits."""
    if action is None or doer.action is None or "sitting" in doer.attributes:
        return
    if action == "holding-hands" and doer.action in ("walking", "running", "standing"):
        doer.action = action
        return
    if action in ("pushing", "pulling") and doer.action in ("walking", "running"):
        doer.action = action
        return
    if doer.action == "riding" and f"{find_pose(action)[0]}{RIDING_SUFFIX}" in POSES:
        doer.action = action
        return
    if doer.action in MOODS and action not in MOODS:
        # "Crying while reading a letter" reads, in tears.
        doer.attributes.append(doer.action)
        doer.action = action
        return
    if action in MOODS and doer.action not in (None, "standing", *MOODS):
        doer.attributes.append(action)
        return
    if _do_meanwhile(doer, action):
        return
    if doer.action in ("kneeling", "squatting") and f"{find_pose(action)[0]}-kneeling" in POSES:
        doer.attributes.append("kneeling")
        doer.action = action
        return
    if doer.action == "sitting" and action != "sitting" and can_sit(action):
        doer.attributes.append("sitting")
        doer.action = action
    elif action == "sitting" and can_sit(doer.action):
        doer.attributes.append("sitting")


def _do_meanwhile(doer: Mention, action: str) -> bool:
    """Whether both are shown at once: "walking and talking on the phone", "lying in bed reading", "drinking coffee
    while reading". Keeps what the hands do as the action, and the other as an attribute.
    """
    first, second = find_pose(doer.action)[0], find_pose(action)[0]
    for legs, hands, doing in ((first, second, action), (second, first, doer.action)):
        suffix = _LEGS.get(legs)
        if suffix is not None and f"{hands}{suffix}" in POSES:
            doer.action = doing
            doer.attributes.append(legs)
            return True
    if combine(first, second) is None:
        return False
    doer.attributes.append(second)
    return True


def drop_baseless_climbs(scene: Scene) -> Scene:
    """Without the pose of who climbs something that is not drawn, and would hang in the air: mountains are walked."""
    instead = "walking" if scene.backdrop in _WALKED else None
    placed = {one.subject for one in scene.relations if one.kind in ("on", "beside", "in")}
    return replace(
        scene,
        entities=tuple(
            replace(one, action=instead) if one.action == "climbing" and one.id not in placed else one
            for one in scene.entities
        ),
    )
