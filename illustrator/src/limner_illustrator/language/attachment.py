"""Chooses among earlier things which one a preposition is about: in "a man on a bench by a lake with a dog" the dog
is next to the man.
"""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.handling import height_of, is_too_large_to_hold
from limner_illustrator.language.looks_of_people import is_clothing
from limner_illustrator.language.mention import Group, Link, Mention, Pending
from limner_illustrator.language.relation_rules import (
    can_hold_things,
    is_part_of,
    is_seat,
    is_support,
    is_wide_seat,
    is_worn,
)
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.verbs import VERBS

BESIDES: frozenset[str] = frozenset({"beside", "left", "right", "behind", "front", "with", "looking_at"})
_PLACED: frozenset[str] = frozenset({"on", "in", "beside", "behind", "front", "under", "left", "right", "riding"})
_OCCUPIED: frozenset[str] = frozenset({"on", "in", "behind", "under", "riding"})
_TOO_LARGE_FOR_SUPPORT = (kinds.is_animate, kinds.is_building, kinds.is_vehicle, kinds.is_plant)
_TABLES = frozenset({"table", "desk", "counter", "workbench", "countertop", "stove", "shelf"})
_LOW_M = 0.6
"""Metres. What is taller does not share a seat with a person, and stands on no table beside something."""
_MAX_CHAIN = 3


def belongs_to_nearest(pending: Pending, mention: Mention) -> bool:
    """Whether only the last subject has the object: "a cat, a dog and a girl with an umbrella"."""
    if pending.kind not in ("with", "holding", "wearing", "eating"):
        return False
    if pending.text in VERBS and all(kinds.is_person(one.drawing) for one in pending.subjects):
        return False
    alike = len({one.drawing for one in pending.subjects}) == 1
    return not alike and mention.indefinite and not kinds.is_animate(mention.drawing) and not is_support(mention)


def continues_objects(last: Pending | None, group: Sequence[Mention], mention: Mention) -> bool:
    """Whether "and" adds an object to the last relation: "wearing a hat and sunglasses"."""
    if last is None or not last.subjects or mention in last.subjects or not group:
        return False
    before = group[-1]
    if last.kind == "wearing":
        return is_worn(mention) or mention.noun.split()[-1] in things.CLOTHES
    if last.kind in ("holding", "eating"):
        is_borne = mention.drawing == "figure:baby" and last.text in ("carrying", "carries", "holding", "holds")
        return is_borne or (not kinds.is_animate(mention.drawing) and not is_support(mention))
    if last.kind == "with":
        return not kinds.is_animate(mention.drawing) or kinds.is_animate(before.drawing)
    if last.kind in ("surrounded", "around", "beside", "looking_at"):
        return not mention.indefinite or not before.indefinite
    return False


def choose_subjects(
    pending: Pending, mention: Mention, last: Pending | None, group: Sequence[Mention], links: Sequence[Link]
) -> Pending:
    """`pending` with the subjects that the object is about. `last` is the relation before, `group` its object."""
    on_the_way = last is not None and last.kind == "riding"
    nearest = group[-1] if group and kinds.is_animate(group[-1].drawing) else None
    if pending.kind == "with" and is_worn(mention) and nearest is not None and not on_the_way:
        return replace(pending, subjects=[nearest])
    if pending.kind == "in" and is_clothing_of(nearest, mention) and nearest not in pending.subjects:
        return replace(pending, subjects=list(group[-1:]))  # "a horse with a rider in a red jacket"
    if (
        pending.kind in ("in", "with")
        and last is not None
        and not any(kinds.is_animate(one.drawing) for one in pending.subjects)
    ):
        # "a lumberjack chopping wood in a plaid shirt"
        wearers = [one for one in find_occupants(last.subjects, links) if kinds.is_animate(one.drawing)]
        wearers = wearers or _find_users(pending.subjects, links)
        if wearers and all(is_clothing(one, mention) for one in wearers):
            return replace(pending, subjects=wearers)
    riders = [one for one in pending.subjects if kinds.is_animate(one.drawing)]
    if pending.kind in ("on", "riding") and riders and "mount" in thing_of(mention.drawing).traits:
        # "cacti and a lone cowboy on a horse"
        return replace(pending, subjects=riders)
    if last is None or not pending.subjects:
        return pending
    if pending.kind == "on" and last.kind in ("on", "riding") and nearest is not None:
        # "a snail on a turtle on a rock": the turtle is on the rock
        is_tower = all(kinds.is_animal(one.drawing) for one in (*pending.subjects, nearest))
        return replace(pending, subjects=[nearest]) if is_tower else pending
    if pending.kind == "in" and _is_caught_in(mention, last, group):
        return replace(pending, subjects=list(group[-1:]))
    if pending.kind == "on" and _is_worked_on(mention, last, group):
        # "a vet examining a puppy on a table"
        return replace(pending, subjects=list(group[-1:]))
    if pending.kind == "with":
        owners = _find_owners(pending.subjects[-1], mention, last, links)
        return replace(pending, subjects=owners) if owners else pending
    return pending


