"""Applies an instruction without a command: a description of the whole picture, or of something more in it."""

import re

from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.scene_edit.ambient import apply_circumstances, apply_place, apply_style
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.edit.scene_edit.merging import merge

_WHOLE = re.compile(
    r"^(?:an? |the )?(?:[\w-]+ ){0,2}?(?:photo|photograph|picture|image|painting|illustration|drawing|portrait|"
    r"scene|version|shot)\b|\bsame\b|\bthe same\b"
)


def redescribe(editor: Editor, clause: Clause) -> None:
    wanted = editor.read(clause.raw)
    before = editor.scene
    recurring = [one for one in wanted.entities if editor.find_matching(one)]
    changed = apply_circumstances(editor, wanted, clause.text)
    changed = apply_style(editor, wanted, clause.text) or changed
    if wanted.entities or wanted.backdrop not in (None, "abstract"):
        changed = apply_place(editor, wanted) or changed
    touched = merge(editor, wanted, clause.text, adding=False)
    editor.remember(touched)
    if wanted.texts:
        editor.set(texts=wanted.texts)
    if recurring and _WHOLE.search(clause.text):
        _keep_only(editor, {one.id for one in touched})
    if not changed and not touched and not wanted.texts and editor.scene == before:
        editor.note(f"“{shorten(clause.raw)}” was not understood, so nothing was changed.")


def _keep_only(editor: Editor, named: set[str]) -> None:
    """A description of the whole picture removes what it does not name, except what the named things carry."""
    kept = set(named)
    kept |= {one.object for one in editor.scene.relations if one.subject in kept and one.kind in CARRYING}
    editor.remove([one for one in editor.scene.entities if one.id not in kept])


def shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "..."
