"""Reads the relations between the mentions of a prompt from the words between them."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language import inversions
from limner_illustrator.language.activity_rules import (
    carry_on_body,
    find_referent,
    read_roles,
)
from limner_illustrator.language.attachment import (
    belongs_to_nearest,
    choose_subjects,
    continues_objects,
    is_served,
    redirect_to_neighbours,
)
from limner_illustrator.language.body_places import attach_to_part, find_grip, find_hidden_in_hair, put_on_bearer
from limner_illustrator.language.companions import place_companions
from limner_illustrator.language.doers import (
    ANIMATE_ACTIONS,
    act,
    can_act,
    find_doers,
    keep_flying,
    keep_in_saddle,
    leave_the_busy,
)
from limner_illustrator.language.formations import arrange_group
from limner_illustrator.language.heaps import continues_filling
from limner_illustrator.language.leaning import hang_over, lay_down, lean_or_hide
from limner_illustrator.language.mention import Group, Item, Link, Mention, Pending
from limner_illustrator.language.picture_areas import place_in_area, relate_areas
from limner_illustrator.language.place_parts import (
    PLACE_KINDS,
    covers_place,
    find_building_of,
    is_built_up,
    is_part_of_place,
    names_only_kind,
)
from limner_illustrator.language.references import choose_referent
from limner_illustrator.language.relation_rules import (
    fill_place,
    find_opposite,
    is_worn,
)
from limner_illustrator.language.relations import Relations
from limner_illustrator.language.senses import AMBIENT
from limner_illustrator.language.simultaneous import add_activity_to_seat
from limner_illustrator.language.token import Token
from limner_illustrator.language.vessels import FILLED
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.relations import AMBIENT_ADJECTIVES, PREPOSITIONS
from limner_illustrator.language.vocabulary.verbs import HANDLING, VERBS, Verb

# After these relations the subject stays in focus: the fox of "a fox wearing a hat on a hill" is on the hill.
_KEEPS_FOCUS: frozenset[str] = frozenset({"wearing", "holding", "eating", "riding", "looking_at"})
_OWN = frozenset({"wearing", "holding", "with"})
_BACKDROPPED = frozenset({"behind", "around", "surrounded", "below", "above"})


class ClauseReader:
    def __init__(self, items: Sequence[Item]) -> None:
        self._items = read_roles(items)
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
        self._is_at_place = False
        """Whether a place or scenery, and no thing, has been named last."""
        self._backdrops: list[str] = []
        """Those that are named before."""
        self._shows_parts = False
        """Whether "with" has just followed a place whose houses have windows and doors."""
        self._seen: list[Mention] = []
        self._companions: Group = []
        """Earlier subjects with clothes or things of their own: the man of "a man in a suit and a woman in a dress"."""
        self._filling: tuple[Pending, Mention] | None = None
        """The last "of" or "full of", and its object."""
        self._relations = Relations()
        self._is_filled_place = False

    def read(self) -> list[Link]:
        for at, item in enumerate(self._items):
            if isinstance(item, Mention):
                self._read_mention(item)
            elif covers_place(self._items, at):
                pass
            elif not (self._pending and self._pending.subjects and names_only_kind(item, self._items[at + 1 : at + 3])):
                self._read_token(item)
        inversions.place_on_top(self._relations, self._pending, self._group)
        self._link_sides()
        place_companions(self._relations.links)
        return self._relations.links

    @property
    def unseen(self) -> set[int]:
        """`id()` of the mentions that are no things of their own in the picture."""
        return self._relations.dressed | self._relations.hidden

    def dressed_nouns(self) -> set[str]:
        return {one.noun for one in self._seen if id(one) in self._relations.dressed}

    def _read_token(self, token: Token) -> None:
        match token.kind:
            case "verb":
                self._read_verb(token)
            case "relation" | "with" | "shaped" | "made" | "dressed" | "between" | "surrounded" | "of":
                kind = token.value if token.kind == "relation" else token.kind
                if kind not in PREPOSITIONS and not self._group:
                    self._joined = False
                    self._is_filled_place = token.text in FILLED
                    self._shows_parts = kind == "with" and is_built_up(self._backdrops)
                    return
                if kind == "of" and self._pending is not None and self._pending.kind in PREPOSITIONS:
                    self._pending = inversions.relate_part(self._pending)
                    return
                if kind == "between" and self._joined:
                    # "and between them a chest"
                    self._pending, self._joined = Pending(kind, [], token.text), False
                    return
                subjects = self._group[-1:] if token.text in FILLED else self._find_subjects(kind, token.text)
                lean_or_hide(subjects, token.text)
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
            case "formation":
                self._pending = None
                arrange_group(self._group, token.value)
            case "side":
                self._read_side(token.value)
            case "pronoun":
                self._read_pronoun(token.text)
            case "and" | "comma":
                inversions.place_on_top(self._relations, self._pending, self._group)
                self._joined, self._is_at_place = True, False
                if not self._between:
                    self._pending = None
            case "stop" | "break":
                self._end_clause(hard=token.kind == "stop")
            case "body":
                if self._pending is not None and self._pending.kind == "with":
                    # "with a beard and glasses": the glasses are worn, too.
                    self._last, self._group = self._pending, list(self._pending.subjects)
                bearer = put_on_bearer(self._relations, token.text, self._pending, self._seen, self._group)
                if bearer is not None:
                    self._group, self._pending = [bearer], None
                if self._group and (grip := find_grip(token.text, self._pending)) is not None:
                    self._relations.take_off(self._group[-1], grip)
                carry_on_body(self._relations.links, self._group, token.text, self._pending)
                self._relations.links = attach_to_part(self._relations.links, self._group, token.text, self._pending)
                self._relations.hidden |= find_hidden_in_hair(self._relations.links, self._group, token.text)
                self._pending = None
            case kind if kind in AMBIENT:
                self._is_by_water = self._is_by_water or (kind == "backdrop" and BACKDROPS[token.value].has_shore)
                self._backdrops += [token.value] if kind == "backdrop" else []
                self._is_at_place = kind in (*PLACE_KINDS, "accent")
                if kind in PLACE_KINDS and token.text not in AMBIENT_ADJECTIVES and self._pending is not None:
                    hang_over(self._pending)
                    self._focus = self._pending.subjects or self._focus
                    self._pending = None
            case _:
                pass

    def _find_subjects(self, kind: str, text: str) -> Group:
        if kind in ("shaped", "made", "of"):
            return list(self._group[-1:])
        last = self._last
        if last is not None and kind in ("in", "on", "under"):
            # "a cat watching a fish in a bowl": the fish is in the bowl; "pushing a girl on a swing": so is the girl
            # "barking at a squirrel in a tree", "blowing out candles on a cake"
            is_animate = bool(self._group) and kinds.is_animate(self._group[-1].drawing)
            is_moved = is_animate and last.text in ("pushing", "pushes", "pulling", "pulls", "at")
            if last.kind == "looking_at" or is_moved or (self._group and last.text.startswith("blowing")):
                return list(self._group[-1:])
        if last is not None and text in ("into", "onto", "over", "out of", "from") and last.text in HANDLING:
            # "pouring coffee into a cup": the coffee is in the cup
            return list(self._group[-1:])
        is_served_thing = last is not None and last.kind == "of"  # "a tankard of ale on the table"
        if self._doers and self._focus and all(id(one) in self.unseen for one in self._focus) and not is_served_thing:
            return list(self._doers)  # "pouring milk into a cup behind the counter"
        return list(self._focus or self._group)

    def _read_verb(self, token: Token) -> None:
        verb: Verb = token.value
        is_subject = self._last is None and self._inverse is None and not self._joined
        acts = is_subject and can_act(self._group, verb)
        if self._last is not None and self._last.kind in _OWN and self._companions and not self._joined:
            self._focus = self._doers = [*self._companions, *self._focus]
            self._companions = []
        doers = list(self._group) if acts else find_doers(self._group, self._focus, self._doers, self._last)
        doers = keep_flying(verb, doers, self._group)
        doers = leave_the_busy(verb, keep_in_saddle(verb, doers, self._last), self._last)
        for doer in doers:
            if verb.action in ANIMATE_ACTIONS and not kinds.is_animate(doer.drawing):
                lay_down(doer, verb.action)
                continue
            add_activity_to_seat(doer, verb.action)
            if verb.action is not None and (doer.action is None or verb.relation is None):
                act(doer, verb, token.text)
        self._pending = Pending(verb.relation or "doing", doers, token.text) if doers else None
        self._focus = doers or self._focus
        self._joined = False

    def _read_mention(self, mention: Mention) -> None:
        pending, self._pending = self._pending, None
        self._is_at_place = False
        if mention not in self._seen:
            self._seen.append(mention)
        if self._is_filled_place:
            self._is_filled_place = False
            fill_place(mention)
        if (whole := find_building_of(mention, self._seen[:-1])) is not None:
            # "a cabin, smoke from the chimney, a sled at the door"
            self._relations.dressed.add(id(mention))
            others = [one for one in pending.subjects if one is not whole] if pending is not None else []
            if pending is None or not others:
                self._group = [whole]
                return
            pending, mention = replace(pending, subjects=others), whole
        if pending is not None and len(pending.subjects) > 1 and mention in pending.subjects:
            # "a desk, a cat under the desk"
            pending = replace(pending, subjects=[one for one in pending.subjects if one is not mention])
        shows_parts, self._shows_parts = self._shows_parts, False
        if is_part_of_place(mention, self._backdrops, pending.kind if pending else None) or (
            shows_parts and mention.noun.split()[-1] in things.PARTS_OF_BUILDINGS
        ):
            self._relations.dressed.add(id(mention))
        elif mention.is_crop:
            self._joined = False
        elif self._between:
            self._close_between(mention)
        elif pending is not None and pending.kind == "with" and self._belongs_to_water(mention):
            self._add_subject(mention)
        elif pending is not None and len(pending.subjects) > 1 and belongs_to_nearest(pending, mention):
            self._add_object(replace(pending, subjects=pending.subjects[-1:]), mention)
        elif pending is not None and pending.subjects and mention not in pending.subjects:
            self._add_object(pending, mention)
        elif pending is not None and pending.subjects == [mention] and self._group[-1:] not in ([], [mention]):
            # "a house with a dog behind the house"
            self._add_object(replace(pending, subjects=self._group[-1:]), mention)
        elif pending is not None and not pending.subjects:
            self._inverse = Pending(pending.kind, [mention], pending.text)
            self._group, self._focus, self._last = [], [], None
        elif self._joined and self._filling and continues_filling(self._filling, self._group, mention):
            self._add_object(self._filling[0], mention)
        elif self._joined and continues_objects(self._last, self._group, mention):
            self._add_object(self._repeat_relation(mention), mention)
        else:
            self._add_subject(mention)
        self._joined = False
        if self._side is not None:
            place_in_area([mention], self._side)
            self._side = None

    def _belongs_to_water(self, mention: Mention) -> bool:
        """Whether the object belongs to nearby water: "a table beside a pond with ducks"."""
        return self._is_by_water and is_at_home_on_water(mention.drawing)

    def _repeat_relation(self, mention: Mention) -> Pending:
        last = self._last or Pending("beside", [], "")
        return replace(last, kind="with") if last.kind == "holding" and is_worn(mention) else last

    def _add_subject(self, mention: Mention) -> None:
        if self._last is not None and self._last.text in ("pouring", "pours") and mention.noun in things.POURED_FROM:
            self._add_object(self._last, mention)
            return
        if self._inverse is not None and self._inverse.kind == "between":
            inversions.put_between(self._relations, [mention], self._seen)
            self._inverse = None
        if self._inverse is not None:
            self._relations.relate(mention, self._inverse.kind, self._inverse.subjects[0], self._inverse.text)
        is_parallel = self._joined and self._last is not None and self._last.kind in _OWN
        animate = [one for one in self._focus if kinds.is_animate(one.drawing)]
        self._companions = [*self._companions, *animate] if is_parallel and kinds.is_animate(mention.drawing) else []
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
                self._relations.add(*inversions.stand_between(pending.subjects[0], mention, mention))
                self._between = []
            return
        if inversions.link_both_sides(self._relations, pending, mention):
            self._group = self._focus = [mention]
            return
        if pending.kind == "of" or pending.text in FILLED:
            self._filling = pending, mention
        served = self._last is not None and is_served(pending, mention, self._last, self._group)
        if served or ((pending.kind == "of" or pending.text in FILLED) and self._last is not None):
            # Contents do not change the relation that the container is part of.
            for subject in self._group[-1:] if served else pending.subjects:
                self._relations.relate(subject, pending.kind, mention, pending.text)
            self._group = [mention]
            return
        kind: str = pending.kind
        pending = choose_subjects(pending, mention, self._last, self._group, self._relations.links)
        support = pending.subjects[0] if pending.subjects else None
        about = redirect_to_neighbours(pending, mention, self._last, self._relations.links)
        if about is not pending and support is not None and not kinds.is_animate(mention.drawing):
            self._relations.relate(mention, "on", support, "on")
        pending = about
        for subject in pending.subjects:
            kind = self._relations.relate(subject, pending.kind, mention, pending.text) or kind
        self._last = replace(
            pending, kind="with" if pending.kind == "with" and kind not in ("wearing", "holding") else kind
        )
        self._group = [mention]
        pets = kinds.is_animate(mention.drawing) and all(kinds.is_animate(one.drawing) for one in pending.subjects)
        handled = pending.text in VERBS and not kinds.is_animate(mention.drawing) and kind == "beside"
        about_the_doer = handled or kind in _KEEPS_FOCUS or pending.kind in ("with", "dressed", "wearing") or pets
        self._focus = list(pending.subjects) if about_the_doer else [mention]

    def _close_between(self, second: Mention) -> None:
        middle, first = self._between
        self._between = []
        self._relations.add(*inversions.stand_between(middle, first, second))
        self._group, self._focus = [second], [middle]

    def _read_pronoun(self, text: str) -> None:
        pending, self._pending = self._pending, None
        if text in ("each other", "itself", "himself", "herself", "themselves") or not self._seen:
            return
        if pending is not None and (pending.kind == "of" or (self._is_at_place and pending.kind in _BACKDROPPED)):
            return  # "seven candles, two of them blown out", "a boat, a stormy sea behind him"
        if pending is not None and pending.kind == "between" and not pending.subjects:
            self._inverse, self._last, self._group = replace(pending, subjects=self._seen[-1:]), None, []
            return
        if pending is not None and not pending.subjects and text == "it":
            # "Behind it there is a mouse."
            self._inverse = replace(pending, subjects=[choose_referent(pending.kind, self._seen, self._seen[-1])])
            return
        if pending is not None and inversions.read_pronoun_place(
            self._relations, pending, text, self._group, self._seen
        ):
            return
        if pending is not None:
            others = [one for one in self._seen if one not in pending.subjects]
            if others and pending.subjects:
                opposite = find_opposite(self._relations.links, pending)
                chosen = others[-1] if text == "them" else choose_referent(pending.kind, others, others[0])
                self._add_object(pending, opposite or chosen)
        elif (referent := find_referent(text, self._seen)) is not None:
            self._group, self._focus, self._last = [referent], [referent], None
        elif not self._group:
            self._group = list(self._doers or self._seen[:1])
            self._focus = list(self._group)

    def _end_clause(self, *, hard: bool) -> None:
        inversions.place_on_top(self._relations, self._pending, self._group)
        self._pending = self._last = None
        self._group, self._focus, self._between = [], [], []
        self._joined = False
        if hard:
            self._inverse = None

    def _read_side(self, area: str) -> None:
        self._pending = None
        if self._is_at_place and area in ("back", "front"):
            return  # "with a haunted house in the background"
        if self._group and not self._joined:
            place_in_area(self._group, area)
        else:
            self._side = area
            self._joined = False
            self._group, self._focus, self._last = [], [], None

    def _link_sides(self) -> None:
        for link in relate_areas(self._seen, self.unseen):
            self._relations.relate(link.subject, link.kind, link.object, "")
