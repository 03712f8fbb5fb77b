"""What people can hold, and what they work on where it stands."""

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.language.mention import Mention
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.moving_body import has_gait
from limner_illustrator.subjects.natural_size import natural_height

_MAX_HELD_M = 2.0
"""Metres. Taller things are placed beside a subject, not held."""
_EASILY_HELD: frozenset[Trait] = frozenset({"portable", "held_high", "on_string", "held_behind", "instrument"})
_GROUNDWORK = frozenset({
    "hole", "trench", "tunnel", "well", "grave", "ditch", "path", "road", "moat", "pit",
    "footprint", "footprints", "track", "tracks", "puddle", "engine", "soil", "ground", "floor", "wall",
})  # fmt: skip
_DUG = frozenset({"hole", "holes", "burrow", "den", "tunnel", "earth", "soil", "dirt"})
_SAWN = frozenset({"plank", "planks", "board", "boards", "wood", "timber", "lumber", "beam"})
_SMALL_M = 0.4
_MAX_HANDLED_M = 0.9
"""Larger things are worked on where they stand: a hedge, a fence, a canvas."""


def is_worked_on(target: Mention) -> bool:
    """Whether it stays where it is: an animal, or what is too large for the hands."""
    if kinds.is_animate(target.drawing) or is_too_large_to_hold(target) or target.noun.split()[-1] in _GROUNDWORK:
        return True
    return thing_of(target.drawing).traits.isdisjoint(_EASILY_HELD) and height_of(target) > _MAX_HANDLED_M


def is_too_large_to_hold(mention: Mention) -> bool:
    """Whether a person cannot hold it, such as a building, a tree or a mountain."""
    if "portable" in thing_of(mention.drawing).traits:
        return False
    return kinds.is_building(mention.drawing) or height_of(mention) > _MAX_HELD_M


def height_of(mention: Mention) -> float:
    """In metres."""
    return natural_height(Entity(id="e0", noun=mention.noun, drawing=mention.drawing)) * mention.size


def is_served_fish(target: Mention, text: str) -> bool:
    return text.startswith("serv") and kinds.lives_in_water(target.drawing)


def is_stick(mention: Mention) -> bool:
    return mention.noun.split()[-1] in ("cane", "stick", "staff", "crutch", "shovel", "broom", "umbrella", "sword")


def is_mount(mention: Mention) -> bool:
    return "mount" in thing_of(mention.drawing).traits and not kinds.is_person(mention.drawing)


def is_carried_child(subject: Mention, target: Mention) -> bool:
    small = target.drawing in ("figure:child", "figure:boy", "figure:girl")
    return small and target.count == 1 and subject.action in ("carrying", "lifting")


def is_caught_with(subject: Mention, target: Mention, text: str) -> bool:
    """Whether the acting figure holds the jar instead of being inside it: "catching fireflies in a jar"."""
    is_small = "container" in thing_of(target.drawing).traits and height_of(target) < _SMALL_M
    is_busy = subject.action in ("catching", "collecting", "carrying", "mixing", "cooking", "washing")
    return text == "in" and is_small and is_busy and kinds.is_person(subject.drawing) and subject.size >= 1


def is_furniture(target: Mention) -> bool:
    """Whether it stands in a room, such as a bathtub, a bed or a table, and is used where it stands."""
    is_used = not thing_of(target.drawing).traits.isdisjoint({"seat", "sit_on", "sit_behind", "open_top"})
    return is_used and height_of(target) > _SMALL_M


def is_bitten(target: Mention, text: str) -> bool:
    """Whether it is licked or bitten, and not swallowed: a person, or another animal that is no fish."""
    if not kinds.is_animate(target.drawing) or kinds.lives_in_water(target.drawing):
        return False
    return kinds.is_person(target.drawing) or text.startswith(("lick", "bit", "nibbl", "chew"))


def is_part_of_pose(subject: Mention, target: Mention) -> bool:
    """Whether the drawing of the doer has it already: the plank of one who saws, the clothes of one who irons."""
    last = target.noun.split()[-1]
    if subject.action == "digging" and has_gait(subject.drawing, "digging"):
        return last in _DUG
    if subject.action == "ironing":
        return target.count > 1 or last in ("clothes", "laundry")
    return subject.action == "sawing" and last in _SAWN


def is_mascot(wearer: Mention) -> bool:
    """Whether clothes are put on it as on a head: "a cactus with a party hat", "an avocado wearing sunglasses"."""
    return kinds.is_plant(wearer.drawing) or kinds.is_food(wearer.drawing)
