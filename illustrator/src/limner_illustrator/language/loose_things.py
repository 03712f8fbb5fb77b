"""Gives the small things of a room a table where others stand on its floor: "a cat and a clock in a bedroom"."""

from dataclasses import replace

from limner_illustrator.backdrops.goods import FURNISHED, stands_on_table
from limner_illustrator.catalog.kinds import is_person_or_animal
from limner_illustrator.layout.kinds import carries_goods, is_figure
from limner_illustrator.scene import Entity, Relation, Scene

_TABLES = {"office": "desk", "classroom": "desk", "library": "desk"}
"""Backdrop -> what stands there, if it is not a table. The drawing has the same name."""


def add_table(scene: Scene) -> Scene:
    """The Scene with a table for the things that would stand on the floor beside an animal or a person."""
    if scene.backdrop not in FURNISHED or scene.is_close or scene.view == "top":
        return scene
    related = {one for relation in scene.relations for one in (relation.subject, relation.object)}
    loose = [one for one in scene.entities if one.id not in related and stands_on_table(one)]
    animate = [one for one in scene.entities if is_person_or_animal(one.drawing)]
    if not loose or not animate or any(carries_goods(one) for one in scene.entities):
        return scene
    if any(is_figure(one) and one.action is not None for one in animate):
        # What people do may come with a table of its own.
        return scene
    noun = _TABLES.get(scene.backdrop, "table")
    table = Entity(id=scene.next_id(), noun=noun, drawing=f"own:{noun}")
    placed = tuple(Relation(one.id, "on", table.id) for one in loose)
    return replace(scene, entities=(*scene.entities, table), relations=(*scene.relations, *placed))
