"""Keeps what an edit did not name where it was, and finds room for what is new beside it."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.display_size import display_height
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Position, RelationKind, Scene

STEPS = 48
"""Places across the picture that are tried for a new thing."""
WIDEST, TALLEST = 0.5, 0.72
"""What a new thing takes of the picture at most."""
SHRINK = (1.0, 0.8, 0.64, 0.5, 0.4)
"""Sizes that are tried."""
SMALL_IS_BAD, HIDDEN_IS_BAD = 0.6, 1.6
"""What it costs if a new thing is small, or is hidden, against hiding others."""
COVERS_OLD = 2.5
"""How much worse it is to cover what was there before the edit than to cover another new thing."""
LEVELS = (0.24, 0.4, 0.56, 0.72)
"""Heights of the middle that are tried for what floats, from the top."""
NEARER, FARTHER = 0.09, -0.07
"""How far the feet of what is in front of a thing, or behind it, are from that thing's, in heights."""
BEHIND = 0.85
"""How much smaller it is there."""
MARGIN = 0.02
CRAMPED_COPY, CRAMPED = 0.72, 0.4
"""Where a further copy, or another new thing, fits less well, the camera steps back by one of STEPS_BACK."""
STEPS_BACK = (0.86, 0.74, 0.62, 0.52)
MOST_NEW = 12
"""More are squeezed in: placing them takes time in proportion to the square of their number."""
HORIZON = 0.62
"""The height to which feet move then."""


def measure_positions(spots: Sequence[Spot], frame: Frame) -> tuple[Position, ...]:
    """Of clusters, and of what stands on others or in them: it stays there when they go. Of what is held as well, which
    counts for nothing while it is held."""
    edge = min(frame.width, frame.height)
    own = {_key(spot.cluster) for spot in spots}
    borne = [
        Position(
            entity=part.entity.id,
            copy=part.copy,
            x=round((spot.x + part.x * spot.unit) / frame.width, 5),
            foot=round((spot.foot if spot.grounded else spot.foot - part.bottom * spot.unit) / frame.height, 5),
            unit=round(spot.unit * part.height / display_height(part.entity, part.pose) / edge, 6),
            depth=round(spot.depth + part.depth, 4),
        )
        for spot in spots
        for part in spot.cluster.parts[1:]
        if (part.entity.id, part.copy) not in own
    ]
    return tuple(borne) + tuple(
        Position(
            entity=spot.cluster.parent.entity.id,
            copy=spot.cluster.parent.copy,
            x=round(spot.x / frame.width, 5),
            foot=round(spot.foot / frame.height, 5),
            unit=round(spot.unit / edge, 6),
            depth=round(spot.depth, 4),
            grown=round(_measure_growth(spot.cluster), 4),
            mirrored=spot.mirrored,
        )
        for spot in spots
    )


def keep_positions(scene: Scene, frame: Frame, spots: Sequence[Spot]) -> list[Spot]:
    """`spots` are those of a new arrangement of everything. Its order is kept."""
    known = {(one.entity, one.copy): one for one in scene.positions}
    if not any(_key(spot.cluster) in known for spot in spots):
        return list(spots)
    placed, fits = _place_among(scene, frame, spots, known)
    new = [spot.cluster.parent.entity for spot in spots if _key(spot.cluster) not in known]
    kept = {spot.cluster.parent.entity.drawing for spot in spots if _key(spot.cluster) in known}
    # A tiny copy beside a large one looks wrong, where another thing may be farther away.
    least = CRAMPED_COPY if any(one.drawing in kept for one in new) else CRAMPED
    for share in STEPS_BACK:
        if len(new) > MOST_NEW or min(fits, default=1.0) >= least:
            break
        farther = {key: _step_back(scene, frame, one, share) for key, one in known.items()}
        further, better = _place_among(scene, frame, spots, farther)
        if sum(better) > sum(fits):
            placed, fits = further, better
    return placed


Key = tuple[str, int]


