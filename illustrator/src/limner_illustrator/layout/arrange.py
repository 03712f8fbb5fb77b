"""Arranges clusters on the canvas: in rows on the ground, or in a grid where there is no ground."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.layout import areas, kinds, order
from limner_illustrator.layout.depth import align_depth, is_large
from limner_illustrator.layout.placement import Cluster, Shadow, Spot
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.natural_size import natural_height

GAP = 0.1
"""Between neighbours in a row, as a part of their mean width."""
VISIBLE = 0.76
"""The part of a row that must be visible above the row in front of it."""
CROWD = 14
CROWD_VISIBLE = 0.5
"""In a crowd, whose rows are staggered."""
SIDE_MARGIN = 0.05
_SMALL, _TINIEST = 0.65, 0.48
"""A single thing of less than this size gets less of the picture, but not less than this part of its usual share."""
_NEARER = 2.4
"""How much larger things are drawn than the scenery behind them at most."""
_SCENERY_ASIDE = 0.8
"""How far aside a single building is, as a part of the free width."""
HUGE_M = 15.0
"""Taller things are scenery even behind houses and trees."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The canvas, and the part of it where things can be placed on the ground."""

    width: int
    height: int
    ground: Ground

    @property
    def ceiling(self) -> float:
        """The smallest y that things on the ground may reach."""
        top = 0.05 * self.height
        return top if self.ground.max_height is None else max(top, self.ground.y - self.ground.max_height)

    @property
    def back(self) -> float:
        """The y of the farthest row's feet."""
        if self.ground.bank is not None:
            return min(self.ground.y, self.ground.bank + 0.02 * self.height)
        return min(self.ground.y, self.ground.horizon + 0.05 * self.height)

    @property
    def front(self) -> float:
        return max(self.ground.y, min(0.94 * self.height, self.ground.y + 0.07 * self.height))


def free_share(count: int, size: float = 1.0) -> float:
    """The part of the free height (or width) that one of `count` things may take."""
    usual = 0.72 + 0.28 * size
    if count == 1 and size < _SMALL:
        usual *= max(_TINIEST, 1 - 2.6 * (_SMALL - size))
    return min(0.92, (0.67 if count == 1 else 0.62) * usual)


def size_alone(cluster: Cluster) -> float:
    """The size that a single thing has in the picture: with somebody on it, a tiny planet fills it as others do."""
    return cluster.parent.entity.size if len(cluster.parts) == 1 else max(1.0, cluster.parent.entity.size)


def place_on_ground(scene: Scene, frame: Frame, clusters: Sequence[Cluster], *, ceiling: float) -> list[Spot]:
    """Place in one or more rows in perspective, the farther ones higher and smaller."""
    scenery, people = _split_scenery(scene, clusters)
    pairs = order.find_pairs(scene, people, "front", reverse="behind") + areas.pair_by_depth(people)
    depth = order.compute_ranks(len(people), pairs)
    spots: list[Spot] = []
    if scenery:
        spots += _place_scenery(scene, frame, scenery, ceiling)
    if any(depth):
        spots += _place_in_depth(scene, frame, people, depth, ceiling)
    elif people:
        rows = _find_best_rows(scene, frame, people, ceiling)
        farthest = min((spot.unit for spot in spots), default=None)
        near = _place_rows(scene, frame, rows, ceiling, farthest=farthest)
        spots += _stand_aside(scene, frame, spots, near) if len(rows) == 1 else near
    return align_depth(scene, spots)


def _split_scenery(scene: Scene, clusters: Sequence[Cluster]) -> tuple[list[Cluster], list[Cluster]]:
    """Split into large scenery and the rest; entities placed by a relation are never scenery."""
    placed = {
        index
        for pair in order.find_pairs(
            scene, clusters, "left", "right", "beside", "above", "below", "looking_at", "flying_over"
        )
        for index in pair
    }
    # Something small behind something large is hidden by it, so the large one is not scenery.
    for back, front in order.find_pairs(scene, clusters, "behind", reverse="front"):
        if not is_large(clusters[back]) or is_large(clusters[front]):
            placed |= {back, front}
    placed |= {index for index, cluster in enumerate(clusters) if cluster.parent.entity.area == "front"}
    backdrop = [index for index, cluster in enumerate(clusters) if index not in placed and is_large(cluster)]
    rest = [cluster for index, cluster in enumerate(clusters) if index not in backdrop]
    if not rest or all(is_large(cluster) for cluster in rest):
        heights = [natural_height(cluster.parent.entity) for cluster in clusters]
        backdrop = [index for index in backdrop if heights[index] >= HUGE_M]
        rest = [cluster for index, cluster in enumerate(clusters) if index not in backdrop]
        if not rest or not backdrop or max(natural_height(one.parent.entity) for one in rest) >= HUGE_M:
            return [], list(clusters)
    return [clusters[index] for index in backdrop], rest


