"""Places children on their parent: on seats, tables, shelves, mounts and boards."""

import math
from dataclasses import replace

from limner_illustrator.backdrops.goods import stands_on_table
from limner_illustrator.catalog.kinds import is_animal, is_animate, is_food
from limner_illustrator.layout import areas, carried, containers, kinds, piles
from limner_illustrator.layout.containers import divide_width
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.subjects.anchors import seat_of, support_of
from limner_illustrator.subjects.figures.activities import RIDING_SUFFIX, WHEELED_SUFFIX, is_seated
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.natural_size import natural_height

_ON_TABLE = 0.46
"""The largest height of a cup or cake on a table, in heights of the table."""
BEFORE_SITTERS = 0.3
"""The same before people, whose faces must show."""
_UNDER_ROOF = 0.17
"""The same on the counter of a stall."""
_SERVED = 0.6
"""The least width of the food on a plate, in widths of the plate."""
_SIDE_SHARE = {"left": -0.34, "right": 0.34}
"""Where the left and the right of a shelf are, in its widths from its middle."""
_LARGER, _LEAST = 1.7, 0.28
"""How much larger than in nature an animal is at most, beside what it is on; and the height at which it is seen."""
_YOUNG, _ON_BRIDGE = 0.5, 0.5
"""The height of a cub on its mother, in her heights, and of an animal on a bridge, in heights of the bridge."""
_OVER_EDGE = 0.5
"""How wide animals on something narrow may be, in its heights."""
_SEESAW = "own:seesaw"
_PLANK_ENDS = (-0.4, 0.36), (0.4, 0.86)
"""Where the seats of a seesaw are: from its middle in its widths, and from the ground in its heights."""
_BEDS = {"noto:pickup-truck": (0.5, 0.94, 0.56)}
"""Of trucks that carry loads: from where to where their bed is in widths, and its height in heights."""
_LOAD_COLUMNS = 4
_MANY = 3
"""So many animals need the whole back of another, and not only its saddle."""
_RUNG = 0.28
"""How high up a ladder the feet of a climber are."""


def place_on(cluster: Cluster, children: list[Cluster], on_table: float = _ON_TABLE) -> Cluster:
    cluster, children = containers.wrap_around(cluster, children)
    if not children:
        return cluster
    parent = cluster.parent
    if kinds.has(parent.entity, "hung_on") and not is_animate(children[0].parent.entity.drawing):
        return containers.place_on_door(cluster, children)
    if containers.fits_in_tree(parent, children):
        return containers.place_in_tree(cluster, children)
    if parent.entity.drawing == _SEESAW:
        return _seat_at_ends(cluster, children)
    if parent.entity.drawing in _BEDS and not any(is_animate(one.parent.entity.drawing) for one in children):
        return _load(cluster, children)
    if _is_ridden(parent, children):
        return ride(cluster, children)
    support = support_of(parent.entity.drawing)
    if is_food(parent.entity.drawing) and all(is_food(child.parent.entity.drawing) for child in children):
        return piles.place_toppings(cluster, children)
    level = 1 - (support if support is not None else 0.08)
    total_width = sum(_seat_width(child) for child in children) * 0.94
    free_width = parent.width * 0.84
    if all(is_animal(child.parent.entity.drawing) for child in children):
        # A bird on a post reaches over its edges.
        free_width = max(free_width, _OVER_EDGE * parent.height)
    grown = min(max(1.0, total_width / free_width), 2.2)
    parent = parent.move(0, 0, grown)
    # Children may be enlarged where there is space: they are the subject of the picture.
    tallest = max(child.height for child in children)
    most = 2.4 if kinds.has(parent.entity, "suspended") else 1.5
    largest = max(1.0, min(most, 0.9 * max(parent.height, 0.5 * parent.width) / tallest))
    if all(stands_on_table(child.parent.entity) for child in children):
        if kinds.has(parent.entity, "sit_behind"):
            # Beside furniture, small things must look small.
            share = _UNDER_ROOF if kinds.record_of(parent.entity).roof else on_table
            largest = min(largest, share * parent.height / tallest)
        elif parent.entity.drawing == "own:plate" and is_food(children[0].parent.entity.drawing):
            largest = max(largest, _SERVED * parent.width / total_width)
    scale = min(free_width * grown / total_width, largest, _limit_animals(parent, children))
    # Many children on something narrow are placed in two or three rows, the back rows higher.
    rows = [children]
    if scale < 0.62 and len(children) > 3:
        number = 2 if len(children) < 10 else 3
        rows, scale = [children[k::number] for k in reversed(range(number))], min(number * scale, largest)
    parts = list(cluster.move(0, 0, grown).parts)
    for row, sitters in enumerate(rows):
        behind = (len(rows) - 1 - row) * 0.4 * tallest * scale
        for child, x in zip(sitters, divide_width(sitters, free_width * grown * (0.8 if behind else 1)), strict=True):
            climbs = child.parent.pose == "climbing" and parent.entity.drawing == "own:ladder"
            foot = (
                parent.height * (_RUNG if climbs else level - 0.015)
                - _measure_below_seat(child.parent) * scale
                + behind
            )
            side = _SIDE_SHARE.get(areas.column_of(child.parent.entity.area) or "")
            place = x if side is None else side * parent.width
            parts += child.move(place, max(foot, 0.01), scale, depth=0.1 + 0.05 * row).parts
    return Cluster(tuple(parts))


