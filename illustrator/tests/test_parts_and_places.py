"""Parts of buildings, windows of rooms, nights of stars, and shapes of clouds."""

import pytest

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.language.parser import parse, read
from limner_illustrator.layout.behind import place_behind
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity


def test_door_in_a_house_is_part_of_it():
    (house,) = parse("a blue door in a yellow house", seed=1).entities

    assert house.attributes == ("blue-door",)


def test_windows_of_a_classroom_are_those_of_the_room():
    assert parse("an empty classroom with light falling through the windows", seed=1).entities == ()


def test_stars_are_seen_at_night():
    assert parse("a cat on a roof looking at the stars", seed=1).time == "night"


def test_clouds_that_look_like_things_are_things():
    scene = parse("clouds shaped like elephants", seed=1)

    assert [one.kind for one in scene.relations] == ["shaped_like"]


def test_graffiti_wall_is_a_wall_with_graffiti():
    scene = parse("a skateboard leaning against a graffiti wall", seed=1)

    assert (scene.backdrop, scene.accents) == ("wall", ("graffiti",))


def test_table_by_a_window_with_city_lights_is_in_a_room():
    assert parse("a dinner table by a window with city lights", seed=1).backdrop is None


@pytest.mark.parametrize("thing", ["ice cubes", "a straw"])
def test_drink_shows_what_is_in_it_already(thing):
    scene = parse(f"a glass of lemonade with {thing}", seed=1)

    assert [one.kind for one in scene.relations] == ["on"]


def test_train_at_a_station_is_in_the_station():
    scene = parse("a subway train arriving at an empty station", seed=1)

    assert scene.backdrop == "station"
    assert [one.drawing for one in scene.entities] == ["noto:metro"]


def test_stack_of_firewood_is_one_drawing():
    assert [one.count for one in parse("a stack of firewood", seed=1).entities] == [1]


def test_text_on_a_parchment_is_written():
    scene = parse('a scroll that says "Open Sesame"', seed=1)

    assert scene.entities[0].text == "Open Sesame" or read('a scroll that says "x"', seed=1).scene.texts


def test_tools_of_a_workshop_are_on_its_wall():
    assert parse("a workshop with tools hanging on the wall", seed=1).entities == ()


def test_thing_among_pots_is_in_none_of_them():
    scene = parse("a watering can among flower pots", seed=1)

    assert [one.kind for one in scene.relations] == ["beside"]


def test_map_lies_on_a_table():
    assert choose_backdrop(parse("a magnifying glass on an old map", seed=1)) == "table"


@pytest.mark.parametrize(("prompt", "count"), [("two wine glasses", 2), ("reading glasses", 1)])
def test_glasses_for_drinks_are_counted(prompt, count):
    assert parse(f"{prompt} on a table", seed=1).entities[0].count == count


def test_food_stand_is_a_stall_with_the_food():
    scene = parse("a hot dog stand at night", seed=1)

    assert [one.drawing for one in scene.entities] == ["own:stall", "noto:hot-dog"]


@pytest.mark.parametrize(
    ("prompt", "drawing"),
    [("a blanket beside a cup", "own:folded-cloth"), ("a girl sitting on a blanket", "own:rug")],
)
def test_blanket_is_spread_out_under_a_person(prompt, drawing):
    assert drawing in [one.drawing for one in parse(prompt, seed=1).entities]


def test_face_behind_a_stall_is_below_its_awning():
    def part(drawing, height):
        entity = Entity(id=drawing, noun="thing", drawing=drawing)
        return Cluster((Part(entity=entity, copy=0, x=0, bottom=0, width=1, height=height),))

    stall, seller = place_behind(part("own:stall", 2), [part("figure:woman", 1.6)]).parts

    assert seller.bottom + seller.height < 0.7 * stall.height
