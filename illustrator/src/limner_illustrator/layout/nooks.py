"""Places of small things in large or clear ones: the crown of a tree, water behind glass, an arch."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_plant
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.subjects.natural_size import natural_height

PERCHED_M = 1.3
"""Lower things may be up a tree."""
_ARCH = 0.26, 0.5
"""The middle arch of a bridge, as parts of its width and height."""


def is_up_a_tree(host: Part, guests: Sequence[Cluster]) -> bool:
    small = all(natural_height(guest.host.entity) < PERCHED_M for guest in guests)
    return kinds.has(host.entity, "tree") and small


def perch(cluster: Cluster, guests: Sequence[Cluster]) -> Cluster:
    """In the crown of a tree."""
    host = cluster.host
    scale = max(1.0, min(1.8, 0.24 * host.height / max(guest.height for guest in guests)))
    parts = list(cluster.parts)
    for index, (guest, x) in enumerate(zip(guests, slots(guests, 0.6 * host.width), strict=True)):
        parts += lift_off_ground(guest.move(x, host.height * (0.56 - 0.14 * (index % 2)), scale, depth=0.1))
    return Cluster(tuple(parts))


def is_bunch(host: Part, guests: Sequence[Cluster]) -> bool:
    many = len(guests) > 3 and all(is_plant(guest.host.entity.drawing) for guest in guests)
    return many and kinds.has(host.entity, "narrow_neck")


def bunch(cluster: Cluster, guests: Sequence[Cluster]) -> Cluster:
    """Flowers in a vase: they spread from its neck, the outer ring behind."""
    host = cluster.host
    parts = list(cluster.parts)
    rings = 1 if len(guests) < 7 else 2 if len(guests) < 16 else 3
    size = (0.5, 0.38, 0.3)[rings - 1] * max(host.height, host.width)
    for ring in range(rings):
        some = guests[ring::rings]
        for index, guest in enumerate(some):
            angle = (2 * (index + 0.5) / len(some) - 1) * (0.75 + 0.12 * ring)
            scale = size / guest.height
            reach = (0.42 + 0.62 * ring) * size
            middle = host.height + reach * math.cos(angle)
            spot = guest.move(1.25 * reach * math.sin(angle), middle - 0.5 * size, scale, depth=-0.05 - 0.02 * ring)
            parts += (replace(part, tilt=part.tilt + math.degrees(angle) * 0.8) for part in lift_off_ground(spot))
    return Cluster(tuple(parts))


def swimming(cluster: Cluster, tank: tuple[float, float, float], guests: Sequence[Cluster]) -> Cluster:
    """Behind the glass of an aquarium: in rows, as large as the space allows."""
    host = cluster.host
    wide, high, middle = tank
    number = len(guests)
    rows = 1 if number < 3 else 2 if number < 9 else 3
    columns = -(-number // rows)
    cell = wide * host.width / columns, high * host.height / rows
    parts = list(cluster.parts)
    for index, guest in enumerate(guests):
        row, column = divmod(index, columns)
        in_row = min(columns, number - row * columns)
        scale = 0.86 * min(cell[0] / guest.width, cell[1] / guest.height)
        x = (column - (in_row - 1) / 2 + (0.16 if row % 2 else 0)) * cell[0]
        level = middle * host.height + ((rows - 1) / 2 - row) * cell[1]
        parts += lift_off_ground(guest.move(x, level - 0.5 * guest.height * scale, scale, depth=0.1))
    return Cluster(tuple(parts))


def span(cluster: Cluster, guests: Sequence[Cluster]) -> Cluster:
    """Under the middle arch of a bridge."""
    host = cluster.host
    wide, high = _ARCH[0] * host.width, _ARCH[1] * host.height
    total = sum(guest.width for guest in guests)
    scale = min(wide / total, high / max(guest.height for guest in guests))
    parts = list(cluster.parts)
    for guest, x in zip(guests, slots(guests, wide), strict=True):
        parts += guest.move(x, 0, scale, depth=0.1).parts
    return Cluster(tuple(parts))


def hang(cluster: Cluster, guests: Sequence[Cluster]) -> Cluster:
    """A sign on a door."""
    host = cluster.host
    parts = list(cluster.parts)
    for index, guest in enumerate(guests):
        scale = 0.8 * host.width / guest.width
        bottom = max(0.05, 0.86 - 0.3 * index) * host.height - guest.height * scale
        parts += lift_off_ground(guest.move(0, max(0.01, bottom), scale, depth=0.1))
    return Cluster(tuple(parts))


def dangling(cluster: Cluster, guests: Sequence[Cluster]) -> Cluster:
    """From a branch, below it."""
    host = cluster.host
    scale = max(1.0, min(1.6, 0.3 * host.width / max(guest.height for guest in guests)))
    parts = list(cluster.parts)
    for guest, x in zip(guests, slots(guests, 0.7 * host.width), strict=True):
        parts += lift_off_ground(guest.move(x, 0.42 * host.height - guest.height * scale, scale, depth=0.05))
    return Cluster(tuple(parts))


def slots(guests: Sequence[Cluster], room: float) -> list[float]:
    """The middle of each guest's share of the room, shared out by width, around 0."""
    total = sum(guest.width for guest in guests)
    middles, edge = [], -min(room, total * 1.25) / 2
    for guest in guests:
        share = min(room, total * 1.25) * guest.width / total
        middles.append(edge + share / 2)
        edge += share
    return middles


def lift_off_ground(guest: Cluster) -> tuple[Part, ...]:
    return tuple(replace(part, rests=False) for part in guest.parts)
