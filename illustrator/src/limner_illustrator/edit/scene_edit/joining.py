"""Things of other Scenes set into one Scene that otherwise stays: "put the vase of image 1 on the table of image 2"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.edit.scene_edit.giving import hand_over, is_worn_thing
from limner_illustrator.edit.scene_edit.things import fit_on_support
from limner_illustrator.scene import Entity, RelationKind, Scene

_PLACES: dict[str, RelationKind] = {
    "on": "on", "on top of": "on", "onto": "on", "next to": "beside", "beside": "beside", "near": "beside",
    "close to": "beside", "by": "beside", "in front of": "front", "behind": "behind", "in": "in", "into": "in",
    "inside": "in", "inside of": "in", "under": "under", "above": "above", "over": "above", "below": "below",
}  # fmt: skip


def join_scenes(
    base: Scene, others: Sequence[Scene], *, thing: str, how: str, target: str, is_worn: bool = False
) -> Scene | None:
    """`base` with what the others show under the name `thing`; None where it, or the target, is not there or has no
    such place.
    """
    editor = Editor(base)
    targets = editor.find(target) if target else []
    if target and not targets:
        return None
    wearer = next((one for one in targets or base.entities if kinds.is_animate(one.drawing)), None)
    for other in others:
        source = Editor(other)
        named = source.find(thing)
        if not named:
            return None
        puts_on = is_worn or (how in ("on", "onto", "to", "around") and is_worn_thing(named[0]))
        if puts_on and wearer is None:
            return None
        if puts_on and wearer is not None:
            hand_over(editor, wearer, named[0])
            continue
        kind = _PLACES.get(how)
        if targets and kind is None:
            return None
        copied = _copy(editor, other, named)
        if not copied:
            return None
        if kind is not None and targets:
            for one in copied:
                editor.relate(one, kind, targets[0])
                fit_on_support(editor, editor.scene.entity(one.id))
    return editor.scene


def _copy(editor: Editor, source: Scene, named: Sequence[Entity]) -> list[Entity]:
    """The named things, with what they carry and what is in or on them."""
    ids = {one.id for one in named}
    for relation in source.relations:
        if relation.kind in CARRYING and relation.subject in ids:
            ids.add(relation.object)
        elif relation.kind in ("in", "on") and relation.object in ids:
            ids.add(relation.subject)
    new: dict[str, Entity] = {}
    for one in source.entities:
        added = editor.add(replace(one, look=one.look or f"{one.id}/0")) if one.id in ids else None
        if added is not None:
            new[one.id] = added
    for relation in source.relations:
        if relation.subject in new and relation.object in new:
            editor.relate(new[relation.subject], relation.kind, new[relation.object])
    return [new[one.id] for one in named if one.id in new]
