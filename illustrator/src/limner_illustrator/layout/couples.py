"""Joins pairs that hug, kiss, dance or fight: close together, face to face, placed as one cluster."""

from collections.abc import Callable, Sequence

from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import Scene

OVERLAPS = {"hugging": 0.2, "kissing": 0.12, "embracing": 0.2, "cuddling": 0.2, "dancing": 0.02, "fighting": -0.02}
"""Action -> the overlap, as a part of the narrower width."""

ARMS = 2.3
"""Factor on the overlap of two figures that reach out for each other."""


def unite_couples(scene: Scene, clusters: Sequence[Cluster], can_turn: Callable[[Cluster], bool]) -> list[Cluster]:
    left = list(clusters)
    pairs: list[tuple[Cluster, Cluster]] = []
    for relation in scene.relations:
        if relation.kind in ("beside", "looking_at"):
            _pair(left, pairs, relation.subject, relation.object)
    alone = [one for one in left if one.parent.entity.action in OVERLAPS]
    for first, second in zip(alone[::2], alone[1::2], strict=False):
        if first.parent.entity.action == second.parent.entity.action:
            _take(left, pairs, first, second)
    couples = {id(first): (first, second) for first, second in pairs}
    taken = {id(second) for _, second in pairs}
    return [
        _couple(*couples[id(one)], can_turn) if id(one) in couples else one for one in clusters if id(one) not in taken
    ]


def _pair(left: list[Cluster], pairs: list[tuple[Cluster, Cluster]], subject: str, target: str) -> None:
    doers = [one for one in left if one.holds(subject) and _acts(one)]
    others = [one for one in left if one.holds(target) and not one.holds(subject)]
    if len(doers) == 1 and others:
        _take(left, pairs, doers[0], others[0])


def _acts(cluster: Cluster) -> bool:
    return any(part.entity.action in OVERLAPS for part in cluster.parts)


def _take(left: list[Cluster], pairs: list[tuple[Cluster, Cluster]], first: Cluster, second: Cluster) -> None:
    pairs.append((first, second))
    left[:] = [one for one in left if one is not first and one is not second]


def _couple(first: Cluster, second: Cluster, can_turn: Callable[[Cluster], bool]) -> Cluster:
    """The first stands to the left. Icons look to the left, so it is the one to turn; figures reach to the right."""
    action = next(part.entity.action for one in (first, second) for part in one.parts if part.entity.action in OVERLAPS)
    overlap = OVERLAPS[action or ""] * min(first.width, second.width)
    reaches = action in kinds.REACHING
    if reaches and kinds.is_figure(first.parent.entity) and kinds.is_figure(second.parent.entity):
        # Both reach out: their arms take up a good part of their widths.
        overlap *= ARMS
    if can_turn(first) and first.parent.flip == (reaches and kinds.is_figure(first.parent.entity)):
        first = first.flip()
    if reaches and kinds.is_figure(second.parent.entity) and can_turn(second) and not second.parent.flip:
        second = second.flip()
    width = first.width + second.width - overlap
    moved = first.move(-width / 2 - first.left, 0, depth=0.05), second.move(width / 2 - second.right, 0)
    return Cluster((*moved[0].parts, *moved[1].parts))
