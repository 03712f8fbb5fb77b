"""Reads food that is cut or bitten: "half an orange", "a lemon cut in half", "an apple with a bite taken out"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds, records
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.vocabulary.things import COLOR_WORDS, SIZES
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
_FLAVORS = {
    "chocolate": "brown", "strawberry": "red", "cherry": "red", "raspberry": "red", "blueberry": "purple",
    "lemon": "yellow", "carrot": "orange", "pumpkin": "orange", "lime": "green", "matcha": "green", "velvet": "red",
}  # fmt: skip
"""Of cakes and pies, and how it colours a slice."""
_SLICES = {
    "slice": "slice",
    "slices": "slices",
    "wedge": "slice",
    "wedges": "slices",
    "piece": "slice",
    "pieces": "slices",
}


def read_cut_food(words: Sequence[Word], at: int) -> Found:
    """The same with the way it is cut as an adjective: "a halved orange", "a bitten apple"."""
    texts = [word.text for word in words[at : at + _MAX_NOUN + 8]]
    if (found := _read_slice(words, at, texts)) is not None:
        return found
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


def _read_slice(words: Sequence[Word], at: int, texts: Sequence[str]) -> Found:
    """ "A slice of chocolate cake" is a cake slice of chocolate, where a slice of such food has a drawing."""
    start = 1 if texts[0] in DETERMINERS | {"one"} else 0
    if len(texts) < start + 3 or texts[start] not in _SLICES or texts[start + 1] != "of":
        return None
    for end in range(start + 3, min(start + 2 + _MAX_NOUN, len(texts)) + 1):
        if f"{texts[end - 1]} slice" in records.nouns():
            said = [_FLAVORS.get(text, text) for text in texts[start + 2 : end - 1]]
            looks = [text for text in said if text in COLOR_WORDS.keys() | SIZES.keys()]
            named = f"{' '.join(looks)} {texts[end - 1]} {_SLICES[texts[start]]}"
            return end, [*words[at : at + start], *split_words(named)]
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