def _is_ridden(parent: Part, children: list[Cluster]) -> bool:
    """Whether one or two animals are on the back of another."""
    has_saddle = is_animal(parent.entity.drawing) and kinds.record_of(parent.entity).seat is not None
    return has_saddle and len(children) < _MANY and all(is_animal(one.parent.entity.drawing) for one in children)


def _limit_animals(parent: Part, children: list[Cluster]) -> float:
    """The largest factor at which animals are not too large for what they are on: a cat on a piano, a gull on a car."""
    animals = [child for child in children if is_animal(child.parent.entity.drawing)]
    if not animals or len(animals) < len(children):
        return math.inf
    if all(child.parent.entity.drawing == parent.entity.drawing for child in animals):
        return _YOUNG * parent.height / max(child.parent.height for child in animals)
    if parent.entity.size != 1:
        return math.inf
    limits: dict[str, float] = {}  # one that sleeps is as large as its like that sit
    for child in animals:
        share = natural_height(child.parent.entity) * child.parent.entity.size / natural_height(parent.entity)
        least = _LEAST * max(min(parent.width, parent.height), 0.5 * parent.height)
        if kinds.has(parent.entity, "span"):
            least = _ON_BRIDGE * parent.height
        height = max(_LARGER * share * parent.height, least)
        drawing = child.parent.entity.drawing
        limits[drawing] = max(limits.get(drawing, 0.0), height / child.parent.height)
    return min(limits.values())


def _seat_at_ends(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """On both ends of a plank that slopes, or on its lower end."""
    parent = cluster.parent
    fits = max(1.0, 0.62 * max(child.height for child in children) / parent.height)
    parts = list(cluster.move(0, 0, fits).parts)
    plank = parts[0]
    for index, child in enumerate(children):
        x, level = _PLANK_ENDS[index % 2]
        turned = child if index % 2 else child.flip()
        inward = (index // 2) * 0.16 * (1 if x < 0 else -1)
        foot = level * plank.height - _measure_below_seat(child.parent)
        parts += turned.move((x + inward) * plank.width, max(foot, 0.01), depth=0.1).parts
    return Cluster(tuple(parts))


def _load(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Heap a load on the bed of a truck, behind its side."""
    parent = cluster.parent
    start, end, level = _BEDS[parent.entity.drawing]
    columns = min(len(children), _LOAD_COLUMNS)
    step = (end - start) * parent.width / columns
    scale = min(1.0, 1.15 * step / max(child.width for child in children))
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        row, column = divmod(index, columns)
        x = (start - 0.5) * parent.width + (column + 0.5 + 0.25 * (row % 2)) * step
        bottom = level * parent.height + (0.6 * row - 0.3) * child.height * scale
        loaded = child.move(x, bottom, scale, depth=0.05 - 0.01 * row).parts
        parts += (replace(part, rests=False, shown_from=level * parent.height) for part in loaded)
    return Cluster(tuple(parts))


def _seat_width(child: Cluster) -> float:
    """What reaches out of a seat, as a guitar or what flies around somebody does, needs no room on it."""
    sits = kinds.is_figure(child.parent.entity) and is_seated(child.parent.pose)
    return min(child.width, 0.56 * child.height) if sits else min(child.width, 1.6 * child.parent.width)


def _measure_below_seat(part: Part) -> float:
    """The height of a sitting figure's legs below its seat; 0 for an animal."""
    sits = _is_astride(part.pose) or is_seated(part.pose)
    if not sits or not (kinds.is_figure(part.entity) or is_upright(part.entity, part.pose)):
        return 0.0
    return (1 - seat_of(part.entity.drawing, part.pose)[1]) * part.height


def _is_astride(pose: str | None) -> bool:
    return pose == "riding" or (pose or "").endswith((WHEELED_SUFFIX, RIDING_SUFFIX))


def ride(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    if kinds.is_figure(parent.entity):
        return carried.put_on_shoulders(cluster, children)
    stands = kinds.has(parent.entity, "stand_on")
    seat_x, seat_y = seat_of(parent.entity.drawing)
    if stands:
        seat_x, seat_y = 0.5, support_of(parent.entity.drawing) or 0.4
    parts = list(cluster.parts)
    longest = max(parent.width, parent.height)
    for index, child in enumerate(children):
        rider = child.parent
        least = min(0.42 * longest, _limit_animals(parent, [child]) * child.height)
        scale = 1.0 if stands else min(0.82 * longest, max(least, child.height)) / child.height
        x = (seat_x - 0.5 + (index - (len(children) - 1) / 2) * 0.22) * parent.width
        below = 0.02 * rider.height if stands else 0.14 * rider.height
        if _is_astride(rider.pose):
            own_x = seat_of(rider.entity.drawing, rider.pose)[0]
            below = _measure_below_seat(rider)
            x -= (own_x - 0.5) * rider.width * scale
        bottom = parent.height * (1 - seat_y) - below * scale
        parts += child.move(x, max(bottom, 0.01), scale, depth=0.1 + 0.01 * index).parts
    return Cluster(tuple(parts))
