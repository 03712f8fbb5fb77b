"""Reads what is said of a part without an article: "a cage, door open" has no door beside it."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word

_PARTS = frozenset({
    "door", "doors", "lid", "window", "windows", "drawer", "drawers", "hood", "trunk", "gate", "shutters", "curtains",
    "sails", "sail", "hatch", "engine", "lights", "headlights", "pages", "roof", "top", "ladder",
})  # fmt: skip
_STATES = frozenset({
    "open", "opened", "closed", "shut", "ajar", "broken", "missing", "off", "on", "up", "down", "raised", "lowered",
    "drawn", "furled", "torn", "shattered", "cracked", "boarded", "rolled", "lit",
})  # fmt: skip
_ENDS = frozenset({",", ".", "and", "while", "at", "in", "on", "with"})


def read_absolute_part(words: Sequence[Word], at: int) -> Found:
    """The part and its state as one word, which the note names."""
    if at < 2 or words[at].text not in _PARTS or words[at - 1].text not in (",", "with", "its", "and"):
        return None
    end = at + 1 + (words[at + 1].text in ("wide", "half", "slightly", "all") if at + 1 < len(words) else False)
    if end >= len(words) or words[end].text not in _STATES:
        return None
    if end + 1 < len(words) and words[end + 1].text not in _ENDS:
        return None
    text = " ".join(word.text for word in words[at : end + 1])
    return end + 1 - at, [replace(words[at], text=text, raw=text)]
