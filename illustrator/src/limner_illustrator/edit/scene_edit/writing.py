"""Writes text: on a sign, on a cake, or on the picture itself."""

import re

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.additions import MAX_LETTERS
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.commands import AddText, WriteText
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN
from limner_illustrator.scene import Entity

_MARK = re.compile(f"{TEXT_OPEN}\\d+{TEXT_CLOSE}")


def write(editor: Editor, clause: Clause, command: WriteText) -> bool:
    if command.is_quoted:
        named = editor.read(clause.restore(command.where)).entities
        if any(one.text is not None and not editor.find_matching(one) for one in named):
            return False
        where = _MARK.sub(" ", command.where)
    elif command.needs_place and not editor.find(command.where):
        return False
    else:
        where = command.where
    _write(editor, command.text, command.replaced, where)
    return True


def _write(editor: Editor, new: str, old: str | None, where: str) -> None:
    entities = editor.scene.entities
    if old is not None:
        holders = [one for one in entities if one.text is not None and one.text.casefold() == old.casefold()]
        if holders:
            editor.change(holders[0], text=new)
            return
        quoting = next((one for one in entities if one.text is not None and old in one.text), None)
        if quoting is not None and quoting.text is not None:
            editor.change(quoting, text=quoting.text.replace(old, new)[:MAX_LETTERS])
            return
        if old.casefold() in (text.casefold() for text in editor.scene.texts):
            editor.set(texts=tuple(new if text.casefold() == old.casefold() else text for text in editor.scene.texts))
            return
    holder = _holder_of_text(editor, where)
    if holder is not None:
        editor.remember([editor.change(holder, text=new)])
    else:
        editor.set(texts=(new, *editor.scene.texts[1:]))


def _holder_of_text(editor: Editor, where: str) -> Entity | None:
    named = [known for wanted in editor.read(where).entities for known in editor.find_matching(wanted)]
    named = [one for one in named if not kinds.is_animate(one.drawing)]
    if named:
        return named[0]
    if editor.scene.texts:
        return None
    lettered = [one for one in editor.scene.entities if one.text is not None]
    return lettered[0] if lettered else next((one for one in editor.scene.entities if one.drawing == "own:sign"), None)


def add_text(editor: Editor, command: AddText) -> None:
    known = [
        one
        for named in editor.read(command.where).entities
        for one in editor.find_matching(named)
        if not kinds.is_animate(one.drawing)
    ]
    if known:
        editor.remember([editor.change(known[0], text=command.text)])
    else:
        editor.set(texts=tuple(dict.fromkeys([*editor.scene.texts, command.text])))
