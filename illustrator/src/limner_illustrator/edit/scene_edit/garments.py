"""Garments that are attributes of the wearer: put on, taken off, dyed, exchanged."""

import re

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.clothing import add_costume_hat, find_costume, make_look
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.figures.named_clothes import dresses_whole, names_garment
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.wardrobe.garments import (
    PATTERN_WORDS,
    costume_of,
    garment_noun,
    is_garment,
    kind_of_costume,
)

_ALL_OF_IT = frozenset({"costume", "outfit", "clothes", "clothing"})
_OWNED = re.compile(r"^(?:his|her|their|the|all the|(?:the )?(?P<owner>[\w -]+?)'s?) (?:[\w-]+ )??(?P<noun>[\w-]+)$")
_BEFORE = re.compile(r"^(?:the|a|an|all|any|every|my|its|his|her|their|\w+'s?)\s+")


def put_on(editor: Editor, holder: Entity, wanted: Entity) -> Entity:
    """A garment as a look of the holder's; on an animal with its pattern, or as the costume that it is."""
    costume = None if kinds.is_person(holder.drawing) else find_costume(wanted.noun, wanted.attributes)
    plain = f"{wanted.color}-{wanted.noun}" if wanted.color else wanted.noun
    look = costume or (
        plain if kinds.is_person(holder.drawing) else make_look(wanted.noun, wanted.color, wanted.attributes)
    )
    dressed = editor.change(holder, attributes=tuple(dict.fromkeys([*holder.attributes, look])))
    if costume:
        editor.set_scene(add_costume_hat(editor.scene, dressed))
    return dressed


def dress_as(editor: Editor, holders: list[Entity], costume: str) -> bool:
    """ "Dress the cat as a pirate"."""
    known = editor.read(costume).entities
    noun = known[0].noun if known else ""
    kind = noun if costume_of("", (noun,)) else known[0].drawing.partition(":")[2] if known else ""
    if not costume_of("", (kind,)):
        return False
    for one in holders:
        kept = [look for look in one.attributes if not (is_garment(look) or costume_of("", (look,)))]
        dressed = editor.change(one, attributes=(*kept, kind))
        if not kinds.is_person(one.drawing):
            editor.set_scene(add_costume_hat(editor.scene, dressed))
    editor.remember(holders)
    return True


def take_off(editor: Editor, what: str) -> bool:
    """ "The sweater", "the dog's costume"; whether anything in the Scene wears it."""
    worn = _find_worn(editor, what)
    for one, looks in worn:
        costume = costume_of(one.noun, one.attributes)
        editor.change(one, attributes=tuple(look for look in one.attributes if look not in looks))
        if costume and any(kind_of_costume(look) == costume for look in looks):
            hats = {rel.object for rel in editor.scene.relations if rel.subject == one.id and rel.kind == "wearing"}
            editor.remove([thing for thing in editor.scene.entities if thing.id in hats])
    editor.remember([one for one, _ in worn])
    return bool(worn)


def dye(editor: Editor, what: str, color: str) -> bool:
    """ "Make the sweater red"; whether anything in the Scene wears it."""
    worn = [(one, [look for look in looks if is_garment(look)]) for one, looks in _find_worn(editor, what)]
    worn = [(one, looks) for one, looks in worn if looks]
    for one, looks in worn:
        dyed = tuple(_dye(look, color) if look in looks else look for look in one.attributes)
        # The colour of a person is that of a garment, where a prompt names no other.
        is_same = any(one.color in look.split("-") for look in looks) if one.color else False
        editor.change(one, attributes=dyed, color=color if is_same else one.color)
    editor.remember([one for one, _ in worn])
    return bool(worn) or _dye_usual(editor, what, color)


def _dye_usual(editor: Editor, what: str, color: str) -> bool:
    """ "Her dress", of a queen who wears what queens wear."""
    owned = _OWNED.match(what.replace("’", "'"))
    noun = owned["noun"] if owned is not None else ""
    if owned is None or not names_garment(noun) or any(one.noun.split()[-1] == noun for one in editor.scene.entities):
        return False
    named = editor.find(f"the {owned['owner']}") if owned["owner"] else editor.find_referents()
    people = [one for one in named if kinds.is_person(one.drawing)]
    people = people or [one for one in editor.scene.entities if kinds.is_person(one.drawing)][:1]
    for one in people:
        is_usual = dresses_whole(noun) and not outfit_of(one.drawing.partition(":")[2]).is_plain
        if is_usual:
            editor.change(one, color=color)
        else:
            editor.change(one, attributes=tuple(dict.fromkeys([*one.attributes, f"{color}-{noun}"])))
    editor.remember(people)
    return bool(people)


def exchange(editor: Editor, old: str, new: str) -> bool:
    """ "Replace the sweater with a raincoat"; whether anything in the Scene wears it."""
    wanted = editor.read(new).entities
    worn = _find_worn(editor, old)
    if not worn or not wanted or not is_garment(wanted[0].noun):
        return False
    take_off(editor, old)
    for one, _ in worn:
        put_on(editor, editor.scene.entity(one.id), wanted[0])
    return True


def _dye(look: str, color: str) -> str:
    pattern = next((word for word in look.split("-") if word in PATTERN_WORDS), None)
    return make_look(garment_noun(look), color, [pattern] if pattern else [])


def _find_worn(editor: Editor, what: str) -> list[tuple[Entity, list[str]]]:
    """The wearers of what a phrase names, and which of their looks that is. Empty if a thing has that name."""
    said = _BEFORE.sub("", what.replace("’", "'"))
    said = re.sub(r"\s+(?:from|off|of|on)\b.*$", "", said)
    words = said.replace("-", " ").split()
    if not words or any(one.noun.split()[-1] == words[-1] for one in editor.scene.entities):
        return []
    found = []
    for one in editor.scene.entities:
        if not kinds.is_animate(one.drawing):
            continue
        looks = [look for look in one.attributes if _is_meant(look, words)]
        if words[-1] in _ALL_OF_IT:
            looks = [look for look in one.attributes if is_garment(look) or costume_of(one.noun, (look,))]
        if looks:
            found.append((one, looks))
    named = [(one, looks) for one, looks in found if re.search(rf"\b{re.escape(one.noun.split()[-1])}", what)]
    return named or found


def _is_meant(look: str, words: list[str]) -> bool:
    noun = garment_noun(look).split()
    if not noun or words[-1].rstrip("s") != noun[-1].rstrip("s"):
        return False
    colors = [COLOR_WORDS[word] for word in words[:-1] if word in COLOR_WORDS]
    return not colors or colors[0] in look.split("-")
