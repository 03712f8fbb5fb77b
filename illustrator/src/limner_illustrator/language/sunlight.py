"""Tells sunlight from a sun: "in the evening sun" and "driving into the sun" say how the light is."""

from collections.abc import Sequence

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.language.token import Token

_SEASONS_OF_SUN = frozenset({"winter", "summer", "autumn", "spring"})
_TOWARD = frozenset({"to", "toward", "towards", "into"})
_LOW = frozenset({"setting", "low", "late", "sinking"})


def read_sunlight(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each sun that is no thing as a time of the day. No sun is shown in a room."""
    is_inside = any(token.kind == "backdrop" and _is_room(token.value) for token in tokens)
    return [
        _as_light(token, tokens[:at], is_inside=is_inside) if _is_sun(token) else token
        for at, token in enumerate(tokens)
    ]


def _is_room(name: str) -> bool:
    return BACKDROPS[name].indoor and not BACKDROPS[name].is_vague


def _is_sun(token: Token) -> bool:
    return token.kind == "noun" and token.text == "sun" and not token.plural


def _as_light(token: Token, before: Sequence[Token], *, is_inside: bool) -> Token:
    words = [one for one in before[-2:] if one.kind != "article"]
    if any(one.text in _TOWARD for one in words) or (words and words[-1].text in _LOW):
        return Token("time", "sunset", token.text, raw=token.raw)
    is_hour = bool(words) and (words[-1].kind == "time" or words[-1].text in _SEASONS_OF_SUN)
    return Token("time", "day", token.text, raw=token.raw) if is_hour or is_inside else token