def _place_scenery(scene: Scene, frame: Frame, scenery: list[Cluster], ceiling: float) -> list[Spot]:
    foot = frame.back + 0.35 * (frame.ground.y - frame.back)
    row = order.sort_horizontally(scene, scenery)
    width = _measure_row(row)
    unit = min(0.8 * frame.width / width, 0.8 * (foot - ceiling) / max(cluster.height for cluster in row))
    # Move a single house to one side, so that the things in front do not hide it.
    spot_x = frame.ground.spot_x
    if spot_x is not None and len(row) == 1:
        return [Spot(row[0], spot_x, frame.ground.y, unit, depth=0.0)]
    side = scene.random("scene", "scenery").choice((-1, 1)) if len(row) == 1 else 0
    free = max(0.0, frame.width * (1 - 2 * SIDE_MARGIN) - width * unit) / 2
    return [
        Spot(cluster, x + side * _SCENERY_ASIDE * free, _find_foot(scene, frame, cluster, foot), unit, depth=0.0)
        for cluster, x in _spread(row, unit, frame.width, fullness=0.2)
    ]


def _stand_aside(scene: Scene, frame: Frame, scenery: Sequence[Spot], near: list[Spot]) -> list[Spot]:
    """Moves a row that no relation places off the single building behind it, as far as there is room."""
    placed = {end for one in scene.relations if one.kind in ("front", "behind") for end in (one.subject, one.object)}
    if len(scenery) != 1 or any(one.cluster.holds(end) for one in near for end in placed):
        return near
    behind = scenery[0].bounds
    left, right = min(one.bounds[0] for one in near), max(one.bounds[1] for one in near)
    margin = SIDE_MARGIN * frame.width
    to_left = min(0.0, max(margin - left, behind[0] - right))
    to_right = max(0.0, min(frame.width - margin - right, behind[1] - left))
    is_left = (behind[0] + behind[1]) / 2 > frame.width / 2
    shift = to_left if is_left else to_right
    return [replace(one, x=one.x + shift) for one in near]


def _find_foot(scene: Scene, frame: Frame, cluster: Cluster, foot: float) -> float:
    """Ships at a beach are placed on the water."""
    backdrop = BACKDROPS.get(scene.backdrop or "")
    is_offshore = backdrop is not None and backdrop.has_ships_offshore
    on_water = is_offshore and kinds.has(cluster.parent.entity, "watercraft")
    return min(foot, frame.ground.horizon + 0.045 * frame.height) if on_water else foot


def _place_in_depth(
    scene: Scene, frame: Frame, clusters: list[Cluster], depth: list[int], ceiling: float
) -> list[Spot]:
    """Rows by the relations 'behind' and 'in front of', rearmost first, staggered horizontally."""
    deepest = max(depth)
    rows = [
        order.sort_horizontally(scene, [one for one, rank in zip(clusters, depth, strict=True) if rank == deepest - k])
        for k in range(deepest + 1)
    ]
    rows = [row for row in rows if row]
    return _place_rows(scene, frame, rows, ceiling, stagger=True)


def _find_best_rows(scene: Scene, frame: Frame, clusters: list[Cluster], ceiling: float) -> list[list[Cluster]]:
    """The rows, back to front, whose number lets the things be largest."""
    constrained = order.find_pairs(scene, clusters, "left", "beside", "looking_at", reverse="right")
    arranged = order.sort_horizontally(scene, clusters)
    if not constrained and len(clusters) >= 4:
        arranged = order.sort_tallest_in_middle(arranged)
    ordered = order.find_pairs(scene, clusters, "left", "looking_at", reverse="right")
    is_tall = frame.height > 1.5 * frame.width
    if constrained and len(clusters) <= 6 and (ordered or not is_tall):
        return [arranged]
    best, best_unit = [arranged], _find_unit(frame, [arranged], ceiling)
    fewest = 2 if len(clusters) > 2 or frame.height > 1.5 * frame.width else len(clusters) + 1
    for count in range(fewest, min(6, len(clusters)) + 1):
        rows = _split(arranged, count)
        unit = _find_unit(frame, rows, ceiling)
        if unit > best_unit * (1.18 if len(clusters) > 5 else 1.5):
            best, best_unit = rows, unit
    return best


