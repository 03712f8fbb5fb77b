"""What is in front of a thing, behind it or above it is seen there."""

from itertools import pairwise

import pytest

from limner_illustrator import draw
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.render.paint import judge_layout, locate_subjects

EDGE = 160
GROUND = Ground(y=460.0, horizon=300.0)


def locate(prompt):
    scene = parse(prompt, seed=0)
    return {scene.entity(one.entity).noun: one for one in locate_subjects(scene, EDGE, EDGE)}


@pytest.mark.parametrize(
    "prompt",
    [
        "two swans on a pond with a willow tree behind them",
        "a wizard in front of a cauldron with a black cat beside him",
        "a fish in front of a shipwreck",
        "an astronaut in front of a rocket in space",
        "a butterfly in front of a sunflower",
        "a chicken in front of a coop",
        "a bell hanging above a door",
        "a mirror above a sink",
        "a statue with pigeons in front of it and a tree to the left of it",
    ],
)
def test_layout_holds_relation(prompt):
    judged = judge_layout(parse(prompt, seed=0), EDGE, EDGE)

    assert judged
    assert all(judged.values())


def test_what_is_behind_swimmers_is_on_the_far_shore():
    found = locate("a swan on a pond with a willow tree behind it")

    assert found["willow tree"].foot < found["swan"].foot
    assert found["willow tree"].depth < found["swan"].depth


def test_door_below_a_bell_is_seen():
    assert draw("a bell hanging above a door", size=(96, 96), quality="low").note is None


def test_flier_before_a_flower_is_not_in_the_sky():
    found = locate("a butterfly in front of a sunflower")

    assert found["butterfly"].foot > 0.6


def test_copies_behind_another_thing_keep_their_distances():
    scene = parse("three zebras behind a lion", seed=0)
    zebras = sorted(one.x for one in layout(scene, 512, 512, GROUND, lambda *_: 1.0) if one.entity_id == "e1")

    assert all(after - before > 20 for before, after in pairwise(zebras))


def test_row_stands_aside_of_the_house_behind_it():
    scene = parse("a boy and a house", seed=0)
    placed = {one.entity_id: one for one in layout(scene, 512, 512, GROUND, lambda *_: 0.8)}
    boy, house = placed["e1"], placed["e2"]

    assert min(boy.x + boy.width, house.x + house.width) - max(boy.x, house.x) < 0.5 * boy.width
