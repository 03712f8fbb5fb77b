"""Places an audience, seen from behind, along the lower edge of the picture: heads and shoulders before the stage."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.figures.activities import FROM_BEHIND

_HEADROOM = 0.66
"""Where the tops of the farther row are, in heights of the picture."""
_STEP = 0.1
_TALL = 0.42
_STAGE = 0.78
"""Where the performers' feet are, in heights of the picture: above the heads."""
_PER_ROW = 8
_NEAREST = 50.0


def is_audience(entity: Entity) -> bool:
    return FROM_BEHIND in entity.attributes


def raise_stage(frame: Frame) -> Frame:
    """The part of the stage that the audience leaves free."""
    return replace(frame, ground=replace(frame.ground, y=min(frame.ground.y, _STAGE * frame.height)))


def place_audience(frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """In one or two staggered rows, the nearer one lower; their bodies go beyond the picture."""
    number = 1 if len(clusters) <= _PER_ROW else 2
    spots: list[Spot] = []
    for row in range(number):
        members = clusters[row::number]
        slot = 1.04 * frame.width / len(members)
        for place, cluster in enumerate(members):
            parent = cluster.parent
            unit = _TALL * (1 + 0.12 * row) * frame.height / parent.height
            x = (place + 0.5 - 0.5 * (number - 1) * (0.5 - row)) * slot - 0.02 * frame.width
            foot = (_HEADROOM + _STEP * row) * frame.height + parent.height * unit
            spots.append(Spot(cluster, x, foot, unit, depth=_NEAREST + row, grounded=False, shadow="none"))
    return spots
