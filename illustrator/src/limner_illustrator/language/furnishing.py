"""What belongs to a named place: the counter of a bookstore, the people of a crowded beach."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.place_parts import is_full_of
from limner_illustrator.language.token import Token

_COUNTERS = frozenset({"counter", "countertop"})
_COUNTER = NounMatch("own:counter", "own")
_PERSON = NounMatch("figure:person", "own")
_NEON = frozenset({"neon sign", "neon signs", "neon light", "neon lights"})
_NEON_LIGHT = frozenset({"neon", "neon light", "neon lights", "neon glow", "neon lit", "neon-lit"})
_LIT_BY_NEON = frozenset({"street", "city", "alley"})
_MANY = frozenset({
    "rows of", "row of", "many", "lots of", "a lot of", "plenty of", "numerous", "countless", "several",
})  # fmt: skip
_NUM_PEOPLE = {"crowded": 12, "packed": 12, "teeming": 12, "bustling": 8, "busy": 8}


def furnish_places(tokens: Sequence[Token]) -> list[Token]:
    """In a named room, "on the counter" is on a piece of furniture; without a room it is a close-up of its top. A busy
    place has people, unless the prompt names its own. A street with neon signs is a neon street.
    """
    tokens = _drop_usual_numbers(_light_with_neon(tokens))
    has_room = any(_is_room(token) for token in tokens)
    has_people = any(kinds.is_person(token.value.drawing) for token in tokens if token.kind in ("noun", "people"))
    furnished: list[Token] = []
    num_people = 0
    for token in tokens:
        furnished.append(_as_furniture(token) if has_room and _is_counter(token) else token)
        if token.kind == "word" and token.text in _NUM_PEOPLE and not has_people:
            num_people = _NUM_PEOPLE[token.text]
        elif token.kind == "backdrop" and num_people and BACKDROPS[token.value].is_walkable:
            furnished += _people(num_people)
            num_people = 0
        elif token.kind not in ("word", "place", "color"):
            num_people = 0
    return furnished


def _light_with_neon(tokens: Sequence[Token]) -> Sequence[Token]:
    """A street with neon, which is no picture in neon tubes, is a street of neon signs."""
    if not any(_is_street(token) or token.value == "neonalley" for token in tokens):
        return tokens
    has_signs = any(token.text in _NEON and (token.plural or token.kind != "noun") for token in tokens)
    if not has_signs and not any(_is_neon(token) for token in tokens):
        return tokens
    lit = [replace(token, kind="backdrop", value="neonalley") if _is_street(token) else token for token in tokens]
    return [Token("time", "night", one.text, raw=one.raw) if _is_neon(one) else one for one in lit]


def _is_neon(token: Token) -> bool:
    return token.kind == "style" and token.value == "neon" and token.text in _NEON_LIGHT


def _drop_usual_numbers(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without "rows of" and "many" before what the place is full of anyway: the seats of an airport."""
    places = [token.value for token in tokens if token.kind == "backdrop"]
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if token.text in _MANY and at + 1 < len(tokens) else None
        if after is None or not (after.plural and is_full_of(places, after.text)):
            kept.append(token)
    return kept


def _is_street(token: Token) -> bool:
    is_wet = token.kind == "accent" and token.text.split()[-1] in ("street", "streets")
    return is_wet or (token.kind == "backdrop" and token.value in _LIT_BY_NEON)


def _people(number: int) -> list[Token]:
    return [Token("with", None, "with"), Token("number", number, "many"), Token("noun", _PERSON, "person", plural=True)]


def _is_room(token: Token) -> bool:
    return token.kind == "backdrop" and token.value != "table" and BACKDROPS[token.value].indoor


def _is_counter(token: Token) -> bool:
    return token.kind == "backdrop" and token.text.split()[-1] in _COUNTERS


def _as_furniture(token: Token) -> Token:
    return Token("noun", _COUNTER, token.text, raw=token.raw)
