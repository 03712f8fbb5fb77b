"""Own drawings: the functions that draw them. What else is known of them stands in their records."""

from collections.abc import Callable
from typing import ParamSpec

from limner_illustrator.catalog import records
from limner_illustrator.catalog.thing import Thing
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.subject import Subject

DrawFunction = Callable[[LocalCanvas, Subject], None]
P = ParamSpec("P")

_FUNCTIONS: dict[str, DrawFunction] = {}


def draw_function(name: str) -> DrawFunction | None:
    """What draws an object, by its name without the family."""
    records.load()
    return _FUNCTIONS.get(name)


def _decorator(record: Callable[P, Thing]) -> Callable[P, Callable[[DrawFunction], DrawFunction]]:
    def describe(*args: P.args, **kwargs: P.kwargs) -> Callable[[DrawFunction], DrawFunction]:
        thing = record(*args, **kwargs)

        def register(function: DrawFunction) -> DrawFunction:
            _FUNCTIONS[thing.name] = function
            return function

        return register

    return describe


drawing = _decorator(records.recorder("own", Thing))
"""Decorates the function that draws a thing; its parameters are the fields of `Thing`."""
