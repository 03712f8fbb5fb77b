"""Copies of one thing that stand in a row, in a circle or back to back, or fly in a V, as one cluster."""

import math
from collections.abc import Sequence

from limner_illustrator.layout.facing import find_turn
from limner_illustrator.layout.kinds import FLYING
from limner_illustrator.layout.placement import Cluster, Part, Placement
from limner_illustrator.scene import Entity

ROW, CIRCLE, BACK_TO_BACK = "in-a-row", "in-a-circle", "back-to-back"
FORMATIONS = (ROW, CIRCLE, BACK_TO_BACK)
_GAP = 0.12
"""Between neighbours in a row, in their mean width."""
_FLAT = 0.3
"""Depth of a circle on the ground as a part of its width."""
_IN_V = frozenset({"goose", "duck", "swan", "crane", "pelican", "stork", "heron", "ibis", "canada-goose"})
"""Birds whose flocks fly in a V."""
_LONGEST_ROW = 12
_FEWEST = 3
"""Two things make no circle."""


def formation_of(cluster: Cluster) -> str | None:
    return next((one for one in FORMATIONS if one in cluster.parent.entity.attributes), None)


def form(copies: list[Cluster]) -> list[Cluster]:
    """One cluster of all copies, if the prompt says how they stand or their kind flies in a V."""
    formation = formation_of(copies[0]) if copies else None
    if formation == ROW and 1 < len(copies) <= _LONGEST_ROW:
        return [_line_up(copies, _GAP)]
    if formation == CIRCLE and len(copies) >= _FEWEST:
        return [_encircle(copies)]
    if formation == BACK_TO_BACK and len(copies) == 2:
        # Icons in side view look to the left.
        return [_line_up([copies[0], copies[1].flip()], -_GAP)]
    if len(copies) >= _FEWEST and _migrates(copies[0].parent):
        return [_fly_in_v(copies)]
    return copies


def _migrates(bird: Part) -> bool:
    return bird.entity.action in FLYING and bird.entity.drawing.partition(":")[2] in _IN_V and bird.pose != "holding"


def _fly_in_v(copies: Sequence[Cluster]) -> Cluster:
    """Behind the first one, which flies to the left as icons in side view look, alternately above and below it."""
    wide = max(one.width for one in copies)
    high = max(one.height for one in copies)
    parts: list[Part] = []
    for at, one in enumerate(copies):
        rank, side = (at + 1) // 2, -1 if at % 2 else 1
        parts += one.move(0.95 * rank * wide, 0.42 * side * rank * high, depth=0.01 * at).parts
    flock = Cluster(tuple(parts))
    return flock.move(-(flock.left + flock.right) / 2, -flock.bottom)


def is_formed(entity: Entity, placements: Sequence[Placement]) -> bool | None:
    """Whether the copies stand as the prompt says; None if it says nothing."""
    formation = next((one for one in FORMATIONS if one in entity.attributes), None)
    if formation is None or entity.count < 2:
        return None
    feet = [one.y + one.height for one in placements]
    tallest = max(one.height for one in placements)
    if formation == ROW:
        return len(placements) > 1 and max(feet) - min(feet) < 0.6 * tallest
    if formation == CIRCLE:
        return len(placements) >= _FEWEST and max(feet) - min(feet) > 0.1 * tallest
    turns = [find_turn(entity, one) for one in sorted(placements, key=lambda one: one.x)]
    return len(turns) == 2 and turns[0] < 0 < turns[1]


def _line_up(copies: Sequence[Cluster], gap: float) -> Cluster:
    step = (1 + gap) * sum(one.width for one in copies) / len(copies)
    middle = (len(copies) - 1) / 2
    moved = (one.move((at - middle) * step, 0, depth=0.01 * at) for at, one in enumerate(copies))
    return Cluster(tuple(part for one in moved for part in one.parts))


def _encircle(copies: Sequence[Cluster]) -> Cluster:
    """On an ellipse. The first copy is the nearest, because the cluster stands on its foot."""
    widest = max(one.width for one in copies)
    reach = max(0.8 * widest, len(copies) * widest / 4.6)
    parts: list[Part] = []
    for at, one in enumerate(copies):
        turn = math.tau * at / len(copies)
        back = 1 - math.cos(turn)
        scale = 1 - 0.08 * back
        parts += one.move(reach * math.sin(turn), reach * _FLAT * back, scale, depth=-0.1 * back).parts
    return Cluster(tuple(parts))
