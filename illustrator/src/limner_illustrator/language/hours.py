"""Reads the hour of the day: "at 3 am" is at night."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word, split_words

_HALVES = frozenset({"am", "pm"})
_BEFORE = frozenset({"at", "around", "about", ",", "by"})
_PHRASES = ((5, "at night"), (8, "at dawn"), (18, "in the daytime"), (20, "at sunset"), (24, "at night"))
"""The hour that ends each part of the day, and what it is called."""


def read_hour(words: Sequence[Word], at: int) -> Found:
    """What a clock shows ("a clock at 3 am" too) is only known to be a time of the day after "at"."""
    if words[at].text not in _BEFORE:
        return None
    end = at + 1 + (words[at + 1].text in ("around", "about") if at + 1 < len(words) else False)
    hour = _read_clock(words, end)
    if hour is None:
        return None
    phrase = next(phrase for before, phrase in _PHRASES if hour[0] < before)
    comma = [words[at]] if words[at].text == "," else []
    return hour[1] - at, [*comma, *split_words(phrase)]


def _read_clock(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The hour from 0 to 23, and where it ends: "3 am", "3am", "3:30 pm" or "22:15"."""
    texts = [word.text for word in words[at : at + 5]]
    if not texts:
        return None
    for half in _HALVES:
        if texts[0].endswith(half) and (number := texts[0].removesuffix(half)).isdecimal():
            return _find_hour(number, half, at + 1)
    if not texts[0].isdecimal():
        return None
    is_split = texts[1:2] == [","] and len(texts) > 2 and texts[2].isdecimal() and len(texts[2]) == 2
    end = 3 if is_split and words[at + 1].raw == ":" else 1
    half = texts[end] if end < len(texts) and texts[end] in _HALVES else ""
    if not half and end == 1:
        return None
    return _find_hour(texts[0], half, at + end + bool(half))


def _find_hour(number: str, half: str, end: int) -> tuple[int, int] | None:
    hour = int(number[:3])
    if hour > (12 if half else 23):
        return None
    return (hour % 12 + (12 if half == "pm" else 0) if half else hour), end
