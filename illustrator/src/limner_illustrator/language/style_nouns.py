"""Tells names of styles from things: "editorial magazine style" shows no magazine, "neon reflections" are no style."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.token import Token

_STYLE = frozenset({"style", "styled", "aesthetic", "aesthetics", "vibe", "vibes", "inspired"})
_NEON = frozenset({"reflections", "reflection", "glow", "signage", "tubes", "tube", "highlights", "accents"})
"""What is neon in a picture of another style."""


def tag_style_nouns(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with those that are neither a thing nor a style as plain words, which the note names."""
    tagged = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        if token.kind == "noun" and tokens[at + 1].text in _STYLE and tokens[at + 1].kind in ("medium", "word"):
            tagged[at] = replace(token, kind="word", value=None)
        if token.text == "neon" and token.kind == "style" and tokens[at + 1].text in _NEON:
            tagged[at] = replace(token, kind="word", value=None, also=())
    return tagged
