"""Things on a table seen from above, and landscapes that share their name with an emoji."""

import pytest

from limner_illustrator.drawing.flat_lay import lay_flat
from limner_illustrator.language.parser import read


def scene_of(prompt):
    return read(prompt, seed=0).scene


def test_desk_from_above_is_its_top():
    scene = lay_flat(scene_of("top view of a desk with a laptop and a notebook"))
    assert scene.backdrop == "tabletop"
    assert [one.noun for one in scene.entities] == ["laptop", "notebook"]
    assert scene.relations == ()


def test_desk_from_the_side_stays():
    scene = scene_of("a desk with a laptop")
    assert lay_flat(scene) == scene


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [("a bonfire at night with stars", ["bonfire"]), ("a bridge at night", ["bridge"]), ("sunrise over mountains", [])],
)
def test_landscape_is_no_emoji(prompt, nouns):
    assert [one.noun for one in scene_of(prompt).entities] == nouns


def test_river_flows_through_the_canyon():
    scene = scene_of("a river flowing through a canyon")
    assert scene.backdrop == "canyon"
    assert "river" in scene.accents


def test_curtains_of_a_stage_are_its_own():
    assert scene_of("an empty theater stage with red curtains").entities == ()
