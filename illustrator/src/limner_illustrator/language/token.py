"""A part of speech of the prompt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from limner_illustrator.language.senses import Kind


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    value: Any
    """What the phrase means: a style's name, a count, a Verb, a Drawable, ..."""
    text: str
    """The phrase, lower case."""
    plural: bool = False
    raw: str = ""
    """A single word as it was written."""
    hyphened: bool = False
    """A hyphen stands between the word before and this one."""
    also: tuple["Token", ...] = ()
    """Further meanings that hold at the same time: "starry" is a time and an accent."""


def find_run_ends(tokens: Sequence[Token], of: frozenset[Kind]) -> list[int]:
    """For each place, the first place from it on whose part is of none of these kinds."""
    ends = [len(tokens)] * (len(tokens) + 1)
    for at in range(len(tokens) - 1, -1, -1):
        ends[at] = ends[at + 1] if tokens[at].kind in of else at
    return ends
