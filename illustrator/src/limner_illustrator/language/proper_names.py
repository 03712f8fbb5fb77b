"""Names of known places and persons: a place becomes a backdrop of its kind, a person a figure of the profession."""

from collections.abc import Sequence

from limner_illustrator.catalog import noun_classes
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.token import Token
from limner_illustrator.language.words import Word

MAX_NAME_WORDS = 4
BACKDROPS = {
    "city": "city", "country": "mountains", "river": "river", "sea": "sea", "mountain": "mountains",
    "island": "island", "desert": "desert",
}  # fmt: skip
"""Kind of place -> the backdrop that shows one."""
LABELS = {"city": "city", "mountains": "landscape", "river": "river", "sea": "sea", "island": "island"}
_CREDITS = frozenset({"by", "style", "styled", "inspired", "artist", "after", "named", "called", "titled", "à", "la"})
"""Before a name, they make it a credit or a title: no person is asked for."""


def read_name(words: Sequence[Word], at: int, *, precedes_noun: bool) -> tuple[Token, int] | None:
    """The longest name that starts at this word. A place's token keeps its capital letter in `text`.

    precedes_noun: whether a noun follows the first word, as in "Tesla coil".
    """
    if words[at].lettering is not None or not words[at].raw[:1].isupper():
        return None
    if any(word.text in _CREDITS for word in words[max(0, at - 3) : at]):
        return None
    for length in range(min(MAX_NAME_WORDS, len(words) - at), 0, -1):
        chosen = words[at : at + length]
        if not chosen[-1].raw[:1].isupper() or any(word.text in (",", ".", "'s") for word in chosen):
            continue
        if at + length < len(words) and words[at + length].text == "'s":
            continue
        if length == 1 and (precedes_noun or _is_common_word(chosen[0].text)):
            continue
        raw = " ".join(word.raw for word in chosen)
        found = noun_classes.find_name(raw)
        if found is not None and found[0] == "place":
            return Token("backdrop", BACKDROPS[found[1]], raw, raw=raw), length
        if found is not None and not raw.isupper():
            return Token("noun", NounMatch(found[1], "name"), raw.lower(), raw=raw), length
    return None


def _is_common_word(text: str) -> bool:
    found = noun_classes.find_class(text)
    return found is not None and found.name != "notion"


def is_place_name(token: Token) -> bool:
    return token.kind == "backdrop" and token.text[:1].isupper()
