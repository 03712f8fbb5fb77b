"""Edits of a Scene change what the instruction asks for, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene


def summarized(scene: Scene) -> list[str]:
    """Every entity as "2 red fox!sleeping 'text'", the usual left out."""
    words = []
    for one in scene.entities:
        count = f"{one.count} " if one.count > 1 else ""
        color = f"{one.color} " if one.color else ""
        action = f"!{one.action}" if one.action else ""
        words.append(f"{count}{color}{one.noun}{action}" + (f" '{one.text}'" if one.text else ""))
    return words


def related(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


FOX = "a red fox in the mountains"
SOFA = "three cats and a dog on a sofa"
CAKE = 'a birthday cake with the text "Happy Birthday Ana"'

THINGS = [
    pytest.param(FOX, "add a rabbit", ["red fox", "rabbit"], id="add"),
    pytest.param(FOX, "put a rabbit and two owls in the picture", ["red fox", "rabbit", "2 owl"], id="put"),
    pytest.param(SOFA, "add another dog", ["3 cat", "2 dog", "sofa"], id="another"),
    pytest.param(SOFA, "add two more cats", ["5 cat", "dog", "sofa"], id="two more"),
    pytest.param(SOFA, "remove the dog", ["3 cat", "sofa"], id="remove"),
    pytest.param(SOFA, "delete the cats and the dog", ["sofa"], id="remove two"),
    pytest.param(SOFA, "remove one of the cats", ["2 cat", "dog", "sofa"], id="one of"),
    pytest.param(SOFA, "remove everything except the dog", ["dog"], id="all but"),
    pytest.param(SOFA, "take the dog away", ["3 cat", "sofa"], id="take away"),
    pytest.param(SOFA, "replace the dog with a rabbit", ["3 cat", "rabbit", "sofa"], id="replace"),
    pytest.param(SOFA, "replace the cats with dogs", ["3 dog", "dog", "sofa"], id="replace keeps the number"),
    pytest.param(SOFA, "swap the dog for two owls", ["3 cat", "2 owl", "sofa"], id="swap for"),
    pytest.param(SOFA, "turn the dog into a fox", ["3 cat", "fox", "sofa"], id="turn into"),
    pytest.param(SOFA, "use a parrot instead of the dog", ["3 cat", "parrot", "sofa"], id="instead of"),
    pytest.param(SOFA, "replace one of the cats with a fox", ["2 cat", "dog", "sofa", "fox"], id="replace one of"),
    pytest.param(SOFA, "make the sofa red", ["3 cat", "dog", "red sofa"], id="recolour"),
    pytest.param(SOFA, "change the color of the sofa to dark blue", ["3 cat", "dog", "navy sofa"], id="the colour of"),
    pytest.param(SOFA, "paint the dog purple", ["3 cat", "purple dog", "sofa"], id="paint"),
    pytest.param(SOFA, "make the sofa red and the cats black", ["3 black cat", "dog", "red sofa"], id="two colours"),
    pytest.param(SOFA, "make it five cats", ["5 cat", "dog", "sofa"], id="count"),
    pytest.param(SOFA, "there should be two dogs", ["3 cat", "2 dog", "sofa"], id="there should be"),
    pytest.param(FOX, "make the fox sleep", ["red fox!sleeping"], id="a verb"),
    pytest.param(FOX, "replace the dog with a rabbit, then make the fox blue", ["blue fox"], id="one of two fails"),
    pytest.param(CAKE, 'change the text to "Happy 30th Leo"', ["birthday cake 'Happy 30th Leo'"], id="text"),
    pytest.param(CAKE, "change the text to Hello World", ["birthday cake 'Hello World'"], id="text without quotes"),
    pytest.param(CAKE, 'change "Ana" to "Leo"', ["birthday cake 'Happy Birthday Leo'"], id="a part of the text"),
    pytest.param(CAKE, "remove the text", ["birthday cake"], id="no text"),
]


@pytest.mark.parametrize(("prompt", "instruction", "expected"), THINGS)
def test_things_are_changed_as_asked(prompt, instruction, expected):
    scene = parse(prompt, seed=1)

    edited, _ = edit_scene(scene, instruction)

    assert summarized(edited) == expected


PICTURE = [
    pytest.param("make it night", {"time": "night"}, id="night"),
    pytest.param("change the time of day to sunset", {"time": "sunset"}, id="sunset"),
    pytest.param("make it rain", {"weather": "rain"}, id="rain"),
    pytest.param("make it winter", {"season": "winter", "weather": "snow"}, id="winter"),
    pytest.param("add snow", {"backdrop": "mountains", "weather": "snow"}, id="snow keeps the place"),
    pytest.param("change the background to a beach at sunset", {"backdrop": "beach", "time": "sunset"}, id="place"),
    pytest.param("put it in a forest", {"backdrop": "forest"}, id="put it in"),
    pytest.param("turn it into an oil painting", {"styles": ("oil",)}, id="oil"),
    pytest.param("as a watercolor", {"styles": ("watercolor",)}, id="as a"),
    pytest.param("make it look like pixel art", {"styles": ("pixel",)}, id="look like"),
    pytest.param("transparent background", {"transparent": True}, id="transparent"),
    pytest.param("remove the background", {"transparent": True}, id="no background"),
    pytest.param("make it more mysterious", {"mood": "mystery"}, id="mood"),
]


@pytest.mark.parametrize(("instruction", "expected"), PICTURE)
def test_change_of_the_whole_picture_keeps_its_things(instruction, expected):
    scene = parse(FOX, seed=1)

    edited, note = edit_scene(scene, instruction)

    assert {name: getattr(edited, name) for name in expected} == expected
    assert edited.entities == scene.entities
    assert note is None


RELATIONS = [
    pytest.param(FOX, "give the fox a top hat", ("fox", "wearing", "top hat"), id="give"),
    pytest.param(FOX, "put sunglasses on the fox", ("fox", "wearing", "sunglasses"), id="put on"),
    pytest.param(FOX, "add a top hat to the fox", ("fox", "wearing", "top hat"), id="add to"),
    pytest.param(FOX, "give it a balloon", ("fox", "holding", "balloon"), id="hold"),
    pytest.param(FOX, "make the fox wear a crown", ("fox", "wearing", "crown"), id="wear"),
    pytest.param(FOX, "add a rabbit next to the fox", ("rabbit", "beside", "fox"), id="next to"),
    pytest.param(FOX, "let the fox ride a horse", ("fox", "riding", "horse"), id="ride"),
    pytest.param(SOFA, "move the dog to the left of the sofa", ("dog", "left", "sofa"), id="left of"),
    pytest.param(SOFA, "put the dog under the sofa", ("dog", "under", "sofa"), id="under"),
    pytest.param(CAKE, "add candles to the cake", ("candle", "on", "birthday cake"), id="onto a cake"),
    pytest.param(CAKE, "place it on a wooden table", ("birthday cake", "on", "table"), id="onto something new"),
]


@pytest.mark.parametrize(("prompt", "instruction", "relation"), RELATIONS)
def test_related_things_are_added_with_their_relation(prompt, instruction, relation):
    scene = parse(prompt, seed=1)

    edited, note = edit_scene(scene, instruction)

    assert relation in related(edited)
    assert note is None


def test_size_words_scale_the_thing():
    scene = parse(FOX, seed=1)

    bigger, _ = edit_scene(scene, "make the fox bigger")
    smaller, _ = edit_scene(scene, "shrink the fox")

    assert smaller.entities[0].size < scene.entities[0].size < bigger.entities[0].size


def test_several_commands_are_carried_out_in_order():
    scene = parse(FOX, seed=1)

    edited, note = edit_scene(scene, "Make it night and add a moon, then give the fox a red scarf. Also add an owl!")

    assert edited.time == "night"
    assert summarized(edited) == ["red fox", "moon", "red scarf", "owl"]
    assert ("fox", "wearing", "scarf") in related(edited)
    assert note is None


def test_ids_stay_through_an_edit():
    scene = parse(SOFA, seed=1)

    edited, _ = edit_scene(scene, "remove the dog and make the sofa red and add a parrot")

    assert [(one.id, one.noun) for one in edited.entities] == [("e1", "cat"), ("e3", "sofa"), ("e4", "parrot")]


def test_a_replaced_thing_keeps_its_place():
    scene = parse(SOFA, seed=1)

    edited, _ = edit_scene(scene, "replace the dog with a rabbit")

    assert edited.entity("e2").noun == "rabbit"
    assert ("rabbit", "on", "sofa") in related(edited)


def test_removed_wearer_takes_its_hat_along():
    scene = parse("a cat wearing a top hat and a dog", seed=1)

    edited, _ = edit_scene(scene, "remove the cat")

    assert summarized(edited) == ["dog"]


def test_ten_edits_in_a_row_lose_nothing():
    scene = parse("a cat wearing a top hat", seed=7)
    instructions = [
        "make it an oil painting", "add a dog", "make it night", "add a moon", "put them on a beach",
        "make the cat black", "add rain", "give the dog a red scarf", "make the dog bigger", "add a lighthouse",
    ]  # fmt: skip

    for instruction in instructions:
        scene, note = edit_scene(scene, instruction)
        assert note is None

    assert summarized(scene) == ["black cat", "top hat", "dog", "moon", "red scarf", "lighthouse"]
    assert related(scene) == {("cat", "wearing", "top hat"), ("dog", "wearing", "scarf")}
    assert (scene.styles, scene.time, scene.backdrop, scene.weather, scene.seed) == (
        ("oil",),
        "night",
        "beach",
        "rain",
        7,
    )


def test_full_description_keeps_recurring_things():
    scene = parse("a red fox wearing a scarf and a bear on a hill", seed=1)

    edited, _ = edit_scene(scene, "a photo of the same fox sitting in a cafe")

    assert summarized(edited) == ["red fox!sitting", "scarf"]
    assert edited.entities[0].id == scene.entities[0].id
    assert edited.backdrop == "cafe"


HONEST = [
    pytest.param("remove the bus", "Nothing called “bus” is in the picture, so nothing was removed.", id="remove"),
    pytest.param(
        "replace the bus with a car", "Nothing called “bus” is in the picture, so nothing was replaced.", id="replace"
    ),
    pytest.param("xyzzy frobnicate", "“xyzzy frobnicate” was not understood, so nothing was changed.", id="nonsense"),
    pytest.param("", "The instruction is empty, so nothing was changed.", id="nothing"),
]


@pytest.mark.parametrize(("instruction", "sentence"), HONEST)
def test_impossible_command_is_noted_and_keeps_the_scene(instruction, sentence):
    scene = parse(FOX, seed=1)

    edited, note = edit_scene(scene, instruction)

    assert edited == scene
    assert note == sentence


def test_given_seed_replaces_the_scenes_seed():
    scene = parse(FOX, seed=1)

    edited, _ = edit_scene(scene, "make it night", seed=9)

    assert edited.seed == 9


VERBS = [
    "add",
    "remove",
    "make",
    "turn",
    "replace",
    "give",
    "put",
    "move",
    "change",
    "swap",
    "the",
    "fox",
    "with",
    "into",
]


@given(
    some.text(max_size=80)
    | some.lists(some.sampled_from([*VERBS, "dog", "red", "to", "a", "on", "two"]), max_size=9).map(" ".join)
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_instruction_gives_a_valid_scene(instruction):
    scene = parse(SOFA, seed=1)

    edited, note = edit_scene(scene, instruction)

    assert Scene.from_json(edited.to_json()) == edited
    assert note is None or note.endswith(".")


def test_all_but_one_leaves_one():
    scene, note = edit_scene(parse("three red cars", seed=1), "remove all but one car")

    assert [(one.noun, one.count) for one in scene.entities] == [("car", 1)]
    assert note is None


def test_thing_added_on_a_side_stands_on_that_side():
    scene, _ = edit_scene(parse("a car", seed=1), "add a tree on the left and a dog on the right")

    assert [(one.subject, one.kind, one.object) for one in scene.relations] == [
        ("e2", "left", "e1"),
        ("e3", "right", "e1"),
    ]


def test_thing_added_between_two_stands_between_them():
    scene, _ = edit_scene(parse("a cat and a dog", seed=1), "add a ball between them")

    assert {(one.subject, one.kind, one.object) for one in scene.relations} == {
        ("e3", "right", "e1"),
        ("e3", "left", "e2"),
    }


def test_hair_is_dyed():
    scene, note = edit_scene(parse("a woman with black hair", seed=1), "make her hair red")

    assert scene.entities[0].attributes == ("red-hair",)
    assert note is None


def test_shared_hat_stays_with_its_other_wearers():
    scene, _ = edit_scene(parse("a boy and a girl wearing hats", seed=1), "remove the girl")

    assert [one.noun for one in scene.entities] == ["boy", "hat"]
