"""Reads what a portrait or landscape is made with: an "oil portrait" is an oil painting."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word, split_words

_PAINTS = frozenset({"oil", "acrylic", "gouache", "tempera", "oils"})
_DRAWN = frozenset({"ink", "pencil", "charcoal", "crayon", "pastel", "chalk"})
_GENRES = frozenset({"portrait", "portraits", "landscape", "seascape", "cityscape", "study", "miniature", "still"})


def read_medium(words: Sequence[Word], at: int) -> Found:
    """The medium as a style of its own, before the genre."""
    text, after = words[at].text, [word.text for word in words[at + 1 : at + 3]]
    if text not in _PAINTS | _DRAWN or not after or after[0] not in _GENRES:
        return None
    if after[0] == "still" and after[1:] != ["life"]:
        return None
    return 1, list(split_words(f"{text.removesuffix('s')} {'painting' if text in _PAINTS else 'drawing'} ,"))
