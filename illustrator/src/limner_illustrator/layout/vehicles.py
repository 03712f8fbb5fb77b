"""Drivers and passengers are seen at the windows, or above the edge of an open vehicle."""

from dataclasses import replace

from limner_illustrator.catalog.thing import Box
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part

NEXT_WINDOW = 0.25
"""From a window to the next, as a part of the width; the seats of passengers."""
BUST = 0.42
ANIMAL_BUST = 0.6
"""How much of a figure, and of an animal, a window shows."""


def in_windows(cluster: Cluster, window: Box, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    left, top, right, bottom = window
    parts: list[Part] = list(cluster.parts)
    seats = 2 if right + NEXT_WINDOW < 0.95 else 1
    for index, guest in enumerate(guests[:seats]):
        bust = BUST if kinds.is_figure(guest.host.entity) else ANIMAL_BUST
        scale = min(
            (bottom - top) * host.height / (bust * guest.height), 1.3 * (right - left) * host.width / guest.width
        )
        x = ((left + right) / 2 + index * NEXT_WINDOW - 0.5) * host.width
        sill = (1 - bottom) * host.height
        foot = sill - (1 - bust) * guest.height * scale
        inside = guest.move(x, max(0.01, foot), scale, depth=0.1).parts
        parts += (replace(part, shown_from=sill, rests=False) for part in inside)
    return Cluster(tuple(parts))
