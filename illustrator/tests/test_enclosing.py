"""Things in glass, in boxes and in vases, and things around others."""

from itertools import pairwise

import numpy as np
import pytest

from limner_illustrator import Scene, draw
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.canvas import surface
from limner_illustrator.canvas.light import make_scene_light
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout
from limner_illustrator.render.paint import locate_subjects

EDGE = 400
GROUND = Ground(y=0.86 * EDGE, horizon=0.55 * EDGE)


def arrange(prompt, ratio=1.0):
    """(scene, placements by noun)."""
    scene = parse(prompt, seed=0)
    found = {}
    for placement in layout(scene, EDGE, EDGE, GROUND, lambda *_: ratio):
        found.setdefault(scene.entity(placement.entity_id).noun, []).append(placement)
    return scene, found


def middle(placement):
    return placement.x + placement.width / 2, placement.y + placement.height / 2


@pytest.mark.parametrize(
    "prompt", ["a pear in a jar", "a butterfly in a glass", "three cookies in a jar", "a snail in a bottle"]
)
def test_what_is_in_glass_is_seen_through_it(prompt):
    scene, found = arrange(prompt)
    (inside, container) = (scene.entities[0].noun, scene.entities[1].noun)
    back, glass = sorted(found[container], key=lambda one: one.depth)

    for one in found[inside]:
        assert back.depth < one.depth < glass.depth
        assert back.x <= one.x
        assert one.x + one.width <= back.x + back.width
        assert back.y <= one.y
        assert one.y + one.height <= back.y + back.height
    assert back.opacity == 1
    assert glass.opacity < 1


def test_things_in_a_glass_are_on_a_table():
    assert draw("a butterfly in a glass", size=(64, 64)).scene.backdrop == "table"


@pytest.mark.parametrize("prompt", ["a cat in a box", "three puppies in a cardboard box"])
def test_front_of_an_open_box_covers_what_is_in_it(prompt):
    scene, found = arrange(prompt)
    inside = found[scene.entities[0].noun]

    assert scene.entities[1].drawing == "own:carton"
    assert all(one.hidden_from is not None and one.hidden_from < one.y + one.height for one in inside)


def test_closed_box_stays_closed():
    assert parse("a cat next to a box", seed=0).entities[1].drawing == "noto:package"


@pytest.mark.parametrize("count", ["a", "three", "seven"])
def test_flowers_rise_from_the_neck_of_a_vase(count):
    scene, found = arrange(f"{count} rose{'s' if count != 'a' else ''} in a vase")
    (vase,) = found["vase"]

    assert all(one.y < vase.y for one in found[scene.entities[0].noun])


@pytest.mark.parametrize(
    ("prompt", "middle_noun"),
    [
        ("five people around a campfire", "campfire"),
        ("six trees around a house", "house"),
        ("a house surrounded by trees", "house"),
        ("a dog surrounded by cats", "dog"),
        ("eight mushrooms around a tree", "tree"),
    ],
)
def test_ring_has_things_on_both_sides_and_in_depth(prompt, middle_noun):
    scene, found = arrange(prompt)
    (centre,) = found[middle_noun]
    ring = [one for noun, ones in found.items() if noun != middle_noun for one in ones]

    assert any(middle(one)[0] < middle(centre)[0] for one in ring)
    assert any(middle(one)[0] > middle(centre)[0] for one in ring)
    assert len({round(one.y + one.height) for one in ring}) > 1
    assert {relation.kind for relation in scene.relations} == {"around"}


def test_ring_of_tall_things_leaves_the_middle_in_view():
    _, found = arrange("five people around a campfire", 0.4)
    (fire,) = found["campfire"]
    before = [one for one in found["person"] if one.depth > fire.depth]

    assert not any(one.x < middle(fire)[0] < one.x + one.width for one in before)


