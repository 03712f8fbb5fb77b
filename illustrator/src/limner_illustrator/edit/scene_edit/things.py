"""Commands about things in the Scene: replace, recolour, resize, count, change."""

import re
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.colors import one_color_note
from limner_illustrator.edit.instructions.commands import (
    AddMore,
    MultiplyCount,
    Recolor,
    RecolorHair,
    Recount,
    Replace,
    Resize,
)
from limner_illustrator.edit.instructions.numbers import NUMBER, number_of, said_number
from limner_illustrator.edit.scene_edit.ambient import apply_all, apply_circumstances, apply_place
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.garments import dye, exchange
from limner_illustrator.edit.scene_edit.merging import merge
from limner_illustrator.edit.scene_edit.parts import color_eyes, dye_part, note_missing_part
from limner_illustrator.edit.scene_edit.placing import find_side
from limner_illustrator.edit.scene_edit.scenery import keeps_color
from limner_illustrator.language.vocabulary.verbs import INFINITIVES
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.wardrobe.garments import is_garment

_ONE_OF = re.compile(rf"^({NUMBER}) of (?:the )?(.+)$")
_EYES = re.compile(r"\beyes?$")
_SOME = re.compile(rf"^(?P<number>{NUMBER})(?: of)?(?: the| these| those)? (?P<what>[\w -]+)$")
_SIZES = (0.25, 3.0)
_READABLE = frozenset({
    "book", "newspaper", "magazine", "letter", "map", "scroll", "tablet", "phone", "comic", "menu", "notebook", "paper",
    "diary", "novel", "bible", "smartphone", "card", "list", "recipe",
})  # fmt: skip
ON_SUPPORT = 0.6
"""The largest height of what replaces a thing on another one, in heights of that one."""
_ANY_PLACE = re.compile(
    r"^(?:the |this )?(?:whole |entire )?(?:room|place|scenery|landscape|location|setting|environment|surroundings|"
    r"interior)$"
)
_LIFTING = frozenset({"flying", "soaring", "hovering", "gliding"})
"""What leaves the branch or the ground."""
ALOFT = 0.42
"""Where the feet of what leaves another thing are, as a part of the height."""
LIFTED = 0.72
"""How far from the top the feet of what flies off then are, as a part of how far they were."""


def replace_one(editor: Editor, clause: Clause, command: Replace) -> bool:
    old, new = command.old, command.new
    if exchange(editor, old, clause.restore(new)):
        return True
    wanted = editor.read(clause.restore(new))
    one_of = _ONE_OF.match(old)
    known = editor.find(one_of[2] if one_of else old)
    if not known and _replace_place(editor, old, new):
        return True
    if not known and command.is_explicit and apply_all(editor, clause, new):
        return True
    if not wanted.entities or not known:
        if command.is_explicit:
            editor.note(_explain_not_replaced(known, old, new))
        return command.is_explicit
    is_whole = old in ("it", "this", "them", "everything")
    if is_whole and not command.is_explicit and (wanted.styles or wanted.backdrop == "studio"):
        return False
    if one_of is None:
        _replace(editor, clause, known, new)
        return True
    left = known[0].count - number_of(one_of[1])
    if left > 0:
        editor.recount(known[0], left)
    else:
        editor.remove(known[:1])
    editor.remember(merge(editor, wanted, new, adding=True))
    return True


def _replace_place(editor: Editor, old: str, new: str) -> bool:
    """ "Replace the moon with mars" for a picture that is on the moon."""
    is_any = _ANY_PLACE.match(old) is not None
    old_place = editor.scene.backdrop if is_any else editor.read(f"a cat on {old}").backdrop
    wanted = editor.read(f"a cat on {new}")
    is_place = old_place is not None and old_place == editor.scene.backdrop and wanted.backdrop is not None
    return is_place and len(wanted.entities) == 1 and apply_place(editor, replace(wanted, entities=()))


