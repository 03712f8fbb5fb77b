"""Words for mixtures, and what vessels are full of."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.layout.placement import Cluster, Lip, Part
from limner_illustrator.scene import Entity


def contents(prompt):
    scene = parse(prompt, seed=1)
    return [scene.entity(one.subject).noun for one in scene.relations if one.kind == "in"]


@pytest.mark.parametrize(
    ("prompt", "inside"),
    [
        ("a bowl of fruit on a windowsill", ["apple", "banana", "orange", "grapes"]),
        ("a fruit basket", ["apple", "banana", "orange", "grapes"]),
        ("a crate full of vegetables", ["carrot", "tomato", "broccoli", "eggplant"]),
        ("a vase of wildflowers", ["daisy", "poppy", "tulip", "lavender"]),
        ("a bowl of exotic fruit", ["pineapple", "mango", "coconut", "banana"]),
        ("a bowl of cherries, plums and figs beside a candle", ["cherries", "plum", "fig"]),
        ("a bowl of fruit: two lemons and a pear", ["lemon", "pear"]),
    ],
)
def test_vessel_holds_every_member_of_a_mixture(prompt, inside):
    assert contents(prompt) == inside


@pytest.mark.parametrize("prompt", ["a fruit on a plate", "a strange fruit", "one vegetable", "a berry on a leaf"])
def test_single_member_is_not_a_mixture(prompt):
    assert len(parse(prompt, seed=1).entities) <= 2


def test_cutlery_after_food_is_beside_the_bowl():
    assert contents("a bowl of cherries and a spoon") == ["cherries"]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("a cake with a cherry on top", "on"), ("a birdcage with a canary inside", "in")],
)
def test_preposition_without_object_refers_to_the_whole(prompt, kind):
    scene = parse(prompt, seed=1)

    assert [one.kind for one in scene.relations] == [kind]
    assert scene.relations[0].object == "e1"


def test_tower_of_things_is_a_stack_of_them():
    (blocks,) = parse("a tower of toy blocks", seed=1).entities

    assert (blocks.drawing, blocks.count) == ("own:block", 6)
    assert "stacked" in blocks.attributes


def test_tower_of_a_material_stays_a_tower():
    assert parse("a tower of glass", seed=1).entities[0].drawing == "own:tower"


def test_curved_rim_moves_with_its_container():
    part = Part(entity=Entity(id="e1", noun="egg", drawing="noto:egg"), copy=0, x=1, bottom=0, width=1, height=1,
                shown_from=2, lip=Lip(1, 3, 0.5))  # fmt: skip

    moved = Cluster((part,)).flip().move(4, 1, 2).parts[0]

    assert moved.shown_from == 5
    assert moved.lip == Lip(2, 6, 1)


def test_windowsill_is_a_place_of_its_own():
    scene = parse("a cat on a windowsill at night", seed=1)

    assert scene.backdrop == "windowsill"
    assert [one.drawing for one in scene.entities] == ["noto:cat-face"]


@pytest.mark.parametrize(
    ("prompt", "members"),
    [
        ("toys on the floor", {"teddy bear", "ball", "toy block", "rubber duck"}),
        ("farm animals in a barnyard", {"cow", "pig", "sheep", "chicken"}),
        ("zoo animals", {"lion", "elephant", "giraffe", "zebra"}),
        ("a group of animals around a campfire", {"fox", "rabbit", "deer", "owl", "campfire"}),
        ("musical instruments on a stage", {"guitar", "trumpet", "violin", "saxophone"}),
    ],
)
def test_plural_of_a_mixture_shows_different_members(prompt, members):
    assert {one.noun for one in parse(prompt, seed=1).entities} == members


def test_box_of_tools_holds_all_of_them():
    assert contents("a box of tools") == ["hammer", "wrench", "screwdriver", "saw"]


@pytest.mark.parametrize("prompt", ["three toys", "a wooden toy", "one tool", "a farm animal"])
def test_counted_or_single_member_stays_one_kind(prompt):
    assert len(parse(prompt, seed=1).entities) == 1


def test_animals_that_are_named_replace_the_mixture():
    assert [one.noun for one in parse("farm animals: a horse and a goat", seed=1).entities][-2:] == ["horse", "goat"]
