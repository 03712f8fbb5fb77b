"""A second place that the picture does not show is named in the note, and bridges are walked on."""

import pytest

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.language.parser import parse, read
from limner_illustrator.language.vocabulary.scenery import PLACES_TOGETHER


@pytest.mark.parametrize(
    ("prompt", "left_out"),
    [
        ("a canoe on a river between tall cliffs", "cliffs"),
        ("a cat in a kitchen in the forest", "forest"),
        ("a lake in the desert", "desert"),
        ("a cafe by the river", "river"),
    ],
)
def test_second_place_is_noted(prompt, left_out):
    assert left_out in (read(prompt, seed=0).omissions.note() or "")


@pytest.mark.parametrize(
    "prompt",
    ["two horses on a farm in the mountains", "a cabin by a lake in the forest", "a busy street in the city at night"],
)
def test_place_that_belongs_to_another_is_not_noted(prompt):
    assert read(prompt, seed=0).omissions.note() is None


def test_places_that_go_together_are_backdrops():
    assert frozenset().union(*PLACES_TOGETHER) <= set(BACKDROPS)


@pytest.mark.parametrize("prompt", ["a man walking across a bridge", "a boy running over a bridge"])
def test_who_crosses_a_bridge_is_on_it(prompt):
    assert [one.kind for one in parse(prompt, seed=0).relations] == ["on"]


def test_who_flies_over_a_bridge_is_not_on_it():
    assert [one.kind for one in parse("a bird flying over a bridge", seed=0).relations] == ["flying_over"]
