"""Who has, wears and does what where a prompt names several: clothes, descriptions, relatives, companions."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene


def read(prompt: str, **options: object) -> Scene:
    return parse(prompt, seed=1, **options)


def list_things(scene: Scene) -> list[tuple[str, int, str | None]]:
    return [(entity.noun, entity.count, entity.color) for entity in scene.entities]


def list_relations(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "wearers"),
    [
        ("two women in yellow and blue dresses", [(1, "yellow-dress"), (1, "blue-dress")]),
        (
            "three boys wearing red, green and blue t-shirts",
            [(1, "red-t-shirt"), (1, "green-t-shirt"), (1, "blue-t-shirt")],
        ),
        ("five girls in pink and white skirts dancing", [(3, "pink-skirt"), (2, "white-skirt")]),
    ],
)
def test_clothes_of_several_colors_are_shared_out(prompt, wearers):
    entities = read(prompt).entities

    assert [(one.count, one.attributes[-1]) for one in entities] == wearers
    assert len({one.action for one in entities}) == 1


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("my dog, a golden retriever, in the snow", "golden retriever"),
        ("lost cat named Milo, orange tabby", "cat"),
        ("our horse, a brown pony", "horse"),
    ],
)
def test_apposition_describes_the_same_animal(prompt, noun):
    assert [(one.noun, one.count) for one in read(prompt).entities] == [(noun, 1)]


def test_listed_breeds_are_different_animals():
    assert len(read("a dog, a golden retriever and a poodle").entities) == 3


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        (
            "a grandfather reading a story to two children on a sofa",
            {("grandfather", "on", "sofa"), ("child", "on", "sofa"), ("grandfather", "beside", "child")},
        ),
        ("an old man on a bench feeding pigeons", {("old man", "on", "bench"), ("old man", "beside", "pigeon")}),
        ("two kids playing chess at a table", {("kid", "behind", "chess")}),
        ("a man with a hat in his hand", {("man", "holding", "hat")}),
        ("a puppy with a slipper in its mouth", {("puppy", "eating", "slipper")}),
    ],
)
def test_companions_and_held_things_are_placed_where_the_prompt_says(prompt, relations):
    assert list_relations(read(prompt)) == relations


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        (
            "three kittens in a basket, one white, one black and one orange",
            [("kitten", 1, "white"), ("kitten", 1, "black"), ("kitten", 1, "orange"), ("basket", 1, None)],
        ),
        ("a tray with two glasses of wine", [("tray", 1, None), ("glasses", 2, None)]),
        ("a stack of pancakes", [("pancake", 1, None)]),
        ("my sister, a doctor", [("doctor", 1, None)]),
        ("the girl in a red hat and the man in a coat", [("girl", 1, None), ("hat", 1, "red"), ("man", 1, None)]),
    ],
)
def test_shares_vessels_and_roles_are_counted_once(prompt, things):
    assert list_things(read(prompt)) == things


def test_dancing_is_done_by_both_who_have_clothes_of_their_own():
    scene = read("a man in a black suit and a woman in a white dress dancing")

    assert [one.action for one in scene.entities] == ["dancing", "dancing"]
    assert read("a boy with a ball and a girl eating an apple").entities[0].action is None


def test_people_playing_cards_are_no_design_of_a_card():
    scene = read("two old men playing cards")

    assert scene.graphic is None
    assert [(one.count, one.action) for one in scene.entities] == [(2, "cards")]


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("a vet examining a puppy on a table", {("vet", "beside", "puppy"), ("puppy", "on", "table")}),
        ("a boy throwing a ball to his dog", {("boy", "holding", "ball")}),
        ("a cowboy leaning on a fence", {("cowboy", "beside", "fence")}),
        ("an old man leaning on a cane", {("old man", "holding", "cane")}),
        ("a nurse sitting on a hospital bed", {("nurse", "on", "bed")}),
        ("a camel carrying two travelers", {("traveler", "riding", "camel")}),
        ("a bride and groom cutting a cake", {("bride", "beside", "cake"), ("groom", "beside", "cake")}),
    ],
)
def test_what_is_done_with_a_thing_says_where_it_is(prompt, relations):
    assert list_relations(read(prompt)) == relations


@pytest.mark.parametrize(
    ("prompt", "drawings"),
    [
        ("a lion cub with its mother", ["noto:lion", "noto:lion"]),
        ("five ducklings following their mother", ["noto:baby-chick", "noto:duck"]),
        ("a fox and her cubs", ["noto:fox", "noto:fox"]),
        ("a boy and his mother with a dog", ["figure:boy", "figure:woman", "noto:dog-face"]),
    ],
)
def test_kin_of_an_animal_is_an_animal_of_another_size(prompt, drawings):
    entities = read(prompt).entities

    assert [one.drawing for one in entities] == drawings
    assert (entities[1].size == 1) == (drawings[1] == "figure:woman")


def test_filling_of_a_sandwich_is_in_it_and_fries_are_beside_a_burger():
    assert [one.noun for one in read("a sandwich with ham, cheese and lettuce").entities] == ["sandwich"]
    assert list_relations(read("a burger with fries")) == {("burger", "beside", "fries")}


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("three cats on a rug, one of them black", [("cat", 1, "black"), ("cat", 2, None), ("rug", 1, None)]),
        ("two parrots, one green and the other blue", [("parrot", 1, "green"), ("parrot", 1, "blue")]),
        ("four balloons, two of which are red, the rest yellow", [("balloon", 2, "red"), ("balloon", 2, "yellow")]),
        ("four puppies, the last one brown", [("puppy", 3, None), ("puppy", 1, "brown")]),
        ("two cats and the other dog", [("cat", 2, None), ("dog", 1, None)]),
    ],
)
def test_each_share_of_a_group_has_its_own_look(prompt, things):
    assert list_things(read(prompt)) == things


def test_one_big_and_one_small_differ_in_size():
    big, small = read("two dogs, one big and one small").entities

    assert big.size > 1 > small.size


def test_coat_of_a_wall_is_not_on_what_stands_before_it():
    scene = read("a bicycle leaning against a stone wall covered in ivy")

    assert scene.entities[0].attributes == ()
    assert "ivy" in scene.accents