def _split(clusters: list[Cluster], count: int) -> list[list[Cluster]]:
    """Split into rows of about equal length, the tallest at the back."""
    position = {id(cluster): place for place, cluster in enumerate(clusters)}
    # Neighbours of equal height go to different rows, so that the middle ones stay in the middle.
    ranked = sorted(clusters, key=lambda cluster: (-cluster.height, position[id(cluster)] % count))
    kinds_apart = _split_by_kind(ranked) if count == 2 else None
    if kinds_apart is not None:
        return [sorted(row, key=lambda cluster: position[id(cluster)]) for row in kinds_apart]
    per_row = math.ceil(len(ranked) / count)
    rows = [ranked[start : start + per_row] for start in range(0, len(ranked), per_row)]
    return [sorted(row, key=lambda cluster: position[id(cluster)]) for row in rows]


def _split_by_kind(ranked: Sequence[Cluster]) -> list[list[Cluster]] | None:
    """Two rows of about equal length, with no kind of thing in both; None if that is impossible."""
    ids = [cluster.parent.entity.id for cluster in ranked]
    cuts = [at for at in range(1, len(ids)) if ids[at] != ids[at - 1] and not set(ids[:at]) & set(ids[at:])]
    cut = min(cuts, key=lambda at: abs(at - len(ids) / 2), default=None)
    if cut is None or abs(cut - len(ids) / 2) > 0.2 * len(ids):
        return None
    return [list(ranked[:cut]), list(ranked[cut:])]


def _measure_row(row: Sequence[Cluster]) -> float:
    widths = sum(cluster.width for cluster in row)
    return widths * (1 + GAP * (len(row) - 1) / len(row))


def _find_feet(frame: Frame, rows: Sequence[Sequence[Cluster]]) -> list[float]:
    """The y of each row's feet, back to front."""
    count = len(rows)
    if count == 1:
        return [frame.ground.y]
    front = frame.front if count > 2 else frame.ground.y + 0.6 * (frame.front - frame.ground.y)
    if sum(len(row) for row in rows) > CROWD and frame.ground.afloat is None:
        front = max(front, 0.93 * frame.height)
    back = max(frame.back, front - 0.17 * frame.height * (count - 1))
    return [back + (front - back) * k / (count - 1) for k in range(count)]


def _scale(row: int, count: int) -> float:
    """Perspective: the back rows are a little smaller."""
    return float(0.9 ** (count - 1 - row))


def _find_unit(frame: Frame, rows: list[list[Cluster]], ceiling: float) -> float:
    """The largest px per display unit in the front row at which everything fits."""
    feet = _find_feet(frame, rows)
    total = sum(len(row) for row in rows)
    size = max(size_alone(cluster) for row in rows for cluster in row)
    limits = []
    for k, (row, foot) in enumerate(zip(rows, feet, strict=True)):
        scale = _scale(k, len(rows))
        height = max(cluster.height for cluster in row) * scale
        share = free_share(total, size) if total > 1 or frame.ground.max_height is None else 1.0
        if frame.width > 1.8 * frame.height:
            share = min(0.8, share * 1.2)
        limits.append(min(share * frame.height, foot - ceiling) / height)
        limits.append(
            ((0.74 if frame.width > 0.8 * frame.height else 0.9) if total == 1 else 1 - 2 * SIDE_MARGIN)
            * frame.width
            / (_measure_row(row) * scale)
        )
        if k + 1 < len(rows):
            next_height = max(cluster.height for cluster in rows[k + 1]) * _scale(k + 1, len(rows))
            visible = VISIBLE if total <= CROWD else CROWD_VISIBLE
            limits.append((feet[k + 1] - foot) / (visible * min(height, next_height)))
    return min(limits)


