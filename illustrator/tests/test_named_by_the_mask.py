"""What a mask alone names, what backdrops keep, and what belongs to a thing of the picture."""

import numpy as np
import pytest

from limner_illustrator import draw, edit
from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.tones import find_tone
from limner_illustrator.edit.raster_edit.reading import Inscribe, read_for_pixels
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse


def test_masked_thing_is_recolored():
    picture = draw("a car in a meadow", size=(128, 128))
    mask = np.zeros((128, 128), np.float32)
    mask[40:115, 20:108] = 1
    after = edit(picture, "make this yellow", mask=mask)
    assert [one.color for one in after.scene.entities] == ["yellow"]


@pytest.mark.parametrize("part", ["this part", "the area", "it"])
def test_part_under_a_mask_becomes_black_and_white(part):
    assert find_tone(f"make {part} black and white") == "black and white"


@pytest.mark.parametrize("instruction", ["paint the walls green", "make the floor blue"])
def test_color_of_the_backdrop_keeps_the_place(instruction):
    before = parse("a bed in a bedroom", seed=0)
    after, note = edit_scene(before, instruction)
    assert after.backdrop == before.backdrop
    assert "keeps its colour" in note


def test_baby_of_an_animal_is_no_child():
    after, _ = edit_scene(parse("an elephant at a river", seed=0), "add its baby beside it")
    assert {one.drawing for one in after.entities} == {after.entities[0].drawing}


def test_color_and_much_bigger_are_two_changes():
    after, _ = edit_scene(parse("a dragon", seed=0), "make the dragon green and much bigger")
    assert after.entities[0].color == "green"
    assert after.entities[0].size > 1


def test_title_of_a_cover_is_written():
    clause = split_instruction('put her on the cover of a magazine called "ORBIT"').clauses[0]
    assert read_for_pixels(clause) == Inscribe("ORBIT", "", "at the top")
