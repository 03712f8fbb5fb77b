"""Chains of prepositions, parts of bodies as places, and contents: which things each is about."""

import pytest

from limner_illustrator.language.parser import read
from limner_illustrator.scene import Scene


def list_relations(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


CHAINS = [
    pytest.param(
        "an old woman knitting in a rocking chair by a fireplace",
        {("old woman", "on", "rocking chair"), ("rocking chair", "beside", "fireplace")},
        id="nothing large is on a seat",
    ),
    pytest.param(
        "a grandfather reading in an armchair beside a lamp",
        {("grandfather", "on", "armchair"), ("armchair", "beside", "lamp")},
        id="nothing shares a narrow seat",
    ),
    pytest.param(
        "a boy on a bench next to a backpack",
        {("boy", "on", "bench"), ("backpack", "on", "bench"), ("boy", "beside", "backpack")},
        id="a small thing shares a wide seat",
    ),
    pytest.param(
        "a vase on a table by a window",
        {("vase", "on", "table"), ("table", "beside", "window")},
        id="no window is on a table",
    ),
    pytest.param(
        "a girl sitting on a swing next to a lake with a balloon",
        {("girl", "on", "swing"), ("girl", "holding", "balloon")},
        id="who sits has what is named last",
    ),
    pytest.param(
        "a woman at the window with a cup of tea",
        {("woman", "beside", "window"), ("woman", "holding", "cup of tea")},
        id="a window has no cup",
    ),
    pytest.param(
        "a frog on a lily pad with a crown on its head",
        {("frog", "on", "lily pad"), ("frog", "wearing", "crown")},
        id="who is on a plant wears the crown",
    ),
    pytest.param(
        "a man on a bench by a fountain with a dog",
        {("man", "on", "bench"), ("bench", "beside", "fountain"), ("man", "beside", "dog")},
        id="the dog is with the man",
    ),
    pytest.param(
        "a mouse eating cheese on a plate under the table",
        {("mouse", "eating", "cheese"), ("cheese", "on", "plate"), ("mouse", "under", "table")},
        id="the food is on the plate",
    ),
    pytest.param(
        "a boy fishing from a boat near a lighthouse",
        {("boy", "in", "boat"), ("boat", "beside", "lighthouse")},
        id="fishing from a boat",
    ),
    pytest.param(
        "a granny yelling at a cat on the fence",
        {("granny", "looking_at", "cat"), ("cat", "on", "fence")},
        id="who is yelled at is on the fence",
    ),
    pytest.param(
        "a boy standing on a birthday cake", {("boy", "beside", "birthday cake")}, id="people are not on food"
    ),
    pytest.param("a cage with a bird in it", {("bird", "in", "cage")}, id="in it"),
    pytest.param("a cat on the roof of a house", {("cat", "on", "house")}, id="on the roof of"),
    pytest.param("a pirate with a parrot on his shoulder", {("parrot", "riding", "pirate")}, id="on his shoulder"),
    pytest.param("a girl with a butterfly on her nose", {("butterfly", "on", "girl")}, id="on her nose"),
    pytest.param("a cat in a woman's lap", {("woman", "holding", "cat")}, id="in a lap"),
    pytest.param("a bird with a worm in its beak", {("bird", "eating", "worm")}, id="in its beak"),
    pytest.param("a wheelbarrow full of pumpkins", {("pumpkin", "in", "wheelbarrow")}, id="full of"),
    pytest.param("a truck loaded with hay", {("hay", "on", "truck")}, id="loaded with"),
    pytest.param("a desert with cacti and a cowboy on a horse", {("cowboy", "riding", "horse")}, id="no cactus rides"),
    pytest.param("a bookshelf full of books", set(), id="a bookshelf has its books"),
]


@pytest.mark.parametrize(("prompt", "relations"), CHAINS)
def test_chain_relates_things_that_belong_together(prompt, relations):
    assert list_relations(read(prompt, seed=1).scene) == relations


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("a pirate with a parrot on his shoulder", ()),
        ("a girl with a flower in her hair", ("in her hair",)),
        ("a girl with a ribbon in her hair", ()),
        ("a monkey on an elephant's back", ()),
        ("a knight with a sword in his hand", ()),
        ("a closet full of clothes", ("clothes",)),
        ("a man building a treehouse", ()),
        ("children building robots", ()),
        ("a girl washing a dog", ()),
        ("a woman washing dishes", ()),
        ("a granny with curlers in her hair", ("curlers", "in her hair")),
        ("tulips wrapped in newspaper", ("wrapped", "newspaper")),
    ],
)
def test_note_lists_places_contents_and_deeds_not_shown(prompt, missing):
    assert read(prompt, seed=1).omissions.missing == missing


def test_filled_place_holds_many_things():
    balloons = read("a room full of balloons", seed=1).scene.entities[0]

    assert balloons.count > 6


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("a sofa with a lamp behind it", {("lamp", "behind", "sofa")}),
        ("a man with a car behind him", {("car", "behind", "man")}),
        ("a violinist with pigeons around her", {("pigeon", "around", "violinist")}),
        ("a cook dancing while the cake burns in the oven", {("cake", "in", "oven")}),
        ("a man walking while a kite flies above the house", {("kite", "flying_over", "house")}),
    ],
)
def test_pronouns_and_things_that_act_keep_their_places(prompt, relations):
    assert list_relations(read(prompt, seed=1).scene) == relations


def test_only_what_can_fly_flies():
    girl, kite = read("a girl and a kite flying in the sky", seed=1).scene.entities

    assert (girl.action, kite.action) == (None, "flying")


def test_undrawn_things_are_not_climbed():
    reading = read("a woman climbing a drainpipe", seed=1)

    assert reading.scene.entities[0].action is None
    assert "climbing" in reading.omissions.missing


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("a snowy village with glowing windows at night", []),
        ("a city street with a cat", ["cat"]),
        ("a village with a church", ["church"]),
    ],
)
def test_houses_of_a_place_have_their_parts(prompt, nouns):
    assert [one.noun for one in read(prompt, seed=1).scene.entities] == nouns