def _place_rows(
    scene: Scene,
    frame: Frame,
    rows: list[list[Cluster]],
    ceiling: float,
    *,
    stagger: bool = False,
    farthest: float | None = None,
) -> list[Spot]:
    """Place `rows`, given back to front. With `stagger` they are shifted sideways and may overlap more.
    `farthest`: the scale of the scenery behind them.
    """
    unit = _find_unit(frame, rows if not stagger else [max(rows, key=_measure_row)], ceiling)
    if stagger:
        unit *= 0.82
    if farthest is not None:
        unit = min(
            unit, _NEARER * farthest, 0.46 * frame.height / max(cluster.height for row in rows for cluster in row)
        )
    feet = _find_feet(frame, rows)
    lonely = len(rows) == 1 and len(rows[0]) == 1
    spots = []
    for k, (row, foot) in enumerate(zip(rows, feet, strict=True)):
        scale = unit * _scale(k, len(rows))
        shift = 0.0
        if stagger:
            shift = (0.16 if (len(rows) - k) % 2 == 0 else -0.13) * min(frame.width, 1.4 * frame.height)
        elif len(rows) > 1 and sum(len(one) for one in rows) > CROWD:
            neighbour = row[0].width * scale * (1 + GAP)
            shift = (0.25 if k % 2 else -0.25) * neighbour
        elif len(rows) > 1:
            shift = (0.25 if k % 2 else -0.25) * max(0.0, 0.9 * frame.width - _measure_row(row) * scale)
        for cluster, x in _spread(row, scale, frame.width):
            centre = x + shift
            if lonely and frame.ground.spot_x is not None:
                centre = frame.ground.spot_x
            jitter = scene.random(cluster.parent.entity.id, f"foot/{cluster.parent.copy}").uniform(-0.008, 0.012)
            level = foot + (jitter * frame.height if len(row) > 2 else 0)
            spots.append(Spot(cluster, centre, level, scale, depth=1.0 + k + 0.1 * jitter))
    return spots


def _spread(row: Sequence[Cluster], unit: float, width: float, *, fullness: float = 0.5) -> list[tuple[Cluster, float]]:
    """The x of each cluster's origin: gaps take the part `fullness` of the free width, margins the rest."""
    widths = [cluster.width * unit for cluster in row]
    free = max(0.0, width * (1 - 2 * SIDE_MARGIN) - sum(widths))
    gap = min(free * fullness / max(1, len(row) - 1), 0.8 * max(widths)) if len(row) > 1 else 0.0
    edge = (width - sum(widths) - gap * (len(row) - 1)) / 2
    placed = []
    for cluster, own_width in zip(row, widths, strict=True):
        placed.append((cluster, edge - cluster.left * unit))
        edge += own_width + gap
    return placed


def place_in_grid(
    scene: Scene,
    clusters: Sequence[Cluster],
    box: tuple[float, float, float, float],
    *,
    share: float,
    loose: float = 0.0,
    shadow: Shadow = "none",
) -> list[Spot]:
    """Fill a box (left, top, right, bottom) without a ground: air, water, space, a table from above.

    `share` is the part of its cell that a thing may take; `loose` scales its random offset inside the cell.
    """
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    tallest = max(cluster.height - cluster.bottom for cluster in clusters)
    widest = max(cluster.width for cluster in clusters)
    count = len(clusters)

    def unit_of(columns: int) -> float:
        return min(width / columns / widest, height / math.ceil(count / columns) / tallest)

    columns = max(range(1, count + 1), key=lambda one: (unit_of(one), one))
    rows = math.ceil(count / columns)
    unit = unit_of(columns) * share
    spots = []
    for index, cluster in enumerate(clusters):
        row, column = divmod(index, columns)
        in_row = columns if row < rows - 1 else count - columns * (rows - 1)
        rng = scene.random(cluster.parent.entity.id, f"drift/{cluster.parent.copy}")
        cell_width, cell_height = width / in_row, height / rows
        slack_x = max(0.0, cell_width - cluster.width * unit) * loose * 0.5
        slack_y = max(0.0, cell_height - cluster.height * unit) * loose * 0.5
        middle_x = left + (column + 0.5) * cell_width + rng.uniform(-1, 1) * slack_x
        middle_y = top + (row + 0.5) * cell_height + rng.uniform(-1, 1) * slack_y
        origin = middle_x - (cluster.left + cluster.right) / 2 * unit
        foot = middle_y + (cluster.height + cluster.bottom) / 2 * unit
        spots.append(Spot(cluster, origin, foot, unit, depth=1 + row, grounded=False, shadow=shadow))
    return spots


def is_airborne(cluster: Cluster) -> bool:
    entity, row = cluster.parent.entity, areas.row_of(cluster.parent.entity.area)
    if row is not None and not kinds.is_celestial(entity):
        return row == "top" and areas.can_be_high(entity)
    return kinds.is_flying(entity, cluster.parent.pose) or kinds.is_celestial(entity)
