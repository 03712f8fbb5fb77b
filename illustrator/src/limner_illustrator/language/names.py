"""Extracts unquoted lettering from a prompt: "a shop called Ember & Oak", "a sign that says Open late".

Works on the text itself, so that the lettering keeps its spelling.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from limner_illustrator.language import lexicon
from limner_illustrator.language.quotes import MAX_TEXTS
from limner_illustrator.language.senses import load_phrasebook
from limner_illustrator.language.vocabulary import inscriptions
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN, split_words

MAX_WORDS = 9
MAX_PLAIN_WORDS = 6
MAX_NAME_WORDS = 3

_PUNCTUATION = ",.;:!?)(]["
_TOKEN = re.compile(rf"{TEXT_OPEN}\d+{TEXT_CLOSE}|[^\s,;:()\[\]{TEXT_OPEN}{TEXT_CLOSE}]+|[,;:()\[\]]")
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my", "it"})
_FOR_READING = [
    [noun] for noun in ("glasses", "lamp", "nook", "chair", "room", "corner", "light", "desk", "spectacles")
]
"""Nouns of which "reading" says what they are for."""
_LONGEST_SHORT = 4
_LABEL_WIDTH = 6
"""How many words before "reading" are searched for what is read."""

Cue = Literal["says", "title", "name", "for", "short"]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    """Without the punctuation that follows it."""
    is_last: bool
    """Whether punctuation ends the sentence after it."""

    @property
    def plain(self) -> str:
        return self.text.lower()

    @property
    def is_titled(self) -> bool:
        return self.text[:1].isupper() or self.text[:1].isdigit() or self.text[:1] in "&+=#@"


def extract_names(quoted: Sequence[str], marked: str) -> tuple[tuple[str, ...], str]:
    """The quoted and the unquoted texts, and the prompt with each unquoted one replaced by a numbered mark."""
    found, marked = _mark_written(quoted, marked)
    words = [_make_word(match) for match in _TOKEN.finditer(marked)]
    is_titled = _is_titled_throughout(words)
    pieces: list[str] = []
    end = at = 0
    while at < len(words):
        cue, length = _read_cue(words, at)
        start = at + length
        num_words = _measure(words, start, cue, is_titled=is_titled) if cue is not None else 0
        if num_words and len(found) < MAX_TEXTS:
            first, last = words[start], words[start + num_words - 1]
            closing = last.end if marked[last.end - 1] in "!?" else last.start + len(last.text)
            noun = "sign " if words[start - 1].plain == "sign" else ""
            reads = "named" if cue in ("name", "title", "for") else "saying"
            pieces += [marked[end : words[at].start], f" {noun}{reads} {TEXT_OPEN}{len(found)}{TEXT_CLOSE} "]
            found.append(" ".join(marked[first.start : closing].split()))
            end = closing
        at = max(start + num_words, at + 1)
    return tuple(found), "".join(pieces) + marked[end:]


def _make_word(match: re.Match[str]) -> _Word:
    raw = match.group()
    if raw.lower() in inscriptions.ABBREVIATIONS:
        return _Word(match.start(), match.end(), raw, is_last=False)
    text = raw.rstrip(_PUNCTUATION) or raw
    return _Word(match.start(), match.end(), text, text != raw and raw[-1] in ".!?")


def _is_titled_throughout(words: Sequence[_Word]) -> bool:
    """Whether the whole prompt has capitals, which then say nothing about names."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 3 and sum(word.is_titled for word in long) > 0.75 * len(long)


def _read_cue(words: Sequence[_Word], at: int) -> tuple[Cue | None, int]:
    """The kind of the cue that starts here, and its number of words."""
    plain = [word.plain for word in words[at : at + inscriptions.LONGEST_CUE]]
    for length in range(len(plain), 0, -1):
        phrase = " ".join(plain[:length])
        cue = inscriptions.CUES.get(phrase)
        if cue is None or any(word.is_last for word in words[at : at + length]):
            continue
        if phrase in inscriptions.AMBIGUOUS_CUES and not _follows_label(words, at):
            return None, length
        if phrase == "reading" and [word.plain for word in words[at + 1 : at + 2]] in _FOR_READING:
            return None, length
        if cue == "for" and not _follows_medium(words, at):
            return None, length
        has_colon = length + at < len(words) and words[at + length].text == ":"
        return cue, length + has_colon
    return None, 1


def _follows_label(words: Sequence[_Word], at: int) -> bool:
    before = words[max(0, at - _LABEL_WIDTH) : at]
    return any(lexicon.singular(word.plain) in inscriptions.LETTERED for word in before)


def _follows_medium(words: Sequence[_Word], at: int) -> bool:
    return any(word.plain in inscriptions.BRANDED_MEDIA for word in words[max(0, at - 2) : at])


