"""One record for each named place of the world, declared beside the sight that it is known for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from limner_illustrator.backdrops.building_canvas import BuildingCanvas
from limner_illustrator.backdrops.records import PlaceRecord, declare

Kind = Literal["tower", "broad", "mount", "span"]
"""A `tower` rises among roofs, a `broad` sight stands before them, a `mount` behind all, a `span` crosses water."""
DrawSight = Callable[[BuildingCanvas], None]
DEFAULT_BACKDROP = "city"


@dataclass(frozen=True, slots=True)
class Sight:
    draw: DrawSight
    kind: Kind
    half: float
    """Half its width, where 100 is its height."""
    rise: float = 1.0
    """Times the usual height of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark(PlaceRecord):
    backdrop: str = DEFAULT_BACKDROP
    """Where a picture is that names this place only."""
    sight: Sight | None = None
    """None: its backdrop draws it."""
    waterside: Sight | None = None
    """What else it shows beyond water."""
    is_seen_over_water: bool = False
    has_canals: bool = False
    """Its river is a canal between houses."""


LANDMARKS: dict[str, Landmark] = {}


def declare_landmark(name: str, **fields: Any) -> None:
    """`fields` are those of Landmark; `phrases` is text with commas. Raises RecordError if they cannot be used."""
    declare(LANDMARKS, Landmark, name, fields)


def landmark(
    name: str, *, kind: Kind, half: float, rise: float = 1.0, **fields: Any
) -> Callable[[DrawSight], DrawSight]:
    """Declares the decorated function as the sight of a place: see Sight and Landmark."""

    def register(draw: DrawSight) -> DrawSight:
        declare_landmark(name, sight=Sight(draw, kind, half, rise), **fields)
        return draw

    return register
