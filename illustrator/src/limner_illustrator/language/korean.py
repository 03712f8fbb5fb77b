"""Reads Korean: splits off particles, translates, and puts the words into English order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from limner_illustrator.language import dictionary, lexicon
from limner_illustrator.language.vocabulary.glosses import KOREAN_PHRASES
from limner_illustrator.language.words import Phrasebook, Word, split_words

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Particles, with the English word for those that join or place a noun; the subject is set off by a comma.
_PARTICLES = {
    "안에서": "in", "속에서": "in", "앞에서": "in front of", "옆에서": "next to", "뒤에서": "behind", "밑에서": "under",
    "위에서": "on", "위에": "on", "위의": "on", "아래에서": "under", "아래에": "under", "아래의": "under",
    "밑에": "under", "밑의": "under", "옆에": "next to", "옆의": "next to", "앞에": "in front of",
    "앞의": "in front of", "뒤에": "behind", "뒤의": "behind", "안에": "in", "안의": "in", "속의": "in", "속에": "in",
    "에서": "in", "으로": "", "이랑": "and", "하고": "and", "와": "and", "과": "and", "에": "in", "의": "of", "이": ",",
    "가": ",", "을": "", "를": "", "은": ",", "는": ",", "도": "", "로": "", "들": "",
}  # fmt: skip
_NUMBERS = {
    "한": "one", "두": "two", "세": "three", "네": "four", "다섯": "five", "여섯": "six", "일곱": "seven",
    "여덟": "eight", "아홉": "nine", "열": "ten", "하나": "one", "둘": "two", "셋": "three", "넷": "four",
}  # fmt: skip
_ADJECTIVES = frozenset({
    "old", "young", "small", "large", "long", "red", "blue", "green", "yellow", "orange", "purple", "pink", "brown",
    "black", "white", "gray", "golden", "silver", "wooden", "beautiful", "happy", "cute", "sad", "magical", "one",
    "two", "three", "four", "five", "six",
})  # fmt: skip
_COUNTERS = re.compile(r"(?:마리|명|개|송이|그루|권|채|대|척|잔|병|장)(?P<particle>의|가|이|를|을|와|과|하고|는|은)?")
_AND = ("와", "과", "하고")
_OBJECT = ("을", "를")
_LIGHT = frozenset({"있는", "있다", "날", "풍경", "모습", "그림", "사진"})
"""Words that add nothing."""


def translate_korean(words: Sequence[Word]) -> list[Word]:
    """English words where the Korean ones are known."""
    read: list[Word] = []
    texts = [word.text for word in words]
    at = 0
    start = 0
    while at < len(words):
        word = words[at]
        if not _HANGUL.search(word.text):
            read.append(word)
            start = len(read) if word.text in (",", ".") else start
            at += 1
            continue
        counted = _read_number_after(texts, at)
        if counted is not None:
            noun = _find_noun_start(read, start)
            read[noun:noun] = split_words(counted)
            if (match := _COUNTERS.fullmatch(texts[at + 1])) is not None and match["particle"] in _AND:
                read.extend(split_words("and"))
            at += 2
            continue
        phrase = _load_phrases().match(texts, at)
        if phrase is not None:
            meaning = phrase[1]
            if _is_verb(meaning) and read and at and _ends_object(texts[at - 1]):
                at = _move_behind_subject(words, read, start, at + phrase[0], meaning)
                continue
            read.extend(meaning)
            at += phrase[0]
            continue
        placed = _PARTICLES.get(word.text)
        if placed is not None and read:
            _place(read, start, placed)
        else:
            read.extend(_translate_word(read, start, word))
        at += 1
    return read


def _read_number_after(texts: Sequence[str], at: int) -> str | None:
    """The number that follows its noun and precedes a counter: "고양이 두 마리"."""
    number = _NUMBERS.get(texts[at])
    if at == 0 or number is None or at + 1 >= len(texts) or not _COUNTERS.fullmatch(texts[at + 1]):
        return None
    return number


def _find_noun_start(read: Sequence[Word], start: int) -> int:
    """Where the last noun phrase begins."""
    at = len(read) - 1
    while at > start and not _is_joint(read[at - 1]):
        at -= 1
    return max(at, start)


def _is_joint(word: Word) -> bool:
    return word.text in (",", ".", "and", "in", "on", "under", "behind", "of", "to")


def _place(read: list[Word], start: int, preposition: str) -> None:
    """ "the table on": the English preposition precedes the noun."""
    noun = _find_noun_start(read, start)
    if preposition in ("and", ","):
        read.extend(split_words(preposition))
    elif preposition:
        read[noun:noun] = split_words(preposition)
        read.extend(split_words(","))


def _translate_word(read: list[Word], start: int, word: Word) -> list[Word]:
    """A noun and its particle; the preposition for the particle is put before the noun phrase that it ends."""
    if word.text in _LIGHT:
        return []
    is_counted = bool(read) and read[-1].text in _NUMBERS.values()
    if is_counted and _COUNTERS.fullmatch(word.text):
        return []
    known = _translate_noun(word, word.text)
    if known is not None:
        return known
    for particle, meaning in _PARTICLES.items():
        noun = word.text.removesuffix(particle)
        translated = _translate_noun(word, noun) if noun != word.text and noun else None
        if translated is None:
            continue
        if meaning == "and":
            return [*translated, *split_words("and")]
        if meaning in ("of", ","):
            return [*translated, *split_words(",")]
        if meaning:
            opening = _find_adjectives(read, start)
            read[opening:opening] = split_words(meaning)
            return [*translated, *split_words(",")]
        return translated
    return [replace(word, foreign=True)]


def _find_adjectives(read: Sequence[Word], start: int) -> int:
    """Where the adjectives begin that stand directly before the next word."""
    at = len(read)
    while at > start and read[at - 1].text in _ADJECTIVES:
        at -= 1
    return at


def _translate_noun(word: Word, text: str) -> list[Word] | None:
    meaning = dictionary.load_dictionary()["ko"].get(text)
    if meaning is not None:
        return list(split_words(meaning))
    if text in _NUMBERS:
        return list(split_words(_NUMBERS[text]))
    return [replace(word, text=text, foreign=True)] if lexicon.find_foreign(text) is not None else None


def _ends_object(text: str) -> bool:
    return text.endswith(_OBJECT)


def _is_verb(meaning: Sequence[Word]) -> bool:
    return len(meaning) == 1 and meaning[0].text.endswith("ing")


def _move_behind_subject(words: Sequence[Word], read: list[Word], start: int, after: int, verb: Sequence[Word]) -> int:
    """Reads the subject of a relative clause and puts it before the verb and its object: "우산을 든 소녀" is a girl
    holding an umbrella. Returns where reading goes on.
    """
    end = after
    while end < len(words) and words[end].text not in (",", ".") and end - after < 4:
        end += 1
        if not _is_adjective(words[end - 1].text):
            break
    opening = _find_noun_start(read, start)
    thing = read[opening:]
    subject = translate_korean(words[after:end])
    read[opening:] = [*subject, *verb, *thing] if subject else [*verb, *thing]
    return end


def _is_adjective(text: str) -> bool:
    return dictionary.load_dictionary()["ko"].get(text, _NUMBERS.get(text)) in _ADJECTIVES


@cache
def _load_phrases() -> Phrasebook[tuple[Word, ...]]:
    own = dictionary.load_dictionary()["ko"]
    phrases = {**KOREAN_PHRASES, **{phrase: meaning for phrase, meaning in own.items() if phrase not in _NUMBERS}}
    # "자고 있는" (sleeping, before a noun) and "자고 있다" (is sleeping)
    phrases |= {f"{phrase[:-1]}다": meaning for phrase, meaning in phrases.items() if phrase.endswith("고 있는")}
    return Phrasebook((phrase, split_words(meaning)) for phrase, meaning in phrases.items())
