"""What is on both sides of a thing, between things, on a stack, in a row or in a circle."""

import pytest

from limner_illustrator import draw
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.render.paint import judge_layout, locate_subjects

EDGE = 160


def relations_of(prompt):
    scene = parse(prompt, seed=0)
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


def place(prompt):
    ground = Ground(y=0.9 * EDGE, horizon=0.6 * EDGE)
    return layout(parse(prompt, seed=0), EDGE, EDGE, ground, lambda entity, pose: 1.0)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "a snowman with a pine tree on each side",
            {("snowman", "left", "pine tree"), ("snowman", "right", "pine tree")},
        ),
        ("a throne flanked by two lions", {("throne", "left", "lion"), ("throne", "right", "lion")}),
        ("two armchairs with a table between them", {("table", "left", "armchair"), ("table", "right", "armchair")}),
        ("a cat and a dog with a ball between them", {("ball", "right", "cat"), ("ball", "left", "dog")}),
        ("a clock, behind which a mouse sits", {("mouse", "behind", "clock")}),
        ("a table under which a dog sleeps", {("dog", "under", "table")}),
        ("a castle, in front of which stands a knight", {("knight", "front", "castle")}),
        ("a ring of mushrooms around a frog", {("mushroom", "around", "frog")}),
        ("a horse with a raven on its back", {("raven", "riding", "horse")}),
        ("a kitten peeking out of a backpack", {("kitten", "in", "backpack")}),
        ("a candle on each side of a mirror", {("candle", "around", "mirror")}),
        ("a piano with a cat on top of it and a dog beneath it", {("cat", "on", "piano"), ("dog", "under", "piano")}),
        (
            "a ladder leaning against a house with a painter on it",
            {("ladder", "beside", "house"), ("painter", "on", "ladder")},
        ),
        ("a soccer ball under the left foot of a boy", {("soccer ball", "beside", "boy")}),
        ("a feather in the hand of a girl", {("girl", "holding", "feather")}),
        ("a scarf around the neck of a giraffe", {("giraffe", "wearing", "scarf")}),
        ("a horse and a donkey on either side of a fence", {("horse", "left", "fence"), ("donkey", "right", "fence")}),
        (
            "a lion on the left, a lamb on the right and between them a fence",
            {("lion", "left", "lamb"), ("fence", "right", "lion"), ("fence", "left", "lamb")},
        ),
        (
            "a monkey on a bicycle with a banana in its basket",
            {("monkey", "riding", "bicycle"), ("monkey", "holding", "banana"), ("banana", "in", "basket")},
        ),
        ("a goat standing on a car", {("goat", "on", "car")}),
        ("a man on a bus", {("man", "in", "bus")}),
        ("a snail on a turtle on a rock", {("snail", "on", "turtle"), ("turtle", "on", "rock")}),
        ("a house with a dog behind the house", {("dog", "behind", "house")}),
        ("a coffee machine with a mug above it", {("mug", "above", "coffee machine")}),
        (
            "a picnic blanket under a tree with a basket on it",
            {("picnic blanket", "under", "tree"), ("basket", "on", "picnic blanket")},
        ),
    ],
)
def test_relations_are_read(prompt, expected):
    assert relations_of(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "colors"),
    [
        ("three candles in a row, the last one is red", [None, "red"]),
        ("three candles, the middle one is red", [None, "red", None]),
        ("three candles, the first one is red", ["red", None]),
    ],
)
def test_the_one_in_the_middle_is_between_the_others(prompt, colors):
    assert [one.color for one in parse(prompt, seed=0).entities] == colors


def test_left_and_right_of_a_shelf_are_on_it():
    prompt = "a vase on the left side of a shelf and a clock on the right side"

    vase, shelf, clock = sorted(place(prompt), key=lambda one: (one.entity_id != "e1", one.entity_id))

    assert vase.x + vase.width / 2 < shelf.x + 0.4 * shelf.width
    assert clock.x + clock.width / 2 > shelf.x + 0.6 * shelf.width


def test_two_stacks_of_books_are_two():
    assert [one.count for one in parse("a radio between two stacks of books", seed=0).entities] == [1, 2]


def test_radio_on_a_shelf_is_between_the_books():
    judged = judge_layout(parse("a radio between two stacks of books on a shelf", seed=0), EDGE, EDGE)

    assert judged
    assert all(judged.values())


def test_upside_down_things_are_turned():
    (umbrella,) = place("an upside down umbrella")

    assert umbrella.tilt == 180
    assert draw("an upside down umbrella", size=(96, 96), quality="low").note is None


def test_it_is_the_table_that_a_cat_sleeps_beneath():
    assert ("cat", "under", "table") in relations_of("a vase of tulips on a table, a cat sleeping beneath it")


def test_backpacks_are_still_worn():
    assert not relations_of("a kitten with a backpack")


@pytest.mark.parametrize(
    "prompt",
    [
        "a snowman with a pine tree on each side",
        "two armchairs with a round table between them",
        "a fireplace with a dog on one side and a cat on the other",
        "a stack of three suitcases with a parrot on top",
    ],
)
def test_layout_holds_both_sides(prompt):
    judged = judge_layout(parse(prompt, seed=0), EDGE, EDGE)

    assert judged
    assert all(judged.values())


def test_dog_and_cat_are_at_opposite_sides():
    prompt = "a fireplace with a dog on one side and a cat on the other"
    scene = parse(prompt, seed=0)
    x = {scene.entity(one.entity).noun: one.x for one in locate_subjects(scene, EDGE, EDGE)}

    assert x["dog"] < x["fireplace"] < x["cat"]


def test_parrot_is_on_the_highest_suitcase():
    placements = place("a stack of three suitcases with a parrot on top")
    (parrot,) = (one for one in placements if one.entity_id == "e2")

    assert parrot.y + parrot.height < 1.1 * min(one.y for one in placements if one is not parrot) + 0.05 * EDGE


def test_row_is_level_and_circle_is_not():
    row, circle = (
        [one.y + one.height for one in place(prompt)] for prompt in ("nine dogs in a row", "a ring of stones")
    )

    assert len({round(one) for one in row}) == 1
    assert max(circle) - min(circle) > 0.04 * EDGE


def test_row_that_is_not_drawn_is_in_the_note():
    note = draw("two frogs standing back to back", size=(96, 96), quality="low").note

    assert note == "not placed as described: frogs back to back"


def test_horses_back_to_back_look_outward():
    assert draw("two horses standing back to back", size=(96, 96), quality="low").note is None
