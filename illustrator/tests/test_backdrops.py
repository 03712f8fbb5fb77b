"""Plain backgrounds are painted in the colour that a prompt or an edit names."""

import numpy as np
import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse, read
from limner_illustrator.language.plain_backdrops import is_plain_color
from limner_illustrator.render.paint import paint


@pytest.mark.parametrize(
    ("prompt", "color"),
    [
        ("a teapot on a maroon background", "maroon"),
        ("a teapot on a plain light green background", "mint"),
        ("a teapot, isolated on white", "white"),
        ("a teapot against a black background, studio lighting", "black"),
        ("a teapot on a solid purple backdrop", "purple"),
        ("a teapot with a background of crimson", "crimson"),
        ("a teapot on a navy blue studio background", "navy"),
        ("a green teapot on a yellow background", "yellow"),
    ],
)
def test_prompt_sets_background_color(prompt: str, color: str) -> None:
    reading = read(prompt, seed=2)

    assert color_of_backdrop(reading.scene) == color
    assert reading.omissions.note() is None


@pytest.mark.parametrize(
    "prompt",
    [
        "a red teapot with a mountain in the background",
        "a teapot before a plain background",
        "a blue teapot in a forest",
    ],
)
def test_other_colors_leave_background_alone(prompt: str) -> None:
    assert color_of_backdrop(parse(prompt, seed=2)) is None


@pytest.mark.parametrize(
    ("instruction", "color"),
    [
        ("change the background to pure white", "white"),
        ("make the background navy blue", "navy"),
        ("use a pink background", "pink"),
        ("add a teal background", "teal"),
        ("put it on a solid orange background", "orange"),
        ("add a green background behind the goat", "green"),
        ("replace the goat's background with gold", "gold"),
        ("isolate the goat on black", "black"),
    ],
)
def test_edit_sets_background_color(instruction: str, color: str) -> None:
    edited, note = edit_scene(parse("a goat in a village on a beige background", seed=2), instruction)

    assert color_of_backdrop(edited) == color
    assert color in describe(edited)
    assert note is None


def test_second_background_color_is_noted() -> None:
    edited, note = edit_scene(parse("a goat in a village", seed=2), "make the background red and white")

    assert color_of_backdrop(edited) == "red"
    assert note is not None
    assert "white" in note


@pytest.mark.parametrize(("color", "rgb"), [("white", (255, 255, 255)), ("black", (0, 0, 0)), ("teal", COLORS["teal"])])
def test_colored_background_is_uniform(color: str, rgb: tuple[int, int, int]) -> None:
    *_, pixels = paint(parse(f"a key on a {color} background", seed=2), 128, 128, quality="medium")

    edge = np.concatenate([pixels[0], pixels[:64, 0], pixels[:64, -1]]).astype(int)
    assert np.abs(edge - rgb).max() <= 3


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [("a solid navy blue", True), ("pure white", True), ("a forest", False), ("red curtains", False)],
)
def test_plain_color_names_no_thing(text: str, is_plain: bool) -> None:
    assert is_plain_color(text) is is_plain


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("mountains reflected in a calm lake", "lake"),
        ("a beach with mountains in the background", "beach"),
        ("snowy mountains", "mountains"),
    ],
)
def test_mountains_stand_behind_other_places(prompt, backdrop):
    assert parse(prompt, seed=0).backdrop == backdrop


def test_thing_under_water_is_kept():
    assert [one.noun for one in parse("a treasure chest underwater", seed=0).entities] == ["treasure chest"]


@pytest.mark.parametrize(
    "prompt",
    [
        "a box of puppies with a free to good home sign",
        "a goldfish in a bowl under a toy boat",
        "a jar of fish in a fridge",
    ],
)
def test_place_of_things_inside_others_is_chosen(prompt):
    assert choose_backdrop(parse(prompt, seed=0)) in BACKDROPS
