"""What kind of thing a drawing is: what its record says, else what the group of its icon says."""

from functools import lru_cache

from limner_illustrator.catalog import art
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Kind

_KINDS_OF_SUBGROUPS: tuple[tuple[range, frozenset[Kind]], ...] = (
    (range(23, 31), frozenset({"person"})),
    (range(34, 40), frozenset({"animal"})),
    (range(40, 42), frozenset({"plant"})),
    (range(42, 44), frozenset({"food", "crop"})),
    (range(44, 48), frozenset({"food"})),
    (range(51, 53), frozenset({"building"})),
    (range(54, 57), frozenset({"vehicle"})),
    (range(65, 66), frozenset({"wearable"})),
)
"""Emojibase's numbers of subgroups, and what their icons are."""


def kinds_of(drawing: str) -> frozenset[Kind]:
    kinds = thing_of(drawing).kinds
    return _kinds_of_family(drawing) if kinds is None else frozenset(kinds)


@lru_cache(maxsize=4096)
def _kinds_of_family(drawing: str) -> frozenset[Kind]:
    family, _, name = drawing.partition(":")
    if family == "figure":
        return frozenset({"person"})
    if family == "noto" and art.has_icon(name):
        subgroup = art.icon_group(name)[1]
        return next((kinds for numbers, kinds in _KINDS_OF_SUBGROUPS if subgroup in numbers), frozenset())
    return frozenset()


def is_person(drawing: str) -> bool:
    return "person" in kinds_of(drawing)


def is_animal(drawing: str) -> bool:
    return "animal" in kinds_of(drawing)


def is_person_or_animal(drawing: str) -> bool:
    return not kinds_of(drawing).isdisjoint(("person", "animal"))


def is_animate(drawing: str) -> bool:
    """People, animals, and creatures of fantasy: what can hold, ride, wear or look."""
    return not kinds_of(drawing).isdisjoint(("person", "animal", "creature"))


def is_food(drawing: str) -> bool:
    """What is eaten or drunk."""
    return "food" in kinds_of(drawing)


def is_vehicle(drawing: str) -> bool:
    return "vehicle" in kinds_of(drawing)


def is_plant(drawing: str) -> bool:
    return "plant" in kinds_of(drawing)


def is_grown(drawing: str) -> bool:
    """Whether a field may be full of it."""
    return not kinds_of(drawing).isdisjoint(("plant", "crop"))


def is_wearable(drawing: str) -> bool:
    return "wearable" in kinds_of(drawing)


def is_building(drawing: str) -> bool:
    return "building" in kinds_of(drawing)


def lives_in_water(drawing: str) -> bool:
    return "swims" in thing_of(drawing).traits


def flies(drawing: str) -> bool:
    """Is in the air unless the prompt says where it is."""
    return "flies" in thing_of(drawing).traits


def belongs_in_sky(drawing: str) -> bool:
    """Sun, moon, stars, clouds and what else hangs high."""
    return "celestial" in thing_of(drawing).traits
