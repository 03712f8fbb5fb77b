"""How instructions are read for pictures whose content is not known."""

import pytest

from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
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
    Speak,
    Zoom,
)
from limner_illustrator.edit.raster_edit.reading import Adjust, Impossible, Inscribe, read_for_pixels


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
        ("extend the picture to 16:9", Extend(("left", "right", "top", "bottom"), 0.22, ratio=16 / 9)),
        ("colorize this old photo", Adjust(("saturated",))),
        ("noir et blanc", Adjust(("black and white",))),
        ("add stars to the sky", Adjust(("stars",))),
        ("make the photo square", Crop("to square")),
        ("add a thick black frame", Border("black", 0.09)),
        ("add steam rising from the cup", Add("add steam rising from the cup", "steam", "rising from the cup")),
        ("sepia, with a vignette", Adjust(("sepia", "vignette"))),
        ("make the cat look angry", Impossible()),
        ("make the background dark", Adjust(("darker",), 1.0, "background")),
        ("put a bird on top of the cat", Add("put a bird on top of the cat", "a bird", "on top of the cat")),
        ("make the cat wear a party hat", Add("make the cat wear a party hat", "a party hat")),
        ("boost the colors", Adjust(("saturated",))),
        (
            "make it black and white but keep the cup red",
            Adjust(("black and white",), 1.0, "the cup", is_except=True),
        ),
        (
            "make it black and white but keep her suit in colour",
            Adjust(("black and white",), 1.0, "her suit", is_except=True),
        ),
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


@pytest.mark.parametrize(
    ("prompt", "command"),
    [
        ('add a speech bubble to the robot saying "Beep"', Speak("Beep", "the robot")),
        ("give her a thought bubble saying Coffee", Speak("Coffee", "her", is_thought=True)),
        ('put a speech bubble next to the cat that says "Hi"', Speak("Hi", "the cat")),
    ],
)
def test_bubbles_have_words_and_a_speaker(prompt, command):
    (clause,) = split_instruction(prompt).clauses
    assert read_for_pixels(clause) == command
