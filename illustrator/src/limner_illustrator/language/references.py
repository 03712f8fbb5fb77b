"""Finds the earlier mention that a noun phrase refers to: "the fox", or "my dog, a small dachshund"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Item, Mention, Phrase
from limner_illustrator.language.token import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def find_known(
    items: Sequence[Item], mentions: Sequence[Mention], noun: str, drawing: str, phrase: Phrase
) -> Mention | None:
    if _is_apposition(items, mentions, drawing, phrase):
        return mentions[-1]
    if phrase.article not in _DEFINITE:
        return None
    same = [one for one in mentions if one.noun == noun or (one.drawing == drawing and kinds.is_animate(drawing))]
    if phrase.color is not None and len(same) > 1:
        same = [one for one in same if one.color == phrase.color]
    if phrase.color is not None and same and same[-1].color not in (None, phrase.color):
        return None
    return same[-1] if same and "other" not in phrase.adjectives else None


def _is_apposition(items: Sequence[Item], mentions: Sequence[Mention], drawing: str, phrase: Phrase) -> bool:
    """Whether this describes the last mention: "my dog, a small brown dachshund"."""
    if not mentions or len(items) < 2 or phrase.count is not None:
        return False
    last = mentions[-1]
    adjacent = items[-2] is last and isinstance(items[-1], Token) and items[-1].kind == "comma"
    return adjacent and last.possessed and last.drawing == drawing
