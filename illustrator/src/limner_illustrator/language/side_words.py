"""Tells a thing on the left from a part of the picture: "a mug on the left book"."""

from collections.abc import Sequence
from itertools import pairwise

from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word, split_words

_SIDES = frozenset({"left", "right"})
_PLACING = frozenset({"on", "under", "behind", "in", "beside", "above", "below"})
_AREAS = frozenset(
    {"side", "half", "hand", "part", "edge", "corner", "third", "foreground", "background", "arm", "foot"}
)


def read_side_word(words: Sequence[Word], at: int) -> Found:
    """ "On the left book" is on the book that is on the left."""
    texts = [word.text for word in words[at : at + 5]]
    if len(texts) < 4 or texts[0] not in _PLACING or texts[1] != "the" or texts[2] not in _SIDES:
        return None
    noun = texts[3]
    if noun in _AREAS or lexicon.find(noun) is None or lexicon.singular(noun) != noun:
        return None
    after = texts[4] if len(texts) > 4 else "."
    if lexicon.find(after) is not None and after.isalpha() and after not in ("and", "with"):
        return None  # a longer noun
    return 4, [*words[at : at + 2], words[at + 3], *split_words(f"on the {texts[2]}")]


def read_both_sides(words: Sequence[Word], at: int) -> Found:
    """ "The left door ... the right door" are two, one on each side."""
    texts = [word.text for word in words[at : at + 3]]
    if len(texts) < 3 or texts[0] != "the" or texts[1] not in _SIDES or lexicon.find(texts[2]) is None:
        return None
    other = "left" if texts[1] == "right" else "right"
    pairs = pairwise(words)
    if not any((one.text, two.text) in ((other, texts[2]), (other, "one")) for one, two in pairs):
        return None
    return 3, [*split_words("a"), words[at + 2], *split_words(f"on the {texts[1]}")]
