"""Reads prompts in other European languages: glosses their little words in English and leaves the nouns alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from limner_illustrator.language import lexicon
from limner_illustrator.language.vocabulary.foreign_words import ENGLISH, GLOSSES, TELLING
from limner_illustrator.language.vocabulary.glosses import KOREAN_PHRASES
from limner_illustrator.language.words import Phrasebook, Word, split_words

MAX_SAMPLE = 60
"""Words that are looked at to tell the language."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Korean particles, and what those that join or place a noun say in English.
_PARTICLES = {
    "위에서": "on", "위에": "on", "아래에": "under", "옆에": "next to", "앞에": "in front of", "뒤에": "behind",
    "안에": "in", "에서": "in", "으로": "", "와": "and", "과": "and", "하고": "and", "에": "in", "의": "", "이": "",
    "가": "", "을": "", "를": "", "은": "", "는": "", "도": "", "로": "",
}  # fmt: skip
_KOREAN = {
    "빨간": "red", "파란": "blue", "검은": "black", "까만": "black", "하얀": "white", "흰": "white", "노란": "yellow",
    "초록": "green", "초록색": "green", "작은": "small", "큰": "large", "자는": "sleeping", "자고": "sleeping",
    "달리는": "running", "앉아": "sitting", "앉은": "sitting", "타는": "riding", "두": "two", "세": "three", "있는": "",
    "마리의": "", "마리": "", "위의": "on", "한": "a",
}  # fmt: skip
_CASES = ("ами", "ями", "ого", "ой", "ом", "ем", "ём", "ам", "ах", "ях", "ей", "ов", "а", "у", "е", "и", "ы", "ю", "я")
_NOMINATIVES = ("", "а", "я", "ь", "о", "е", "й")


def translate_words(words: Sequence[Word]) -> list[Word]:
    """The words with what is known of their language in English; English stays as it is."""
    korean: list[Word] = []
    for word in _with_korean_phrases(words):
        placed = _PARTICLES.get(word.text)
        if placed and korean:
            # "the table on": English says it before the noun.
            korean[-1:] = [*split_words(placed), korean[-1], *split_words(",")]
        else:
            korean += _from_korean(word) if _HANGUL.search(word.text) else [word]
    language = detect_language([word.text for word in korean[:MAX_SAMPLE]])
    if language is None:
        return korean
    book = _book(language)
    texts = [word.text for word in korean]
    glossed: list[Word] = []
    at = 0
    while at < len(korean):
        word = korean[at]
        found = None if word.lettering is not None else book.match(texts, at)
        if found is not None:
            glossed.extend(found[1])
            at += found[0]
            continue
        elided, apostrophe, rest = word.text.partition("'")
        if apostrophe and len(elided) <= 2:
            word = replace(word, text=rest)
        known = _BASIC_FORMS.get(language, str)(word.text)
        glossed.append(replace(word, text=known, foreign=True) if word.text.isalpha() else word)
        at += 1
    return glossed


def _with_korean_phrases(words: Sequence[Word]) -> list[Word]:
    texts = [word.text for word in words]
    read: list[Word] = []
    at = 0
    while at < len(words):
        found = _korean_book().match(texts, at) if words[at].lettering is None else None
        length, meaning = found or (1, (words[at],))
        read.extend(meaning)
        at += length
    return read


def detect_language(texts: Sequence[str]) -> str | None:
    """Of the languages that are known, the one that most of the words speak for; None for English."""
    heard = set(texts)
    scores = {language: len(heard & words) for language, words in TELLING.items()}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] > len(heard & ENGLISH):
        return best
    return "ru" if any(_CYRILLIC.match(text) for text in heard) else None


@cache
def _korean_book() -> Phrasebook[tuple[Word, ...]]:
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in KOREAN_PHRASES.items())


@cache
def _book(language: str) -> Phrasebook[tuple[Word, ...]]:
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in GLOSSES[language].items())


def _nominative(word: str) -> str:
    """Of a Russian noun in another case, as far as the lexicon knows it."""
    if len(word) < 4 or lexicon.find(word) is not None:
        return word
    for case in _CASES:
        stem = word.removesuffix(case)
        if stem == word or len(stem) < 3:
            continue
        for ending in _NOMINATIVES:
            if lexicon.find(stem + ending) is not None:
                return stem + ending
    return word


def _french_singular(word: str) -> str:
    """ "oiseaux": the lexicon knows the plurals in s."""
    return word[:-1] if word.endswith(("eaux", "eux")) and lexicon.find(word) is None else word


_BASIC_FORMS = {"ru": _nominative, "fr": _french_singular}


def _from_korean(word: Word) -> list[Word]:
    """A noun and its particle, which English says before the noun that follows, or before this one."""
    if word.text in _KOREAN:
        return list(split_words(_KOREAN[word.text]))
    if lexicon.find(word.text) is not None:
        return [word]
    for particle, meaning in _PARTICLES.items():
        noun = word.text.removesuffix(particle)
        if noun != word.text and lexicon.find(noun) is not None:
            told = list(split_words(meaning))
            plain = replace(word, text=noun)
            return [plain, *told] if meaning == "and" else [*told, plain]
    return [word]
