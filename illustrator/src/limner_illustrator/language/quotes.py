"""Takes quoted lettering out of a prompt, before anything else is read."""

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
# A single quote opens only before a word and closes only after one, so that "Ana's" and "the dogs' ball" stay.
_SINGLE = "|".join(
    rf"(?<![\w{closing}]){opening}(?=\S)((?:[^{opening}{closing}\n]|(?<=\w){closing}(?=\w)){{1,{MAX_LETTERS}}}?)(?<=\S){closing}(?!\w)"
    for opening, closing in (("'", "'"), ("‘", "’"), ("`", "`"))
)
_DOUBLE_QUOTED = re.compile(_DOUBLE)
_SINGLE_QUOTED = re.compile(_SINGLE)
_PRIVATE = str.maketrans("", "", TEXT_OPEN + TEXT_CLOSE)


def extract_quotes(prompt: str) -> tuple[tuple[str, ...], str]:
    """The quoted texts, and the prompt with a numbered mark in the place of each."""
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
