"""Figures that touch each other: who makes a pair, and where their hands meet."""

import random
from itertools import pairwise

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.layout.couples import find_chain, find_couples
from limner_illustrator.render.actors import measure_scene
from limner_illustrator.subjects.anchors import hand_of
from limner_illustrator.subjects.subject import Subject

GROUND = Ground(y=460.0, horizon=300.0)


def place(prompt):
    scene = parse(prompt, seed=1)
    light = make_light("day", "clear", random.Random(1))
    return scene, sorted(layout(scene, 512, 512, GROUND, measure_scene(scene, light)), key=lambda one: one.x)


def hand(scene, placement):
    subject = Subject(scene.entity(placement.entity_id), scene, placement.copy, placement.pose)
    x, y = hand_of(subject.entity.drawing, placement.pose, subject)
    x = 1 - x if placement.flip else x
    return placement.x + x * placement.width, placement.y + y * placement.height


@pytest.mark.parametrize(
    ("prompt", "pairs"),
    [
        ("two people hugging", [(("e1", 0), ("e1", 1))]),
        ("a nurse hugging an old man", [(("e1", 0), ("e2", 0))]),
        ("four people dancing", [(("e1", 0), ("e1", 1)), (("e1", 2), ("e1", 3))]),
        ("a boy giving a flower to a girl", [(("e1", 0), ("e3", 0))]),
        ("a man walking a dog", [(("e1", 0), ("e2", 0))]),
        ("a woman pushing a stroller", [(("e1", 0), ("e2", 0))]),
        ("a man and a woman", []),
        ("a man holding a cat", []),
    ],
)
def test_pairs_are_found(prompt, pairs):
    assert [(one.first, one.second) for one in find_couples(parse(prompt, seed=1))] == pairs


@pytest.mark.parametrize(
    "prompt", ["two men shaking hands", "two kids high-fiving", "a father holding hands with his daughter"]
)
def test_hands_meet(prompt):
    scene, (left, right) = place(prompt)

    (x0, y0), (x1, y1) = hand(scene, left), hand(scene, right)

    assert abs(x0 - x1) < 0.06 * left.height
    assert abs(y0 - y1) < 0.16 * left.height
    assert not left.flip
    assert right.flip


def test_those_who_hug_overlap_and_look_at_each_other():
    _, (left, right) = place("two people hugging")

    assert left.x < right.x < left.x + left.width
    assert left.pose == right.pose == "hugging"


def test_receiver_reaches_for_the_gift():
    scene, placed = place("a woman handing a gift to a boy")

    assert {scene.entity(one.entity_id).noun: one.pose for one in placed} == {"woman": "giving", "boy": "receiving"}


def test_three_children_hold_hands_in_a_row():
    scene, placed = place("three children holding hands")

    assert len(find_chain(scene)) == 3
    gaps = [b.x - a.x for a, b in pairwise(placed)]
    assert {one.pose for one in placed} == {"holding-hands-both"}
    assert max(gaps) < 1.3 * min(gaps)
    assert all(a.x + a.width > b.x for a, b in pairwise(placed))


def test_chess_players_sit_at_both_ends_of_the_table():
    scene, (left, table, right) = place("two men playing chess")

    assert scene.entity(table.entity_id).drawing == "own:chess-table"
    assert left.flip
    assert not right.flip
    assert left.x + left.width > table.x
    assert right.x < table.x + table.width


def test_a_fox_sits_at_its_chess_table():
    scene, placed = place("a fox playing chess")
    fox, table = sorted(placed, key=lambda one: one.entity_id)

    assert fox.pose == "playing-chess-seated"
    assert scene.entity(table.entity_id).drawing == "own:chess-table"
    assert abs((fox.x + fox.width / 2) - (table.x + table.width / 2)) < 0.1 * table.width


def test_a_child_on_shoulders_is_above_the_one_who_carries_it():
    scene = parse("a kid on dad's shoulders", seed=1)
    light = make_light("day", "clear", random.Random(1))
    placed = {one.entity_id: one for one in layout(scene, 512, 512, GROUND, measure_scene(scene, light))}
    kid = next(placed[one.subject] for one in scene.relations if one.kind == "riding")
    dad = next(placed[one.object] for one in scene.relations if one.kind == "riding")

    assert kid.y < dad.y
    assert kid.y + kid.height < dad.y + 0.6 * dad.height
    assert dad.pose == "shouldering"


@pytest.mark.parametrize("prompt", ["a man playing chess with a robot", "two boys arm wrestling at a table"])
def test_two_sit_at_the_ends_of_one_table(prompt):
    _, placed = place(prompt)

    assert sorted(one.pose or "" for one in placed) == ["", "at-table", "at-table"]
    assert placed[1].pose is None


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a kid asleep at his desk", "dozing-seated"),
        ("a man sleeping in an armchair", "dozing-seated"),
        ("a man sleeping on a sofa", "sleeping"),
        ("a woman sleeping in bed", "tucked-in"),
        ("a woman lying in bed", "tucked-in-awake"),
        ("a woman in a bathtub", "bathing"),
        ("a child on a scooter", "steering"),
    ],
)
def test_furniture_changes_the_pose(prompt, pose):
    _, placed = place(prompt)

    assert next(one.pose for one in placed if one.entity_id == "e1") == pose


def test_he_and_she_wear_their_own_clothes():
    scene = parse("a man and a woman dancing, she wears a red dress and he wears a black suit", seed=1)

    assert {one.drawing: one.attributes for one in scene.entities} == {
        "figure:man": ("black-suit",),
        "figure:woman": ("red-dress",),
    }


def test_pushed_thing_is_at_the_hands():
    scene, (girl, cart) = place("a girl pushing a shopping cart")

    assert abs(hand(scene, girl)[0] - cart.x) < 0.1 * girl.height
