"""Compounds: terms of several words that mean one thing, or nothing that can be drawn."""

import pytest

from limner_illustrator.language.parser import parse, read
from limner_illustrator.scene import Scene


def _drawings(scene: Scene) -> list[str]:
    return [one.drawing.partition(":")[2] for one in scene.entities]


@pytest.mark.parametrize(
    ("prompt", "drawings"),
    [
        ("an apple tree in a garden", ["deciduous-tree"]),
        ("a dog house", ["kennel"]),
        ("a desk chair", ["chair"]),
        ("a bread knife and a tooth brush", ["kitchen-knife", "toothbrush"]),
        ("a light house at night", ["lighthouse"]),
        ("a customer support robot", ["robot"]),
        ("a dog walker in a park", ["animal-keeper", "dog-face"]),
        ("a piano player", ["pianist"]),
        ("a saxophone player", ["musician", "saxophone"]),
        ("a wolf pack", ["wolf"]),
        ("an owl figurine on a shelf", ["owl", "shelf"]),
        ("two wine glasses", ["wine-glass"]),
        ("a cat fish", ["generic-fish"]),
        ("a traffic jam", ["automobile"]),
        ("a rubber band and an apple", ["red-apple"]),
        ("a chat room and an apple", ["red-apple"]),
    ],
)
def test_last_word_decides_what_is_drawn(prompt: str, drawings: list[str]) -> None:
    assert _drawings(parse(prompt, seed=1)) == drawings


@pytest.mark.parametrize(
    ("prompt", "phrase"),
    [
        ("a butterfly net leaning on a fence", "butterfly net"),
        ("a bear market", "bear market"),
        ("a bottle cap", "bottle cap"),
        ("cat food in a bowl", "cat food"),
        ("a rainbow colored parrot", "rainbow colored"),
        ("an inside out house", "inside out"),
        ("a garden with a butterfly net", "butterfly net"),
    ],
)
def test_undrawable_compound_is_only_in_the_note(prompt: str, phrase: str) -> None:
    reading = read(prompt, seed=1)
    first = phrase.split(maxsplit=1)[0]
    assert first not in {one.noun for one in reading.scene.entities}
    assert all(one.noun == phrase or first not in one.noun.split() for one in reading.scene.entities)
    assert phrase in (reading.omissions.note() or "")


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("app onboarding illustration about remote work", {"laptop", "plant", "desk"}),
        ("a person doing remote work", {"person", "laptop", "desk"}),
        ("phone wallpaper with mountains at night", set()),
        ("fairy lights on a balcony", set()),
        ("a cat looking at the camera", {"cat"}),
        ("a fox, 35mm film, drone shot, bokeh, trending on artstation", {"fox"}),
    ],
)
def test_words_of_a_compound_are_no_things(prompt: str, nouns: set[str]) -> None:
    assert {one.noun for one in parse(prompt, seed=1).entities} == nouns


@pytest.mark.parametrize(
    "prompt", ["a loading bar", "a gold bar", "a usb port", "a magnetic field", "a data lake", "an air pump"]
)
def test_last_word_of_a_compound_is_no_place(prompt: str) -> None:
    reading = read(prompt, seed=1)
    assert reading.scene.backdrop is None
    assert [one.drawing for one in reading.scene.entities] == ["own:specimen-card"]


@pytest.mark.parametrize("prompt", ["a progress bar", "a memory card"])
def test_abstract_noun_within_a_compound_has_no_metaphor(prompt: str) -> None:
    assert _drawings(read(prompt, seed=1).scene) == ["specimen-card"]


def test_tennis_court_is_english() -> None:
    assert read("a tennis court", seed=1).scene.backdrop == "court"


def test_fairy_lights_are_scenery() -> None:
    assert "fairylights" in parse("fairy lights on a balcony", seed=1).accents


@pytest.mark.parametrize(
    "prompt",
    ["two dogs balance on a ball", "a robot trades apples", "a cat sleeps on a chair", "a boy alone on a bench"],
)
def test_verb_after_a_noun_is_no_compound(prompt: str) -> None:
    assert parse(prompt, seed=1).entities[0].noun in {"dog", "robot", "cat", "boy"}


@pytest.mark.parametrize(
    ("prompt", "action"), [("an elephant drinking water", "drinking"), ("a cat learning to swim", "swimming")]
)
def test_creature_does_not_join_what_it_does(prompt: str, action: str) -> None:
    first = parse(prompt, seed=1).entities[0]
    assert (first.noun, first.action) == (prompt.split()[1], action)


def test_near_drawing_of_a_compound_is_named() -> None:
    assert ("dog shelter", "building") in read("a dog shelter", seed=1).omissions.generic


@pytest.mark.parametrize(
    ("prompt", "note"),
    [
        ("fifty balloons in the sky", "30 of fifty balloons"),
        ("500 candles", "30 of 500 candles"),
        ("portrait of Albert Einstein", "albert einstein (scientist)"),
        ("make it winter: a fox on a red background", "winter"),
        ("an angry cat", "angry"),
        ("a toaster with wings", "wings"),
    ],
)
def test_note_names_what_is_not_drawn(prompt: str, note: str) -> None:
    assert note in (read(prompt, seed=1).omissions.note() or "")


@pytest.mark.parametrize("prompt", ["a pizza seen from above", "twelve balloons", "a ship sailing on the sea"])
def test_note_is_silent_about_what_is_drawn(prompt: str) -> None:
    assert read(prompt, seed=1).omissions.note() is None
