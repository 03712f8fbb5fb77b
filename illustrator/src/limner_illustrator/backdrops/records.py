"""Validates the records of places when they are declared."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from limner_illustrator.catalog.records import RecordError

_PHRASES = tuple[str, ...]


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
    types = {field: hint for field, hint in get_type_hints(kind).items() if field != "name"}
    checked = {}
    for field, value in values.items():
        if field not in types:
            raise RecordError(f"{label}: unknown field {field!r}. Known: {', '.join(sorted(types))}.")
        checked[field] = _check(label, field, value, types[field])
    for field in ("phrases", "location"):
        if field not in checked:
            raise RecordError(f"{label} lacks the field {field!r}.")
    owners = {phrase: record.name for record in records.values() for phrase in record.phrases}
    for phrase in checked["phrases"]:
        if phrase in owners:
            raise RecordError(f'{label}: the phrase "{phrase}" in \'phrases\' belongs to "{owners[phrase]}".')
    for field in (field for field, hint in types.items() if hint == _PHRASES):
        for phrase in checked.get(field, ()):
            if phrase not in checked["phrases"]:
                raise RecordError(f'{label}: "{phrase}" in {field!r} is not one of its phrases.')
    records[name] = kind(name=name, **checked)


def _check(label: str, field: str, value: Any, hint: Any) -> Any:
    """Return the value to store in the record."""
    if hint == _PHRASES:
        return _split(label, field, value)
    choices = [choice for one in (hint, *get_args(hint)) if get_origin(one) is Literal for choice in get_args(one)]
    if choices and value not in choices:
        raise RecordError(f"{label}: {field!r} must be one of {', '.join(choices)}, not {value!r}.")
    if hint in (str, bool, int) and type(value) is not hint:
        raise RecordError(f"{label}: {field!r} must be of type {hint.__name__}, not {type(value).__name__}.")
    if hint is str and not value.strip():
        raise RecordError(f"{label}: {field!r} is empty.")
    return value


def _split(label: str, field: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, str):
        raise RecordError(f"{label}: {field!r} must be text with commas, not {type(value).__name__}.")
    phrases = tuple(phrase.strip() for phrase in value.split(","))
    if "" in phrases:
        raise RecordError(f"{label}: {field!r} is empty, or one of its phrases is.")
    twice = [phrase for phrase, number in Counter(phrases).items() if number > 1]
    if twice:
        raise RecordError(f'{label}: "{twice[0]}" is listed twice in {field!r}.')
    return phrases
