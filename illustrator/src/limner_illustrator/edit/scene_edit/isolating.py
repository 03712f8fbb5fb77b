"""Cuts things out of a Scene: without its background, or without everything but one thing."""

import re

from limner_illustrator.edit.instructions.commands import CutOut, MakeOpaque
from limner_illustrator.edit.instructions.numbers import said_number
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.scene import Entity

_ALL_OF_IT = re.compile(
    r"^(?:it|this|that|them|him|her|(?:the |my )?(?:main |central |whole )?(?:subjects?|objects?|foreground|product|"
    r"characters?|figures?|focus|items?|things?|motif|motiv|objekt|sujeto|objeto|sujet|objet))$"
)


def make_opaque(editor: Editor, command: MakeOpaque) -> bool:
    if command.colors:
        return False
    editor.set(transparent=False)
    return True


def isolate(editor: Editor, wanted: CutOut) -> bool:
    if wanted.keeps_background:
        editor.set(entities=(), relations=(), texts=())
        return True
    keeps_place = False
    if wanted.kept is not None and _ALL_OF_IT.match(wanted.kept) is None:
        if said_number(wanted.kept.partition(" ")[0]) is not None:
            # "keep only one cat" counts cats.
            return False
        kept = _find(editor, wanted.kept)
        if not kept:
            editor.note(f"Nothing called “{_name(wanted.kept)}” is in the picture, so nothing was removed.")
            return True
        keeps_place = _names_place(editor, wanted.kept)
        _keep_only(editor, kept)
    _clear_background(editor, wanted, keeps_place=keeps_place)
    return True


def _find(editor: Editor, phrase: str) -> list[Entity]:
    found: list[Entity] = []
    for piece in re.split(r" ?, ?(?:and )?| and | und | y | et ", phrase):
        found += [one for one in editor.find(piece) if one not in found]
    return found


def _keep_only(editor: Editor, kept: list[Entity]) -> None:
    ids = {one.id for one in kept}
    ids |= {one.object for one in editor.scene.relations if one.kind in CARRYING and one.subject in ids}
    editor.remove([one for one in editor.scene.entities if one.id not in ids])
    editor.set(texts=())
    editor.remember(kept)


def _names_place(editor: Editor, kept: str) -> bool:
    """ "everything except the fox and the mountains"."""
    named = editor.read(kept)
    backdrop = editor.scene.backdrop
    return backdrop is not None and (named.backdrop == backdrop or backdrop in named.accents or "background" in kept)


def _clear_background(editor: Editor, wanted: CutOut, *, keeps_place: bool) -> None:
    if wanted.backdrop is not None:
        editor.set(backdrop="studio", accents=(wanted.backdrop,), transparent=False)
    elif not keeps_place:
        editor.set(transparent=True)


def _name(phrase: str) -> str:
    return re.sub(r"^(?:the|a|an|my|its|his|her|their) ", "", phrase)[:40]
