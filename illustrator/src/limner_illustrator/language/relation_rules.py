"""Resolves prepositions to relations by their objects: "with" a hat is wearing, "with" a ball is holding."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.language.boarding import is_boarded
from limner_illustrator.language.glassware import DRINKING_GLASSES
from limner_illustrator.language.handling import (
    height_of,
    is_carried_child,
    is_caught_with,
    is_mascot,
    is_part_of_pose,
    is_served_fish,
    is_stick,
    is_too_large_to_hold,
    is_worked_on,
)
from limner_illustrator.language.hands import is_hand, put_in_hand
from limner_illustrator.language.looks_of_people import is_clothing
from limner_illustrator.language.mention import Link, Mention, Pending
from limner_illustrator.language.vessels import FILLED, HOLLOW, put_fish_in_tank
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.verbs import HANDLING
from limner_illustrator.layout.kinds import HUNG_IN_TREES
from limner_illustrator.scene import RelationKind
from limner_illustrator.subjects.figures.activities import POSES, find_pose
from limner_illustrator.subjects.figures.compound_poses import IN_BED_SUFFIX

_PLANTERS = frozenset({"pot", "planter", "flowerpot"})
_TENDING = frozenset({"watering", "trimming", "planting", "pruning", "raking", "spraying", "growing"})
_CLIMBED_INTO = frozenset({"own:empty-boot", "own:upturned-hat"})
"""Clothes that a small animal fits into."""
_BAGS = frozenset({"backpack", "rucksack", "knapsack", "bag", "handbag", "purse", "satchel"})
_OUT_OF = ("out of", "emerging from", "inside", "inside of", "into", "within")
_TOPPED = frozenset({
    "pancakes", "waffle", "pizza", "cake", "shortcake", "cupcake", "pie", "cream", "custard", "salad", "spaghetti",
    "bread", "ice", "doughnut", "ramen", "sundae", "oatmeal", "sauce", "brownie",
})  # fmt: skip
"""Words in the names of dishes that small food is put on."""
_BARRIERS = frozenset({"own:fence"})
_LEAPING = frozenset({"jumping", "flying", "climbing", "leaping", "falling"})
"""What is said to be over a fence looks over it, unless it does one of these."""
_ON_FOOT = frozenset({"walking", "running", "marching", "strolling"})
_ALOFT = frozenset({*_LEAPING, "dancing", "swinging", "walking", "balancing", "floating", "hovering", "riding"})
_IN_WHEELS = frozenset({"noto:hamster", "noto:mouse", "noto:rat", "noto:chipmunk"})
"""Animals that run in a wheel of their own."""
_FULL = frozenset({
    "noto:hot-beverage", "own:mug", "noto:wine-glass", "noto:tumbler-glass", "own:juice", "noto:glass-of-milk",
    "noto:beer-mug", "noto:cup-with-straw", "noto:tropical-drink", "noto:cocktail-glass",
})  # fmt: skip
"""Drawings of vessels with a drink in them, which holds nothing larger than a marshmallow."""
_NO_TOPPING = frozenset({"fries", "hamburger", "sandwich", "pizza", "dog", "drink", "bottle", "straw", "milk", "juice"})
_TOPPING_M = 0.19
_WIDE_SEATS = frozenset({"sofa", "couch", "bench", "bed", "swing"})
_FILLINGS = frozenset({"cheese", "lettuce", "tomato", "ham", "tomatoes", "meat", "salad", "bacon", "patty", "onion"})
_CLOSED_FOOD = {
    "noto:sandwich": _FILLINGS, "noto:hamburger": _FILLINGS, "noto:taco": _FILLINGS, "noto:burrito": _FILLINGS,
    "noto:hot-dog": frozenset({"mustard", "sausage", "bun"}), "noto:stuffed-flatbread": _FILLINGS,
}  # fmt: skip
"""Food with a filling, and what of it shows. All else, such as fries, is served beside it."""
_AIMED = frozenset({
    "throwing", "throws", "tossing", "giving", "gives", "offering", "offers", "handing", "hands over", "bringing",
    "brings", "showing", "selling", "sells", "serving", "serves", "delivering", "delivers", "using", "swinging",
})  # fmt: skip
"""Verbs after which an animal is the one addressed: "throwing a stick to his dog"."""
_AT_OWN_DESK = frozenset({"typing", "writing"})
"""What is drawn with a desk already."""
_CROWD = 6
BOTH_SIDES_OF = ("each side of", "either side of", "both sides of")
_RING = 5
"""How many stand around something, if the prompt does not say."""


def resolve_relation(subject: Mention, kind: str, target: Mention, text: str) -> tuple[RelationKind, bool]:
    """The relation that a preposition means here, and whether subject and object swap ("a table with a vase")."""
    animate = kinds.is_animate(subject.drawing)
    crosses = text in ("across", "over", "along") or (kind == "doing" and subject.action in _ON_FOOT)
    if _has(target, "span") and crosses and subject.action not in {*_LEAPING, "floating", "hovering"}:
        return "on", False
    match kind:
        case "shaped":
            return "shaped_like", False
        case "made":
            return "made_of", False
        case "surrounded":
            return "around", True
        case "under" | "on" if _has(target, "tree") and (text.endswith("from") or subject.drawing in HUNG_IN_TREES):
            return "in", False
        case "left" | "right" if "side of" in text and is_support(target) and not animate and height_of(subject) < 0.6:
            return "on", False  # "a vase on the left side of a shelf"
        case "under" | "below" if kinds.belongs_in_sky(target.drawing):
            return "below", False
        case "with" if text in FILLED and not animate:
            return ("on" if is_support(subject) or is_truck(subject) else "in"), True
        case "above" if text == "over" and animate and target.drawing in _BARRIERS and subject.action not in _LEAPING:
            return "behind", False
        case "above" if text == "over" and kinds.is_person(subject.drawing) and subject.action not in _ALOFT:
            return "beside", False  # "roasting marshmallows over a campfire"
        case "with":
            return _resolve_with(subject, target, animate=animate)
        case "doing":
            plays = subject.action == "playing" and not _has(target, "played_behind")
            return ("holding" if plays else "behind" if subject.action == "playing" else "beside"), False
        case "of" if kinds.is_person(target.drawing) and _has(subject, "sit_behind"):
            return "behind", True  # "a table of guests"
        case "of":
            return ("on" if is_support(subject) else "in"), True
        case "in" if text in ("among", "amongst", "amid") and target.count > 1 and _has(target, "container"):
            return "beside", False
        case "in" if is_climbed_into(subject, target, text):
            return "in", False
        case "in" if is_caught_with(subject, target, text):
            return "holding", False
        case "in" if animate and kinds.is_person(target.drawing):
            return "beside", False  # in a band, in a crowd
        case "in" if animate and is_worn(target):
            return "wearing", False
        case "in" if animate and is_seat(target):
            return "on", False
        case "under" if kinds.is_person(subject.drawing) and target.drawing == "noto:umbrella":
            return "holding", False
        case "in" if animate and target.drawing == "own:bed" and lies_in_bed(subject):
            return "on", False
        case "on" | "in" if (
            animate and text != "into" and _has(target, "mount") and not kinds.is_person(target.drawing)
        ):
            return "riding", False
        case "in" if text in ("into", "through", "out of") and not can_hold_things(target):
            return ("looking_at" if target.drawing == "own:window" else "beside"), False
        case "holding" if animate and (target.drawing == "figure:baby" or is_carried_child(subject, target)):
            return "holding", False
        case "holding" if is_served_fish(target, text):
            return "holding", False
        case "holding" if text in _TENDING and kinds.is_plant(target.drawing):
            return "beside", False
        case "holding" if text in HANDLING and subject.action not in ("painting", "aiming") and is_worked_on(target):
            return "beside", False
        case "holding" if text in _AIMED and kinds.is_animate(target.drawing):
            return "beside", False
        case "holding" | "with" if is_hand(subject):
            return put_in_hand(subject, target), True
        case "holding" if kinds.is_person(target.drawing) or not animate:
            return "beside", False
        case "wearing" if not animate:
            return ("wearing", False) if is_mascot(subject) else ("on", True)
        case "above" if subject.action == "flying" and animate:
            return "flying_over", False
        case "on" if kinds.is_person(subject.drawing) and kinds.is_food(target.drawing) and subject.size >= 1:
            return "beside", False
        case "on" if is_worn(target) and animate:
            return "beside", False
        case "on" if animate and text not in ("on top of", "atop", "onto") and is_boarded(subject, target):
            return "in", False
        case "beside" if text == "at" and kinds.is_vehicle(subject.drawing):
            return "beside", False
        case "beside" if is_support(target) and (text == "at" or (text == "around" and animate and subject.count < 3)):
            return "behind", False
        case "beside" if text.startswith("lean") and kinds.is_person(subject.drawing) and is_stick(target):
            return "holding", False
        case "beside" if text == "around":
            return "around", False
        case "beside" if text == "on the edge of":
            return "on", False
        case "on" if is_worn(subject) and kinds.is_animate(target.drawing):
            return "wearing", True
        case _:
            return kind, False  # type: ignore[return-value]


def _resolve_with(subject: Mention, target: Mention, *, animate: bool) -> tuple[RelationKind, bool]:
    if target.drawing in thing_of(subject.drawing).shows:
        return "on", True
    if animate and target.noun.split()[-1] == "ring" and subject.action is not None:
        return "holding", False
    if (animate or is_mascot(subject)) and is_worn(target):
        return "wearing", False
    if kinds.belongs_in_sky(target.drawing):
        return "behind", True
    if _has(subject, "mount") and target.noun in things.RIDERS:
        return "riding", True  # "a horse with a rider"
    if kinds.is_animate(target.drawing):
        inside = (kinds.is_vehicle(subject.drawing) and not kinds.flies(target.drawing)) or _has(subject, "container")
        return ("in", True) if inside else ("on", True) if is_support(subject) else ("beside", False)
    if animate and is_too_large_to_hold(target):
        return "behind", True
    if animate:
        is_fixed = is_support(target) and target.noun.split()[-1] not in ("tray", "plate", "platter")
        return ("beside" if is_fixed or kinds.is_vehicle(target.drawing) else "holding"), False
    if is_support(subject):
        return ("around" if _has(subject, "sit_behind") and _has(target, "seat") else "on"), True
    if subject.drawing in _FULL and kinds.is_food(target.drawing):
        return ("on" if _is_topping(subject, target) else "beside"), True
    served = set(target.drawing.partition(":")[2].split("-")) & (things.VESSELS | {"juice", "milk"})
    if kinds.is_food(subject.drawing) and kinds.is_food(target.drawing) and served:
        return "beside", False
    if _has(subject, "container") or subject.noun in things.CONTAINERS:
        return "in", True
    if kinds.is_food(subject.drawing) and subject.drawing not in _CLOSED_FOOD and _is_topping(subject, target):
        return "on", True
    return "beside", False


def _is_topping(dish: Mention, mention: Mention) -> bool:
    """Whether it is served on the dish; cutlery, drinks and side dishes stand beside it."""
    if mention.drawing in thing_of(dish.drawing).shows:
        return True
    names = {*mention.drawing.partition(":")[2].split("-")}
    if not names.isdisjoint(_NO_TOPPING | things.VESSELS):
        return False
    if dish.drawing in _FULL:
        return mention.drawing == "own:marshmallow"
    is_small_food = kinds.is_food(mention.drawing) and height_of(mention) <= _TOPPING_M
    small = is_small_food or mention.drawing in ("noto:candle", "noto:mushroom")
    return small and not set(dish.drawing.partition(":")[2].split("-")).isdisjoint(_TOPPED)


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
    """Opens and empties a vessel that something is in, and makes a few things around another a ring."""
    for one, other in ((subject, target), (target, subject)):
        if one.drawing == "noto:mushroom" and kinds.is_food(other.drawing):
            one.drawing = "noto:brown-mushroom"
    if kind == "in" and subject.drawing == "own:swing" and _has(target, "tree"):
        subject.drawing = "own:rope-swing"
    if kind in ("in", "on") and target.noun.split()[-1] == "wheel" and subject.drawing in _IN_WHEELS:
        target.drawing = "own:hamster-wheel"
    if kind == "in" and target.drawing in ("noto:pot-of-food", "own:pot") and kinds.is_plant(subject.drawing):
        target.drawing = "own:flowerpot"
    elif kind == "in" and target.drawing == "own:bottle" and not kinds.is_plant(subject.drawing):
        target.drawing = "own:lying-bottle"
    elif kind == "in" and (target.drawing == "noto:package" or not kinds.is_food(subject.drawing)):
        target.drawing = HOLLOW.get(target.drawing, target.drawing)
    plural = subject.count > 1 or (subject.noun.endswith("fish") and not subject.indefinite)
    if kind == "around" and plural and not subject.numbered:
        subject.count = max(subject.count, _RING)


def shows_only_subject(subject: Mention, relation: str, target: Mention) -> bool:
    """ "the branch of a tree" shows only the branch, "under a blanket" only the subject, and a bookshelf has books."""
    match relation:
        case "of" if subject.drawing == "own:branch" or is_own_vessel(target, subject):
            return True
        case "with" if subject.drawing in _CLOSED_FOOD and target.noun.split()[-1] in _CLOSED_FOOD[subject.drawing]:
            return True
        case "of" | "with":
            return target.drawing in things.OWN_CONTENTS.get(subject.drawing, ()) and target.color in (None, "gold")
        case "in":
            return is_own_vessel(subject, target)
    return relation in ("beside", "holding") and is_part_of_pose(subject, target)


def is_wrapping(relation: str, target: Mention) -> bool:
    """Whether only what is wrapped can be drawn: "tulips in newspaper"."""
    return relation == "in" and target.noun.split()[-1] in things.WRAPPINGS


def has_own_table(subject: Mention, target: Mention, text: str, links: Sequence[Link]) -> bool:
    """Whether a table is drawn with the game on it already: "playing chess at a table"."""
    if (
        subject.action in _AT_OWN_DESK
        and target.drawing in ("own:table", "own:desk")
        and text.rsplit(maxsplit=1)[-1] in ("at", "on")
    ):
        return True
    if text not in ("at", "on", "around") or target.drawing != "own:table":
        return False
    things_of = [subject, *(one.object for one in links if one.subject is subject)]
    return any(one.drawing == "own:chess-table" for one in things_of)


def fill_place(mention: Mention) -> None:
    """Makes the balloons of "a room full of balloons" many."""
    if not mention.numbered and (mention.count > 1 or kinds.is_animal(mention.drawing)):
        mention.count = 2 * _CROWD


def adapt_things(subject: Mention, relation: str, target: Mention, text: str, links: Sequence[Link]) -> None:
    """Changes counts and drawings to those that the relation means."""
    if not target.numbered and (relation == "surrounded" or (text in FILLED and target.count > 1)):
        target.count = max(target.count, _CROWD) if relation == "surrounded" else _CROWD
    is_filled = text in FILLED or (relation == "of" and target.count > 1)
    if is_filled and not target.numbered and thing_of(subject.drawing).tank and not kinds.is_animate(target.drawing):
        target.count = 2 * _CROWD
    if relation == "of" and kinds.is_food(target.drawing) and target.count == 1 and _has(subject, "surface"):
        # "Two plates of pasta" are both full.
        target.count = subject.count
    if text.endswith(BOTH_SIDES_OF) and not subject.numbered:
        subject.count, subject.numbered = 2, True
    if text.startswith(("wrapped", "coiled", "curled around", "entwined", "clinging")):
        subject.attributes.append("wrapped")
    if subject.action == "reading":
        open_book(subject, target, relation, links)
    put_fish_in_tank(subject, target, relation)


def lies_in_bed(subject: Mention) -> bool:
    """Whether its pose is on the mattress, and not only covered by the blanket."""
    pose = find_pose(subject.action)[0]
    return subject.action in ("sleeping", "lying") or f"{pose}{IN_BED_SUFFIX}" in POSES


def is_climbed_into(subject: Mention, target: Mention, text: str) -> bool:
    """Whether an animal is inside a boot or hat: "a frog in a boot", but "a cat in a hat" wears it."""
    if not kinds.is_animate(subject.drawing) or kinds.is_person(subject.drawing) or target.count > subject.count:
        return False
    hollow = HOLLOW.get(target.drawing)
    is_boot = hollow == "own:empty-boot" and text == "in"
    if target.noun.split()[-1] in _BAGS and text.endswith(_OUT_OF):
        return True
    return hollow in _CLIMBED_INTO and (is_boot or text.endswith(_OUT_OF) or subject.action == "sleeping")


def is_put_on(wearer: Mention, mention: Mention, text: str) -> bool:
    """Whether it is clothing that the wearer has on and is not inside of."""
    return is_clothing(wearer, mention) and not is_climbed_into(wearer, mention, text)


def is_part_of(whole: Mention, mention: Mention) -> bool:
    """Whether it is a part of the whole, such as a door of a building or leaves of a tree."""
    if kinds.is_building(whole.drawing):
        return mention.noun.split()[-1] in things.PARTS_OF_BUILDINGS
    if mention.drawing == "own:door":
        # "a bird cage with an open door"
        return not (kinds.is_animate(whole.drawing) or is_support(whole))
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
    if vessel.drawing in DRINKING_GLASSES:
        last = "glass"
    served = things.VESSELS | {"juice", "milk", "tea"}
    is_served = any(word in served for word in content.drawing.partition(":")[2].split("-"))
    return content.drawing == vessel.drawing or (is_served and last in things.VESSELS)


def is_too_large_for(subject: Mention, container: Mention) -> bool:
    """Whether a bicycle, say, is said to be in a basket."""
    is_huge = kinds.is_vehicle(subject.drawing) or kinds.is_building(subject.drawing)
    is_small = _has(container, "container") and not kinds.is_vehicle(container.drawing)
    plain = subject.size >= 1 and not kinds.is_building(container.drawing)
    return is_huge and is_small and plain and "own:" not in container.drawing


def is_cover(mention: Mention) -> bool:
    return mention.noun.split()[-1] in things.COVERS


def can_hold_things(mention: Mention) -> bool:
    return _has(mention, "container") or mention.noun.split()[-1] in things.CONTAINERS or is_support(mention)


def is_seat(mention: Mention) -> bool:
    return _has(mention, "seat") or mention.noun.split()[-1] in things.SEATS


def is_wide_seat(mention: Mention) -> bool:
    return mention.noun.split()[-1] in _WIDE_SEATS


def is_worn(mention: Mention) -> bool:
    if mention.drawing in DRINKING_GLASSES:
        return False
    return kinds.is_wearable(mention.drawing) or mention.noun.split()[-1] in things.WORN


def is_truck(mention: Mention) -> bool:
    return mention.noun.split()[-1] in things.TRUCKS


def is_support(mention: Mention) -> bool:
    return _has(mention, "surface") or mention.noun.split()[-1] in things.SUPPORTS


def _has(mention: Mention, trait: Trait) -> bool:
    return trait in thing_of(mention.drawing).traits
