"""Deals the instruments of a band out: "a marching band with drums and trumpets" has drummers and trumpeters."""

from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures.activities import pose_with

_MARCHING = {"own:drums": "noto:drum"}
"""What is carried in place of an instrument that stands."""
_MAX_ENTITIES = 24


def deal_instruments(scene: Scene) -> Scene:
    """Splits a group of people that has several instruments, so that each plays one."""
    for group in scene.entities:
        if group.count < 2 or not kinds.is_person(group.drawing):
            continue
        held = [
            scene.entity(one.object) for one in scene.relations if one.subject == group.id and one.kind == "holding"
        ]
        instruments = [one for one in held if _is_played(one)]
        if 2 <= len(instruments) <= group.count and len(scene.entities) + len(instruments) <= _MAX_ENTITIES:
            scene = _split(scene, group, instruments)
    return scene


def _is_played(thing: Entity) -> bool:
    return (pose_with(thing.noun, thing.drawing) or "").startswith("playing-")


def _split(scene: Scene, group: Entity, instruments: list[Entity]) -> Scene:
    share, rest = divmod(group.count, len(instruments))
    counts = [share + (number < rest) for number in range(len(instruments))]
    marches = group.action in ("walking", "running") or "marching" in group.attributes
    players = [replace(group, count=counts[0], action="playing")]
    relations = [
        one for one in scene.relations if one.subject != group.id or one.object not in {each.id for each in instruments}
    ]
    apart = tuple(one for one in relations if group.id in (one.subject, one.object))
    relations.append(Relation(group.id, "holding", instruments[0].id))
    for number, instrument in enumerate(instruments[1:], 1):
        new = f"e{int(scene.next_id()[1:]) + number - 1}"
        players.append(replace(group, id=new, count=counts[number], action="playing"))
        relations += [
            replace(
                one,
                subject=new if one.subject == group.id else one.subject,
                object=new if one.object == group.id else one.object,
            )
            for one in apart
        ]
        relations.append(Relation(new, "holding", instrument.id))
    fitted = {
        one.id: replace(one, count=count, drawing=_MARCHING.get(one.drawing, one.drawing) if marches else one.drawing)
        for one, count in zip(instruments, counts, strict=True)
    }
    entities: list[Entity] = []
    for one in scene.entities:
        entities += players if one is group else [fitted.get(one.id, one)]
    return replace(scene, entities=tuple(entities), relations=tuple(relations))
