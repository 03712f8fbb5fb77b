"""Reads where birds sit: "sparrows on a wire" are on a power line."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word, split_words

_WIRES = frozenset({"wire", "wires", "cable", "cables", "line", "lines"})
_MAX_BETWEEN = 7
_SIZES = frozenset({"thin", "long", "single", "high", "black"})


def read_wire(words: Sequence[Word], at: int) -> Found:
    """The wire that birds sit on, which is a power line."""
    if words[at].text != "on":
        return None
    end = at + 1
    while end < len(words) and words[end].text in _SIZES | {"a", "the"}:
        end += 1
    after = words[end + 1].text if end + 1 < len(words) else ""
    if end >= len(words) or words[end].text not in _WIRES or lexicon.find(after) is not None:
        return None
    if any(_is_animal(word.text) for word in words[max(0, at - _MAX_BETWEEN) : at]):
        return end + 1 - at, list(split_words("on a power line"))
    return None


def _is_animal(text: str) -> bool:
    found = lexicon.find(lexicon.singular(text))
    return found is not None and kinds.is_animal(found.drawing)
