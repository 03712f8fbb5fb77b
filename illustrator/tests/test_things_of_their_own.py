"""Common nouns have a drawing of their own, neither a generic form nor the icon of something else."""

import random

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.sprite import sprite

DAY = make_light("day", "clear", random.Random(1))
OWN = {
    "robin": "robin", "cardinal": "cardinal", "blue jay": "bluejay", "kingfisher": "kingfisher",
    "hummingbird": "hummingbird", "heron": "heron", "ostrich": "ostrich", "pelican": "pelican", "puffin": "puffin",
    "toucan": "toucan", "seagull": "seagull", "pangolin": "pangolin", "anteater": "anteater", "platypus": "platypus",
    "red panda": "lesser-panda", "capybara": "capybara", "okapi": "okapi", "mole": "mole",
}  # fmt: skip
"""Noun -> its drawing."""


@pytest.mark.parametrize(("noun", "drawing"), OWN.items())
def test_noun_draws_itself_without_a_note(noun, drawing):
    reading = read(f"a {noun}", seed=1)

    assert [one.drawing for one in reading.scene.entities] == [f"own:{drawing}"]
    assert reading.omissions.note() is None


@pytest.mark.parametrize("prompt", ["a pangolin curled up in a ball", "an armadillo rolled into a tight ball"])
def test_curled_up_animal_is_no_ball_beside_it(prompt):
    reading = read(prompt, seed=1)

    assert [one.action for one in reading.scene.entities] == ["lying"]
    assert reading.omissions.note() is None


@pytest.mark.parametrize("drawing", sorted(set(OWN.values())))
def test_drawing_fills_its_frame_with_several_tones(drawing):
    entity = Entity(id="e1", noun=drawing.replace("-", " "), drawing=f"own:{drawing}")

    pixels = sprite(entity, 64, DAY, Scene(prompt=entity.noun, entities=(entity,), seed=1))

    seen = pixels[pixels[..., 3] > 200][:, :3]
    assert len(seen) > 0.03 * 64 * 64
    assert len(np.unique(seen // 32, axis=0)) > 2