def test_fence_around_a_house_leaves_its_door_free():
    _, found = arrange("a fence around a house")
    (house,) = found["house"]
    before = [one for one in found["fence"] if one.depth > house.depth]

    assert len(before) >= 2
    assert len(found["fence"]) > len(before)
    assert not any(one.x < middle(house)[0] < one.x + one.width for one in before)


def test_around_survives_json():
    scene = parse("a fence around a house", seed=0)

    assert Scene.from_json(scene.to_json()) == scene


@pytest.mark.parametrize(
    ("prompt", "vessel"),
    [
        ("a kitten in a teacup", "own:empty-cup"),
        ("a frog in a boot", "own:empty-boot"),
        ("a rabbit peeking out of a top hat", "own:upturned-hat"),
        ("a puppy in a shopping bag", "own:open-bag"),
        ("a kitten inside a suitcase", "own:open-suitcase"),
        ("two mice in a cooking pot", "own:pot"),
    ],
)
def test_vessel_is_empty_and_its_front_covers_an_animal(prompt, vessel):
    scene, found = arrange(prompt)
    container = found[scene.entities[1].noun][0]

    assert scene.entities[1].drawing == vessel
    for one in found[scene.entities[0].noun]:
        assert one.depth > container.depth
        assert container.y < one.hidden_from < one.y + one.height
        assert container.x <= one.x + 0.1 * one.width


@pytest.mark.parametrize("prompt", ["a cup of coffee", "a cat next to a mug", "coffee in a mug"])
def test_cup_is_full_where_nothing_is_in_it(prompt):
    assert "own:empty-cup" not in {one.drawing for one in parse(prompt, seed=0).entities}


@pytest.mark.parametrize("prompt", ["a cat in a hat", "a dog in boots", "a man in a top hat"])
def test_clothes_in_are_worn(prompt):
    assert not any(one.drawing in ("own:upturned-hat", "own:empty-boot") for one in parse(prompt, seed=0).entities)


@pytest.mark.parametrize(
    ("prompt", "vessel"),
    [
        ("a ship in a bottle", "own:lying-bottle"),
        ("a castle inside a snow globe", "own:snow-globe"),
        ("a light bulb with a plant growing inside", "noto:light-bulb"),
        ("a terrarium with ferns", "own:terrarium"),
    ],
)
def test_contents_stand_inside_glass(prompt, vessel):
    scene, found = arrange(prompt)
    glass = next(one for one in scene.entities if one.drawing == vessel)
    (content,) = {one.noun for one in scene.entities} - {glass.noun}
    outer = found[glass.noun][0]

    assert draw(prompt, size=(64, 64)).scene.backdrop == "table"
    assert len({round(one.y + one.height) for one in found[content]}) == 1
    assert all(outer.y < one.y and one.y + one.height < outer.y + outer.height for one in found[content])


@pytest.mark.parametrize("prompt", ["a bookshelf full of books", "books on a bookshelf"])
def test_shelf_shows_its_books_once(prompt):
    _, found = arrange(prompt)
    assert [*found] == ["bookshelf"]


def test_chest_lies_on_the_sea_floor_among_fish():
    scene = parse("a treasure chest underwater surrounded by fish", seed=0)
    chest = next(one for one in locate_subjects(scene, EDGE, EDGE) if scene.entity(one.entity).noun == "treasure chest")
    assert chest.foot > 0.85


def test_frozen_lake_carries_what_stands_on_it():
    scene = parse("a moose on a frozen lake", seed=0)
    wet, dry = (
        np.asarray(draw(one, size=(96, 96)).pixels, int) for one in ("a duck on a lake in winter", scene.prompt)
    )
    assert dry[-20:].mean() > wet[-20:].mean() + 30


@pytest.mark.parametrize("prompt", ["a bowl of ramen with chopsticks", "a sandwich with a glass of milk"])
def test_cutlery_and_drinks_are_beside_a_dish(prompt):
    scene = parse(prompt, seed=0)
    assert [one.kind for one in scene.relations] == ["beside"]
    assert [one.count for one in scene.entities] == [1, 1]


