"""Chooses how much of a scene a portrait shows."""

from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

_LARGE_M = 0.9
"""What is taller than a child's chest does not fit beside a bust."""
_CARRYING = frozenset({"on", "in", "riding", "under"})
_HANDHELD = frozenset({"holding", "wearing", "eating"})


def widen_portrait(scene: Scene) -> Scene:
    """The whole body of one who sits, rides or stands with something large: no barn beside a bust is in the air."""
    if scene.view != "portrait" or scene.graphic is not None or len(scene.entities) < 2:
        return scene
    first = scene.entities[0]
    is_carried = any(one.subject == first.id and one.kind in _CARRYING for one in scene.relations)
    if is_carried or any(_is_large(one, scene) for one in scene.entities[1:]):
        return replace(scene, view="normal")
    return scene


def _is_large(entity: Entity, scene: Scene) -> bool:
    is_handheld = any(one.object == entity.id and one.kind in _HANDHELD for one in scene.relations)
    return not is_handheld and not kinds.is_person(entity.drawing) and natural_height(entity) > _LARGE_M
