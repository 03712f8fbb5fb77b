"""Edits a Scene by an instruction: "make it night and add a moon". What is not asked for stays as it is."""

from dataclasses import replace

from limner.engines.illustrator.dressing import fitted
from limner.engines.illustrator.instruct.commands import COMMANDS
from limner.engines.illustrator.instruct.describing import redescribe
from limner.engines.illustrator.instruct.editor import Editor
from limner.engines.illustrator.instruct.sentences import split_instruction
from limner.engines.illustrator.scene import Scene

__all__ = ["instruct"]

MAX_COMMANDS = 40
# What is longer describes a picture.
MAX_COMMAND_LETTERS = 500


def instruct(scene: Scene, instruction: str, *, seed: int | None = None) -> tuple[Scene, str | None]:
    """The edited Scene, and one sentence about what could not be done, if anything."""
    editor = Editor(scene)
    texts, clauses = split_instruction(instruction)
    for clause in clauses[:MAX_COMMANDS]:
        is_command = len(clause.text) <= MAX_COMMAND_LETTERS
        if not is_command or not any(command(editor, clause) for command in COMMANDS):
            redescribe(editor, clause)
    if not texts and not clauses:
        editor.note("The instruction is empty, so nothing was changed.")
    edited = fitted(editor.scene)
    return replace(edited, seed=scene.seed if seed is None else seed), editor.summary()
