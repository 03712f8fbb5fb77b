"""What a finished layout does not show as its Scene says."""

from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.layout.areas import find_misplaced
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
    visibility: Visibility


def find_faults(
    scene: Scene, placements: Sequence[Placement], size: tuple[int, int], painted: frozenset[str]
) -> LayoutFaults:
    """`painted`: the ids of the entities that the backdrop shows."""
    visibility = find_unseen(scene, placements, size, painted)
    judged = judge_relations(scene, placements, size[0])
    unheld = [one for one, is_held in judged.items() if not is_held]
    unheld += [one for one in scene.relations if one.kind == "behind" and one.object in painted - {one.subject}]
    seen = [one for one in unheld if not {one.subject, one.object} & set(visibility.hidden)]
    misplaced = [one for one in find_misplaced(scene, placements, size) if one not in visibility.hidden]
    return LayoutFaults(tuple(seen), tuple(misplaced), visibility)
