"""Reads the inside of a building or a craft as a place: "the interior of a cozy cabin" is a living room."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import DETERMINERS, MAX_ADJECTIVES, Found
from limner_illustrator.language.words import Word, split_words

_ROOMS = {
    "living room": "cabin, house, cottage, home, apartment, flat, hut, farmhouse, mansion, villa, treehouse, igloo",
    "castle interior": "castle, palace, fortress",
    "church interior": "church, cathedral, chapel, basilica, monastery",
    "barn interior": "barn, stable, shed",
    "spaceship interior": "spaceship, spacecraft, rocket, starship, ufo, shuttle",
}
_ROOM_OF = {noun.strip(): room for room, nouns in _ROOMS.items() for noun in nouns.split(",")}
_STARTS = (("inside", "of"), ("interior", "of"))
_INTERIORS = frozenset({"interior", "interiors"})


def read_interior(words: Sequence[Word], at: int) -> Found:
    """The place that is meant, with its adjectives."""
    texts = [word.text for word in words[at : at + 6 + MAX_ADJECTIVES]]
    start = 1 if texts[0] == "the" else 0
    if tuple(texts[start : start + 2]) in _STARTS:
        return _read_of(words, texts, at, start + 2)
    if texts[1:2] and texts[1] in _INTERIORS and texts[0] in _ROOM_OF:
        return 2, list(split_words(_ROOM_OF[texts[0]]))
    return None


def _read_of(words: Sequence[Word], texts: Sequence[str], at: int, start: int) -> Found:
    start += start < len(texts) and texts[start] in DETERMINERS
    for end in range(start, min(start + 1 + MAX_ADJECTIVES, len(texts))):
        if texts[end] in _ROOM_OF:
            return end + 1, [*split_words("in a"), *words[at + start : at + end], *split_words(_ROOM_OF[texts[end]])]
    return None
