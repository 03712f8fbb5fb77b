"""Parts of the API's messages: lists of values, and names of JSON types."""

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


def shorten(raw: object, *, limit: int = 100) -> str:
    """Truncate a value that a client sent, for use in a message."""
    text = str(raw)
    return text if len(text) <= limit else f"{text[:limit]}…"


def is_large_integer(raw: object) -> TypeGuard[float]:
    """Whether a float may be an integer of more than 64 bits, which JSON parsers return as a float."""
    return isinstance(raw, float) and abs(raw) >= 2.0**63 and raw.is_integer()


def describe_type(raw: object) -> str:
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
