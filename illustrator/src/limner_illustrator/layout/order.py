"""Relations between clusters (left, behind, above), solved one axis at a time."""

from collections.abc import Callable, Sequence

from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import RelationKind, Scene

Pairs = list[tuple[int, int]]

TOGETHER = frozenset({"kissing", "hugging", "facing", "fighting", "dancing", "talking", "playing"})
"""Actions of two that look at each other."""


def pairs(
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


def ranks(count: int, before: Pairs) -> list[int]:
    """The length of the longest chain of "a before b" that leads to each; contradictions are ignored."""
    rank = [0] * count
    for _ in range(count):
        for a, b in before:
            rank[b] = max(rank[b], min(count - 1, rank[a] + 1))
    return rank


def from_left_to_right(scene: Scene, clusters: Sequence[Cluster]) -> list[Cluster]:
    """As the relations say; otherwise in the order of the prompt, with neighbours side by side."""
    constraint = _with_amid(pairs(scene, clusters, "left", reverse="right"))
    rank = ranks(len(clusters), constraint)
    constrained = {index for pair in constraint for index in pair}
    leaders = {index: place for place, index in enumerate(sorted(constrained, key=lambda index: rank[index]))}
    order = sorted(range(len(clusters)), key=lambda index: (leaders.get(index, index), index))
    for a, b in pairs(scene, clusters, "beside", "looking_at"):
        if a not in constrained and abs(order.index(a) - order.index(b)) > 1:
            order.remove(a)
            order.insert(order.index(b) + 1, a)
    return [clusters[index] for index in order]


def _with_amid(constraint: Pairs) -> Pairs:
    """What is left and right of the same things stands in their middle: half of them before it, half after it."""
    both = [pair for pair in constraint if pair[::-1] in constraint]
    settled = [pair for pair in constraint if pair not in both]
    others_of: dict[int, list[int]] = {}
    for a, b in both:
        others_of.setdefault(a, []).append(b)
    for middle, others in others_of.items():
        if len(others) > 1 or middle < others[0]:
            half = (len(others) + 1) // 2
            settled += [(other, middle) for other in others[:half]] + [(middle, other) for other in others[half:]]
    return settled


def tallest_in_the_middle(clusters: Sequence[Cluster]) -> list[Cluster]:
    """For a group without an order of its own."""
    ranked = sorted(clusters, key=lambda cluster: cluster.height)
    return ranked[::2] + ranked[1::2][::-1]


def facing(scene: Scene, clusters: Sequence[Cluster], can_turn: Callable[[Cluster], bool]) -> list[Cluster]:
    """Two that look at each other turn towards each other. Icons in side view face left."""
    turned = list(clusters)
    for a, b in pairs(scene, clusters, "looking_at"):
        for index in {min(a, b)}:
            is_art = turned[index].host.entity.drawing.startswith("noto:")
            if is_art and can_turn(turned[index]) and not turned[index].host.flip:
                turned[index] = turned[index].flip()
    for index, cluster in enumerate(turned):
        is_art = cluster.host.entity.drawing.startswith("noto:")
        if is_art and _is_left_of_a_couple(scene, cluster) and can_turn(cluster) and not cluster.host.flip:
            turned[index] = cluster.flip()
    return turned


def _is_left_of_a_couple(scene: Scene, cluster: Cluster) -> bool:
    """Two that kiss, or form a heart, turn to each other."""
    entity = cluster.host.entity
    form = any(one.kind == "shaped_like" and one.subject == entity.id for one in scene.relations)
    return entity.count == 2 and cluster.host.copy == 0 and (form or entity.action in TOGETHER)
