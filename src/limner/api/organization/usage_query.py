"""Reads query strings, in which a list is sent as `models[]=a&models[]=b` or `models=a&models=b`."""

import re
from collections.abc import Iterable
from typing import Any

from limner.core.errors import BadRequestError
from limner.families.family import Table
from limner.families.readers import FormText, Param, missing_error, text, unknown_parameter_error
from limner.families.wording import shorten

SIZE = re.compile(r"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}", re.ASCII)
MAX_LENGTH = 255
"""Of the text in a row of the ledger."""


def read_query(pairs: Iterable[tuple[str, str]], single: Table, lists: Table) -> dict[str, Any]:
    """A value for each parameter of `single`, and a tuple for each of `lists`.

    Raises BadRequestError that names the parameter, for unknown ones, too: without a misspelled filter, the numbers
    would be those of all requests.
    """
    texts: dict[str, str] = {}
    items: dict[str, list[Any]] = {name: [] for name in lists}
    for name, value in pairs:
        list_name = name.removesuffix("[]")
        if list_name in lists:
            items[list_name].append(lists[list_name].read(list_name, FormText(value)))
        elif name not in single:
            raise unknown_parameter_error(name)
        elif name in texts:
            raise BadRequestError(
                f"Duplicate parameter: '{name}'. You provided multiple values for this parameter, whereas only one is"
                " allowed.",
                param=name,
                code="duplicate_parameter",
            )
        else:
            texts[name] = value
    values: dict[str, Any] = {}
    for name, param in single.items():
        if name not in texts and param.required:
            raise missing_error(name)
        values[name] = param.read(name, FormText(texts[name])) if name in texts else param.default
    return values | {name: tuple(dict.fromkeys(found)) for name, found in items.items()}


def stored_text() -> Param:
    """Text as the database can hold it."""
    any_text = text(max_length=MAX_LENGTH)

    def read(name: str, raw: object) -> str:
        value = any_text.read(name, raw)
        if "\0" in value:
            raise BadRequestError(f"Invalid '{name}': it contains a null character.", param=name, code="invalid_value")
        return str(value)

    return Param(read=read, schema=any_text.schema)


def size() -> Param:
    """Any size that a model can draw."""

    def read(name: str, raw: object) -> str:
        if not SIZE.fullmatch(str(raw)):
            raise BadRequestError(
                f"Invalid value: '{shorten(raw)}'. Supported values are sizes such as '1024x1024'.",
                param=name,
                code="invalid_value",
            )
        return str(raw)

    return Param(read=read, schema={"type": "string", "pattern": f"^{SIZE.pattern}$"})
