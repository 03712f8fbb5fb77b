"""Places things that lean against others: beside them, overlapping, tall ones slanted."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate, is_plant
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.natural_size import natural_height

LEANING = "leaning"
LYING = "lying"
_UPRIGHT = 1.25
"""Height in widths above which a lying thing is turned on its side; flatter drawings lie already."""
_SLANT = 11.0
"""Degrees."""
_SLENDER = 0.62
"""Wider things, in heights, stand upright."""
_TALLEST_M = 2.4
"""Lamp posts and trees, which are higher, and doors stand upright: something leans against them."""
_AT_TRUNK, _AT_SIDE = 0.12, 0.42
"""How far from the middle of the support its side is, in its widths."""


def leans(entity: Entity) -> bool:
    if entity.action != LEANING or entity.drawing.startswith("figure:"):
        return False
    is_tall = natural_height(entity) > _TALLEST_M and entity.drawing != "own:ladder"
    return not is_tall and "hung_on" not in thing_of(entity.drawing).traits


def slant(cluster: Cluster, side: int) -> Cluster:
    """With its top to the right where `side` is -1, the left."""
    part = cluster.parent
    if LYING in part.entity.attributes and not is_animate(part.entity.drawing):
        if part.height < _UPRIGHT * part.width:
            return cluster
        return Cluster((replace(part, tilt=90, width=part.height, height=part.width), *cluster.parts[1:]))
    if not leans(part.entity) or part.width > _SLENDER * part.height:
        return cluster
    return Cluster((replace(part, tilt=-side * _SLANT), *cluster.parts[1:]))


def place_leaning(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    reach = (_AT_TRUNK if is_plant(parent.entity.drawing) else _AT_SIDE) * parent.width
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        side = -1 if index % 2 == 0 else 1
        x = side * (reach + (0.5 * child.width if child.width <= _SLENDER * child.height else 0.3 * child.width))
        parts += slant(child, side).move(x, 0, depth=0.15).parts
    return Cluster(tuple(parts))
