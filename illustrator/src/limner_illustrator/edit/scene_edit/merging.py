"""Brings the things of a description into the Scene: known ones change, new ones are added, relations follow."""

import re
from dataclasses import fields

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.numbers import said_number
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.language.vocabulary.absences import SCENERY
from limner_illustrator.language.vocabulary.things import PARTS_OF_BUILDINGS
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene
from limner_illustrator.subjects.natural_size import natural_height

_DEFINITE = r"\b(?:the|this|that|these|those|his|her|its|their|same)\s+(?:\w+\s+){0,2}?"
_MORE = re.compile(r"\b(?:another|more|extra|additional|one more|second)\b")
# Fields that a description may change on a known thing, and the value that says nothing.
_UNSAID = {
    field.name: field.default
    for field in fields(Entity)
    if field.name in ("color", "material", "size", "text", "action")
}


_ASIDE: frozenset[RelationKind] = frozenset({"beside", "left", "right"})
LOW = 0.75
"""Metres. Higher things do not stand on what a lower neighbour stands on."""


def is_definite(noun: str, text: str) -> bool:
    return re.search(_DEFINITE + re.escape(noun.rsplit(maxsplit=1)[-1]), text) is not None


def update(editor: Editor, known: Entity, wanted: Entity, *, numbered: bool = False) -> Entity:
    """Changes only what the description says."""
    changes: dict[str, object] = {
        name: getattr(wanted, name) for name, unsaid in _UNSAID.items() if getattr(wanted, name) != unsaid
    }
    attributes = tuple(dict.fromkeys([*known.attributes, *wanted.attributes]))[-8:]
    if attributes != known.attributes:
        changes["attributes"] = attributes
    if numbered and wanted.count > 1:
        changes["count"] = wanted.count
    return editor.change(known, **changes) if changes else known


def merge(editor: Editor, wanted: Scene, text: str, *, adding: bool) -> list[Entity]:
    """Returns the entities that were added or changed, the leading one first. With `adding`, a thing is known
    only where the words refer to it ("next to the fox"); otherwise any that recurs is known.
    """
    numbered = not adding and said_number(text) is not None
    placed: dict[str, Entity] = {}
    touched: list[Entity] = []
    for entity in wanted.entities:
        known = [one for one in editor.find_matching(entity) if one.id not in {other.id for other in placed.values()}]
        if known and (not adding or _refers(wanted, entity, text)):
            placed[entity.id] = update(editor, known[0], entity, numbered=numbered)
            if not adding:
                touched.append(placed[entity.id])
        elif known and adding and (_MORE.search(text) or _is_same(known[0], entity)):
            placed[entity.id] = editor.recount(known[0], known[0].count + entity.count)
            touched.append(placed[entity.id])
        elif adding and _is_of_backdrop(wanted, entity, text):
            editor.note(f"The {entity.noun} is part of the background, so things are not placed by it.")
        elif (added := editor.add(entity)) is not None:
            placed[entity.id] = added
            touched.append(added)
    containers = {one.subject: one.object for one in wanted.relations if one.kind == "in" and one.object in placed}
    for relation in wanted.relations:
        if relation.subject in placed and relation.object in placed:
            # "A bowl of oranges on the table" puts the bowl there.
            outer = containers.get(relation.subject) if relation.kind != "in" else None
            holder, held = placed[outer or relation.subject], placed[relation.object]
            kind: RelationKind = "beside" if _stands_with_things(wanted, relation) else relation.kind
            if kind == "wearing" and held.count > 1 and said_number(text) is None:
                held = placed[relation.object] = editor.recount(held, holder.count)
            editor.relate(holder, kind, held)
            if adding and holder in touched and kind in _ASIDE:
                _share_support(editor, holder, held)
    return touched


def _stands_with_things(wanted: Scene, relation: Relation) -> bool:
    """ "Three students and a globe on the desk": the students are not on it."""
    if relation.kind != "on" or not kinds.is_person(wanted.entity(relation.subject).drawing):
        return False
    others = [one.subject for one in wanted.relations if (one.kind, one.object) == ("on", relation.object)]
    return not all(kinds.is_animate(wanted.entity(one).drawing) for one in others)


def _share_support(editor: Editor, new: Entity, neighbour: Entity) -> None:
    """What comes next to a cup that is on a table is on that table, too."""
    if kinds.is_animate(new.drawing) and not kinds.is_animate(neighbour.drawing):
        return
    supports = [one for one in editor.scene.relations if one.subject == neighbour.id and one.kind == "on"]
    is_low = natural_height(new) <= LOW
    if supports and is_low:
        editor.relate(new, "on", editor.scene.entity(supports[0].object))


def _refers(wanted: Scene, entity: Entity, text: str) -> bool:
    carries = any(one.subject == entity.id and one.kind in CARRYING for one in wanted.relations)
    return is_definite(entity.noun, text) or carries


def _is_of_backdrop(wanted: Scene, entity: Entity, text: str) -> bool:
    """ "A hunter behind the tree", where the only trees are scenery, or "a cat in the window"."""
    is_target = any(one.object == entity.id for one in wanted.relations)
    is_scenery = entity.noun in SCENERY or entity.noun in PARTS_OF_BUILDINGS
    return is_target and is_scenery and re.search(rf"\bthe {re.escape(entity.noun)}", text) is not None


def _is_same(known: Entity, wanted: Entity) -> bool:
    """A further cat like the one that is there; a black one is another thing."""
    alike = wanted.color in (None, known.color) and wanted.material in (None, known.material) and wanted.text is None
    return alike and known.noun == wanted.noun and wanted.action in (None, known.action)
