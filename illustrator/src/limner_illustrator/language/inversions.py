"""Turns relations around whose place a pronoun names after the thing: "a cage with a bird in it"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Link, Mention, Pending
from limner_illustrator.language.references import choose_referent
from limner_illustrator.language.relations import Relations
from limner_illustrator.language.vocabulary.relations import PREPOSITIONS

_OBJECTS = frozenset({"it", "them", "him", "her"})
_AROUND: frozenset[str] = frozenset({"behind", "front", "beside", "left", "right", "above"})


def read_pronoun_place(
    relations: Relations, pending: Pending, pronoun: str, group: Sequence[Mention], seen: Sequence[Mention]
) -> bool:
    """Whether the relation was one of these."""
    if pending.kind == "between":
        return _put_between(relations, group, seen)
    return pronoun in _OBJECTS and turn_inside(relations, group, pending, seen)


def _put_between(relations: Relations, group: Sequence[Mention], seen: Sequence[Mention]) -> bool:
    """Puts the table of "two chairs with a table between them" there."""
    if not group:
        return False
    middle = group[-1]
    others = list(seen[: seen.index(middle)])
    sides = others[-1:] if others and others[-1].count > 1 else others[-2:]
    if not sides or (len(sides) == 1 and sides[0].count == 1):
        return False
    for one in sides:
        relations.forget(middle, one)
    relations.add(Link(middle, "right", sides[0]), Link(middle, "left", sides[-1]))
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
    if whole is thing or not between or (kinds.is_animate(whole.drawing) and pending.kind not in _AROUND):
        return False
    relations.forget(whole, thing)
    earlier = list(seen[: seen.index(thing)]) if thing in seen else []
    whole = choose_referent(pending.kind, earlier, whole) if pending.kind in ("on", "in") else whole
    relations.relate(thing, pending.kind, whole, pending.text)
    return True
