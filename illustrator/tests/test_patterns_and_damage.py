"""Printed patterns, broken and melting things, and slices of food show in the drawing and not in the note."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("prompt", "attribute"),
    [
        ("a polka-dotted teapot", "dotted"),
        ("a polka dot suitcase", "dotted"),
        ("a red and white striped tent", "white-striped"),
        ("a teapot with blue polka dots", "blue-dotted"),
        ("a plaid sofa", "plaid"),
        ("a floral cup", "floral"),
        ("a broken vase", "broken"),
        ("a melting snowman", "melting"),
    ],
)
def test_look_is_read_and_needs_no_note(prompt, attribute):
    reading = read(prompt, seed=1)

    assert [one.attributes for one in reading.scene.entities] == [(attribute,)]
    assert reading.omissions.note() is None


def test_striped_animal_is_noted():
    assert read("a striped cat", seed=1).omissions.note() == "not drawn: striped"


@pytest.mark.parametrize(
    "look", ["striped", "polka-dotted", "checkered", "plaid", "floral", "zigzag", "broken", "melting"]
)
def test_look_changes_the_picture(look):
    plain, changed = (
        draw(f"a {adjective}vase on a white background", size=(96, 96), seed=1).pixels[..., :3].astype(int)
        for adjective in ("", f"{look} ")
    )

    assert (np.abs(plain - changed).max(axis=2) > 24).mean() > 0.01


@pytest.mark.parametrize(
    ("prompt", "drawing", "color"),
    [
        ("a slice of pizza", "noto:pizza", None),
        ("a slice of bread", "own:bread-slice", None),
        ("a slice of apple pie", "own:pie-slice", None),
        ("a slice of chocolate cake", "noto:shortcake", "brown"),
        ("a piece of cheesecake", "own:cheesecake-slice", None),
    ],
)
def test_slice_is_drawn_alone(prompt, drawing, color):
    reading = read(prompt, seed=1)

    assert [(one.drawing, one.color) for one in reading.scene.entities] == [(drawing, color)]
    assert reading.omissions.note() is None
