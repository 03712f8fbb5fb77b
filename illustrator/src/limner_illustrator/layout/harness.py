"""Relations as they must be drawn: draft animals before what they draw, cranes behind what they are above."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import belongs_in_sky, flies, is_animate
from limner_illustrator.layout import kinds
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


def harness(scene: Scene) -> Scene:
    """With the animals that are beside a carriage to the left of it: icons in side view look there."""
    relations = tuple(_lead(scene, one) for one in scene.relations)
    return scene if relations == scene.relations else replace(scene, relations=relations)


def is_harnessed(drawn: Entity, animal: Entity) -> bool:
    return _name(drawn) in _DRAWN and _name(animal) in _DRAFT


def _lead(scene: Scene, relation: Relation) -> Relation:
    if relation.kind in ("above", "flying_over") and _stands_high(scene.entity(relation.subject)):
        return replace(relation, kind="behind")
    if relation.kind != "beside":
        return relation
    one, other = scene.entity(relation.subject), scene.entity(relation.object)
    if is_harnessed(one, other):
        return Relation(other.id, "left", one.id)
    return replace(relation, kind="left") if is_harnessed(other, one) else relation


def _stands_high(entity: Entity) -> bool:
    """Whether it stands on the ground where others would be in the air: a crane, a bridge, a tower."""
    is_light = is_animate(entity.drawing) or entity.action in kinds.FLYING or belongs_in_sky(entity.drawing)
    hangs = any(kinds.has(entity, trait) for trait in ("flies", "hangs", "suspended", "celestial"))
    return natural_height(entity) >= SCENERY_M and not (is_light or hangs or flies(entity.drawing))


def _name(entity: Entity) -> str:
    return entity.drawing.partition(":")[2]
