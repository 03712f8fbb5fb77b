"""Things that are piled up on each other, or fill a vessel together."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.assortments import ASSORTED
from limner_illustrator.language.mention import Mention, Pending
from limner_illustrator.language.vocabulary import things
from limner_illustrator.layout.kinds import is_stackable

CROWD = "crowd"
"""The attribute of a group that is called so."""
_PILED = 6
"""How many, if the prompt does not say."""


def find_piling(number: str) -> list[str]:
    """The attribute for what "a stack of" or "a pile of" counts."""
    words = number.removesuffix(" of").split()
    if words and words[-1] in ("crowd", "audience"):
        return [CROWD]
    if words and words[-1] in ("stack", "stacks"):
        return ["stacked"]
    return ["heaped"] if words and words[-1] in ("pile", "piles", "heap", "mound", "pyramid") else []


def is_pile_of(pile: Mention, member: Mention) -> bool:
    """Whether things are piled up on each other: "a tower of blocks". They are marked as such."""
    if pile.noun not in ("tower", "column"):
        return False
    if member.drawing in things.HEAPS:
        return True
    if member.count < 2 or not is_stackable(member.drawing):
        return False
    member.attributes.append("stacked")
    member.count = member.count if member.numbered else _PILED
    member.size *= pile.size
    return True


def continues_filling(filling: tuple[Pending, Mention], group: Sequence[Mention], mention: Mention) -> bool:
    """Whether "and" adds to what a vessel is full of: "a bowl of cherries, plums and figs"."""
    if list(group) != [filling[1]] or mention.indefinite or mention.numbered:
        return False
    if filling[1].noun in ASSORTED and mention.noun in ASSORTED:
        return True
    return any(kind(filling[1].drawing) and kind(mention.drawing) for kind in (kinds.is_food, kinds.is_plant))
