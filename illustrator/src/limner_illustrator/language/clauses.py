"""Reads the relations between the mentions of a prompt from the words between them."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.activity_rules import adapt_to_activity, add_activity_to_seat
from limner_illustrator.language.clothing import add_clothes
from limner_illustrator.language.mention import Group, Item, Link, Mention, Pending
from limner_illustrator.language.relation_rules import (
    FILLED,
    adapt_things,
    can_hold_things,
    find_opposite,
    fit_to_relation,
    is_clothing,
    is_part_of,
    is_support,
    is_worn,
    resolve_relation,
    shows_only_subject,
)
from limner_illustrator.language.senses import AMBIENT
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.relations import AMBIENT_ADJECTIVES, PREPOSITIONS
from limner_illustrator.language.vocabulary.verbs import HANDLING, VERBS, Verb
from limner_illustrator.subjects.wardrobe.garments import COSTUMES, kind_of_costume

# After these relations the subject stays in focus: the fox of "a fox wearing a hat on a hill" is on the hill.
_KEEPS_FOCUS: frozenset[str] = frozenset({"wearing", "holding", "eating", "riding", "looking_at"})
_SIDES: frozenset[str] = frozenset({"left", "right", "behind", "front", "above"})
_BESIDES: frozenset[str] = frozenset({"beside", "left", "right", "behind", "front", "with", "looking_at"})
_ANIMATE_ACTIONS: frozenset[str | None] = frozenset(
    {"walking", "standing", "sitting", "lying", "riding", "reading", "eating"}
)
_TOO_LARGE_FOR_SUPPORT = (kinds.is_animate, kinds.is_building, kinds.is_vehicle, kinds.is_plant)
_PLACES = ("backdrop", "place", "weather", "time")


class ClauseReader:
    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._group: Group = []
        """The mentions that "and" extends and that the next preposition applies to."""
        self._focus: Group = []
        self._doers: Group = []
        self._pending: Pending | None = None
        self._last: Pending | None = None
        self._inverse: Pending | None = None
        """A relation whose object came first: "On the table there is ..."."""
        self._joined = False
        self._between: list[Mention] = []
        self._side: str | None = None
        self._is_by_water = False
        self._seen: list[Mention] = []
        self.links: list[Link] = []
        self._linked: set[tuple[int, int]] = set()
        self.dressed: set[int] = set()
        """`id()` of mentions that became looks of another mention."""

    def read(self) -> list[Link]:
        for item in self._items:
            if isinstance(item, Mention):
                self._read_mention(item)
            else:
                self._read_token(item)
        self._link_sides()
        return self.links

    def dressed_nouns(self) -> set[str]:
        return {one.noun for one in self._seen if id(one) in self.dressed}

    def _read_token(self, token: Token) -> None:
        match token.kind:
            case "verb":
                self._read_verb(token)
            case "relation" | "with" | "shaped" | "made" | "dressed" | "between" | "surrounded" | "of":
                kind = token.value if token.kind == "relation" else token.kind
                if kind not in PREPOSITIONS and not self._group:
                    self._joined = False
                    return
                subjects = self._group[-1:] if token.text in FILLED else self._find_subjects(kind, token.text)
                self._pending = Pending(kind, list(subjects), token.text)
                self._joined = False
            case "material":
                if self._pending is not None and self._pending.kind in ("made", "of"):
                    for subject in self._pending.subjects:
                        subject.material = token.value
                    self._pending = None
            case "coat":
                for mention in self._group:
                    mention.attributes.append(token.value)
            case "side":
                self._read_side(token.value)
            case "pronoun":
                self._read_pronoun(token.text)
            case "and" | "comma":
                self._joined = True
                if not self._between:
                    self._pending = None
            case "stop" | "break":
                self._end_clause(hard=token.kind == "stop")
            case "body":
                if self._pending is not None and self._pending.kind == "with":
                    # "with a beard and glasses": the glasses are worn, too.
                    self._last, self._group = self._pending, list(self._pending.subjects)
                if token.text in ("arms", "lap"):
                    self._hold_last()
                self._pending = None
            case kind if kind in AMBIENT:
                self._is_by_water = self._is_by_water or (kind == "backdrop" and BACKDROPS[token.value].has_shore)
                if kind in _PLACES and token.text not in AMBIENT_ADJECTIVES and self._pending is not None:
                    self._focus = self._pending.subjects or self._focus
                    self._pending = None
            case _:
                pass

    def _hold_last(self) -> None:
        """Makes "a woman with a baby in her arms" hold the baby."""
        for at, link in enumerate(self.links):
            if link.kind == "beside" and self._group == [link.object] and kinds.is_animate(link.object.drawing):
                self.links[at] = replace(link, kind="holding")

    def _find_subjects(self, kind: str, text: str) -> Group:
        if kind in ("shaped", "made", "of"):
            return list(self._group[-1:])
        last = self._last
        if last is not None and kind in ("in", "on", "under"):
            # "a cat watching a fish in a bowl": the fish is in the bowl; "pushing a girl on a swing": so is the girl
            moved = last.text in ("pushing", "pushes", "pulling", "pulls") and self._group
            if last.kind == "looking_at" or (moved and kinds.is_animate(self._group[-1].drawing)):
                return list(self._group[-1:])
        if last is not None and text in ("into", "onto", "over", "out of", "from") and last.text in HANDLING:
            # "pouring coffee into a cup": the coffee is in the cup
            return list(self._group[-1:])
        return list(self._focus or self._group)

    def _read_verb(self, token: Token) -> None:
        verb: Verb = token.value
        doers = self._find_doers()
        for doer in doers:
            if verb.action in _ANIMATE_ACTIONS and not kinds.is_animate(doer.drawing):
                continue
            add_activity_to_seat(doer, verb.action)
            if verb.action is not None and (doer.action is None or verb.relation is None):
                doer.action = doer.action or verb.action
        self._pending = Pending(verb.relation or "doing", doers, token.text) if doers else None
        if doers:
            self._focus = doers
        self._joined = False

    def _find_doers(self) -> Group:
        animate = [one for one in self._group if kinds.is_animate(one.drawing)]
        if (
            self._group
            and (len(animate) == len(self._group))
            and (self._last is None or self._last.kind not in ("wearing", "holding", "eating", "dressed"))
        ):
            return list(self._group)
        if self._focus and any(kinds.is_animate(one.drawing) for one in self._focus):
            return list(self._focus)
        return list(self._doers or self._group)

    def _read_mention(self, mention: Mention) -> None:
        pending, self._pending = self._pending, None
        if mention not in self._seen:
            self._seen.append(mention)
        if mention.is_crop:
            self._joined = False
        elif self._between:
            self._close_between(mention)
        elif pending is not None and pending.kind == "with" and self._belongs_to_water(mention):
            self._add_subject(mention)
        elif pending is not None and len(pending.subjects) > 1 and self._belongs_to_nearest(pending, mention):
            self._add_object(replace(pending, subjects=pending.subjects[-1:]), mention)
        elif pending is not None and pending.subjects and mention not in pending.subjects:
            self._add_object(pending, mention)
        elif pending is not None and not pending.subjects:
            self._inverse = Pending(pending.kind, [mention], pending.text)
            self._group, self._focus, self._last = [], [], None
        elif self._joined and self._continues_objects(mention):
            self._add_object(self._repeat_relation(mention), mention)
        else:
            self._add_subject(mention)
        self._joined = False
        if self._side is not None:
            mention.side, self._side = self._side, None

    def _belongs_to_water(self, mention: Mention) -> bool:
        """Whether the object belongs to nearby water: "a table beside a pond with ducks"."""
        return self._is_by_water and is_at_home_on_water(mention.drawing)

    def _belongs_to_nearest(self, pending: Pending, mention: Mention) -> bool:
        """Whether only the last subject has the object: "a cat, a dog and a girl with an umbrella"."""
        if pending.kind not in ("with", "holding", "wearing", "eating"):
            return False
        alike = len({one.drawing for one in pending.subjects}) == 1
        return not alike and mention.indefinite and not kinds.is_animate(mention.drawing) and not is_support(mention)

    def _repeat_relation(self, mention: Mention) -> Pending:
        last = self._last or Pending("beside", [], "")
        return replace(last, kind="with") if last.kind == "holding" and is_worn(mention) else last

    def _continues_objects(self, mention: Mention) -> bool:
        """Whether "and" adds an object to the last relation: "wearing a hat and sunglasses"."""
        last = self._last
        if last is None or not last.subjects or mention in last.subjects or not self._group:
            return False
        before = self._group[-1]
        if last.kind == "wearing":
            return is_worn(mention) or mention.noun.split()[-1] in things.CLOTHES
        if last.kind in ("holding", "eating"):
            return not kinds.is_animate(mention.drawing) and not is_support(mention)
        if last.kind == "with":
            return not kinds.is_animate(mention.drawing) or kinds.is_animate(before.drawing)
        if last.kind in ("surrounded", "around", "beside", "looking_at"):
            return not mention.indefinite or not before.indefinite
        return False

    def _add_subject(self, mention: Mention) -> None:
        if self._last is not None and self._last.text in ("pouring", "pours") and mention.noun in things.POURED_FROM:
            self._add_object(self._last, mention)
            return
        if self._inverse is not None:
            self._link(mention, self._inverse.kind, self._inverse.subjects[0], self._inverse.text)
        if self._joined and self._last is None:
            self._group = [*self._group, mention]
        else:
            self._group = [mention]
        self._last = None
        self._focus = list(self._group)
        if kinds.is_animate(mention.drawing):
            self._doers = [one for one in self._group if kinds.is_animate(one.drawing)]

    def _add_object(self, pending: Pending, mention: Mention) -> None:
        if pending.kind == "between":
            self._between = [*pending.subjects[:1], mention]
            if mention.count > 1:
                self._link_between(pending.subjects[0], mention)
                self._between = []
            return
        if (pending.kind == "of" or pending.text in FILLED) and self._last is not None:
            # Contents do not change the relation that the container is part of.
            for subject in pending.subjects:
                self._link(subject, pending.kind, mention, pending.text)
            self._group = [mention]
            return
        kind: str = pending.kind
        on_the_way = self._last is not None and self._last.kind == "riding"
        wearer = self._group[-1] if self._group and kinds.is_animate(self._group[-1].drawing) else None
        if pending.kind == "with" and is_worn(mention) and wearer is not None and not on_the_way:
            pending = replace(pending, subjects=[wearer])
        if pending.kind == "with" and self._belongs_on_support(pending):
            pending = replace(pending, subjects=self._last.subjects if self._last else pending.subjects)
        support = pending.subjects[0] if pending.subjects else None
        about = self._redirect_to_neighbours(pending, mention)
        if about is not pending and support is not None and not kinds.is_animate(mention.drawing):
            self._link(mention, "on", support, "on")
        pending = about
        for subject in pending.subjects:
            kind = self._link(subject, pending.kind, mention, pending.text) or kind
        self._last = replace(
            pending, kind="with" if pending.kind == "with" and kind not in ("wearing", "holding") else kind
        )
        self._group = [mention]
        pets = kinds.is_animate(mention.drawing) and all(kinds.is_animate(one.drawing) for one in pending.subjects)
        handled = pending.text in VERBS and not kinds.is_animate(mention.drawing) and kind == "beside"
        about_the_doer = handled or kind in _KEEPS_FOCUS or pending.kind in ("with", "dressed") or pets
        self._focus = list(pending.subjects) if about_the_doer else [mention]

    def _belongs_on_support(self, pending: Pending) -> bool:
        """Whether the object is on the earlier support: "a table by the window with a bowl of lemons"."""
        last = self._last
        if last is None or last.kind not in _BESIDES or not last.subjects or can_hold_things(pending.subjects[-1]):
            return False
        return is_support(last.subjects[0]) and not kinds.is_animate(pending.subjects[-1].drawing)

    def _redirect_to_neighbours(self, pending: Pending, mention: Mention) -> Pending:
        """Relates the object to the earlier subjects: the cat of "a cat on a sofa next to a dog" is next to the dog."""
        last = self._last
        if last is None or pending.kind not in _BESIDES or not last.subjects:
            return pending
        on_a_table = last.kind == "on" and pending.kind == "beside" and is_support(pending.subjects[0])
        if on_a_table and not any(test(mention.drawing) for test in _TOO_LARGE_FOR_SUPPORT) and not is_support(mention):
            return replace(pending, subjects=last.subjects)
        if not kinds.is_animate(mention.drawing):
            return pending
        if any(kinds.is_animate(one.drawing) for one in pending.subjects) or mention in last.subjects:
            return pending
        animate = [one for one in last.subjects if kinds.is_animate(one.drawing)]
        return replace(pending, subjects=animate) if animate else pending

    def _close_between(self, second: Mention) -> None:
        middle, first = self._between
        self._between = []
        self._add_links(Link(middle, "right", first), Link(middle, "left", second))
        self._group, self._focus = [second], [middle]

    def _link_between(self, subject: Mention, others: Mention) -> None:
        """Left and right of the same things at once means between them."""
        self._add_links(Link(subject, "right", others), Link(subject, "left", others))

    def _add_links(self, *links: Link) -> None:
        self.links += links
        self._linked |= {(id(link.subject), id(link.object)) for link in links}

    def _link(self, subject: Mention, relation: str, target: Mention, text: str) -> str | None:
        """Adds the relation between two mentions, and returns its final kind."""
        if subject is target:
            return None
        if relation == "dressed":
            self.dressed.add(id(target))
            if target.noun not in subject.attributes:
                subject.attributes.append(target.noun)
            kind = target.drawing.partition(":")[2]
            if kinds.is_animal(subject.drawing) and kind in COSTUMES and kind_of_costume(target.noun) not in COSTUMES:
                subject.attributes.append(kind)
            return relation
        if relation == "with" and is_part_of(subject, target):
            self.dressed.add(id(target))
            look = f"{target.color or ''}-{target.noun}".strip("-")
            subject.attributes = list(dict.fromkeys([*subject.attributes, look]))
            if kinds.is_plant(subject.drawing):
                subject.color = subject.color or target.color
            return relation
        relation = adapt_to_activity(subject, relation, target, text)
        if shows_only_subject(subject, relation, target):
            self.dressed.add(id(target))
            return relation
        if relation in ("wearing", "with", "in") and is_clothing(subject, target):
            self.dressed.add(id(target))
            add_clothes(subject, target)
            return "wearing"
        if relation == "of" and not can_hold_things(subject):
            if kinds.is_vehicle(target.drawing) or kinds.is_building(target.drawing):
                # "the wheel of a ship" shows the whole ship.
                subject.noun, subject.drawing, subject.count = target.noun, target.drawing, target.count
                self.dressed.add(id(target))
                return relation
            if subject.noun.split()[-1] not in things.BUILT:
                self.dressed.add(id(target))
                return relation
            relation = "made"
        adapt_things(subject, relation, target, text, self.links)
        found, turned = resolve_relation(subject, relation, target, text)
        fit_to_relation(*((target, subject) if turned else (subject, target)), found)
        if found in ("wearing", "holding") and target.count > 1 and not target.numbered and not turned:
            target.count = max(target.count, subject.count) if found == "holding" else subject.count
        link = Link(target, found, subject) if turned else Link(subject, found, target)
        pair, turned_pair = (id(link.subject), id(link.object)), (id(link.object), id(link.subject))
        if pair not in self._linked and not (
            turned_pair in self._linked
            and any(one.kind == link.kind and one.subject is link.object for one in self.links)
        ):
            self._add_links(link)
        return found

    def _read_pronoun(self, text: str) -> None:
        pending, self._pending = self._pending, None
        if text in ("each other", "itself", "himself", "herself", "themselves") or not self._seen:
            return
        if pending is not None:
            others = [one for one in self._seen if one not in pending.subjects]
            if others and pending.subjects:
                opposite = find_opposite(self.links, pending)
                self._add_object(pending, opposite or (others[-1] if text == "them" else others[0]))
        elif not self._group:
            self._group = list(self._doers or self._seen[:1])
            self._focus = list(self._group)

    def _end_clause(self, *, hard: bool) -> None:
        self._pending = self._last = None
        self._group, self._focus, self._between = [], [], []
        self._joined = False
        if hard:
            self._inverse = None

    def _read_side(self, side: str) -> None:
        self._pending = None
        if self._group and not self._joined:
            for mention in self._group:
                mention.side = side
        else:
            self._side = side
            self._joined = False
            self._group, self._focus, self._last = [], [], None

    def _link_sides(self) -> None:
        """Relates mentions with a side to a mention on another side: "on the left a cat, on the right a dog"."""
        for mention in self._seen:
            if mention.side not in _SIDES:
                continue
            other = next((one for one in self._seen if one is not mention and one.side != mention.side), None)
            mirrored = other is not None and {mention.side, other.side} == {"left", "right"} and mention.side == "right"
            if other is not None and not mirrored:
                self._link(mention, mention.side or "", other, "")
