"""Places the nodes of a directed graph in ranks and columns: links lead downwards except for those that go back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.scene import GraphicLink


@dataclass(frozen=True, slots=True)
class Layers:
    ranks: tuple[int, ...]
    columns: tuple[float, ...]
    """Whole and half columns, from 0 on."""
    back: frozenset[int]
    """Indices of the links that lead upwards."""

    @property
    def size(self) -> tuple[float, int]:
        """(columns, ranks)"""
        return max(self.columns, default=0) + 1, max(self.ranks, default=0) + 1


def arrange_flow(count: int, links: Sequence[GraphicLink]) -> Layers:
    """A main column down from the first node; what branches off stands in the next free column."""
    children: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, link in enumerate(links):
        children[link.source].append((link.target, number))
    back = _find_back_links(count, children)
    ranks = _rank(count, links, back)
    columns: dict[int, int] = {}
    taken: set[tuple[int, int]] = set()

    def place(node: int, column: int) -> None:
        if node in columns:
            return
        while (column, ranks[node]) in taken:
            column += 1
        columns[node] = column
        taken.add((column, ranks[node]))
        following = [target for target, number in children[node] if number not in back and target not in columns]
        following.sort(key=lambda target: (-_reach(target, children, back), target))
        for offset, target in enumerate(following):
            place(target, column + (1 if offset else 0) * offset)

    for node in range(count):
        place(node, 0 if node == 0 else max(columns.values(), default=-1) + (node not in columns))
    return Layers(tuple(ranks), tuple(float(columns[node]) for node in range(count)), frozenset(back))


def _reach(node: int, children: dict[int, list[tuple[int, int]]], back: set[int]) -> int:
    """How many ranks follow a node."""
    return 1 + max(
        (_reach(target, children, back) for target, number in children[node] if number not in back), default=0
    )


def _find_back_links(count: int, children: dict[int, list[tuple[int, int]]]) -> set[int]:
    back: set[int] = set()
    state = [0] * count

    def visit(node: int) -> None:
        state[node] = 1
        for target, number in children[node]:
            if state[target] == 1:
                back.add(number)
            elif state[target] == 0:
                visit(target)
        state[node] = 2

    for node in range(count):
        if state[node] == 0:
            visit(node)
    return back


def _rank(count: int, links: Sequence[GraphicLink], back: set[int]) -> list[int]:
    ranks = [0] * count
    for _ in range(count):
        changed = False
        for number, link in enumerate(links):
            if number not in back and ranks[link.target] < ranks[link.source] + 1:
                ranks[link.target] = ranks[link.source] + 1
                changed = True
        if not changed:
            break
    return ranks


def arrange_tree(count: int, links: Sequence[GraphicLink]) -> Layers:
    """Leaves side by side; each parent over the middle of its children. Links to a second parent are ignored."""
    parent: dict[int, int] = {}
    children: dict[int, list[int]] = defaultdict(list)
    for link in links:
        if link.target not in parent and link.target != link.source and not _is_above(link.target, link.source, parent):
            parent[link.target] = link.source
            children[link.source].append(link.target)
    ranks = [0] * count
    columns = [0.0] * count
    free = 0.0

    def place(node: int, rank: int) -> None:
        nonlocal free
        ranks[node] = rank
        for child in children[node]:
            place(child, rank + 1)
        if children[node]:
            columns[node] = (columns[children[node][0]] + columns[children[node][-1]]) / 2
        else:
            columns[node] = free
            free += 1

    for node in range(count):
        if node not in parent:
            place(node, 0)
    return Layers(tuple(ranks), tuple(columns), frozenset())


def _is_above(node: int, other: int, parent: dict[int, int]) -> bool:
    """Whether `node` is `other` or one of its ancestors."""
    while other in parent and other != node:
        other = parent[other]
    return other == node
