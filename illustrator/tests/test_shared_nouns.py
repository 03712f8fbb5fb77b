"""Lists whose members share their last noun."""

import pytest

from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("red, blue and green balloons", [("balloon", 2, "red"), ("balloon", 2, "blue"), ("balloon", 2, "green")]),
        ("two red and three blue cups", [("cup", 2, "red"), ("cup", 3, "blue")]),
        ("seven red and blue balls", [("ball", 4, "red"), ("ball", 3, "blue")]),
        ("orange and yellow tulips", [("tulip", 2, "orange"), ("tulip", 2, "yellow")]),
        ("a red and a blue balloon", [("balloon", 1, "red"), ("balloon", 1, "blue")]),
        ("Gin, Rum and Vodka bottles", [("gin bottle", 2, None), ("rum bottle", 2, None), ("vodka bottle", 2, None)]),
        ("dog and cat toys", [("dog toy", 3, None), ("cat toy", 3, None)]),
    ],
)
def test_members_share_the_last_noun(prompt, things):
    assert [(one.noun, one.count, one.color) for one in parse(prompt, seed=1).entities] == things


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("brown and white cows", ["cow"]),
        ("an orange and blue bird", ["bird"]),
        ("a tennis racket and three balls", ["tennis racket", "ball"]),
        ("bread and apple pies", ["bread", "apple pie"]),
        ("a sun, a moon and pine trees", ["sun", "moon", "pine tree"]),
        ("lemon and orange slices", ["lemon slice", "orange slice"]),
    ],
)
def test_other_members_keep_their_nouns(prompt, nouns):
    assert [one.noun for one in parse(prompt, seed=1).entities] == nouns


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("beer glasses", "own:water-glass"), ("wine glasses", "noto:wine-glass"), ("red glasses", "noto:glasses")],
)
def test_glasses_for_drinks_are_not_worn(prompt, drawing):
    assert [one.drawing for one in parse(prompt, seed=1).entities] == [drawing]
