"""Places what a hand, drawn by itself, holds: behind the closed fingers, or on the palm."""

from limner_illustrator.layout.containers import lift_off_ground
from limner_illustrator.layout.placement import Cluster

FIST, PALM, PALMS = "noto:raised-fist", "noto:palm-up-hand", "noto:palms-up-together"
_LENGTH = 1.9
"""Of what is in a fist, in heights of it."""
_BELOW = 0.3
"""How much of that is below the middle of the fist."""
_ON_PALM = {PALM: (0.16, 0.4, 0.62), PALMS: (0.0, 0.5, 0.7)}
"""How far right of the middle and how high up things lie, and how large they are, in widths and heights of the hand."""


def is_hand(drawing: str) -> bool:
    return drawing == FIST or drawing in _ON_PALM


def place_in_hand(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        aside = 0.12 * (index - (len(children) - 1) / 2) * parent.width
        if parent.entity.drawing == FIST:
            scale = _LENGTH * parent.height / max(child.height, child.width)
            bottom = 0.5 * parent.height - _BELOW * child.height * scale
            parts += lift_off_ground(child.move(aside, max(bottom, 0.01), scale, depth=-0.1))
            continue
        x, level, size = _ON_PALM[parent.entity.drawing]
        scale = size * parent.width / max(child.height, child.width) / max(1, len(children) ** 0.5)
        parts += lift_off_ground(child.move(x * parent.width + 3 * aside, level * parent.height, scale, depth=-0.05))
    return Cluster(tuple(parts))
