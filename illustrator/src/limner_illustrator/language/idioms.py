"""Replaces idioms by what they show: "having a picnic" is a blanket and a basket."""

from collections.abc import Sequence
from functools import lru_cache

from limner_illustrator.language import lexicon, terms
from limner_illustrator.language.vocabulary.activity_idioms import ACTIVITY_IDIOMS
from limner_illustrator.language.vocabulary.compounds import SCENES
from limner_illustrator.language.vocabulary.garments import GARMENT_IDIOMS
from limner_illustrator.language.vocabulary.idioms import IDIOMS
from limner_illustrator.language.words import Phrasebook, Word, split_words


def replace_idioms(words: Sequence[Word]) -> list[Word]:
    texts = [word.text for word in words]
    rewritten: list[Word] = []
    at = 0
    while at < len(words):
        found = None if words[at].lettering is not None else _load_idioms().match(texts, at)
        if found is None or _modifies_noun(texts, at, found[0]):
            rewritten.append(words[at])
            at += 1
        else:
            length, meaning = found
            rewritten.extend(meaning)
            at += length
    return rewritten


def _modifies_noun(texts: Sequence[str], at: int, length: int) -> bool:
    """Whether a compound belongs to the next noun: "a customer support robot"."""
    phrase, after = " ".join(texts[at : at + length]), texts[at + length : at + length + 1]
    if phrase not in SCENES or not after or not after[0].isalpha():
        return False
    return lexicon.find(after[0]) is not None or terms.classify(after[0]) is not None


@lru_cache(maxsize=1)
def _load_idioms() -> Phrasebook[tuple[Word, ...]]:
    return Phrasebook(
        (phrase, split_words(meaning))
        for phrase, meaning in (IDIOMS | ACTIVITY_IDIOMS | GARMENT_IDIOMS | SCENES).items()
    )
