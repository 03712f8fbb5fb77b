"""Geometric shapes are read where their words mean shapes, and drawn in the colours that are named."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language.parser import read


def _drawn(prompt):
    return [(one.drawing, one.count, one.color) for one in read(prompt, seed=1).scene.entities]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("three orange circles", [("own:circle-shape", 3, "orange")]),
        ("a red square", [("own:square-shape", 1, "red")]),
        ("two small green triangles", [("own:triangle-shape", 2, "green")]),
        ("five yellow stars in a row", [("own:star-shape", 5, "yellow")]),
        ("a sphere and a cone", [("own:sphere", 1, None), ("own:cone", 1, None)]),
        ("a glass pyramid on sand", [("own:square-pyramid", 1, None)]),
        ("a green cylinder", [("own:cylinder", 1, "green")]),
        ("six purple octagons", [("own:octagon-shape", 6, "purple")]),
    ],
)
def test_shape_words_draw_shapes(prompt, expected):
    assert _drawn(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [
        ("children dancing in a circle", "own:circle-shape"),
        ("a square table", "own:square-shape"),
        ("a golden star in the night sky", "own:star-shape"),
        ("an archer with a red arrow", "own:arrow-shape"),
        ("a big pyramid in the desert", "own:square-pyramid"),
        ("two red square boxes", "own:square-shape"),
    ],
)
def test_shape_words_with_another_sense_draw_no_shape(prompt, drawing):
    assert drawing not in [one[0] for one in _drawn(prompt)]


@pytest.mark.parametrize(("direction", "is_wide_left"), [("left", True), ("right", False)])
def test_arrow_points_where_the_prompt_says(direction, is_wide_left):
    scene = read(f"a red arrow pointing {direction}", seed=1).scene

    assert scene.entities[0].noun.split()[0] == direction
    pixels = draw(f"a red arrow pointing {direction} on a white background", size=(96, 96), seed=1).pixels
    is_red = (pixels[..., 0] > 150) & (pixels[..., 1] < 110)
    columns = is_red.any(axis=0).nonzero()[0]
    middle = (columns.min() + columns.max()) // 2

    assert bool(is_red[:, :middle].sum() > is_red[:, middle:].sum()) is is_wide_left
