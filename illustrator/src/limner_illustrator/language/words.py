"""Splits a prompt into words, and finds known phrases among them. Contains no vocabulary."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

# Extracted lettering is replaced by its number between these two private-use characters.
TEXT_OPEN, TEXT_CLOSE = "\ue000", "\ue001"

_WORD = re.compile(
    rf"{TEXT_OPEN}(?P<lettering>\d+){TEXT_CLOSE}"
    r"|(?P<possessive>(?<=\w)['’]s(?!\w))"
    r"|(?P<number>\d+(?:[.,]\d+)*)(?=\W|$|x\b|k\b)"
    r"|(?P<word>[^\W_]+(?:['’](?!s\b)[^\W_]+)*|&)"
    r"|(?P<stop>[.!?;\n|。！？；]+)"
    r"|(?P<comma>[,:()\[\]{}、，：—–]+)",
)
# Scripts without spaces between words.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u200c\u200d\ufe0f]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the prompt. Punctuation is a word too: `,` inside a sentence and `.` at its end."""

    text: str
    """Lower case."""
    raw: str
    hyphened: bool = False
    """Whether a hyphen joins it to the previous word."""
    lettering: int | None = None
    """The number of the extracted lettering in this position."""
    foreign: bool = False
    """Whether the word is of another language. It is then read as a noun only."""
    coat: str | None = None
    """What a thing is covered in, for a phrase that says so: "moss", or with its colour "cloth:red"."""
    before_noun: bool = False
    """Whether a coat belongs to the next noun and not to the one before."""


def split_words(prompt: str) -> tuple[Word, ...]:
    words: list[Word] = []
    end = -1
    plain = _MARKS.sub("", unicodedata.normalize("NFC", prompt))
    for match in _WORD.finditer(plain):
        hyphened = match.start() == end + 1 and plain[end] == "-" if 0 <= end < len(plain) else False
        end = match.end()
        raw = match.group()
        if match["lettering"] is not None:
            words.append(Word("", "", lettering=int(match["lettering"])))
        elif match["possessive"]:
            words.append(Word("'s", "'s"))
        elif match["stop"] or match["comma"]:
            words.append(Word("." if match["stop"] else ",", raw))
        else:
            words.append(Word(raw.lower().replace("’", "'"), raw, hyphened))
    return tuple(words)


def is_unspaced(text: str) -> bool:
    return _UNSPACED.search(text) is not None


def join_words(words: Sequence[Word]) -> str:
    """The words in lower case, joined by spaces or their original hyphens."""
    glued = "".join(("" if word.text == "'s" else "-" if word.hyphened else " ") + word.text for word in words)
    return glued.lstrip("- ")


class Phrasebook(Generic[Meaning]):
    """Phrases of one or more words with their meanings. The longest match wins."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        book: dict[str, dict[tuple[str, ...], Meaning]] = {}
        for text, meaning in entries:
            words = tuple(word.text for word in split_words(text))
            if not words:
                raise ValueError(f"A phrase without words: {text!r}")
            book.setdefault(words[0], {}).setdefault(words, meaning)
        self._by_first_word = {
            first: sorted(phrases.items(), key=lambda item: -len(item[0])) for first, phrases in book.items()
        }

    def list_single_words(self) -> list[str]:
        """The phrases of one word."""
        return [first for first, phrases in self._by_first_word.items() if any(len(words) == 1 for words, _ in phrases)]

    def match(self, texts: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """(number of words, meaning) of the longest phrase that starts at `texts[at]`."""
        for words, meaning in self._by_first_word.get(texts[at], ()):
            if tuple(texts[at : at + len(words)]) == words:
                return len(words), meaning
        return None


def split_variants(table: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """(phrase, value) for a table of value -> phrases separated by commas."""
    for value, phrases in table.items():
        for text in phrases.split(","):
            yield text.strip(), value
