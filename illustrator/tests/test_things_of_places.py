"""What a place is full of is not drawn in front of it a second time."""

import pytest

from limner_illustrator.language.parser import parse, read


@pytest.mark.parametrize(
    ("prompt", "drawn"),
    [
        ("a library with shelves of books and a ladder", ["ladder"]),
        ("a forest with tall trees and a deer", ["deer"]),
        ("a night market with food stalls and a dog", ["dog"]),
        ("a graveyard with gravestones and a cat", ["cat"]),
    ],
)
def test_contents_of_place_are_not_drawn_again(prompt, drawn):
    reading = read(prompt, seed=0)

    assert [one.noun for one in reading.scene.entities] == drawn
    assert reading.omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("a forest with three trees", "tree"),
        ("a girl holding books in a library", "books"),
        ("in a library a girl holds books", "books"),
    ],
)
def test_counted_or_used_things_are_drawn(prompt, noun):
    assert noun in [one.noun for one in parse(prompt, seed=0).entities]


@pytest.mark.parametrize("prompt", ["a wet street at night with neon signs", "neon lights above a city street"])
def test_street_with_neon_signs_is_neon_street(prompt):
    scene = parse(prompt, seed=0)

    assert (scene.backdrop, scene.entities) == ("neonalley", ())
