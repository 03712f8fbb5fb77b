"""Edits a Scene by an instruction: "make it night and add a moon". What is not asked for stays as it is."""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.edit.instructions.clauses import (
    MAX_COMMANDS,
    NO_CHANGE_ASKED,
    Clause,
    Instruction,
    split_instruction,
)
from limner_illustrator.edit.instructions.commands import Replace
from limner_illustrator.edit.instructions.reading import read_clause
from limner_illustrator.edit.scene_edit.applying import DESCRIBING, apply_command
from limner_illustrator.edit.scene_edit.describing import shorten
from limner_illustrator.edit.scene_edit.design_texts import edit_design_text
from limner_illustrator.edit.scene_edit.dropped import note_on_dropped, note_on_hidden_season
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.graphics import edit_graphic
from limner_illustrator.edit.scene_edit.separating import separate
from limner_illustrator.language.clothing import seat_dressed_animals
from limner_illustrator.language.vocabulary.graphics import GRAPHICS
from limner_illustrator.scene import Scene

__all__ = ["edit_scene"]

CUT_SHORT = f"The instruction is long: only its beginning was carried out (at most {MAX_COMMANDS} commands)."
EMPTY = "The instruction is empty, so nothing was changed."


def edit_scene(
    scene: Scene,
    instruction: str,
    *,
    seed: int | None = None,
    skips: Callable[[Clause], bool] = lambda clause: False,
) -> tuple[Scene, str | None]:
    """The edited Scene, and a note about what could not be done, if anything. `skips` tells which commands are carried
    out elsewhere.
    """
    editor = Editor(scene)
    wanted = split_instruction(instruction)
    if scene.graphic is not None and not GRAPHICS[scene.graphic.kind].shows_things:
        return _edit_composed(scene, wanted, seed)
    done: set[str] = set()
    for clause in wanted.clauses:
        if skips(clause):
            continue
        is_done = clause.text in done or (editor.scene != scene and _is_done(scene, editor.scene, clause))
        _carry_out(editor, clause, is_said_again=is_done)
        done.add(clause.text)
    if (note := note_on(wanted)) is not None:
        editor.note(note)
    if (hidden := note_on_hidden_season(scene, editor.scene)) is not None:
        editor.note(hidden)
    edited = seat_dressed_animals(editor.scene)
    return replace(edited, seed=scene.seed if seed is None else seed), editor.summary()


def _edit_composed(scene: Scene, wanted: Instruction, seed: int | None) -> tuple[Scene, str | None]:
    edited, notes = edit_graphic(scene, [clause.restore(clause.text) for clause in wanted.clauses])
    if (note := note_on(wanted)) is not None:
        notes.append(note)
    return replace(edited, seed=scene.seed if seed is None else seed), " ".join(dict.fromkeys(notes[:3])) or None


def note_on(wanted: Instruction) -> str | None:
    """What is to be said about an instruction as such."""
    if wanted.is_cut_short:
        return CUT_SHORT
    if not wanted.texts and not wanted.clauses:
        return EMPTY if wanted.is_empty else NO_CHANGE_ASKED
    return None


def _is_done(original: Scene, edited: Scene, clause: Clause) -> bool:
    """Whether an earlier clause did this one, too: "make it winter" lets the snow fall of "add snow falling"."""
    after, again = Editor(original), Editor(edited)
    for editor in (after, again):
        next(one for one in read_clause(clause) if apply_command(editor, clause, one))
    return again.scene == edited and after.scene != original and again.num_notes == after.num_notes == 0


def _carry_out(editor: Editor, clause: Clause, *, is_said_again: bool) -> None:
    clause = separate(editor, clause)
    before, num_notes = editor.scene, editor.num_notes
    if (written := edit_design_text(before, clause.restore(clause.text))) is not None:
        editor.set_scene(written)
        return
    command = next(one for one in read_clause(clause) if apply_command(editor, clause, one))
    if editor.scene != before and editor.num_notes == num_notes and isinstance(command, DESCRIBING):
        said = command.new if isinstance(command, Replace) else clause.text
        note = note_on_dropped(clause.restore(said), before, editor.scene)
        if note is not None:
            editor.note(note)
    is_without_effect = editor.scene == before and editor.num_notes == num_notes
    if is_without_effect and not is_said_again and not clause.text.startswith(("keep ", "leave ")):
        editor.note(f"“{shorten(clause.raw)}” changed nothing in the picture.")
