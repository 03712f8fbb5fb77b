"""Things on top of each other: stacks of copies, and toppings on a dish."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout import kinds
from limner_illustrator.layout.containers import divide_width
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.anchors import support_of

_ONE_STACK = "own:pancakes"
"""A drawing that is a stack itself."""
_HIGHEST = 6
"""Copies in one stack."""
_OVERLAP = 0.1
"""The part of a thing's height that the one on top of it covers, if its record does not say."""
_LIDS = {"noto:package": 0.42, "own:plate": 0.5}
"""The same for drawings that show their top from above."""
_SHIFT = 0.05
"""How far out of line they are, in widths."""
_HEAP_STEP = 0.84, 0.6
"""From one copy in a heap to the next, in its widths and heights."""
_TOPPING = 0.22
"""The largest width of a topping, in widths of the dish; and how far it sinks in."""
_SUNK = 0.25


def is_piled(entity: Entity) -> bool:
    """Whether its copies are on top of each other."""
    if entity.count > 2 and "heaped" in entity.attributes:
        return True
    is_stack = 1 < entity.count <= _HIGHEST and "stacked" in entity.attributes
    return is_stack and kinds.is_stackable(entity.drawing) and entity.drawing != _ONE_STACK


def stack_up(copies: Sequence[Cluster]) -> list[Cluster]:
    """One cluster of copies on top of each other, if the prompt says that they are stacked."""
    if len(copies) > 2 and "heaped" in copies[0].parent.entity.attributes:
        return [_heap_up(copies)]
    if len(copies) < 2 or "stacked" not in copies[0].parent.entity.attributes:
        return list(copies)
    first = copies[0].parent
    if first.entity.drawing == _ONE_STACK:
        return list(copies[:1])
    if not kinds.is_stackable(first.entity.drawing) or len(copies) > _HIGHEST:
        return list(copies)
    covered = _LIDS.get(first.entity.drawing) or support_of(first.entity.drawing) or _OVERLAP
    step = first.height * (1 - covered)
    parts: list[Part] = []
    for rank, copy in enumerate(copies):
        aside = (0.0, 1.0, -0.6, 0.7, -1.0, 0.3)[rank] * _SHIFT * first.width
        moved = copy.move(aside, rank * step, depth=0.02 * rank).parts
        parts += moved if rank == 0 else [replace(part, rests=False) for part in moved]
    return [Cluster(tuple(parts))]


def _heap_up(copies: Sequence[Cluster]) -> Cluster:
    """In rows that get shorter towards the top, each between two of those below it."""
    base = next(number for number in range(1, len(copies) + 1) if number * (number + 1) // 2 >= len(copies))
    left = list(copies)
    parts: list[Part] = []
    for row in range(base):
        some, left = left[: base - row], left[base - row :]
        for place, copy in enumerate(some):
            x = (place - (len(some) - 1) / 2) * _HEAP_STEP[0] * copy.parent.width
            level = row * _HEAP_STEP[1] * copy.parent.height
            turn = (7.0, -9.0, 3.0)[(place + row) % 3] if row else 0.0
            moved = copy.move(x, level, depth=0.02 * row).parts
            parts += [replace(part, rests=row == 0, tilt=part.tilt + turn) for part in moved]
    return Cluster(tuple(parts))


def place_toppings(cluster: Cluster, children: Sequence[Cluster]) -> Cluster:
    """Small, side by side on the top of a dish."""
    parent = cluster.parent
    support = support_of(parent.entity.drawing)
    level = parent.height * (1 - (0.16 if support is None else 0.7 * support))
    widest = max(child.width for child in children)
    scale = min(_TOPPING * parent.width / widest, 0.6 * parent.width / sum(child.width for child in children))
    parts = list(cluster.parts)
    for child, x in zip(children, divide_width(children, 0.6 * parent.width), strict=True):
        bottom = level - _SUNK * child.height * scale
        parts += (replace(part, rests=False) for part in child.move(x, bottom, scale, depth=0.1).parts)
    return Cluster(tuple(parts))
