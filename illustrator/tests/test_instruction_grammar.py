"""One grammar for both kinds of pictures: what a Scene and what pixels make of the same instruction."""

import ast
import typing
from pathlib import Path

import pytest

from limner_illustrator.edit.instructions import commands
from limner_illustrator.edit.instructions.clauses import split_instruction
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Change,
    Describe,
    Recolor,
    Remove,
    Replace,
    SetBackdrop,
)
from limner_illustrator.edit.instructions.reading import read_clause
from limner_illustrator.edit.raster_edit.reading import Adjust, Impossible, RemoveDetail, read_for_pixels
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse

EDIT = Path(commands.__file__).parents[1]
PARK = "a man with a dog next to a red car in a park in the rain"


def readings(instruction):
    (clause,) = split_instruction(instruction).clauses
    return list(read_clause(clause))


def for_pixels(instruction):
    return [read_for_pixels(clause) for clause in split_instruction(instruction).clauses]


def edited(instruction):
    return edit_scene(parse(PARK, seed=1), instruction)[0]


def nouns(scene):
    return [one.noun for one in scene.entities]


@pytest.mark.parametrize(
    ("instruction", "kind"),
    [
        ("put the background back", commands.MakeOpaque),
        ("isolate the fox", commands.CutOut),
        ("make it sepia", commands.SetTone),
        ("remove the filter", commands.ResetArtStyle),
        ('change the text to "Hello"', commands.WriteText),
        ('add the text "Hello"', commands.AddText),
        ("hide the car", commands.Remove),
        ("erase the title", commands.RemoveText),
        ("remove his beard", commands.RemovePart),
        ("change the background to a beach", commands.SetBackdrop),
        ("a dog on a red background", commands.MentionBackdrop),
        ("blur the background", commands.BlurBackdrop),
        ("swap the dog and the cat", commands.SwapPlaces),
        ("make the sky orange", commands.ColorSky),
        ("turn the dog into a cat", commands.Replace),
        ("make her hair red", commands.RecolorHair),
        ("make the car red", commands.Recolor),
        ("make the dog bigger", commands.Resize),
        ("make him smile", commands.Express),
        ("wake it up", commands.Wake),
        ("make the tiger look at the viewer", commands.Face),
        ("add a white border", commands.Border),
        ('add a speech bubble saying "Hello"', commands.Speak),
        ("make it five cats", commands.Recount),
        ("double the number of cats", commands.MultiplyCount),
        ("send them to the moon", commands.Relocate),
        ("shift the dog to the left", commands.Move),
        ("dress the dog as a pirate", commands.Dress),
        ("give the dog a hat", commands.Give),
        ("add two more cats", commands.AddMore),
        ("introduce a boat", commands.Add),
        ("rotate the picture 90 degrees", commands.Rotate),
        ("flip it horizontally", commands.Flip),
        ("crop it to a square", commands.Crop),
        ("zoom in on the dog", commands.Zoom),
        ("zoom out", commands.Extend),
        ("resize the picture to 800x600", commands.SetSize),
        ("restyle it as an oil painting", commands.Change),
        ("a boat at sea", commands.Describe),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_narrowest_reading_has_the_expected_kind(instruction, kind):
    assert type(readings(instruction)[0]) is kind


def test_every_kind_of_command_is_read_in_the_table_above():
    table = next(mark for mark in test_narrowest_reading_has_the_expected_kind.pytestmark if mark.name == "parametrize")

    assert {kind for _, kind in table.args[1]} == set(typing.get_args(commands.EditCommand))


def test_the_last_reading_is_always_a_description():
    assert readings("turn the dog into a cat")[-1] == Describe("turn the dog into a cat")


@pytest.mark.parametrize("instruction", ["hide the car", "take the car away", "lose the car", "cut away the car"])
def test_both_know_the_same_verbs_of_removal(instruction):
    assert for_pixels(instruction) == [Remove("the car")]
    assert nouns(edited(instruction)) == ["man", "dog"]


@pytest.mark.parametrize("verb", ["there should be", "i want", "show", "introduce", "bring in", "paint", "create"])
def test_both_know_the_same_verbs_of_addition(verb):
    (command,) = for_pixels(f"{verb} a boat")

    assert isinstance(command, Add)
    assert command.thing == "a boat"
    assert "boat" in nouns(edited(f"{verb} a boat"))


def test_thing_is_added_before_the_backdrop_that_it_names():
    scene = edited("add a cat on a red background")

    assert for_pixels("add a cat on a red background") == [Add("add a cat", "a cat"), SetBackdrop("a red")]
    assert (nouns(scene), scene.backdrop, scene.accents) == (["man", "dog", "car", "cat"], "studio", ("red",))


def test_removal_is_not_taken_for_a_backdrop():
    assert for_pixels("remove the dog on the white background") == [Remove("the dog on the white background")]


def test_removed_weather_does_not_fall_on_pixels():
    assert for_pixels("remove the rain") == [Remove("the rain")]
    assert edited("remove the rain").weather == "clear"


@pytest.mark.parametrize("instruction", ["erase the title", 'remove the words "Sale"', "remove the man's beard"])
def test_text_or_part_is_not_taken_for_the_whole_subject(instruction):
    (command,) = for_pixels(instruction)

    assert isinstance(command, RemoveDetail)
    assert nouns(edited(instruction)) == ["man", "dog", "car"]


def test_possession_is_not_taken_for_the_whole_subject():
    assert for_pixels("remove the dog's hat") == [RemoveDetail("the dog's hat")]
    assert for_pixels("remove her") == [Remove("her")]


def test_pronoun_is_replaced_in_both():
    assert for_pixels("make him a wizard") == [Replace("him", "a wizard")]
    assert nouns(edited("make him a wizard")) == ["wizard", "dog", "car"]


def test_instead_of_replaces_in_both():
    assert for_pixels("use a parrot instead of the dog") == [Replace("the dog", "a parrot")]
    assert nouns(edited("use a parrot instead of the dog")) == ["man", "parrot", "car"]


def test_definite_thing_moves_to_a_place_in_both():
    assert for_pixels("put the dog on a beach") == [SetBackdrop("a beach")]
    assert edited("put the dog on a beach").backdrop == "beach"


def test_color_of_the_sky_sets_the_hour_in_both():
    assert for_pixels("make the sky orange") == [Adjust(("sunset",), needs_sky=True)]
    assert edited("make the sky orange").time == "sunset"


def test_light_is_changed_by_the_same_verbs_in_both():
    assert for_pixels("darken it") == [Adjust(("darker",))]
    assert edited("darken it").time == "night"


def test_color_of_two_words_is_one_color_in_both():
    assert for_pixels("make the car dark blue") == [Recolor("the car", ("navy",))]
    assert edited("make the car dark blue").entities[2].color == "navy"


def test_bigger_thing_is_added_and_resizes_nothing():
    scene = edited("add a bigger dog")

    assert [one.size for one in scene.entities] == [1.0, 1.0, 1.0]
    assert scene.entities[1].count == 2


def test_case_of_unquoted_text_is_kept_in_both():
    (command,) = for_pixels("add a sign saying OPEN")

    assert command.thing == "a sign saying OPEN"
    assert [one.text for one in edited("add a sign saying OPEN").entities if one.text] == ["OPEN"]


@pytest.mark.parametrize(
    "instruction",
    ["make the dog bigger", "move the house to the left", "swap the dog and the cat", "dress the man in a suit"],
)
def test_command_that_pixels_cannot_follow_is_impossible(instruction):
    assert for_pixels(instruction) == [Impossible()]


@pytest.mark.parametrize(
    ("instruction", "command"),
    [
        ("change the style to pixel art", Change("change the style to pixel art")),
        ("change the scene to winter", Adjust(("winter",))),
        ("show it at night", Adjust(("night",))),
        ("brighten it", Adjust(("brighter",))),
        ("make the background out of focus", BlurBackdrop()),
        ("hazlo de noche", Adjust(("night",))),
        ("the picture is dark", Describe("the picture is dark")),
        ("put it on a solid orange background", SetBackdrop("a solid orange")),
        ("use the beach with palms as the background", SetBackdrop("the beach with palms")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_readings_for_pixels(instruction, command):
    assert for_pixels(instruction) == [command]


@pytest.mark.parametrize(
    ("package", "others"),
    [
        ("instructions", {"scene_edit", "raster_edit"}),
        ("scene_edit", {"raster_edit"}),
        ("raster_edit", {"scene_edit"}),
    ],
)
def test_packages_of_edits_do_not_import_each_other(package, others):
    prefix = "limner_illustrator.edit."
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (EDIT / package).glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}

    assert imported
    assert not {name.removeprefix(prefix).partition(".")[0] for name in imported if name.startswith(prefix)} & others