def _replace(editor: Editor, clause: Clause, known: list[Entity], new: str) -> None:
    wanted = editor.read(clause.restore(new))
    first, old = wanted.entities[0], known[0]
    counted = said_number(new) is not None or re.match(r"an?\b", new) is not None
    both = kinds.is_animate(first.drawing) and kinds.is_animate(old.drawing)
    action = first.action or (old.action if both else None)
    text = first.text or (None if kinds.is_animate(first.drawing) else old.text)
    if both and not kinds.is_person(first.drawing):
        kept = [look for look in old.attributes if is_garment(look)]
        first = replace(first, attributes=tuple(dict.fromkeys([*first.attributes, *kept])))
    changed = replace(first, id=old.id, count=first.count if counted else old.count, action=action, text=text)
    editor.set(entities=tuple(changed if one.id == old.id else one for one in editor.scene.entities))
    editor.remove(known[1:])
    _stop_using(editor, changed)
    placed = {first.id: changed}
    for entity in wanted.entities[1:]:
        same = editor.find_matching(entity)
        added = same[0] if same else editor.add(entity)
        if added is not None:
            placed[entity.id] = added
    for relation in wanted.relations:
        if relation.subject in placed and relation.object in placed:
            editor.relate(placed[relation.subject], relation.kind, placed[relation.object])
    editor.remember([fit_on_support(editor, changed)])


def fit_on_support(editor: Editor, new: Entity) -> Entity:
    """What is put on a desk is not higher than the desk."""
    supports = [one.object for one in editor.scene.relations if one.subject == new.id and one.kind == "on"]
    if not supports or kinds.is_animate(new.drawing) or new.size != 1.0:
        return new
    most = ON_SUPPORT * natural_height(editor.scene.entity(supports[0]))
    height = natural_height(new)
    return editor.change(new, size=round(max(0.25, most / height), 2)) if height > 1.5 * most else new


def _stop_using(editor: Editor, new: Entity) -> None:
    """The reader of a replaced book holds the crystal ball that replaces it."""
    for relation in editor.scene.relations:
        if relation.object != new.id or relation.kind not in ("holding", "eating"):
            continue
        user = editor.scene.entity(relation.subject)
        is_read = user.action in ("reading", "writing") and not _READABLE.intersection(new.noun.split())
        if is_read or (user.action in ("eating", "drinking") and not kinds.is_food(new.drawing)):
            editor.change(user, action="holding")
            editor.relate(user, "holding", new)


def _explain_not_replaced(known: list[Entity], old: str, new: str) -> str:
    if known:
        return f"“{new[:40]}” cannot be drawn, so the {known[0].noun} was not replaced."
    return f"Nothing called “{re.sub('^(?:the|a|an) ', '', old)[:40]}” is in the picture, so nothing was replaced."


def recolor_hair(editor: Editor, command: RecolorHair) -> bool:
    known = editor.find(command.who) or editor.find_referents()
    if not known:
        return False
    kept = tuple(one for one in known[0].attributes if not one.endswith("-hair"))
    editor.remember([editor.change(known[0], attributes=(*kept, f"{command.color}-hair"))])
    return True


def recolor(editor: Editor, command: Recolor) -> bool:
    what, colors = command.what, command.colors
    if dye(editor, what, colors[0]):
        if len(colors) > 1:
            editor.note(one_color_note(re.sub("^(?:the|its|his|her) ", "", what), colors))
        return True
    if dye_part(editor, what, colors[0]) or _recolor_some(editor, what, colors[0]):
        return True
    if _EYES.search(what):
        return color_eyes(editor, what, colors[0])
    known = editor.find(what)
    if known and note_missing_part(editor, what, known):
        return True
    if known:
        editor.remember(_share_colors(editor, known, colors))
    elif keeps_color(editor, what):
        return True
    elif not editor.read(what).entities:
        return False
    else:
        name = re.sub("^(?:the|a|an) ", "", what)[:40]
        editor.note(f"Nothing called “{name}” is in the picture, so nothing was recoloured.")
    return True


def _recolor_some(editor: Editor, what: str, color: str) -> bool:
    """ "One balloon", "two of the balloons": whether there are more of them than take the colour."""
    said = _SOME.match(what)
    known = editor.find(f"the {said['what']}") if said else []
    if said is None or not known or known[0].count <= (number := number_of(said["number"])):
        return False
    rest = editor.recount(known[0], known[0].count - number)
    added = editor.add(replace(rest, color=color, count=number))
    if added is not None:
        _relate_like(editor, added, rest)
        editor.remember([added])
    return True


def _relate_like(editor: Editor, added: Entity, known: Entity) -> None:
    for relation in editor.scene.relations:
        if relation.subject == known.id:
            editor.relate(added, relation.kind, editor.scene.entity(relation.object))


