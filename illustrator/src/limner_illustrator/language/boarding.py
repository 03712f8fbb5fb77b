"""Whether "on" a vehicle means aboard or on its roof."""

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.mention import Mention

_BOARDED = frozenset({
    "bus", "train", "tram", "subway", "plane", "airplane", "ferry", "ship", "boat", "rollercoaster", "carriage",
})  # fmt: skip
"""Vehicles that one is "on" inside."""
_OUTSIDE = frozenset({"standing", "jumping", "dancing", "lying", "sleeping"})
"""What people do on a car and not in it."""


def is_boarded(subject: Mention, vehicle: Mention) -> bool:
    """A man on a bus is in it, a goat on a car is on its roof."""
    if not kinds.is_vehicle(vehicle.drawing):
        return False
    is_outside = kinds.is_animal(subject.drawing) or subject.action in _OUTSIDE
    is_large = vehicle.noun.split()[-1] in _BOARDED or "watercraft" in thing_of(vehicle.drawing).traits
    return is_large or not is_outside
