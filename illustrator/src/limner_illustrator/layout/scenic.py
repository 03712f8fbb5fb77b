"""Places what belongs into the distance or the sky: ships out on the water, a moon behind who is before it."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.layout import kinds, order
from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

_OFFSHORE = 0.045
"""How far below the horizon ships float, in heights of the picture."""
_SHIP_HIGH, _SHIP_WIDE = 0.34, 0.42
"""The largest size of a ship out there, in heights and widths of the picture."""
_SHIP_M = 2.5
_SWIMMERS = frozenset({
    "shark", "whale", "spouting-whale", "dolphin", "orca", "killer-whale", "fish", "tropical-fish", "blowfish", "squid",
    "narwhal", "manta-ray", "swordfish",
})  # fmt: skip
_BELOW = 0.42
"""The part of their height that is under water."""
_FAR = -5.0
_ASIDE = 0.34
"""Where a single thing is that stands on land, in widths of the picture."""
_NEARER = 3.0
"""How much larger things on land are drawn than ships at most."""
_HALO, _LARGEST_ORB = 0.8, 0.62
"""Of a sun or moon behind somebody: its least size in heights of that one, its largest in heights of the picture."""
_ABOVE = 0.62
"""Where its middle is, in heights of who is before it."""


def find_offshore(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The ships and whales of a scene on land from which one sees the sea."""
    backdrop = BACKDROPS.get(scene.backdrop or "")
    if backdrop is None or not backdrop.has_ships_offshore or frame.ground.water is not None:
        return []
    at_sea = (one for one in clusters if _is_ship(one.parent.entity) or _lives_at_sea(one.parent.entity))
    return [one for one in at_sea if one.parent.entity.area in (None, "back")]


def _is_ship(entity: Entity) -> bool:
    """A rowing boat may lie on the beach."""
    return kinds.has(entity, "watercraft") and natural_height(entity) >= _SHIP_M


def _lives_at_sea(entity: Entity) -> bool:
    """Whether it cannot be on land: not a crab, a seal or a duck."""
    return entity.drawing.partition(":")[2] in _SWIMMERS


def place_offshore(scene: Scene, frame: Frame, ships: Sequence[Cluster], *, alone: bool) -> list[Spot]:
    """In a row on the water: in the middle of the side that what is on land leaves free."""
    sides = {one.kind for one in scene.relations if any(ship.holds(one.subject) for ship in ships)}
    spot = frame.ground.spot_x
    if "right" in sides or (spot is not None and spot < 0.5 * frame.width):
        left, right = 0.5 * frame.width, 0.97 * frame.width
    elif alone and spot is None:
        left, right = 0.1 * frame.width, 0.9 * frame.width
    else:
        left, right = 0.03 * frame.width, 0.5 * frame.width
    total = 1.15 * sum(ship.width for ship in ships)
    unit = min(
        _SHIP_HIGH * frame.height / max(ship.height for ship in ships),
        _SHIP_WIDE * frame.width / max(ship.width for ship in ships),
        (right - left) / total,
    )
    foot = frame.ground.horizon + _OFFSHORE * frame.height
    edge = (left + right - total * unit) / 2
    spots = []
    for ship in map(_sink, ships):
        x = edge + 0.575 * ship.width * unit - (ship.left + ship.right) / 2 * unit
        spots.append(Spot(ship, x, foot, unit, depth=_FAR, grounded=False, shadow="none"))
        edge += 1.15 * ship.width * unit
    return spots


def _sink(cluster: Cluster) -> Cluster:
    """Of a whale, the part that is out of the water."""
    if kinds.has(cluster.parent.entity, "watercraft"):
        return cluster
    level = _BELOW * cluster.parent.height
    lowered = cluster.move(0, -level)
    return Cluster(tuple(replace(part, shown_from=0.0) for part in lowered.parts))


def stand_aside(frame: Frame, standing: list[Spot], ships: Sequence[Spot]) -> list[Spot]:
    """What is on land, no larger than things near us are; a single thing on the other side than the ships."""
    most = _NEARER * min(one.unit for one in ships)
    standing = [replace(one, unit=min(one.unit, most)) for one in standing]
    if len(standing) != 1 or frame.ground.spot_x is not None:
        return standing
    is_left = sum(one.x for one in ships) < 0.5 * frame.width * len(ships)
    return [replace(standing[0], x=(1 - _ASIDE if is_left else _ASIDE) * frame.width)]


def put_behind(scene: Scene, frame: Frame, spots: list[Spot]) -> list[Spot]:
    """Moves the sun or moon that somebody is in front of to that one, as large as it must be to be seen."""
    moved = list(spots)
    for back, front in order.find_pairs(scene, [spot.cluster for spot in spots], "behind", reverse="front"):
        orb, near = moved[back], moved[front]
        if not kinds.is_celestial(orb.cluster.parent.entity):
            continue
        tall = near.cluster.height - near.cluster.bottom
        size = min(max(orb.cluster.height * orb.unit, _HALO * tall * near.unit), _LARGEST_ORB * frame.height)
        unit = size / orb.cluster.height
        middle = near.foot - (near.cluster.bottom + _ABOVE * tall) * near.unit
        x = near.x + (near.cluster.left + near.cluster.right) / 2 * near.unit
        moved[back] = replace(orb, x=x, foot=middle + size / 2, unit=unit, depth=-1.0, grounded=False, shadow="none")
    return moved