def _share_colors(editor: Editor, known: list[Entity], colors: tuple[str, ...]) -> list[Entity]:
    """Several things share the colours; one thing takes the first, and a note says so."""
    if len(known) >= len(colors):
        return [editor.change(one, color=colors[index % len(colors)]) for index, one in enumerate(known)]
    first = known[0]
    if len(known) > 1 or first.count < len(colors):
        editor.note(one_color_note(first.noun, colors))
        return [editor.change(one, color=colors[0]) for one in known]
    counts = [len(range(index, first.count, len(colors))) for index in range(len(colors))]
    shared = [editor.change(first, color=colors[0], count=counts[0])]
    for color, count in zip(colors[1:], counts[1:], strict=True):
        added = editor.add(replace(shared[0], color=color, count=count))
        if added is None:
            continue
        shared.append(added)
        _relate_like(editor, added, first)
    return shared


def resize(editor: Editor, command: Resize) -> None:
    known = editor.find(command.what or "it")
    if not known:
        editor.note(f"Nothing called “{command.what[:40]}” is in the picture, so nothing was resized.")
    smallest, largest = _SIZES
    sizes = [round(max(smallest, min(largest, one.size * command.factor)), 3) for one in known]
    editor.remember([editor.change(one, size=size) for one, size in zip(known, sizes, strict=True)])


def multiply_count(editor: Editor, command: MultiplyCount) -> bool:
    known = editor.find(command.what)
    for one in known:
        editor.recount(one, int(one.count * command.factor))
    return bool(known)


def recount(editor: Editor, command: Recount) -> bool:
    known = editor.find(command.what) if command.what else editor.find_referents()
    if not known:
        return False
    wanted = editor.read(f"{command.number} {command.what}")
    changed = editor.recount(known[0], number_of(command.number))
    if wanted.entities and wanted.entities[0].color is not None:
        changed = editor.change(changed, color=wanted.entities[0].color)
    editor.remove([one for one in known[1:] if one.noun == changed.noun and one.color == changed.color])
    editor.remember([changed])
    return True


def add_more(editor: Editor, command: AddMore) -> bool:
    known = editor.find(command.what) if command.what else editor.find_referents()
    wanted = editor.read(command.what).entities if command.what else ()
    if not known or (wanted and wanted[0].color not in (None, known[0].color)):
        return False
    side = find_side(command.what)
    is_placed = any(one.subject == known[0].id for one in editor.scene.relations)
    if side is not None and not is_placed and editor.positions_of(known[0]):
        added = editor.add(replace(known[0], count=command.number))
        if added is not None:
            editor.relate(added, side, known[0])
            editor.remember([added])
            return True
    editor.remember([editor.recount(known[0], known[0].count + command.number)])
    return True


def _lift(editor: Editor, known: Entity) -> None:
    """Off what it is on, and up from where it was."""
    places = editor.positions_of(known)
    supports = {one.object for one in editor.scene.relations if one.subject == known.id and one.kind in ("on", "in")}
    if not places and known.count == 1:
        # What is on a thing has no place of its own.
        bases = [one for one in editor.scene.positions if one.entity in supports]
        places = tuple(replace(one, entity=known.id, copy=0, foot=ALOFT / LIFTED) for one in bases[:1])
    editor.displace(known, dismounts=True)
    raised = tuple(replace(one, foot=one.foot * LIFTED, depth=one.depth + 0.01) for one in places)
    editor.set(positions=(*editor.scene.positions, *raised))


def change(editor: Editor, clause: Clause, rest: str) -> bool:
    """ "the cat sleep", "it sleeping on a sofa": what is so of a known thing from now on."""
    text = rest
    for infinitive, participle in INFINITIVES.items():
        text = re.sub(rf"\b{infinitive}\b", participle, text)
    pronoun = re.match(r"^(?:it|he|she|they|them|him|her)\b\s*", text)
    if pronoun is not None:
        referents = editor.find_referents()
        said = editor.read(clause.restore(text))
        if (
            not referents
            or said.styles
            or said.time != "day"
            or said.weather != "clear"
            or said.season
            or said.backdrop not in (None, "abstract")
        ):
            return False
        text = f"the {referents[0].noun} {text[pronoun.end() :]}"
    wanted = editor.read(clause.restore(text))
    if not wanted.entities or not editor.find_matching(wanted.entities[0]):
        return False
    before = editor.scene
    known = editor.find_matching(wanted.entities[0])[0]
    for relation in wanted.relations:
        if relation.subject == wanted.entities[0].id and relation.kind not in (
            "wearing",
            "holding",
            "eating",
            "looking_at",
        ):
            editor.displace(known, dismounts=True)
    if wanted.entities[0].action in _LIFTING and known.action not in _LIFTING:
        _lift(editor, known)
    touched = merge(editor, wanted, text, adding=False)
    apply_circumstances(editor, wanted, text)
    editor.remember(touched)
    return editor.scene != before
