"""Parameter types: each function returns a Param whose reader validates raw values with the API's literal messages."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from limner.core.errors import BadRequestError
from limner.core.upload import Upload
from limner.families.wording import describe_type, is_large_integer, join_and, join_or, shorten

Reader = Callable[[str, object], Any]
BodyKind = Literal["json", "form"]


class FormText(str):
    """A text value of a multipart form, from which numbers and booleans must be parsed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    read: Reader
    schema: Mapping[str, Any]
    """JSON Schema for the OpenAPI document."""
    json_schema: Mapping[str, Any] | None = None
    """The schema in a JSON body, where it differs."""
    default: object = None
    required: bool = False
    field: str | None = None
    """The field of ImageRequest, if its name differs from the parameter's."""
    nullable: bool = True
    """Whether null in JSON, or the literal `null` in a form, counts as omitted."""
    only: BodyKind | None = None
    """The only kind of body in which it is allowed."""
    refused: bool = False
    """Known, but always rejected: ImageRequest has no field for it."""


def wrong_type_error(name: str, raw: object, expected: str) -> BadRequestError:
    return BadRequestError(
        f"Invalid type for '{name}': expected {expected}, but got {describe_type(raw)} instead.",
        param=name,
        code="invalid_type",
    )


def invalid_value_error(name: str, raw: object, supported: tuple[str, ...]) -> BadRequestError:
    return BadRequestError(
        f"Invalid value: '{shorten(raw)}'. Supported values are: {join_and(supported)}.",
        param=name,
        code="invalid_value",
    )


def unknown_parameter_error(name: str) -> BadRequestError:
    name = shorten(name)
    return BadRequestError(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")


def missing_error(name: str) -> BadRequestError:
    return BadRequestError(f"Missing required parameter: '{name}'.", param=name, code="missing_required_parameter")


def prompt(max_length: int, *, too_long_error: Callable[[int], BadRequestError] | None = None) -> Param:
    """Text of 1 to `max_length` characters; whitespace alone is valid."""

    def read(name: str, raw: object) -> str:
        if not isinstance(raw, str):
            raise wrong_type_error(name, raw, "a string")
        if not raw:
            raise BadRequestError(
                f"Invalid '{name}': empty string. Expected a string with minimum length 1,"
                " but got an empty string instead.",
                param=name,
                code="empty_string",
            )
        if len(raw) > max_length:
            raise too_long_error(len(raw)) if too_long_error else _too_long_error(name, raw, max_length)
        return str(raw)

    schema = {"type": "string", "minLength": 1, "maxLength": max_length}
    return Param(read=read, schema=schema, required=True, nullable=False)


def text(*, max_length: int = 32_000) -> Param:
    def read(name: str, raw: object) -> str:
        if not isinstance(raw, str):
            raise wrong_type_error(name, raw, "a string")
        if len(raw) > max_length:
            raise _too_long_error(name, raw, max_length)
        return str(raw)

    return Param(read=read, schema={"type": "string", "maxLength": max_length})


def anything() -> Param:
    """`user`: the API accepts any value and ignores it."""
    return Param(read=lambda _, raw: str(raw), schema={"type": "string"})


FORM_INTEGER = re.compile(r"\s*[+-]?[0-9]{1,1000}\s*", re.ASCII)


def integer(low: int, high: int, *, default: int | None = None) -> Param:
    def read(name: str, raw: object) -> int:
        if isinstance(raw, FormText):
            if not FORM_INTEGER.fullmatch(raw):
                raise BadRequestError(
                    f"Invalid type for '{name}': expected an integer, but got a string value that could not be"
                    " converted into an integer.",
                    param=name,
                    code="invalid_type",
                )
            raw = int(raw)
        elif is_large_integer(raw):
            raw = int(raw)
        if not isinstance(raw, int) or isinstance(raw, bool):
            raise wrong_type_error(name, raw, "an integer")
        check_range(name, raw, low, high, "integer")
        return raw

    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Param(read=read, schema=schema, default=default)


def number(low: float, high: float) -> Param:
    def read(name: str, raw: object) -> float:
        if isinstance(raw, FormText):
            try:
                raw = float(raw)
            except ValueError:
                raise wrong_type_error(name, raw, "a number") from None
        if not isinstance(raw, int | float) or isinstance(raw, bool) or math.isnan(raw):
            raise wrong_type_error(name, raw, "a number")
        check_range(name, raw, low, high, "number")
        return float(raw)

    return Param(read=read, schema={"type": "number", "minimum": low, "maximum": high})


BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
"""Boolean literals in a form."""


def boolean(*, default: bool = False) -> Param:
    def read(name: str, raw: object) -> bool:
        if isinstance(raw, FormText) and raw.lower() in BOOLEANS:
            return BOOLEANS[raw.lower()]
        if not isinstance(raw, bool):
            raise wrong_type_error(name, raw, "a boolean")
        return raw

    return Param(read=read, schema={"type": "boolean"}, default=default)


def choice(values: Mapping[str, Any], *, default: object = None, also: Mapping[str, Any] | None = None) -> Param:
    """One of the keys of `values`; the request holds the value behind the key.

    `also`: further keys that are accepted but not listed in the error message.
    """
    known = {**values, **(also or {})}
    documented = tuple(values)

    def read(name: str, raw: object) -> Any:
        if not isinstance(raw, str):
            raise wrong_type_error(name, raw, f"one of {join_or(documented)}")
        if raw not in known:
            raise invalid_value_error(name, raw, documented)
        return known[raw]

    return Param(read=read, schema={"type": "string", "enum": list(known)}, default=default)


def words(*values: str, default: str | None = None) -> Param:
    """A choice of strings that are used as they are."""
    return choice({value: value for value in values}, default=default)


def unsupported(schema: Mapping[str, Any] | None = None) -> Param:
    """A parameter of newer models that this server does not support."""

    def read(name: str, raw: object) -> Any:
        raise BadRequestError(
            f"Unsupported parameter: '{name}' is not supported by this server.",
            param=name,
            code="unsupported_parameter",
        )

    return Param(read=read, schema=schema or {}, refused=True)


def has_no_files(raw: object) -> bool:
    return isinstance(raw, tuple) and not raw


def is_files(raw: object) -> bool:
    return isinstance(raw, tuple) and all(isinstance(one, Upload) for one in raw)


def check_range(name: str, value: float, low: float, high: float, word: str) -> None:
    got = shorten(value)
    if value < low:
        raise BadRequestError(
            f"Invalid '{name}': {word} below minimum value. Expected a value >= {low}, but got {got} instead.",
            param=name,
            code=f"{word}_below_min_value",
        )
    if value > high:
        raise BadRequestError(
            f"Invalid '{name}': {word} above maximum value. Expected a value <= {high}, but got {got} instead.",
            param=name,
            code=f"{word}_above_max_value",
        )


def _too_long_error(name: str, raw: str, max_length: int) -> BadRequestError:
    return BadRequestError(
        f"Invalid '{name}': string too long. Expected a string with maximum length {max_length},"
        f" but got a string with length {len(raw)} instead.",
        param=name,
        code="string_above_max_length",
    )
