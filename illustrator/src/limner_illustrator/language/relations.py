"""Collects the relations between mentions: which become links, and which become a look or vanish inside."""

from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.activity_rules import adapt_to_activity, fit_to_holder
from limner_illustrator.language.clothing import add_clothes, choose_hat, dress_as, has_helmet, shows_costume
from limner_illustrator.language.glassware import GLASS
from limner_illustrator.language.heaps import is_pile_of
from limner_illustrator.language.mention import Link, Mention
from limner_illustrator.language.relation_rules import (
    adapt_things,
    can_hold_things,
    fit_to_relation,
    has_own_table,
    is_cover,
    is_own_vessel,
    is_part_of,
    is_put_on,
    is_too_large_for,
    is_worn,
    is_wrapping,
    resolve_relation,
    shows_only_subject,
)
from limner_illustrator.language.vessels import close_vessel, is_concealed, is_liquid_in
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.layout.kinds import BLANKET
from limner_illustrator.scene import Area, RelationKind

PART_OF = "the part of"
"""Ends the text of a relation to a part: "in the hand of"."""
_SIDES: dict[str, Area] = {"left": "left", "right": "right"}
_ANY_GARMENT = "own:generic-garment"
_EXACT: frozenset[RelationKind] = frozenset({"left", "right", "above", "below", "behind", "front", "under"})


