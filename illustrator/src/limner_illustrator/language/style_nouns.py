"""Keeps nouns that only name a style out of the picture: "editorial magazine style"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.token import Token

_STYLE = frozenset({"style", "styled", "aesthetic", "aesthetics", "vibe", "vibes", "inspired"})


def tag_style_nouns(tokens: Sequence[Token]) -> list[Token]:
    """The nouns directly before "style" as plain words, which the note names."""
    tagged = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        if token.kind == "noun" and tokens[at + 1].text in _STYLE and tokens[at + 1].kind in ("medium", "word"):
            tagged[at] = replace(token, kind="word", value=None)
    return tagged
