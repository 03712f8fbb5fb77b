"""Applies an instruction without a command: a description of the whole picture, or of something more in it."""

import re

from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.scene_edit.ambient import apply_circumstances, apply_place, apply_style
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.edit.scene_edit.merging import is_definite, merge
from limner_illustrator.language.vocabulary.things import BODY_PARTS
from limner_illustrator.scene import Entity

_WHOLE = re.compile(
    r"^(?:an? |the )?(?:[\w-]+ ){0,2}?(?:photo|photograph|picture|image|painting|illustration|drawing|portrait|"
    r"scene|version|shot)\b|\bsame\b|\bthe same\b"
)

_PATTERN = re.compile(r"^with (?:\w+ )?(?:polka[ -]?dots?|dots|stripes|spots|checks|plaid|zigzags?)$")
"""Of a thing that was recoloured: no drawing takes it."""


def redescribe(editor: Editor, clause: Clause) -> None:
    wanted = editor.read(clause.raw)
    before = editor.scene
    part = next((one for one in wanted.entities if _is_body_part(one, clause.text)), None)
    if part is not None:
        editor.note(f"“{shorten(clause.raw)}” was not understood, so nothing was changed.")
        return
    if _PATTERN.match(clause.text):
        editor.note(f"“{shorten(clause.raw)}” cannot be drawn, so it was left out.")
        return
    absent = next((one for one in wanted.entities if _is_missing(editor, one, clause.text)), None)
    if absent is not None:
        editor.note(f"Nothing called “{absent.noun}” is in the picture, so nothing was changed.")
        return
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


def _is_body_part(wanted: Entity, text: str) -> bool:
    """ "Its mouth" is no mouth beside the animal."""
    noun = wanted.noun.split()[-1]
    is_owned = re.search(rf"\b(?:his|her|its|their) (?:\w+ )?{re.escape(noun)}", text) is not None
    return is_owned and {noun, f"{noun}s"} & BODY_PARTS != set()


def _is_missing(editor: Editor, wanted: Entity, text: str) -> bool:
    """ "Turn on the headlights" adds no lamps."""
    return is_definite(wanted.noun, text) and not _WHOLE.search(text) and not editor.find_matching(wanted)


def _keep_only(editor: Editor, named: set[str]) -> None:
    """A description of the whole picture removes what it does not name, except what the named things carry."""
    kept = set(named)
    kept |= {one.object for one in editor.scene.relations if one.subject in kept and one.kind in CARRYING}
    editor.remove([one for one in editor.scene.entities if one.id not in kept])


def shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "..."