class Relations:
    def __init__(self) -> None:
        self.links: list[Link] = []
        self._pairs: set[tuple[int, int]] = set()
        self.dressed: set[int] = set()
        """`id()` of mentions that became looks of another mention."""
        self._vessels: dict[int, Mention] = {}
        """By `id()` of a drink or dish, the cup or bowl that is drawn for both."""
        self.hidden: set[int] = set()
        """`id()` of mentions that a closed thing conceals."""
        self._looks: dict[int, tuple[Mention, list[str]]] = {}
        """The wearer of a garment, by its `id()`, and the wearer's attributes without it."""

    def between(self, one: Mention, other: Mention) -> list[Link]:
        return [link for link in self.links if {id(link.subject), id(link.object)} == {id(one), id(other)}]

    def container_of(self, thing: Mention) -> Mention:
        """What it is in, or itself."""
        return next((one.object for one in reversed(self.links) if one.subject is thing and one.kind == "in"), thing)

    def forget(self, one: Mention, other: Mention) -> None:
        gone = self.between(one, other)
        for mention in (one, other):
            close_vessel(mention)
        self.links = [link for link in self.links if link not in gone]
        self._pairs -= {(id(one), id(other)), (id(other), id(one))}

    def add(self, *links: Link) -> None:
        self.links += links
        self._pairs |= {(id(link.subject), id(link.object)) for link in links}

    def take_off(self, thing: Mention, kind: RelationKind) -> None:
        """Has a thing held that was read as worn: "a puppy with a slipper in its mouth"."""
        if id(thing) in self._looks:
            wearer, bare = self._looks.pop(id(thing))
            wearer.attributes = bare
            self.dressed.discard(id(thing))
            self.add(Link(wearer, kind, thing))
        self.links = [
            replace(link, kind=kind) if link.object is thing and link.kind == "wearing" else link for link in self.links
        ]

    def relate(self, subject: Mention, relation: str, target: Mention, text: str) -> str | None:
        """Adds the relation between two mentions, and returns its final kind."""
        subject = self._vessels.get(id(subject), subject)
        if subject is target:
            return None
        if relation == "in" and is_too_large_for(subject, target):
            # "A bicycle with flowers in the basket": the flowers are in it.
            fitting = [one.object for one in self.links if one.subject is subject and one.object is not target]
            if not fitting:
                return None
            subject = fitting[-1]
        if text.startswith("carry") and kinds.is_person(target.drawing) and "mount" in thing_of(subject.drawing).traits:
            subject.action = None
            return self.relate(target, "riding", subject, "riding")
        if relation == "right" and text in VERBS and kinds.is_animate(target.drawing):
            # Who flees is chased.
            target.action = target.action or "running"
            return self.relate(target, "left", subject, "chasing")
        if text.endswith(PART_OF) and kinds.is_animate(target.drawing):
            # "a feather in the hand of a girl", "a scarf around the neck of a giraffe"
            carried = "holding" if relation == "in" else "wearing" if is_worn(subject) else None
            if carried is not None:
                return self.relate(target, carried, subject, carried)
        if relation == "dressed":
            (self.dressed if shows_costume(subject, target.noun) else self.hidden).add(id(target))
            dress_as(subject, target)
            return relation
        is_part = relation == "with" and is_part_of(subject, target)
        if is_part and not (kinds.is_building(subject.drawing) or kinds.is_plant(subject.drawing)):
            self.hidden.add(id(target))  # the note says that it is not drawn
            return relation
        if is_part:
            self.dressed.add(id(target))
            look = f"{target.color or ''}-{target.noun}".strip("-")
            subject.attributes = list(dict.fromkeys([*subject.attributes, look]))
            if kinds.is_plant(subject.drawing):
                subject.color = subject.color or target.color
            return relation
        if relation in ("in", "on", "of") and kinds.is_building(target.drawing) and is_part_of(target, subject):
            # "a blue door in a yellow house"
            self.dressed.add(id(subject))
            self._vessels[id(subject)] = target
            target.attributes.append(f"{subject.color or ''}-{subject.noun}".strip("-"))
            return relation
        if relation in ("in", "on") and kinds.is_building(subject.drawing) and is_part_of(subject, target):
            # "a cabin with a light in the window"
            self.dressed.add(id(target))
            return relation
        relation = adapt_to_activity(subject, relation, target, text)
        if relation == "under" and is_cover(target):
            if not (kinds.is_animal(subject.drawing) and subject.count == 1):
                self.hidden.add(id(target))
                return relation
            target.drawing = BLANKET
        if shows_only_subject(subject, relation, target):
            self.dressed.add(id(target))
            if relation == "of" and kinds.is_food(target.drawing) and is_own_vessel(target, subject):
                # A mug of beer is a beer mug.
                subject.drawing = target.drawing
                subject.attributes += target.noun.split()
            if relation == "of":
                self._vessels[id(target)] = subject
            if subject.drawing == GLASS and is_own_vessel(target, subject):
                subject.drawing = target.drawing
            return relation
        if has_own_table(subject, target, text, self.links):
            self.dressed.add(id(target))
            return relation
        if (
            is_concealed(subject, relation, text)
            or is_wrapping(relation, target)
            or is_liquid_in(subject, relation, target)
        ):
            self.hidden.add(id(target))
            return relation
        if relation in ("wearing", "with", "in") and is_put_on(subject, target, text):
            self.dressed.add(id(target))
            self._looks[id(target)] = (subject, list(subject.attributes))
            if target.noun.endswith(" costume") and not shows_costume(subject, target.noun):
                self.dressed.discard(id(target))
                self.hidden.add(id(target))
            add_clothes(subject, target)
            return "wearing"
        if relation == "of" and not can_hold_things(subject):
            if kinds.is_vehicle(target.drawing) or kinds.is_building(target.drawing):
                # "the wheel of a ship" shows the whole ship.
                subject.noun, subject.drawing, subject.count = target.noun, target.drawing, target.count
                self.dressed.add(id(target))
                return relation
            if is_pile_of(subject, target):
                self.dressed.add(id(subject))
                self._vessels[id(subject)] = target
                return relation
            if subject.noun.split()[-1] not in things.BUILT:
                self.dressed.add(id(target))
                return relation
            relation = "made"
        if relation == "wearing" and target.drawing == _ANY_GARMENT and kinds.is_person(subject.drawing):
            self.hidden.add(id(target))  # it would be put on the head
            return relation
        if relation in ("wearing", "with", "in") and has_helmet(subject, target):
            self.dressed.add(id(target))
            return "wearing"
        adapt_things(subject, relation, target, text, self.links)
        found, turned = resolve_relation(subject, relation, target, text)
        if found == "on" and relation in _SIDES:
            subject.area = _SIDES[relation]
        fit_to_holder(subject, found, target)
        if found == "wearing":
            choose_hat(subject, target)
        fit_to_relation(*((target, subject) if turned else (subject, target)), found)
        is_towel = "towel" in target.noun
        if (
            found == "on"
            and target.drawing == "own:folded-cloth"
            and (not is_towel or kinds.is_animate(subject.drawing))
        ):
            # what somebody sits on is spread out
            target.drawing = "own:beach-towel" if is_towel else "own:rug"
        if found in ("wearing", "holding") and target.count > 1 and not target.numbered and not turned:
            target.count = max(target.count, subject.count) if found == "holding" else subject.count
        if found in _EXACT and any(one.kind == "beside" for one in self.between(subject, target)):
            self.forget(subject, target)  # "a house with a dog behind it" is read as beside it at first
        link = Link(target, found, subject) if turned else Link(subject, found, target)
        pair, turned_pair = (id(link.subject), id(link.object)), (id(link.object), id(link.subject))
        if pair not in self._pairs and not (
            turned_pair in self._pairs
            and any(one.kind == link.kind and one.subject is link.object for one in self.links)
        ):
            self.add(link)
        return found
