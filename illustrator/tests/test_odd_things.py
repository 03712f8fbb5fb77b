"""Things that other things stood in for have drawings of their own."""

import pytest

from limner_illustrator.language.parser import read

NOUNS = {
    "papaya": "own:papaya",
    "dragon fruit": "own:dragon-fruit",
    "raspberry": "own:raspberry",
    "leek": "own:leek",
    "artichoke": "own:artichoke",
    "kohlrabi": "own:kohlrabi",
    "penne": "own:penne",
    "stapler": "own:stapler",
    "binder": "own:ring-binder",
    "cordless drill": "own:power-drill",
    "measuring tape": "own:tape-measure",
    "chainsaw": "own:chainsaw",
    "kettlebell": "own:kettlebell",
    "bike helmet": "own:bicycle-helmet",
    "hot water bottle": "own:hot-water-bottle",
    "wifi router": "own:wifi-router",
    "ketchup bottle": "own:bottle",
    "band aid": "noto:adhesive-bandage",
    "phone screen": "noto:mobile-phone",
    "slate board": "own:cutting-board",
}


@pytest.mark.parametrize(("noun", "drawing"), NOUNS.items())
def test_noun_is_drawn_as_itself(noun: str, drawing: str) -> None:
    scene = read(f"one {noun} on a table", seed=0).scene
    assert drawing in [entity.drawing for entity in scene.entities]


def test_pliers_are_one_tool_and_no_person() -> None:
    (pliers,) = read("a pair of pliers", seed=0).scene.entities
    assert (pliers.drawing, pliers.count) == ("own:pliers", 1)


def test_blender_is_a_machine_unless_a_program_is_meant() -> None:
    assert [one.drawing for one in read("a blender", seed=0).scene.entities] == ["own:blender"]
    assert [one.noun for one in read("a fox, blender render", seed=0).scene.entities] == ["fox"]


def test_halved_papaya_is_drawn_cut() -> None:
    scene = read("a papaya cut in half", seed=0).scene
    assert scene.entities[0].drawing == "own:halved-fruit"
