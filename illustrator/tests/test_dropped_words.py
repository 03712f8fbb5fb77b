"""Notes of edits list the words that the result does not show."""

import re

import cv2
import numpy as np
import pytest

from limner_illustrator.edit.raster_edit.several import run_in_turn, split_task
from limner_illustrator.edit.raster_edit.task import read_edit_task
from limner_illustrator.edit.raster_edit.whole import edit_whole
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse, read

SCENE = parse("a goat and a dog in a meadow", seed=2)
BEARDED = parse("a man with a beard", seed=2)


@pytest.mark.parametrize(
    ("instruction", "words"),
    [
        ("add a striped owl playing croquet", {"striped", "croquet"}),
        ("add a black and white cat", {"white"}),
        ("replace the dog with a firmware robot", {"firmware"}),
        ("make the goat sing opera on the moon", {"opera"}),
        ("change the background to red curtains", {"curtains"}),
        ("add a cabin with a red roof", {"red roof"}),
    ],
)
def test_dropped_words_are_noted(instruction: str, words: set[str]) -> None:
    edited, note = edit_scene(SCENE, instruction)

    assert edited != SCENE
    assert note is not None
    assert note.startswith("Not drawn: ")
    assert all(word in note for word in words)


@pytest.mark.parametrize(
    "instruction",
    [
        "add a small wooden cabin in the background",
        "replace the goat with a robot holding a lantern",
        "give the goat a top hat",
        "make the dog hold a yellow umbrella",
        "make it a rainy autumn evening",
        "change the dog into a white poodle",
        "add two tiny birds sitting on the goat's head",
        "make it look like an oil painting",
        'add a sign that says "Fresh kubernetes"',
        "the goat should be sleeping",
    ],
)
def test_drawn_words_are_not_noted(instruction: str) -> None:
    _, note = edit_scene(SCENE, instruction)

    assert note is None


@pytest.mark.parametrize(
    ("instruction", "said"),
    [
        ("make the sky purple", "sky"),
        ("remove the dog's ears", "cannot be removed alone"),
        ("give the dog a blockchain", "cannot be drawn, so the dog was not changed"),
        ("add a blockchain dashboard", "cannot be drawn, so it was not added"),
    ],
)
def test_impossible_edit_changes_nothing_and_is_noted(instruction: str, said: str) -> None:
    edited, note = edit_scene(SCENE, instruction)

    assert (edited.entities, edited.accents) == (SCENE.entities, SCENE.accents)
    assert note is not None
    assert said in note


@pytest.mark.parametrize(("color", "time"), [("orange", "sunset"), ("dark blue", "night")])
def test_color_of_sky_sets_the_time(color: str, time: str) -> None:
    edited, note = edit_scene(SCENE, f"make the sky {color}")

    assert (edited.time, note) == (time, None)
    assert edited.entities == SCENE.entities


def test_beard_is_removed_and_man_is_kept() -> None:
    edited, note = edit_scene(BEARDED, "remove his beard")

    assert [one.noun for one in edited.entities] == ["man"]
    assert (edited.entities[0].attributes, note) == ((), None)


@pytest.mark.parametrize("prompt", ["a red and white sailboat", "a black and white cow"])
def test_second_color_of_one_thing_is_noted(prompt: str) -> None:
    assert "white" in read(prompt, seed=2).omissions.missing


@pytest.mark.parametrize("prompt", ['a "Fresh Figs" sign next to a goat', 'a goat, and a neon "Open" sign'])
def test_quoted_words_before_a_sign_are_on_the_sign(prompt: str) -> None:
    scene = parse(prompt, seed=2)

    assert [one.noun for one in scene.entities if one.text] == ["sign"]
    assert scene.texts == ()


def edit_foreign(prompt: str) -> tuple[np.ndarray, np.ndarray, str | None]:
    """A violet disc on a pale background before and after an edit, and the note."""
    pixels = np.full((128, 128, 3), (214, 226, 230), np.uint8)
    cv2.circle(pixels, (64, 70), 30, (120, 40, 150), -1)
    task = read_edit_task(
        prompt, seed=2, negative_prompt=None, tone=None, quality="low", fidelity="high", strength=None,
        checkpoint=lambda: None,
    )  # fmt: skip
    *_, last = run_in_turn(pixels, split_task(task), lambda before, part: edit_whole(before, None, part))
    return pixels, last.pixels, last.note


@pytest.mark.parametrize("prompt", ["remove the clouds", "make the water red"])
def test_scenery_of_an_external_image_is_not_its_subject(prompt: str) -> None:
    before, after, note = edit_foreign(prompt)

    assert np.array_equal(before, after)
    assert note is not None
    assert "could not be found" in note


def test_dropped_words_are_noted_on_external_images() -> None:
    before, after, note = edit_foreign("add a striped owl playing croquet")

    assert not np.array_equal(before, after)
    assert note is not None
    assert {"striped", "croquet"} <= set(re.findall(r"\w+", note))
