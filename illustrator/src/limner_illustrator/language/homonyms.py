"""Replaces a noun of several meanings by the one that the other words of the prompt ask for."""

from collections import defaultdict
from collections.abc import Sequence

from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.vocabulary.homonyms import HOMONYMS, Homonym
from limner_illustrator.language.words import Word, split_words

_BY_WORD: dict[str, list[Homonym]] = defaultdict(list)
for _one in HOMONYMS:
    _BY_WORD[_one.word].append(_one)


def read_homonym(words: Sequence[Word], at: int) -> Found:
    word = words[at]
    singular = word.text if word.text in _BY_WORD else lexicon.singular(word.text)
    if singular not in _BY_WORD or word.lettering is not None:
        return None
    said = {one.text for one in words if one.lettering is None}
    for meaning in _BY_WORD[singular]:
        if _is_meant(meaning, words, at, said):
            ending = "s" if word.text != singular else ""
            said_before = f"{words[at - 1].text} " if at else ""
            return 1, list(split_words(f"{meaning.meaning.removeprefix(said_before)}{ending}"))
    return None


def _is_meant(one: Homonym, words: Sequence[Word], at: int, said: set[str]) -> bool:
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    if (one.before and before not in one.before.split()) or (one.after and after not in one.after.split()):
        return False
    if after and after in one.meaning.split()[1:]:
        return False  # "a bass fish" says it already
    return (not one.said or not said.isdisjoint(one.said.split())) and said.isdisjoint(one.unless.split())
