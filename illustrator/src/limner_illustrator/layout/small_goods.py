"""Keeps hats, coins and cups near people smaller than the compressed scale of a picture makes them."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Spot
from limner_illustrator.subjects.natural_size import natural_height

_GOODS_M = 0.5
_LARGER, _LEAST = 2.2, 0.12
"""How much larger than in nature such things are beside people at most, and the least height at which they are seen,
in heights of somebody.
"""


def limit_goods(spots: list[Spot]) -> list[Spot]:
    """`spots` with small things that stand on the same ground as somebody no larger than that."""
    people = [one for one in spots if one.grounded and kinds.is_figure(one.cluster.parent.entity)]
    if not people:
        return spots
    tallest = max(people, key=lambda one: one.cluster.parent.height * one.unit)
    height = tallest.cluster.parent.height * tallest.unit
    stature = natural_height(tallest.cluster.parent.entity)
    return [_limit(one, height / stature, _LEAST * height) if _is_small(one) else one for one in spots]


def _is_small(spot: Spot) -> bool:
    entity = spot.cluster.parent.entity
    is_goods = entity.size == 1 and not is_animate(entity.drawing) and natural_height(entity) < _GOODS_M
    return spot.grounded and is_goods and len(spot.cluster.parts) == 1


def _limit(spot: Spot, scale: float, least: float) -> Spot:
    """`scale` in px per metre, `least` in px."""
    most = max(least, _LARGER * natural_height(spot.cluster.parent.entity) * scale)
    return replace(spot, unit=min(spot.unit, most / spot.cluster.height))