def _find_users(used: Group, links: Sequence[Link]) -> Group:
    """Who does something with these things."""
    users = [link.subject for link in links if link.object in used and kinds.is_animate(link.subject.drawing)]
    return list(dict.fromkeys(users))


def is_clothing_of(wearer: Mention | None, mention: Mention) -> bool:
    """Whether the person who is named last has these clothes on."""
    return wearer is not None and kinds.is_person(wearer.drawing) and is_clothing(wearer, mention)


def _is_worked_on(mention: Mention, last: Pending, group: Sequence[Mention]) -> bool:
    """Whether what a person does something with is on a table, and not the person."""
    is_done = last.text in VERBS and all(kinds.is_person(one.drawing) for one in last.subjects)
    is_table = mention.noun.split()[-1] in _TABLES
    return is_done and is_table and bool(group) and group[-1] not in last.subjects


def _is_caught_in(mention: Mention, last: Pending, group: Sequence[Mention]) -> bool:
    """Whether the fireflies are in the jar, and not who catches them; so is what somebody is "with"."""
    is_small = "container" in thing_of(mention.drawing).traits and height_of(mention) < _LOW_M
    is_done = last.text in VERBS and all(kinds.is_person(one.drawing) for one in last.subjects)
    is_done = is_done or (last.text == "with" and bool(group) and not kinds.is_animate(group[-1].drawing))
    return is_small and is_done and bool(group) and group[-1] not in last.subjects


def is_served(pending: Pending, mention: Mention, last: Pending, group: Sequence[Mention]) -> bool:
    """Whether a vessel holds the food and not the eater: "a mouse eating cheese on a plate"."""
    if last.kind != "eating" or pending.kind not in ("on", "in") or not group:
        return False
    return kinds.is_food(group[-1].drawing) and mention.noun.split()[-1] in things.TABLEWARE


def _find_owners(place: Mention, mention: Mention, last: Pending, links: Sequence[Link]) -> Group:
    """Who has what is named after a place: "a boy on a bench with a book" has the book, a table with a bowl has it."""
    if last.kind not in _PLACED or not last.subjects or kinds.is_animate(place.drawing):
        return []
    first = last.subjects[0]
    if last.kind in BESIDES and not can_hold_things(place) and is_support(first) and not is_seat(first):
        # "a table by the window with a bowl of lemons"
        return list(last.subjects)
    people = [one for one in find_occupants(last.subjects, links) if kinds.is_animate(one.drawing)]
    if not people or kinds.is_animate(mention.drawing):
        return []
    if is_worn(mention) and last.kind in _OCCUPIED:
        return people
    if is_part_of(place, mention) or kinds.is_building(place.drawing) or kinds.is_plant(place.drawing):
        return []
    is_free = is_seat(place) or not (can_hold_things(place) or kinds.is_vehicle(place.drawing))
    is_held = not (is_too_large_to_hold(mention) or is_support(mention) or mention.noun in things.PARTS_OF_FURNITURE)
    return people if is_free and is_held and all(kinds.is_person(one.drawing) for one in people) else []


def find_occupants(subjects: Sequence[Mention], links: Sequence[Link]) -> Group:
    """Who is on or in the subjects; the subjects themselves, if no one is."""
    found = list(subjects)
    for _ in range(_MAX_CHAIN):
        inside = [link.subject for link in links if link.object in found and link.kind in _OCCUPIED]
        if not inside or all(kinds.is_animate(one.drawing) for one in found):
            break
        found = inside
    return list(dict.fromkeys(found))


def redirect_to_neighbours(pending: Pending, mention: Mention, last: Pending | None, links: Sequence[Link]) -> Pending:
    """Relates the object to the earlier subjects: the cat of "a cat on a sofa next to a dog" is next to the dog."""
    if last is None or pending.kind not in BESIDES or not last.subjects:
        return pending
    support = pending.subjects[0]
    if last == pending and "container" in thing_of(support.drawing).traits:
        # "an aquarium with a shark, a crab and a chest" holds all of them.
        return pending
    if last.kind == "on" and pending.kind == "beside" and is_support(support) and fits_on(support, mention):
        return replace(pending, subjects=last.subjects)
    if not kinds.is_animate(mention.drawing) or mention in last.subjects:
        return pending
    if any(kinds.is_animate(one.drawing) for one in pending.subjects):
        return pending
    animate = [one for one in find_occupants(last.subjects, links) if kinds.is_animate(one.drawing)]
    return replace(pending, subjects=animate) if animate else pending


def fits_on(support: Mention, mention: Mention) -> bool:
    """Whether what is beside something on a support is on it, too: the cup, not the window."""
    if any(test(mention.drawing) for test in _TOO_LARGE_FOR_SUPPORT) or is_support(mention):
        return False
    if is_seat(support) and not is_wide_seat(support):
        return False
    return height_of(mention) <= _LOW_M
