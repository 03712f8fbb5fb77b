"""Tells glasses to drink from and glasses to look through apart."""

from collections.abc import Sequence

from limner_illustrator.language.mention import Mention, Phrase
from limner_illustrator.language.vocabulary import things

GLASS = "own:water-glass"
WINE_GLASS = "noto:wine-glass"
DRINKING_GLASSES = frozenset({GLASS, WINE_GLASS})


def find_glass(noun: str, phrase: Phrase, mentions: Sequence[Mention]) -> str | None:
    """The drawing of the glasses that are for drinks; None for those that are worn, and for other nouns."""
    if noun != "glasses" or not _is_for_drinks(phrase):
        return None
    is_wine = "wine" in phrase.adjectives or any(one.noun.startswith("wine") for one in mentions)
    return WINE_GLASS if is_wine else GLASS


def _is_for_drinks(phrase: Phrase) -> bool:
    is_counted = phrase.count is not None and not phrase.paired
    return is_counted or phrase.is_filled or not things.DRINKS.isdisjoint(phrase.adjectives)
