"""Poses that a prompt leaves open, and those of things that are joined to others."""

from limner_illustrator.catalog.kinds import is_animal, is_vehicle
from limner_illustrator.layout import kinds
from limner_illustrator.scene import Entity, RelationKind, Scene
from limner_illustrator.subjects.figures.activities import (
    CHILDREN,
    POSES,
    RIDING_SUFFIX,
    SEATED_SUFFIX,
    WHEELCHAIR,
    WHEELED_SUFFIX,
    activity_of,
    can_sit,
    find_pose,
    is_posed,
    is_seated,
    seat,
)
from limner_illustrator.subjects.figures.compound_poses import IN_BED_SUFFIX, RECLINING_SUFFIX

UPSIDE_DOWN = "upside down"
"""The attribute of what stands on its head."""
_OF_PEOPLE = (None, None, "walking", "waving")
_OF_ANIMALS = (None, None, "standing")
_MATS = frozenset({"own:rug", "own:folded-cloth", "own:picnic-blanket", "own:beach-towel"})
_ON_BOARDS = frozenset({
    "yoga", "waving", "cheering", "dancing", "juggling", "squatting", "jumping", "handstand", "texting", "phoning",
    "reading", "drinking", "eating", "selfie", "flexing", "thumbs-up", "playing-guitar", "singing", "photographing",
})  # fmt: skip
"""Poses that are taken on a skateboard or a surfboard, too."""


def choose_free_pose(scene: Scene, entity: Entity, copy: int) -> str | None:
    """None for the usual pose, which relations and actions keep."""
    if scene.view == "side" and entity.action is None and is_animal(entity.drawing):
        return "standing"
    if not scene.is_composed_by_seed or entity.action is not None or scene.is_close:
        return None
    if any(entity.id in (one.subject, one.object) for one in scene.relations):
        return None
    choices: tuple[str | None, ...] = ()
    if kinds.is_figure(entity):
        choices = _OF_PEOPLE
    elif is_animal(entity.drawing):
        choices = _OF_ANIMALS
    return scene.random("scene", f"pose/{entity.id}/{copy}").choice(choices) if choices else None


def choose_joined_pose(scene: Scene, child: Entity, kind: RelationKind, parent: Entity) -> str | None:
    """The pose of what is joined to `parent`, from its activity and the relation."""
    if not is_posed(child, scene):
        return child.action
    if kind == "in" and parent.drawing == "own:bathtub":
        return "bathing"
    if kind == "riding":
        if kinds.is_figure(parent):
            return "asleep-on-shoulders" if find_pose(child.action)[1].asleep else "on-shoulders"
        if parent.drawing == WHEELCHAIR:
            wheeled = f"{find_pose(activity_of(child, scene) or child.action)[0]}{WHEELED_SUFFIX}"
            return wheeled if wheeled in POSES else "resting-wheeled"
        if parent.drawing == "noto:kick-scooter":
            return "steering"
        if parent.drawing == "noto:sled":
            return "perched"
        if kinds.has(parent, "stand_on"):
            standing = find_pose(activity_of(child, scene) or child.action)[0]
            return standing if standing in _ON_BOARDS else "boarding"
        mounted = f"{find_pose(activity_of(child, scene) or child.action)[0]}{RIDING_SUFFIX}"
        return mounted if mounted in POSES else "riding"
    doing = activity_of(child, scene) or child.action
    if kind == "under" and is_vehicle(parent.drawing) and find_pose(doing)[0] in ("standing", "repairing"):
        return "lying"
    if kind == "on" and parent.drawing == "own:ladder":
        return "climbing"
    if kind == "under" and kinds.has(parent, "sit_behind") and find_pose(doing)[0] == "standing":
        return "sitting-down"
    if kind == "behind" and find_pose(doing)[1].asleep:
        return "dozing-seated"
    if kind == "holding" and kinds.is_figure(parent) and child.drawing not in CHILDREN:
        return "carried"
    if kind == "on" and _is_flat(parent) and "sitting" in (child.action, *child.attributes):
        on_ground = f"{find_pose(child.action)[0]}-on-ground"
        return on_ground if on_ground in POSES else "sitting-down"
    if kind == "behind":
        return seat(doing)
    if kind in ("on", "in") and parent.drawing == "own:bed" and "sitting" not in (child.action, *child.attributes):
        in_bed = f"{find_pose(doing)[0].removesuffix(RECLINING_SUFFIX)}{IN_BED_SUFFIX}"
        if in_bed in POSES:
            return in_bed
    if kind in ("on", "in") and (doing or "").endswith(RECLINING_SUFFIX) and not kinds.is_narrow(parent):
        return doing
    sits = doing in kinds.SEATED or can_sit(doing) or find_pose(doing)[0] not in kinds.ON_FEET
    if kind in ("on", "in") and kinds.is_sat_on(parent) and sits:
        return seat(doing)
    if kind in ("on", "in") and find_pose(doing)[0] in ("sleeping", "lying"):
        if parent.drawing == "own:bed":
            return "tucked-in" if find_pose(doing)[1].asleep else "tucked-in-awake"
        if kinds.has(parent, "seat") and find_pose(doing)[1].asleep and kinds.is_narrow(parent):
            return "dozing-seated"
    return doing


def merge(couple: str | None, joined: str | None) -> str | None:
    """The pose of a pair, taken on the seat that it shares."""
    if couple is None or not is_seated(joined):
        return couple or joined
    seated = f"{couple.removesuffix('-up').removesuffix('-down')}{SEATED_SUFFIX}"
    return seated if seated in POSES else joined


def _is_flat(parent: Entity) -> bool:
    """Whether it is no seat, but a blanket or a mat on the ground."""
    return parent.drawing in _MATS or parent.noun.split()[-1] in ("blanket", "rug", "mat", "towel", "carpet")
