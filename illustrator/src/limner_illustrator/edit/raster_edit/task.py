"""An edit of a picture without a Scene, and the steps in which it is done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.instructions.clauses import MAX_LETTERS, Instruction, split_instruction
from limner_illustrator.edit.instructions.commands import Describe, SetBackdrop
from limner_illustrator.edit.instructions.phrasing import call_photo_picture, normalize
from limner_illustrator.edit.raster_edit.reading import Adjust, Keep, RasterCommand, read_for_pixels
from limner_illustrator.edit.request import Fidelity
from limner_illustrator.language.parser import parse
from limner_illustrator.render.finish import Quality
from limner_illustrator.scene import Scene

MAX_CHANGES = 12
"""Of one picture, one after the other."""
MAX_FILLS = 5
"""Of them, removals and replacements: each fills a hole, which takes a second."""
CUT_SHORT = (
    f"The instruction is long: only its beginning was carried out (at most {MAX_CHANGES} changes, of which {MAX_FILLS} "
    "may remove or replace something)."
)


@dataclass(frozen=True, slots=True)
class EditStep:
    """A state of the work: a real one on the way, or the last."""

    pixels: Pixels
    """RGB, or RGBA where what is edited has transparency."""
    final: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTask:
    prompt: str
    instruction: Instruction
    command: RasterCommand
    scene: Scene
    """What the whole prompt describes, read as if a new picture were wanted."""
    negative_prompt: str | None
    tone: Literal["vivid", "natural"] | None
    quality: Quality
    fidelity: Fidelity
    strength: float | None
    checkpoint: Callable[[], None]
    is_size_free: bool = False
    """Whether the result may have another size than the picture."""
    is_part: bool = False
    """One of several commands of a prompt."""
    remark: str | None = None
    """A note about the prompt itself."""

    @property
    def grades(self) -> tuple[str, ...]:
        return self.command.grades if isinstance(self.command, Adjust) else ()

    @property
    def amount(self) -> float:
        """How much of its grades the command asks for; 1 is what they do by themselves."""
        return self.command.amount if isinstance(self.command, Adjust) else 1.0

    def part(self, prompt: str, command: RasterCommand) -> "EditTask":
        """The same task for one command of its prompt."""
        return replace(self, prompt=prompt, command=command, scene=self.scene_of(prompt))

    def scene_of(self, phrase: str) -> Scene:
        return parse(
            call_photo_picture(phrase), seed=self.scene.seed, negative_prompt=self.negative_prompt, tone=self.tone
        )

    def random(self, purpose: str) -> Random:
        return self.scene.random("scene", purpose)

    def generator(self, purpose: str) -> np.random.Generator:
        return np.random.default_rng(self.random(purpose).getrandbits(32))


def read_edit_task(
    prompt: str,
    *,
    seed: int,
    negative_prompt: str | None,
    tone: Literal["vivid", "natural"] | None,
    quality: Quality,
    fidelity: Fidelity,
    strength: float | None,
    checkpoint: Callable[[], None],
    is_size_free: bool = False,
) -> EditTask:
    is_cut_short = len(prompt) > MAX_LETTERS and len(prompt := normalize(prompt)) > MAX_LETTERS
    prompt = prompt[:MAX_LETTERS]
    instruction = split_instruction(prompt)
    return EditTask(
        prompt=prompt,
        instruction=instruction,
        command=_leading(instruction, prompt),
        remark=CUT_SHORT if is_cut_short else None,
        scene=parse(call_photo_picture(prompt), seed=seed, negative_prompt=negative_prompt, tone=tone),
        negative_prompt=negative_prompt,
        tone=tone,
        quality=quality,
        fidelity=fidelity,
        strength=strength,
        checkpoint=checkpoint,
        is_size_free=is_size_free,
    )


def _leading(instruction: Instruction, prompt: str) -> RasterCommand:
    """The first command; a description where several sentences begin with one."""
    clauses = instruction.clauses
    if not clauses:
        return Describe(prompt) if instruction.is_empty or instruction.texts else Keep()
    command = read_for_pixels(clauses[0])
    return Describe(prompt) if isinstance(command, Describe) else command


def names_place(scene: Scene) -> bool:
    """A prompt with nothing drawable has the abstract backdrop, which is no place."""
    return scene.backdrop not in (None, "abstract")


def wants_backdrop(task: EditTask) -> bool:
    """Whether it names what is to be behind everything: as a command, or in the description of a new picture."""
    if isinstance(task.command, Describe):
        return task.fidelity == "low" and names_place(task.scene)
    return isinstance(task.command, SetBackdrop)