def _place_among(
    scene: Scene, frame: Frame, spots: Sequence[Spot], known: dict[Key, Position]
) -> tuple[list[Spot], list[float]]:
    """The spots, and how well each new one fits."""
    taken = [_move(spot, known[key], frame) for spot in spots if (key := _key(spot.cluster)) in known]
    num_kept = len(taken)
    fits: list[float] = []
    result: list[Spot] = []
    for spot in spots:
        position = known.get(_key(spot.cluster))
        if position is not None:
            result.append(_move(spot, position, frame))
            continue
        placed, share = _find_room(scene, frame, spot, taken, num_kept)
        fits.append(share)
        taken.append(placed)
        result.append(placed)
    return result, fits


def _step_back(scene: Scene, frame: Frame, position: Position, share: float) -> Position:
    """As the camera sees it from farther away: all things keep their places to each other, and room is left at the
    side where something is added.
    """
    kept = {one.entity for one in scene.positions}
    sides = [
        _side_of_new(one.kind, one.subject in kept)
        for one in scene.relations
        if (one.subject in kept) != (one.object in kept)
    ]
    aside = sum(sides) / len(sides) if sides else 0.0
    base = 0.5 if frame.ground.floating else HORIZON
    return replace(
        position,
        x=0.5 + (position.x - 0.5) * share - aside * (1 - share) * 0.5,
        foot=base + (position.foot - base) * (share + 1) / 2,
        unit=position.unit * share,
    )


def _side_of_new(kind: RelationKind, is_reversed: bool) -> int:
    way = {"left": -1, "right": 1}.get(kind, 0)
    return -way if is_reversed else way


def _measure_growth(cluster: Cluster) -> float:
    parent = cluster.parent
    return parent.height / display_height(parent.entity, parent.pose)


def _key(cluster: Cluster) -> Key:
    return cluster.parent.entity.id, cluster.parent.copy


def _move(spot: Spot, position: Position, frame: Frame) -> Spot:
    """A table keeps its size, whatever is put on it."""
    unit = position.unit * min(frame.width, frame.height) * position.grown / _measure_growth(spot.cluster)
    return replace(
        spot,
        cluster=spot.cluster.flip() if position.mirrored else spot.cluster,
        mirrored=position.mirrored,
        x=position.x * frame.width,
        foot=position.foot * frame.height,
        unit=unit,
        depth=position.depth,
    )


def _find_room(scene: Scene, frame: Frame, spot: Spot, taken: Sequence[Spot], num_kept: int) -> tuple[Spot, float]:
    """The place, and how well it fits: its size, as a part of what it should be, less what it covers."""
    bound = _find_bounds(scene, spot.cluster, taken)
    standing = [one for one in taken if one.grounded]
    unit, foot, depth = spot.unit, spot.foot, spot.depth
    if spot.grounded and standing:
        unit = median(one.unit for one in standing)
        foot = max(one.foot for one in standing)
        depth = max(one.depth for one in standing) + 0.01
    for kind, other in bound:
        if kind in ("front", "behind"):
            is_front = kind == "front"
            foot = min(0.97 * frame.height, other.foot + (NEARER if is_front else FARTHER) * frame.height)
            depth = other.depth + (0.5 if is_front else -0.5)
            unit = other.unit * (1 if is_front else BEHIND)
        elif kind in ("above", "below"):
            gap = 0.02 * frame.height
            foot = _top(other) - gap if kind == "above" else _bottom(other) + gap + spot.cluster.height * unit
    widest = WIDEST * frame.width / spot.cluster.width
    tallest = TALLEST * frame.height / max(0.01, spot.cluster.height)
    unit = min(unit, widest, tallest)
    drawing = spot.cluster.parent.entity.drawing
    copies = [one for one in taken if one.cluster.parent.entity.drawing == drawing]
    if copies and copies[0].grounded == spot.grounded:
        unit = copies[0].unit
    full = unit
    unit = min(unit, *(one.unit for one in copies)) if copies else unit
    rows = [(1.0, foot, depth)]
    is_bound = any(kind in ("front", "behind", "above", "below") for kind, _ in bound)
    if spot.grounded and standing and not is_bound:
        farther = max(foot + FARTHER * frame.height, frame.back)
        rows.append((BEHIND, farther, min(one.depth for one in standing) - 0.01))
    elif not spot.grounded and not is_bound and frame.ground.floating:
        rows += [(1.0, level * frame.height + spot.cluster.height * unit / 2, depth) for level in LEVELS]
    tried = [
        _find_x(frame, replace(spot, unit=unit * share * scale, foot=row_foot, depth=row_depth), taken, num_kept, bound)
        for share in SHRINK
        for scale, row_foot, row_depth in rows
    ]
    best = min(tried, key=lambda one: one[0] - SMALL_IS_BAD * one[1].unit / unit)[1]
    covered = sum(_overlap(best, other) for other in taken)
    return best, best.unit / full - covered


