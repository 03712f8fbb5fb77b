"""What is spread out, stacked, flying around, lying down, rusty or poured."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.clusters import _join_under
from limner_illustrator.layout.leaning import slant
from limner_illustrator.layout.piles import stack_up
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.layout.rings import place_around
from limner_illustrator.scene import Entity


def part(drawing, width, height, **fields):
    entity = Entity(id=drawing, noun="thing", drawing=drawing, **fields)
    return Cluster((Part(entity=entity, copy=0, x=0, bottom=0, width=width, height=height),))


def test_curtain_of_vines_is_no_curtain():
    assert [one.noun for one in parse("a wall behind a curtain of vines", seed=1).entities] == ["vine"]


def test_stack_stays_closed_under_what_is_on_top():
    scene = parse("a stack of suitcases with a teddy bear sitting on top", seed=1)

    assert scene.entities[0].drawing == "own:suitcase"
    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [("e2", "on", "e1")]


def test_sun_that_something_lies_in_is_daylight():
    scene = parse("towels drying in the sun", seed=1)

    assert not any(one.drawing == "noto:sun" for one in scene.entities)


def test_sauce_in_a_bowl_is_no_bottle():
    reading = read("a bowl of soy sauce", seed=1)

    assert [one.noun for one in reading.scene.entities] == ["bowl"]
    assert "sauce" in reading.omissions.note()


def test_rusty_thing_is_covered_in_rust():
    assert parse("a rusty gate", seed=1).entities[0].attributes == ("covered-in-rust",)


def test_mossy_wall_is_a_wall_with_moss():
    assert "moss" in parse("a mossy stone wall", seed=1).accents


def test_vehicle_goes_where_the_building_is():
    assert choose_backdrop(parse("a truck in front of a barn", seed=1)) == "farm"


def test_flying_things_around_another_are_in_the_air():
    bees = [part("noto:honeybee", 0.2, 0.2) for _ in range(4)]

    ring = place_around(part("noto:honey-pot", 1, 1), bees).parts[1:]

    assert min(one.bottom for one in ring) > 0.3


@pytest.mark.parametrize(("width", "height", "tilt"), [(1, 3, 90), (2, 1, 0)])
def test_upright_thing_that_lies_is_turned(width, height, tilt):
    lying = slant(part("own:bottle", width, height, attributes=("lying",)), -1).parent

    assert lying.tilt == tilt
    assert lying.width > lying.height


def test_person_fishes_from_the_pier_itself():
    scene = parse("a man fishing from a pier", seed=1)

    assert scene.entities[1].drawing == "own:pier"
    assert scene.relations[0].kind == "on"


@pytest.mark.parametrize("prompt", ["a pile of pumpkins", "a heap of oranges", "a pyramid of cans"])
def test_pile_is_a_heap(prompt):
    assert "heaped" in parse(prompt, seed=1).entities[0].attributes


def test_heap_gets_narrower_towards_its_top():
    copies = [part("noto:tangerine", 1, 1, attributes=("heaped",)) for _ in range(6)]

    (heap,) = stack_up(copies)

    rows = [sum(1 for one in heap.parts if one.bottom == level) for level in sorted({one.bottom for one in heap.parts})]
    assert rows == [3, 2, 1]


def test_buildings_of_an_alley_are_its_own():
    scene = parse("an alley with laundry hanging between the buildings", seed=1)

    assert [one.drawing for one in scene.entities] == ["own:clothesline"]


def test_fish_that_leaves_its_bowl_is_in_a_room():
    assert choose_backdrop(parse("a goldfish jumping from one bowl to another", seed=1)) != "underwater"


def test_mushroom_grows_above_what_is_under_it():
    shelter = _join_under(part("noto:mushroom", 0.3, 0.3), [part("noto:fox", 1, 0.6)])

    assert shelter.parent.height > 1
    assert shelter.parts[1].bottom == 0


def test_iceberg_is_a_thing_to_stand_on():
    scene = parse("a penguin standing on an iceberg", seed=1)

    assert scene.entities[1].drawing == "own:iceberg"


def test_heavy_snow_falls():
    assert parse("a phone booth in heavy snow", seed=1).weather == "snow"


def test_part_that_a_drawing_shows_is_not_drawn_twice():
    scene = parse("a treehouse with a ladder", seed=1)

    assert [one.kind for one in scene.relations] == ["on"]
