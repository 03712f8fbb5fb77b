"""Places children in or on special parents: in a tree's crown, a vase, an aquarium, an arch, on a door or a branch."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_plant
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.subjects.natural_size import natural_height

_GLASS = 0.42
"""How much of the glass before them covers the things behind it."""
_TALLEST_FLOWER_M = 2.6
PERCHED_M = 1.3
"""Only things smaller than this are placed in a tree."""
_ARCH = 0.26, 0.5
"""The middle arch of a bridge, as parts of its width and height."""


def fits_in_tree(parent: Part, children: Sequence[Cluster]) -> bool:
    small = all(natural_height(child.parent.entity) < PERCHED_M for child in children)
    return kinds.has(parent.entity, "tree") and small


def place_in_tree(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Place in the crown of a tree."""
    parent = cluster.parent
    scale = max(1.0, min(1.8, 0.24 * parent.height / max(child.height for child in children)))
    parts = list(cluster.parts)
    for index, (child, x) in enumerate(zip(children, divide_width(children, 0.6 * parent.width), strict=True)):
        parts += lift_off_ground(child.move(x, parent.height * (0.56 - 0.14 * (index % 2)), scale, depth=0.1))
    return Cluster(tuple(parts))


def is_bunch(parent: Part, children: Sequence[Cluster]) -> bool:
    return all(_is_cut_flower(child.parent) for child in children) and kinds.has(parent.entity, "narrow_neck")


def _is_cut_flower(part: Part) -> bool:
    return is_plant(part.entity.drawing) and natural_height(part.entity) < _TALLEST_FLOWER_M


def place_in_vase(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Fan flowers out from the neck of a vase, the outer ring behind."""
    parent = cluster.parent
    parts = list(cluster.parts)
    rings = 1 if len(children) < 7 else 2 if len(children) < 16 else 3
    size = (0.5, 0.38, 0.3)[rings - 1] * max(parent.height, parent.width)
    for ring in range(rings):
        some = children[ring::rings]
        for index, child in enumerate(some):
            angle = (2 * (index + 0.5) / len(some) - 1) * (0.75 + 0.12 * ring)
            scale = size / child.height
            reach = (0.42 + 0.62 * ring) * size
            middle = parent.height + reach * math.cos(angle)
            spot = child.move(1.25 * reach * math.sin(angle), middle - 0.5 * size, scale, depth=-0.05 - 0.02 * ring)
            parts += (replace(part, tilt=part.tilt + math.degrees(angle) * 0.8) for part in lift_off_ground(spot))
    return Cluster(tuple(parts))


def place_in_tank(cluster: Cluster, tank: tuple[float, float, float], children: Sequence[Cluster]) -> Cluster:
    """Place behind the glass of an aquarium: in rows, as large as possible."""
    parent = cluster.parent
    wide, high, middle = tank
    number = len(children)
    rows = 1 if number < 3 else 2 if number < 9 else 3
    columns = -(-number // rows)
    cell = wide * parent.width / columns, high * parent.height / rows
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        row, column = divmod(index, columns)
        in_row = min(columns, number - row * columns)
        scale = 0.86 * min(cell[0] / child.width, cell[1] / child.height)
        x = (column - (in_row - 1) / 2 + (0.16 if row % 2 else 0)) * cell[0]
        level = middle * parent.height + ((rows - 1) / 2 - row) * cell[1]
        parts += lift_off_ground(child.move(x, level - 0.5 * child.height * scale, scale, depth=0.1))
    if kinds.has(parent.entity, "see_through"):
        parts.append(replace(parent, depth=parent.depth + 0.2, opacity=_GLASS, rests=False))
    return Cluster(tuple(parts))


def place_under_arch(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Place under the middle arch of a bridge."""
    parent = cluster.parent
    wide, high = _ARCH[0] * parent.width, _ARCH[1] * parent.height
    total = sum(child.width for child in children)
    scale = min(wide / total, high / max(child.height for child in children))
    parts = list(cluster.parts)
    for child, x in zip(children, divide_width(children, wide), strict=True):
        parts += child.move(x, 0, scale, depth=0.1).parts
    return Cluster(tuple(parts))


def place_on_door(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Hang signs on a door."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        scale = 0.8 * parent.width / child.width
        bottom = max(0.05, 0.86 - 0.3 * index) * parent.height - child.height * scale
        parts += lift_off_ground(child.move(0, max(0.01, bottom), scale, depth=0.1))
    return Cluster(tuple(parts))


def place_below_branch(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Hang from a branch, below it."""
    parent = cluster.parent
    scale = max(1.0, min(1.6, 0.3 * parent.width / max(child.height for child in children)))
    parts = list(cluster.parts)
    for child, x in zip(children, divide_width(children, 0.7 * parent.width), strict=True):
        parts += lift_off_ground(child.move(x, 0.42 * parent.height - child.height * scale, scale, depth=0.05))
    return Cluster(tuple(parts))


def divide_width(children: Sequence[Cluster], available: float) -> list[float]:
    """x of each child's centre: `available` is divided in proportion to their widths, centred on 0."""
    total = sum(child.width for child in children)
    middles, edge = [], -min(available, total * 1.25) / 2
    for child in children:
        share = min(available, total * 1.25) * child.width / total
        middles.append(edge + share / 2)
        edge += share
    return middles


def place_at_ends(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Seat two players on both sides of a table, face to face; they are drawn with their seats."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for child, side in zip(children, (-1, 1), strict=False):
        turned = (child.flip() if side < 0 else child).move(0, 0, 1.3 * parent.height / child.height)
        parts += turned.move(side * (0.5 * parent.width + 0.2 * turned.parent.width), 0, depth=0.1).parts
    return Cluster(tuple(parts))


def lift_off_ground(child: Cluster) -> tuple[Part, ...]:
    return tuple(replace(part, rests=False) for part in child.parts)
