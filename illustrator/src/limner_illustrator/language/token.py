"""A part of speech of the prompt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from limner_illustrator.language.senses import Kind


@dataclass(frozen=True, slots=True)
class Part:
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
    also: tuple["Part", ...] = ()
    """Further meanings that hold at the same time: "starry" is a time and an accent."""


def find_run_ends(parts: Sequence[Part], of: frozenset[Kind]) -> list[int]:
    """For each place, the first place from it on whose part is of none of these kinds."""
    ends = [len(parts)] * (len(parts) + 1)
    for at in range(len(parts) - 1, -1, -1):
        ends[at] = ends[at + 1] if parts[at].kind in of else at
    return ends
