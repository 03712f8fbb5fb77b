"""Reads animals that are curled up: "curled into a ball" has no ball in it."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word, split_words

_ROLLED = frozenset({"curled", "rolled", "curling", "rolling", "curls", "rolls"})
_BALLS = frozenset({"ball", "circle", "spiral"})
_FILLERS = frozenset(
    {"up", "itself", "in", "into", "a", "tight", "little", "small", "fluffy", "its", "perfect", "cozy"}
)
_MOST_WORDS = 8


def read_curled_up(words: Sequence[Word], at: int) -> Found:
    """ "Rolled into a tight ball" lies; a "curled-up hedgehog" sleeps."""
    if words[at].text not in _ROLLED:
        return None
    texts = [word.text for word in words[at + 1 : at + _MOST_WORDS]]
    if texts[:1] == ["up"] and words[at + 1].hyphened:
        return 2, list(split_words("sleeping"))
    length = next((k for k, text in enumerate(texts) if text not in _FILLERS), len(texts))
    if length < len(texts) and texts[length] in _BALLS and {"in", "into"} & set(texts[:length]):
        return length + 2, list(split_words("curled up"))
    return None
