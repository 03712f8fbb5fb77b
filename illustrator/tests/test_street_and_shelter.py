"""Who is in a street, in a tent or a log, and small things beside people."""

import random

import pytest

from limner_illustrator.backdrops.context import Ground
from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.layout.boxes import full_box_of
from limner_illustrator.render.actors import measure_scene

GROUND = Ground(y=440.0, horizon=360.0)


def place(prompt):
    """The boxes of each noun, in the order of the prompt."""
    scene = parse(prompt, seed=0)
    light = make_light("day", "clear", random.Random(1))
    found = {entity.noun: [] for entity in scene.entities}
    for one in layout(scene, 512, 512, GROUND, measure_scene(scene, light)):
        found[scene.entity(one.entity_id).noun].append(full_box_of(one))
    return found


def test_people_stand_on_the_pavement_and_cars_on_the_road():
    boxes = place("two people standing by a road and a car")

    assert all(one.bottom < GROUND.y - 20 for one in boxes["person"])
    assert boxes["car"][0].bottom == pytest.approx(GROUND.y, abs=8)


def test_who_crosses_a_road_is_on_it():
    assert place("a turtle crossing a road")["turtle"][0].bottom == pytest.approx(GROUND.y, abs=8)


@pytest.mark.parametrize("prompt", ["a boy inside a tent", "a polar bear in an igloo"])
def test_who_is_in_a_tent_is_seen_in_its_opening(prompt):
    (inner,), (outer,) = place(prompt).values()

    assert outer.holds_x(inner.x, -0.2)
    assert inner.bottom > outer.bottom - 0.1 * outer.height
    assert inner.height < 0.7 * outer.height


def test_what_is_in_a_log_looks_out_of_its_end():
    boxes = place("a badger inside a hollow log")
    (badger,), (log,) = boxes["badger"], boxes["hollow log" if "hollow log" in boxes else "log"]

    assert badger.left < log.left < badger.right


def test_hat_on_the_ground_is_smaller_than_who_stands_beside_it():
    boxes = place("a musician with a hat in front of him")

    assert boxes["hat"][0].height < 0.36 * boxes["musician"][0].height