Bound = tuple[RelationKind, Spot]


def _find_bounds(scene: Scene, cluster: Cluster, taken: Sequence[Spot]) -> list[Bound]:
    """What the scene says of the new thing's place: that it is `left` of a spot, say."""
    turned: dict[RelationKind, RelationKind] = {
        "left": "right", "right": "left", "above": "below", "below": "above", "front": "behind", "behind": "front",
        "beside": "beside",
    }  # fmt: skip
    own = cluster.parent.entity.id
    bounds: list[Bound] = []
    for relation in scene.relations:
        if relation.kind not in turned:
            continue
        for spot in taken:
            if relation.subject == own and spot.cluster.holds(relation.object):
                bounds.append((relation.kind, spot))
            elif relation.object == own and spot.cluster.holds(relation.subject):
                bounds.append((turned[relation.kind], spot))
    return bounds


def _find_x(
    frame: Frame, spot: Spot, taken: Sequence[Spot], num_kept: int, bound: Sequence[Bound]
) -> tuple[float, Spot]:
    """What speaks against the best place, and the spot there."""
    left = MARGIN * frame.width - spot.cluster.left * spot.unit
    right = (1 - MARGIN) * frame.width - spot.cluster.right * spot.unit
    asked = [other for kind, other in bound if kind in ("front", "behind")]
    best: tuple[float, Spot] | None = None
    for step in range(STEPS + 1):
        x = left + (right - left) * step / STEPS
        there = replace(spot, x=x)
        cost = sum(
            _overlap(there, other) * (COVERS_OLD if at < num_kept and other not in asked else 1.0)
            for at, other in enumerate(taken)
        )
        cost += 0.15 * abs(x - spot.x) / frame.width
        for kind, other in bound:
            aside = (x - other.x) / frame.width
            if kind in ("left", "right"):
                # Of the picture, too, where the other one leaves no room at its side.
                way = 1 if kind == "left" else -1
                beyond = max(0.0, way * (x / frame.width - 0.5) + 0.16)
                cost += 3 * beyond + (0.4 + abs(aside) if way * aside > 0 else 0.2 * abs(aside))
            elif kind == "beside":
                cost += 0.35 * abs(aside)
            else:
                cost += 0.6 * max(0.0, abs(aside) - 0.2)
        if best is None or cost < best[0]:
            best = cost, there
    assert best is not None
    return best


def _overlap(new: Spot, other: Spot) -> float:
    """The part of the other that the new one hides or, if it is behind, more than the part of it that is hidden."""
    wide = min(_right(new), _right(other)) - max(_left(new), _left(other))
    high = min(_bottom(new), _bottom(other)) - max(_top(new), _top(other))
    if wide <= 0 or high <= 0:
        return 0.0
    is_behind = new.depth < other.depth
    hidden = new if is_behind else other
    area = (_right(hidden) - _left(hidden)) * (_bottom(hidden) - _top(hidden))
    return wide * high / max(1.0, area) * (HIDDEN_IS_BAD if is_behind else 1.0)


def _left(spot: Spot) -> float:
    return spot.x + spot.cluster.left * spot.unit


def _right(spot: Spot) -> float:
    return spot.x + spot.cluster.right * spot.unit


def _top(spot: Spot) -> float:
    return spot.foot - spot.cluster.height * spot.unit


def _bottom(spot: Spot) -> float:
    return spot.foot - spot.cluster.bottom * spot.unit
