"""Reads twins as two who look alike, and as children unless the prompt says whose or how old they are."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import NUMBERS, Found, is_doer
from limner_illustrator.language.words import Word, split_words

IDENTICAL = "identical"
"""The attribute of those who look the same."""
_PEERS = {"twins": "two", "triplets": "three", "quadruplets": "four"}
_ADULT = frozenset({"adult", "old", "elderly", "aged"})
_COUNTING = frozenset({*NUMBERS, "of", "the", "these", "those", "both"})


def read_twins(words: Sequence[Word], at: int) -> Found:
    text = words[at].text
    number = () if at and words[at - 1].text in NUMBERS else split_words(_PEERS.get(text, "two"))
    if text in _PEERS:
        before = words[at - 1].text if at else ""
        if before in _ADULT:
            return 1, list(split_words(f"{IDENTICAL} people"))
        found = lexicon.find(before) if before and before not in _COUNTING else None
        if found is not None and kinds.is_animate(found.drawing):
            return None
        return 1, [*number, *split_words(f"{IDENTICAL} children")]
    is_plural = at + 1 < len(words) and is_doer(lexicon.singular(words[at + 1].text))
    if text == "twin" and is_plural and lexicon.singular(words[at + 1].text) != words[at + 1].text:
        return 1, [*number, *split_words(IDENTICAL)]
    return None
