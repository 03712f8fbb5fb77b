"""Reads numbers that say what one thing is like: a "three-legged dog" is one dog, a "five-year-old girl" one girl."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.vocabulary.things import NUMBERS
from limner_illustrator.language.words import Word, split_words

_COUNTED_PARTS = frozenset({
    "story", "storey", "tier", "piece", "star", "door", "seater", "wheel", "lane", "person", "man", "part", "ton",
    "foot", "inch", "mile", "point", "layer", "poster", "leaf", "bedroom", "room", "string", "speed", "cylinder",
    "post", "hour", "minute", "day", "week", "month", "year", "course", "pointed", "dimensional", "fingered",
    "stage", "step",
})  # fmt: skip
_CHILDREN = frozenset({"girl", "boy", "child", "kid", "daughter", "son", "toddler"})
_ADULTS = frozenset({"man", "woman", "lady", "gentleman", "person"})
_MAX_BABY, _MAX_CHILD, _MAX_TEENAGER, _MIN_OLD = 1, 12, 19, 65


def read_numbered_look(words: Sequence[Word], at: int) -> Found:
    """The look as one word, or the age as an adjective."""
    number = _read_number(words[at])
    if number is None or at + 1 >= len(words):
        return None
    texts = [word.text for word in words[at + 1 : at + 4]]
    if texts[:2] in (["year", "old"], ["years", "old"]):
        return 3, _name_age(number, texts[2:])
    follows = words[at + 1]
    is_part = follows.text in _COUNTED_PARTS or (follows.text.endswith("ed") and follows.text not in NUMBERS)
    if not follows.hyphened or not is_part or at + 2 >= len(words) or not words[at + 2].text.isalpha():
        return None
    look = f"{words[at].text}-{follows.text}"
    return 2, [Word(look, look)]


def _read_number(word: Word) -> int | None:
    if word.lettering is not None:
        return None
    if word.text.isdecimal() and len(word.text) < 4:
        return int(word.text)
    return NUMBERS.get(word.text) if word.text.isalpha() else None


def _name_age(years: int, following: Sequence[str]) -> list[Word]:
    noun = following[0] if following else ""
    if noun in _CHILDREN:
        age = "teenage" if _MAX_CHILD < years <= _MAX_TEENAGER else ""
    elif noun in _ADULTS:
        age = "old" if years >= _MIN_OLD else "teenage" if years <= _MAX_TEENAGER else ""
    elif noun.isalpha() and noun not in ("in", "on", "with", "at", "is", "and", "who"):
        age = "old" if years >= _MIN_OLD else ""
    else:
        age = _name_person(years)
    return list(split_words(age))


def _name_person(years: int) -> str:
    if years <= _MAX_CHILD:
        return "baby" if years <= _MAX_BABY else "child"
    return "teenager" if years <= _MAX_TEENAGER else "old person" if years >= _MIN_OLD else "person"
