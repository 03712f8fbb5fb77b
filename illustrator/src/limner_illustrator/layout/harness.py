"""Puts draft animals before what they draw: they look to the left, as icons in side view do."""

from dataclasses import replace

from limner_illustrator.scene import Entity, Relation, Scene

_DRAWN = frozenset({
    "carriage", "wagon", "cart", "sleigh", "dog-sled", "plow", "plough", "chariot", "stagecoach", "sled",
})  # fmt: skip
_DRAFT = frozenset({
    "horse", "donkey", "ox", "deer", "reindeer", "camel", "mule", "water-buffalo", "unicorn", "zebra", "dog-face",
    "dog", "guide-dog", "llama", "goat", "cow",
})  # fmt: skip


def harness(scene: Scene) -> Scene:
    """With the animals that are beside a carriage to the left of it."""
    relations = tuple(_lead(scene, one) for one in scene.relations)
    return scene if relations == scene.relations else replace(scene, relations=relations)


def is_harnessed(drawn: Entity, animal: Entity) -> bool:
    return _name(drawn) in _DRAWN and _name(animal) in _DRAFT


def _lead(scene: Scene, relation: Relation) -> Relation:
    if relation.kind != "beside":
        return relation
    one, other = scene.entity(relation.subject), scene.entity(relation.object)
    if is_harnessed(one, other):
        return Relation(other.id, "left", one.id)
    return replace(relation, kind="left") if is_harnessed(other, one) else relation


def _name(entity: Entity) -> str:
    return entity.drawing.partition(":")[2]