def test_fish_around_a_statue_form_a_ring():
    fish = parse("jellyfish drifting around a statue underwater", seed=0).entities[0]
    assert fish.count > 3


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("a plate of spaghetti with meatballs", "own:spaghetti"),
        ("pancakes with syrup and berries", "own:pancakes"),
        ("a salad with tomatoes", "noto:green-salad"),
    ],
)
def test_dish_shows_its_own_toppings(prompt, shown):
    scene, found = arrange(prompt)

    assert [one.drawing for one in scene.entities if one.noun in found] == [shown]


def test_toppings_are_small_and_side_dishes_stand_beside():
    _, topped = arrange("a waffle with strawberries")
    _, served = arrange("soup with bread")

    assert topped["strawberry"][0].width < 0.3 * topped["waffle"][0].width
    assert served["bread"][0].ground_y == served["soup"][0].ground_y


def test_stacked_things_stand_on_each_other():
    _, found = arrange("a stack of suitcases")

    rows = sorted(found["suitcase"], key=lambda one: -one.y)
    assert len(rows) == 5
    for low, high in pairwise(rows):
        assert high.y < low.y < high.y + 1.3 * high.height


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("a cup of coffee and a croissant on a cafe table", ("cup of coffee", "croissant")),
        ("a vase of sunflowers on a kitchen table", ("vase",)),
    ],
)
def test_small_things_stand_on_the_table_of_the_scene(prompt, nouns):
    _, found = arrange(prompt)
    table = next(places[0] for noun, places in found.items() if noun.endswith("table"))

    for noun in nouns:
        assert found[noun][0].y + found[noun][0].height < table.y + 0.5 * table.height


def test_small_things_in_a_room_are_on_a_counter():
    scene = parse("a birthday cake in a kitchen", seed=0)
    on_floor = parse("a soccer ball in a kitchen", seed=0)

    assert ground_of(scene).table
    assert not ground_of(on_floor).table


def ground_of(scene):
    canvas = surface(EDGE, EDGE).getCanvas()
    light = make_scene_light(scene, scene.random("scene", "light"))
    rng = scene.random("scene", "setting")
    return draw_backdrop(BackdropContext(canvas, EDGE, EDGE, EDGE / 1024, light, rng, scene), choose_backdrop(scene))


def test_rose_before_a_comma_is_read():
    assert parse("a cat, a rose and a tulip", seed=0).entities


@pytest.mark.parametrize(
    ("prompt", "drawings"),
    [
        ("a mug of beer", {"noto:beer-mug"}),
        ("a glass of iced tea with a lemon slice", {"own:juice", "own:citrus-wedge"}),
        ("a stack of papers", {"own:paper-stack"}),
        ("a wooden crate of apples", {"own:carton", "noto:red-apple"}),
        ("a spaceship landing", {"noto:rocket"}),
        ("a bowl of cereal with milk", {"own:cereal", "noto:glass-of-milk"}),
    ],
)
def test_nouns_have_drawings_of_their_own(prompt, drawings):
    assert {one.drawing for one in parse(prompt, seed=0).entities} == drawings


def test_giraffe_that_looks_over_a_fence_is_behind_it():
    scene = parse("a giraffe looking over a fence", seed=0)

    assert [one.kind for one in scene.relations] == ["behind"]


@pytest.mark.parametrize(
    ("noun", "drawing"),
    [("hay wagon", "own:wagon"), ("cart", "own:wagon"), ("mustard", "own:bottle"), ("barn", "own:barn")],
)
def test_farm_and_kitchen_nouns_name_what_is_drawn(noun, drawing):
    assert [one.drawing for one in parse(f"a {noun}", seed=0).entities] == [drawing]


def test_milk_stands_beside_the_cereal():
    _, found = arrange("a bowl of cereal with milk")

    bowl, milk = (places[0] for places in found.values())
    assert bowl.ground_y == milk.ground_y is not None
