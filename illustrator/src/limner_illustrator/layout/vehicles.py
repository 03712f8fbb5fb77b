"""Who drives is seen at the window, or above the edge of what is open."""

from dataclasses import replace

from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part

Window = tuple[float, float, float, float]

WINDOWS: dict[str, Window] = {
    "automobile": (0.28, 0.08, 0.58, 0.44),
    "taxi": (0.3, 0.18, 0.6, 0.48),
    "police-car": (0.28, 0.12, 0.58, 0.44),
    "pickup-truck": (0.3, 0.06, 0.54, 0.37),
    "delivery-truck": (0.12, 0.27, 0.38, 0.53),
    "bus": (0.42, 0.27, 0.68, 0.59),
    "tractor": (0.54, 0.08, 0.8, 0.46),
    "fire-engine": (0.08, 0.27, 0.3, 0.5),
    "sport-utility-vehicle": (0.34, 0.08, 0.62, 0.4),
    "ambulance": (0.2, 0.26, 0.46, 0.53),
    "articulated-lorry": (0.04, 0.18, 0.32, 0.54),
    "flying-saucer": (0.36, 0.06, 0.78, 0.36),
    "ufo": (0.34, 0.02, 0.66, 0.4),
    "helicopter": (0.16, 0.36, 0.5, 0.62),
    "locomotive": (0.6, 0.3, 0.98, 0.56),
    "oncoming-automobile": (0.5, 0.06, 0.86, 0.36),
    "racing-car": (0.42, -0.3, 0.66, 0.42),
    "speedboat": (0.34, -0.3, 0.66, 0.34),
}
"""Left, top, right and bottom of the driver's window, as parts of the drawing."""
NEXT_WINDOW = 0.25
"""From a window to the next, as a part of the width; the seats of passengers."""
BUST = 0.42
ANIMAL_BUST = 0.6
"""How much of a figure, and of an animal, a window shows."""


def in_windows(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    left, top, right, bottom = WINDOWS[kinds.name_of(host.entity)]
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
        inside = guest.moved(x, max(0.01, foot), scale, depth=0.1).parts
        parts += (replace(part, shown_from=sill, rests=False) for part in inside)
    return Cluster(tuple(parts))
