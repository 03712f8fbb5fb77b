"""Finds the interface icons that a prompt names."""

import re
from functools import lru_cache

from limner_illustrator.language.vocabulary.glyph_words import GLYPH_WORDS, SIGNS

_ADDED = re.compile(
    r"^(?:(?:an?|the|my|our|your|one|some|white|black|simple|big|small|flat|line|outline|minimal|user'?s?)\s+)+|"
    r"\s+(?:icons?|symbols?|signs?|buttons?|logos?)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word.strip(): name for name, words in GLYPH_WORDS.items() for word in words.split(",")}


def find_glyph(phrase: str) -> str | None:
    """The glyph that a whole phrase names, in singular or plural: "shopping carts", "a search icon"."""
    plain = " ".join(phrase.lower().split()).strip(" .,;:\"'")
    for _ in range(2):
        if plain in _names():
            return _names()[plain]
        if plain.endswith("s") and plain[:-1] in _names():
            return _names()[plain[:-1]]
        plain = _ADDED.sub("", plain).strip()
    return _names().get(plain)


@lru_cache(maxsize=1)
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word.strip(): name for name, words in SIGNS.items() for word in words.split(",")}
    longest = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?P<sign>{longest})s?(?![\w-])(?: (?:icon|symbol|sign|mark))?"), names


def find_sign(text: str) -> tuple[str, str] | None:
    """The sign that a text in lower case names as the mark of an app, and its words: ("check", "checkmark")."""
    pattern, names = _signs()
    match = pattern.search(text)
    return None if match is None else (names[match["sign"]], match.group())
