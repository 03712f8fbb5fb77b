"""Changes faces, which only people have drawn so that they can change, and wakes what sleeps."""

import re

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.commands import Express, Face, Wake
from limner_illustrator.edit.instructions.feelings import CLOSED_EYES, OPEN_EYES
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.bodies import ASLEEP
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

_FACES = frozenset({*EXPRESSION_OF_WORD, "smiling", CLOSED_EYES, OPEN_EYES})
_AT_VIEWER = re.compile(r"\b(?:viewer|camera|lens|us|me|reader|audience|front|forwards?)\b")
_ABED = ASLEEP | {"dozing"}


def express(editor: Editor, command: Express) -> bool:
    known = [one for one in editor.find(command.who) if kinds.is_animate(one.drawing)]
    if not known:
        return False
    if command.look == OPEN_EYES and any(_is_asleep(one) for one in known):
        return wake(editor, Wake(command.who))
    people = [one for one in known if kinds.is_person(one.drawing)]
    if not people and command.who == "it" and not command.of_face:
        return False  # the mood of the whole picture
    for one in people:
        kept = tuple(look for look in one.attributes if look not in _FACES)
        action = None if one.action in _FACES else one.action
        editor.change(one, attributes=(*kept, command.look), action=action)
    if not people:
        editor.note(f"The drawn face of the {known[0].noun} cannot change, so it was left as it is.")
    editor.remember(known)
    return True


def face(editor: Editor, command: Face) -> bool:
    """No drawing can be seen from another side; people look at the viewer already."""
    known = [one for one in editor.find(command.who) if kinds.is_animate(one.drawing)]
    if not known:
        return False
    noun = known[0].noun
    if kinds.is_person(known[0].drawing) and _AT_VIEWER.search(command.way):
        editor.note(f"The {noun} looks at the viewer already, so nothing was changed.")
    else:
        editor.note(f"The drawn {noun} cannot be turned, so it was left as it is.")
    editor.remember(known)
    return True


def wake(editor: Editor, command: Wake) -> bool:
    known = [one for one in editor.find(command.who) if kinds.is_animate(one.drawing)]
    if not known:
        return False
    sleepers = [one for one in known if _is_asleep(one)]
    for one in sleepers:
        kept = tuple(look for look in one.attributes if look not in _ABED)
        editor.change(one, action=None, attributes=kept)
    if not sleepers:
        editor.note(f"The {known[0].noun} is not asleep, so nothing was changed.")
    editor.remember(known)
    return True


def _is_asleep(one: Entity) -> bool:
    return one.action in _ABED or not _ABED.isdisjoint(one.attributes)
