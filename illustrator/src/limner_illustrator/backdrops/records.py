"""Checks the records of places, which stand beside their drawings, when they are declared."""

from collections import Counter
from dataclasses import dataclass, fields
from typing import Any, TypeVar, get_type_hints

_PHRASES = tuple[str, ...]


class RecordError(ValueError):
    """A record that cannot be used. The message names the record and the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    name: str
    phrases: _PHRASES
    """What prompts call the place. Declared as text, with commas between the phrases."""
    location: str
    """Completes "a fox ...", with its preposition: "in an airport"."""


Record = TypeVar("Record", bound=PlaceRecord)


def declare(records: dict[str, Record], kind: type[Record], name: str, values: dict[str, Any]) -> None:
    """Adds a record of this kind to `records`.

    Raises RecordError for an unknown field, a value of a wrong type, an empty field, and a name or phrase that
    another record has.
    """
    label = f'{kind.__name__} "{name}"'
    if name in records:
        raise RecordError(f"{label} is declared twice.")
    types = get_type_hints(kind)
    checked = {field: _value(label, field, value, types) for field, value in values.items()}
    missing = {"phrases", "location"} - checked.keys()
    if missing:
        raise RecordError(f"{label} lacks the field {min(missing)!r}.")
    owners = {phrase: record.name for record in records.values() for phrase in record.phrases}
    for phrase in checked["phrases"]:
        if phrase in owners:
            raise RecordError(f'{label}: the phrase "{phrase}" in {"phrases"!r} belongs to "{owners[phrase]}".')
    for field in _phrase_fields(kind):
        unknown = set(checked.get(field, ())) - set(checked["phrases"])
        if unknown:
            raise RecordError(f'{label}: "{min(unknown)}" in {field!r} is none of its phrases.')
    records[name] = kind(name=name, **checked)


def _phrase_fields(kind: type[PlaceRecord]) -> list[str]:
    """The fields that list some of the phrases."""
    return [field.name for field in fields(kind) if field.type == _PHRASES and field.name != "phrases"]


def _value(label: str, field: str, value: Any, types: dict[str, Any]) -> Any:
    if field not in types or field == "name":
        raise RecordError(f"{label}: unknown field {field!r}. Known: {', '.join(sorted(types.keys() - {'name'}))}.")
    if types[field] == _PHRASES and isinstance(value, str):
        value = tuple(phrase.strip() for phrase in value.split(","))
        twice = [phrase for phrase, number in Counter(value).items() if number > 1]
        if twice:
            raise RecordError(f'{label}: "{twice[0]}" stands twice in {field!r}.')
    elif types[field] in (str, bool, int) and type(value) is not types[field]:
        raise RecordError(f"{label}: {field!r} must be of type {types[field].__name__}, not {type(value).__name__}.")
    texts = value if types[field] == _PHRASES else (value,)
    if any(text == "" or (isinstance(text, str) and not text.strip()) for text in texts):
        raise RecordError(f"{label}: {field!r} is empty, or a part of it is.")
    return value
