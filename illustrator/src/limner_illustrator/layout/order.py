"""Relations between clusters (left, behind, above), solved one axis at a time."""

from collections.abc import Callable, Sequence

from limner_illustrator.layout.areas import sort_by_column
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import RelationKind, Scene

Pairs = list[tuple[int, int]]

TOGETHER = frozenset({"kissing", "hugging", "facing", "fighting", "dancing", "talking", "playing"})
"""Actions in which two entities look at each other."""


def find_pairs(
    scene: Scene, clusters: Sequence[Cluster], *kinds: RelationKind, reverse: RelationKind | None = None
) -> Pairs:
    """Indexes (a, b) of clusters for which "a kind b" holds; `reverse` names the relation that says "b kind a"."""
    found = []
    for relation in scene.relations:
        if relation.kind not in kinds and relation.kind != reverse:
            continue
        first, second = relation.subject, relation.object
        if relation.kind == reverse:
            first, second = second, first
        found += [
            (a, b)
            for a, one in enumerate(clusters)
            for b, other in enumerate(clusters)
            if a != b and one.holds(first) and other.holds(second) and not one.holds(second)
        ]
    return found


def compute_ranks(count: int, before: Pairs) -> list[int]:
    """The length of the longest chain of "a before b" that leads to each; contradictions are ignored."""
    rank = [0] * count
    for _ in range(count):
        for a, b in before:
            rank[b] = max(rank[b], min(count - 1, rank[a] + 1))
    return rank


def sort_horizontally(scene: Scene, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Sort by the relations, then by the order of the prompt; entities that are beside each other stay adjacent."""
    constraint = _resolve_between(scene, clusters, find_pairs(scene, clusters, "left", reverse="right"))
    rank = compute_ranks(len(clusters), constraint)
    constrained = {index for pair in constraint for index in pair}
    leaders = {index: place for place, index in enumerate(sorted(constrained, key=lambda index: rank[index]))}
    order = sorted(range(len(clusters)), key=lambda index: (leaders.get(index, index), index))
    pairs = find_pairs(scene, clusters, "beside", "looking_at")
    for a, b in pairs:
        if _has_copies_aside(clusters, a):
            continue
        partners = [other for one, other in pairs if one == a]
        if a not in constrained and all(abs(order.index(a) - order.index(one)) > 1 for one in partners):
            order.remove(a)
            order.insert(order.index(b) + 1, a)
    return sort_by_column([clusters[index] for index in order])


def _has_copies_aside(clusters: Sequence[Cluster], index: int) -> bool:
    """Whether it holds one of several who belong together: the first of the children that somebody speaks to."""
    members = {part.entity.id for part in clusters[index].parts[1:]}
    return any(one.parent.entity.id in members for at, one in enumerate(clusters) if at != index)


def _resolve_between(scene: Scene, clusters: Sequence[Cluster], constraint: Pairs) -> Pairs:
    """What is both left and right of others is placed between them: half of them before it, half after it."""
    left_of = {(one.subject, one.object) for one in scene.relations if one.kind == "left"}
    right_of = {(one.subject, one.object) for one in scene.relations if one.kind == "right"}
    between = left_of & right_of
    settled = [pair for pair in constraint if pair[::-1] not in constraint]
    for subject, other in between:
        middles = [index for index, cluster in enumerate(clusters) if cluster.holds(subject)]
        others = [index for index, cluster in enumerate(clusters) if cluster.holds(other) and index not in middles]
        half = (len(others) + 1) // 2
        for middle in middles:
            settled += [(one, middle) for one in others[:half]] + [(middle, one) for one in others[half:]]
    return settled


def sort_tallest_in_middle(clusters: Sequence[Cluster]) -> list[Cluster]:
    """For a group that no relation orders."""
    ranked = sorted(clusters, key=lambda cluster: cluster.height)
    return ranked[::2] + ranked[1::2][::-1]


def turn_couples(scene: Scene, clusters: Sequence[Cluster], can_turn: Callable[[Cluster], bool]) -> list[Cluster]:
    """Turn two entities that look at each other. Icons in side view face left."""
    turned = list(clusters)
    for a, b in find_pairs(scene, clusters, "looking_at"):
        for index in {min(a, b)}:
            is_art = turned[index].parent.entity.drawing.startswith("noto:")
            if is_art and can_turn(turned[index]) and not turned[index].parent.flip:
                turned[index] = turned[index].flip()
    for index, cluster in enumerate(turned):
        is_art = cluster.parent.entity.drawing.startswith("noto:")
        if is_art and _is_left_of_couple(scene, cluster) and can_turn(cluster) and not cluster.parent.flip:
            turned[index] = cluster.flip()
    return turned


def _is_left_of_couple(scene: Scene, cluster: Cluster) -> bool:
    """Whether it is the left one of two copies that kiss or form a heart."""
    entity = cluster.parent.entity
    form = any(one.kind == "shaped_like" and one.subject == entity.id for one in scene.relations)
    return entity.count == 2 and cluster.parent.copy == 0 and (form or entity.action in TOGETHER)
