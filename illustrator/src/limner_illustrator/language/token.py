"""A token of the prompt: a phrase with its kind and its meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from limner_illustrator.language.senses import Kind


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    value: Any
    """Depends on the kind: a style's name, a count, a Verb, a NounMatch, ..."""
    text: str
    """The phrase in lower case."""
    plural: bool = False
    raw: str = ""
    """The original spelling of a single word."""
    hyphened: bool = False
    """Whether a hyphen joins it to the previous word."""
    also: tuple["Token", ...] = ()
    """Additional meanings: "starry" is a time and an accent."""


def find_run_ends(tokens: Sequence[Token], of: frozenset[Kind]) -> list[int]:
    """For each index, the next index (or itself) of a token whose kind is not in `of`."""
    ends = [len(tokens)] * (len(tokens) + 1)
    for at in range(len(tokens) - 1, -1, -1):
        ends[at] = ends[at + 1] if tokens[at].kind in of else at
    return ends
