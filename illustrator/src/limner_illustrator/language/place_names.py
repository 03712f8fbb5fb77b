"""Reads names of places that consist of several: the terrace of a cafe, the interior of a bookstore, a reading nook."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.token import Token

_INTERIORS = frozenset({"interior", "interiors", "inside"})
_NOOKS = frozenset({"nook", "corner"})
_SEATS = frozenset({"own:armchair", "own:sofa", "noto:chair", "noto:couch-and-lamp", "own:rocking-chair"})
_CAFES = frozenset({"cafe", "café", "coffee shop", "restaurant", "bistro", "bar"})
_TERRACES = frozenset({"terrace", "terraces", "patio"})
_OUTDOOR_FURNITURE = ((2, "parasol", "own:parasol"), (2, "table", "own:table"))
_BOARDS = frozenset({"blackboard", "chalkboard", "a blackboard", "a chalkboard"})
_WATERS = frozenset({"pond", "ponds"})
_GREENS = frozenset({"garden", "park", "meadow"})


def read_place_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with one backdrop for each name of a place."""
    read: list[Token] = []
    seat: list[Token] = []
    for token in tokens:
        before = read[-1] if read else None
        if before is not None and token.kind == "backdrop" and token.text in _INTERIORS:
            if before.kind == "backdrop" and BACKDROPS[before.value].indoor:
                continue
            if before.kind == "noun" and (place := _rooms().get(before.text)) is not None:
                read[-1] = Token("backdrop", place, before.text)
                continue
        if before is not None and before.text == "reading" and token.text in _NOOKS:
            read[-1] = Token("backdrop", "library", "reading nook")
            seat = _find_seat(tokens)
            continue
        if before is not None and before.text in _CAFES and token.text in _TERRACES:
            read[-1:] = _set_tables(before.text)
            continue
        read.append(token)
    read += seat
    return _look_outside(_clear_board(_show_pond(read)))


def _find_seat(tokens: Sequence[Token]) -> list[Token]:
    """What to add for who reads there, unless the prompt names a seat."""
    has_seat = any(one.kind == "noun" and one.value.drawing in _SEATS for one in tokens)
    seat = Token("noun", NounMatch("own:armchair", "own"), "armchair")
    return [] if has_seat else [Token("break", None, ","), Token("article", None, "an"), seat]


def _set_tables(text: str) -> list[Token]:
    """The tables of a cafe that stand outside, under a parasol."""
    tokens = [Token("backdrop", "townsquare", text), Token("with", None, "with")]
    for number, (count, noun, drawing) in enumerate(_OUTDOOR_FURNITURE):
        tokens += [Token("and", None, "and")] * (number > 0)
        tokens += [Token("number", count, str(count)), Token("noun", NounMatch(drawing, "own"), noun, plural=True)]
    return tokens


def _clear_board(tokens: list[Token]) -> list[Token]:
    """A drawing in chalk on a blackboard is on a plain dark ground, not in a classroom."""
    if not any(token.kind == "style" and token.value == "chalk" for token in tokens):
        return tokens
    cleared: list[Token] = []
    for token in tokens:
        if token.text in _BOARDS:
            cleared += [Token("backdrop", "studio", "black background"), Token("accent", "black", "black")]
        else:
            cleared.append(token)
    return cleared


def _look_outside(tokens: list[Token]) -> list[Token]:
    """In a room, "snow outside" is the weather before the window."""
    if not any(one.kind == "backdrop" and BACKDROPS[one.value].indoor for one in tokens):
        return tokens
    return [
        Token("weather", "snow", token.text)
        if token.kind == "backdrop" and token.value == "snow" and _is_outside(tokens[max(0, at - 2) : at + 4])
        else token
        for at, token in enumerate(tokens)
    ]


def _is_outside(tokens: Sequence[Token]) -> bool:
    return any(one.text in ("outside", "falling outside", "window", "windows") for one in tokens)


def _show_pond(tokens: list[Token]) -> list[Token]:
    """A garden with a pond shows the pond: what the prompt has on the water could not be on the lawn."""
    if not any(token.kind == "backdrop" and token.text in _WATERS for token in tokens):
        return tokens
    return [
        replace(token, kind="accent") if token.kind == "backdrop" and token.value in _GREENS else token
        for token in tokens
    ]


@lru_cache(maxsize=1)
def _rooms() -> dict[str, str]:
    """What rooms are called -> the names of their backdrops."""
    return {phrase: one.name for one in BACKDROPS.values() if one.indoor for phrase in one.phrases}
