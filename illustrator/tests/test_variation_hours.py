"""Variations of drawn pictures keep the hour that their prompt names."""

import pytest

from limner_illustrator.edit.scene_edit.variation import vary_scene
from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(("prompt", "time"), [("a lighthouse at sunset", "sunset"), ("a mill at dawn", "dawn")])
def test_named_hour_stays(prompt, time):
    assert {vary_scene(parse(prompt, seed=1), seed, None).time for seed in range(12)} == {time}


def test_open_hour_varies():
    assert len({vary_scene(parse("a lighthouse", seed=1), seed, None).time for seed in range(12)}) > 1
