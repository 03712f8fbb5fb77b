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


def place_in_front(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Place on the ground in front of something large, a little to the side."""
    parts = list(cluster.parts)
    total = sum(child.width for child in children)
    edge = -total / 2 + (0.2 * cluster.parent.width if len(children) == 1 else 0)
    for child in children:
        parts += child.move(edge + child.width / 2, 0, depth=0.2).parts
        edge += child.width
    return Cluster(tuple(parts))
