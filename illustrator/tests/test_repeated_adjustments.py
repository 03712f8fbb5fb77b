"""What an edit did to the pixels of a picture is done again when a later edit paints its Scene anew."""

import numpy as np
import pytest

from limner_illustrator import draw, edit
from limner_illustrator.drawing.painted import MAX_ADJUSTMENTS
from limner_illustrator.scene import Scene

SIZE = (128, 128)


@pytest.fixture(scope="module")
def fox():
    return draw("a fox in a meadow", size=SIZE)


@pytest.mark.parametrize("instruction", ["increase the contrast", "blur the background", "add film grain"])
def test_later_edit_keeps_the_adjustment(fox, instruction):
    adjusted = edit(fox, instruction)
    plain, hatted = edit(fox, "add a red hat on the fox"), edit(adjusted, "add a red hat on the fox")

    assert hatted.note is None
    assert [one.noun for one in hatted.scene.entities] == ["fox", "hat"]
    assert np.array_equal(hatted.pixels, edit(plain, instruction).pixels)


def test_adjustments_are_done_in_turn_and_survive_in_files(fox):
    twice = edit(edit(fox, "blur the background"), "increase the contrast")
    read = Scene.from_json(twice.scene.to_json())

    assert read.adjustments == ("blur the background", "increase the contrast")
    blue = edit(edit(edit(fox, "make the fox blue"), "blur the background"), "increase the contrast")
    assert np.array_equal(edit(twice, "make the fox blue").pixels, blue.pixels)


@pytest.mark.parametrize("instruction", ["rotate it by 10 degrees", "crop it to the face", "flip it"])
def test_change_of_the_geometry_ends_the_scene(fox, instruction):
    assert edit(fox, instruction).scene is None


def test_number_of_adjustments_is_bounded(fox):
    picture = fox
    for number in range(MAX_ADJUSTMENTS + 1):
        assert picture.scene is not None, number
        picture = edit(picture, "slightly more contrast")
    assert picture.scene is None


def test_masked_edit_of_an_adjusted_picture_leaves_the_rest(fox):
    mask = np.zeros(SIZE, np.float32)
    mask[:40, :40] = 1
    blurred = edit(fox, "blur the background")
    after = edit(blurred, "add a balloon", mask=mask)

    assert np.array_equal(after.pixels[mask == 0], blurred.pixels[mask == 0])


@pytest.mark.parametrize("seed", [1, 2, 4, 6])
def test_mirrored_picture_stays_so_in_edits(seed):
    before = draw("a fox under an apple tree", size=SIZE, seed=seed)
    after = edit(before, "add a red hat on the fox")

    arranged = [edit(one, "brighten it").scene.positions for one in (before, after)]
    first, second = ({one.entity: one.x for one in positions} for positions in arranged)
    assert first["e1"] == pytest.approx(second["e1"], abs=0.03)
