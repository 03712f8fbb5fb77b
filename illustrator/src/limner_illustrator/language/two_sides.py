"""Rephrases what is on the two sides of a thing, in a ring, and at places named by a relative pronoun."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import DETERMINERS, NUMBERS, Found
from limner_illustrator.language.vocabulary.relations import PREPOSITIONS
from limner_illustrator.language.words import Word, split_words

_FIRST_SIDES = tuple(
    tuple(text.split())
    for text in ("on one side", "to one side", "at one side", "on one end", "at one end", "on the one side")
)
_OTHER_SIDES = tuple(
    tuple(text.split())
    for text in (
        "on the other side", "at the other side", "to the other side", "on the other end", "at the other end",
        "on the opposite side", "at the opposite end", "on the other", "at the other", "one on the other",
    )
)  # fmt: skip
_BOTH_SIDES = tuple(
    tuple(text.split())
    for text in (
        "on each side", "on either side", "on both sides", "at each side", "at either side", "at both sides",
        "on each end", "on either end", "at each end", "at either end", "at both ends", "on both ends", "to each side",
        "to either side", "on its left and right", "to the left and right",
    )
)  # fmt: skip
_LONGEST = 7
"""Words between "with" and "on each side"."""
_ENDS = frozenset({",", ".", ";", "and", "while", "with"})
_RINGS = frozenset({"ring", "circle"})
_AROUND = frozenset({"around", "surrounding", "surrounds", "encircling", "encircles", "round"})
_WHICH = frozenset({"which", "whom"})
_PLACES = frozenset(
    phrase.strip()
    for kind in ("under", "behind", "front", "beside", "on", "in", "above", "below")
    for phrase in PREPOSITIONS[kind].split(",")
)
_LONGEST_PREPOSITION = 4


def read_two_sides(words: Sequence[Word], at: int) -> Found:
    text = words[at].text
    if text in ("on", "at", "to", "one"):
        return _read_one_side(words, at)
    if text == "with":
        return _read_both_sides(words, at)
    if text == "flanked" and _texts(words, at, 2) == ("flanked", "by"):
        return 2, list(split_words("between"))
    if text in DETERMINERS and _texts(words, at + 1, 2)[:1] in {(one,) for one in _RINGS}:
        return _read_ring(words, at)
    return _read_which(words, at)


def _texts(words: Sequence[Word], at: int, number: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[at : at + number])


def _find(words: Sequence[Word], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """The length of the longest of the phrases that begins here, or 0."""
    return max((len(one) for one in phrases if _texts(words, at, len(one)) == one), default=0)


def _read_one_side(words: Sequence[Word], at: int) -> Found:
    """ "A dog on one side and a cat on the other" are on the left and on the right."""
    if length := _find(words, at, _OTHER_SIDES):
        earlier = any(_find(words, one, _FIRST_SIDES) for one in range(at))
        is_end = at + length >= len(words) or words[at + length].text in _ENDS
        named = words[at + length - 1].text != "other"
        return (length, list(split_words("on the right"))) if earlier and (is_end or named) else None
    if length := _find(words, at, _FIRST_SIDES):
        later = any(_find(words, one, _OTHER_SIDES) for one in range(at + length, len(words)))
        return (length, list(split_words("on the left"))) if later else None
    return None


def _read_both_sides(words: Sequence[Word], at: int) -> Found:
    """ "A door with a tree on each side" is between two trees."""
    for end in range(at + 2, min(at + 1 + _LONGEST, len(words))):
        if length := _find(words, end, _BOTH_SIDES):
            if at + 1 < end and [*_texts(words, end + length, 1)] == ["of"]:
                return None
            named = list(words[at + 1 : end])
            is_numbered = named[0].text in NUMBERS or named[0].text.isdecimal()
            if named[0].text in ("one", "another", "them"):
                return None
            if named[0].text in DETERMINERS:
                named = named[1:]
            number = [] if is_numbered else list(split_words("two"))
            return end + length - at, [*split_words("between"), *number, *named]
        if words[end].lettering is not None or words[end].text in _ENDS:
            return None
    return None


def _read_ring(words: Sequence[Word], at: int) -> Found:
    """ "A ring of stones around a fire" are stones around it; "a ring of stones" is stones in a circle."""
    if _texts(words, at + 2, 1) != ("of",) or at + 3 >= len(words):
        return None
    if words[at + 3].text in DETERMINERS or not words[at + 3].text.isalpha():
        return None
    following = _texts(words, at + 3, _LONGEST)
    if not following[0].endswith("s") and not any(one.endswith(("s", "people", "children")) for one in following[:3]):
        return None
    if _AROUND & set(following):
        return 3, []
    end = next((place for place, one in enumerate(following) if one.endswith(("s", "people", "children"))), None)
    if end is None:
        return None
    return 4 + end, [*words[at + 3 : at + 4 + end], *split_words("in a circle")]


def _read_which(words: Sequence[Word], at: int) -> Found:
    """ "A clock, behind which a mouse hides": behind it there is a mouse."""
    for length in range(_LONGEST_PREPOSITION, 0, -1):
        phrase = _texts(words, at, length)
        if _texts(words, at + length, 1)[:1] in {(one,) for one in _WHICH} and " ".join(phrase) in _PLACES:
            return length + 1, [*split_words(". "), *words[at : at + length], *split_words("it there is")]
    return None
