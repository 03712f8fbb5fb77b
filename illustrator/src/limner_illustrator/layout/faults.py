"""What a finished layout does not show as its Scene says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from limner_illustrator.layout.areas import find_misplaced
from limner_illustrator.layout.formations import is_formed
from limner_illustrator.layout.harness import harness
from limner_illustrator.layout.placement import Placement
from limner_illustrator.layout.relations_held import judge_relations
from limner_illustrator.layout.visibility import Visibility, find_unseen
from limner_illustrator.scene import Relation, Scene


@dataclass(frozen=True, slots=True)
class LayoutFaults:
    unheld: tuple[Relation, ...]
    """Relations that do not hold between things that are seen."""
    misplaced: tuple[str, ...]
    """The ids of the entities that are not in the part of the picture where the prompt wants them."""
    unformed: tuple[str, ...]
    """The ids of those whose copies do not stand in the row or circle that the prompt names."""
    visibility: Visibility


def find_faults(
    scene: Scene, placements: Sequence[Placement], size: tuple[int, int], painted: frozenset[str]
) -> LayoutFaults:
    """`painted`: the ids of the entities that the backdrop shows."""
    visibility = find_unseen(scene, placements, size, painted)
    judged = judge_relations(harness(scene), placements, size[0])
    unheld = [one for one, is_held in judged.items() if not is_held]
    unheld += [one for one in scene.relations if one.kind == "behind" and one.object in painted - {one.subject}]
    seen = [one for one in unheld if not {one.subject, one.object} & set(visibility.hidden)]
    misplaced = [one for one in find_misplaced(scene, placements, size) if one not in visibility.hidden]
    return LayoutFaults(tuple(seen), tuple(misplaced), tuple(_find_unformed(scene, placements)), visibility)


def _find_unformed(scene: Scene, placements: Sequence[Placement]) -> Iterator[str]:
    surrounding = {one.subject for one in scene.relations if one.kind == "around"}
    for entity in scene.entities:
        copies = [one for one in placements if one.entity_id == entity.id]
        if copies and entity.id not in surrounding and is_formed(entity, copies) is False:
            yield entity.id
