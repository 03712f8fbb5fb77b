"""A clause with a subject of its own is not part of the list before it."""

import pytest

from limner_illustrator.language.parser import parse, read


def relations(prompt: str) -> set[tuple[str, str, str]]:
    scene = parse(prompt, seed=0)
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a girl holding a plant, owls flying", {("girl", "holding", "plant")}),
        ("a girl holding a plant, an owl on a branch", {("girl", "holding", "plant"), ("owl", "on", "branch")}),
        ("a cook holding a pan, plates, stools", {("cook", "holding", "pan")}),
        ("a turtle swimming above, fish in a basket", {("fish", "in", "basket")}),
        ("a desk, a cat under the desk", {("cat", "under", "desk")}),
        ("a cake with seven candles, two of them out", {("candle", "on", "cake")}),
        ("a man on a boat, a stormy sea behind him", {("man", "in", "boat")}),
        ("a cabin, smoke from the chimney, a sled at the door", {("sled", "beside", "cabin")}),
        ("a clock on the wall, warm lamp", set()),
        ("a mug on the left book and a cup on the right book", {("mug", "on", "book"), ("cup", "on", "book")}),
        ("a cat not on the sofa but under it", {("cat", "under", "sofa")}),
        ("a girl on the bow of a ship", {("girl", "in", "ship")}),
        ("a blue car behind a yellow one", {("car", "behind", "car")}),
    ],
)
def test_relations_stay_in_their_clause(prompt: str, expected: set[tuple[str, str, str]]) -> None:
    assert relations(prompt) == expected


@pytest.mark.parametrize("prompt", ["a man holding a cup, a book and a pen", "a woman holding a bag, hat on her head"])
def test_list_with_and_or_clothes_stays_with_its_owner(prompt: str) -> None:
    assert len(relations(prompt)) == 3 if " and " in prompt else ("woman", "wearing", "hat") in relations(prompt)


def test_chairs_on_desks_show_the_desks_of_a_classroom() -> None:
    assert relations("a classroom with chairs on the desks") == {("chair", "on", "desk")}


def test_both_sides_of_a_pair_are_drawn() -> None:
    doors = parse("the left door is green, the right door is yellow", seed=0).entities

    assert [(one.color, one.area) for one in doors] == [("green", "left"), ("yellow", "right")]


@pytest.mark.parametrize(
    ("prompt", "noted"),
    [
        ("a snow globe and a crack in the glass", "crack in the glass"),
        ("a bird cage, door open", "door open"),
        ("a man beneath a painting of a lion", "of a lion"),
        ("each of the three pigs wears a different hat", "different"),
        ("two doors, one open and one closed", "open"),
        ("loneliness in a city with cars", "loneliness"),
        ("growing old together", "growing old together"),
        ("a rose with dew drops", "dew drop"),
    ],
)
def test_what_is_no_thing_of_its_own_is_in_the_note(prompt: str, noted: str) -> None:
    reading = read(prompt, seed=0)

    assert noted in (reading.omissions.note() or "")
    assert not {"glass", "lion"} & {one.noun for one in reading.scene.entities}
