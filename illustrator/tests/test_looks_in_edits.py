"""Edits of hair and beards, of the number of things, and of pictures that the instruction calls a photo."""

import pytest

from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import AddText, Face, Flip
from limner_illustrator.edit.instructions.reading import read_clause
from limner_illustrator.edit.raster_edit.reading import read_for_pixels
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse

GIRL = "a girl with long brown hair"


def first_after(prompt, *instructions):
    scene = parse(prompt, seed=0)
    for instruction in instructions:
        scene, _ = edit_scene(scene, instruction)
    return scene.entities[0]


@pytest.mark.parametrize(
    ("instruction", "looks"),
    [
        ("make her hair short and blonde", {"short-hair", "blonde-hair"}),
        ("make the girl's hair curly", {"curly-hair", "brown-hair"}),
        ("give her short hair", {"short-hair", "brown-hair"}),
    ],
)
def test_new_hair_replaces_the_old_look_only(instruction, looks):
    assert set(first_after(GIRL, instruction).attributes) == looks


def test_moustache_is_put_on_a_person():
    assert "moustache" in first_after("a chef in a kitchen", "put a moustache on him").attributes


@pytest.mark.parametrize(("instruction", "count"), [("more dogs please", 3), ("another dog", 2), ("one more dog", 2)])
def test_more_needs_no_verb(instruction, count):
    assert first_after("a dog in a park", instruction).count == count


@pytest.mark.parametrize("name", ["this photo", "my photograph", "the photo"])
def test_photo_as_object_is_no_art_style(name):
    clause = split_instruction(f"turn {name} into a pencil sketch").clauses[0]
    assert parse(clause.raw, seed=0).styles == ("sketch",)


def test_quoted_photo_keeps_its_words():
    clause = split_instruction('write "the photo" on it').clauses[0]
    assert clause.texts == ("the photo",)


def test_graffiti_is_lettering():
    clause = split_instruction('add colorful graffiti that says "LOVE"').clauses[0]
    assert any(isinstance(one, AddText) and one.text == "LOVE" for one in read_clause(clause))
    assert read_for_pixels(clause).text == "LOVE"


def test_turning_around_names_the_thing_alone():
    clause = split_instruction("turn the car around to face left").clauses[0]
    assert [one.who for one in read_clause(clause) if isinstance(one, Face)] == ["the car"]


@pytest.mark.parametrize("picture", ["this picture", "my photo", "the image", "this"])
def test_picture_is_flipped_under_any_name(picture):
    clause = split_instruction(f"flip {picture} horizontally").clauses[0]
    assert any(isinstance(one, Flip) for one in read_clause(clause))
