"""The parts of the picture where the prompt wants things: the left, a corner, the foreground."""

from collections.abc import Iterable, Sequence

from limner_illustrator.catalog.kinds import flies
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Placement
from limner_illustrator.scene import Area, Entity, Scene

_COLUMNS = ("left", "middle", "right")
_ROWS = ("top", "bottom")
_ASIDE, _LOW, _HIGH = 0.44, 0.55, 0.46
"""How far aside, down or up the middle of a thing must be to be in its area."""


def column_of(area: Area | None) -> str | None:
    words = (area or "").split()
    return next((word for word in words if word in _COLUMNS), None)


def row_of(area: Area | None) -> str | None:
    """Of the corners and edges; "middle" says nothing of the height."""
    words = (area or "").split()
    return next((word for word in words if word in _ROWS), None)


def has_areas(entities: Iterable[Entity]) -> bool:
    return any(entity.area is not None for entity in entities)


def can_be_high(entity: Entity) -> bool:
    """Whether it may be in the air without anything under it."""
    return kinds.is_celestial(entity) or kinds.has(entity, "flies") or flies(entity.drawing)


def sort_by_column(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Those of the left first; those without a column go to both sides of the middle."""
    columns = [column_of(one.parent.entity.area) for one in clusters]
    if not any(columns):
        return list(clusters)
    free = [at for at, column in enumerate(columns) if column is None]
    rank = {"left": 0, "middle": 2, "right": 4}
    places = {at: 1 if place < len(free) / 2 else 3 for place, at in enumerate(free)}
    order = sorted(range(len(clusters)), key=lambda at: (places.get(at, rank.get(columns[at] or "", 1)), at))
    return [clusters[at] for at in order]


def pair_by_depth(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Indexes (a, b) where a is in the foreground and b is not, or b is in the background and a is not."""
    areas = [one.parent.entity.area for one in clusters]
    return [
        (a, b)
        for a, near in enumerate(areas)
        for b, far in enumerate(areas)
        if near != far and (near == "front" or far == "back")
    ]


def find_misplaced(scene: Scene, placements: Sequence[Placement], size: tuple[int, int]) -> list[str]:
    """The ids of the entities that are not in their area."""
    width, height = size
    misplaced = []
    for entity in scene.entities:
        copies = [one for one in placements if one.entity_id == entity.id]
        if entity.area is None or not copies:
            continue
        x = sum(one.x + one.width / 2 for one in copies) / len(copies) / width
        y = sum(one.y + one.height / 2 for one in copies) / len(copies) / height
        foot = max(one.y + one.height for one in copies) / height
        if not (_is_in_column(column_of(entity.area), x) and _is_in_row(row_of(entity.area), y, foot)):
            misplaced.append(entity.id)
    return misplaced


def _is_in_column(column: str | None, x: float) -> bool:
    if column == "middle":
        return abs(x - 0.5) < 0.14
    return column is None or (x < _ASIDE if column == "left" else x > 1 - _ASIDE)


def _is_in_row(row: str | None, y: float, foot: float) -> bool:
    return row is None or (y < _HIGH if row == "top" else y > _LOW or foot > 0.8)
