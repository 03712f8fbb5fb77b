"""Collects the records of all things: icons, own drawings and figures. Records are checked when they are added."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import lru_cache
from threading import Lock
from typing import Literal, ParamSpec, get_args

from limner_illustrator.catalog import art
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.thing import Kind, ShownMaterial, Thing, Trait, WornOn

Family = Literal["noto", "own", "figure"]
P = ParamSpec("P")

PACKAGES = (
    "limner_illustrator.catalog.icons",
    "limner_illustrator.subjects.objects",
    "limner_illustrator.subjects.people",
)
"""Every module in these is imported; records add themselves on import."""

MAX_HEIGHT = 10_000
"""Metres."""
_FIELDS = {field.name for field in fields(Thing)}
_VALUES = {
    "kinds": frozenset(get_args(Kind)),
    "traits": frozenset(get_args(Trait)),
    "materials": frozenset(get_args(ShownMaterial)),
}

_things: dict[str, Thing] = {}
_nouns: dict[str, str] = {}
_lock = Lock()


class RecordError(ValueError):
    """A record is wrong; the message names the thing and the field."""


def recorder(family: Family, record: Callable[P, Thing]) -> Callable[P, Thing]:
    """A function with the parameters of `Thing` that checks a record and adds it."""

    def add(*args: P.args, **kwargs: P.kwargs) -> Thing:
        name = str(args[0] if args else kwargs.get("name", "?"))
        unknown = sorted(kwargs.keys() - _FIELDS)
        if unknown:
            raise RecordError(f"{family}:{name}: unknown field {unknown[0]!r}")
        return _add(family, record(*args, **kwargs))

    return add


icon = recorder("noto", Thing)
"""Adds the record of an icon."""


def _add(family: Family, thing: Thing) -> Thing:
    drawing = f"{family}:{thing.name}"
    if thing.parts is not None:
        _define_icon(drawing, thing)
    with _lock:
        _check(drawing, thing)
        _things[drawing] = thing
        _nouns.update(dict.fromkeys(thing.words, drawing))
        thing_of.cache_clear()
    return thing


def _define_icon(drawing: str, thing: Thing) -> None:
    base = thing.base or thing.name
    if not art.has_icon(base):
        raise RecordError(f"{drawing}: base: there is no icon {base!r}")
    art.define_icon(thing.name, base, thing.parts or ())


def _check(drawing: str, thing: Thing) -> None:
    if drawing.startswith("noto:") and not art.has_icon(thing.name):
        raise RecordError(f"{drawing}: there is no such icon (name)")
    if thing.whole is not None and not art.has_icon(thing.whole):
        raise RecordError(f"{drawing}: whole: there is no icon {thing.whole!r}")
    for words in (thing.nouns, thing.near):
        if not isinstance(words, str):
            raise RecordError(f"{drawing}: nouns must be text with commas, not {words!r}")
    if drawing in _things:
        raise RecordError(f"{drawing}: there is a record already (name)")
    for field, allowed in _VALUES.items():
        values = getattr(thing, field)
        if isinstance(values, str):
            raise RecordError(f"{drawing}: {field} must be a set, not {values!r}")
        wrong = sorted(set(values or ()) - allowed)
        if wrong:
            raise RecordError(f"{drawing}: {field}: unknown value {wrong[0]!r}")
    if thing.worn_on not in (None, *get_args(WornOn)):
        raise RecordError(f"{drawing}: worn_on: unknown value {thing.worn_on!r}")
    if thing.height is not None and (not isinstance(thing.height, int | float) or not 0 < thing.height < MAX_HEIGHT):
        raise RecordError(f"{drawing}: height must be positive")
    nouns = thing.words
    for noun in nouns:
        if noun in _nouns or nouns.count(noun) > 1:
            raise RecordError(f"{drawing}: nouns: {noun!r} belongs to {_nouns.get(noun, drawing)} already")
        if noun != noun.lower():
            raise RecordError(f"{drawing}: nouns: {noun!r} is not in lower case")


_load_errors: list[Exception] = []


@lru_cache(maxsize=1)
def load() -> None:
    """Import every module that contains records, once. If that fails, each further call raises the first error: the
    records that a failed module has already added would hide it.
    """
    if _load_errors:
        raise _load_errors[0]
    try:
        for name in PACKAGES:
            package = importlib.import_module(name)
            for module in pkgutil.iter_modules(package.__path__, f"{name}."):
                importlib.import_module(module.name)
    except Exception as error:
        _load_errors.append(error)
        raise


@lru_cache(maxsize=4096)
def thing_of(drawing: str) -> Thing:
    """The record of `noto:fox`, `own:sofa` or `figure:wizard`; an empty one where nothing is known."""
    load()
    return _things.get(drawing) or Thing(drawing.partition(":")[2])


def find_area(drawing: str, noun: str) -> PartArea | None:
    """The part of that name of a drawing, or of the whole animal that is drawn for a head."""
    thing = thing_of(drawing)
    areas = (*thing.part_areas, *(thing_of(f"noto:{thing.whole}").part_areas if thing.whole else ()))
    return next((area for area in areas if area.is_called(noun)), None)


def is_recorded(drawing: str) -> bool:
    load()
    return drawing in _things


def drawings(family: Family) -> Iterator[tuple[str, Thing]]:
    """Names without the family, and their records."""
    load()
    for drawing, thing in list(_things.items()):
        if drawing.startswith(f"{family}:"):
            yield thing.name, thing


def nouns() -> dict[str, str]:
    """Noun -> drawing. The dictionary grows when records are added."""
    load()
    return _nouns
