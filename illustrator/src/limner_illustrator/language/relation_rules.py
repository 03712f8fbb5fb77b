"""Resolves prepositions to relations by their objects: "with" a hat is wearing, "with" a ball is holding."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.language.mention import Link, Mention, Pending
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.verbs import HANDLING
from limner_illustrator.scene import Entity, RelationKind
from limner_illustrator.subjects.natural_size import natural_height

_PLANTERS = frozenset({"pot", "planter", "flowerpot"})
_TENDING = frozenset({"watering", "trimming", "planting", "pruning", "raking", "spraying", "growing"})
FILLED = frozenset({"full of", "filled with", "loaded with"})
_CROWD = 6
_RING = 5
"""How many stand around something, if the prompt does not say."""
_MAX_HELD_M = 2.0
"""Metres. Taller things are placed beside a subject, not held."""
"""Metres. Taller things are not drawn from above."""


def resolve_relation(subject: Mention, kind: str, target: Mention, text: str) -> tuple[RelationKind, bool]:
    """The relation that a preposition means here, and whether subject and object swap ("a table with a vase")."""
    animate = kinds.is_animate(subject.drawing)
    match kind:
        case "shaped":
            return "shaped_like", False
        case "made":
            return "made_of", False
        case "surrounded":
            return "around", True
        case "under" if _has(target, "tree") and text.endswith("from"):
            return "in", False
        case "under" | "below" if kinds.belongs_in_sky(target.drawing):
            return "below", False
        case "with":
            return _resolve_with(subject, target, animate=animate)
        case "doing":
            plays = subject.action == "playing" and not _has(target, "played_behind")
            return ("holding" if plays else "behind" if subject.action == "playing" else "beside"), False
        case "of":
            return ("on" if is_support(subject) else "in"), True
        case "in" if animate and is_worn(target):
            return "wearing", False
        case "in" if animate and is_seat(target):
            return "on", False
        case "under" if kinds.is_person(subject.drawing) and target.drawing == "noto:umbrella":
            return "holding", False
        case "in" if animate and subject.action == "sleeping" and target.drawing == "own:bed":
            return "on", False
        case "on" | "in" if animate and _has(target, "mount") and not kinds.is_person(target.drawing):
            return "riding", False
        case "in" if text in ("into", "through", "out of") and not can_hold_things(target):
            return ("looking_at" if target.drawing == "own:window" else "beside"), False
        case "holding" if animate and (target.drawing == "figure:baby" or _is_carried_child(subject, target)):
            return "holding", False
        case "holding" if text in _TENDING and kinds.is_plant(target.drawing):
            return "beside", False
        case "holding" if text in HANDLING and (kinds.is_animate(target.drawing) or is_too_large_to_hold(target)):
            return "beside", False
        case "holding" if kinds.is_person(target.drawing) or not animate:
            return "beside", False
        case "wearing" if not animate:
            return "on", True
        case "above" if subject.action == "flying" and animate:
            return "flying_over", False
        case "on" if is_worn(target) and animate:
            return "beside", False
        case "on" if animate and kinds.is_vehicle(target.drawing) and text not in ("on top of", "atop", "onto"):
            return "in", False
        case "beside" if is_support(target) and (text == "at" or (text == "around" and animate and subject.count < 3)):
            return "behind", False
        case "beside" if text == "around":
            return "around", False
        case "beside" if text == "on the edge of":
            return "on", False
        case "on" if is_worn(subject) and kinds.is_animate(target.drawing):
            return "wearing", True
        case _:
            return kind, False  # type: ignore[return-value]


def _resolve_with(subject: Mention, target: Mention, *, animate: bool) -> tuple[RelationKind, bool]:
    if animate and target.noun.split()[-1] == "ring" and subject.action is not None:
        return "holding", False
    if animate and is_worn(target):
        return "wearing", False
    if kinds.belongs_in_sky(target.drawing):
        return "behind", True
    if kinds.is_animate(target.drawing):
        inside = kinds.is_vehicle(subject.drawing) or _has(subject, "container")
        return ("in", True) if inside else ("on", True) if is_support(subject) else ("beside", False)
    if animate and is_too_large_to_hold(target):
        return "behind", True
    if animate:
        return ("beside" if is_support(target) or kinds.is_vehicle(target.drawing) else "holding"), False
    if is_support(subject):
        return "on", True
    if _has(subject, "container") or subject.noun in things.CONTAINERS:
        return "in", True
    if kinds.is_food(subject.drawing):
        return "on", True
    return "beside", False


def _is_carried_child(subject: Mention, target: Mention) -> bool:
    small = target.drawing in ("figure:child", "figure:boy", "figure:girl")
    return small and target.count == 1 and subject.action in ("carrying", "lifting")


def find_opposite(links: Sequence[Link], pending: Pending) -> Mention | None:
    """The sofa of "a lamp to the left of a sofa and a plant to the right of it"."""
    other_side = {"left": "right", "right": "left", "above": "below", "front": "behind"}.get(pending.kind)
    objects = [one.object for one in links if one.kind == other_side and one.object not in pending.subjects]
    return objects[-1] if objects else None


def open_book(reader: Mention, target: Mention, relation: str, links: Sequence[Link]) -> None:
    """Opens the book that is read, one for each reader."""
    if target.drawing in ("noto:closed-book", "noto:books"):
        target.drawing = "noto:open-book"
    if target.drawing == "noto:open-book" and not target.numbered:
        target.count = reader.count + sum(one.subject.count for one in links if one.object is target)


def fit_to_relation(subject: Mention, target: Mention, kind: str) -> None:
    """Opens a box that something is in, takes a flowerpot for a plant, and makes a few things around another a ring."""
    if kind == "in" and target.drawing == "noto:package":
        target.drawing = "own:carton"
    if kind == "in" and target.drawing == "noto:pot-of-food" and kinds.is_plant(subject.drawing):
        target.drawing = "own:vase"
    if kind == "around" and subject.count > 1 and not subject.numbered:
        subject.count = max(subject.count, _RING)


def shows_only_subject(subject: Mention, relation: str, target: Mention) -> bool:
    """ "the branch of a tree" shows only the branch, "under a blanket" only the subject."""
    match relation:
        case "of":
            return subject.drawing == "own:branch" or is_own_vessel(target, subject)
        case "under":
            return is_cover(target)
        case "in":
            return is_own_vessel(subject, target)
    return False


def adapt_things(subject: Mention, relation: str, target: Mention, text: str, links: Sequence[Link]) -> None:
    """Changes counts and drawings to those that the relation means."""
    if not target.numbered and (relation == "surrounded" or (text in FILLED and target.count > 1)):
        target.count = max(target.count, _CROWD) if relation == "surrounded" else _CROWD
    if subject.action == "reading":
        open_book(subject, target, relation, links)
    put_fish_in_tank(subject, target, relation)


def put_fish_in_tank(one: Mention, other: Mention, kind: str) -> None:
    """Replaces the vessel of a live fish by a glass tank: the fish in "a bowl with a fish" is not food."""
    for fish, vessel in ((one, other), (other, one)):
        if kinds.lives_in_water(fish.drawing) and not kinds.is_food(fish.drawing):
            vessel.drawing = things.TANKS.get(vessel.drawing, vessel.drawing)
            has_count = fish.numbered or fish.indefinite or fish.possessed
            if (
                kind in ("with", "of")
                and fish.noun.endswith("fish")
                and not has_count
                and thing_of(vessel.drawing).tank
            ):
                fish.count = max(fish.count, things.PLURAL_COUNT)


def is_too_large_to_hold(mention: Mention) -> bool:
    """Whether a person cannot hold it, such as a building, a tree or a mountain."""
    if _has(mention, "portable"):
        return False
    metres = natural_height(Entity(id="e0", noun=mention.noun, drawing=mention.drawing)) * mention.size
    return kinds.is_building(mention.drawing) or metres > _MAX_HELD_M


def is_clothing(wearer: Mention, mention: Mention) -> bool:
    """Whether it becomes an attribute of the wearer instead of an entity."""
    animal = kinds.is_animate(wearer.drawing) and not kinds.is_person(wearer.drawing)
    if animal and (mention.noun in things.ANIMAL_CLOTHES or mention.noun.split()[-1] in things.ANIMAL_CLOTHES):
        return True
    last = mention.noun.split()[-1]
    if kinds.is_person(wearer.drawing) and last in things.HEADSCARVES:
        return True
    return kinds.is_animate(wearer.drawing) and last in things.CLOTHES


def is_part_of(whole: Mention, mention: Mention) -> bool:
    """Whether it is a part of the whole, such as a door of a building or leaves of a tree."""
    if kinds.is_building(whole.drawing):
        return mention.noun.split()[-1] in things.PARTS_OF_BUILDINGS
    return kinds.is_plant(whole.drawing) and mention.noun.split()[-1] in things.PARTS_OF_PLANTS


def is_own_vessel(content: Mention, vessel: Mention) -> bool:
    """Whether the drawing of a drink shows its vessel already: "coffee in a cup" is one cup."""
    last = vessel.noun.split()[-1]
    if content.drawing == "noto:potted-plant":
        return last in _PLANTERS
    if content.drawing == vessel.drawing and _has(vessel, "container"):
        return True
    if not kinds.is_food(content.drawing):
        return False
    is_served = any(word in things.VESSELS for word in content.drawing.partition(":")[2].split("-"))
    return content.drawing == vessel.drawing or (is_served and last in things.VESSELS)


def is_cover(mention: Mention) -> bool:
    return mention.noun.split()[-1] in things.COVERS


def can_hold_things(mention: Mention) -> bool:
    return _has(mention, "container") or mention.noun.split()[-1] in things.CONTAINERS or is_support(mention)


def is_seat(mention: Mention) -> bool:
    return _has(mention, "seat") or mention.noun.split()[-1] in things.SEATS


def is_worn(mention: Mention) -> bool:
    return kinds.is_wearable(mention.drawing) or mention.noun.split()[-1] in things.WORN


def is_support(mention: Mention) -> bool:
    return _has(mention, "surface") or mention.noun.split()[-1] in things.SUPPORTS


def _has(mention: Mention, trait: Trait) -> bool:
    return trait in thing_of(mention.drawing).traits
