"""Things in glass, in boxes and in vases, and things around others."""

import pytest

from limner_illustrator import Scene, draw
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.language.parser import parse
from limner_illustrator.layout import layout

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
