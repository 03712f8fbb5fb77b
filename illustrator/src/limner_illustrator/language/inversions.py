"""Turns relations around whose place a pronoun names after the thing: "a cage with a bird in it"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Link, Mention, Pending
from limner_illustrator.language.references import choose_referent
from limner_illustrator.language.relation_rules import BOTH_SIDES_OF
from limner_illustrator.language.relations import PART_OF, Relations
from limner_illustrator.language.vocabulary.relations import PREPOSITIONS

_SIDES = 2
_OBJECTS = frozenset({"it", "them", "him", "her"})
_AROUND: frozenset[str] = frozenset({"behind", "front", "beside", "left", "right", "above"})
_HERE = frozenset({"on top", "inside", "underneath", "within"})
"""Prepositions that need no object."""


def read_pronoun_place(
    relations: Relations, pending: Pending, pronoun: str, group: Sequence[Mention], seen: Sequence[Mention]
) -> bool:
    """Whether the relation was one of these."""
    if pending.kind == "between":
        return put_between(relations, group, seen)
    return pronoun in _OBJECTS and turn_inside(relations, group, pending, seen)


def stand_between(middle: Mention, first: Mention, second: Mention) -> tuple[Link, Link]:
    """Left and right of the same things at once means between them."""
    return Link(middle, "right", first), Link(middle, "left", second)


def put_between(relations: Relations, group: Sequence[Mention], seen: Sequence[Mention]) -> bool:
    """Puts the table of "two chairs with a table between them" there."""
    if not group:
        return False
    middle = group[-1]
    carried = [one.object for one in relations.links if one.kind in ("holding", "wearing", "eating")]
    others = [one for one in seen[: seen.index(middle)] if one not in carried]
    sides = others[-1:] if others and others[-1].count > 1 else others[-2:]
    if not sides or (len(sides) == 1 and sides[0].count == 1):
        return False
    for one in sides:
        relations.forget(middle, one)
    relations.add(*stand_between(middle, sides[0], sides[-1]))
    return True


def turn_inside(relations: Relations, group: Sequence[Mention], pending: Pending, seen: Sequence[Mention] = ()) -> bool:
    """Puts the bird of "a cage with a bird in it" in the cage, and "a hat full of coins in front of him" there. `seen`:
    what "it" may mean.
    """
    if pending.kind not in PREPOSITIONS or not pending.subjects or not group:
        return False
    whole, thing = pending.subjects[0], group[-1]
    thing = thing if relations.between(whole, thing) else relations.container_of(thing)
    between = relations.between(whole, thing)
    earlier = list(seen[: seen.index(thing)]) if thing in seen else []
    if whole is thing or not between:
        return False
    referent = whole
    if kinds.is_animate(whole.drawing) and pending.kind not in _AROUND:
        # "a piano with a cat on top of it and a dog beneath it"
        things = [one for one in earlier if not kinds.is_animate(one.drawing)]
        if not things or any(one.kind != "beside" for one in between):
            return False
        referent = things[0]
    relations.forget(whole, thing)
    whole = choose_referent(pending.kind, earlier, referent) if pending.kind in ("on", "in", "under") else referent
    relations.relate(thing, pending.kind, whole, pending.text)
    return True


def link_both_sides(relations: Relations, pending: Pending, middle: Mention) -> bool:
    """Puts a horse and a donkey "on either side of a fence" one on each side."""
    if not pending.text.endswith(BOTH_SIDES_OF) or len(pending.subjects) != _SIDES:
        return False
    left, right = pending.subjects
    relations.add(Link(left, "left", middle), Link(right, "right", middle))
    return True


def relate_part(pending: Pending) -> Pending:
    """The relation to the whole whose part has just been named: "under the left foot of a boy"."""
    kind = "beside" if pending.kind == "under" else pending.kind
    return replace(pending, kind=kind, text=f"{pending.text} {PART_OF}")


def place_on_top(relations: Relations, pending: Pending | None, group: Sequence[Mention]) -> None:
    """The cherry of "a cake with a cherry on top" is on the cake, the bird of "a cage with a bird inside" in it."""
    if pending is None or pending.text not in _HERE or not group:
        return
    thing = group[-1]
    linked = [one for one in relations.links if thing in (one.subject, one.object)]
    if linked:
        whole = linked[-1].object if linked[-1].subject is thing else linked[-1].subject
        turn_inside(relations, group, replace(pending, subjects=[whole]))
