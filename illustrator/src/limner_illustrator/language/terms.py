"""Nouns and compounds that no drawing shows, by what they are. The data comes from WordNet; see `assets/terms.py`."""

import json
import zlib
from functools import lru_cache
from typing import Literal

from limner_illustrator.catalog import art
from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.vocabulary import compounds

TermKind = Literal["things", "persons", "abstract", "others"]
_KINDS: tuple[TermKind, ...] = ("things", "persons", "abstract", "others")
MAX_WORDS = 4


def classify(noun: str) -> TermKind | None:
    """What an undrawn noun is, in singular or plural; None for other words."""
    forms = (noun, singular(noun))
    if any(form in compounds.SHOWING_HEADS for form in forms):
        return "others"
    if any(form in compounds.HIDING_HEADS for form in forms):
        return "things"
    terms = _load_terms()
    return next((kind for kind in _KINDS for form in forms if form in terms[kind]), None)


def is_idea(phrase: str) -> bool:
    """Whether a phrase of several words means something that cannot be drawn: "bear market", "floor plan"."""
    return phrase in compounds.LEFT_OUT or singular(phrase) in compounds.LEFT_OUT or _is_in("ideas", phrase)


def is_undrawn_thing(phrase: str) -> bool:
    """Whether a phrase of several words means a thing without a drawing: "butterfly net"."""
    return _is_in("compounds", phrase)


def _is_in(kind: str, phrase: str) -> bool:
    terms = _load_terms()[kind]
    return phrase in terms or singular(phrase) in terms


@lru_cache(maxsize=1)
def _load_terms() -> dict[str, frozenset[str]]:
    terms: dict[str, list[str]] = json.loads(zlib.decompress(art.read_data("terms.bin")))
    return {kind: frozenset(nouns) for kind, nouns in terms.items()}
