"""Reads where a way leads as where its walker is: "up the stairs" is on them, "past a house" is beside it."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import DETERMINERS, MAX_ADJECTIVES, PREPOSITIONS, Found
from limner_illustrator.language.words import Word, split_words

_CLIMBED = frozenset({
    "stairs", "steps", "staircase", "stairway", "ladder", "escalator", "ramp", "rope", "slide", "pole", "stepladder",
    "stair",
})  # fmt: skip
_CROSSED = frozenset({
    "bridge", "footbridge", "drawbridge", "log", "plank", "beam", "tightrope", "crosswalk", "aqueduct", "viaduct",
    "rope",
})  # fmt: skip
_TABLES = frozenset({"table", "desk", "chessboard", "counter", "board"})
_PARTICLE_VERBS = frozenset({
    "picking", "picks", "pick", "cleaning", "cleans", "holding", "holds", "sweeping", "sweeps", "lifting", "lifts",
    "putting", "setting", "sets", "tearing", "burning", "painting", "folding", "looking", "looks",
})  # fmt: skip
"""Verbs whose "up" is no direction: "picking up the ladder"."""


def read_direction(words: Sequence[Word], at: int) -> Found:
    """The preposition of place that "up", "down", "across" or "past" mean before a noun."""
    text = words[at].text
    if text == "past" and at and _starts_noun(words, at + 1):
        return 1, list(split_words("beside"))
    if text not in ("up", "down", "across") or not at:
        return None
    noun = _find_noun(words, at + 1, _CLIMBED | _CROSSED | _TABLES | {"tree", "trees"})
    if noun is None:
        return None
    if text == "across":
        means = "at" if noun in _TABLES else "on" if noun in _CROSSED else None
    elif words[at - 1].text in _PARTICLE_VERBS:
        means = None
    else:
        means = "in" if noun.startswith("tree") else "on" if noun in _CLIMBED | _CROSSED else None
    return None if means is None else (1, list(split_words(means)))


def _starts_noun(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in DETERMINERS


def _find_noun(words: Sequence[Word], at: int, nouns: frozenset[str]) -> str | None:
    """The first of these nouns in the noun phrase that begins here."""
    if not _starts_noun(words, at):
        return None
    for word in words[at + 1 : at + 2 + MAX_ADJECTIVES]:
        if word.text in nouns:
            return word.text
        if not word.text.isalpha() or word.text in PREPOSITIONS:
            return None
    return None
