"""Relations as they must be drawn: draft animals before what they draw, cranes behind what they are above."""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.catalog.kinds import belongs_in_sky, flies, is_animate
from limner_illustrator.layout import kinds
from limner_illustrator.layout.leaps import LEAPING
from limner_illustrator.layout.limits import SCENERY_M
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.natural_size import natural_height

_DRAWN = frozenset({
    "carriage", "wagon", "cart", "sleigh", "dog-sled", "plow", "plough", "chariot", "stagecoach", "sled",
})  # fmt: skip
_DRAFT = frozenset({
    "horse", "donkey", "ox", "deer", "reindeer", "camel", "mule", "water-buffalo", "unicorn", "zebra", "dog-face",
    "dog", "guide-dog", "llama", "goat", "cow",
})  # fmt: skip
_ABOARD = frozenset({"on", "in", "riding"})
_BARRIERS = frozenset({"fence", "gate", "hedge", "wall", "stone-wall", "brick-wall"})


def harness(scene: Scene) -> Scene:
    """With the animals that are beside a carriage to the left of it, as icons in side view look, and with who looks
    over a fence behind it.
    """
    return _map_relations(scene, lambda one: _lead(scene, one))


def set_down(scene: Scene) -> Scene:
    """With cranes and towers behind what they are said to be above: they cannot be in the air."""
    return _map_relations(scene, lambda one: _ground(scene, one))


def _map_relations(scene: Scene, change: Callable[[Relation], Relation]) -> Scene:
    relations = tuple(map(change, scene.relations))
    return scene if relations == scene.relations else replace(scene, relations=relations)


def _find_carrier(scene: Scene, entity_id: str) -> str:
    """The sled that somebody is on who is said to be pulled."""
    carriers = (one.object for one in scene.relations if one.kind in _ABOARD and one.subject == entity_id)
    return next((one for one in carriers if _name(scene.entity(one)) in _DRAWN), entity_id)


def is_harnessed(drawn: Entity, animal: Entity) -> bool:
    return _name(drawn) in _DRAWN and _name(animal) in _DRAFT


def _lead(scene: Scene, relation: Relation) -> Relation:
    if relation.kind in ("above", "flying_over"):
        is_over = _name(scene.entity(relation.object)) in _BARRIERS and _stands(scene.entity(relation.subject))
        return replace(relation, kind="behind") if is_over else relation
    if relation.kind != "beside":
        return relation
    one, other = scene.entity(_find_carrier(scene, relation.subject)), scene.entity(relation.object)
    if is_harnessed(one, other):
        return Relation(other.id, "left", one.id)
    return replace(relation, kind="left") if is_harnessed(other, one) else relation


def _ground(scene: Scene, relation: Relation) -> Relation:
    is_above = relation.kind in ("above", "flying_over") and _stands_high(scene.entity(relation.subject))
    return replace(relation, kind="behind") if is_above else relation


def _stands(entity: Entity) -> bool:
    """Whether somebody is on the ground: a horse whose head is over a gate."""
    is_aloft = flies(entity.drawing) or entity.action in (*kinds.FLYING, *LEAPING, "climbing")
    return is_animate(entity.drawing) and not is_aloft


def _stands_high(entity: Entity) -> bool:
    """Whether it stands on the ground where others would be in the air: a crane, a bridge, a tower."""
    is_light = is_animate(entity.drawing) or entity.action in kinds.FLYING or belongs_in_sky(entity.drawing)
    hangs = any(kinds.has(entity, trait) for trait in ("flies", "hangs", "suspended", "celestial"))
    return natural_height(entity) >= SCENERY_M and not (is_light or hangs or flies(entity.drawing))


def _name(entity: Entity) -> str:
    return entity.drawing.partition(":")[2]
