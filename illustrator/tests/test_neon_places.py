"""Neon as the light of a street, cyberpunk, chalk on a board, and what is outside a room."""

import pytest

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import read


def scene_of(prompt):
    return read(prompt, seed=0).scene


@pytest.mark.parametrize(
    "prompt", ["a futuristic city, neon, rain", "a neon street at night", "a street with neon signs"]
)
def test_neon_of_a_street_is_no_style(prompt):
    scene = scene_of(prompt)
    assert scene.backdrop == "neonalley"
    assert "neon" not in scene.styles


def test_neon_alone_is_a_style():
    assert scene_of("a fox in neon style").styles == ("neon",)


def test_cyberpunk_has_its_own_place():
    scene = scene_of("a cyberpunk samurai, neon")
    assert scene.styles == ("cyberpunk",)
    assert choose_backdrop(scene) == "neonalley"
    assert choose_backdrop(scene_of("a cyberpunk samurai in a forest")) == "forest"


def test_neon_sign_of_a_thing_shows_it():
    assert [one.noun for one in scene_of("neon sign of a flamingo").entities] == ["flamingo"]


def test_chalk_on_a_board_is_not_in_a_classroom():
    assert scene_of("chalk drawing of a bicycle on a blackboard").backdrop == "studio"
    assert scene_of("a teacher at the blackboard").backdrop == "classroom"


def test_snow_outside_leaves_the_room():
    scene = scene_of("a fireplace in a living room with snow outside the window")
    assert (scene.backdrop, scene.weather, scene.season) == ("livingroom", "snow", "winter")


def test_windows_of_a_village_are_its_own():
    assert scene_of("a mountain village at night, warm windows").entities == ()


def test_picnic_in_a_place_is_shown():
    assert "picnic basket" in [one.noun for one in scene_of("a picnic by a lake").entities]


def test_cross_stitch_is_known():
    assert scene_of("cross stitch of a cat").styles == ("crossstitch",)
    assert ART_STYLES["crossstitch"].description
