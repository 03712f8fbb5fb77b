"""Translates prompts of other languages to English, word by word. Nouns that the art itself knows in the language are
left to the lexicon.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog.noun_classes import find_class
from limner_illustrator.language import dictionary, lexicon
from limner_illustrator.language.korean import translate_korean
from limner_illustrator.language.metaphors import is_metaphor
from limner_illustrator.language.senses import load_phrasebook
from limner_illustrator.language.vocabulary.foreign_words import AMBIGUOUS, ENGLISH, GLOSSES, IDENTIFYING_WORDS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.words import Phrasebook, Word, is_unspaced, split_words

MAX_SAMPLE = 60
"""Number of words from which the language is detected."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
MIN_JUDGED = 3
"""With fewer words, an unknown one says nothing about the language."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_SINGULAR_ARTICLES = frozenset(
    [
        "ein",
        "eine",
        "einem",
        "einer",
        "einen",
        "eines",
        "dem",
        "des",
        "das",
        "un",
        "une",
        "le",
        "la",
        "l",
        "du",
        "au",
        "una",
        "el",
        "del",
        "al",
        "il",
        "lo",
        "uno",
        "della",
        "sulla",
        "nella",
        "um",
        "uma",
        "o",
        "a",
        "do",
        "da",
        "no",
        "na",
        "een",
        "het",
    ]
)
_PLURAL_ENDINGS = {
    "de": ("n", "e", "r", "s"), "nl": ("n", "s"), "fr": ("s", "x"), "es": ("s",), "pt": ("s",), "it": ("i", "e"),
    "ru": ("ы", "и", "ами", "ями", "ах", "ях", "ов", "ев", "ей", "ам", "ям"), "pl": ("y", "i", "e", "ami", "ach"),
}  # fmt: skip
_ELISIONS = {
    "d": "de", "l": "le", "qu": "que", "un": "una", "dell": "della", "all": "alla", "sull": "sulla", "nell": "nella",
    "dall": "dalla",
}  # fmt: skip
_FUNCTION_WORDS = ENGLISH | {
    "some", "without", "behind", "between", "above", "of_the", "in_the", "front", "top", "inside", "into", "beside",
    "around", "like", "made",
}  # fmt: skip
"""Where one is meant, a gloss wins over a noun of the dictionary: "bij" is "at" before it is a bee."""
_COUNTS_AND_COLORS = COLORS.keys() | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
"""English words that other languages share: "six" is French as well, "red" Spanish for a net."""
_ROMANCE = frozenset({"fr", "es", "it", "pt"})
_CASE_PREPOSITIONS = frozenset({"в", "на", "у", "из", "с", "для", "о", "об", "при", "без", "до", "от"})
"""After them, the ending of a Russian noun says nothing about its number."""


def translate_words(words: Sequence[Word]) -> list[Word]:
    """The words with known phrases of other languages translated to English."""
    if any(_HANGUL.search(word.text) for word in words):
        words = translate_korean(words)
    words = [part for word in words for part in _translate_single(word)]
    language = detect_language([word.text for word in words[:MAX_SAMPLE]])
    return list(words) if language is None else _translate(language, words)


def translate_from(language: str, words: Sequence[Word]) -> list[Word]:
    """The words with what is known of that language translated to English."""
    return _translate(language, words)


def _translate_single(word: Word) -> Sequence[Word]:
    """A Chinese or Japanese word that is a whole phrase of the dictionary; longer runs are read later."""
    known = dictionary.load_dictionary()
    meaning = (known["zh"].get(word.text) or known["ja"].get(word.text)) if is_unspaced(word.text) else None
    return (word,) if meaning is None else split_words(meaning)


def _translate(language: str, words: Sequence[Word]) -> list[Word]:
    book = _load_phrases(language)
    words = [part for word in words for part in _expand_elision(word)]
    texts = [word.text for word in words]
    translated: list[Word] = []
    at = 0
    while at < len(words):
        found = None if words[at].lettering is not None else book.match(texts, at)
        if found is not None:
            translated.extend(found[1])
            at += found[0]
            continue
        meaning = _translate_word(language, words, at)
        if (
            language == "ru"
            and _is_genitive(words, at)
            and translated
            and _names_thing(translated[-1:] + list(meaning))
        ):
            translated.extend(split_words("of"))
        translated.extend(meaning)
        at += 1
    return _put_colors_first(translated) if language in _ROMANCE else translated


def _put_colors_first(words: list[Word]) -> list[Word]:
    """English puts the colour before the noun: "vestido rojo" is a red dress."""
    ordered = list(words)
    for at in range(len(ordered) - 1):
        noun, color = ordered[at], ordered[at + 1]
        if noun.text == "ice" and color.text == "cream":
            continue
        if color.text in COLOR_WORDS and noun.text not in COLOR_WORDS and lexicon.find(noun.text) is not None:
            ordered[at : at + 2] = [color, noun]
    return ordered


def _is_genitive(words: Sequence[Word], at: int) -> bool:
    """Whether an inflected Russian noun directly follows another word: "a basket of apples" without "of"."""
    return at > 0 and dictionary.find_basic_form("ru", words[at].text) is not None and words[at - 1].text.isalpha()


def _names_thing(words: Sequence[Word]) -> bool:
    return all(lexicon.find(word.text) is not None for word in words)


def _expand_elision(word: Word) -> list[Word]:
    """ "d'un" is "de un"."""
    elided, apostrophe, rest = word.text.partition("'")
    if not apostrophe or elided not in _ELISIONS or not rest:
        return [word]
    return [replace(word, text=_ELISIONS[elided], raw=_ELISIONS[elided]), replace(word, text=rest, hyphened=False)]


def _translate_word(language: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    word = words[at]
    if not word.text.isalpha() and "-" not in word.text:
        return [word]
    meaning = dictionary.find_meaning(language, word.text)
    if meaning is not None:
        plural = word.text not in dictionary.load_dictionary().get(language, {}) and _is_plural(language, words, at)
        return split_words(_make_plural(meaning) if plural else meaning)
    if lexicon.find_foreign(word.text) is not None:
        return [replace(word, foreign=True)]
    basic = dictionary.find_basic_form(language, word.text)
    if basic is not None and lexicon.find_foreign(basic) is not None:
        return [replace(word, text=basic, foreign=True)]
    parts = dictionary.split_compound(language, word.text)
    if parts is not None:
        head = _translate_word(language, [*words[:at], replace(word, text=parts[1])], at)
        first = dictionary.find_meaning(language, parts[0])
        modifier = split_words(first) if first is not None and lexicon.find(first) is None else ()
        return [*modifier, *head]
    return [replace(word, foreign=True)]


def _is_plural(language: str, words: Sequence[Word], at: int) -> bool:
    """Whether an inflected noun is a plural, by its ending and by the articles before it."""
    before = [word.text for word in words[max(0, at - 3) : at]]
    if not words[at].text.endswith(_PLURAL_ENDINGS.get(language, ())):
        return False
    if language in ("ru", "pl"):
        last = words[at].text[-1]
        return last not in "иые" or _CASE_PREPOSITIONS.isdisjoint(before)
    return _SINGULAR_ARTICLES.isdisjoint(before)


def _make_plural(meaning: str) -> str:
    """The plural of an English noun; all else stays."""
    found = lexicon.find(meaning)
    if found is None or lexicon.singular(meaning) != meaning or meaning in ("fish", "sheep", "deer", "snow", "bread"):
        return meaning
    irregular = next((many for many, one in lexicon.IRREGULAR.items() if one == meaning), None)
    if irregular is not None:
        return irregular
    if meaning.endswith("y") and meaning[-2] not in "aeiou":
        return f"{meaning[:-1]}ies"
    return f"{meaning}es" if meaning.endswith(("s", "x", "ch", "sh")) else f"{meaning}s"


def is_understood(words: Sequence[Word]) -> bool:
    """Whether enough of the translated words mean something. Names and numbers do not count."""
    judged = [
        word
        for word in words
        if word.lettering is None and word.text.isalpha() and (word.foreign or not word.raw[:1].isupper())
    ]
    unknown = sum(
        not lexicon.is_english(word.text)
        and lexicon.find(word.text) is None
        and find_class(word.text) is None
        and word.text not in ENGLISH
        and load_phrasebook().match([word.text], 0) is None
        for word in judged
    )
    return len(judged) < MIN_JUDGED or unknown * 2 <= len(judged)


def detect_language(texts: Sequence[str]) -> str | None:
    """The language with the most known words, or None for English."""
    known = set(texts)
    judged = known - _COUNTS_AND_COLORS
    unknown = [one for one in judged if one.isalpha() and not (lexicon.is_english(one) or is_metaphor(one))]
    whole = " ".join(texts)
    if len(texts) > 1 and (
        named := next((one for one, own in dictionary.load_dictionary().items() if whole in own), None)
    ):
        return named
    best, score = None, 0
    for language, identifying in IDENTIFYING_WORDS.items():
        own = len(judged & identifying)
        meant = sum(
            dictionary.find_meaning(language, text) is not None
            for text in unknown
            if text not in identifying | AMBIGUOUS
        )
        english = len((known & ENGLISH) - GLOSSES[language].keys())
        if own + meant > max(score, english) and (own or 2 * len(unknown) >= len(known - {",", "."})):
            best, score = language, own + meant
    return best or ("ru" if any(_CYRILLIC.match(text) for text in known) else None)


@cache
def _load_phrases(language: str) -> Phrasebook[tuple[Word, ...]]:
    """Function words, and the phrases and words of the dictionary."""
    own = dictionary.load_dictionary().get(language, {})
    glosses = GLOSSES.get(language, {})
    joints = {phrase: meaning for phrase, meaning in glosses.items() if _FUNCTION_WORDS.issuperset(meaning.split())}
    phrases = {**glosses, **own, **joints}
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in phrases.items())
