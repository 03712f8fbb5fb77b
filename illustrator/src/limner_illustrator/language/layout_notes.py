"""Words for the note where a finished layout differs from its Scene."""

from collections.abc import Iterator

from limner_illustrator.language.description import AREA_PHRASES, NUMBERS, RELATION_PHRASES, pluralize
from limner_illustrator.layout.faults import LayoutFaults
from limner_illustrator.layout.formations import FORMATIONS
from limner_illustrator.scene import Entity, Relation, Scene

MISPLACED = "not placed as described: "
UNSEEN = "not visible: "
_MAX_PHRASES = 6


def note_faults(scene: Scene, faults: LayoutFaults) -> str | None:
    """One line; None if the layout shows everything."""
    misplaced = [scene.entity(one) for one in faults.misplaced]
    unformed = [_describe_formation(scene.entity(one)) for one in faults.unformed]
    unseen = [_name(scene.entity(one)) for one in faults.visibility.hidden]
    unseen += [f"the face of {_name(scene.entity(one))}" for one in faults.visibility.faceless]
    lists = [
        (MISPLACED, [*_describe_unheld(scene, faults.unheld), *map(_describe_area, misplaced), *unformed]),
        (UNSEEN, unseen),
        ("drawn: ", list(_list_fewer(scene, faults))),
    ]
    phrases = [opening + ", ".join(list(dict.fromkeys(some))[:_MAX_PHRASES]) for opening, some in lists if some]
    return "; ".join(phrases) or None


def _describe_unheld(scene: Scene, relations: tuple[Relation, ...]) -> Iterator[str]:
    between = {(one.subject, one.object) for one in relations if one.kind == "left"}
    between &= {(one.subject, one.object) for one in relations if one.kind == "right"}
    for one in relations:
        kind = "between" if (one.subject, one.object) in between else one.kind
        yield f"{_name(scene.entity(one.subject))} {RELATION_PHRASES[kind]} {_name(scene.entity(one.object))}"


def _describe_area(entity: Entity) -> str:
    return f"{_name(entity)} {AREA_PHRASES[entity.area or 'middle']}"


def _describe_formation(entity: Entity) -> str:
    formation = next(one for one in FORMATIONS if one in entity.attributes)
    return f"{_name(entity)} {formation.replace('-', ' ')}"


def _list_fewer(scene: Scene, faults: LayoutFaults) -> Iterator[str]:
    """Only where the prompt gives the number: "penguins" may be two or ten."""
    words = scene.prompt.lower().split()
    for entity_id, number in faults.visibility.shown:
        entity = scene.entity(entity_id)
        asked = str(entity.count) if entity.count >= len(NUMBERS) else NUMBERS[entity.count]
        if asked in words or str(entity.count) in words:
            yield f"{number} of {entity.count} {pluralize(entity.noun)}"


def _name(entity: Entity) -> str:
    return pluralize(entity.noun) if entity.count > 1 else f"the {entity.noun}"
