"""Places drivers and passengers in the windows of a vehicle, or above the edge of an open one."""

from dataclasses import replace

from limner_illustrator.catalog.thing import Box
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part

NEXT_WINDOW = 0.25
"""Distance between windows, as a part of the vehicle's width."""
BUST = 0.42
ANIMAL_BUST = 0.6
"""The part of a figure's, and of an animal's, height that a window shows."""


def place_in_windows(cluster: Cluster, window: Box, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    left, top, right, bottom = window
    parts: list[Part] = list(cluster.parts)
    seats = 2 if right + NEXT_WINDOW < 0.95 else 1
    for index, child in enumerate(children[:seats]):
        bust = BUST if kinds.is_figure(child.parent.entity) else ANIMAL_BUST
        scale = min(
            (bottom - top) * parent.height / (bust * child.height), 1.3 * (right - left) * parent.width / child.width
        )
        x = ((left + right) / 2 + index * NEXT_WINDOW - 0.5) * parent.width
        sill = (1 - bottom) * parent.height
        foot = sill - (1 - bust) * child.height * scale
        inside = child.move(x, max(0.01, foot), scale, depth=0.1).parts
        parts += (replace(part, shown_from=sill, rests=False) for part in inside)
    return Cluster(tuple(parts))
