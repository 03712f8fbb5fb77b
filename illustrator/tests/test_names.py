"""Lettering without quotation marks: names, titles and what signs say."""

import pytest

from limner_illustrator.language.parser import parse, read


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("logo for a bakery called Ember & Oak", "Ember & Oak"),
        ("a ship named Aurora sailing at dusk", "Aurora"),
        ("book cover titled To Kill a Mockingbird", "To Kill a Mockingbird"),
        ("a neon sign that reads OPEN LATE above a bar", "OPEN LATE"),
        ("a wooden sign reading Beware of the Cat on a gate", "Beware of the Cat"),
        ("a sign that says Drink more water next to a pool", "Drink more water"),
        ("a birthday cake with the words Happy 40th, Tom!", "Happy 40th, Tom!"),
        ("a sign saying keep calm and carry on", "keep calm and carry on"),
        ("a train with Orient Express written on the side", "Orient Express"),
        ("a bottle labelled Old Bourbon No. 7", "Old Bourbon No. 7"),
        ("a poster with the headline Summer Fest 2025", "Summer Fest 2025"),
        ("logo for Acme Robotics", "Acme Robotics"),
        ("a coffee shop named The Daily Grind", "The Daily Grind"),
        ("a cafe called blue door with plants", "blue door"),
        ("a t-shirt that says I love NY", "I love NY"),
    ],
)
def test_unquoted_name_is_lettered_as_spelled(prompt: str, text: str) -> None:
    scene = parse(prompt, seed=1)
    title = () if scene.graphic is None else (scene.graphic.title, *(one.label for one in scene.graphic.items))
    assert text in (*scene.texts, *title, *(one.text for one in scene.entities))


@pytest.mark.parametrize(
    "prompt",
    [
        "a dog named Rex in a park",
        "two cats named Salt and Pepper",
        "a man reading War and Peace in a chair",
        "logo for an Italian restaurant",
        "a ship named after a queen",
        "A Dog Called Rex Sitting On A Chair In A Kitchen",
    ],
)
def test_name_of_an_animal_or_a_verb_is_not_lettered(prompt: str) -> None:
    scene = parse(prompt, seed=1)
    assert scene.texts == ()
    assert all(one.text is None for one in scene.entities)


def test_name_that_is_also_a_noun_is_no_thing() -> None:
    scene = parse("a dog called King next to a cat called Luna", seed=1)
    assert [one.drawing.partition(":")[2].partition("-")[0] for one in scene.entities] == ["dog", "cat"]


def test_title_case_prompt_keeps_its_things() -> None:
    scene = parse("A Dog Called Rex Sitting On A Chair In A Kitchen", seed=1)
    assert {one.noun for one in scene.entities} == {"dog", "chair"}
    assert scene.backdrop == "kitchen"


def test_name_of_a_place_without_lettering_is_in_the_note() -> None:
    reading = read("a rose called Blue Moon in a garden", seed=1)
    assert all(one.text is None for one in reading.scene.entities)
    assert "Blue Moon" in (reading.omissions.note() or "")
