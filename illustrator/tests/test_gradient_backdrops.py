"""Plain backgrounds that run from one colour into another, and transparent ones."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.backdrops.plain_colors import colors_of_gradient
from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("prompt", "colors"),
    [
        ("a trophy, smooth orange to purple gradient background", ("orange", "purple")),
        ("a cat on a pink and yellow gradient", ("pink", "yellow")),
        ("a bottle, gradient background from teal to navy", ("teal", "navy")),
        ("a rocket, soft blue gradient backdrop", ("blue",)),
    ],
)
def test_gradient_has_the_named_colors(prompt, colors):
    reading = read(prompt, seed=0)
    assert colors_of_gradient(reading.scene) == colors
    assert reading.omissions.note() is None
    assert len(reading.scene.entities) == 1


def test_plain_background_is_no_gradient():
    assert colors_of_gradient(read("a cat on a plain red background", seed=0).scene) == ()


def test_gradient_runs_from_top_to_bottom():
    pixels = draw("a cat on a blue to yellow gradient background", size=(96, 96), seed=0).pixels.astype(int)
    top, bottom = pixels[2, 2], pixels[-3, 2]
    assert top[2] > top[0]
    assert bottom[0] > bottom[2]


def test_opaque_cutout_is_on_white():
    pixels = draw("a red apple on a transparent background", size=(96, 96), seed=0).pixels
    assert pixels.shape[2] == 3
    assert np.all(pixels[2, :, :] > 245)


def test_place_wins_over_isolated():
    pixels = draw("an isolated red barn in a green meadow", size=(96, 96), seed=0).pixels
    assert not np.all(pixels[2] > 245)
