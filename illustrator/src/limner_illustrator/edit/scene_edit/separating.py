"""Separates some copies of a thing from the others: "make one of them black", "let the left cat sleep"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.numbers import NUMBER, number_of
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.scene import Entity, Position, Relation

_CHANGES = r"(?:make|turn|paint|colou?r|recolou?r|dye|let|have|give|dress|change|enlarge|shrink|put|move)"
_SOME = re.compile(
    rf"^(?P<verb>{_CHANGES}) (?:(?P<number>(?!all\b|both\b){NUMBER}) of (?:the )?(?P<of>[\w-]+)"
    r"|the (?P<side>left(?:most|-hand)?|right(?:most|-hand)?|first|last|middle|second)(?: one(?: of (?:the )?)?)?"
    r" ?(?P<noun>(?!side\b|half\b|part\b|corner\b|hand\b|of\b|eye\b|arm\b)[\w-]*?)) (?P<rest>.+)$"
)
_WHICH = {"left": 0, "first": 0, "second": 1, "right": -1, "last": -1}


def separate(editor: Editor, clause: Clause) -> Clause:
    """The clause about "it", where it speaks of some of several equal things; they are then things of their own."""
    match = _SOME.match(clause.text)
    if match is None:
        return clause
    of = match["of"] or match["noun"] or "them"
    known = editor.find("them" if of in ("them", "those", "these", "one", "ones") else of)
    several = next((one for one in known if one.count > 1), None)
    number = number_of(match["number"]) if match["number"] else 1
    parted = None
    if several is not None and number < several.count:
        parted = _part(editor, several, number, match["side"])
    elif several is None and match["side"]:
        parted = _choose(editor, known if match["noun"] else editor.scene.entities, match["side"])
    if parted is None:
        return clause
    editor.remember([parted])
    start = len(match["verb"]) + 1
    pronoun = "it" if number == 1 else "them"

    def rewrite(text: str) -> str:
        return f"{text[:start]}{pronoun} {text[len(text) - len(match['rest']) :]}"

    return replace(clause, text=rewrite(clause.text), raw=rewrite(clause.raw), marked=rewrite(clause.marked))


def _choose(editor: Editor, known: Sequence[Entity], side: str) -> Entity | None:
    """Of two or more things of one kind, the one on that side."""
    kinds = [one.drawing for one in known]
    alike = [one for one in known if kinds.count(one.drawing) > 1]
    if not alike or len({one.drawing for one in alike}) > 1:
        alike = [one for one in known if is_animate(one.drawing)] or list(known)
    places = {one.id: editor.positions_of(one) for one in alike}
    if len(alike) < 2 or not all(places.values()):
        return None
    ordered = sorted(alike, key=lambda one: places[one.id][0].x)
    return ordered[_index(side, len(ordered))]


def _index(side: str | None, count: int) -> int:
    at = count // 2 if side == "middle" else _WHICH.get(re.sub("most|-hand", "", side or "last"), -1)
    return min(at, count - 1)


def _part(editor: Editor, several: Entity, number: int, side: str | None) -> Entity | None:
    """The last copies, or that on the named side, with their places and relations."""
    added = _add_copy(editor, several, number)
    if added is None:
        return None
    places = sorted(editor.positions_of(several), key=lambda one: one.x)
    if places and side in ("left", "leftmost", "left-hand", "first"):
        # Things on one support stand in the order of the Scene.
        others = [one for one in editor.scene.entities if one.id != added.id]
        at = next(number for number, one in enumerate(others) if one.id == several.id)
        editor.set(entities=(*others[:at], added, *others[at:]))
    editor.recount(several, several.count - number)
    if len(places) != several.count:
        return added
    at = _index(side, len(places))
    parted = places[at : at + 1 or None] if number == 1 else places[-number:]
    before = [one for one in places[:at] if one not in parted] if number == 1 and at >= 0 else []
    after = [one for one in places if one not in parted and one not in before]
    groups: list[tuple[Entity, list[Position]]] = [(several, before or after), (added, parted)]
    if before and after:
        # Things on one support stand in the order of the Scene: those on both sides are two things.
        editor.recount(several, len(before))
        rest = _add_copy(editor, several, len(after))
        if rest is not None:
            groups.append((rest, after))
    unmoved = tuple(one for one in editor.scene.positions if one.entity != several.id)
    moved = [replace(one, entity=owner.id, copy=copy) for owner, some in groups for copy, one in enumerate(some)]
    editor.set(positions=(*unmoved, *moved))
    for owner, some in groups:
        first = min((one.copy for one in some), default=0)
        if first or owner.id != several.id:
            editor.change(editor.scene.entity(owner.id), look=_look_of(several, first))
    return editor.scene.entity(added.id)


def _add_copy(editor: Editor, several: Entity, count: int) -> Entity | None:
    """Some of several things as a thing of their own, with the same relations."""
    added = editor.add(replace(several, count=count))
    if added is not None:
        own = [one for one in editor.scene.relations if one.subject == several.id]
        copied = tuple(Relation(added.id, one.kind, one.object) for one in own)
        editor.set(relations=(*editor.scene.relations, *copied))
    return added


def _look_of(several: Entity, copy: int) -> str:
    """What a copy looks like by chance, its coat or its hair, stays when it becomes a thing of its own."""
    source, _, first = (several.look or f"{several.id}/0").partition("/")
    return f"{source}/{int(first) + copy}"
