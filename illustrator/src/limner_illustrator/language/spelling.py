"""Corrects misspelled words of English prompts: "squirel"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from limner_illustrator.catalog import records
from limner_illustrator.catalog.line_table import find_line
from limner_illustrator.catalog.noun_classes import find_class
from limner_illustrator.language import dictionary, lexicon, terms
from limner_illustrator.language.senses import load_phrasebook
from limner_illustrator.language.vocabulary.foreign_words import ENGLISH
from limner_illustrator.language.vocabulary.note_words import IGNORED
from limner_illustrator.language.vocabulary.relations import FILLERS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.language.words import Word

_ARTICLES = frozenset({"a", "an", "the"})
ENGLISH_WORDS = "english.txt"
MIN_LETTERS = 5
MAX_LETTERS = 20
MAX_CORRECTIONS = 8


def correct_words(words: Sequence[Word]) -> tuple[list[Word], tuple[tuple[str, str], ...]]:
    """The words with misspelled ones replaced, and the pairs of what was written and what it was read as."""
    corrected = list(words)
    if any(word.foreign for word in words):
        return corrected, ()
    is_english = sum(word.text in _ARTICLES or word.text in ENGLISH for word in words) > 1
    pairs: dict[str, str] = {}
    for at, word in enumerate(words):
        if len(pairs) >= MAX_CORRECTIONS or not _may_be_misspelled(words, at, is_english=is_english):
            continue
        correction = find_correction(word.text)
        if correction is not None:
            corrected[at] = replace(word, text=correction, raw=correction)
            pairs[word.raw] = correction
    return corrected, tuple(pairs.items())


def _may_be_misspelled(words: Sequence[Word], at: int, *, is_english: bool) -> bool:
    """Whether this is an unknown word in small letters, and no name and no part of a compound."""
    word = words[at]
    is_joined = word.hyphened or (at + 1 < len(words) and words[at + 1].hyphened)
    if word.lettering is not None or is_joined or not word.raw.islower():
        return False
    plain = word.text.isascii() and word.text.isalpha()
    if not plain or not MIN_LETTERS <= len(word.text) <= MAX_LETTERS:
        return False
    return not (_is_english_word(word.text) or (_is_foreign_word(word.text) and not is_english))


@lru_cache(maxsize=4096)
def _is_english_word(text: str) -> bool:
    return (
        text in IGNORED
        or text in FILLERS
        or lexicon.is_english(text)
        or load_phrasebook().match([text], 0) is not None
        or find_line(ENGLISH_WORDS, text) is not None
        or find_class(text) is not None
        or terms.classify(text) is not None
    )


@lru_cache(maxsize=4096)
def _is_foreign_word(text: str) -> bool:
    """In an English prompt, a word of another language is rather a misspelled one: "tigar" is half past three."""
    known = dictionary.load_dictionary()
    forms = (dictionary.find_basic_form(language, text) for language in known)
    return lexicon.find(text) is not None or any(text in own for own in known.values()) or any(forms)


@lru_cache(maxsize=1024)
def find_correction(text: str) -> str | None:
    """The only known word that is one edit away and has the same first letter."""
    found = _find_near(text)
    if text.endswith("s"):
        found |= {f"{one}s" for one in _find_near(text[:-1]) if lexicon.find(f"{one}s") is not None}
    return found.pop() if len(found) == 1 else None


def _find_near(text: str) -> set[str]:
    near = {one for shape in _delete_letters(text) for one in _load_index().get(shape, ())}
    return {one for one in near if one[0] == text[0] and _is_one_edit(text, one)}


def _delete_letters(text: str) -> Iterable[str]:
    """The text itself, and the text without each of its letters."""
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter is added, missing or wrong, or two neighbours are swapped."""
    if abs(len(one) - len(other)) == 1:
        return min(one, other, key=len) in _delete_letters(max(one, other, key=len))
    differing = [at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second]
    if len(one) != len(other) or len(differing) > 2:
        return False
    if len(differing) < 2:
        return True
    left, right = differing
    return right == left + 1 and one[left] == other[right] and one[right] == other[left]


@lru_cache(maxsize=1)
def _load_index() -> dict[str, tuple[str, ...]]:
    """Words that a picture can show, by themselves and without each of their letters."""
    nouns = (noun for noun, drawing in records.nouns().items() if drawing != "nothing")
    named = {*nouns, *lexicon.list_labels(), *lexicon.IRREGULAR}
    words = {*named, *VERBS, *COLOR_WORDS, *load_phrasebook().list_single_words(), *IGNORED}
    index: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        is_plain = word.isascii() and word.isalpha() and MIN_LETTERS <= len(word) <= MAX_LETTERS
        if is_plain and find_line(ENGLISH_WORDS, word) is not None:
            for shape in _delete_letters(word):
                index[shape].append(word)
    return {shape: tuple(near) for shape, near in index.items()}
