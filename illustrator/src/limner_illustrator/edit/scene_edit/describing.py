"""An instruction without a command is read as a description: of the whole picture, or of something more in it."""

import re

from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.scene_edit.ambient import apply_circumstances, apply_place, apply_style
from limner_illustrator.edit.scene_edit.editor import BEARING, Editor
from limner_illustrator.edit.scene_edit.merging import merge

_WHOLE = re.compile(
    r"^(?:an? |the )?(?:[\w-]+ ){0,2}?(?:photo|photograph|picture|image|painting|illustration|drawing|portrait|"
    r"scene|version|shot)\b|\bsame\b|\bthe same\b"
)


def redescribe(editor: Editor, clause: Clause) -> None:
    wish = editor.read(clause.raw)
    before = editor.scene
    recurring = [one for one in wish.entities if editor.matching(one)]
    changed = apply_circumstances(editor, wish, clause.text)
    changed = apply_style(editor, wish, clause.text) or changed
    if wish.entities or wish.setting not in (None, "abstract"):
        changed = apply_place(editor, wish) or changed
    touched = merge(editor, wish, clause.text, adding=False)
    editor.remember(touched)
    if wish.texts:
        editor.set(texts=wish.texts)
    if recurring and _WHOLE.search(clause.text):
        _keep_only(editor, {one.id for one in touched})
    if not changed and not touched and not wish.texts and editor.scene == before:
        editor.note(f"“{shortened(clause.raw)}” was not understood, so nothing was changed.")


def _keep_only(editor: Editor, named: set[str]) -> None:
    """A description of the whole picture leaves out what it does not name, but nobody loses the hat."""
    kept = set(named)
    kept |= {one.object for one in editor.scene.relations if one.subject in kept and one.kind in BEARING}
    editor.remove([one for one in editor.scene.entities if one.id not in kept])


def shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "..."
