"""How instructions are read for pictures whose content is not known."""

import pytest

from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Crop,
    CutOut,
    Describe,
    Extend,
    Flip,
    Recolor,
    Remove,
    Replace,
    Rotate,
    SetBackdrop,
    SetSize,
    Zoom,
)
from limner_illustrator.edit.raster_edit.reading import Adjust, Inscribe, read_for_pixels


@pytest.mark.parametrize(
    ("prompt", "command"),
    [
        ("Remove the car", Remove("the car")),
        ("please erase the person on the left.", Remove("the person on the left")),
        ("add a red balloon", Add("add a red balloon", "a red balloon")),
        ("Put a hat on the cat", Add("Put a hat on the cat", "a hat", "on the cat")),
        ('add the text "Hello"', Inscribe("Hello", where="the text  ")),
        (
            'write "Hello" on the sign in red letters',
            Inscribe("Hello", "the sign", "write   on the sign in red letters", "red"),
        ),
        ("write Hello World on the mug", Inscribe("Hello World", "the mug", "on the mug")),
        ("brighten her face slightly", Adjust(("brighter",), 0.45, "her face")),
        ("add a vignette and film grain", Adjust(("vignette", "grain"))),
        ("zoom in on the cat", Zoom("the cat")),
        ("resize it to 800x600", SetSize()),
        ("darken the background a lot", Adjust(("darker",), 1.6, "the background")),
        ("make it black and white except for the car", Adjust(("black and white",), 1.0, "the car", is_except=True)),
        ("increase the contrast by 20%", Adjust(("contrast",), 0.5)),
        ("rotate it 30 degrees to the left", Rotate(-30)),
        ("turn it upside down", Rotate(180)),
        ("mirror it vertically", Flip(is_vertical=True)),
        ("crop to the face", Crop("to the face")),
        ("extend the picture to the left and the top", Extend(("left", "top"), 0.22)),
        ("replace the dog with a cat", Replace("the dog", "a cat")),
        ("change the car into a bicycle", Replace("the car", "a bicycle")),
        ("make him a wizard", Replace("him", "a wizard")),
        ("make the car grey", Recolor("the car", ("gray",))),
        ("change the color of the car to blue", Recolor("the car", ("blue",))),
        ("put it on a beach", SetBackdrop("a beach")),
        ("with a white background", SetBackdrop("a white")),
        ("blur the background", BlurBackdrop()),
        ("remove the background", CutOut()),
        ("make it night", Adjust(("night",))),
        ("turn the day into night", Adjust(("night",))),
        ("replace the sky with a sunset", Adjust(("sunset",))),
        ("add snow", Adjust(("winter",))),
        ("black and white", Adjust(("black and white",))),
        ("a pool with a flamingo", Describe("a pool with a flamingo")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_command_is_read_for_pixels(prompt, command):
    (clause,) = split_instruction(prompt).clauses

    assert read_for_pixels(clause) == command
