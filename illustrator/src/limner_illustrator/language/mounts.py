"""Adds what a rider is known to ride, where the prompt names nothing: the bicycle of "a cyclist"."""

from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language import lexicon
from limner_illustrator.language.needed_things import share_out_mounts
from limner_illustrator.scene import Entity, Relation, Scene

_MOUNTS = {
    "figure:cyclist": ("bicycle", "noto:bicycle"),
    "figure:jockey": ("horse", "noto:horse"),
    "figure:biker": ("motorcycle", "noto:motorcycle"),
    "figure:skateboarder": ("skateboard", "own:skateboard"),
    "figure:rower": ("canoe", "noto:canoe"),
}
_HORSE = ("horse", "noto:horse")
_HORSEMEN = frozenset({
    "figure:knight", "figure:cowboy", "figure:king", "figure:queen", "figure:prince", "figure:princess",
    "figure:samurai", "figure:soldier", "figure:archer", "figure:jockey", "figure:viking",
})  # fmt: skip
"""Who "riding through a forest" is on a horse."""
_RIDING = frozenset({None, "riding", "running", "climbing", "flying", "jumping", "rowing", "waving", "walking"})
"""Actions that a rider does on the mount: "a cyclist racing down a hill"."""
_MAX_ENTITIES = 24


def mount_riders(scene: Scene) -> Scene:
    """Seats riders on mounts of their own, unless they are on, at or with something else."""
    scene = replace(scene, entities=tuple(_take_off_wave(scene, one) for one in scene.entities))
    if scene.is_close:
        return scene
    for entity in scene.entities:
        on_horse = entity.drawing in _HORSEMEN and entity.action == "riding"
        is_rider = entity.drawing in _MOUNTS and entity.action in _RIDING
        if not (is_rider or on_horse) or len(scene.entities) >= _MAX_ENTITIES:
            continue
        if _is_placed(scene, entity):
            continue
        noun, drawing = _HORSE if on_horse else _MOUNTS[entity.drawing]
        if any(one.drawing == drawing for one in scene.entities):
            continue
        mount = Entity(id=scene.next_id(), noun=noun, drawing=drawing, count=entity.count)
        is_boat = drawing == "noto:canoe"
        rider = replace(entity, action="rowing" if is_boat else entity.action and "riding")
        scene = replace(
            scene,
            entities=(*(rider if one is entity else one for one in scene.entities), mount),
            relations=(*scene.relations, Relation(entity.id, "in" if is_boat else "riding", mount.id)),
        )
    return share_out_mounts(_add_charges(scene))


def _add_charges(scene: Scene) -> Scene:
    """Adds the dog of "a dog walker", and the board of "a chess player", where the prompt names no other."""
    for entity in scene.entities:
        charge = lexicon.find(entity.noun.partition(" ")[0]) if entity.drawing == "figure:animal-keeper" else None
        drawing = "own:chess-table" if entity.drawing == "figure:chess-player" else charge.drawing if charge else None
        if drawing is None or len(scene.entities) >= _MAX_ENTITIES:
            continue
        if any(one.drawing == drawing or one.noun == "chess" for one in scene.entities if one is not entity):
            continue
        plays = drawing == "own:chess-table"
        thing = Entity(id=scene.next_id(), noun="chess" if plays else entity.noun.partition(" ")[0], drawing=drawing)
        player = replace(entity, action=entity.action or ("playing" if plays else None))
        scene = replace(
            scene,
            entities=(*(player if one is entity else one for one in scene.entities), thing),
            relations=(*scene.relations, Relation(entity.id, "behind" if plays else "beside", thing.id)),
        )
    return scene


def _take_off_wave(scene: Scene, entity: Entity) -> Entity:
    """A surfer who does anything else is no surfer on a wave."""
    if entity.drawing != "noto:person-surfing":
        return entity
    holds = any(one.subject == entity.id and one.kind in ("holding", "eating", "beside") for one in scene.relations)
    surfs = not holds and entity.action in (None, "surfing", "riding")
    return entity if surfs else replace(entity, drawing="figure:surfer")


def _is_placed(scene: Scene, rider: Entity) -> bool:
    """Whether it is on something, or beside what could be ridden."""
    for one in scene.relations:
        if rider.id not in (one.subject, one.object):
            continue
        other = scene.entity(one.object if one.subject == rider.id else one.subject)
        is_ridden = kinds.is_vehicle(other.drawing) or "mount" in thing_of(other.drawing).traits
        if is_ridden or (one.subject == rider.id and one.kind in ("on", "in", "behind", "under", "riding")):
            return True
    return False
