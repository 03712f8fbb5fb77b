"""Several own pictures and a prompt about what is in them."""

import pytest

from limner_illustrator.edit.raster_edit.merging import merge_scenes
from limner_illustrator.language.parser import parse

OWN = {
    1: parse("a ginger cat on a sofa in a living room", seed=1),
    2: parse("a dog in a park", seed=2),
    3: parse("a green apple on a table", seed=3),
}


def merged(prompt, *numbers, num_external=0):
    own = {number: OWN[number] for number in numbers}
    return merge_scenes(parse(prompt, seed=9), prompt, own, num_external=num_external)


def nouns(scene):
    return sorted(one.noun for one in scene.entities)


@pytest.mark.parametrize(
    ("prompt", "numbers", "expected"),
    [
        ("the cat from the first picture next to the dog of the second", (1, 2), ["cat", "dog"]),
        ("put the dog of the second picture into the first", (1, 2), ["cat", "dog", "sofa"]),
        ("combine these into one picture", (1, 2), ["cat", "dog", "sofa"]),
        ("the cat in space", (1,), ["cat"]),
        ("a horse next to the cat", (1,), ["cat", "horse"]),
        ("all of them on the moon", (1, 2), ["cat", "dog", "sofa"]),
    ],
)
def test_named_things_are_taken_once(prompt, numbers, expected):
    assert nouns(merged(prompt, *numbers)) == expected


def test_taken_character_keeps_its_looks():
    scene = merged("the cat next to the dog", 1, 2)

    cat = next(one for one in scene.entities if one.noun == "cat")
    original = next(one for one in OWN[1].entities if one.noun == "cat")
    assert (cat.drawing, cat.color) == (original.drawing, original.color)
    assert any(one.kind == "beside" for one in scene.relations)


def test_things_go_into_the_basket_without_their_furniture():
    scene = merged("put these in a gift basket", 1, 2, 3)

    basket = next(one.id for one in scene.entities if "basket" in one.noun)
    inside = {scene.entity(one.subject).noun for one in scene.relations if one.kind == "in" and one.object == basket}
    assert inside == {"cat", "dog", "apple"}
    assert "sofa" not in nouns(scene)


def test_place_is_the_named_one_or_the_host_pictures():
    assert merged("the cat and the dog in space", 1, 2).backdrop == "space"
    assert merged("put the dog of the second picture into the first", 1, 2).backdrop == OWN[1].backdrop


def test_external_picture_stands_for_an_unmatched_thing():
    assert nouns(merged("the cat next to the bottle on a beach", 1, num_external=1)) == ["cat"]
