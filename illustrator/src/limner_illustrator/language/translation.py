"""Translates the function words of other languages to English. Nouns are left to the lexicon."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from limner_illustrator.language import lexicon
from limner_illustrator.language.vocabulary.foreign_words import ENGLISH, GLOSSES, IDENTIFYING_WORDS
from limner_illustrator.language.vocabulary.glosses import KOREAN_PHRASES
from limner_illustrator.language.words import Phrasebook, Word, split_words

MAX_SAMPLE = 60
"""Number of words from which the language is detected."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Korean particles, with the English word for those that join or place a noun.
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
    """The words with known phrases of other languages translated to English."""
    korean: list[Word] = []
    for word in _translate_korean_phrases(words):
        placed = _PARTICLES.get(word.text)
        if placed and korean:
            # "the table on": the English preposition precedes the noun.
            korean[-1:] = [*split_words(placed), korean[-1], *split_words(",")]
        else:
            korean += _split_korean(word) if _HANGUL.search(word.text) else [word]
    language = detect_language([word.text for word in korean[:MAX_SAMPLE]])
    if language is None:
        return korean
    book = _load_glosses(language)
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


def _translate_korean_phrases(words: Sequence[Word]) -> list[Word]:
    texts = [word.text for word in words]
    read: list[Word] = []
    at = 0
    while at < len(words):
        found = _load_korean_phrases().match(texts, at) if words[at].lettering is None else None
        length, meaning = found or (1, (words[at],))
        read.extend(meaning)
        at += length
    return read


def detect_language(texts: Sequence[str]) -> str | None:
    """The language with the most known words, or None for English."""
    known = set(texts)
    scores = {language: len(known & words) for language, words in IDENTIFYING_WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] > len(known & ENGLISH):
        return best
    return "ru" if any(_CYRILLIC.match(text) for text in known) else None


@cache
def _load_korean_phrases() -> Phrasebook[tuple[Word, ...]]:
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in KOREAN_PHRASES.items())


@cache
def _load_glosses(language: str) -> Phrasebook[tuple[Word, ...]]:
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in GLOSSES[language].items())


def _find_nominative(word: str) -> str:
    """The nominative of a Russian noun, if the lexicon knows it."""
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


def _singularize_french(word: str) -> str:
    """The singular of a plural in x ("oiseaux"). The lexicon only knows plurals in s."""
    return word[:-1] if word.endswith(("eaux", "eux")) and lexicon.find(word) is None else word


_BASIC_FORMS = {"ru": _find_nominative, "fr": _singularize_french}


def _split_korean(word: Word) -> list[Word]:
    """Splits a noun and its particle, and moves the translated particle before the noun."""
    if word.text in _KOREAN:
        return list(split_words(_KOREAN[word.text]))
    if lexicon.find(word.text) is not None:
        return [word]
    for particle, meaning in _PARTICLES.items():
        noun = word.text.removesuffix(particle)
        if noun != word.text and lexicon.find(noun) is not None:
            particle_words = list(split_words(meaning))
            plain = replace(word, text=noun)
            return [plain, *particle_words] if meaning == "and" else [*particle_words, plain]
    return [word]
