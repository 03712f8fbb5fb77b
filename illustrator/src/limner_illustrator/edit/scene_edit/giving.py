"""Gives a thing to a character: worn, held, or as a look ("a red beard")."""

import re
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.commands import Add, Dress, Give
from limner_illustrator.edit.instructions.numbers import said_number
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.garments import dress_as, put_on
from limner_illustrator.edit.scene_edit.merging import is_definite
from limner_illustrator.edit.scene_edit.parts import give_part
from limner_illustrator.language import lexicon
from limner_illustrator.language.body_places import HANDS, MOUTHS
from limner_illustrator.language.looks_of_people import is_clothing
from limner_illustrator.language.mention_reader import Mention
from limner_illustrator.language.relation_rules import is_worn, resolve_relation
from limner_illustrator.language.vocabulary.things import BODY_PARTS, CLOTHES, COLOR_WORDS, SKIN_COLORS
from limner_illustrator.scene import Entity

_AT_PART = re.compile(
    r"^(?:(?P<owner>his|her|its|their|the [\w -]+?'s?) |the )(?:(?:left|right|other|free|raised) )?(?P<part>\w+)"
    r"(?: of (?P<of>the .+))?$"
)
_WORN_ON = frozenset({"head", "face", "neck", "ears", "eyes", "nose", "feet", "wrist", "back"})
_REFERENTS = {"his": "him", "her": "her", "its": "it", "their": "them"}


def dress(editor: Editor, clause: Clause, command: Dress) -> bool:
    if command.is_costume and dress_as(editor, editor.find(command.who), command.what):
        return True
    return give(editor, clause, command.who, command.what)


def give_to(editor: Editor, clause: Clause, command: Give) -> bool:
    if any(give(editor, clause, holder, what) for holder, what in command.pairs):
        return True
    wanted = editor.read(command.rest).entities if command.rest is not None else ()
    if command.rest is None or not wanted:
        return False
    holder = next((one for holder, _ in command.pairs for one in editor.find(holder)), None)
    if holder is not None:
        editor.note(f"“{command.rest[:40]}” cannot be drawn, so the {holder.noun} was not changed.")
    else:
        editor.note(f"Nothing called “{wanted[0].noun}” is in the picture, so nothing was given to it.")
    return True


def give(editor: Editor, clause: Clause, holder: str, what: str, *, only_worn: bool = False) -> bool:
    """Whether it could be done. `only_worn` leaves alone what would not be worn."""
    holders = [one for one in editor.find(holder) if not what.endswith(one.noun)]
    if not holders:
        return False
    if give_part(editor, holders, what):
        editor.remember(holders)
        return True
    wanted = editor.read(clause.restore(what))
    looks = _looks(what)
    if looks:
        for one in holders:
            kept = [look for look in one.attributes if not any(_replaces(new, look) for new in looks)]
            editor.change(one, attributes=tuple(dict.fromkeys([*kept, *looks])))
        editor.remember(holders)
        return True
    if not wanted.entities or (only_worn and not any(is_worn_thing(one) for one in wanted.entities)):
        return False
    for one in holders:
        for entity in wanted.entities:
            _hand_over(editor, one, entity, what)
    editor.remember(holders)
    return True


def give_look(editor: Editor, clause: Clause, command: Add) -> bool:
    """ "Put a moustache on him", on a person who is in the picture."""
    holders = [one for one in editor.find(command.holder) if kinds.is_person(one.drawing)]
    return bool(holders and _looks(command.handed)) and give(editor, clause, command.holder, command.handed)


def give_to_part(editor: Editor, clause: Clause, command: Add) -> bool:
    """ "Put a lantern in his hand", "put a crown on the head of the frog"."""
    at = _AT_PART.match(command.holder)
    if at is None or (at["part"] not in HANDS | MOUTHS and at["part"] not in _WORN_ON):
        return False
    named = at["of"] or (at["owner"] or "it").removesuffix("'").removesuffix("'s")
    owners = [one for one in editor.find(_REFERENTS.get(named, named)) if kinds.is_animate(one.drawing)]
    wanted = editor.read(clause.restore(command.handed)).entities
    if not owners or not wanted:
        return False
    if at["part"] in _WORN_ON:
        return give(editor, clause, f"the {owners[0].noun}", command.handed, only_worn=True)
    for owner in owners:
        eats = at["part"] in MOUTHS and not kinds.is_person(owner.drawing)
        for entity in wanted:
            known = editor.find_matching(entity) if is_definite(entity.noun, command.handed) else []
            thing = known[0] if known else editor.add(entity)
            if thing is not None:
                editor.displace(thing, dismounts=True)
                editor.relate(owner, "eating" if eats else "holding", thing)
    editor.remember(owners)
    return True


