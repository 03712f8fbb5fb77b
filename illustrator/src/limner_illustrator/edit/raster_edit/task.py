"""What is to be done to a foreign picture, and the steps in which it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.wish import BLURRED, Wish, read_wish
from limner_illustrator.edit.request import Fidelity
from limner_illustrator.edit.scene_edit.phrasing import normalized
from limner_illustrator.edit.scene_edit.sentences import MAX_LETTERS
from limner_illustrator.language.parse import parse
from limner_illustrator.render.finish import Quality
from limner_illustrator.scene import Scene

MAX_WISHES = 12
"""So many changes of one picture, one after the other."""
MAX_FILLS = 5
"""Of them, removals and replacements: each fills a hole, which takes a second."""
CUT_SHORT = (
    f"The instruction is long: only its beginning was carried out (at most {MAX_WISHES} changes, of which {MAX_FILLS} "
    "may remove or replace something)."
)


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the work: a real one on the way, or the last."""

    pixels: Pixels
    """RGB, or RGBA where what is edited has transparency."""
    final: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    prompt: str
    wish: Wish
    scene: Scene
    """What the whole prompt describes, read as if a new picture were wanted."""
    negative_prompt: str | None
    tone: Literal["vivid", "natural"] | None
    quality: Quality
    fidelity: Fidelity
    strength: float | None
    checkpoint: Callable[[], None]
    is_part: bool = False
    """One of several wishes of a prompt."""
    remark: str | None = None
    """What is to be said about the prompt itself."""

    def scene_of(self, phrase: str) -> Scene:
        return parse(phrase, seed=self.scene.seed, negative_prompt=self.negative_prompt, tone=self.tone)

    def random(self, purpose: str) -> Random:
        return self.scene.random("scene", purpose)

    def generator(self, purpose: str) -> np.random.Generator:
        return np.random.default_rng(self.random(purpose).getrandbits(32))


def read_task(
    prompt: str,
    *,
    seed: int,
    negative_prompt: str | None,
    tone: Literal["vivid", "natural"] | None,
    quality: Quality,
    fidelity: Fidelity,
    strength: float | None,
    checkpoint: Callable[[], None],
) -> Task:
    is_cut_short = len(prompt) > MAX_LETTERS and len(prompt := normalized(prompt)) > MAX_LETTERS
    prompt = prompt[:MAX_LETTERS]
    return Task(
        prompt=prompt,
        wish=read_wish(prompt),
        remark=CUT_SHORT if is_cut_short else None,
        scene=parse(prompt, seed=seed, negative_prompt=negative_prompt, tone=tone),
        negative_prompt=negative_prompt,
        tone=tone,
        quality=quality,
        fidelity=fidelity,
        strength=strength,
        checkpoint=checkpoint,
    )


def names_place(scene: Scene) -> bool:
    """A prompt with nothing drawable is given an abstract setting: that is no place."""
    return scene.setting not in (None, "abstract")


def wants_backdrop(task: Task) -> bool:
    """Whether it names what is to be behind everything: as a command, or in the description of a new picture."""
    wish = task.wish
    if wish.kind == "background":
        return wish.thing != BLURRED
    return wish.kind == "describe" and not wish.is_order and task.fidelity == "low" and names_place(task.scene)
