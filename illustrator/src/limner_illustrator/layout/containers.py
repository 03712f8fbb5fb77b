"""Places children in or on special parents: in a tree's crown, a vase, an aquarium, an arch, on a door or a branch."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.goods import stands_on_table
from limner_illustrator.catalog.kinds import is_animate, is_food, is_plant
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Relation, RelationKind, Scene
from limner_illustrator.subjects.figures.activities import all_taken
from limner_illustrator.subjects.natural_size import natural_height

_GLASS = 0.42
"""How much of the glass before them covers the things behind it."""
_FULL = 0.9
"""How high a jar is filled, in heights of the room behind its glass."""
_TALLEST_FLOWER_M = 2.6
_HUNG_FROM, _HUNG_TO = 0.62, 0.08
"""Of a swing, in heights of its tree; and how far from the trunk it is, in widths of the tree."""
_HUNG_ASIDE = 0.3
_COVER, _COVER_LYING = (1.24, 0.5, 0.0), (0.8, 0.66, 0.26)
"""Width and height of a blanket and how far it lies to the side, in widths and heights of the body under it."""
PERCHED_M = 1.3
"""Only things smaller than this are placed in a tree."""
_DRINKS = "glass", "wine", "beer", "beverage", "cup", "cocktail"
"""Words in the names of the drinks that are drawn on a waiter's tray."""
_ARCH = 0.26, 0.5
"""The middle arch of a bridge, as parts of its width and height."""


def find_shown_contents(scene: Scene) -> set[str]:
    """The ids of things that the drawing of their container or shelf shows already: the books of a bookshelf."""
    held = ((one, find_held_carrier(scene, one)) for one in scene.relations if one.kind == "holding")
    taken = set(all_taken(scene))
    served = {one.object for one, carrier in held if carrier and carrier[1] in taken and _is_drink(scene, one.object)}
    return served | {
        one.subject
        for one in scene.relations
        if one.kind in ("on", "in")
        and scene.entity(one.subject).drawing in kinds.record_of(scene.entity(one.object)).shows
    }


def find_held_carrier(scene: Scene, held: Relation) -> tuple[RelationKind, str] | None:
    """The tray or basket that somebody holds, too, and how the held thing is placed there."""
    thing = scene.entity(held.object)
    if thing.text is not None or kinds.has(thing, "surface") or is_animate(thing.drawing):
        return None
    for other in scene.relations:
        carrier = scene.entity(other.object)
        if other.kind != "holding" or other.subject != held.subject or carrier is thing:
            continue
        if kinds.has(carrier, "surface") and kinds.has(carrier, "container") and stands_on_table(thing):
            return "on", carrier.id
        is_filled = kinds.has(carrier, "open_top") and (is_food(thing.drawing) or is_plant(thing.drawing))
        if is_filled and natural_height(thing) <= natural_height(carrier):
            return "in", carrier.id
    return None


def _is_drink(scene: Scene, entity_id: str) -> bool:
    return any(word in scene.entity(entity_id).drawing for word in _DRINKS)


def fits_in_tree(parent: Part, children: Sequence[Cluster]) -> bool:
    small = all(
        natural_height(child.parent.entity) < PERCHED_M or child.parent.entity.drawing in kinds.HUNG_IN_TREES
        for child in children
    )
    return kinds.has(parent.entity, "tree") and small