def put_on_wearer(editor: Editor, clause: Clause, command: Add) -> bool:
    """ "Add a hat": a garment without a stated wearer goes on the figure that was named last, or else on the first."""
    wanted = editor.read(clause.restore(command.what))
    if command.where or wanted.relations or not wanted.entities or not all(map(_is_clearly_worn, wanted.entities)):
        return False
    animate = [one for one in editor.scene.entities if kinds.is_animate(one.drawing)]
    named = [one for one in editor.find_referents() if one in animate]
    wearers = named or animate[:1]
    if wanted.entities[0].count > 1 and len(animate) > 1 and said_number(command.what) in (None, len(animate)):
        wanted_one = replace(wanted.entities[0], count=1)
        for one in animate:
            _hand_over(editor, one, replace(wanted_one, count=one.count), command.what)
        editor.remember(animate)
        return True
    return bool(wearers) and give(editor, clause, f"the {wearers[0].noun}", command.what, only_worn=True)


def hand_over(editor: Editor, holder: Entity, thing: Entity) -> None:
    """A thing of another picture."""
    _hand_over(editor, holder, replace(thing, size=1.0, look=None), f"a {thing.noun}")


def _hand_over(editor: Editor, holder: Entity, wanted: Entity, what: str) -> None:
    if is_clothing(_mention(holder), _mention(wanted)):
        dressed = put_on(editor, holder, wanted)
        if kinds.is_person(holder.drawing) and wanted.color not in (None, *SKIN_COLORS):
            editor.change(dressed, color=wanted.color)
        return
    known = (
        [one for one in editor.find_matching(wanted) if one.id != holder.id] if is_definite(wanted.noun, what) else []
    )
    if wanted.count > 1 and said_number(what) is None:
        wanted = replace(wanted, count=holder.count)
    thing = known[0] if known else editor.add(wanted)
    if thing is None:
        return
    if known:
        editor.displace(thing)
        editor.set(
            relations=tuple(
                rel
                for rel in editor.scene.relations
                if rel.object != thing.id or rel.kind not in ("wearing", "holding")
            )
        )
    kind, turned = resolve_relation(_mention(holder), "with", _mention(thing), what)
    if turned:
        editor.relate(thing, kind, holder)
    else:
        editor.relate(holder, kind, thing)


def _mention(entity: Entity) -> Mention:
    return Mention(entity.noun, entity.drawing, action=entity.action)


def _is_clearly_worn(entity: Entity) -> bool:
    return entity.text is None and (is_worn(_mention(entity)) or entity.noun.split()[-1] in CLOTHES)


def is_worn_thing(entity: Entity) -> bool:
    return (
        resolve_relation(Mention("cat", "noto:cat-face"), "with", _mention(entity), "")[0] == "wearing"
        or entity.noun.split()[-1] in CLOTHES
    )


def _replaces(new: str, old: str) -> bool:
    """A part has one colour and one shape: blonde hair is brown no longer, and short hair is not long."""
    (look, _, part), (known, _, of) = new.rpartition("-"), old.rpartition("-")
    return bool(look) and part == of and _is_hair_color(look) == _is_hair_color(known)


def _is_hair_color(word: str) -> bool:
    return word in COLOR_WORDS or word in ("blonde", "blond", "ginger", "brunette", "auburn")


def _looks(what: str) -> list[str]:
    """ "long red hair" -> long-hair, red-hair."""
    words = [word for word in re.sub(r"^(?:a|an|some|the)\s+", "", what).split() if word != "and"]
    if not words or words[-1] not in BODY_PARTS or (lexicon.find(" ".join(words)) is not None and len(words) > 1):
        return []
    return [f"{word}-{words[-1]}" for word in words[:-1]][:3] or [words[-1]]
