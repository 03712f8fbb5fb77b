"""Silhouettes before the lights of the sky."""

import random

import pytest

from limner_illustrator.canvas.light import make_scene_light
from limner_illustrator.language.parser import read
from limner_illustrator.subjects.sprite import sprite


@pytest.mark.parametrize(("noun", "is_dark"), [("castle", True), ("full moon", False), ("bat", True)])
def test_only_things_below_the_sky_are_dark(noun, is_dark):
    scene = read("a castle silhouette against a full moon with bats", seed=0).scene
    entity = next(one for one in scene.entities if one.noun == noun)
    pixels = sprite(entity, 64, make_scene_light(scene, random.Random(0)), scene)
    brightest = int(pixels[pixels[..., 3] > 250][:, :3].max())
    assert (brightest < 60) == is_dark
