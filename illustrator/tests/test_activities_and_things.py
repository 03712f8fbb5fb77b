"""Where the things of an activity are: in hands, on boards, in boats, under tables."""

import random

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout.clusters import build_clusters
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.figures.activities import is_posed, list_taken
from limner_illustrator.subjects.sprite import sprite
from limner_illustrator.subjects.subject import Subject

DAY = make_light("day", "clear", random.Random(1))


def draw(entity, *others, relations=(), pose=None, size=140):
    scene = Scene(prompt="", seed=3, entities=(entity, *others), relations=tuple(relations))
    return sprite(entity, size, DAY, scene, pose=pose)


def person(drawing="figure:man", **more):
    return Entity(**{"id": "e1", "noun": drawing.partition(":")[2], "drawing": drawing, **more})


def subject_of(prompt):
    scene = parse(prompt, seed=1)
    return Subject(scene.entities[0], scene)


def test_many_flowers_in_a_hand_are_a_bouquet():
    assert parse("a man holding a bunch of roses", seed=1).entities[1].drawing == "noto:bouquet"
    assert parse("a man holding three roses", seed=1).entities[1].count == 3


@pytest.mark.parametrize(
    ("prompt", "action"),
    [
        ("a barber cutting a man's hair", "hairdressing"),
        ("a dentist checking a patient's teeth", "tending"),
        ("a woman cutting a rope", None),
        ("a woman cutting a carrot", "chopping"),
    ],
)
def test_only_food_is_cut_on_a_board(prompt, action):
    scene = parse(prompt, seed=1)

    assert scene.entities[0].action == action
    assert not any(one.object == scene.entities[0].id for one in scene.relations)


def test_one_ball_is_kicked_by_one_player():
    scene = parse("two boys playing soccer", seed=1)

    assert [one.parent.pose for one in build_clusters(scene, lambda *_: 0.5)] == [None, "running-back"]


def test_the_rod_of_a_boat_is_in_the_hand_of_its_crew():
    scene = parse("a fisherman in a boat with a fishing rod", seed=1)
    fisherman, _, rod = (one.id for one in scene.entities)

    assert Relation(fisherman, "holding", rod) in scene.relations


def test_a_possessive_before_a_baby_is_no_pronoun():
    assert parse("a mother kissing her baby", seed=1).relations


@pytest.mark.parametrize(
    ("prompt", "place"),
    [("a woman baking cookies with her son", "kitchen"), ("friends having a barbecue", "garden")],
)
def test_a_room_follows_from_what_is_done(prompt, place):
    assert choose_backdrop(parse(prompt, seed=1)) == place


@pytest.mark.parametrize("prompt", ["a woman jogging with her dog", "a man walking with his son"])
def test_a_companion_moves_along(prompt):
    first, second = parse(prompt, seed=1).entities

    assert first.action == second.action is not None


def test_glasses_of_a_toast_are_in_the_hands():
    scene = parse("a couple toasting with champagne", seed=1)
    man, woman, champagne = scene.entities

    assert [one.action for one in (man, woman)] == ["toasting", "toasting"]
    assert list_taken(woman, scene) == [champagne]


def test_a_pen_is_what_is_written_with():
    scene = parse("a kid drawing with crayons", seed=1)

    assert [(one.noun, one.count) for one in list_taken(scene.entities[0], scene)] == [("crayon", 1)]


def test_players_of_cards_are_no_design():
    assert parse("two men playing cards at a table", seed=1).graphic is None
    assert parse("a playing card with a fox", seed=1).graphic is not None


def test_a_toy_train_is_small():
    assert parse("a boy playing with a toy train", seed=1).entities[1].size < 0.2


def test_a_child_fits_under_a_table():
    scene = parse("a kid under a table", seed=1)
    parts = {one.entity.noun: one for one in build_clusters(scene, lambda *_: 0.8)[0].parts}

    assert parts["kid"].pose == "sitting-down"
    assert parts["table"].bottom < 0.01
    assert parts["kid"].height < parts["table"].height


def test_no_mount_is_without_a_rider():
    assert parse("two girls riding scooters", seed=1).entities[1].count == 2


@pytest.mark.parametrize(("prompt", "is_upright"), [("a bird singing", False), ("a frog singing", True)])
def test_only_birds_sing_without_hands(prompt, is_upright):
    scene = parse(prompt, seed=1)

    assert is_posed(scene.entities[0], scene) is is_upright
