"""Adds what people need for what they do, where the prompt names nothing: a bed to sleep in, a boat to row."""

from dataclasses import replace

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene
from limner_illustrator.subjects.figures.activities import POSES, find_pose
from limner_illustrator.subjects.figures.compound_poses import IN_BED_SUFFIX

_MAX_ENTITIES = 24
_NEEDED: dict[str, tuple[str, str, RelationKind]] = {
    "sleeping": ("bed", "own:bed", "on"),
    "rowing": ("canoe", "noto:canoe", "in"),
}
"""By action: the noun, the drawing and the relation of what it needs."""
_BEDROOMS = frozenset({None, "bedroom"})
_ROWED = frozenset({None, "lake", "river", "sea", "coast"})
_PLACES = {"sleeping": _BEDROOMS, "rowing": _ROWED}
_ON_ONE_SEAT = frozenset({"noto:bicycle", "noto:kick-scooter", "own:skateboard", "own:surfboard", "own:snowboard"})
_IN_A_SADDLE = frozenset({"noto:horse", "noto:motorcycle", "noto:motor-scooter", "noto:camel", "noto:donkey"})
_MAX_IN_A_SADDLE = 2


def add_needed_things(scene: Scene) -> Scene:
    """The scene with a bed for one who only sleeps, and a canoe for one who only rows."""
    if scene.is_close or scene.graphic is not None:
        return scene
    scene = replace(scene, entities=tuple(_float(scene, one) for one in scene.entities))
    if scene.backdrop is None and any(_swims(one) for one in scene.entities):
        scene = replace(scene, backdrop="lake")
    scene = replace(scene, relations=tuple(_lie_on_bed(scene, one) for one in scene.relations))
    for entity in scene.entities:
        needed = _NEEDED.get(entity.action or "")
        if needed is None or not kinds.is_person(entity.drawing) or entity.count > 1:
            continue
        related = [one for one in scene.relations if entity.id in (one.subject, one.object)]
        if scene.backdrop not in _PLACES[entity.action or ""] or len(scene.entities) >= _MAX_ENTITIES:
            continue
        noun, drawing, relation = needed
        if any(one.kind not in ("holding", "wearing") for one in related) or _is_there(scene, drawing):
            continue
        thing = Entity(id=scene.next_id(), noun=noun, drawing=drawing)
        link = Relation(entity.id, relation, thing.id)
        scene = replace(scene, entities=(*scene.entities, thing), relations=(*scene.relations, link))
    return scene


def _lie_on_bed(scene: Scene, link: Relation) -> Relation:
    """Puts one who is "in bed reading" on the mattress; the verb may follow the bed."""
    doer, place = scene.entity(link.subject), scene.entity(link.object)
    is_bed = link.kind == "in" and place.drawing == "own:bed" and kinds.is_person(doer.drawing)
    return replace(link, kind="on") if is_bed and f"{find_pose(doer.action)[0]}{IN_BED_SUFFIX}" in POSES else link


def _float(scene: Scene, entity: Entity) -> Entity:
    """Who floats in a pool is in the water, and not in the air."""
    if entity.action != "flying" or "float" not in scene.prompt.lower() or not kinds.is_animate(entity.drawing):
        return entity
    place = BACKDROPS.get(scene.backdrop or "")
    is_wet = place is not None and (place.has_swimmers or scene.backdrop == "pool")
    is_swimmer = is_wet or (scene.backdrop is None and is_at_home_on_water(entity.drawing))
    return replace(entity, action="swimming") if is_swimmer and not kinds.flies(entity.drawing) else entity


def _swims(entity: Entity) -> bool:
    """Whether it is an animal that swims on the water, as a duck does."""
    return entity.action == "swimming" and kinds.is_animal(entity.drawing) and not kinds.lives_in_water(entity.drawing)


def _is_there(scene: Scene, drawing: str) -> bool:
    return any(one.drawing == drawing or "seat" in thing_of(one.drawing).traits for one in scene.entities)


def share_out_mounts(scene: Scene) -> Scene:
    """One mount for each rider of "a family riding bikes", where all of them were on the same one."""
    for mount in scene.entities:
        room = 1 if mount.drawing in _ON_ONE_SEAT else _MAX_IN_A_SADDLE if mount.drawing in _IN_A_SADDLE else None
        riders = [one for one in scene.relations if one.kind == "riding" and one.object == mount.id]
        if room is None or len(riders) <= room or len(scene.entities) + len(riders) > _MAX_ENTITIES:
            continue
        for link in riders[1:]:
            own = replace(mount, id=scene.next_id())
            scene = replace(
                scene,
                entities=(*scene.entities, own),
                relations=tuple(replace(one, object=own.id) if one is link else one for one in scene.relations),
            )
    return scene
