"""Numbers that an instruction says."""

import re

from limner_illustrator.language.vocabulary.things import MAX_COUNT, NUMBERS

_WORDS = "|".join(sorted((re.escape(word) for word in NUMBERS), key=len, reverse=True))
NUMBER = rf"(?:{_WORDS}|\d{{1,3}})"
_SAID = re.compile(rf"(?<!\w)({NUMBER})(?!\w)")


def number_of(text: str) -> int:
    count = NUMBERS[text] if text in NUMBERS else int(text)
    return max(1, min(count, MAX_COUNT))


def said_number(text: str) -> int | None:
    match = _SAID.search(text)
    return None if match is None else number_of(match[1])
