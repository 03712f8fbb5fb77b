"""Reads how dark a room is: "a dark room", "lit only by one candle"."""

from collections.abc import Sequence

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.language.token import Token

_LIT = frozenset({"lit", "illuminated", "lighted"})
_BY = frozenset({"by", "with", "from"})
_ONE = frozenset({"a", "one", "single", "lone", "the", "an", "only", "just", "solely", "flickering", "small", "tiny"})
_LIGHTS = frozenset({"candle", "lantern", "torch", "oil lamp", "flame", "lamp", "campfire", "fireplace", "fire"})
_DARK = frozenset({"dark", "unlit", "dim", "dimly", "pitch-black", "darkened"})


def read_lamps(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "lit by a candle" and "a dark room" as the light of the picture."""
    read: list[Token] = []
    has_room = any(token.kind == "backdrop" and BACKDROPS[token.value].indoor for token in tokens)
    at = 0
    while at < len(tokens):
        token, end = tokens[at], _find_light(tokens, at)
        if has_room and end is not None:
            read += [Token("time", "night", token.text), Token("accent", "onelight", token.text)]
            read.append(Token("relation", "beside", "by"))
            at = end
            continue
        if token.text in _DARK and _is_room(tokens[at + 1 : at + 2]):
            read += [Token("time", "night", token.text), Token("accent", "unlit", token.text)]
        else:
            read.append(token)
        at += 1
    return read


def _find_light(tokens: Sequence[Token], at: int) -> int | None:
    """Where the phrase of the one light starts, of "lit only by a single candle"."""
    if tokens[at].text not in _LIT:
        return None
    start = at + 1
    while start < len(tokens) and tokens[start].text in ("only", "solely", "just"):
        start += 1
    if start >= len(tokens) or tokens[start].text not in _BY:
        return None
    end = start + 1
    while end < len(tokens) and tokens[end].text in _ONE:
        end += 1
    is_light = end < len(tokens) and tokens[end].kind == "noun" and tokens[end].text in _LIGHTS
    return start + 1 if is_light else None


def _is_room(following: Sequence[Token]) -> bool:
    return any(one.kind == "backdrop" and BACKDROPS[one.value].indoor for one in following)
