"""Parts of things that get a colour of their own: the roof of a house, the mane of a lion."""

import re

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import find_area
from limner_illustrator.edit.instructions.colors import COLOR
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Entity

_ALL_OF_IT = frozenset({
    "fur", "coat", "body", "skin", "feather", "hair", "wool", "color", "colour", "paint", "surface", "outside", "scale",
    "clothe", "outfit", "top",
})  # fmt: skip
"""What is said of a thing that means all of it."""
_COLORED = re.compile(rf"^(?:an?|the|some) (?P<color>{COLOR}) (?P<noun>[\w-]+(?: [\w-]+)?)$")
_NAMED = re.compile(
    r"^(?:all |both |each |every )?(?:of )?(?:(?:the|its|his|her|their|this|that|an?) )?"
    r"(?:(?P<owner>[\w -]+?)(?:'s|s') )?(?P<noun>[\w-]+(?: [\w-]+)?)"
    r"(?: (?:of|on|from) (?:the |its |his |her |this |that )?(?P<whole>[\w -]+))?$"
)


def dye_part(editor: Editor, what: str, color: str) -> bool:
    """Whether something in the Scene has the part; a thing of that name is recoloured instead."""
    found = _find_parts(editor, what)
    for entity, area in found:
        _dye(editor, entity, area, color)
    editor.remember([entity for entity, _ in found])
    return bool(found)


def _find_parts(editor: Editor, what: str) -> list[tuple[Entity, PartArea]]:
    named = _NAMED.match(what.replace("’", "'").strip())
    if named is None:
        return []
    noun = named["noun"]
    if any(one.noun.split()[-1] == singular(noun.split()[-1]) for one in editor.scene.entities):
        return []
    owner = named["owner"] or named["whole"]
    candidates = editor.find(f"the {owner}") if owner else [*editor.find_referents(), *editor.scene.entities]
    found: dict[str, tuple[Entity, PartArea]] = {}
    for entity in candidates:
        area = find_area(entity.drawing, noun)
        if area is not None:
            found.setdefault(entity.id, (entity, area))
    return list(found.values())


def color_eyes(editor: Editor, what: str, color: str) -> bool:
    """Of people; those of animals have the colour that they are drawn with."""
    named = _NAMED.match(what.replace("’", "'").strip())
    owner = (named["owner"] or named["whole"]) if named is not None else None
    found = editor.find(f"the {owner}") if owner else editor.find_referents()
    animate = [one for one in found or editor.scene.entities if kinds.is_animate(one.drawing)]
    if not animate:
        return False
    for one in animate[: len(found) or 1]:
        if kinds.is_person(one.drawing):
            kept = (look for look in one.attributes if not look.endswith(("-eye", "-eyes")))
            editor.change(one, attributes=(*kept, f"{color}-eyes"))
        else:
            editor.note(f"The eyes of the {one.noun} cannot be coloured by themselves, so they were not changed.")
    editor.remember(animate[:1])
    return True


def note_missing_part(editor: Editor, what: str, known: list[Entity]) -> bool:
    """ "The dog's tail" is not the dog: whether `what` names a part that its drawing cannot colour."""
    named = _NAMED.match(what.replace("’", "'").strip())
    if named is None or not (named["owner"] or named["whole"]):
        return False
    part = named["noun"].split()[-1].removesuffix("s")
    if part in _ALL_OF_IT or any(part == one.noun.split()[-1].removesuffix("s") for one in known):
        return False
    editor.note(
        f"The {named['noun'][:40]} of the {known[0].noun} cannot be coloured by itself, so nothing was changed."
    )
    return True


def give_part(editor: Editor, holders: list[Entity], what: str) -> bool:
    """ "A green scarf", to a snowman that has one already."""
    said = _COLORED.match(what)
    color = COLOR_WORDS.get(said["color"]) if said else None
    if said is None or color is None:
        return False
    found = [(one, area) for one in holders if (area := find_area(one.drawing, said["noun"])) is not None]
    for entity, area in found:
        _dye(editor, entity, area, color)
    return bool(found)


def _dye(editor: Editor, entity: Entity, area: PartArea, color: str) -> None:
    kept = (one for one in entity.attributes if find_area(entity.drawing, one.partition("-")[2]) is not area)
    editor.change(entity, attributes=(*kept, f"{color}-{area.name}"))
