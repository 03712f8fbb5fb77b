"""Places what stands on nothing: branches and shelves from the sides, pictures and mirrors on a wall."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout import kinds
from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Scene

_LOWERED = 0.84
"""The scale of a door that something is above."""
_HUNG_HIGH = 0.26
"""Of what hangs beside other things, in heights of the picture; and where its middle is."""
_HUNG_AT = 0.28
_UNDER_PICTURE, _FILLED = 0.3, 0.95
"""The same where something is right below it; and the part of the height below it that this takes at most."""
_STRUNG = 1.04
"""How long a wire is, in widths of the picture."""


def hang(frame: Frame, clusters: Sequence[Cluster], *, alone: bool) -> list[Spot]:
    """In one row on the wall: in the middle or, behind other things, above them."""
    total = sum(cluster.width for cluster in clusters) * 1.2
    tallest = max(cluster.height for cluster in clusters)
    high, middle = (0.46, 0.4) if alone else (_HUNG_HIGH, _HUNG_AT)
    left, right = frame.ground.free_wall or (0.07 * frame.width, 0.93 * frame.width)
    unit = min(high * frame.height / tallest, (right - left) / total)
    edge = (left + right - total * unit) / 2
    if not alone and len(clusters) == 1 and frame.ground.free_wall is None:
        # To the side, so that a head does not cover it.
        edge = 0.12 * frame.width
    spots = []
    for cluster in clusters:
        slot = cluster.width * 1.2 * unit
        x = edge + slot / 2 - (cluster.left + cluster.right) / 2 * unit
        foot = middle * frame.height + 0.5 * cluster.height * unit
        spots.append(Spot(cluster, x, foot, unit, depth=-0.5, grounded=False, shadow="none"))
        edge += slot
    return spots


def hang_over(scene: Scene, frame: Frame, hung: list[Spot], standing: list[Spot]) -> list[Spot]:
    """The pictures and windows on the wall and the things on the floor, of which those that are said to be under one
    are smaller and right below it.
    """
    hung, standing = list(hung), list(standing)
    for relation in scene.relations:
        lower, upper = relation.subject, relation.object
        if relation.kind not in ("under", "below"):
            continue
        above = [at for at, one in enumerate(hung) if one.cluster.holds(upper)]
        below = [at for at, one in enumerate(standing) if one.cluster.holds(lower)]
        if not above or not below:
            continue
        at, over = below[0], hung[above[0]]
        thing = standing[at]
        room = thing.foot - (0.5 * _UNDER_PICTURE + _HUNG_AT) * frame.height
        if room <= 0:  # it is up in the air
            continue
        unit = min(thing.unit, _FILLED * room / thing.cluster.height)
        standing[at] = replace(thing, unit=unit)
        high = _UNDER_PICTURE * frame.height / over.cluster.height
        foot = (_HUNG_AT + 0.5 * _UNDER_PICTURE) * frame.height
        hung[above[0]] = replace(over, x=thing.x, foot=foot, unit=max(over.unit, high))
    return [*hung, *standing]


def place_doors(frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """In the wall: their sills are at its foot."""
    total = sum(cluster.width for cluster in clusters) * 1.5
    tallest = max(cluster.height for cluster in clusters)
    foot = frame.ground.horizon + 0.006 * frame.height
    unit = min(0.82 * foot / tallest, 0.86 * frame.width / total)
    edge = (frame.width - total * unit) / 2
    spots = []
    for cluster in clusters:
        slot = cluster.width * 1.5 * unit
        x = edge + slot / 2 - (cluster.left + cluster.right) / 2 * unit
        spots.append(Spot(cluster, x, foot, unit, depth=-0.5, grounded=False, shadow="none"))
        edge += slot
    return spots


def place_over_doors(frame: Frame, doors: list[Spot], clusters: Sequence[Cluster]) -> list[Spot]:
    """The doors, lower if something is above them, and that in a row above the first door."""
    if not clusters:
        return doors
    lowered = [replace(spot, unit=_LOWERED * spot.unit) for spot in doors]
    top = min(spot.foot - spot.cluster.height * spot.unit for spot in lowered)
    unit = min(0.8 * top / max(one.height for one in clusters), 0.5 * frame.width / sum(one.width for one in clusters))
    x = lowered[0].x - sum(one.width for one in clusters) * unit / 2
    over = []
    for cluster in clusters:
        foot = 0.9 * top + cluster.bottom * unit
        over.append(Spot(cluster, x - cluster.left * unit, foot, unit, depth=-0.4, grounded=False, shadow="none"))
        x += cluster.width * unit
    return [*lowered, *over]


def place_suspended(frame: Frame, clusters: Sequence[Cluster], *, alone: bool) -> list[Spot]:
    """Branches reach in from the sides, shelves are on the wall; one below the other."""
    spots: list[Spot] = []
    share = 0.86 / len(clusters) if alone else 0.5 / len(clusters)
    for index, cluster in enumerate(clusters):
        is_branch = kinds.has(cluster.parent.entity, "branch")
        parent = cluster.parent.width
        unit = min((0.9 if is_branch and alone else 0.66) * frame.width / parent, share * frame.height / cluster.height)
        if kinds.has(cluster.parent.entity, "strung"):
            unit = _STRUNG * frame.width / parent
        middle = (0.5 if alone else 0.36) + (index - (len(clusters) - 1) / 2) * share
        foot = middle * frame.height + 0.5 * cluster.height * unit
        x = 0.5 * frame.width
        from_right = is_branch and index % 2 == 1
        if is_branch:
            x = frame.width - 0.5 * parent * unit if from_right else 0.5 * parent * unit
        spots.append(Spot(cluster.flip() if from_right else cluster, x, foot, unit, depth=1.0, grounded=False))
    return spots
