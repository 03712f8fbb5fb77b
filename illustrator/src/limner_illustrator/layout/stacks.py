"""Levels of things that are above and below each other."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout import kinds, order
from limner_illustrator.layout.arrange import Frame, place_on_ground
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Scene

_NEARER = 1.3
"""How much larger what is in the air is drawn than what is on the ground at most."""


def stack(scene: Scene, frame: Frame, clusters: Sequence[Cluster], *, top: float, bottom: float) -> list[Spot]:
    """Levels by the relations above and below; unrelated clusters are in the lowest. Empty without such relations."""
    above = order.find_pairs(scene, clusters, "above", "flying_over", reverse="below")
    if not above:
        return []
    level = order.compute_ranks(len(clusters), above)
    involved = {index for pair in above for index in pair}
    levels = [
        order.sort_horizontally(scene, [clusters[k] for k in sorted(involved) if level[k] == rank])
        for rank in range(max(level) + 1)
    ]
    lowest = [cluster for k, cluster in enumerate(clusters) if k not in involved]
    rows = [row for row in levels if row]
    gap = 0.05 * (bottom - top)
    heights = [max(cluster.height for cluster in row) for row in rows]
    available = bottom - top - gap * (len(rows) - 1)
    tallest = max(heights)
    # Keep a level visible beside a much larger one.
    shares = [max(height, 0.55 * tallest) for height in heights]
    spots: list[Spot] = []
    edge = top
    for rank, (row, share) in enumerate(zip(rows, shares, strict=True)):
        room = available * share / sum(shares)
        beside = lowest if rank == len(rows) - 1 else []
        members = [*row, *beside]
        on_floor = rank == len(rows) - 1 and not frame.ground.floating
        foot = bottom if on_floor else edge + room
        if on_floor and len(members) > 3:
            spots += place_on_ground(scene, frame, members, ceiling=min(edge, foot - 0.3 * frame.height))
            continue
        own_height = max(cluster.height for cluster in members)
        total = sum(cluster.width for cluster in members) * 1.12
        unit = min(room / own_height, 0.9 * frame.width / total, 0.6 * frame.width / max(c.width for c in members))
        x = (frame.width - total * unit) / 2
        for cluster in members:
            slot = cluster.width * 1.12 * unit
            middle = x + slot / 2 - (cluster.left + cluster.right) / 2 * unit
            spots.append(Spot(cluster, middle, foot, unit, depth=len(rows) - rank, grounded=on_floor))
            x += slot
        edge += room + gap
    return spots if frame.ground.floating else limit_fliers(spots)


def limit_fliers(spots: list[Spot]) -> list[Spot]:
    """With those in the air not much larger than those on the ground: a bee is smaller than a girl."""
    standing = [one.unit for one in spots if one.grounded]
    if not standing:
        return spots
    most = _NEARER * min(standing)
    limited = []
    for spot in spots:
        is_free = spot.grounded or kinds.is_celestial(spot.cluster.parent.entity)
        if is_free or spot.unit <= most:
            limited.append(spot)
            continue
        lower = 0.5 * (spot.unit - most) * (spot.cluster.height + spot.cluster.bottom)
        limited.append(replace(spot, unit=most, foot=spot.foot - lower))
    return limited