def _measure(words: Sequence[_Word], start: int, cue: Cue, *, is_titled: bool) -> int:
    """The number of words of the lettering that starts at `start`; 0 if there is none."""
    if start >= len(words) or words[start].text[0] in _PUNCTUATION + TEXT_OPEN:
        return 0
    first = words[start]
    if cue == "short":
        # "the letter A", but not "a letter to Santa"
        return int(len(first.text) <= _LONGEST_SHORT and (first.text.isupper() or first.text.isdecimal()))
    if not first.is_titled:
        return _measure_plain(words, start, cue)
    length = _measure_titled(words, start, cue, is_titled=is_titled)
    after = words[start + length] if start + length < len(words) and not words[start + length - 1].is_last else None
    follows = after is not None and after.text not in _PUNCTUATION and after.plain not in inscriptions.ENDS
    if cue == "for":
        is_known = load_phrasebook().match([first.plain, ""], 0) is not None or lexicon.find(first.text) is not None
        if (length == 1 and is_known) or (follows and not (after and after.plain in inscriptions.COMPANIES)):
            return 0
    if cue == "says" and follows and not _is_shouted(first) and not is_titled:
        return _extend_sentence(words, start, length)
    return length


def _measure_titled(words: Sequence[_Word], start: int, cue: Cue, *, is_titled: bool) -> int:
    """Words with capitals, and the small words between them."""
    at = start + 1
    joins = inscriptions.JOINS if cue in ("says", "title") else inscriptions.NAME_JOINS
    shouts = _is_shouted(words[start])
    greets = words[start].plain in inscriptions.GREETINGS
    while at < len(words) and at - start < MAX_WORDS and not words[at - 1].is_last:
        following = at
        if greets and words[at].text == ",":
            following += 1
        while not is_titled and following < min(len(words), at + 3) and words[following].plain in joins:
            following += 1
        if following >= len(words) or not words[following].is_titled:
            break
        if shouts and following > at and not words[following].text.isupper():
            break
        if is_titled and words[at].plain in inscriptions.ENDS:
            break
        at = following + 1
    return at - start


def _is_shouted(word: _Word) -> bool:
    return word.text.isupper() and len(word.text) > 1


def _extend_sentence(words: Sequence[_Word], start: int, length: int) -> int:
    """The rest of a text that has a capital at its start only: "Drink more water"."""
    while start + length < len(words) and length < MAX_WORDS:
        word = words[start + length]
        if word.text in _PUNCTUATION or word.plain in inscriptions.ENDS or words[start + length - 1].is_last:
            break
        length += 1
    while length > 1 and words[start + length - 1].plain in inscriptions.JOINS:
        length -= 1
    return length


def _measure_plain(words: Sequence[_Word], start: int, cue: Cue) -> int:
    """A text without capitals, up to the next word that cannot belong to it."""
    first = words[start].plain
    if first in _ARTICLES or cue == "for" or first in inscriptions.ENDS or not first[0].isalnum():
        return 0
    if cue == "name" and not _follows_label(words, start):
        return 0
    limit = MAX_PLAIN_WORDS if cue == "says" else MAX_NAME_WORDS
    length = 1
    while length < limit and start + length < len(words) and not words[start + length - 1].is_last:
        word = words[start + length]
        after = words[start + length + 1].plain if start + length + 1 < len(words) else ","
        goes_on = (word.plain == "and" and after not in _ARTICLES) or (word.plain == "on" and after in _PUNCTUATION)
        ends = word.plain in inscriptions.ENDS and not goes_on
        if word.text in _PUNCTUATION or word.text[0] == TEXT_OPEN or ends:
            break
        length += 1
    while length > 1 and words[start + length - 1].plain in inscriptions.JOINS - {"on"}:
        length -= 1
    return length


_WRITTEN = re.compile(
    rf"\b(with|has|and) (?:the )?((?:[A-Z0-9&+=][^\s,.;{TEXT_OPEN}]* ){{1,6}})"
    rf"(?=(?:{'|'.join(inscriptions.WRITTEN)})\b)"
)


def _mark_written(quoted: Sequence[str], marked: str) -> tuple[list[str], str]:
    """Extracts a text that stands before its cue: "with Orient Express written on the side"."""
    found = list(quoted)

    def take(match: re.Match[str]) -> str:
        if len(found) >= MAX_TEXTS or not split_words(match[2]):
            return match.group()
        found.append(match[2].strip())
        return f"{match[1]} {TEXT_OPEN}{len(found) - 1}{TEXT_CLOSE} "

    marked = _WRITTEN.sub(take, marked)
    return found, marked
