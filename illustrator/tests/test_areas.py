"""Things that the prompt wants in a part of the picture."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language.parser import parse, read
from limner_illustrator.render.paint import locate_subjects
from limner_illustrator.scene import Scene


def locate(prompt, noun):
    scene = parse(prompt, seed=0)
    entity = next(one for one in scene.entities if one.noun == noun)
    return next(one for one in locate_subjects(scene, 160, 160) if one.entity == entity.id)


@pytest.mark.parametrize(
    ("prompt", "areas"),
    [
        ("a turtle on the left, a hare on the right, a flag in the middle", ["left", "right", "middle"]),
        ("a cat and a dog on the left", ["left", "left"]),
        ("a dragon in the top left corner and a castle at the bottom right", ["top left", "bottom right"]),
        ("a boat in the foreground and a lighthouse in the background", ["front", "back"]),
        ("on the left a blue vase, on the right a red vase", ["left", "right"]),
        ("a cactus on the far left of the picture", ["left"]),
        ("a cat in the middle of a field", [None]),
        ("a flag at the top of a hill", [None]),
        ("a dog to the left of a tractor", [None, None]),
        ("a lantern in the bottom left corner with a haunted house in the background", ["bottom left"]),
        ("a cat on the left with mountains in the background", ["left"]),
    ],
)
def test_areas_are_read_for_each_thing(prompt, areas):
    assert [one.area for one in parse(prompt, seed=0).entities] == areas


@pytest.mark.parametrize(
    ("prompt", "noun", "low", "high"),
    [
        ("a cactus on the far left", "cactus", 0.0, 0.4),
        ("a cactus on the right side", "cactus", 0.6, 1.0),
        ("a turtle on the left, a hare on the right, a flag in the middle", "flag", 0.4, 0.6),
        ("a lantern in the left corner and a suitcase in the right corner", "suitcase", 0.6, 1.0),
    ],
)
def test_things_are_in_their_column(prompt, noun, low, high):
    assert low < locate(prompt, noun).x < high


def test_what_flies_is_in_the_top_corner_and_small():
    butterfly = locate("a butterfly in the top right corner", "butterfly")

    assert butterfly.x > 0.6
    assert butterfly.foot < 0.5


def test_background_is_farther_than_foreground():
    prompt = "a cow in the background and a fox in the foreground"

    cow, fox = locate(prompt, "cow"), locate(prompt, "fox")

    assert cow.depth < fox.depth
    assert cow.foot < fox.foot


def test_lighthouse_in_the_background_is_on_the_far_shore():
    prompt = "a rowboat in the foreground and a lighthouse in the background"

    assert locate(prompt, "lighthouse").foot < locate(prompt, "rowboat").foot
    assert draw(prompt, size=(96, 96), quality="low").note is None


def test_what_cannot_be_high_is_in_the_note():
    note = draw("a piano in the top left corner", size=(96, 96), quality="low").note

    assert note == "not placed as described: the piano in the top left corner"


def test_area_is_kept_in_json():
    scene = read("a cactus on the left", seed=0).scene

    assert Scene.from_json(scene.to_json()) == scene
