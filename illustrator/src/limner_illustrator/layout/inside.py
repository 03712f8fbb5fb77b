"""Places children in their container: behind its front rim, or in front of what is too large to hold them."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.layout import containers, kinds
from limner_illustrator.layout.containers import divide_width
from limner_illustrator.layout.limits import SCENERY_M
from limner_illustrator.layout.placement import Cluster, Lip
from limner_illustrator.layout.vehicles import place_in_windows
from limner_illustrator.subjects.natural_size import natural_height

_KEY_M = 0.3
_DOORS = {"own:tent": (-0.1, 0.6), "own:teepee": (0.0, 0.42), "own:igloo": (0.0, 0.42)}
"""Of tents and the like: how far the opening is from the middle in widths, and its height in heights."""
_DOORWAY = 0.4
"""The width of an opening, in widths of the tent."""
_LOG = "own:log"
_OUT_OF_LOG = 1.1
"""The largest height of what is in a log, in heights of the log."""
_HEAD_OUT = 0.3
"""The part of somebody that the heap in a wheelbarrow may hide."""
RIM = 0.82
MOUTH = 0.78
"""Of a container: the height of its rim and the width of its contents, as parts of its size."""


def place_inside(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    record = kinds.record_of(parent.entity)
    if kinds.has(parent.entity, "hung_on") and all(natural_height(one.parent.entity) < _KEY_M for one in children):
        return containers.place_in_lock(cluster, children)
    if record.window:
        return place_in_windows(cluster, record.window, children)
    if parent.entity.drawing in _DOORS:
        return _place_in_doorway(cluster, children)
    if parent.entity.drawing == _LOG:
        return _look_out(cluster, children)
    if containers.fits_in_tree(parent, children):
        return containers.place_in_tree(cluster, children)
    if containers.is_bunch(parent, children):
        return containers.place_in_vase(cluster, children)
    if record.tank:
        return containers.place_in_tank(cluster, record.tank, children)
    lies = any(child.parent.pose in ("sleeping", "lying") for child in children)
    if lies and kinds.is_figure(children[0].parent.entity) and not kinds.has(parent.entity, "open_top"):
        return place_in_front(cluster, children)
    if natural_height(parent.entity) >= SCENERY_M and "watercraft" not in record.traits:
        return place_in_front(cluster, children)
    is_open = "open_top" in record.traits
    bodies = is_open and all(is_animate(child.parent.entity.drawing) for child in children)
    # A flat edge cuts off what is in an open container, so a body must not be wider than its mouth.
    total_width = sum(child.width for child in children) * (0.95 if bodies else 0.8)
    free_width = parent.width * (record.mouth or MOUTH)
    grown = min(max(1.0, total_width / free_width), 1.9)
    tallest = max(child.height for child in children)
    scale = min(
        max(1.0, 0.42 * parent.height * grown / tallest),
        free_width * grown / total_width,
        1.5 * parent.height * grown / tallest,
    )
    rim = (record.rim or RIM) * parent.height * grown
    middle = (record.seat[0] - 0.5) * parent.width * grown if record.seat and is_open else 0.0
    lip = Lip(middle, 0.5 * free_width * grown, record.lip * parent.height * grown) if record.lip else None
    parts = list(cluster.move(0, 0, grown).parts)
    # The contents of an open container are in front of its back wall and cut off by its front rim.
    number = 1 if len(children) < 6 else 2 if len(children) < 14 else 3
    scale = min(number * scale, max(scale, 0.42 * parent.height * grown / tallest))
    bathes = any(child.parent.pose == "bathing" for child in children)
    in_bed = parent.entity.drawing == "own:bed" and kinds.is_figure(children[0].parent.entity)
    sunk_share = (
        0.24 if in_bed else 0.46 if bathes else 0.4 if bodies else 0.25 if is_open else 0.42 if number == 1 else 0.8
    )
    # The back rows are higher, so that they are visible.
    for row, some in enumerate(children[k::number] for k in range(number)):
        for child, x in zip(some, divide_width(some, free_width * grown * (1 - 0.14 * row)), strict=True):
            sunk = sunk_share if is_open or not is_animate(child.parent.entity.drawing) else min(_HEAD_OUT, sunk_share)
            level = rim - sunk * child.height * scale + 0.5 * row * child.height * scale
            depth = (0.1 if is_open else -0.1) - 0.01 * row
            inside = child.move(middle + x, max(0.01, level), scale, depth=depth).parts
            shown_from = rim if is_open else 0.75 * rim
            parts += (replace(part, shown_from=shown_from, lip=lip, rests=False) for part in inside)
    return Cluster(tuple(parts))


def _place_in_doorway(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """In the opening of a tent, which is larger where it holds several."""
    middle, share = _DOORS[cluster.parent.entity.drawing]
    total = 0.86 * sum(child.width for child in children)
    tallest = max(child.height for child in children)
    room = _DOORWAY * (1 + 0.6 * (len(children) - 1))
    grown = min(1.6, max(1.0, tallest / (share * cluster.parent.height), total / (room * cluster.parent.width)))
    parts = list(cluster.move(0, 0, grown).parts)
    tent = parts[0]
    scale = min(1.0, share * tent.height / tallest, room * tent.width / total)
    for child, x in zip(children, divide_width(children, total * scale), strict=True):
        parts += child.move(middle * tent.width + x, 0.01 * tent.height, scale, depth=0.1).parts
    return Cluster(tuple(parts))


def _look_out(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Coming out of the left end of a hollow log."""
    log = cluster.parent
    scale = min(1.0, _OUT_OF_LOG * log.height / max(child.height for child in children))
    parts = list(cluster.parts)
    edge = -0.5 * log.width
    for child in children:
        x = edge + 0.1 * child.width * scale
        parts += child.move(x, 0.02 * log.height, scale, depth=-0.1).parts
        edge -= 0.9 * child.width * scale
    return Cluster(tuple(parts))


def place_in_front(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Place on the ground in front of something large, a little to the side."""
    parts = list(cluster.parts)
    total = sum(child.width for child in children)
    edge = -total / 2 + (0.2 * cluster.parent.width if len(children) == 1 else 0)
    for child in children:
        parts += child.move(edge + child.width / 2, 0, depth=0.2).parts
        edge += child.width
    return Cluster(tuple(parts))
