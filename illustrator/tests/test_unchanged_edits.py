"""An edit that changes nothing in the picture says so."""

import numpy as np
import pytest

from limner_illustrator import draw, edit

PICTURES = ["two cats on a windowsill", "a boy in a classroom"]
INSTRUCTIONS = [
    "make it fly", "wake it up", "make one of them blue", "close its eyes", "make him smile", "look surprised",
    "turn it around", "remove the window", "remove the sun", "take off the hat", "move it up", "put it on the left",
    "swap their places", "make it louder", "do something nice", "fix the perspective", "give it a name",
    "change the font", "replace the dog with a cat", "open the door", "make the wheels bigger", "make it taller",
    "let the kids play", "add a blanket over the car", "dale un beso", "mach es lauter", "plus de sel",
]  # fmt: skip


@pytest.mark.parametrize("prompt", PICTURES)
def test_edit_without_effect_has_a_note(prompt):
    before = draw(prompt, size=(64, 64))
    silent = []
    for instruction in INSTRUCTIONS:
        edited = edit(before, instruction)
        is_same = edited.pixels.shape == before.pixels.shape and np.array_equal(edited.pixels, before.pixels)
        if is_same and not edited.note:
            silent.append(instruction)
    assert silent == []
