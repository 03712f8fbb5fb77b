"""Keeps those who only stand in a street off its roadway."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_vehicle
from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Spot
from limner_illustrator.scene import Scene

_STREETS = frozenset({"street"})
_PAVEMENT = 0.2
"""Where feet are on the pavement, from its far edge to the lower edge of the picture."""
_STANDING = frozenset({
    None, "standing", "waiting", "talking", "waving", "singing", "reading", "texting", "phoning", "begging", "sitting",
    "sleeping", "playing-guitar", "smiling", "laughing", "watching", "looking", "selling", "giving", "drinking",
    "eating",
})  # fmt: skip
"""Actions of those who do not cross the road."""


def keep_off_roadway(scene: Scene, frame: Frame, spots: list[Spot]) -> list[Spot]:
    """With people, animals and street furniture in one row on the pavement, and vehicles on the road."""
    rows = {round(spot.depth) for spot in spots if spot.grounded}
    if scene.backdrop not in _STREETS or len(rows) > 1 or frame.ground.floating:
        return spots
    level = frame.ground.horizon + _PAVEMENT * (frame.height - frame.ground.horizon)
    return [replace(one, foot=min(one.foot, level)) if _stays(one) else one for one in spots]


def _stays(spot: Spot) -> bool:
    """Whether nothing in it drives or moves along."""
    is_moving = any(
        part.entity.action not in _STANDING or is_vehicle(part.entity.drawing) for part in spot.cluster.parts
    )
    return spot.grounded and not is_moving
