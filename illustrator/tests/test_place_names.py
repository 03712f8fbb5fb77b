"""Names of places of several words, and sunlight that is no sun."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.drawing.views import note_undrawn_view
from limner_illustrator.language.parser import read


def scene_of(prompt):
    return read(prompt, seed=0).scene


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a cozy bookstore interior", "library"),
        ("coffee shop interior with plants", "cafe"),
        ("a desert canyon at noon", "canyon"),
        ("hospital waiting room", "lobby"),
        ("a reading nook with a lamp", "library"),
        ("a garden with a pond", "lake"),
        ("cherry blossom path", "cherrypark"),
        ("a cabin interior", "livingroom"),
    ],
)
def test_place_is_what_its_last_word_says(prompt, backdrop):
    assert scene_of(prompt).backdrop == backdrop


def test_reading_nook_has_one_seat():
    alone, named = scene_of("a reading nook"), scene_of("a reading nook with a sofa")
    assert [one.noun for one in alone.entities] == ["armchair"]
    assert [one.noun for one in named.entities] == ["sofa"]


@pytest.mark.parametrize(
    ("prompt", "time"),
    [
        ("an empty classroom, afternoon sun", "day"),
        ("a car driving into the sun", "sunset"),
        ("a cabin in the evening sun", "sunset"),
    ],
)
def test_sunlight_is_no_thing(prompt, time):
    scene = scene_of(prompt)
    assert scene.time == time
    assert "noto:sun" not in [one.drawing for one in scene.entities]


def test_named_sun_is_a_thing():
    assert "noto:sun" in [one.drawing for one in scene_of("a big yellow sun above a house").entities]


def test_grade_follows_the_style():
    assert scene_of("vintage watercolor of a fox").styles == ("watercolor", "vintage")


def test_water_that_a_dry_place_lacks_is_named():
    assert "lake" in read("a village above a lake", seed=0).omissions.note()


def test_usual_rows_of_seats_are_those_of_the_airport():
    assert scene_of("an airport terminal with rows of seats").entities == ()


def test_synthwave_without_a_place_is_on_a_neon_grid():
    assert choose_backdrop(scene_of("a synthwave car")) == "neongrid"
    assert choose_backdrop(scene_of("a synthwave car on a beach")) == "beach"


def test_cafe_terrace_has_tables_outdoors():
    scene = scene_of("a cafe terrace at night")
    assert not BACKDROPS[scene.backdrop].indoor
    assert "own:table" in [one.drawing for one in scene.entities]


def test_stones_of_a_zen_garden_are_its_own():
    assert scene_of("a zen garden with stones").entities == ()


def test_aerial_view_of_a_place_is_noted():
    assert note_undrawn_view(scene_of("aerial view of a river")) is not None
