"""Extracts quoted lettering from a prompt before it is parsed."""

import re

from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN

MAX_TEXTS = 8
MAX_LETTERS = 200

_PAIRS = (
    ('"', '"'),
    ("“", "”"),
    ("„", "“"),
    ("„", "”"),
    ("”", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
)
_DOUBLE = "|".join(rf"{opening}([^{opening}{closing}\n]{{1,{MAX_LETTERS}}}){closing}" for opening, closing in _PAIRS)
# A single quote opens only before a word and closes only after one, so that apostrophes are not quotes.
_SINGLE = "|".join(
    rf"(?<![\w{closing}]){opening}(?=\S)((?:[^{opening}{closing}\n]|(?<=\w){closing}(?=\w)){{1,{MAX_LETTERS}}}?)(?<=\S){closing}(?!\w)"
    for opening, closing in (("'", "'"), ("‘", "’"), ("`", "`"))
)
_DOUBLE_QUOTED = re.compile(_DOUBLE)
_SINGLE_QUOTED = re.compile(_SINGLE)
_PRIVATE = str.maketrans("", "", TEXT_OPEN + TEXT_CLOSE)


def extract_quotes(prompt: str) -> tuple[tuple[str, ...], str]:
    """The quoted texts, and the prompt with each replaced by a numbered mark."""
    texts: list[str] = []

    def take(match: re.Match[str]) -> str:
        text = " ".join(next(group for group in match.groups() if group is not None).split())
        if TEXT_OPEN in text or not any(letter.isalnum() for letter in text) or len(texts) >= MAX_TEXTS:
            return match.group()
        texts.append(text)
        return f" {TEXT_OPEN}{len(texts) - 1}{TEXT_CLOSE} "

    marked = _DOUBLE_QUOTED.sub(take, prompt.translate(_PRIVATE))
    marked = _SINGLE_QUOTED.sub(take, marked)
    return tuple(texts), marked
