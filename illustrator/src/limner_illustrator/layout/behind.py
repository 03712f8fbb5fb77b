"""Places those who sit at a table or stand behind a counter, and what they are served."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_food
from limner_illustrator.layout import containers, kinds
from limner_illustrator.layout.containers import divide_width
from limner_illustrator.layout.leaps import LEAPING
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.anchors import support_of

HIDING = "hiding"
"""The attribute of who hides behind something."""
_TRUNK = 0.07
"""Half of a trunk, in widths of its tree."""
_UNDER_CROWN = 0.3
"""The height of who hides behind a trunk, in heights of its tree."""
_ABOVE_TABLE = 0.46
"""The part of one who sits at a table that is below its top, at most."""
_BEHIND_COUNTER = 0.34
"""The same of one who stands behind a counter."""


def hides(entity: Entity) -> bool:
    """Who leaps or runs does not hide, whatever the others do."""
    return HIDING in entity.attributes and entity.action not in (*LEAPING, "running", "flying", "swimming")


def _hide(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Half covered, to the left and right of a trunk or of what is as wide as it is."""
    parent = cluster.parent
    is_tree = kinds.has(parent.entity, "tree")
    half = (_TRUNK if is_tree else 0.28) * parent.width
    parts = list(cluster.parts)
    for index, hiding in enumerate(children):
        child = hiding
        side, rank = (-1 if index % 2 == 0 else 1), index // 2
        if is_tree:
            # Below the crown, which would hide who is as high as it.
            child = child.move(0, 0, min(1.0, _UNDER_CROWN * parent.height / child.height))
        x = side * (half + (0.12 + 0.6 * rank) * child.width)
        parts += child.move(x, 0.015 * parent.height, depth=-0.1 - 0.01 * rank).parts
    return Cluster(tuple(parts))


def place_behind(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Place behind a table, visible above its top."""
    hidden = [child for child in children if hides(child.parent.entity)]
    children = [child for child in children if child not in hidden]
    cluster = _hide(cluster, hidden) if hidden else cluster
    if not children:
        return cluster
    if all(child.parent.pose == "at-table" for child in children):
        return containers.place_at_ends(cluster, children)
    parent = cluster.parent
    total_width = sum(child.width for child in children)
    grown = max(1.0, min(1.6, total_width / (0.9 * parent.width)))
    parts = list(cluster.move(0, 0, grown).parts)
    top = parts[0].height * (1 - (support_of(parent.entity.drawing) or 0.08))
    floor = 0.12 * parent.height
    # What stands on the table must not hide the face.
    tallest = max((part.height for part in cluster.parts[1:]), default=0.0)
    aside = 0.34 * parent.width if len(children) == 1 and tallest > 0.3 * children[0].height else 0.0
    for child, x in zip(children, divide_width(children, 0.9 * parent.width * grown), strict=True):
        scale = max(1.0, min(1.6, 2.4 * (top - floor) / child.parent.height))
        if roof := kinds.record_of(parent.entity).roof:
            scale = ((1 - roof) * parts[0].height - floor) / child.height
        # Hands and shoulders show above the top, a small child's, too.
        below = _BEHIND_COUNTER if parent.entity.drawing == "own:counter" else _ABOVE_TABLE
        foot = max(floor, top - below * child.parent.height * scale)
        for part in child.move(x - aside, foot, scale, depth=-0.1).parts:
            served = part is not child.parent and is_food(part.entity.drawing)
            parts.append(replace(part, x=x, bottom=top, depth=0.1, rests=True) if served else part)
    return Cluster(tuple(parts))
