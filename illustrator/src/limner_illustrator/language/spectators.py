"""Turns the audience of a show toward the stage: it is seen from behind, before the performers."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.catalog import kinds
from limner_illustrator.language.heaps import CROWD
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.activities import FROM_BEHIND

_SPECTATORS = frozenset({"fan", "spectator", "concertgoer", "audience member", "listener"})
_FULL_HOUSE = 12


def turn_audience(scene: Scene) -> Scene:
    crowds = [one for one in scene.entities if _watches(one)]
    place = choose_backdrop(scene) if crowds else None
    if place not in ("stage", "stadium") or any(one.text for one in crowds):
        return scene
    ids = {one.id for one in crowds}
    if place == "stadium":
        return _leave_stands(scene, ids)
    facing = tuple(
        replace(one, count=max(one.count, _FULL_HOUSE), attributes=(*one.attributes, FROM_BEHIND))
        if one.id in ids
        else one
        for one in scene.entities
    )
    relations = tuple(one for one in scene.relations if one.subject not in ids and one.object not in ids)
    return replace(scene, entities=facing, relations=relations, backdrop="stage")


def _leave_stands(scene: Scene, crowds: AbstractSet[str]) -> Scene:
    """Without the crowd that the stands of the stadium show, if somebody plays."""
    players = tuple(one for one in scene.entities if one.id not in crowds)
    relations = tuple(one for one in scene.relations if crowds.isdisjoint((one.subject, one.object)))
    return replace(scene, entities=players, relations=relations, backdrop="stadium") if players else scene


def _watches(entity: Entity) -> bool:
    if not kinds.is_person(entity.drawing) or entity.count < 2:
        return False
    return CROWD in entity.attributes or entity.noun in _SPECTATORS