def place_in_tree(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Place in the crown of a tree."""
    parent = cluster.parent
    hung = [child for child in children if child.parent.entity.drawing in kinds.HUNG_IN_TREES]
    cluster = _hang_in_tree(cluster, hung)
    children = [child for child in children if child not in hung]
    if not children:
        return cluster
    scale = max(1.0, min(1.8, 0.24 * parent.height / max(child.height for child in children)))
    parts = list(cluster.parts)
    for index, (child, x) in enumerate(zip(children, divide_width(children, 0.6 * parent.width), strict=True)):
        parts += lift_off_ground(child.move(x, parent.height * (0.56 - 0.14 * (index % 2)), scale, depth=0.1))
    return Cluster(tuple(parts))


def _hang_in_tree(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Beside the trunk."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        scale = (_HUNG_FROM - _HUNG_TO) * parent.height / child.parent.height
        side = 1 if index % 2 == 0 else -1
        x = side * (_HUNG_ASIDE + 0.16 * (index // 2)) * parent.width
        parts += lift_off_ground(child.move(x, _HUNG_TO * parent.height, scale, depth=0.1))
    return Cluster(tuple(parts))


def is_bunch(parent: Part, children: Sequence[Cluster]) -> bool:
    return all(_is_cut_flower(child.parent) for child in children) and kinds.has(parent.entity, "narrow_neck")


def _is_cut_flower(part: Part) -> bool:
    return is_plant(part.entity.drawing) and natural_height(part.entity) < _TALLEST_FLOWER_M


def place_in_vase(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Fan flowers out from the neck of a vase, the outer ring behind."""
    parent = cluster.parent
    parts = list(cluster.parts)
    seat = kinds.record_of(parent.entity).seat
    neck = (seat[0] - 0.5) * parent.width if seat else 0.0
    rings = 1 if len(children) < 7 else 2 if len(children) < 16 else 3
    size = (0.5, 0.38, 0.3)[rings - 1] * max(parent.height, parent.width)
    for ring in range(rings):
        some = children[ring::rings]
        for index, child in enumerate(some):
            angle = (2 * (index + 0.5) / len(some) - 1) * (0.75 + 0.12 * ring)
            scale = size / child.height
            reach = (0.42 + 0.62 * ring) * size
            middle = parent.height + reach * math.cos(angle)
            spot = child.move(
                neck + 1.25 * reach * math.sin(angle), middle - 0.5 * size, scale, depth=-0.05 - 0.02 * ring
            )
            parts += (replace(part, tilt=part.tilt + math.degrees(angle) * 0.8) for part in lift_off_ground(spot))
    return Cluster(tuple(parts))


def place_in_tank(cluster: Cluster, tank: tuple[float, float, float], children: Sequence[Cluster]) -> Cluster:
    """Place behind the glass of an aquarium: in rows, as large as possible."""
    parent = cluster.parent
    wide, high, middle = tank
    number = len(children)
    if number > 3 and not _floats(children[0].parent):
        return _heap_in_tank(cluster, tank, children)
    rows = 1 if number < 3 or not _floats(children[0].parent) else 2 if number < 9 else 3
    columns = -(-number // rows)
    cell = wide * parent.width / columns, high * parent.height / rows
    parts = list(cluster.parts)
    floor = (middle - 0.5 * high) * parent.height
    for index, child in enumerate(children):
        row, column = divmod(index, columns)
        in_row = min(columns, number - row * columns)
        scale = 0.86 * min(cell[0] / child.width, cell[1] / child.height)
        x = (column - (in_row - 1) / 2 + (0.16 if row % 2 else 0)) * cell[0]
        level = middle * parent.height + ((rows - 1) / 2 - row) * cell[1]
        bottom = level - 0.5 * child.height * scale if _floats(child.parent) or row < rows - 1 else floor
        parts += lift_off_ground(child.move(x, bottom, scale, depth=0.1))
    if kinds.has(parent.entity, "see_through"):
        parts.append(replace(parent, depth=parent.depth + 0.2, opacity=_GLASS, rests=False))
    return Cluster(tuple(parts))


def _heap_in_tank(cluster: Cluster, tank: tuple[float, float, float], children: Sequence[Cluster]) -> Cluster:
    """Fill a jar from its bottom: in rows of which every other one is shifted."""
    parent = cluster.parent
    wide, high, middle = tank[0] * parent.width, tank[1] * parent.height, tank[2] * parent.height
    number = len(children)
    shape = children[0].width / children[0].height
    columns = max(2, math.ceil(math.sqrt(number * wide / (_FULL * high) / shape)))
    scale = wide / columns / max(child.width for child in children)
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        row, column = divmod(index, columns)
        shift = 0.25 if row % 2 else -0.25
        x = (column - (columns - 1) / 2 + shift) * wide / columns * (1 - 0.5 / columns)
        bottom = middle - 0.5 * high + row * 0.86 * child.height * scale
        parts += lift_off_ground(child.move(x, bottom, scale, depth=0.1 - 0.01 * row))
    if kinds.has(parent.entity, "see_through"):
        parts.append(replace(parent, depth=parent.depth + 0.2, opacity=_GLASS, rests=False))
    return Cluster(tuple(parts))


def _floats(part: Part) -> bool:
    return any(kinds.has(part.entity, trait) for trait in ("swims", "flies", "celestial"))


def place_under_arch(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Place under the middle arch of a bridge."""
    parent = cluster.parent
    wide, high = _ARCH[0] * parent.width, _ARCH[1] * parent.height
    total = sum(child.width for child in children)
    scale = min(wide / total, high / max(child.height for child in children))
    parts = list(cluster.parts)
    for child, x in zip(children, divide_width(children, wide), strict=True):
        parts += child.move(x, 0, scale, depth=0.1).parts
    return Cluster(tuple(parts))


def place_on_door(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Hang signs on a door."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        scale = 0.8 * parent.width / child.width
        bottom = max(0.05, 0.86 - 0.3 * index) * parent.height - child.height * scale
        parts += lift_off_ground(child.move(0, max(0.01, bottom), scale, depth=0.1))
    return Cluster(tuple(parts))


def wrap_around(cluster: Cluster, children: list[Cluster]) -> tuple[Cluster, list[Cluster]]:
    """With those that are wrapped around it before its middle, wider than it where it is slender; and the others."""
    parent = cluster.parent
    wrapped = [child for child in children if "wrapped" in child.parent.entity.attributes]
    parts = list(cluster.parts)
    for index, child in enumerate(wrapped):
        wide = min(1.9 * parent.width, 0.62 * max(parent.height, parent.width))
        scale = wide / max(child.width, child.height)
        level = max(0.01, (0.42 + 0.2 * index) * parent.height - 0.5 * child.height * scale)
        parts += lift_off_ground(child.move(0, level, scale, depth=0.12))
    return Cluster(tuple(parts)), [child for child in children if child not in wrapped]


def cover_body(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """A blanket over the lower part of a body, whose head shows."""
    body = children[0]
    lies = (body.parent.pose or body.parent.entity.action) in ("sleeping", "lying")
    wide, high, aside = _COVER_LYING if lies else _COVER
    part = body.parent
    blanket = replace(cluster.parent, width=wide * part.width, height=high * part.height, x=part.x + aside * part.width)
    behind = tuple(replace(part, depth=part.depth - 0.1, rests=False) for one in children for part in one.parts)
    return Cluster((blanket, *behind))


def place_in_lock(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """A key in the lock of a door, below its handle."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for child in children:
        scale = 0.2 * parent.width / max(child.width, child.height)
        parts += lift_off_ground(child.move(0.34 * parent.width, 0.36 * parent.height, scale, depth=0.1))
    return Cluster(tuple(parts))


def place_below_branch(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Hang from a branch, below it."""
    parent = cluster.parent
    scale = max(1.0, min(1.6, 0.3 * parent.width / max(child.height for child in children)))
    parts = list(cluster.parts)
    for child, x in zip(children, divide_width(children, 0.7 * parent.width), strict=True):
        parts += lift_off_ground(child.move(x, 0.42 * parent.height - child.height * scale, scale, depth=0.05))
    return Cluster(tuple(parts))


def divide_width(children: Sequence[Cluster], available: float) -> list[float]:
    """x of each child's centre: `available` is divided in proportion to their widths, centred on 0."""
    total = sum(child.width for child in children)
    middles, edge = [], -min(available, total * 1.25) / 2
    for child in children:
        share = min(available, total * 1.25) * child.width / total
        middles.append(edge + share / 2)
        edge += share
    return middles


def place_at_ends(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Seat two players on both sides of a table, face to face; they are drawn with their seats."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for child, side in zip(children, (-1, 1), strict=False):
        turned = (child.flip() if side < 0 else child).move(0, 0, 1.3 * parent.height / child.height)
        parts += turned.move(side * (0.5 * parent.width + 0.2 * turned.parent.width), 0, depth=0.1).parts
    return Cluster(tuple(parts))


def lift_off_ground(child: Cluster) -> tuple[Part, ...]:
    return tuple(replace(part, rests=False) for part in child.parts)
