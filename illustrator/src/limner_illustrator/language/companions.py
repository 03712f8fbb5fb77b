"""Places those who take part in what somebody does: on the same sofa, in the same boat, beside and not on others."""

from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.mention import Link, Mention
from limner_illustrator.language.relation_rules import is_wide_seat
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.natural_size import natural_height

_AT_A_DISTANCE = frozenset({"feeding", "painting", "photographing", "waving", "teaching"})
_MOVING_ALONG = frozenset({"leading", "pushing", "pulling", "walking", "running", "holding-hands"})
_WAYS = frozenset({"steps", "pier", "road", "rails"})
_MAX_PASSENGER_M = 1.2


def place_companions(links: list[Link]) -> None:
    """Changes the links of all who watch, come along or are treated."""
    seat_watchers(links)
    seat_companions(links)
    hand_over_tools(links)
    bathe_washed(links)
    unstack_people(links)
    take_along(links)
    lead_along(links)


def seat_watchers(links: list[Link]) -> None:
    """Seats those who watch, and not what they watch: "a family watching tv on the sofa"."""
    for at, link in enumerate(list(links)):
        watchers = [one.subject for one in links if one.kind == "looking_at" and one.object is link.subject]
        is_seat = not {"seat", "sit_on"}.isdisjoint(thing_of(link.object.drawing).traits)
        if watchers and link.kind == "on" and is_seat and not kinds.is_animate(link.subject.drawing):
            links[at] = replace(link, subject=watchers[0])
            links += [replace(link, subject=one) for one in watchers[1:]]


def seat_companions(links: list[Link]) -> None:
    """Seats those who are with someone on a wide seat: "a mother reading to her children on a sofa"."""
    for at, link in enumerate(list(links)):
        if link.kind != "on" or not is_wide_seat(link.object) or link.subject.action in _AT_A_DISTANCE:
            continue
        placed = {one.subject for one in links if one.kind in ("on", "in", "riding", "behind", "under")}
        both_people = kinds.is_person(link.subject.drawing)
        for one in list(links) if both_people else links[:at]:
            is_with = one.subject is link.subject and one.kind == "beside" and one.object not in placed
            if is_with and kinds.is_person(one.object.drawing):
                one.object.action = one.object.action or "sitting"
                links.append(replace(link, subject=one.object))


def hand_over_tools(links: list[Link]) -> None:
    """Gives the fishing rod that a boat "has" to the one who is in the boat."""
    for at, link in enumerate(links):
        crew = [
            one.subject
            for one in links
            if one.kind in ("in", "on") and one.object is link.object and kinds.is_person(one.subject.drawing)
        ]
        if link.kind == "in" and link.subject.drawing == "noto:fishing-pole" and crew:
            links[at] = Link(crew[0], "holding", link.subject)
            crew[0].action = crew[0].action or "fishing"


def bathe_washed(links: list[Link]) -> None:
    """Puts into the bathtub who is washed, and not who washes: "a boy washing his dog in the bathtub"."""
    for at, link in enumerate(links):
        washed = [
            one.object
            for one in links
            if one.subject is link.subject
            and one.subject.action in ("petting", "scrubbing")
            and kinds.is_animate(one.object.drawing)
        ]
        if link.kind == "in" and link.object.drawing == "own:bathtub" and washed:
            links[at] = replace(link, subject=washed[0])


def take_along(links: list[Link]) -> None:
    """Takes into a boat or car who is with its driver: "a man rowing a boat with his dog"."""
    for link in list(links):
        if link.kind != "in" or not kinds.is_vehicle(link.object.drawing) or not kinds.is_person(link.subject.drawing):
            continue
        placed = {one.subject for one in links if one.kind in ("on", "in", "riding", "behind", "under")}
        for one in list(links):
            other = one.object
            if one.subject is not link.subject or one.kind != "beside" or other in placed:
                continue
            if kinds.is_animate(other.drawing) and not kinds.lives_in_water(other.drawing) and _fits_beside(other):
                links.append(replace(link, subject=other))


def lead_along(links: list[Link]) -> None:
    """Takes onto a bridge or stairs, or around a tree, who is led, pushed or chased there."""
    for link in list(links):
        way = thing_of(link.object.drawing)
        is_way = link.kind == "on" and ("span" in way.traits or way.name in _WAYS)
        if not is_way and link.kind != "around":
            continue
        placed = {one.subject for one in links if one.kind in ("on", "in", "riding", "behind", "under", "around")}
        for one in list(links):
            moves = one.kind == "left" or (one.kind == "beside" and one.subject.action in _MOVING_ALONG)
            if one.subject is link.subject and moves and one.object not in placed and one.object is not link.object:
                links.append(replace(link, subject=one.object))


def _is_no_mount(mention: Mention) -> bool:
    if kinds.is_person(mention.drawing):
        return True
    return kinds.is_animal(mention.drawing) and "mount" not in thing_of(mention.drawing).traits


def _fits_beside(passenger: Mention) -> bool:
    if kinds.is_person(passenger.drawing):
        return True
    return natural_height(Entity(id="e0", noun=passenger.noun, drawing=passenger.drawing)) <= _MAX_PASSENGER_M


def unstack_people(links: list[Link]) -> None:
    """Places people beside each other and beside a fire, not on top: only who is on shoulders rides there."""
    for at, link in enumerate(links):
        holders = [one.subject for one in links if one.kind == "holding" and one.object is link.subject]
        if link.kind == "above" and holders and holders[0].action in ("roasting", "cooking"):
            links[at] = replace(link, subject=holders[0], kind="beside")
        if link.kind == "on" and kinds.is_person(link.subject.drawing) and _is_no_mount(link.object):
            links[at] = replace(link, kind="beside")
