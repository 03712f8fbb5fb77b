"""Places things around another: people around a fire, trees around a house, a fence around a garden."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout.containers import lift_off_ground
from limner_illustrator.layout.kinds import is_flying
from limner_illustrator.layout.placement import Cluster, Part

FENCES = frozenset({"own:fence"})
_FLAT = 0.2
"""Depth of a ring on the ground as a part of its width."""
_LOW = 0.5
"""What is lower than this part of the middle may stand before it."""
_FENCE_HIGH = 0.3
"""Of a fence, in heights of what it surrounds."""
_FLIER = 0.34
"""The largest height of what flies around something, in its heights."""
_GATE = 0.3
"""The opening before the door, in widths of the middle."""


def place_around(cluster: Cluster, children: list[Cluster]) -> Cluster:
    fences = [child for child in children if child.parent.entity.drawing in FENCES]
    others = [child for child in children if child not in fences]
    if fences:
        cluster = _fence_in(cluster, fences[0].parent)
    return _place_ring(cluster, others) if others else cluster


def _place_ring(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """On an ellipse, the farther ones behind the middle; tall ones leave the front free, so that the middle is seen."""
    middle = cluster.parent
    widest = max(child.width for child in children)
    tallest = max(child.height for child in children)
    if tallest < _LOW * middle.height:
        places = _circle(len(children), max(0.5 * middle.width + 0.62 * widest, len(children) * widest / 5.2))
    elif tallest < 1.25 * middle.height:
        places = _wings(len(children), 0.5 * middle.width + 0.36 * widest, 0.44 * widest)
    else:
        places = _arc(len(children), max(0.5 * middle.width + 0.62 * widest, 0.42 * len(children) * widest))
    parts = list(cluster.parts)
    for index, (child, (x, back)) in enumerate(zip(children, places, strict=True)):
        if is_flying(child.parent.entity, child.parent.pose):
            # In the air, at different heights, on both sides: what is in the middle must be seen.
            scale = min(1.0, _FLIER * middle.height / child.height)
            side, rank = (-1 if index % 2 == 0 else 1), index // 2
            aside = side * (0.5 * cluster.width + (0.6 + 0.3 * (rank % 2)) * child.width * scale)
            level = middle.height * (0.34 + 0.8 * (rank + 0.5 * (side > 0)) / max(1, (len(children) + 1) // 2))
            parts += lift_off_ground(child.move(aside, level, scale, depth=-0.3 * (back + 0.001)))
            continue
        parts += child.move(x, back, 1 - 0.16 * max(-1.0, min(1.0, back)), depth=-0.3 * (back + 0.001)).parts
    return Cluster(tuple(parts))


def _circle(count: int, reach: float) -> list[tuple[float, float]]:
    """x and distance behind the middle, which would hide a single one."""
    if count == 1:
        return [(-reach, 0.0)]
    if count == 2:
        return [(-reach, 0.0), (reach, 0.0)]
    angles = [math.tau * (k + 0.5) / count - math.pi / 2 for k in range(count)]
    return [(reach * math.cos(angle), reach * _FLAT * math.sin(angle)) for angle in angles]


def _wings(count: int, inner: float, step: float) -> list[tuple[float, float]]:
    """On both sides of something as high, which would hide what is behind it."""
    places = []
    for k in range(count):
        side, rank = (-1 if k % 2 == 0 else 1), k // 2
        places.append((side * (inner + rank * step), step * (0.6 if rank % 2 == 0 else -0.16)))
    return places


def _arc(count: int, reach: float) -> list[tuple[float, float]]:
    """Evenly from the left over the back to the right."""
    if count == 1:
        return [(-reach, 0.0)]
    shares = [2 * k / (count - 1) - 1 for k in range(count)]
    return [(reach * one, reach * _FLAT * (1 - 1.5 * one * one)) for one in shares]


def _fence_in(cluster: Cluster, panel: Part) -> Cluster:
    """Panels in a row before the middle with a gap at its door, and smaller ones behind it."""
    middle = cluster.parent
    scale = _FENCE_HIGH * middle.height / panel.height
    wide = panel.width * scale
    half = 0.5 * middle.width + 0.75 * wide
    number = max(1, round((half - 0.5 * _GATE * middle.width) / (0.96 * wide)))
    step = (half - 0.5 * _GATE * middle.width) / number
    front = -0.07 * middle.height
    parts = list(cluster.parts)
    for side in (-1, 1):
        for k in range(number):
            x = side * (0.5 * _GATE * middle.width + (k + 0.5) * step)
            parts.append(_panel(panel, x, front, scale * step / (0.96 * wide), depth=0.3))
    back_scale = 0.72 * scale
    for side in (-1, 1):
        x = side * (half - 0.4 * wide)
        parts.append(_panel(panel, x, 0.09 * middle.height, back_scale, depth=-0.3))
    return Cluster(tuple(parts))


def _panel(panel: Part, x: float, bottom: float, scale: float, depth: float) -> Part:
    return replace(
        panel, x=x, bottom=bottom, width=panel.width * scale, height=panel.height * scale, depth=depth, rests=True
    )
