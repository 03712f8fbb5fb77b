"""A note names each content word that the picture does not show, and none that it shows."""

import pytest

from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.visible_looks import is_natural


def find_missing(prompt: str) -> tuple[str, ...]:
    return read(prompt, seed=0).omissions.missing


@pytest.mark.parametrize(
    ("prompt", "phrase"),
    [
        ("a squirrel decorating a cupcake", "decorating"),
        ("a nurse bandaging a soldier", "bandaging"),
        ("a man listening to a radio", "listening to"),
        ("an old teapot on a shelf", "old"),
        ("a round bed in a bedroom", "round"),
        ("the third boat is red", "third"),
        ("an owl with a broken beak", "broken beak"),
        ("a lion with two tails", "two tails"),
        ("a purple forest with an owl", "purple"),
        ("an owl on a branch, lens flare", "lens flare"),
        ("an owl on a branch, rim lighting", "rim"),
        ("a gothic chair", "gothic"),
        ("an empty bookshelf", "empty"),
        ("an owl with glowing eyes", "glowing eyes"),
        ("a forest path covered in fallen leaves", "fallen leaves"),
        ("an owl on a drink coaster", "coaster"),
        ("an owl in a dark park", "dark"),
        ("the Eiffel tower made of cheese", "made of cheese"),
        ("a robot dog", "dog"),
        ("a swan on a frozen pond", "frozen"),
        ("a cat curled around a lamp", "curled"),
        ("an owl on a marble floor", "marble"),
        ("fireworks over a forest", "fireworks"),
        ("a sad bear", "sad"),
        ("an owl in a gloomy park", "gloomy"),
        ("seals sliding down a hill", "sliding down"),
    ],
)
def test_word_that_changes_nothing_is_listed(prompt: str, phrase: str) -> None:
    assert any(phrase in one for one in find_missing(prompt))


@pytest.mark.parametrize(
    "prompt",
    [
        "a rocky coast at dusk",
        "a striped zebra and a round clock",
        "a village with chimneys",
        "a man planting a tree",
        "a waiter carrying three plates",
        "a boy in a striped shirt",
        "a crowded stadium",
        "a green valley with a river",
        "an empty beach",
        "a cat with two ears",
        "kids sliding down a slide",
        "a sad clown",
        "a village with red roofs",
        "a cabin with a porch",
        "a dark cave",
        "an empty swing",
        "skaters on a frozen lake",
        "an astronaut planting a flower on mars",
        "a sailor looking through a telescope",
        "a flamingo in the water",
        "a woman in a red dress",
        "an owl under a blanket of snow",
        "an owl on a wooden floor",
        "a freshly baked pie",
        "a spooky graveyard",
    ],
)
def test_word_that_the_picture_shows_is_not_listed(prompt: str) -> None:
    assert find_missing(prompt) == ()


def test_look_is_natural_only_for_drawings_that_have_it() -> None:
    assert is_natural("striped", "noto:tiger-face")
    assert not is_natural("striped", "noto:dog-face")


def test_nearest_place_is_named() -> None:
    assert read("an owl in a casino", seed=0).omissions.near == (("casino", "arcade"),)
    assert read("an owl in an arcade", seed=0).omissions.near == ()


@pytest.mark.parametrize(
    ("prompt", "drawing", "count"),
    [
        ("a three-legged cat", "noto:cat-face", 1),
        ("a two-headed snake", "noto:snake", 1),
        ("a four-story house", "noto:house", 1),
        ("a six-year-old girl", "figure:girl", 1),
        ("a 75 year old man", "figure:old-man", 1),
        ("twenty-two owls", "noto:owl", 22),
    ],
)
def test_number_of_parts_or_years_is_no_count(prompt: str, drawing: str, count: int) -> None:
    assert [(one.drawing, one.count) for one in read(prompt, seed=0).scene.entities] == [(drawing, count)]


def test_parts_of_an_animal_that_it_lacks_are_listed_once() -> None:
    assert find_missing("a dog with a wooden leg") == ("wooden leg",)


def test_doings_of_an_undrawn_thing_are_not_those_of_another() -> None:
    reading = read("a wizard with sparks flying from his hat", seed=0)
    assert reading.scene.entities[0].action is None
    assert "sparks flying" in reading.omissions.missing
