"""What a prompt excludes: things, scenery, parts of drawings."""

import numpy as np
import pytest

from limner_illustrator import draw
from limner_illustrator.language.parser import parse, read
from limner_illustrator.scene import Scene


def _nouns(scene: Scene) -> set[str]:
    return {one.noun for one in scene.entities}


@pytest.mark.parametrize(
    ("prompt", "absent"),
    [
        ("a blue sky without clouds over a field", "cloud"),
        ("a cloudless sky over mountains", "cloud"),
        ("a moonless night at sea", "moon"),
        ("a treeless hill at dawn", "tree"),
        ("a beach without umbrellas or palm trees", "palm"),
        ("a lake, don't include mountains", "mountain"),
        ("an empty stadium", "people"),
        ("a park with benches rather than buildings", "building"),
        ("a clear sky with neither sun nor clouds", "sun"),
        ("a meadow free of flowers", "flower"),
    ],
)
def test_excluded_scenery_is_absent(prompt: str, absent: str) -> None:
    scene = parse(prompt, seed=1)
    assert absent in scene.absent
    assert absent not in _nouns(scene)


@pytest.mark.parametrize(
    ("prompt", "drawn"),
    [
        ("a dog instead of a cat on a sofa", {"dog", "sofa"}),
        ("a table without a lamp, with a vase", {"table", "vase"}),
        ("no cars, bicycles or buses, a horse", {"horse"}),
        ("a woman not wearing a hat holding an umbrella", {"woman", "umbrella"}),
        ("not only a cat but also a dog", {"cat", "dog"}),
        ("not a dog, but a wolf", {"wolf"}),
        ("there are no fish in the aquarium", {"aquarium"}),
        ("a chair with nobody on it", {"chair"}),
    ],
)
def test_excluded_thing_is_not_drawn(prompt: str, drawn: set[str]) -> None:
    assert _nouns(parse(prompt, seed=1)) == drawn


@pytest.mark.parametrize(
    ("prompt", "look"),
    [
        ("a snowman without a hat", "hatless"),
        ("a hatless snowman", "hatless"),
        ("a birthday cake without candles", "candleless"),
        ("a wizard with no beard", "beardless"),
        ("a pizza without any cheese", "cheeseless"),
        ("a pizza without tomatoes", "tomatoless"),
        ("a pizza without basil", "basilless"),
        ("a pirate without an eyepatch", "eyepatchless"),
    ],
)
def test_excluded_part_changes_the_drawing(prompt: str, look: str) -> None:
    scene = parse(prompt, seed=1)
    assert look in scene.entities[0].attributes
    whole = draw(prompt.partition(" with")[0].replace("hatless ", ""), size=(160, 160), seed=1).pixels
    assert (draw(prompt, size=(160, 160), seed=1).pixels != whole).any()


@pytest.mark.parametrize(
    ("prompt", "kept"),
    [
        ("a cat without whiskers", "whiskers"),
        ("a house without windows", "windows"),
        ("a salad without tomatoes", "tomatoes"),
        ("ramen without egg", "egg"),
        ("a forest with no trees", "trees"),
        ("a winter forest without snow", "snow"),
        ("a boy with no shoes", "shoes"),
        ("a bicycle minus the wheels", "wheels"),
    ],
)
def test_part_that_cannot_be_left_out_is_in_the_note(prompt: str, kept: str) -> None:
    assert f"not left out: {kept}" in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize("prompt", ["a table without clutter", "a red car, no driver", "a poster of a cat, no text"])
def test_note_is_silent_about_what_is_left_out(prompt: str) -> None:
    assert "not left out" not in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize(
    ("place", "excluded"),
    [("a meadow", "trees"), ("a beach", "palm trees"), ("a street", "buildings"), ("a lake", "mountains")],
)
def test_backdrop_without_scenery_looks_different(place: str, excluded: str) -> None:
    full = draw(place, size=(192, 192), seed=3).pixels
    bare = draw(f"{place} without {excluded}", size=(192, 192), seed=3).pixels
    assert np.mean(np.any(full != bare, axis=2)) > 0.01


def test_scene_with_absent_scenery_is_read_back() -> None:
    scene = parse("a beach without umbrellas", seed=1)
    assert Scene.from_json(scene.to_json()) == scene
    assert "absent" not in parse("a beach", seed=1).to_json()


@pytest.mark.parametrize("prompt", ["a knight without a helmet riding a horse", "a king with no crown"])
def test_excluded_headgear_of_a_role_is_left_out(prompt):
    reading = read(prompt, seed=1)

    assert "hatless" in reading.scene.entities[0].attributes
    assert reading.omissions.note() is None
