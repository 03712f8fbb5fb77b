"""Has what is in front of a thing overlap it, wherever the two were arranged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.layout import kinds, order
from limner_illustrator.layout.limits import SCENERY_M
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

_BEFORE, _BEFORE_LARGE = 0.15, 0.6
"""How far things reach over what is behind them, or over a house, in widths of the narrower one."""
_ROOM_M = 2.2
"""Houses, vehicles and trees are at least as high."""
_SMALLER = 0.6
"""What is less high than this part of what is behind it shows that it is."""
_COVERING, _LOW_BEFORE, _HIGH_BEFORE = 0.7, 0.5, 0.8
"""From which part of its width on a row covers what is behind it, and how high it is then, and else, in its heights."""
_LIFTED = 0.3
"""How high fliers are before what they are in front of, in its heights."""
_ASIDE, _LOWER = 0.34, 0.16
"""How far what is in front of a floating thing is from its middle, in widths and heights of the two."""


def is_large(cluster: Cluster) -> bool:
    """Whether it is scenery: a house or a tree, and nothing is on it, in it or under it."""
    is_lived_in = any(is_animate(part.entity.drawing) for part in cluster.parts)
    entity = cluster.parent.entity
    return natural_height(entity) >= SCENERY_M and not is_lived_in and not kinds.is_toy(entity)


def align_depth(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """Moves what is behind other things until they are in front of it, and not only at its side."""
    aligned = list(spots)
    sided = {end for one in scene.relations if one.kind in ("left", "right") for end in (one.subject, one.object)}
    clusters = [spot.cluster for spot in spots]
    groups: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for back, front in order.find_pairs(scene, clusters, "behind", reverse="front"):
        if spots[back].depth < spots[front].depth:
            aligned[front] = _limit_before(aligned[back], aligned[front])
            groups[clusters[back].parent.entity.id, clusters[front].parent.entity.id].append((back, front))
    for pairs in groups.values():
        # Several copies keep their distances: it is enough that one of them is where it must be.
        shift = min((_find_reach(aligned[back], aligned[front]) for back, front in pairs), key=abs)
        moves_front = any(clusters[back].holds(one) for back, _ in pairs for one in sided)
        for at in {pair[moves_front] for pair in pairs}:
            aligned[at] = replace(aligned[at], x=aligned[at].x + (-shift if moves_front else shift))
    return aligned


def _find_reach(far: Spot, near: Spot) -> float:
    """How far the thing behind must move to the right, or to the left if negative."""
    share = _BEFORE_LARGE if is_large(far.cluster) else _BEFORE
    reach = share * min(far.cluster.width * far.unit, near.cluster.width * near.unit)
    (left, right), (before, after) = far.bounds, near.bounds
    return max(0.0, before + reach - right) - max(0.0, left - after + reach)


def _limit_before(far: Spot, near: Spot) -> Spot:
    """What is in front of a larger thing, no larger than leaves that thing to be seen."""
    behind = far.cluster.parent.entity
    if is_animate(behind.drawing) or natural_height(behind) < _ROOM_M:
        return near
    if natural_height(near.cluster.parent.entity) > _SMALLER * natural_height(behind):
        return near
    height = far.cluster.parent.height * far.unit
    wide = far.cluster.parent.width * far.unit
    covers = near.cluster.width * near.unit > _COVERING * wide
    share = _LOW_BEFORE if covers else _HIGH_BEFORE
    return replace(near, unit=min(near.unit, share * height / near.cluster.height))


def lift_before(scene: Scene, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Raises fliers that are in front of what stands on the ground: they belong before it and not into the sky."""
    lifted = list(clusters)
    for back, front in order.find_pairs(scene, clusters, "behind", reverse="front"):
        far, near = clusters[back], clusters[front]
        is_flier = kinds.is_flying(near.parent.entity, near.parent.pose) and not kinds.is_celestial(near.parent.entity)
        if is_flier and not kinds.is_flying(far.parent.entity, far.parent.pose):
            lifted[front] = near.move(0, _LIFTED * far.height)
    return lifted


def overlap_in_depth(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """Where things float, moves what is in front to what is behind it."""
    moved = list(spots)
    for back, front in order.find_pairs(scene, [spot.cluster for spot in spots], "behind", reverse="front"):
        far, near = moved[back], moved[front]
        side = 1 if near.x >= far.x else -1
        aside = _ASIDE * (far.cluster.width * far.unit + near.cluster.width * near.unit) / 2
        middle = far.foot - (far.cluster.height + far.cluster.bottom) / 2 * far.unit
        lower = _LOWER * far.cluster.height * far.unit
        foot = middle + lower + (near.cluster.height + near.cluster.bottom) / 2 * near.unit
        moved[front] = replace(near, x=far.x + side * aside, foot=foot, depth=far.depth + 0.5)
    return moved
