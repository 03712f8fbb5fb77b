"""Reads the options of an engine from the settings into a struct."""

import re
import typing
from collections.abc import Collection, Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

OptionalText = Annotated[str | None, Meta(description="must be a text")]
Seconds = Annotated[float, Meta(gt=0, le=1_000_000, description="must be a number of seconds above 0")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s/?#]+[^\s?#]*\Z", description="must be an http or https address")]
Headers = Annotated[dict[str, str], Meta(description="must be a table of names and texts")]
Options = TypeVar("Options", bound=msgspec.Struct)


class OptionError(ValueError):
    """An option that the engine does not accept; the message names it."""


def convert_options(kind: type[Options], options: Mapping[str, Any], *, secrets: Collection[str] = ()) -> Options:
    """Each field of `kind` is Annotated with a Meta whose `description` completes the error message:
    "'steps' <description>, not <value>." The values of `secrets` are not shown.

    Raises OptionError.
    """
    try:
        return msgspec.convert(dict(options), kind)
    except msgspec.ValidationError as error:
        raise OptionError(_explain(str(error), kind, options, secrets)) from None


def _explain(error: str, kind: type[Options], options: Mapping[str, Any], secrets: Collection[str]) -> str:
    """msgspec names a field by its path, `$.name`, or says which one is unknown or missing."""
    unknown = re.search(r"unknown field `([^`]*)`", error)
    if unknown is not None and "$." not in error:
        return f"Unknown option '{unknown[1]}'. Known: {', '.join(kind.__struct_fields__)}."
    missing = re.search(r"missing required field `(\w+)`", error)
    path = re.search(r"`\$\.(\w+)", error)
    found = path or missing
    if found is None:
        return error
    name = found[1]
    hints = typing.get_type_hints(kind, include_extras=True)
    description = hints[name].__metadata__[-1].description
    if name in secrets and name in options:
        return f"'{name}' {description}."
    return f"'{name}' {description}, not {options.get(name)!r}."
