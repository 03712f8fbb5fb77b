"""Joins those who leap over something with it: just above it, stretched out, their heads up."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.scene import Scene

LEAPING = frozenset({"jumping", "leaping", "hopping"})
_CLEARANCE = 0.1
"""Of the feet above what they leap over, in heights of the one who leaps."""
_TILT = 12.0
"""Degrees by which an animal in side view, which looks to the left, rises."""
_HIGHEST = 1.6
"""The largest height of a hurdle, in heights of the one who leaps: higher ones are drawn smaller."""


def unite_leapers(scene: Scene, clusters: list[Cluster]) -> list[Cluster]:
    """One cluster of a hurdle and who leaps over it. What is in the sky is no hurdle."""
    united = list(clusters)
    for relation in scene.relations:
        if relation.kind != "above" or scene.entity(relation.subject).action not in LEAPING:
            continue
        leapers = [one for one in united if one.parent.entity.id == relation.subject]
        hurdles = [one for one in united if one.parent.entity.id == relation.object and not _is_aloft(one)]
        for leaper, hurdle in zip(leapers, hurdles, strict=False):
            united[united.index(hurdle)] = _leap(leaper, hurdle)
            united.remove(leaper)
    return united


def _is_aloft(cluster: Cluster) -> bool:
    parent = cluster.parent
    return kinds.is_celestial(parent.entity) or kinds.is_flying(parent.entity, parent.pose)


def _leap(leaper: Cluster, hurdle: Cluster) -> Cluster:
    scale = min(1.0, _HIGHEST * leaper.parent.height / hurdle.height)
    low = hurdle.move(0, 0, scale)
    animal = is_animal(leaper.parent.entity.drawing)
    level = low.height + _CLEARANCE * leaper.parent.height - leaper.bottom
    over = leaper.move(0, level, depth=0.2)
    tilt = _TILT * (-1 if leaper.parent.flip else 1) if animal and not kinds.is_figure(leaper.parent.entity) else 0.0
    return Cluster((*low.parts, *(replace(part, rests=False, tilt=part.tilt + tilt) for part in over.parts)))
