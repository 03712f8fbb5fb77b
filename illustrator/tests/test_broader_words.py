"""Edits that call a thing by a broader word, or say which of several they mean."""

import numpy as np
import pytest

from limner_illustrator import draw, edit
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(
    ("prompt", "instruction", "noun", "color"),
    [
        ("a golden retriever in a park", "make the dog white", "golden retriever", "white"),
        ("a canoe on a lake", "paint the boat green", "canoe", "green"),
        ("a knight in a fedora", "make the hat pink", "fedora", "pink"),
        ("a polar bear on the ice", "make the bear blue", "polar bear", "blue"),
    ],
)
def test_broader_word_names_the_thing(prompt, instruction, noun, color):
    changed, note = edit_scene(parse(prompt, seed=1), instruction)
    assert next(one.color for one in changed.entities if one.noun == noun) == color
    assert note is None


def test_gift_to_a_broader_word_is_not_noted_as_undrawn():
    changed, note = edit_scene(parse("a golden retriever in a park", seed=1), "give the dog a red bandana")
    assert any(one.noun == "bandana" for one in changed.entities)
    assert note is None


def test_exact_word_goes_before_a_broader_one():
    changed, _ = edit_scene(parse("a poodle and a dog", seed=1), "make the dog black")
    assert {one.noun: one.color for one in changed.entities} == {"poodle": None, "dog": "black"}


def test_left_one_on_a_support_grows_on_the_left():
    before = draw("two cats on a fence", size=(192, 192))
    after = edit(before, "make the left one bigger")
    places = {one.entity: one.x for one in after.scene.positions}
    big = next(one for one in after.scene.entities if one.size > 1)
    small = next(one for one in after.scene.entities if one.noun == "cat" and one.size == 1)
    assert places[big.id] < places[small.id]
    assert [one.id for one in after.scene.entities].index(big.id) < [one.id for one in after.scene.entities].index(
        small.id
    )


def test_separated_copy_keeps_its_look():
    before = draw("two cats on a fence", size=(192, 192))
    after = edit(before, "make the left one sleep")
    middle = slice(118, 128)  # the cat on the right
    shift = np.abs(before.pixels[60:120, middle].astype(int) - after.pixels[60:120, middle]).mean()
    assert shift < 16  # it makes room, and is as large as before


def test_right_one_of_two_single_things_is_meant():
    before = draw("two cats on a fence", size=(192, 192))
    once = edit(before, "make the left one bigger")
    twice = edit(once, "turn the right one black")
    black = [one.id for one in twice.scene.entities if one.color == "black"]
    assert black == [one.id for one in twice.scene.entities if one.noun == "cat" and one.size == 1]


def test_middle_one_on_a_support_stays_in_the_middle():
    before = draw("three birds on a branch", size=(192, 192))
    after = edit(before, "make the middle one red")
    colors = [one.color for one in after.scene.entities if one.noun == "bird"]
    counts = [one.count for one in after.scene.entities if one.noun == "bird"]
    assert colors == [None, "red", None]
    assert counts == [1, 1, 1]


def test_taking_something_out_to_a_place_keeps_it():
    changed, note = edit_scene(parse("a horse in a stable", seed=1), "take the horse out to the beach")
    assert [one.noun for one in changed.entities] == ["horse"]
    assert changed.backdrop == "beach"
    assert note is None
    removed, _ = edit_scene(parse("a horse in a stable", seed=1), "take the horse out of the picture")
    assert removed.entities == ()


def test_ordinal_of_an_addition_is_no_missing_thing():
    changed, note = edit_scene(parse("three birds on a branch", seed=1), "add a fourth bird")
    assert sum(one.count for one in changed.entities if one.noun == "bird") == 4
    assert note is None
