"""How the API words its messages: lists of values, and the names of JSON's types."""

from collections.abc import Iterable
from typing import TypeGuard


def join_and(values: Iterable[str]) -> str:
    """`'a', 'b', and 'c'`."""
    return _join(values, "and")


def join_or(values: Iterable[str]) -> str:
    return _join(values, "or")


def _join(values: Iterable[str], word: str) -> str:
    *firsts, last = (f"'{value}'" for value in values)
    if len(firsts) < 2:
        return f" {word} ".join([*firsts, last])
    return f"{', '.join(firsts)}, {word} {last}"


def shortened(raw: object, *, limit: int = 100) -> str:
    """What a client sent, as a message may repeat it."""
    text = str(raw)
    return text if len(text) <= limit else f"{text[:limit]}…"


def is_large_integer(raw: object) -> TypeGuard[float]:
    """Whether a float may have been written as an integer: JSON parsers make floats of those beyond 64 bits."""
    return isinstance(raw, float) and abs(raw) >= 2.0**63 and raw.is_integer()


def kind_of(raw: object) -> str:
    match raw:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int():
            return "an integer"
        case float() if is_large_integer(raw):
            return "an integer"
        case float():
            return "a decimal number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"
        case tuple():
            return "a file" if len(raw) == 1 else "an array"
    return "a file"
