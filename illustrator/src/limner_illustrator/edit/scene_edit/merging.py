"""Brings the things of a wish into the Scene: known ones are changed, new ones are added, relations follow."""

import re
from dataclasses import fields

from limner_illustrator.edit.instructions.numbers import said_number
from limner_illustrator.edit.scene_edit.editor import BEARING, Editor
from limner_illustrator.scene import Entity, Scene

_DEFINITE = r"\b(?:the|this|that|these|those|his|her|its|their|same)\s+(?:\w+\s+){0,2}?"
_MORE = re.compile(r"\b(?:another|more|extra|additional|one more|second)\b")
# What a wish may say about a known thing, and the value that says nothing.
_UNSAID = {
    field.name: field.default
    for field in fields(Entity)
    if field.name in ("color", "material", "size", "text", "action")
}


def is_definite(noun: str, text: str) -> bool:
    return re.search(_DEFINITE + re.escape(noun.rsplit(maxsplit=1)[-1]), text) is not None


def update(editor: Editor, known: Entity, wish: Entity, *, numbered: bool = False) -> Entity:
    """Changes only what the wish says."""
    changes: dict[str, object] = {
        name: getattr(wish, name) for name, unsaid in _UNSAID.items() if getattr(wish, name) != unsaid
    }
    attributes = tuple(dict.fromkeys([*known.attributes, *wish.attributes]))[-8:]
    if attributes != known.attributes:
        changes["attributes"] = attributes
    if numbered and wish.count > 1:
        changes["count"] = wish.count
    return editor.change(known, **changes) if changes else known


def merge(editor: Editor, wish: Scene, text: str, *, adding: bool) -> list[Entity]:
    """Returns the entities that the wish brought or changed, the leading one first. With `adding`, things are known
    only if they are spoken of as known ("next to the fox"); otherwise whatever recurs is known.
    """
    numbered = not adding and said_number(text) is not None
    placed: dict[str, Entity] = {}
    touched: list[Entity] = []
    for entity in wish.entities:
        known = [one for one in editor.matching(entity) if one.id not in {other.id for other in placed.values()}]
        if known and (not adding or _refers(wish, entity, text)):
            placed[entity.id] = update(editor, known[0], entity, numbered=numbered)
            if not adding:
                touched.append(placed[entity.id])
        elif known and adding and (_MORE.search(text) or _is_same(known[0], entity)):
            placed[entity.id] = editor.recount(known[0], known[0].count + entity.count)
            touched.append(placed[entity.id])
        elif (added := editor.add(entity)) is not None:
            placed[entity.id] = added
            touched.append(added)
    for relation in wish.relations:
        if relation.subject in placed and relation.object in placed:
            holder, held = placed[relation.subject], placed[relation.object]
            if relation.kind == "wearing" and held.count > 1 and said_number(text) is None:
                held = placed[relation.object] = editor.recount(held, holder.count)
            editor.relate(holder, relation.kind, held)
    return touched


def _refers(wish: Scene, entity: Entity, text: str) -> bool:
    bears = any(one.subject == entity.id and one.kind in BEARING for one in wish.relations)
    return is_definite(entity.noun, text) or bears


def _is_same(known: Entity, wish: Entity) -> bool:
    """A further cat like the one that is there; a black one is another thing."""
    alike = wish.color in (None, known.color) and wish.material in (None, known.material) and wish.text is None
    return alike and known.noun == wish.noun and wish.action in (None, known.action)
