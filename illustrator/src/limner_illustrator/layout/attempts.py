"""Lays a scene out again where the first layout has faults, and leaves out what would still look wrong.

What is left out counts as not visible, so that the note names it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.layout.faults import LayoutFaults, find_faults
from limner_illustrator.layout.placement import Placement, Spot
from limner_illustrator.layout.visibility import find_coverers
from limner_illustrator.scene import Scene

Placements = tuple[Placement, ...]
Place = Callable[[Scene, Ground], list[Spot]]
_HIDDEN, _FACELESS, _UNHELD, _OTHER = 4.0, 3.0, 2.0, 1.0
"""The weights of faults: what is missing is worse than what is elsewhere."""
_SMALLER = 0.42
"""The largest height of things in a layout with more room, in heights of the picture."""


def arrange_surely(scene: Scene, size: tuple[int, int], ground: Ground, arrange: Place) -> list[Spot]:
    """The arrangement with the least faults of a few. One without faults costs a single one."""
    best = arrange(scene, ground)
    if scene.positions or scene.is_close or len(scene.entities) < 2:
        return best
    faults = find_faults(scene, list_placements(best), size, ground.painted)
    least = _weigh(faults)
    if not least:
        return best
    for other, room in _vary(scene, ground, faults, size[1]):
        spots = arrange(other, room)
        found = find_faults(scene, list_placements(spots), size, ground.painted)
        if _weigh(found) < least:
            best, faults, least = spots, found, _weigh(found)
    return _leave_out(scene, best, faults)


def list_placements(spots: Sequence[Spot]) -> Placements:
    """In painting order."""
    placements = (one for spot in spots for one in spot.placements())
    return tuple(sorted(placements, key=lambda placement: placement.depth))


def _weigh(faults: LayoutFaults) -> float:
    seen = faults.visibility
    return (
        _HIDDEN * len(seen.hidden)
        + _FACELESS * len(seen.faceless)
        + _UNHELD * len(faults.unheld)
        + _OTHER * (len(faults.misplaced) + len(faults.unformed) + len(seen.shown))
    )


def _vary(scene: Scene, ground: Ground, faults: LayoutFaults, height: int) -> Iterator[tuple[Scene, Ground]]:
    """Other orders, fewer relations (those that cannot hold may hinder others), smaller things."""
    turned = replace(scene, entities=scene.entities[::-1])
    yield turned, ground
    if faults.unheld:
        kept = tuple(one for one in scene.relations if one not in faults.unheld)
        yield replace(scene, relations=kept), ground
        yield replace(turned, relations=kept), ground
    most = _SMALLER * height
    if not ground.floating and not ground.top_view and (ground.max_height is None or ground.max_height > most):
        yield scene, replace(ground, max_height=most)


def _leave_out(scene: Scene, spots: list[Spot], faults: LayoutFaults) -> list[Spot]:
    """Without what covers the face of somebody who was named before it: never the first, who is the subject."""
    rank = {entity.id: at for at, entity in enumerate(scene.entities)}
    covering = {
        coverer
        for faceless in faults.visibility.faceless
        for coverer in find_coverers(scene, list_placements(spots), faceless)
        if rank[coverer] > rank[faceless]
    }
    return [spot for spot in spots if spot.cluster.parent.entity.id not in covering]
