"""Animals whose icon is a head, on their legs: which actions have a body of their own, and what the note says."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.bodies import is_on_legs
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.moving_body import GAITS, has_gait
from limner_illustrator.subjects.posture import tilt_of
from limner_illustrator.subjects.sprite import sprite


@pytest.mark.parametrize("prompt", ["a fox digging", "a wolf howling at the moon", "a dog barking at a cat"])
def test_shown_animal_action_is_not_listed(prompt: str) -> None:
    assert draw(prompt, size=(64, 64), seed=0).note is None


def test_animal_digs_without_a_second_hole() -> None:
    scene = read("a fox digging a hole", seed=0).scene
    assert [one.drawing for one in scene.entities] == ["noto:fox"]


@pytest.mark.parametrize("action", sorted(GAITS))
def test_moving_animal_differs_from_seated_one(action: str) -> None:
    scene = Scene(prompt="")
    light = make_light("day", "clear", scene.random("scene", "light"))
    seated = sprite(Entity(id="e1", noun="fox", drawing="noto:fox"), 64, light, scene)
    moving = sprite(Entity(id="e1", noun="fox", drawing="noto:fox", action=action), 64, light, scene)
    assert seated.shape != moving.shape or not np.array_equal(seated, moving)


def test_only_canines_howl() -> None:
    assert has_gait("noto:wolf", "howling")
    assert not has_gait("noto:bear", "howling")


def test_only_penguins_slide_on_their_bellies() -> None:
    assert tilt_of("penguin", "sliding") is not None
    assert tilt_of("fox", "sliding") is None
    assert read("a penguin sliding down a hill", seed=0).scene.entities[0].action == "sliding"


def test_ground_animal_watches_what_it_chases_in_the_air() -> None:
    scene = read("a cat chasing a butterfly", seed=0).scene
    assert [one.kind for one in scene.relations] == ["looking_at"]


def test_animal_catches_with_its_mouth() -> None:
    scene = read("a dog catching a frisbee", seed=0).scene
    assert scene.entities[0].action == "jumping"
    assert [one.kind for one in scene.relations] == ["eating"]


def test_cat_stretches_without_soil() -> None:
    assert has_gait("noto:cat-face", "stretching")


def test_head_without_a_body_is_not_drawn_seated() -> None:
    assert is_on_legs("chicken", "sitting")


@pytest.mark.parametrize(("drawing", "upright"), [("noto:raccoon", True), ("noto:penguin", False)])
def test_animal_stands_up_for_clothes_that_its_icon_has_no_place_for(drawing: str, upright: bool) -> None:
    entity = Entity(id="e1", noun="animal", drawing=drawing, attributes=("hoodie",))
    assert is_upright(entity, "standing") is upright
