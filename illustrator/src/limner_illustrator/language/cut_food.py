"""Reads food that is cut or bitten: "half an orange", "a lemon cut in half", "an apple with a bite taken out"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.words import Word, split_words
from limner_illustrator.scene.cut_fruit import CUT_FRUIT, HALVED, SLICED

_BEFORE = {
    ("half", "of", "a"): "halved", ("half", "of", "an"): "halved", ("half", "a"): "halved", ("half", "an"): "halved",
    ("half", "eaten"): "bitten", ("partially", "eaten"): "bitten", ("partly", "eaten"): "bitten",
    ("slices", "of"): "sliced", ("a", "slice", "of"): "sliced", ("wedges", "of"): "sliced",
    ("a", "halved"): "halved", ("a", "cut"): "halved",
}  # fmt: skip
_AFTER = {
    ("cut", "in", "half"): "halved", ("sliced", "in", "half"): "halved", ("cut", "open"): "halved",
    ("split", "in", "half"): "halved", ("cut", "into", "halves"): "halved", ("sliced", "open"): "halved",
    ("cut", "into", "slices"): "sliced", ("cut", "in", "slices"): "sliced", ("cut", "into", "wedges"): "sliced",
    ("with", "a", "bite", "taken", "out", "of", "it"): "bitten", ("with", "a", "bite", "taken", "out"): "bitten",
    ("with", "a", "bite", "missing"): "bitten", ("with", "one", "bite", "taken"): "bitten",
}  # fmt: skip
_LOOKS = frozenset({"halved", "sliced", "bitten", "cut"})
_MAX_NOUN = 3


def read_cut_food(words: Sequence[Word], at: int) -> Found:
    """The same with the way it is cut as an adjective: "a halved orange", "a bitten apple"."""
    texts = [word.text for word in words[at : at + _MAX_NOUN + 8]]
    for phrase, look in _BEFORE.items():
        if tuple(texts[: len(phrase)]) == phrase and _is_food(texts[len(phrase) : len(phrase) + 2]):
            article = "a " if phrase[0] in ("half", "a") and phrase[-1] != "eaten" else ""
            return len(phrase), list(split_words(f"{article}{look}"))
    for end in range(1, _MAX_NOUN):
        for phrase, look in _AFTER.items():
            if tuple(texts[end : end + len(phrase)]) == phrase and _is_food(texts[end - 1 : end]):
                lead = 1 if texts[0] in DETERMINERS else 0
                return end + len(phrase), [*words[at : at + lead], *split_words(look), *words[at + lead : at + end]]
    return None


def _is_food(texts: Sequence[str]) -> bool:
    for text in texts:
        found = lexicon.find(text) if text.isalpha() else None
        if found is not None:
            return kinds.is_food(found.drawing)
    return False


def cut(mention: Mention) -> None:
    """Shows the inside of fruit that is cut."""
    look = next((one for one in mention.attributes if one in _LOOKS), None)
    if look in (None, "bitten") or mention.noun.split()[-1] not in CUT_FRUIT:
        return
    if look == "sliced" and mention.drawing == "noto:watermelon":
        return  # is a slice
    mention.drawing = SLICED if look == "sliced" else HALVED
