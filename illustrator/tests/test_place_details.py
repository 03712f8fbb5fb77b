"""What prompts say about a place is seen in it: a huge wave, one candle, a pool in a cave, a peak to stand on."""

import numpy as np
import pytest

from limner_illustrator.backdrops.tones import snow_tones
from limner_illustrator.canvas.light import make_scene_light
from limner_illustrator.language.parser import parse, read
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

EDGE = 96


def _draw(prompt: str) -> np.ndarray:
    *_, pixels = paint(parse(prompt, seed=3), EDGE, EDGE, quality="low")
    return pixels.astype(np.float32)


@pytest.mark.parametrize(
    ("prompt", "plain"),
    [
        ("a surfer riding a huge wave", "a surfer riding a wave"),
        ("a cave with a pool", "a cave"),
        ("a windy hill", "a hill"),
        ("a waterfall in the jungle", "a waterfall"),
        ("a room without windows", "a room"),
    ],
)
def test_detail_of_place_is_drawn(prompt, plain):
    changed = np.abs(_draw(prompt) - _draw(plain)).max(axis=2) > 12

    assert changed.mean() > 0.01
    assert read(prompt, seed=3).omissions.note() is None


def test_room_lit_by_one_candle_is_dark_at_its_edges():
    reading = read("a room lit only by a single candle", seed=3)

    assert [one.noun for one in reading.scene.entities] == ["candle"]
    assert reading.omissions.note() is None
    assert _draw("a room lit only by a single candle")[:, :8].mean() < 50


@pytest.mark.parametrize("time", ["sunset", "dawn"])
def test_snow_stays_bluish_white_under_low_sun(time):
    scene = Scene(prompt="", seed=1, backdrop="snow", time=time)
    for red, _, blue in snow_tones(make_scene_light(scene, scene.random("scene", "light"))):
        assert blue > red + 4


@pytest.mark.parametrize(
    ("prompt", "is_on_peak"),
    [
        ("a goat on a peak", True),
        ("a wolf on a snowy peak", True),
        ("a hiker standing on a mountaintop", True),
        ("a goat in the mountains", False),
        ("an eagle above a mountain", False),
        ("a goat on the grass below a mountain", False),
    ],
)
def test_who_is_on_a_mountain_stands_on_its_peak(prompt, is_on_peak):
    assert ("heights" in parse(prompt, seed=0).accents) is is_on_peak


def test_tsunami_is_part_of_the_coast_not_a_thing_on_it():
    assert _draw("a beach with a tsunami")[8:20, 8:88].std() > 30
