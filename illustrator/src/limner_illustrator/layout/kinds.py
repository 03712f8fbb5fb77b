"""Predicates on a thing's record and action that the layout uses."""

from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Thing, Trait
from limner_illustrator.scene import Entity

FLYING = frozenset({"flying", "fly", "soaring", "floating", "hovering", "gliding", "levitating"})
"""Actions that take their subject off the ground."""
SEATED = frozenset(
    {"sitting", "reading", "eating", "drinking", "working", "thinking", "writing", "talking", "relaxing"}
)
"""Actions that are drawn sitting if there is a seat."""

_STACKABLE = frozenset({
    "own:plate", "own:suitcase", "own:carton", "own:pancakes", "noto:package", "noto:wrapped-gift",
    "noto:closed-book", "noto:brick", "noto:canned-food", "noto:cookie",
    "noto:waffle", "noto:doughnut", "own:barrel", "own:hay-bale", "own:block", "own:folded-cloth",
    "noto:bread", "noto:hamburger", "noto:sandwich",
})  # fmt: skip
"""Drawings of things with a flat top and foot."""
_SMALL_COPIES = frozenset({"toy", "miniature", "model"})
BLANKET = "own:draped-blanket"
"""Covers the body of a person or an animal in bed."""
HUNG_IN_TREES = frozenset({"own:rope-swing", "own:tire-swing"})
"""What hangs down from a bough to near the ground."""
ON_FEET = frozenset({
    "standing", "jumping", "dancing", "sleeping", "lying", "climbing", "walking", "running", "waving", "cheering",
    "flying", "riding", "swimming", "meditating", "perched", "rowing", "kneeling", "sitting-down", "fighting", "yoga",
    "stretching", "skating", "skiing", "skipping", "waltzing",
})  # fmt: skip
"""Poses of those who do not sit on the seat that they are on."""


def record_of(entity: Entity) -> Thing:
    return thing_of(entity.drawing)


def has(entity: Entity, trait: Trait) -> bool:
    return trait in thing_of(entity.drawing).traits


def is_sat_on(entity: Entity) -> bool:
    return has(entity, "sit_on") or has(entity, "seat")


def is_narrow(seat: Entity) -> bool:
    """Whether it is too narrow to lie on: a chair."""
    width, height = record_of(seat).size
    return width < 1.25 * height


def is_toy(entity: Entity) -> bool:
    """Whether it is a small copy of a large thing: a toy train."""
    return entity.noun.partition(" ")[0] in _SMALL_COPIES and not is_figure(entity)


def is_figure(entity: Entity) -> bool:
    return entity.drawing.startswith("figure:")


def carries_goods(entity: Entity) -> bool:
    """Whether it is a table, a desk or a shelf."""
    traits = record_of(entity).traits
    return "surface" in traits and ("sit_behind" in traits or ("suspended" in traits and "branch" not in traits))


def is_stackable(drawing: str) -> bool:
    return drawing in _STACKABLE


def get_submerged_fraction(entity: Entity) -> float:
    """The part of its height that is under water when it swims."""
    record = record_of(entity)
    if entity.action == "swimming" and record.submerged is None:
        return 0.52 if is_figure(entity) else 0.36
    if "watercraft" in record.traits:
        return 0.1
    if record.submerged is not None:
        return record.submerged
    return 0.14 if "buoyant" in record.traits else 0.26


def is_flying(entity: Entity, pose: str | None) -> bool:
    """`pose` is the pose that the layout has chosen for its action."""
    if entity.action in FLYING and pose != "holding":
        return True
    return entity.action is None and has(entity, "flies")


def is_celestial(entity: Entity) -> bool:
    return has(entity, "celestial")
