"""What single commands about a photograph are read as, and what is done."""

import numpy as np
import pytest

from limner_illustrator import edit
from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import Add, BlurBackdrop, Recolor
from limner_illustrator.edit.raster_edit.reading import Adjust, read_for_pixels
from photographs import changed, needs_photos, person, photo


def read(prompt):
    return read_for_pixels(split_instruction(prompt).clauses[0])


@pytest.mark.parametrize(
    ("prompt", "part", "is_except"),
    [
        ("turn everything but the balloon black and white", "the balloon", True),
        ("keep only her dress in color", "her dress", True),
        ("black and white, but with only the car in color", "the car", True),
        ("color splash on the umbrella", "the umbrella", True),
        ("make the background black and white", "the background", False),
    ],
)
def test_selective_colour_spares_a_part(prompt, part, is_except):
    assert read(prompt) == Adjust(("black and white",), 1.0, part, is_except)


def test_lipstick_colours_the_lips():
    assert read("give her pink lipstick") == Recolor("the lips", ("pink",))
    assert read("add a lipstick on the table") != Recolor("the lips", ("red",))


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("give a scarf to the cat", "a scarf"),
        ("the man is now holding a red balloon", "a red balloon"),
        ("Setze ihr eine Sonnenbrille auf", "sunglasses"),
        ("mets des lunettes de soleil au chat", "sunglasses"),
        ("ponle gafas de sol", "sunglasses"),
        ("猫に帽子をかぶせて", "帽子"),
        ("给她戴上墨镜", "墨镜"),
    ],
)
def test_gift_is_added_and_not_its_receiver(prompt, thing):
    command = read(prompt)
    assert isinstance(command, Add)
    assert thing in command.thing


@pytest.mark.parametrize("prompt", ["背景をぼかして", "虚化背景", "把背景模糊", "floute l'arrière-plan"])
def test_foreign_command_blurs_the_background(prompt):
    assert read(prompt) == BlurBackdrop()


@pytest.mark.parametrize(
    ("prompt", "color"), [("rends la voiture rouge", "red"), ("haz el traje verde", "green"), ("車を赤くして", "red")]
)
def test_foreign_command_recolours(prompt, color):
    command = read(prompt)
    assert isinstance(command, Recolor)
    assert command.colors == (color,)


@pytest.mark.parametrize(
    ("prompt", "rows", "columns"),
    [
        ("crop to the top half", slice(0, 128), slice(None)),
        ("crop off the bottom 25%", slice(0, 192), slice(None)),
        ("crop to the right quarter", slice(None), slice(150, 200)),
    ],
)
def test_crop_keeps_the_named_part(prompt, rows, columns):
    before = person()
    result = edit(before, prompt)
    assert np.array_equal(result.pixels, before[rows, columns])
    assert result.note is None


def test_double_exposure_shows_both():
    before = person()
    after = edit(before, "double exposure with a beach").pixels
    assert changed(before, after).mean() > 0.5
    grey = before.mean(axis=2).ravel()
    assert np.corrcoef(grey, after.mean(axis=2).ravel())[0, 1] > 0.35
    assert edit(before, "double exposure with qwrtzu").note


@needs_photos
def test_addition_keeps_off_the_face():
    before = photo("astronaut.png")
    after = edit(before, "add a teddy bear").pixels
    assert not changed(before, after)[26:70, 96:130].any()


def test_unknown_background_is_noted_and_not_invented():
    before = person()
    result = edit(before, "replace the background with qwrtzu")
    assert np.array_equal(result.pixels, before)
    assert "qwrtzu" in result.note


def test_whiter_background_is_brighter():
    assert read("make the background whiter") == Adjust(("brighter",), 1.0, "background", False)


def test_border_after_a_look_is_added():
    before = person()
    after = edit(before, "turn it into a sepia photo with a white border").pixels
    assert (after[:4] > 235).all()
    assert after.shape[0] > before.shape[0]


@pytest.mark.parametrize("prompt", ["lass es schneien", "fais neiger", "haz que nieve"])
def test_foreign_weather_is_a_grade(prompt):
    command = read(prompt)
    assert isinstance(command, Adjust)
    assert "winter" in command.grades or "snow" in command.grades


def test_colour_of_a_sky_that_is_not_there_changes_nothing():
    before = np.full((120, 160, 3), (150, 90, 50), np.uint8)
    result = edit(before, "make the sky pink")
    assert np.array_equal(result.pixels, before)
    assert "the sky" in result.note
